import type { EditableKind } from '../../../geodata/model/city.ts'
import type { AreaFinder } from '../area-finder.ts'
import type { VenueList } from '../venues/venue.ts'
import type { RecordIndex } from './record-index.ts'

/** Kinds whose records are not in the columns, or not all of them. */
export type ListedKind = Exclude<EditableKind, 'building'>

/** What lists and search need beside the columns; each part is made when it is first asked for. */
export type CityLists = { finder: Promise<AreaFinder> | null; byKind: Map<ListedKind, Promise<RecordIndex>>; venues: Promise<VenueList> | null; homes: Promise<readonly string[]> | null }

export const newLists = (): CityLists => ({ finder: null, byKind: new Map(), venues: null, homes: null })
