import type { CalendarMode } from '../rule.ts'
import type { Group } from './group.ts'

/** A stretch of the plain text that says something that was not understood. */
export type Trouble = { from: number; to: number }

/** mode null: the text does not say. */
export type Grouped = { groups: Group[]; mode: CalendarMode | null; troubles: Trouble[]; caveats: Trouble[]; allYear: Trouble | null }
