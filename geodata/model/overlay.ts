import type { Admission, Facility } from './facility.ts'

/** Differences to today's city. The empty overlay is today's city; a what-if, a scenario and "as of a date" are overlays. */
export type Overlay = {
  /** New sites. */
  added: readonly Facility[]
  /** Ids of sites that are closed. */
  closed: readonly string[]
  /** Sites that admit others than today. */
  admissions: readonly { facility: string; admission: Admission }[]
  /** Ids of locked gates that are opened. */
  openedGates: readonly string[]
}

export const emptyOverlay: Overlay = { added: [], closed: [], admissions: [], openedGates: [] }
