import type { WallRow } from '../../../../geodata/contract/wall.ts'
import type { RegisterState } from '../../../../geodata/model/register.ts'
import type { WallBoardCode } from '../../../../geodata/model/wall.ts'

type Compare = (a: WallRow, b: WallRow) => number

/** Rows in the order a board's question wants; alike ones by id. What is not told never stands in an order of what it is. */
export function ordered(code: WallBoardCode, rows: readonly WallRow[]): WallRow[] {
  const compare = orders[code] ?? most
  return rows.toSorted((a, b) => compare(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Largest first, the untold last. */
const most: Compare = (a, b) => (b.value ?? -1) - (a.value ?? -1)
/** Those that are not told come first: they are too few, or beside such; then the smallest. */
const least: Compare = (a, b) => (a.value ?? -1) - (b.value ?? -1)
const leastShare: Compare = (a, b) => shareOf(a) - shareOf(b) || (b.of ?? 0) - (a.of ?? 0)
const shareOf = ({ value, of }: WallRow): number => (value === null || of === null || of === 0 ? 2 : value / of)

const needs: readonly (RegisterState | null)[] = ['missing', 'late', 'partial', 'due', 'done', 'none', null]
const mostInNeed: Compare = (a, b) => needs.indexOf(a.state) - needs.indexOf(b.state)

const orders: Readonly<Partial<Record<WallBoardCode, Compare>>> = { emptyCarriers: leastShare, fewReported: least, unmanaged: mostInNeed }

/** Of two rows that are put together the one more in need. */
export const worse = (a: RegisterState | null, b: RegisterState | null): RegisterState | null => (a === null || (b !== null && needs.indexOf(b) < needs.indexOf(a)) ? b : a)
