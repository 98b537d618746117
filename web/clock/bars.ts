import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { clock } from '../../geodata/contract/clock.ts'

export type ClockAnswer = AnswerOf<typeof clock>
export type ClockDay = ClockAnswer['days'][number]

export const halfHours = 48

/** Height of each bar, 0..1 of the highest there can be: the share at any opening hour; where no rate may be told, the sites that are open of all. */
export const heightsOf = (day: ClockDay, { residents, sites }: Pick<ClockAnswer, 'residents' | 'sites'>): number[] =>
  day.share.map((share, half) => (residents.share === null ? part(day.open[half], sites) : part(share ?? 0, residents.share)))

const part = (value: number, of: number): number => (of > 0 ? Math.min(1, value / of) : 0)

/** The bars as one path in a field 48 wide and 100 high, each four fifths of its half hour; a bar of nothing is none. */
export const pathOf = (heights: readonly number[]): string =>
  heights.map((height, half) => (height === 0 ? '' : `M${half + 0.1} 100V${round(100 - Math.max(height * 100, 1.5))}h.8V100z`)).join('')

const round = (value: number): number => Math.round(value * 100) / 100

/** Which half hour of a row of days the keys lead to; null: the key is none of theirs. */
export const steppedBy = (key: string, index: number, days: number): number | null => {
  const last = days * halfHours - 1, day = Math.floor(index / halfHours)
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1, ArrowRight: index + 1, ArrowUp: index - halfHours, ArrowDown: index + halfHours, PageUp: index - halfHours, PageDown: index + halfHours, Home: day * halfHours, End: day * halfHours + halfHours - 1,
  }
  const wanted = to[key]
  return wanted === undefined ? null : wanted < 0 || wanted > last ? index : wanted
}

/** The highest share of a day; null: none may be told. */
export const topOf = (day: ClockDay): number | null => day.share.reduce<number | null>((most, share) => (share === null ? most : Math.max(most ?? 0, share)), null)
