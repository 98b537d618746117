import type { OrganisationKind } from '../../model/organisation.ts'
import { protect, type AreaTree } from '../protect.ts'
import type { PersonAtom } from '../register.ts'
import type { Firm } from './firm.ts'

const measures = ['members', 'employees'] as const
export type PersonMeasure = (typeof measures)[number]

/** Persons of organisations as leaders are told them: down to carriers, never of one enterprise (DOMAIN.md 7.2), and by area and carrier alone: cuts by scene or size would give away what the others hide. */
export type PersonsTold = {
  /** '': the whole city; `outside`: in no community. */
  ofArea: (kind: OrganisationKind, measure: PersonMeasure, area: string) => number | null
  /** Of a carrier, over these communities (null: none). */
  ofCarrier: (kind: OrganisationKind, measure: PersonMeasure, carrier: string, communities: readonly (string | null)[]) => number | null
}

/** Fewer organisations give away what a single one has: enterprises are for planners (DOMAIN.md 7.2). */
export const leastFirms = 3

/** Persons outside every community stand under the root. */
export const outside = '-'

/** Carriers are the smallest areas of the tree: each part of a carrier under its own community. */
export function personsOf(tree: AreaTree, firms: readonly Firm[], k: number): PersonsTold {
  const parts = new Map<string, Set<string>>()
  const atoms: PersonAtom[] = []
  for (const { organisation, community, exclusion } of firms) {
    if (exclusion !== null) continue
    const at = community ?? outside
    const area = organisation.carrier === null ? at : partOf(at, organisation.carrier)
    if (organisation.carrier !== null) parts.set(at, (parts.get(at) ?? new Set()).add(area))
    for (const measure of measures) {
      const count = organisation[measure]
      if (count !== null) atoms.push({ area, key: keyOf(organisation.kind, measure), count })
    }
  }
  const leaves = (at: string): AreaTree[] => [...(parts.get(at) ?? [])].toSorted().map((code) => ({ code, children: [] }))
  const withCarriers = ({ code, children }: AreaTree): AreaTree => ({ code, children: [...children.map(withCarriers), ...leaves(code)] })
  const whole: AreaTree = { code: '', children: [...withCarriers(tree).children, { code: outside, children: leaves(outside) }] }
  const told = protect(whole, atoms, k, leastFirms)
  return {
    ofArea: (kind, measure, area) => told(area, keyOf(kind, measure)),
    ofCarrier(kind, measure, carrier, communities) {
      let sum = 0
      for (const community of communities) {
        const at = community ?? outside, part = partOf(at, carrier)
        if (!parts.get(at)?.has(part)) continue
        const count = told(part, keyOf(kind, measure))
        if (count === null) return null
        sum += count
      }
      return sum
    },
  }
}

const keyOf = (kind: OrganisationKind, measure: PersonMeasure): string => `${kind} ${measure}`
/** Part of a carrier that lies in a community; no code of an area holds a slash. */
const partOf = (community: string, carrier: string): string => `${community}/${carrier}`
