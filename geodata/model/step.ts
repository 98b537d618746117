import type { Admission } from './facility.ts'
import type { Position } from './geometry.ts'

/**
 * One step of a scenario: what would be done to today's city. Steps are done in order; a later one may speak of a site an earlier one added.
 * `hours` is a rule as published (geodata/hours), null: at any hour. A site without readable hours counts as shut when an hour is asked.
 */
export type Step =
  | { kind: 'add'; site: NewSite }
  | { kind: 'move'; facility: string; position: Position }
  | { kind: 'close'; facility: string }
  /** Lets others in than today; with hours for them where the owner states some, null: the site's own. */
  | { kind: 'admit'; facility: string; admission: Admission; hours: string | null }
  | { kind: 'hours'; facility: string; hours: string | null }
  | { kind: 'seats'; facility: string; seats: number | null }
  | { kind: 'openGate'; gate: string; hours: string | null }
  /** A way through a wall where there is none. */
  | { kind: 'passage'; id: string; from: Position; to: Position; hours: string | null }
export type StepKind = Step['kind']
export const stepKinds = ['add', 'move', 'close', 'admit', 'hours', 'seats', 'openGate', 'passage'] as const satisfies readonly StepKind[]

export type NewSite = {
  /** s- and letters or digits; unlike any id of the city. */
  id: string
  name: string
  category: string
  position: Position
  admission: Admission
  hours: string | null
  seats: number | null
  /** Id of the candidate it was taken from; null: a point of the planner's own. */
  candidate: string | null
}

export const mostSteps = 200
export const longestScenarioName = 60
export const mostScenarios = 500
