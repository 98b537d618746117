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
  /** Several areas may share a record, so that the figure is the number of rows once they have been put together. */
  shared?: true
}

export const noLights: Lights = { states: [], areas: [], places: [] }

/** A row with what most rows leave out. */
export const record = ({ id, name, ...more }: Pick<ListedRecord, 'id' | 'name'> & Partial<ListedRecord>): ListedRecord => ({ id, name, area: null, areaName: null, position: null, cells: [], state: null, ...more })

/** Places of rows that have one. */
export const placesOf = (rows: readonly ListedRecord[]): Lights['places'] => rows.flatMap(({ id, name, position }) => (position && typeof name === 'string' ? [{ id, name, position }] : []))

export const areasOf = (rows: readonly ListedRecord[]): string[] => [...new Set(rows.flatMap(({ area }) => area ?? []))].toSorted()

export const counted = (value: number | null, of: number | null, why: Told['why'] = null, untold = 0): Told => ({ value, of, untold, why })

/** Of one column. */
export const sumOf = (rows: readonly ListedRecord[], cell: number): number => rows.reduce((sum, { cells }) => sum + Number(cells[cell] ?? 0), 0)
