/** What of an answer the table tells; a part of POST /what-if. */
export type Told = {
  residents: { covered: number | null; total: number | null; share: number | null; estimatedShare: number | null }
  buildings: Counted; landSquareMetres: Counted; communities: Counted
  noDataBuildings: number
}
type Counted = { covered: number; total: number; share: number | null }
/** `beside`: another group than the asked one, so that five figures tell five things: people of 60 and over, or everybody where those are asked about. */
export type Compared = { name: string; told: Told; beside: { group: 'all' | '60plus'; covered: number; total: number } | null; gained: number | null; lost: number | null }

export const figureCodes = ['residents', 'beside', 'buildings', 'land', 'communities'] as const
export type FigureCode = (typeof figureCodes)[number]
/** One figure of one column: part and whole, their share, and against the first column. Null: too few to be told, or not known. */
export type Cell = { part: number | null; whole: number | null; share: number | null; by: { share: number | null; part: number | null } | null }
export type FigureRow = { code: FigureCode; cells: readonly Cell[] }

/** The same five figures for today and every scenario; differences are signed and against the column's own today. */
export const figureRows = (columns: readonly Compared[], todays: readonly Compared[]): FigureRow[] => figureCodes.map((code) => ({
  code,
  cells: columns.map((column, at) => {
    const cell = cellOf(column, code), today = todays[at] === undefined || todays[at] === column ? null : cellOf(todays[at], code)
    return { ...cell, by: today === null ? null : { share: less(cell.share, today.share), part: less(cell.part, today.part) } }
  }),
}))

const cellOf = ({ told, beside }: Compared, code: FigureCode): Omit<Cell, 'by'> => {
  if (code === 'beside') return beside === null ? { part: null, whole: null, share: null } : { part: beside.covered, whole: beside.total, share: beside.total > 0 ? beside.covered / beside.total : null }
  const { covered, total, share } = code === 'land' ? told.landSquareMetres : told[code]
  return { part: covered, whole: total, share }
}

const less = (after: number | null, before: number | null): number | null => (after === null || before === null ? null : after - before)
