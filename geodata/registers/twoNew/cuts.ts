import { organisationKinds, type OrganisationKind, type Scene } from '../../model/organisation.ts'
import type { Size } from '../../model/twoNew.ts'
import type { Firm } from './firm.ts'
import { addFirm, addTally, newTally, type Tally } from './tally.ts'

/** Tallies of one kind of organisation. */
export type KindCuts = { all: Tally; /** In no community there is. */ outside: Tally; byArea: Map<string, Tally>; byScene: Map<Scene | null, Tally>; bySize: Map<Size, Tally>; aboveScale: Tally }
export type Cuts = { kinds: Readonly<Record<OrganisationKind, KindCuts>>; byCarrier: Map<string, Readonly<Record<OrganisationKind, Tally>>> }

/** Every cut in one pass; areas above communities and the whole are sums of those. `chainOf`: codes of a community and of the areas it lies in. O(firms + communities x levels). */
export function cutsOf(firms: Iterable<Firm>, chainOf: (community: string) => readonly string[], least: number): Cuts {
  const kinds = { enterprise: newKind(), socialOrganisation: newKind() }
  const homes = { enterprise: new Map<string, Tally>(), socialOrganisation: new Map<string, Tally>() }
  const byCarrier: Cuts['byCarrier'] = new Map()
  for (const firm of firms) {
    const { kind, scene, employees, aboveScale, carrier } = firm.organisation
    const own = kinds[kind]
    addFirm(firm.community === null ? own.outside : tallyAt(homes[kind], firm.community), firm, least)
    addFirm(tallyAt(own.byScene, scene), firm, least)
    addFirm(tallyAt(own.bySize, sizeOf(employees)), firm, least)
    if (aboveScale === true) addFirm(own.aboveScale, firm, least)
    if (carrier !== null) addFirm(kindsAt(byCarrier, carrier)[kind], firm, least)
  }
  for (const kind of organisationKinds) {
    const { all, outside, byArea } = kinds[kind]
    addTally(all, outside)
    for (const [community, tally] of homes[kind]) {
      addTally(all, tally)
      for (const code of chainOf(community)) addTally(tallyAt(byArea, code), tally)
    }
  }
  return { kinds, byCarrier }
}

export function sizeOf(employees: number | null): Size {
  if (employees === null) return 'unknown'
  return employees < 10 ? '1-9' : employees < 50 ? '10-49' : employees < 100 ? '50-99' : '100+'
}

const newKind = (): KindCuts => ({ all: newTally(), outside: newTally(), byArea: new Map(), byScene: new Map(), bySize: new Map(), aboveScale: newTally() })

function tallyAt<K>(tallies: Map<K, Tally>, key: K): Tally {
  const known = tallies.get(key)
  if (known) return known
  const tally = newTally()
  tallies.set(key, tally)
  return tally
}

function kindsAt(carriers: Cuts['byCarrier'], id: string): Readonly<Record<OrganisationKind, Tally>> {
  const known = carriers.get(id)
  if (known) return known
  const tallies = Object.fromEntries(organisationKinds.map((kind) => [kind, newTally()])) as Record<OrganisationKind, Tally>
  carriers.set(id, tallies)
  return tallies
}
