import type { CityIdentity, CityRecord, RecordKind, RecordOf } from '../../geodata/model/city.ts'
import type { City } from '../../geodata/kernel/city.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { demoCity } from '../../seeds/demo.ts'
import type { PlantedStories } from '../../seeds/demo/city.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import { buildCity } from '../tools/build-city.ts'

/** The seed the product plants when none is given. */
export const usualSeed = 1

export type Planted = { identity: CityIdentity; stories: PlantedStories; box: Box; records: CityRecord[]; all: <K extends RecordKind>(kind: K) => RecordOf<K>[] }

const kept = new Map<number, Planted>()

/** The demo district of a seed, made once by each process of a run; nobody changes it. */
export function planted(seed = usualSeed): Planted {
  const known = kept.get(seed)
  if (known !== undefined) return known
  const city = demoCity({ seed })
  const stories = city.stories()
  if (stories === null) throw new Error('the default district was expected to hold its stories')
  const records = [...city.records]
  const all = <K extends RecordKind>(kind: K): RecordOf<K>[] => records.flatMap((each) => (each.kind === kind ? [each.record as RecordOf<K>] : []))
  const made: Planted = { identity: city.identity, records, all, stories, box: city.box }
  kept.set(seed, made)
  return made
}

/** The same district as the kernel sees it. */
export function builtCity(seed = usualSeed): City {
  return buildCity(catalogue, planted(seed).box, planted(seed).records)
}
