import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Garden } from './garden.ts'
import { bodyEntries, surveyEntries } from './governBodies.ts'
import { meetingEntries } from './governMeetings.ts'
import { placeEntries } from './governPlaces.ts'
import { seatEntries } from './governSeats.ts'
import { treeEntries, unitOrganisationEntries } from './governTree.ts'

/** 共管: who sits where, and what they meet about. `grown`: rows that are there already, some units' organisations among them. */
export function* governEntries(garden: Garden, grown: readonly CityRecord[]): Generator<CityRecord> {
  yield* seatEntries(garden)
  yield* treeEntries(garden)
  yield* unitOrganisationEntries(garden, grown)
  yield* placeEntries(garden)
  yield* meetingEntries(garden)
  yield* bodyEntries(garden)
  yield* surveyEntries(garden)
}
