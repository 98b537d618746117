import { apportion } from '../../geodata/kernel/apportion.ts'
import type { District } from './district.ts'
import type { People } from './people.ts'

/** The resettlement community of the source document: 1,750 households, 4,000 people. */
const resettlementFigures = { households: 1750, residents: 4000, over60Share: 0.26, childrenShare: 0.13 }

/** A record without bounds in time. */
export const alwaysValid = { validFrom: null, validTo: null } as const

/** Sets the people of the resettlement estate so that its figures are met exactly. */
export function resettle(district: District, people: (People | null)[][]): void {
  const { households, residents, over60Share, childrenShare } = resettlementFigures
  const own = district.sites.flatMap((site, index) => (site.use === 'resettlement' ? people[index].flatMap((who) => who ?? []) : []))
  if (own.length === 0) return
  const homes = apportion(own.map((who) => who.households), households)
  const all = apportion(homes, residents)
  const older = apportion(all, Math.round(residents * over60Share))
  const young = apportion(all, Math.round(residents * childrenShare))
  own.forEach((who, index) => Object.assign(who, { households: homes[index], all: all[index], over60: older[index], over80: Math.round(older[index] * 0.146), children: young[index] }))
}
