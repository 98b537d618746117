import type { Organisation } from '../../model/organisation.ts'
import type { ExclusionReason } from '../../model/twoNew.ts'

/** An organisation of the register as coverage counts it. */
export type Firm = {
  organisation: Organisation
  /** Community where it operates; null: in none there is. */
  community: string | null
  /** Why it is left out of the denominator; null: it operates, or nobody has looked. */
  exclusion: Exclusion | null
}
export type Exclusion = { reason: ExclusionReason; /** duplicate: the row that is counted in its place. */ of: string | null }

/** One row for each legal person, of the whole city: a cut to an area comes after, or a firm in two communities would be counted in each. O(n). */
export function firmsOf(organisations: readonly Organisation[], communityOf: (organisation: Organisation) => string | null): Firm[] {
  const kept = new Map<string, Organisation>()
  for (const organisation of organisations) {
    const { creditCode } = organisation
    if (creditCode === null) continue
    const known = kept.get(creditCode)
    if (known === undefined || isBefore(organisation, known)) kept.set(creditCode, organisation)
  }
  return organisations.map((organisation) => ({ organisation, community: communityOf(organisation), exclusion: exclusionOf(organisation, kept) }))
}

function exclusionOf({ id, creditCode, operating }: Organisation, kept: ReadonlyMap<string, Organisation>): Exclusion | null {
  const counted = creditCode === null ? undefined : kept.get(creditCode)
  if (counted !== undefined && counted.id !== id) return { reason: 'duplicate', of: counted.id }
  return operating === 'shell' || operating === 'closed' ? { reason: operating, of: null } : null
}

/** Which of two rows of one credit code is counted: the one that operates, then the one with an organisation, then the smaller id. */
function isBefore(a: Organisation, b: Organisation): boolean {
  const difference = rank(a) - rank(b)
  return difference === 0 ? a.id < b.id : difference < 0
}

const rank = (organisation: Organisation): number => ({ operating: 0, unchecked: 2, shell: 4, closed: 6 })[organisation.operating ?? 'unchecked'] + (isOrganised(organisation) ? 0 : 1)

/** 组织覆盖: an organisation of its own, or a share in a joint one. Attached (挂靠) is neither. */
export const isOrganised = ({ organised }: Organisation): boolean => organised === 'single' || organised === 'joint'

/** 指导员, 联络员 or 群团. */
export const hasWorkCover = ({ work, instructor }: Organisation): boolean => (work !== null && work !== 'none') || instructor !== null

/** 工作覆盖: the organised and those with work cover, so that it is never below 组织覆盖. */
export const isCovered = (organisation: Organisation): boolean => isOrganised(organisation) || hasWorkCover(organisation)

/** 应建: so many full members or more. */
export const isDue = ({ members }: Organisation, least: number): boolean => members !== null && members >= least
