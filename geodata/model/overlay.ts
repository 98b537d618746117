import type { ResidentCounts } from './building.ts'
import type { Admission, Facility } from './facility.ts'
import type { Position } from './geometry.ts'

/** Differences to today's city. The empty overlay is today's city; a what-if, a scenario and "as of a date" are overlays. */
export type Overlay = {
  /** New sites. */
  added: readonly OverlaySite[]
  /** Ids of sites that are closed. */
  closed: readonly string[]
  /** Sites that admit others than today. */
  admissions: readonly { facility: string; admission: Admission }[]
  /** Sites that stand elsewhere, or are of another kind, than today: by id, wholly as given. */
  replaced: readonly OverlaySite[]
  /** Where new and replaced sites count, by dense index of their smallest area (areas.count = outside all) and their estate (-1 = none); one that is not listed counts where the building nearest to it lies. */
  placed?: readonly { facility: string; area: number; estate: number }[]
  /** Ids of locked gates that are opened. */
  openedGates: readonly string[]
  /** Ids of gates that are locked all day. */
  lockedGates: readonly string[]
  /** Buildings with other counts than today. */
  residents: readonly BuildingCounts[]
  /** Ids of sites that are not open at the instant asked for: they stand and let nobody in. Absent: no hour is asked. */
  shut?: ReadonlySet<string>
  /** Sites that offer another number of seats than today; null: nobody knows how many. */
  seats?: readonly { facility: string; seats: number | null }[]
  /** Ways through a wall that are not there today. */
  passages?: readonly Passage[]
}

/** What figures need to know of a site; hours absent: as unknown as null. */
export type OverlaySite = Pick<Facility, 'id' | 'name' | 'category' | 'position' | 'admission' | 'capacity'> & Partial<Pick<Facility, 'hours' | 'suspensions'>>

/** A way on foot between two places beside streets, walked both ways, without steps. */
export type Passage = { id: string; from: Position; to: Position }

/** Whole persons and households of one building; `building` is its dense index. */
export type BuildingCounts = ResidentCounts & {
  building: number; households: number; counted: boolean
  /** true: nobody knows who lives there; the counts say nothing. */
  unknown?: true
  /** true: the building came later, with these counts. */
  added?: true
}

export const emptyOverlay: Overlay = { added: [], closed: [], admissions: [], replaced: [], openedGates: [], lockedGates: [], residents: [] }
