import type { CityIdentity, CityRecord } from '../geodata/model/city.ts'
import type { Box } from '../geodata/model/geometry.ts'
import { cityOf } from './demo/city.ts'
import type { PlantedStories } from './demo/city.ts'
import { tileHeightMetres, tileWidthMetres } from './demo/frame.ts'
import { metropolisOf } from './demo/metropolis.ts'
import { boxOf } from './demo/plane.ts'
import { provenance } from './demo/records.ts'

/** `stories` names the records of what is planted in the default district; null for a metropolis. */
export type DemoCity = { identity: CityIdentity; box: Box; records: Iterable<CityRecord>; stories: () => PlantedStories | null }

/** The default district holds about so many buildings; a larger number asked for grows a metropolis of such districts. */
const districtBuildings = 2650

/** An invented district, or with `buildings` an invented metropolis of about so many; the same seed gives the same bytes. `planted`, yyyy-mm-dd: its monthly events go on to the month before that day. */
export function demoCity({ seed, buildings, planted = null }: { seed: number; buildings?: number; planted?: string | null }): DemoCity {
  const identity: CityIdentity = { name: '演示市柳浦区', demo: true, coding: 'statistical', attribution: '', mapApproval: '', sourceDate: provenance.date }
  if (buildings !== undefined && buildings > districtBuildings * 1.5) {
    const { box, records } = metropolisOf(seed, buildings, districtBuildings)
    return { identity: { ...identity, name: '演示市' }, box, records, stories: () => null }
  }
  let grown: ReturnType<typeof cityOf> | null = null
  const city = (): ReturnType<typeof cityOf> => (grown ??= cityOf(seed, planted))
  return { identity, box: districtBox(), records: { [Symbol.iterator]: () => city().records() }, stories: () => city().stories }
}

/** Holds the district of every seed: corners stray at most 110 m from the nominal 4 x 3.5 km and sides bow at most 105 m more between them. */
function districtBox(): Box {
  const [east, north] = [tileWidthMetres / 2 + 180, tileHeightMetres / 2 + 180]
  return boxOf([[-east, -north], [east, -north], [east, north], [-east, north]], 0.0005)
}
