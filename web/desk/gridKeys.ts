export type GridPlace = { row: number; column: number }
export type GridSize = { rows: number; columns: number; /** Rows of one page. */ page: number }
type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>

/** Where a key leads from a place in the grid, within its bounds; null: the key leads nowhere. The keys are those of the ARIA grid pattern. */
export const gridStep = ({ row, column }: GridPlace, { key, ctrlKey, metaKey }: Key, { rows, columns, page }: GridSize): GridPlace | null => {
  const far = ctrlKey || metaKey
  const to: GridPlace | undefined = {
    ArrowDown: { row: far ? rows - 1 : row + 1, column }, ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowRight: { row, column: far ? columns - 1 : column + 1 }, ArrowLeft: { row, column: far ? 0 : column - 1 },
    Home: { row: far ? 0 : row, column: 0 }, End: { row: far ? rows - 1 : row, column: columns - 1 },
    PageDown: { row: row + page, column }, PageUp: { row: row - page, column },
  }[key]
  if (to === undefined || rows === 0) return null
  return { row: Math.max(0, Math.min(rows - 1, to.row)), column: Math.max(0, Math.min(columns - 1, to.column)) }
}

/** The next cell to the right or left among those that may be written in, over the ends of rows; null past the last. */
export const nextEditable = ({ row, column }: GridPlace, way: 1 | -1, editable: readonly number[], rows: number): GridPlace | null => {
  const along = way === 1 ? editable.find((one) => one > column) : editable.findLast((one) => one < column)
  if (along !== undefined) return { row, column: along }
  const over = way === 1 ? editable[0] : editable.at(-1)
  const other = row + way
  return over === undefined || other < 0 || other >= rows ? null : { row: other, column: over }
}
