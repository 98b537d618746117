import type { WallNumber } from '../../geodata/contract/wall.ts'
import { count, share, type Lang } from '../text/numbers.ts'
import type { Say } from '../text/speech.ts'

type Figure = { value: number | null; of: number | null }
/** How an answer stands there: the large figure, what belongs to it in small, and the unit. */
export type Answer = { large: string; beside: string; unit: string }
/** How a number moved: its sign, what is said, and whether that is better, worse or neither. */
export type Change = { sign: '▲' | '▽' | '–'; words: string; sense: 'better' | 'worse' | 'same' }
export type Target = { sign: '▲' | '▽' | ''; words: string; reached: boolean | null }

/** Months between the two ends that are compared. */
export const changeMonths = 3

/** A share 0..1 of a figure; null where there is none. */
export const shareOf = ({ value, of }: Figure): number | null => (value === null || of === null || of === 0 ? null : value / of)

/** null: there is no figure, and `untoldOf` says why. */
export const answerOf = (figure: Figure & { shown: 'share' | 'count'; unit: string }, lang: Lang): Answer | null => {
  const { value, of, shown, unit } = figure
  if (value === null) return null
  if (shown === 'count') return { large: count(value, lang), beside: of === null ? '' : `/ ${count(of, lang)}`, unit }
  const part = shareOf(figure)
  if (part === null) return null
  const written = share(part)
  return { large: written.replace('%', ''), beside: '', unit: '%' }
}

/** The change since three months before, in the unit that is shown; null: one of the two ends has no figure. */
export const changeOf = ({ months, shown, unit, better }: WallNumber, say: Say, lang: Lang): Change | null => {
  const now = months.at(-1)
  const then = months.at(-1 - changeMonths)
  if (!now || !then) return null
  const [to, since] = shown === 'share' ? [shareOf(now), shareOf(then)] : [now.value, then.value]
  if (to === null || since === null) return null
  const by = shown === 'share' ? Math.round((to - since) * 1000) / 10 : to - since
  const month = Number(then.month.slice(5))
  if (by === 0) return { sign: '–', words: say('screen.same', { month }), sense: 'same' }
  const amount = shown === 'share' ? say('screen.points', { points: Math.abs(by).toFixed(1) }) : say('screen.amount', { amount: count(Math.abs(by), lang), unit })
  const up = by > 0
  const key = shown === 'share' ? (up ? 'screen.higher' : 'screen.lower') : (up ? 'screen.more' : 'screen.fewer')
  const sense = up === (better === 'high') ? 'better' : 'worse'
  return { sign: up ? '▲' : '▽', words: say('screen.change', { change: say(key, { month, amount }), sense: say(`screen.sense.${sense}`) }), sense }
}

export const targetOf = ({ target, shown, unit }: WallNumber, say: Say, lang: Lang): Target | null => {
  if (target === null) return null
  const value = shown === 'share' ? `${Math.round(target.value * 1000) / 10}%` : say('screen.amount', { amount: count(target.value, lang), unit })
  const words = say(target.confirmed ? 'screen.target' : 'screen.targetUnconfirmed', { value })
  if (target.reached === null) return { sign: '', words, reached: null }
  return { sign: target.reached ? '▲' : '▽', words: say(target.reached ? 'screen.reached' : 'screen.missed', { target: words }), reached: target.reached }
}

/** Why there is no figure, or what the figure leaves out; '': it is whole. */
export const untoldOf = ({ value, why, untold }: { value?: number | null; why: 'level' | 'none' | 'few' | null; untold: number }, say: Say): string => {
  if (why !== null) return say(`screen.why.${why}`)
  if (value === null) return say('screen.why.none')
  return untold > 0 ? say('screen.untold', { areas: untold }) : ''
}

/** One fact beside an answer, in words. */
export const factOf = (fact: WallNumber['facts'][number], say: Say, lang: Lang): string | null => {
  const answer = answerOf(fact, lang)
  if (answer === null) return null
  const unit = fact.shown === 'share' ? '' : fact.unit
  return say('screen.fact', { name: fact.name, value: `${answer.large}${fact.shown === 'share' ? '%' : ''}${answer.beside === '' ? '' : ` ${answer.beside}`}`, unit })
}
