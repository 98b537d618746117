export type Cell = string | number | boolean | null
export type Order = { by: string; descending: boolean }

/** column, or -column from the largest down. */
export const readOrder = (text: string | null): Order | null => (text === null ? null : text.startsWith('-') ? { by: text.slice(1), descending: true } : { by: text, descending: false })
export const writeOrder = (order: Order | null): string | null => (order === null ? null : `${order.descending ? '-' : ''}${order.by}`)

/** The next order when a heading is pressed: from the largest down, then up, then as the server sorted. Text begins at its beginning. */
export const nextOrder = (order: Order | null, by: string, isText: boolean): Order | null => {
  if (order?.by !== by) return { by, descending: !isText }
  return order.descending === !isText ? { by, descending: isText } : null
}

/** Rows in that order; what has no value stands last either way, equals keep the server's order. `rank`: of the words of states, the worst first. */
export const sorted = <R extends { cells: readonly Cell[] }>(rows: readonly R[], at: number, descending: boolean, rank?: (cell: Cell) => number): R[] => {
  const side = descending ? -1 : 1
  return rows.toSorted((one, other) => {
    const a = one.cells[at] ?? null
    const b = other.cells[at] ?? null
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    if (rank) return side * (rank(a) - rank(b))
    return side * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-Hans-CN', { numeric: true }))
  })
}
