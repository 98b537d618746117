import type { Days } from '../rule.ts'
import { isSpent, type Group } from './group.ts'
import type { Token } from './tokens.ts'

/** What 照常 at a place says: `usual`: those days are as the others; `label`: the hours that follow are theirs (周一至周五正常开放 9:00-17:00); `nothing` at all; `doubtful`: more than one of these. */
export function usualAt(tokens: readonly Token[], index: number, group: Group, groups: readonly Group[]): 'usual' | 'label' | 'nothing' | 'doubtful' {
  if (isSpent(group) || group.alternatives.length === 0) return 'nothing'
  // 除周一外，节假日照常开放: and on a Monday that is a holiday?
  if (group.excepted.some(({ weekdays }) => weekdays !== null)) return 'doubtful'
  const gap = tokens.slice(index + 1).findIndex((token) => token.kind !== 'sign' && !(token.kind === 'act' && token.act === 'label'))
  const next = gap < 0 ? undefined : tokens[index + 1 + gap]
  const hoursFollow = next?.kind === 'span' || next?.kind === 'name'
  const first = groups.length === 0
  // 周一至周五照常，周日休息，9:00-17:00: and on Saturdays?
  if (group.alternatives.some(isOfWeek)) return hoursFollow ? 'label' : first ? 'doubtful' : 'usual'
  if (!hoursFollow) return 'usual'
  const direct = tokens.slice(index + 1, index + 1 + gap).every((token) => token.kind === 'sign' && (token.sign === 'space' || token.sign === 'colon' || token.sign === 'open'))
  const elsewhere = groups.some(({ sessions, alternatives }) => sessions.length > 0 && (alternatives.length === 0 || alternatives.some(isOfWeek))) || weekTold(tokens.slice(index + 1))
  // 节假日照常 9:00-17:00 alone: then, or then too?
  if (direct) return elsewhere ? 'label' : first ? 'doubtful' : 'usual'
  return first && elsewhere ? 'doubtful' : 'usual'
}

/** 周末休息，节假日照常开放: 节假日 may hold the weekend, which is closed. */
export const usualThoughClosed = (groups: readonly Group[]): Group[] => groups.filter(({ usual, feast }) => usual && feast && groups.some(({ closed, alternatives }) => closed
  && alternatives.some(({ types, weekdays, nth }) => nth === null && (types?.includes('rest') || weekdays?.includes(6) || weekdays?.includes(7)))))

/** Days that make up most of a week, and not a few beside the others. */
const isOfWeek = ({ weekdays, types, holidays, dates, nth }: Days): boolean => holidays === null && dates === null && nth === null && (types === null || types.includes('workday')) && (weekdays === null || weekdays.length >= 3)

/** Whether hours follow upon days of the week. */
function weekTold(tokens: readonly Token[]): boolean {
  const days = tokens.findIndex((token) => token.kind === 'days' && token.of !== 'seasons' && isOfWeek(token.days))
  return days >= 0 && tokens.slice(days).some(({ kind }) => kind === 'span')
}
