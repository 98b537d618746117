import { covers } from '../dayset.ts'
import { isEveryDay } from '../normal.ts'
import { everyDay, type CalendarMode, type Clause, type Days, type Session } from '../rule.ts'
import { besideEachOther } from './beside.ts'
import type { Group } from './group.ts'
import type { Grouped, Trouble } from './grouped.ts'
import { placeIn } from './order.ts'
import { dayTypes } from '../../model/holidays.ts'
import { usualMode } from '../usual-mode.ts'
import { weekendsMeant } from './weekend.ts'

/** Groups become clauses, each in its place. */
export function clausesFrom({ groups, mode: said, allYear }: Grouped): { clauses: Clause[]; calendarMode: CalendarMode; troubles: Trouble[] } {
  const troubles: Trouble[] = []
  const done: Clause[] = []
  const run: Clause[] = []
  for (const stretch of stretchesOf(groups)) {
    const made = stretch.map((group) => ({ group, clauses: ofGroup(group, groups) }))
    troubles.push(...made.filter(({ clauses }) => clauses === null).map(({ group }) => group))
    const { said: inOrder, doubtful } = besideEachOther(made.map(({ group, clauses }) => ({ group, clauses: clauses ?? [] })))
    troubles.push(...doubtful)
    done.push(...run.splice(0))
    for (const { group, clauses } of inOrder) {
      if (group.others) run.unshift(...clauses.filter((clause) => clause.sessions.length > 0))
      else for (const clause of clauses) run.splice(placeIn(run, clause), 0, clause)
    }
  }
  const mode = said ?? usualMode([...done, ...run])
  const clauses = weekendsMeant([...done, ...run], mode)
  const open = clauses.filter((clause) => clause.sessions.length > 0)
  // 周一闭馆 alone tells nothing of the other days.
  if (open.length === 0 && !clauses.some((clause) => isEveryDay(clause.days))) troubles.push(...groups)
  if (allYear !== null && clauses.some((clause) => !isEveryDay(clause.days))) troubles.push(allYear)
  for (const [index, clause] of clauses.entries()) if (clauses.slice(index + 1).some((later) => !later.adds && covers(later, clause, mode))) troubles.push(...groups)
  return { clauses, calendarMode: mode, troubles }
}

/** What follows a "but" is said of all before it. */
function stretchesOf(groups: readonly Group[]): Group[][] {
  const stretches: Group[][] = [[]]
  for (const group of groups) {
    if (group.but) stretches.push([])
    stretches.at(-1)?.push(group)
  }
  return stretches
}

function ofGroup(group: Group, groups: readonly Group[]): Clause[] | null {
  const spent = group.sessions.length > 0 || group.closed || group.usual
  if (group.season === 'short' || (group.season === 'long' && group.closed)) return null
  // 9:00-12:00（周一），14:00-17:00: on which days?
  if (group.alternatives.length === 0 && group.sessions.length > 0 && groups.some((other) => other.trailing)) return null
  if (!spent && (group.alternatives.length > 0 || group.adds || group.others || group.excepted.length === 0)) return null
  const days = (group.alternatives.length === 0 ? [everyDay] : group.alternatives).map((one) => (group.scope !== null && !group.closed && one.seasons === null && one.dates === null ? { ...one, seasons: group.scope } : one))
  const excepted = group.excepted.map((one): Clause => ({ days: one, sessions: [], adds: false }))
  if (!spent) return excepted
  if (group.closed) {
    const kept = group.excepted.length === 0 ? days : narrowed(days, group.excepted)
    if (kept === null) return null
    const left = group.excepted.length === 0 ? [] : days.map((one) => ({ ...one, types: group.excepted.flatMap(({ types }) => types ?? []) })).filter((one) => !groups.some((other) => other.sessions.length > 0 && speaksOf(other.alternatives, one)))
    const sessions = left.length === 0 ? [] : usualOf(groups)
    return sessions === null ? null : [...kept.map((one): Clause => ({ days: one, sessions: [], adds: false })), ...left.map((one): Clause => ({ days: one, sessions, adds: false }))]
  }
  const sessions = group.usual ? usualOf(groups) : group.sessions
  const parted = sessions === null ? null : layered(withBreaks(group.booked ? sessions.map((session) => ({ ...session, byAppointment: true })) : sessions, group.breaks))
  if (parted === null) return null
  return [...days.flatMap((one) => parted.map((layer, index): Clause => ({ days: one, sessions: layer, adds: group.adds || index > 0 }))), ...excepted]
}

/** Whether these tell the hours of a Monday that is a holiday: 每天, 法定节假日. 周二至周日 does not; who then says 周一闭馆（法定节假日除外） has it open as usual. */
export function speaksOf(alternatives: readonly Days[], { weekdays, types }: Days): boolean {
  return alternatives.length === 0 || alternatives.some((one) => (one.types === null || (types ?? dayTypes).every((type) => one.types?.includes(type)))
    && (one.weekdays === null || one.weekdays.length === 7 || (one.types !== null && weekdays !== null && weekdays.every((day) => one.weekdays?.includes(day)))))
}

/** 除法定节假日外逢周一闭馆 */
function narrowed(days: readonly Days[], excepted: readonly Days[]): Days[] | null {
  if (!excepted.every((one) => one.types !== null && one.weekdays === null)) return null
  const types = excepted.flatMap((one) => one.types ?? [])
  return days.map((one) => ({ ...one, types: (one.types ?? dayTypes).filter((type) => !types.includes(type)) }))
}

/** 照常: as on other days, when those are all alike. */
function usualOf(groups: readonly Group[]): Session[] | null {
  const [first, ...others] = groups.filter((group) => group.sessions.length > 0)
  return first !== undefined && others.every((other) => JSON.stringify(other.sessions) === JSON.stringify(first.sessions)) ? first.sessions : null
}

function withBreaks(sessions: readonly Session[], breaks: Group['breaks']): readonly Session[] {
  return breaks.reduce<readonly Session[]>((left, pause) => left.flatMap((session) => {
    if (pause.to <= session.from || pause.from >= session.to) return [session]
    return [{ ...session, to: pause.from }, { ...session, from: pause.to }].filter((part) => part.from < part.to)
  }), sessions)
}

/** Hours in order. Named ones may run beside each other (急诊 all day, 门诊 by day) and then make a layer of their own; otherwise they would be contradictory: null. */
function layered(sessions: readonly Session[]): Session[][] | null {
  const layers: Session[][] = []
  for (const session of sessions) {
    const layer = layers.find((one) => (one.at(-1)?.to ?? 0) <= session.from)
    if (layer) layer.push(session)
    else if (layers.every((one) => one.every((other) => other.name !== session.name && session.name !== '' && other.name !== ''))) layers.push([session])
    else return null
  }
  return layers
}
