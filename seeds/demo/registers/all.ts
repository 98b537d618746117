import type { CityRecord } from '../../../geodata/model/city.ts'
import { eventCounts } from './events.ts'
import type { Garden } from './garden.ts'
import { claimEntries, listEntries } from './lists.ts'
import { serviceItemEntries } from './serviceItems.ts'
import { slotEntries } from './slots.ts'
import { taskEntries } from './tasks.ts'
import { twoNewRecords } from './twoNew.ts'
import { workerEntries } from './twoNewWorkers.ts'

/** Rows of every register of the demo, and its monthly events. */
export function* registerRecords(garden: Garden): Generator<CityRecord> {
  const grown: CityRecord[] = []
  for (const grow of growers) for (const record of grow(garden)) {
    grown.push(record)
    yield record
  }
  // What rests on other rows comes after them.
  const claims = [...claimEntries(garden, grown)]
  yield* claims
  yield* taskEntries(garden, [...grown, ...claims])
}

/** One for each group of sheets, each in a file of its own. */
const growers: readonly ((garden: Garden) => Iterable<CityRecord>)[] = [listEntries, slotEntries, serviceItemEntries, twoNewRecords, workerEntries, eventCounts]
