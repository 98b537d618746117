import type { Step } from './step.ts'

export const candidateKinds = ['closedResource', 'lockedGate', 'vacantPremises', 'plannedSite', 'networkPoint', 'uploaded'] as const
/**
 * closedResource: a site a unit has and does not open to the group asked about. lockedGate: a gate locked all day. vacantPremises, plannedSite: rows of the register of candidates.
 * networkPoint: a place on the walking network. uploaded: of the planner's own list.
 */
export type CandidateKind = (typeof candidateKinds)[number]

export const willingnesses = ['willing', 'negotiating', 'refused'] as const
/** What the owner says to opening: 愿意, 洽谈, 不同意; null elsewhere: nobody asked. */
export type Willingness = (typeof willingnesses)[number]

/** Something that could be done, and what is known of it. */
export type Candidate = {
  id: string
  kind: CandidateKind
  name: string
  position: readonly [number, number]
  willingness: Willingness | null
  spareSeats: number | null
  /** When the owner offers it, as published. */
  hours: string | null
  costYuan: number | null
  /** What choosing it does. */
  step: Step
}
