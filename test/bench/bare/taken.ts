import type { City } from '../../../geodata/kernel/city.ts'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import type { Source } from '../../../geodata/kernel/sources.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { BareNetwork } from './network.ts'
import type { BarePoints } from './straight.ts'

/** Sites of each category. */
export const sourcesByCategory = (city: City): Source[][] => city.catalogue.categories.map((category) => sourcesOf(city, emptyOverlay, category.code, 'all'))

/** The same network, offsets and starts for the bare kernel: nothing but the arrays. */
export function bareNetworkOf(city: City): BareNetwork {
  const footing = footingOf(city, false, [])
  const { first } = footing.doors
  return {
    offsets: footing.walk.offsets, targets: footing.walk.targets, lengths: footing.walk.metres, from: first.from, to: first.to, fromMetres: first.fromMetres, toMetres: first.toMetres,
    starts: sourcesByCategory(city).map((sources) => {
      const snaps = footing.snapPlaces(sources)
      return { nodes: Int32Array.from([...snaps.from, ...snaps.to]), metres: Float32Array.from([...snaps.fromMetres, ...snaps.toMetres]) }
    }),
  }
}

export function barePointsOf(city: City): BarePoints {
  const sources = sourcesByCategory(city)
  return {
    x: city.buildings.x, y: city.buildings.y, siteX: sources.map((row) => Float32Array.from(row, (source) => source.x)), siteY: sources.map((row) => Float32Array.from(row, (source) => source.y)),
  }
}
