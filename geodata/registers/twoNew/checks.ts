import { isCreditCode } from '../../kernel/creditCode.ts'
import type { Organisation, Scene } from '../../model/organisation.ts'
import { checkCodes, type CheckCode } from '../../model/twoNew.ts'
import { grouped } from '../grouped.ts'
import { hasWorkCover, isOrganised, type Firm } from './firm.ts'

export type Check = { code: CheckCode; /** Ids, rising. */ organisations: string[] }
export type CheckSetting = {
  least: number
  /** The newest date of the data; rows a year older are stale. */
  dataDate: string
  carrierKind: (id: string) => Scene | null
  /** Whether an organisation is asked about; branches are looked at over the whole city. */
  isAsked: (firm: Firm) => boolean
}

/** What may be wrong (DOMAIN.md 4.4), each with the organisations concerned; what concerns none is left out. O(n log n). */
export function checksOf(firms: readonly Firm[], setting: CheckSetting): Check[] {
  const found = new Map<CheckCode, Set<string>>()
  const asked = new Set(firms.filter(setting.isAsked).map(({ organisation }) => organisation.id))
  const note = (code: CheckCode, { id }: Organisation): void => {
    if (asked.has(id)) found.set(code, (found.get(code) ?? new Set()).add(id))
  }
  for (const { organisation, community, exclusion } of firms) {
    if (organisation.creditCode !== null && !isCreditCode(organisation.creditCode)) note('badCode', organisation)
    if (exclusion?.reason === 'duplicate') note('duplicateCode', organisation)
    if (exclusion !== null) continue
    for (const code of ownFaults(organisation, setting)) note(code, organisation)
    if (community === null) note('noCommunity', organisation)
    if (organisation.registeredCommunity !== null && organisation.registeredCommunity !== community) note('registeredElsewhere', organisation)
  }
  const branches = grouped(firms.filter(({ organisation, exclusion }) => exclusion === null && isOrganised(organisation) && organisation.branch !== null), ({ organisation }) => organisation.branch)
  for (const members of branches.values()) for (const code of branchFaults(members)) for (const { organisation } of members) note(code, organisation)
  return checkCodes.flatMap((code) => {
    const ids = found.get(code)
    return ids ? [{ code, organisations: [...ids].toSorted() }] : []
  })
}

/** What the row itself tells. */
function ownFaults(organisation: Organisation, { least, dataDate, carrierKind }: CheckSetting): CheckCode[] {
  const { operating, organised, members, employees, branch, scene, alsoScenes, carrier, date } = organisation
  const kind = carrier === null ? null : carrierKind(carrier)
  const faults: readonly (readonly [CheckCode, boolean])[] = [
    ['unchecked', operating === null],
    ['organisedUnsaid', organised === null],
    ['singleFew', organised === 'single' && members !== null && members < least],
    ['workAsOrganisation', isOrganised(organisation) && branch === null && hasWorkCover(organisation)],
    ['noBranch', isOrganised(organisation) && branch === null && !hasWorkCover(organisation)],
    ['branchNotCounted', (organised === 'none' || organised === null) && branch !== null],
    ['sceneMissing', scene === null],
    ['sceneOfCarrier', scene !== null && kind !== null && kind !== scene && !alsoScenes.includes(kind)],
    ['stale', date !== null && date < yearBefore(dataDate)],
    ['membersOverEmployees', members !== null && employees !== null && members > employees],
  ]
  return faults.flatMap(([code, applies]) => (applies ? [code] : []))
}

/** What the firms of one branch tell together. */
function branchFaults(members: readonly Firm[]): CheckCode[] {
  const joint = members.filter(({ organisation }) => organisation.organised === 'joint')
  const carriers = new Set(joint.flatMap(({ organisation }) => organisation.carrier ?? []))
  return [
    ...(joint.length === 1 && members.length === 1 ? ['jointAlone' as const] : []),
    ...(carriers.size > 1 ? ['jointInTwoCarriers' as const] : []),
    ...(members.length > 1 && joint.length < members.length ? ['singleShared' as const] : []),
  ]
}

/** yyyy-mm-dd, compared as text: 29 February stays what it is. */
const yearBefore = (day: string): string => `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`
