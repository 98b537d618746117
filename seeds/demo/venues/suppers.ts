import type { Home } from '../homes.ts'
import { homesWithin } from '../homes.ts'
import type { Point } from '../plane.ts'
import type { Walks } from '../walk.ts'

/**
 * Story 3, no supper: of the people of 60 and over so many live within a quarter of an hour on foot of a canteen that lets them in and is open, at 11:30 and
 * 17:30 of a workday, on a Saturday and on the first day of the Spring Festival at 11:30; and at 17:30 if one canteen more served supper.
 */
export const supperFigures = { lunch: 0.72, supper: 0.31, saturday: 0.18, newYear: 0.04, oneMore: 0.44 } as const

/** 一刻钟养老服务圈 at the planning speed of 1 m/s. */
const quarterHourMetres = 900

/** A canteen that lets older residents in; `own`: the community's, which alone cook in the evening or at the weekend. `settled`: another story speaks of it. */
export type Table = { id: string; door: Point; own: boolean; settled: boolean }

/** Who cooks when; `oneMore` could cook supper, `silent` has told nobody its hours (none: ''). */
export type Suppers = { supper: ReadonlySet<string>; saturday: ReadonlySet<string>; newYear: ReadonlySet<string>; oneMore: string; silent: string }

/** Chooses among what is there so that the figures are met as nearly as can be. At most 31 tables are told apart. */
export function suppersOf(tables: readonly Table[], homes: readonly Home[], walks: Walks): Suppers {
  const share = shares(tables, homes, walks)
  const own = tables.flatMap((table, index) => (table.own ? [index] : []))
  const subsets = Array.from({ length: 2 ** own.length }, (_, bits) => own.reduce((set, table, at) => set | ((bits >> at) & 1) << table, 0))
  const rated = subsets.map((set) => ({ set, share: share(set) }))
  const [supper, oneMore] = least(rated.flatMap(({ set, share: before }) => own.filter((table) => (set & (1 << table)) === 0).map((table) => ({
    value: [set, table] as const, cost: off(before, supperFigures.supper) + off(share(set | (1 << table)), supperFigures.oneMore),
  }))), [0, -1] as const)
  const newYear = least(own.filter((table) => table !== oneMore).map((table) => ({ value: 1 << table, cost: off(share(1 << table), supperFigures.newYear) })), 0)
  const saturday = least(rated.filter(({ set }) => (set & newYear) === newYear).map(({ set, share: open }) => ({ value: set, cost: off(open, supperFigures.saturday) })), newYear)
  const all = tables.reduce((set, _, index) => set | (1 << index), 0)
  const free = tables.flatMap((table, index) => (table.settled || index === oneMore || ((supper | saturday) & (1 << index)) !== 0 ? [] : [index]))
  const silent = least(free.map((table) => ({ value: table, cost: off(share(all & ~(1 << table)), supperFigures.lunch) })), -1)
  const ids = (set: number): Set<string> => new Set(tables.flatMap(({ id }, index) => ((set & (1 << index)) === 0 ? [] : [id])))
  return { supper: ids(supper), saturday: ids(saturday), newYear: ids(newYear), oneMore: tables[oneMore]?.id ?? '', silent: tables[silent]?.id ?? '' }
}

/** Share of the older residents within reach of any table of a set, one bit for each. */
function shares(tables: readonly Table[], homes: readonly Home[], walks: Walks): (set: number) => number {
  const reaching = new Int32Array(homes.length)
  for (const [index, { door }] of tables.entries()) for (const home of homesWithin(homes, walks, door, quarterHourMetres)) reaching[home] |= 1 << index
  const older = new Map<number, number>()
  let total = 0
  for (const [index, { people }] of homes.entries()) {
    total += people.over60
    older.set(reaching[index], (older.get(reaching[index]) ?? 0) + people.over60)
  }
  return (set) => {
    let covered = 0
    for (const [mask, people] of older) if ((mask & set) !== 0) covered += people
    return covered / Math.max(1, total)
  }
}

const off = (share: number, figure: number): number => Math.abs(share - figure) / figure

function least<T>(rated: readonly { value: T; cost: number }[], none: T): T {
  return rated.reduce((best, each) => (each.cost < best.cost ? each : best), { value: none, cost: Infinity }).value
}
