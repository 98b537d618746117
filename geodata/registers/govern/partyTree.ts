import type { EntryOf } from '../../model/entry.ts'
import type { RegisterInput } from '../register.ts'

export type PartyOrganisation = EntryOf<'partyOrganisation'>

/** Organisations of areas; those of units (驻区单位) stand apart, and those that two-new firms share without being units are in neither: their cover is a register of its own (50). */
export function partyTree(input: RegisterInput): { areas: readonly PartyOrganisation[]; units: readonly PartyOrganisation[] } {
  const all = input.rows('partyOrganisation'), firms = new Set(input.organisations.flatMap(({ branch }) => branch ?? []))
  return { areas: all.filter(({ id, unit }) => unit === null && !firms.has(id)), units: all.filter(({ unit }) => unit !== null) }
}

/** Where the branch sits, as the catalogue of this deployment says: the sources disagree. */
export const branchTier = ({ catalogue }: RegisterInput): 'grid' | 'estate' => (catalogue.choices.find(({ code }) => code === 'branchTier')?.chosen === 'estate' ? 'estate' : 'grid')

/** Codes of areas that have an organisation of that tier. */
export const areasWith = (organisations: readonly PartyOrganisation[], tier: PartyOrganisation['fields']['tier']): ReadonlySet<string> => new Set(organisations.flatMap(({ area, fields }) => (fields.tier === tier && area !== null ? [area] : [])))
