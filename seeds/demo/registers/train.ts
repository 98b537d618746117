import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Garden } from './garden.ts'
import { memberEntries } from './trainMembers.ts'
import { teamEntries } from './trainTeams.ts'
import { unitEntries } from './trainUnits.ts'

/** 共培: members reporting in, posts, service, pairs, staff. */
export function* trainEntries(garden: Garden): Generator<CityRecord> {
  yield* memberEntries(garden)
  yield* unitEntries(garden)
  yield* teamEntries(garden)
}
