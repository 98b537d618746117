import type { City } from '../../../geodata/kernel/city.ts'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import type { Footing } from '../../../geodata/kernel/footing.ts'
import { alongEdge, reachColumn } from '../../../geodata/kernel/reach.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import type { Source } from '../../../geodata/kernel/sources.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { heapColumn } from '../bare/heap.ts'
import { bareNetwork } from '../bare/network.ts'
import { bareNetworkOf, sourcesByCategory } from '../bare/taken.ts'
import type { Row } from '../row.ts'
import { interleaved } from '../row.ts'

export const boundMetres = 1200

export const row: Row = {
  name: 'network', size: { buildings: 1_000_000, nodes: 200_000 },
  run(city) {
    if (!city) return []
    const bare = bareNetworkOf(city)
    const footing = footingOf(city, false, [])
    const largest = city.catalogue.categories[19].code
    let columns: Float32Array[] = []
    const times = interleaved({
      product: () => { columns = productColumns(city) },
      kernel: () => { bareNetwork(bare, boundMetres) },
      largest: () => { reachColumn(footing, sourcesOf(city, emptyOverlay, largest, 'all'), boundMetres) },
      heap: () => { bare.starts.forEach((_, category) => heapColumn(bare, category, boundMetres)) },
    })
    let differing = 0
    sourcesByCategory(city).forEach((sources, category) => {
      const oracle = heapColumn(bare, category, boundMetres)
      walkSameStreet(footing, sources, oracle)
      oracle.forEach((metres, i) => { if (metres !== columns[category][i]) differing++ })
    })
    return [
      { work: 'network 1,200 m, bare kernel', milliseconds: times.kernel },
      { work: 'network 1,200 m, product', milliseconds: times.product, ratio: times.product / times.kernel, goal: { atMost: 1.5 }, note: 'times the kernel' },
      { work: 'network, binary heap', milliseconds: times.heap, ratio: times.heap / times.product, note: 'times the product' },
      { work: 'network, largest category alone', milliseconds: times.largest, ratio: times.largest / times.product, goal: { atMost: 0.15 }, note: 'of a full run' },
      { work: 'network, buildings that differ from the heap oracle', ratio: differing, goal: { atMost: 0 }, note: 'to the bit, all 20 categories' },
    ]
  },
}

export function productColumns(city: City): Float32Array[] {
  const footing = footingOf(city, false, [])
  return city.catalogue.categories.map((category) => reachColumn(footing, sourcesOf(city, emptyOverlay, category.code, 'all'), boundMetres))
}

/** Buildings on a site's own street, by looking at every building: the heap knows the ends of streets only. */
function walkSameStreet(footing: Footing, sources: readonly Source[], column: Float32Array): void {
  const sites = footing.snapPlaces(sources)
  const sitesOn = new Map<number, number[]>()
  sites.edge.forEach((edge, s) => { if (edge >= 0) sitesOn.set(edge, [...(sitesOn.get(edge) ?? []), s]) })
  const { first } = footing.doors
  for (let i = 0; i < first.count; i++) {
    for (const s of sitesOn.get(first.edge[i]) ?? []) {
      const metres = alongEdge(sites, s, first, i)
      if (metres <= boundMetres && metres < column[i]) column[i] = metres
    }
  }
}
