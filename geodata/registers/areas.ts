import type { AreaLevel } from '../model/area.ts'
import type { Cell, RegisterArea, RegisterInput, RegisterTable, Row } from './register.ts'

/** A row about an area: a touch opens it. */
export const areaRow = ({ code }: RegisterArea, cells: readonly Cell[]): Row => ({ id: code, opens: 'area', area: code, position: null, cells })

/** A row of a sheet. */
export const entryRow = ({ id, area }: { id: string; area: string | null }, cells: readonly Cell[]): Row => ({ id, opens: 'entry', area, position: null, cells })

/** The table of a register without data: it is hidden. */
export const nothing: RegisterTable = { headlines: [], columns: [], rows: [], map: null, answer: {}, atoms: [] }

/** Rows by the area of that level they lie in; those in none are left out. */
export function byArea<R extends { area: string | null }>({ areas }: RegisterInput, rows: readonly R[], level: AreaLevel = 'community'): (code: string) => readonly R[] {
  const found = new Map<string, R[]>()
  for (const row of rows) {
    const area = row.area === null ? null : areas.above(row.area, level)
    if (!area) continue
    const list = found.get(area.code)
    if (list) list.push(row)
    else found.set(area.code, [row])
  }
  return (code) => found.get(code) ?? []
}

const downward: readonly AreaLevel[] = ['city', 'district', 'street', 'community', 'estate', 'grid']

/** The asked area; null: the whole city where no one area holds it. */
export function topArea({ areas }: RegisterInput): RegisterArea | null {
  for (const level of downward) {
    const found = areas.at(level)
    if (found.length > 0) return found.length === 1 ? found[0] : null
  }
  return null
}

export const total = <T>(all: Iterable<T>, of: (one: T) => number | null): number => {
  let sum = 0
  for (const one of all) sum += of(one) ?? 0
  return sum
}

/** 0..1; null: nothing to divide by. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Whole percents for a sentence; null: nothing to divide by. */
export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((100 * part) / whole))

/** Names of areas one after another, for a sentence; null: none. */
export const namesOf = (areas: readonly RegisterArea[]): string | null => (areas.length === 0 ? null : areas.map(({ name }) => name).join('、'))

/** Larger first; what is unknown comes last; areas that are alike by code. */
export const byNumber = (column: number) => (a: Row, b: Row): number => numberAt(b, column) - numberAt(a, column) || (a.id < b.id ? -1 : 1)
const numberAt = ({ cells }: Row, column: number): number => { const cell = cells[column]; return typeof cell === 'number' ? cell : -Infinity }
