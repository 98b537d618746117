import { apportion } from '../../geodata/kernel/apportion.ts'
import type { District } from './district.ts'
import type { Home } from './homes.ts'
import type { People } from './people.ts'

/** The estate of the source document that lost its property company: 391 households, 1,000 people and more (2.6 to a household). */
export const handoverFigures = { name: '汀岸新城', households: 391, residents: 1017 } as const

/** Sets the people of one ordinary estate so that its figures are met exactly: that whose households are nearest, with dwellings enough, and none of whose homes is kept for another story. */
export function handOver({ sites }: District, people: (People | null)[][], homes: readonly Home[], kept: ReadonlySet<Home>): void {
  const { name, households, residents } = handoverFigures
  const taken = new Set(homes.flatMap((home) => (kept.has(home) ? [home.site] : [])))
  const candidates = sites.flatMap((site, index) => {
    const own = people[index].flatMap((who) => who ?? [])
    const dwellings = site.buildings.reduce((sum, building) => sum + building.dwellings, 0)
    return site.use !== 'estate' || site.ring.length === 0 || taken.has(index) || dwellings < households ? [] : [{ site, own, off: Math.abs(own.reduce((sum, who) => sum + who.households, 0) - households) }]
  }).toSorted((a, b) => a.off - b.off)
  const best = candidates.at(0)
  if (!best) return
  best.site.name = name
  const counts = apportion(best.own.map((who) => who.households), households), all = apportion(counts, residents)
  best.own.forEach((who, index) => {
    const factor = all[index] / Math.max(1, who.all)
    const over60 = Math.min(all[index], Math.round(who.over60 * factor))
    Object.assign(who, { households: counts[index], all: all[index], over60, over80: Math.round(over60 * 0.146), children: Math.min(all[index] - over60, Math.round(who.children * factor)) })
  })
}
