import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Garden } from './garden.ts'
import { row } from './row.ts'
import { branchEntries } from './twoNewBranches.ts'
import { carriersOf } from './twoNewCarriers.ts'
import { enterprisesOf } from './twoNewFirms.ts'
import { societiesOf } from './twoNewSocieties.ts'
import { instructorEntries } from './twoNewWork.ts'

/** 两新 (story 7, 挤水分): carriers, branches, instructors, enterprises and social organisations, all of invented names and codes that are nobody's. */
export function* twoNewRecords(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('two-new')
  const carriers = carriersOf(garden)
  for (const { id, name, kind, position, communities: [home, ...others], floors, building } of carriers) yield row('carrier', id, { kind, alsoIn: others.length > 0 ? others : null, floors, building }, { name, area: home, position })
  const drafts = [...enterprisesOf(garden, carriers, dice), ...societiesOf(garden, dice)]
  yield* branchEntries(garden, drafts, carriers)
  yield* instructorEntries(garden, drafts, carriers, dice)
  for (const { organisation } of drafts) yield { kind: 'organisation', record: organisation }
}
