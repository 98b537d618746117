import { newerOf } from '../wall/fresh.ts'
import { combineLists } from '../wall/records/combine-lists.ts'
import type { WallRecords } from '../wall/records/record-list.ts'

export type FrozenRecords = WallRecords

/** Records of several areas as they were kept, put together as live ones are. `total` counts a record twice that two areas share only where a list was longer than what was kept of it. */
export function frozenRecords(parts: readonly FrozenRecords[], isShared: boolean): FrozenRecords {
  const [first] = parts
  if (!first) throw new RangeError('parts: expected at least one, got none')
  const isWhole = parts.every(({ rows, total }) => rows.length === total)
  const { rows, figure, lights } = combineLists(parts.map((part) => ({ rows: part.rows, figure: part.figure, lights: part.lights, ...(isShared && isWhole && { shared: true }) })))
  return {
    ...first, figure, lights, fresh: parts.map(({ fresh }) => fresh).reduce(newerOf), rows: rows.map((row) => ({ ...row, name: String(row.name) })),
    total: isWhole ? rows.length : parts.reduce((sum, { total }) => sum + total, 0), next: null, protection: parts.find(({ protection }) => protection !== null)?.protection ?? null,
  }
}
