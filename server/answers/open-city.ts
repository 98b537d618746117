import { cityBuilder, type City } from '../../geodata/kernel/city.ts'
import { reachCache, type ReachCache } from '../../geodata/kernel/cache.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityIdentity, RecordKind, Versions } from '../../geodata/model/city.ts'
import type { Facility } from '../../geodata/model/facility.ts'
import type { BuildingCounts } from '../../geodata/model/overlay.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import { countsAtLoad } from '../security/counts-at-load.ts'
import { visibleReading } from '../security/visible-reading.ts'
import { shanghaiDay } from '../store/day.ts'
import type { Reading, Store } from '../store/store.ts'
import { idIndexBuilder, type IdIndex } from './id-index.ts'
import { noHours, withSites, type SiteHours } from './hours/hours-of.ts'
import { newLists, type CityLists } from './records/city-lists.ts'

/** A city ready to answer: columns and network for the figures, the store for names. A change makes another one that shares what the change leaves alone (revise-city.ts). */
export type OpenCity = {
  city: City
  ids: IdIndex
  /** Read again with every revision of the counts (countsAtLoad). */
  base: readonly BuildingCounts[]
  cache: ReachCache
  identity: CityIdentity
  versions: Versions
  catalogue: Catalogue
  counts: Readonly<Record<RecordKind, number>>
  box: Box
  /** Which database this is, see Reading. */
  born: string
  validityEdge: string | null
  /** The day it was read or revised for: what began or ended until then is seen. */
  day: string
  /** Newest line of the change log that is in it. */
  lastChange: number
  /** Records by name and place, made when they are first asked for. */
  lists: CityLists
  names: Reading
  hours: SiteHours
}

/** One unmoving view is read from end to end. Null: there is no city or no building yet. */
export async function openCity(store: Store, progress: (stage: string, done: number) => void = () => {}, day: string = shanghaiDay()): Promise<OpenCity | null> {
  const view = visibleReading(await store.snapshot())
  try {
    const [identity, catalogue, versions, counts, box, born, validityEdge, lastChange] = [
      await view.identity(), await view.catalogue(), await view.versions(), await view.counts(), await view.extent(), await view.born(), await view.validityEdge(day), await view.lastChange(),
    ]
    if (!identity || !catalogue || !box) return null
    const builder = cityBuilder(catalogue, box, versions)
    const ids = idIndexBuilder()
    for await (const area of view.areas()) builder.addArea(area)
    for await (const street of view.streets()) builder.addStreet(street)
    for await (const gate of view.gates()) builder.addGate(gate)
    let done = 0
    for await (const building of view.buildings()) {
      builder.addBuilding(building)
      ids.add(building.id)
      if (++done % 50_000 === 0) progress('buildings', done)
    }
    const facilities: Facility[] = []
    for await (const facility of view.facilities(day)) {
      builder.addFacility(facility)
      facilities.push(facility)
    }
    progress('network', counts.street)
    const index = ids.finish()
    return {
      city: builder.finish(), ids: index, base: await countsAtLoad(view, index), cache: reachCache(), identity, versions, catalogue, counts, box, born, validityEdge, day, lastChange, lists: newLists(), names: visibleReading(store), hours: withSites(noHours(catalogue), facilities),
    }
  } finally {
    view.close()
  }
}
