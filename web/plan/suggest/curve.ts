import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { sitingResult } from '../../../geodata/contract/siting.ts'

export type Suggestion = AnswerOf<typeof sitingResult>

/** One point of the curve. `share`: coverage of the asked residents with so many sites; null where the aim is not residents alone. `more`: over the point before. */
export type CurveRow = { sites: number; value: number; share: number | null; more: number; bound: number | null; proven: boolean; height: number }

/**
 * Coverage against the number of sites, from none on. Where seats or land are weighed in, values are not residents covered and have no share. The heights 0..1 are those of the bars: of shares as they are, of
 * others against the largest.
 */
export const curveRows = ({ curve, before, unit }: Pick<Suggestion, 'curve' | 'before' | 'unit'>, weighed: boolean): CurveRow[] => {
  if (curve.length === 0 || unit !== 'residents') return []
  const { covered, total } = before.residents
  const shareOf = (value: number): number | null => (weighed || covered === null || total === null || total === 0 ? null : Math.min(1, (covered + value) / total))
  const most = Math.max(1, ...curve.map(({ value }) => value))
  const rows = [{ k: 0, value: 0, bound: 0, proven: true }, ...curve].map(({ k, value, bound, proven }) => ({ sites: k, value, share: shareOf(value), bound, proven, height: shareOf(value) ?? value / most }))
  return rows.map((row, at) => ({ ...row, more: at === 0 ? 0 : row.value - rows[at - 1].value }))
}

/** How far from the bound at most, in percent with one decimal, never less than it is; null: nothing was proven. */
export const gapPercent = (gapShare: number | null): string | null => (gapShare === null ? null : (Math.ceil(gapShare * 1000 - 1e-9) / 10).toFixed(1))
