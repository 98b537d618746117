import { roles, type Role } from '../../geodata/contract/exchange.ts'

/** Every decision by role or by area is made here; the rest of the server asks. */

/** Whether a role may do what needs another: each may do what the ones before it may. */
export const roleAdmits = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed)

/**
 * Whether something lies within the areas of an account. `chain`: codes of all areas it lies in, its own among them if it is one, in any order.
 * An account without areas has the whole city; what lies in no area at all is for those alone.
 */
export const areasAdmit = (areas: readonly string[], chain: readonly string[]): boolean => areas.length === 0 || chain.some((code) => areas.includes(code))
