import type { Metric, ProfileCode } from './catalogue.ts'
import type { Group } from './facility.ts'
import type { Step } from './step.ts'

/** The question of a scenario, as in an address: what is not said is the catalogue's. */
export type ScenarioQuery = { category: string; area?: string; minutes?: number; metres?: number; metric?: Metric; profile?: ProfileCode; group?: Group; at?: string }

export const scenarioBases = ['category', 'network', 'geometry', 'residents'] as const
/** What figures of a scenario rest on; category: the sites of the category it asks about. */
export type ScenarioBase = (typeof scenarioBases)[number]

/** What somebody would do, by name. `base`: the versions of the data it was last computed against. */
export type Scenario = { id: string; name: string; query: ScenarioQuery; steps: readonly Step[]; base: Readonly<Record<ScenarioBase, number>> }
