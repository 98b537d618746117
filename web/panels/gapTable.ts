import type { GapRow } from '../../geodata/contract/coverage.ts'
import { minutes } from '../text/numbers.ts'

/** A cell of a table that is pasted elsewhere: a figure is reckoned with there, words stay words. */
export type Cell = string | number | null

export const gapColumns = ['name', 'area', 'people', 'counted', 'reason', 'site', 'minutes', 'metres', 'misses', 'missesMetres'] as const

/** `people`: the figure as it may be shown, "<10" where it may not. */
export type GapWords = { name: (row: GapRow) => string; people: (row: GapRow) => Cell; counted: (row: GapRow) => string }

/** One building as cells, in the order of gapColumns; the walk's cells are empty where no site can be walked to. */
export const gapCells = (row: GapRow, words: GapWords): Cell[] => {
  const { nearest } = row
  return [
    words.name(row), row.building.community, words.people(row), words.counted(row), row.sentence, nearest?.name ?? null,
    nearest && Number(minutes(nearest.minutes)), nearest && Math.round(nearest.metres), nearest && Number(minutes(Math.max(0, nearest.missesByMinutes))), nearest && Math.round(Math.max(0, nearest.missesByMetres)),
  ]
}

/** Lines of cells parted by tabs, as sheets paste them. Words that a sheet would reckon as a formula are led by an apostrophe. */
export const tabText = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => row.map(plain).join('\t')).join('\r\n')

/** The same as a table, as documents paste it; the first row is its head. */
export const tableMarkup = ([head, ...rows]: readonly (readonly Cell[])[]): string => {
  const line = (cells: readonly Cell[], tag: 'th' | 'td'): string => `<tr>${cells.map((cell) => `<${tag}>${escaped(plain(cell))}</${tag}>`).join('')}</tr>`
  return `<table><thead>${line(head ?? [], 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table>`
}

const plain = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const line = cell.replace(/\s+/g, ' ').trim()
  return /^[=+\-@]/.test(line) ? `'${line}` : line
}
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
