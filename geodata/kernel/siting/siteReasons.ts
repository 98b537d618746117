import type { Group } from '../../model/facility.ts'
import { groups } from '../../model/facility.ts'
import type { City } from '../columns.ts'
import type { CoverInstance } from './cover.ts'
import { rowOf } from './cover.ts'
import { nestedOrder } from './maxCover.ts'
import type { Demands } from './demands.ts'
import type { ChosenStep } from './sitingAnswer.ts'

/** Takes the chosen steps one after the other and says what each gains and what it beats. `cover`: homes not covered today, by candidate. O(chosen x entries). */
export function reasonsFor(city: City, demands: Demands, group: Group, cover: CoverInstance, chosen: readonly number[], locked: readonly number[], isBarred: (site: number) => boolean): Omit<ChosenStep, 'left'>[] {
  const seen = new Uint8Array(demands.count), taken = new Set(chosen)
  const gainOf = (site: number): number => rowOf(cover, site).reduce((sum, demand) => sum + (seen[demand] ? 0 : demands.residents[group][demand]), 0)
  return nestedOrder({ ...cover, weights: demands.residents[group] }, chosen, locked).map(({ site, gain }) => {
    let other = -1, most = -1
    for (let at = 0; at < cover.sites; at++) {
      if (taken.has(at) || isBarred(at) || cover.offsets[at] === cover.offsets[at + 1]) continue
      const worth = gainOf(at)
      if (worth > most) [other, most] = [at, worth]
    }
    const fresh = rowOf(cover, site).filter((demand) => !seen[demand])
    const byArea = new Map<number, number>()
    for (const demand of fresh) {
      seen[demand] = 1
      const area = city.buildings.area[demands.building[demand]], persons = demands.residents[group][demand]
      if (persons > 0) byArea.set(area, (byArea.get(area) ?? 0) + persons)
    }
    return {
      candidate: site, buildingsGained: fresh.length,
      gain: Object.fromEntries(groups.map((each) => [each, fresh.reduce((sum, demand) => sum + demands.residents[each][demand], 0)])) as Record<Group, number>,
      byArea: [...byArea].map(([area, residents]) => ({ area, residents })).toSorted((a, b) => b.residents - a.residents || a.area - b.area),
      beats: other >= 0 && gain >= most ? { candidate: other, by: gain - most } : null,
    }
  })
}
