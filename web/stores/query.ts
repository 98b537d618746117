import { groups } from '../../geodata/model/facility.ts'
import { metrics, profileCodes } from '../../geodata/model/catalogue.ts'
import { readAt } from '../clock/at.ts'
import { cameraText, readCamera } from './camera.ts'
import { oneOf, optional, readTable, row, text, writeTable, type TableFault, type ValuesOf } from './table.ts'

export const layerNames = ['facilities', 'units', 'gates', 'boundaries'] as const
export type LayerName = (typeof layerNames)[number]
export const sorts = ['need', 'residents', 'minutes', 'name'] as const
export type Sort = (typeof sorts)[number]
/** What a desk offers; a wall has red as well. */
export const deskThemes = ['system', 'light', 'dark'] as const
export const themes = [...deskThemes, 'red'] as const
export type Theme = (typeof themes)[number]
export const langs = ['zh', 'en'] as const

const amount = (most: number) => (found: string) => {
  const value = /^\d{1,5}(\.\d{1,3})?$/.test(found) ? Number(found) : Number.NaN
  return value > 0 && value <= most ? value : undefined
}
const groupOf = (found: string) => groups.find((group) => group === found)

/** Everything the address holds, in the order it is written. The bounds are those of the contract (geodata/contract/parts.ts). */
export const queryTable = {
  category: optional<string>('push', 'fault.code', text(64), String),
  minutes: optional<number>('push', 'fault.minutes', amount(60), String),
  metres: optional<number>('push', 'fault.metres', amount(5000), String),
  metric: oneOf(metrics, 'network', 'push'),
  profile: oneOf(profileCodes, 'planning', 'push'),
  /** null: the category's own group. */
  group: { ...optional('push', 'fault.oneOf', groupOf, String), choices: groups },
  /** Only sites open at that instant count; null: at any opening hour. */
  at: optional<string>('push', 'fault.at', readAt, String),
  area: optional<string>('push', 'fault.code', text(64), String),
  building: optional<string>('push', 'fault.id', text(200), String),
  sort: oneOf(sorts, 'need', 'replace'),
  layers: row<readonly LayerName[]>({
    standard: ['facilities', 'boundaries'], history: 'replace', expected: 'fault.layers', choices: layerNames,
    read: (found) => {
      if (found === 'none') return []
      const names = found.split(',')
      return names.every((name) => layerNames.some((known) => known === name)) ? layerNames.filter((known) => names.includes(known)) : undefined
    },
    write: (names) => (names.length === 0 ? 'none' : layerNames.filter((known) => names.includes(known)).join(',')),
  }),
  /** Name of an outer base map; null: our own ground and streets alone. */
  base: optional<string>('replace', 'fault.code', text(80), String),
  theme: oneOf(themes, 'system', 'replace'),
  lang: oneOf(langs, 'zh', 'replace'),
  map: optional('replace', 'fault.map', readCamera, cameraText),
} as const

export type QueryKey = keyof typeof queryTable
export type QueryValues = ValuesOf<typeof queryTable>
export type Query = Partial<Record<QueryKey, string>>
export type Fault = TableFault<QueryKey>

export const queryKeys = Object.keys(queryTable) as QueryKey[]

export const standardValues = (): QueryValues => readQuery({}).values

/** Reads an address; of two limits the minutes are kept. */
export const readQuery = (query: Readonly<Record<string, unknown>>): { values: QueryValues; faults: Fault[] } => {
  const { values, faults } = readTable(queryTable, query)
  if (values.minutes === null || values.metres === null) return { values, faults }
  return { values: { ...values, metres: null }, faults: [...faults, { parameter: 'metres', found: String(values.metres), expected: 'fault.oneLimit', choices: '' }] }
}

/** Writes values as an address; defaults are left out. */
export const writeQuery = (values: QueryValues): Query => writeTable(queryTable, values)

/** Whether going from one set of values to the other is a step of its own in the browser's history. */
export const historyOf = (before: QueryValues, after: QueryValues): 'push' | 'replace' | 'none' => {
  const was = writeQuery(before)
  const is = writeQuery(after)
  const changed = queryKeys.filter((key) => was[key] !== is[key])
  if (changed.length === 0) return 'none'
  // Walking down the list with the arrow keys is one step, not one for each building passed.
  const walking = changed.every((key) => queryTable[key].history === 'replace' || (key === 'building' && before.building !== null))
  return walking ? 'replace' : 'push'
}
