import type { Audience, Facility } from '../../model/facility.ts'
import type { RegisterInput } from '../register.ts'

/** From the widest to the narrowest of those that let residents in; staff and members of a club are none of them. */
const openAudiences: readonly Audience[] = ['everyone', 'retired', 'disabled', 'couriers', 'byArrangement']

/** Whether anybody from outside may use it. */
export const isOpen = ({ admission }: Facility): boolean => openAudiences.includes(admission.audience)

/** The widest audience among sites; null: none is open. */
export const widestAudience = (sites: readonly Facility[]): Audience | null => openAudiences.find((audience) => sites.some(({ admission }) => admission.audience === audience)) ?? null

/** Code of the community a site lies in: that of its unit, else where it stands. */
export function communityOfSite({ areas, unit }: Pick<RegisterInput, 'areas' | 'unit'>, { position, unit: owner }: Facility): string | null {
  const record = owner === null ? null : unit(owner)
  return areas.communityAt({ community: record?.community ?? null, position })?.code ?? null
}
