import type { Area, AreaCoding } from './area.ts'
import type { Building, Gate } from './building.ts'
import type { Entry } from './entry.ts'
import type { EventCount } from './eventCount.ts'
import type { Facility, Unit } from './facility.ts'
import type { Organisation } from './organisation.ts'
import type { Ground, Street } from './street.ts'

/** What flows from a file or a seed into the store, one record at a time and in any order. */
export type CityRecord =
  | { kind: 'area'; record: Area }
  | { kind: 'building'; record: Building }
  | { kind: 'gate'; record: Gate }
  | { kind: 'street'; record: Street }
  | { kind: 'ground'; record: Ground }
  | { kind: 'facility'; record: Facility }
  | { kind: 'unit'; record: Unit }
  | { kind: 'organisation'; record: Organisation }
  | { kind: 'entry'; record: Entry }
  | { kind: 'eventCount'; record: EventCount }

export const recordKinds = ['area', 'building', 'gate', 'street', 'ground', 'facility', 'unit', 'organisation', 'entry', 'eventCount'] as const
export type RecordKind = (typeof recordKinds)[number]
/** Kinds that are edited one record at a time; of a building only the counts are. The rest comes by import. */
export const editableKinds = ['facility', 'unit', 'organisation', 'gate', 'building', 'entry'] as const satisfies readonly RecordKind[]
export type EditableKind = (typeof editableKinds)[number]

export type RecordOf<K extends RecordKind> = Extract<CityRecord, { kind: K }>['record']

/** One database holds one city. */
export type CityIdentity = {
  name: string
  /** true: 示意数据, synthetic; nothing real may be mixed in. */
  demo: boolean
  coding: AreaCoding
  /** Shown on every map and export; empty for the demo. */
  attribution: string
  /** 审图号; empty by default. */
  mapApproval: string
  /** Newest date of the sources, ISO; null when none states one. */
  sourceDate: string | null
}

/** Counters that grow by one with each change of what they name, so that a change redoes only what rests on it. */
export type Versions = {
  /** Shapes, uses and storeys of buildings; areas. */
  geometry: number
  /** Streets and gates. */
  network: number
  /** Residents and households. */
  residents: number
  /** Names on the base map and on buildings. */
  labels: number
  /** What the map shows of sites, units and gates beside their categories: names, places of units. */
  places: number
  /** Rows of registers and organisations. */
  registers: number
  /** Monthly counts of events. */
  events: number
  /** Words that only a record's own card shows: telephone, source, date. */
  text: number
  /** By category code: place, admission, hours and capacity of its sites. */
  categories: Readonly<Record<string, number>>
}

export const noVersions: Versions = { geometry: 0, network: 0, residents: 0, labels: 0, places: 0, registers: 0, events: 0, text: 0, categories: {} }
