import type { WallNumber } from '../../../geodata/contract/wall.ts'

export type TrendMonth = WallNumber['months'][number]
export type TrendPoint = { month: string; x: number; y: number; amount: number }

/** The figure of a month as its number shows it: a share 0..1 or a count; null where it is not told. */
export const amountOf = ({ value, of }: Pick<TrendMonth, 'value' | 'of'>, shown: 'share' | 'count'): number | null => (value === null ? null : shown === 'count' ? value : of === null || of === 0 ? null : value / of)

/** Points of months that are told in a field 100 by 100, y downwards. The field spans what is told and the target, with air; it does not begin at nothing, since it shows change. */
export const trendOf = (months: readonly TrendMonth[], shown: 'share' | 'count', target: number | null): { points: (TrendPoint | null)[]; targetY: number | null } => {
  const amounts = months.map((month) => amountOf(month, shown))
  const told = [...amounts.filter((amount) => amount !== null), ...(target === null ? [] : [target])]
  const low = Math.min(...told), span = Math.max(...told) - low
  const yOf = (amount: number): number => (span === 0 ? 50 : edge + (1 - (amount - low) / span) * (100 - 2 * edge))
  const xOf = (at: number): number => (months.length < 2 ? 50 : (at / (months.length - 1)) * 100)
  return { points: months.map(({ month }, at) => { const amount = amounts[at] ?? null; return amount === null ? null : { month, x: xOf(at), y: yOf(amount), amount } }), targetY: target === null || told.length === 0 ? null : yOf(target) }
}

/** The line through told months; it breaks where one is not. */
export const lineOf = (points: readonly (TrendPoint | null)[]): string =>
  points.map((point, at) => (point === null ? '' : `${points[at - 1] ? 'L' : 'M'}${round(point.x)} ${round(point.y)}`)).join('')

/** Air above and below the line, in hundredths of the height. */
const edge = 8
const round = (value: number): number => Math.round(value * 100) / 100
