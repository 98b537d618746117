import type { CellKind } from '../../geodata/model/register.ts'
import { comparable, extremes, kindCompared, type AreaFigure, type AreaPage } from './figures.ts'

/** One row of areas side by side: what stands in each column, and what is compared of it. */
export type ComparedRow = {
  code: string; group: 'people' | 'figures' | 'items' | 'gaps' | 'work'
  /** A key of the texts for what the page itself names; the server's name otherwise. */
  name: string; named: boolean
  kind: CellKind; better: AreaFigure['better']
  cells: readonly { figure: Pick<AreaFigure, 'value' | 'of' | 'kind'> | null; value: number | null; /** Against the first column; null: nothing to compare. */ by: number | null }[]
  best: readonly number[]; worst: readonly number[]
}

type Column = Pick<AreaFigure, 'value' | 'of' | 'kind'> | null
const peopleRows = ['all', 'over60', 'over80', 'children', 'households', 'buildings'] as const

/** The same rows for two to four areas: people, figures, items, gaps, seats and work; a row that none of them has is left out. */
export const comparedRows = (pages: readonly AreaPage[]): ComparedRow[] => [
  ...peopleRows.map((code) => row({ code, group: 'people', name: `areaPage.people.${code}`, named: false, better: null }, pages.map((page) => counted(page.people[code])))),
  ...inOrder(pages.flatMap((page) => page.figures)).map((one) => row({ code: one.code, group: 'figures', name: one.name, named: true, better: one.better }, pages.map((page) => page.figures.find((figure) => figure.code === one.code) ?? null))),
  row({ code: 'missing', group: 'items', name: 'areaPage.missingItems', named: false, better: 'low' }, pages.map((page) => (page.completeness ? counted(page.completeness.of - page.completeness.complete) : null))),
  ...inOrder(pages.flatMap((page) => page.gaps.map((gap) => ({ ...gap, code: gap.category })))).map((one) => row({ code: `gap ${one.code}`, group: 'gaps', name: one.name, named: true, better: 'low' },
    pages.map((page): Column => { const gap = page.gaps.find((other) => other.category === one.code); return gap ? { value: gap.share, of: null, kind: 'share' } : null }))),
  row({ code: 'vacant', group: 'work', name: 'areaPage.vacantSeats', named: false, better: 'low' }, pages.map((page) => (page.seats.length > 0 ? { value: page.seats.filter((seat) => seat.vacantDays !== null).length, of: page.seats.length, kind: 'count' } : null))),
  row({ code: 'pairings', group: 'work', name: 'areaPage.pairings', named: false, better: 'high' }, pages.map((page) => counted(page.pairings.length))),
  row({ code: 'overdue', group: 'work', name: 'areaPage.overdue', named: false, better: 'low' }, pages.map((page) => counted(page.overdue.length))),
  row({ code: 'tasks', group: 'work', name: 'areaPage.tasks', named: false, better: null }, pages.map((page) => counted(page.tasks.length))),
].filter(({ cells }) => cells.some(({ figure }) => figure !== null))

const counted = (value: number | null): Column => ({ value, of: null, kind: 'count' })

const row = (head: Omit<ComparedRow, 'kind' | 'cells' | 'best' | 'worst'>, columns: readonly Column[]): ComparedRow => {
  const first = columns.find((column) => column !== null)
  const values = columns.map((column) => (column ? comparable(column) : null))
  const [base] = values
  return {
    ...head, kind: first ? kindCompared(first) : 'count', ...extremes(values, head.better),
    cells: columns.map((figure, at) => ({ figure, value: values[at] ?? null, by: at === 0 || base === null || base === undefined || values[at] === null || values[at] === undefined ? null : values[at] - base })),
  }
}

/** Each code once, in the order of its first mention. */
const inOrder = <T extends { code: string }>(all: readonly T[]): T[] => [...new Map(all.toReversed().map((one) => [one.code, one])).values()].toReversed().toSorted((one, other) => all.findIndex(({ code }) => code === one.code) - all.findIndex(({ code }) => code === other.code))
