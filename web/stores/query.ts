import { groups } from '../../geodata/model/facility.ts'
import { metrics, profileCodes } from '../../geodata/model/catalogue.ts'
import type { TextKey } from '../text/zh.ts'
import { cameraText, readCamera } from './camera.ts'

export const layerNames = ['facilities', 'units', 'gates', 'boundaries'] as const
export type LayerName = (typeof layerNames)[number]
export const sorts = ['need', 'residents', 'minutes', 'name'] as const
export type Sort = (typeof sorts)[number]
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const langs = ['zh', 'en'] as const

/** One parameter of the address: its default, how it is read and written, and what to say when it cannot be read. */
type Row<T> = {
  standard: T
  /** undefined: not readable. */
  read: (text: string) => T | undefined
  write: (value: T) => string
  expected: TextKey
  choices?: readonly string[]
  /** push: a change is a step of the reader's, so that "back" undoes it. replace: it only follows the view. */
  history: 'push' | 'replace'
}
const row = <T>(value: Row<T>): Row<T> => value

const oneOf = <T extends string>(choices: readonly T[], standard: T, history: 'push' | 'replace'): Row<T> => row({
  standard, choices, history, expected: 'fault.oneOf',
  read: (text) => choices.find((choice) => choice === text), write: (value) => value,
})

const optional = <T>(history: 'push' | 'replace', expected: TextKey, read: (text: string) => T | undefined, write: (value: T) => string): Row<T | null> => row<T | null>({
  standard: null, history, expected, read, write: (value) => (value === null ? '' : write(value)),
})

const text = (longest: number) => (found: string) => (found.length > 0 && found.length <= longest ? found : undefined)
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
  theme: oneOf(themes, 'system', 'replace'),
  lang: oneOf(langs, 'zh', 'replace'),
  map: optional('replace', 'fault.map', readCamera, cameraText),
} as const

export type QueryKey = keyof typeof queryTable
export type QueryValues = { -readonly [K in QueryKey]: (typeof queryTable)[K]['standard'] }
export type Query = Partial<Record<QueryKey, string>>

/** A parameter that could not be read; the default stands in for it. */
export type Fault = { parameter: QueryKey; found: string; expected: TextKey; choices: string }

export const queryKeys = Object.keys(queryTable) as QueryKey[]

export const standardValues = (): QueryValues => readQuery({}).values

/** Reads an address. Whatever it holds, the values are usable; what could not be read is listed. Unknown parameters are let be. */
export const readQuery = (query: Readonly<Record<string, unknown>>): { values: QueryValues; faults: Fault[] } => {
  const values: Partial<Record<QueryKey, unknown>> = {}
  const faults: Fault[] = []
  for (const key of queryKeys) {
    const line = queryTable[key] as Row<unknown>
    const found = firstText(query[key])
    const value = found === null ? line.standard : line.read(found)
    values[key] = value === undefined ? line.standard : value
    if (value === undefined) faults.push({ parameter: key, found: found ?? '', expected: line.expected, choices: (line.choices ?? []).join(', ') })
  }
  if (typeof values.minutes === 'number' && typeof values.metres === 'number') {
    faults.push({ parameter: 'metres', found: String(values.metres), expected: 'fault.oneLimit', choices: '' })
    values.metres = null
  }
  return { values: values as QueryValues, faults }
}

/** Writes values as an address; defaults are left out, so that a plain view has a plain address. */
export const writeQuery = (values: QueryValues): Query => {
  const query: Query = {}
  for (const key of queryKeys) {
    const line = queryTable[key] as Row<unknown>
    const written = line.write(values[key])
    if (written !== line.write(line.standard)) query[key] = written
  }
  return query
}

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

const firstText = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : null
}
