import type { AnswerOf } from '../../../../geodata/contract/exchange.ts'
import type { wallRecords } from '../../../../geodata/contract/wall.ts'

export type WallRecords = AnswerOf<typeof wallRecords>
export type WallRecord = WallRecords['rows'][number]
export type Lights = WallRecords['lights']
export type Told = WallRecords['figure']

/** A row whose name is looked up once it is shown: a city has more buildings than a page. */
export type ListedRecord = Omit<WallRecord, 'name'> & { name: string | { building: number } }

/** The records behind a subject in one area: exactly those that its figure counts. */
export type RecordList = {
  rows: readonly ListedRecord[]
  figure: Told
  lights: Lights
  /** Of lists in which several areas share a record: which rows are counted once the areas have been put together, of all of them (`of`) or as they are. */
  counts?: { is: (row: ListedRecord) => boolean; of: boolean }
}

export const noLights: Lights = { states: [], areas: [], places: [] }

/** A row with what most rows leave out. */
export const record = ({ id, name, ...more }: Pick<ListedRecord, 'id' | 'name'> & Partial<ListedRecord>): ListedRecord => ({ id, name, area: null, areaName: null, position: null, cells: [], state: null, ...more })

/** Places of rows that have one. */
export const placesOf = (rows: readonly ListedRecord[]): Lights['places'] => rows.flatMap(({ id, name, position }) => (position && typeof name === 'string' ? [{ id, name, position }] : []))

export const areasOf = (rows: readonly ListedRecord[]): string[] => [...new Set(rows.flatMap(({ area }) => area ?? []))].toSorted()

export const counted = (value: number | null, of: number | null, why: Told['why'] = null, untold = 0): Told => ({ value, of, untold, why })
