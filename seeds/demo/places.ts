import type { Site } from './draft.ts'
import { residentialUses } from './landuse.ts'
import { shuffled } from './names.ts'
import type { Peopled } from './records.ts'
import type { Point } from './plane.ts'

/** A door a service or a unit can have: a shop, a place of work, a gate. */
export type Place = { position: Point; site: number; building: number; use: string; siteUse: Site['use'] }

/** The doors of one community, in an order that the seed decides; shops first, places of work apart. */
export type Places = { shops: Place[]; works: Place[]; gates: Place[]; take: () => Place | null }

export function placesOf({ district, areas }: Peopled, community: number, share: () => number, taken: ReadonlySet<string>): Places {
  const shops: Place[] = []
  const works: Place[] = []
  const gates: Place[] = []
  for (const index of areas.communities[community].sites) {
    const site = district.sites[index]
    site.buildings.forEach((building, order) => {
      if (building.entrances.length === 0 || building.use === null || building.dwellings > 0 || building.use === 'ancillary' || building.name === '幼儿园') return
      if (taken.has(doorKey(index, order))) return
      const place: Place = { position: building.entrances[0], site: index, building: order, use: building.use, siteUse: site.use }
      if (building.use === 'commercial' && residentialUses.includes(site.use)) shops.push(place)
      else works.push(place)
    })
    for (const gate of site.gates) if (gate.locked === 'never') gates.push({ position: gate.position, site: index, building: -1, use: 'gate', siteUse: site.use })
  }
  const mixed = { shops: shuffled(shops, share), works: shuffled(works, share), gates: shuffled(gates, share) }
  return { ...mixed, take: () => mixed.shops.pop() ?? mixed.gates.pop() ?? null }
}

export const doorKey = (site: number, building: number): string => `${site} ${building}`
