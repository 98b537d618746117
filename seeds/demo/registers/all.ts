import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Garden } from './garden.ts'
import { slotEntries } from './slots.ts'

/** Rows of every register of the demo, and its monthly events. */
export function* registerRecords(garden: Garden): Generator<CityRecord> {
  for (const grow of growers) yield* grow(garden)
}

/** One for each group of sheets, each in a file of its own. */
const growers: readonly ((garden: Garden) => Iterable<CityRecord>)[] = [slotEntries]
