import { exclusionReasons } from '../../model/twoNew.ts'
import { isCovered, isDue, type Firm } from './firm.ts'

/** Neither organisation nor work cover; the most employees first. */
export const uncoveredFirms = (firms: readonly Firm[]): Firm[] => inOrder(firms.filter(({ organisation, exclusion }) => exclusion === null && !isCovered(organisation)), ({ organisation }) => organisation.employees ?? -1)

/** 应建未建: so many full members and none of its own; the most members first. */
export const dueFirms = (firms: readonly Firm[], least: number): Firm[] => inOrder(firms.filter(({ organisation, exclusion }) => exclusion === null && isDue(organisation, least) && organisation.organised !== 'single'), ({ organisation }) => organisation.members ?? -1)

/** Left out of the denominator; by reason. */
export const excludedFirms = (firms: readonly Firm[]): Firm[] => inOrder(firms.filter(({ exclusion }) => exclusion !== null), ({ exclusion }) => (exclusion === null ? 0 : -exclusionReasons.indexOf(exclusion.reason)))

/** Those to whom an instructor is to be sent: the due first, then the uncovered; whoever has one needs none. */
export function waitingFirms(firms: readonly Firm[], least: number): Firm[] {
  const due = dueFirms(firms, least).filter(({ organisation }) => organisation.instructor === null && organisation.work !== 'instructor')
  const taken = new Set(due)
  return [...due, ...uncoveredFirms(firms).filter((firm) => !taken.has(firm))]
}

/** Greatest first, equal ones by id, so that the order of the register does not matter. */
const inOrder = (firms: Firm[], weight: (firm: Firm) => number): Firm[] => firms.toSorted((a, b) => weight(b) - weight(a) || (a.organisation.id < b.organisation.id ? -1 : 1))
