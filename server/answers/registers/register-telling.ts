import type { Reader } from '../../../geodata/contract/exchange.ts'
import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { protect, type Told } from '../../../geodata/registers/protect.ts'
import type { Cell, Column, Guarded, Headline, RegisterTable, Row } from '../../../geodata/registers/register.ts'
import { leastForRate } from '../../../geodata/words/protection.ts'
import { kOf } from '../../security/k.ts'
import { viewOf } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { areaTree, type RegisterAsk } from './register-input.ts'
import { tableOf } from './register-tables.ts'

/** What of a table a reader is told of persons. null from `told`: exact figures, nothing is held back. */
export type Telling = { k: number; told: Told | null }

const toldByTable = new WeakMap<RegisterTable, Map<number, Told>>()

/** Planners within their areas: exact. Everybody else: protected, by blocks of the whole city's persons whatever area is asked about. */
export async function tellingOf(open: OpenCity, code: RegisterCode, ask: RegisterAsk, reader: Reader): Promise<Telling> {
  const k = kOf(open.catalogue)
  if (viewOf(open, reader, ask.area).shield === null) return { k, told: null }
  const whole = await tableOf(open, code, { area: null, day: ask.day }, reader)
  if (!whole) return { k, told: () => 0 }
  const byK = toldByTable.get(whole.table) ?? new Map<number, Told>()
  toldByTable.set(whole.table, byK)
  const told = byK.get(k) ?? protect(areaTree(open), whole.table.atoms, k)
  byK.set(k, told)
  return { k, told }
}

/** A cell as it is told. Counts of persons in rows that are no areas are for those who see exact figures. */
export function toldCell({ told }: Telling, column: Column, row: Row, value: Cell): Cell {
  if (told === null || !guards(column)) return value
  if (row.area === null || (row.opens !== 'area' && row.id !== row.area)) return null
  return tells(told, [row.area], row.keys?.[column.code] ? { ...column, keys: row.keys[column.code] } : column) ? value : null
}

/** A headline of the asked area as it is told; its denominator goes with it. */
export function toldHeadline({ told }: Telling, headline: Headline, area: string | null): Headline {
  if (told === null || !guards(headline) || tells(told, [area ?? ''], headline)) return headline
  return { ...headline, value: null, of: headline.rests ? null : headline.of }
}

/** A value of the answer as it is told: itself, or why not. */
export function toldValue({ told, k }: Telling, { value, areas, keys, rate }: Guarded): { value: string | number | null; hidden: 'few' | 'untold' | null } {
  if (told === null || tells(told, areas, rate ? { code: '', rests: keys } : { code: '', persons: true, keys })) return { value, hidden: null }
  return { value: null, hidden: typeof value === 'number' && value > 0 && value < k && !rate ? 'few' : 'untold' }
}

/** Whether a table counts persons at all. */
export const countsPersons = ({ columns, headlines, atoms }: RegisterTable): boolean => atoms.length > 0 || columns.some(guards) || headlines.some(guards)

type Guards = Pick<Column, 'code' | 'persons' | 'keys' | 'rests'>
const guards = ({ persons, rests }: Pick<Column, 'persons' | 'rests'>): boolean => persons === true || rests !== undefined

/** Whether all that a figure rests on is told in every one of the areas, and enough for a rate where it is one. */
function tells(told: Told, areas: readonly string[], { code, persons, keys, rests }: Guards): boolean {
  const sum = (wanted: readonly string[]): number | null => {
    let total = 0
    for (const area of areas) {
      for (const key of wanted) {
        const part = told(area, key)
        if (part === null) return null
        total += part
      }
    }
    return total
  }
  if (persons && sum(keys ?? [code]) === null) return false
  const base = rests === undefined ? leastForRate : sum(rests)
  return base !== null && base >= leastForRate
}
