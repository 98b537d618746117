/** A cell as a file holds it; days of a spreadsheet are yyyy-mm-dd already. */
export type RawCell = string | number | boolean | null

/** One worksheet, or a whole csv file. `number`: the row as a reader of the file counts it, from 1. */
export type SheetTable = { file: string; worksheet: string | null; rows: readonly { number: number; cells: readonly RawCell[] }[] }

export const textOf = (cell: RawCell | undefined): string => (cell === null || cell === undefined ? '' : String(cell).normalize('NFKC').trim())

export const isBlankRow = (cells: readonly RawCell[]): boolean => cells.every((cell) => textOf(cell) === '')
