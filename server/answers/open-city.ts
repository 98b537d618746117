import { cityBuilder, type City } from '../../geodata/kernel/city.ts'
import { reachCache, type ReachCache } from '../../geodata/kernel/cache.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityIdentity, RecordKind, Versions } from '../../geodata/model/city.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import { shanghaiDay } from '../store/day.ts'
import type { Reading, Store } from '../store/store.ts'
import { idIndexBuilder, type IdIndex } from './id-index.ts'
import { figuresKey } from './standing.ts'

/** A city ready to answer: columns and network for the figures, the store for names, which may change without a rebuild. */
export type OpenCity = {
  city: City
  ids: IdIndex
  cache: ReachCache
  identity: CityIdentity
  versions: Versions
  catalogue: Catalogue
  counts: Readonly<Record<RecordKind, number>>
  box: Box
  /** Which database this is, see Reading. */
  born: string
  validityEdge: string | null
  /** While it stays the same nothing needs to be built again. */
  figuresKey: string
  names: Reading
}

/** One unmoving view is read from end to end. Null: there is no city or no building yet. */
export async function openCity(store: Store, progress: (stage: string, done: number) => void = () => {}): Promise<OpenCity | null> {
  const view = await store.snapshot()
  try {
    const [identity, catalogue, versions, counts, box, born, validityEdge] = [
      await view.identity(), await view.catalogue(), await view.versions(), await view.counts(), await view.extent(), await view.born(), await view.validityEdge(shanghaiDay()),
    ]
    if (!identity || !catalogue || !box) return null
    const key = figuresKey(versions, catalogue.version, validityEdge)
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
    for await (const facility of view.facilities(shanghaiDay())) builder.addFacility(facility)
    progress('network', counts.street)
    return { city: builder.finish(), ids: ids.finish(), cache: reachCache(), identity, versions, catalogue, counts, box, born, validityEdge, figuresKey: key, names: store }
  } finally {
    view.close()
  }
}

/** Takes over what only changes words. Returns false when the figures changed too and the city must be opened anew. */
export async function refreshWords(open: OpenCity, store: Store): Promise<boolean> {
  const view = await store.snapshot()
  try {
    const [identity, catalogue, versions] = [await view.identity(), await view.catalogue(), await view.versions()]
    if (!identity || !catalogue || figuresKey(versions, catalogue.version, await view.validityEdge(shanghaiDay())) !== open.figuresKey) return false
    open.identity = identity
    open.versions = versions
    for await (const area of view.areas()) {
      const index = open.city.areas.byCode.get(area.code)
      if (index !== undefined) open.city.areas.names[index] = area.name
    }
    for await (const facility of view.facilities(shanghaiDay())) {
      const index = open.city.facilities.byId.get(facility.id)
      if (index !== undefined) open.city.facilities.names[index] = facility.name
    }
    return true
  } finally {
    view.close()
  }
}
