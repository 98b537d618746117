import type { CityRecord } from '../../../geodata/model/city.ts'
import { eventCounts } from './events.ts'
import { admittedTaskEntries, counterEntries } from './counters.ts'
import { estateEntries } from './estates.ts'
import { fundEntries } from './funds.ts'
import type { Garden } from './garden.ts'
import { governEntries } from './govern.ts'
import { claimEntries, listEntries } from './lists.ts'
import { offerEntries } from './offers.ts'
import { programmeEntries } from './programmes.ts'
import { serviceItemEntries } from './serviceItems.ts'
import { signEntries } from './signs.ts'
import { slotEntries } from './slots.ts'
import { taskEntries } from './tasks.ts'
import { trainEntries } from './train.ts'
import { twoNewRecords } from './twoNew.ts'
import { workerEntries } from './twoNewWorkers.ts'

/** Rows of every register of the demo, and its monthly events. */
export function* registerRecords(garden: Garden): Generator<CityRecord> {
  const grown: CityRecord[] = []
  for (const grow of growers) for (const record of grow(garden, grown)) {
    grown.push(record)
    yield record
  }
  // What rests on other rows comes after them.
  const claims = [...claimEntries(garden, grown)]
  yield* claims
  yield* fundEntries(garden, grown)
  yield* taskEntries(garden, [...grown, ...claims])
}

/** One for each group of sheets, each in a file of its own. */
const growers: readonly ((garden: Garden, grown: readonly CityRecord[]) => Iterable<CityRecord>)[] = [listEntries, slotEntries, serviceItemEntries, signEntries, offerEntries, counterEntries, admittedTaskEntries, estateEntries, programmeEntries, twoNewRecords, workerEntries, governEntries, trainEntries, eventCounts]
