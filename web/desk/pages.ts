import type { ListPage } from '../api/records.ts'
import type { DeskStanding } from './record.ts'

/**
 * The lists of several areas as one. An area's rows are shown once all areas before it are read to their end, so that reading on never pushes down what is shown.
 * Areas may lie within one another: a record counts once. `at`: which list is to be read on; null: all are read.
 */
export const joinedPages = (pages: readonly ListPage[]): { rows: readonly DeskStanding[]; total: number; at: number | null } => {
  const open = pages.findIndex((page) => page.next !== null)
  const shown = open < 0 ? pages : pages.slice(0, open + 1)
  const rows = new Map(shown.flatMap((page) => page.rows.map((row) => [row.record.id, row] as const)))
  const twice = shown.reduce((sum, page) => sum + page.rows.length, 0) - rows.size
  return { rows: [...rows.values()], total: pages.reduce((sum, page) => sum + page.total, 0) - twice, at: open < 0 ? null : open }
}
