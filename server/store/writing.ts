import { codeDigits, type AreaCoding } from '../../geodata/model/area.ts'
import { recordKinds, type CityRecord } from '../../geodata/model/city.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import type { Facility } from '../../geodata/model/facility.ts'
import { isConstraintError, type Connection } from './driver.ts'
import { referenceKeeper } from './entry-references.ts'
import { historian } from './history.ts'
import { upserter, type RecordTable, type Touch, type Upsert } from './record-table.ts'
import { StoreError } from './store-error.ts'
import { facilityTable, histories } from './tables/facility-table.ts'
import { tables } from './tables/all.ts'
import { categoryVersion } from './versions.ts'

export type Written = { change: 'added' | 'changed' | 'same' }

/** Puts records into their tables inside a transaction that is already open, and remembers which versions they touch. */
export type Writer = { put(record: CityRecord): Written; touched: Set<string> }

/** `day`: from when on changed hours or a changed admission hold, ISO. */
export function writer(connection: Connection, coding: AreaCoding, day: string): Writer {
  const touched = new Set<string>()
  // Statements are prepared with the first record of a kind: an edit has one, a load all.
  const put = {
    area: later(() => putter(connection, tables.area)), building: later(() => putter(connection, tables.building)), gate: later(() => putter(connection, tables.gate)),
    street: later(() => putter(connection, tables.street)), ground: later(() => putter(connection, tables.ground)), unit: later(() => putter(connection, tables.unit)),
    organisation: later(() => putter(connection, tables.organisation)), facility: later(() => facilityPutter(connection, day)),
    entry: later(() => entryPutter(connection)), eventCount: later(() => putter(connection, tables.eventCount)),
  }

  function putChecked({ kind, record }: CityRecord): Upsert & { categories: string[] } {
    if (coding === 'statistical') checkCode({ kind, record } as CityRecord)
    // The switch keeps each record with its own table; a lookup by kind would lose that tie.
    switch (kind) {
      case 'area': return put.area(record)
      case 'building': return put.building(record)
      case 'gate': return put.gate(record)
      case 'street': return put.street(record)
      case 'ground': return put.ground(record)
      case 'unit': return put.unit(record)
      case 'organisation': return put.organisation(record)
      case 'facility': return put.facility(record)
      case 'entry': return put.entry(record)
      case 'eventCount': return put.eventCount(record)
    }
  }

  return {
    touched,
    put(change) {
      try {
        const upsert = putChecked(change)
        for (const name of versionNames(upsert.touched, upsert.categories)) touched.add(name)
        return { change: upsert.change }
      } catch (error) {
        throw named(error, change)
      }
    },
  }
}

/** How a record is called in a sentence. */
const recordName = (change: CityRecord): string => `${change.kind} ${change.kind === 'area' ? change.record.code : change.record.id}`

/** Touches as names of versions. */
export const versionNames = (touched: Iterable<Touch>, categories: readonly string[]): string[] => [...touched].flatMap((touch) => (touch === 'category' ? categories.map(categoryVersion) : [touch]))

function later<R, T>(make: () => (record: R) => T): (record: R) => T {
  let made: ((record: R) => T) | null = null
  return (record) => (made ??= make())(record)
}

function putter<R>(connection: Connection, table: RecordTable<R>): (record: R) => Upsert & { categories: string[] } {
  const put = upserter(connection, table)
  return (record) => ({ ...put(record), categories: [] })
}

function facilityPutter(connection: Connection, day: string): (record: Facility) => Upsert & { categories: string[] } {
  const put = upserter(connection, facilityTable)
  const remember = histories.map((history) => historian(connection, history, day))
  return (record) => {
    const upsert = put(record)
    const touched = new Set<Touch>(upsert.touched)
    // All of them, not the first that changed.
    for (const changed of remember.map((one) => one(record))) if (changed) touched.add('category')
    const before = upsert.before?.['category']
    const change = upsert.change === 'same' && touched.size > 0 ? 'changed' : upsert.change
    return { ...upsert, change, touched, categories: typeof before === 'string' ? [record.category, before] : [record.category] }
  }
}

/** A row, and what its fields name. */
function entryPutter(connection: Connection): (record: Entry) => Upsert & { categories: string[] } {
  const put = upserter(connection, tables.entry)
  const keep = referenceKeeper(connection)
  return (record) => {
    const upsert = put(record)
    if (upsert.change !== 'same') keep(record, upsert.change === 'added')
    return { ...upsert, categories: [] }
  }
}

function checkCode(change: CityRecord): void {
  const [code, digits] = change.kind === 'area' ? [change.record.code, codeDigits[change.record.level]] : change.kind === 'building' ? [change.record.code, codeDigits.building] : [null, undefined]
  if (code === null || digits === undefined) return
  if (code.length !== digits || !/^\d+$/.test(code)) throw new StoreError('badCode', { expected: digits, found: code })
}

function named(error: unknown, change: CityRecord): unknown {
  if (error instanceof StoreError) return new StoreError(error.code, { ...error.details, record: recordName(change) })
  if (isConstraintError(error)) return new StoreError('badRecord', { record: recordName(change), found: error.message })
  return error
}

export const emptyCounts = (): Record<(typeof recordKinds)[number], number> => ({ area: 0, building: 0, gate: 0, street: 0, ground: 0, facility: 0, unit: 0, organisation: 0, entry: 0, eventCount: 0 })
