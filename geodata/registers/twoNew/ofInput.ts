import type { RegisterInput } from '../register.ts'
import { ruleOf } from '../rule.ts'
import { cutsOf, type Cuts } from './cuts.ts'
import { firmsOf, type Firm } from './firm.ts'
import { operatingCommunity } from './operatingCommunity.ts'

/** The organisations of the asked area, counted once over the whole city before the cut, and their tallies. */
export function twoNewOf(input: RegisterInput): { firms: readonly Firm[]; cuts: Cuts; least: number } {
  const least = ruleOf(input.catalogue, 'ownBranchMembers')
  const asked = new Set(input.organisations.map(({ id }) => id))
  const firms = firmsOf(input.everyOrganisation, (organisation) => operatingCommunity(organisation, input)).filter(({ organisation }) => asked.has(organisation.id))
  return { firms, least, cuts: cutsOf(firms, (community) => [community], least) }
}
