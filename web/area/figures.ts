import type { areaPage } from '../../geodata/contract/areaPage.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { CellKind } from '../../geodata/model/register.ts'

export type AreaPage = AnswerOf<typeof areaPage>
export type AreaFigure = AreaPage['figures'][number]

/** A part of a whole is compared as a share, anything else as it is; null: not known, or not told. */
export const comparable = ({ value, of }: Pick<AreaFigure, 'value' | 'of'>): number | null => (value === null || of === 0 ? null : of === null ? value : value / of)

/** Whether the figure is better or worse than the median of its neighbours; null: nothing to compare, or neither is better. */
export const standingOf = (figure: Pick<AreaFigure, 'value' | 'of' | 'median' | 'better'>): 'better' | 'worse' | 'same' | null => {
  const value = comparable(figure)
  if (value === null || figure.median === null || figure.better === null) return null
  if (Math.abs(value - figure.median) < equalBelow) return 'same'
  return (value > figure.median) === (figure.better === 'high') ? 'better' : 'worse'
}
/** Less than what a percentage with one decimal shows. */
const equalBelow = 0.0005

/** How the comparable value of a figure is written: a part of a whole as a share. */
export const kindCompared = ({ of, kind }: Pick<AreaFigure, 'of' | 'kind'>): CellKind => (of === null ? kind : 'share')

/** Areas of a level in the order of their codes; the one before and the one after, going round. */
export const besides = ({ code, name, neighbours }: Pick<AreaPage['area'], 'code' | 'name' | 'neighbours'>): { before: { code: string; name: string } | null; after: { code: string; name: string } | null } => {
  if (neighbours.length === 0) return { before: null, after: null }
  const all = [{ code, name }, ...neighbours].toSorted((one, other) => (one.code < other.code ? -1 : 1))
  const at = all.findIndex((one) => one.code === code)
  return { before: all.at(at - 1) ?? null, after: all[(at + 1) % all.length] ?? null }
}

/** The gap the map shows at first: what most people lack that not everybody there lacks. */
export const firstGap = (gaps: AreaPage['gaps']): string | null => (gaps.find((gap) => gap.share !== null && gap.share < 1) ?? gaps[0])?.category ?? null

/** The last months up to and with the given one, newest first. */
export const lastMonths = (newest: string, count: number): string[] => {
  const [year = 0, month = 1] = newest.split('-').map(Number)
  return Array.from({ length: count }, (_none, back) => {
    const at = year * 12 + month - 1 - back
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/** Of values side by side the best and the worst, by index; none where all are alike or fewer than two are known. */
export const extremes = (values: readonly (number | null)[], better: 'high' | 'low' | null): { best: readonly number[]; worst: readonly number[] } => {
  const known = values.filter((value) => value !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  if (better === null || known.length < 2 || most - least < equalBelow) return { best: [], worst: [] }
  const at = (wanted: number): number[] => values.flatMap((value, index) => (value !== null && Math.abs(value - wanted) < equalBelow ? [index] : []))
  return better === 'high' ? { best: at(most), worst: at(least) } : { best: at(least), worst: at(most) }
}
