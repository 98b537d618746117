import type { Area, AreaCoding } from './area.ts'
import type { Building, Gate } from './building.ts'
import type { Facility, Unit } from './facility.ts'
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

export const recordKinds = ['area', 'building', 'gate', 'street', 'ground', 'facility', 'unit'] as const
export type RecordKind = (typeof recordKinds)[number]
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

/** Counters that grow by one with each change of what they name; `categories` by category code. */
export type Versions = { geometry: number; network: number; text: number; categories: Readonly<Record<string, number>> }
