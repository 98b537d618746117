import type { Entry } from '../../model/entry.ts'
import type { Box } from '../../model/geometry.ts'
import type { SheetCode } from '../../model/sheets/all.ts'

/** What a record is held against; whoever checks knows where to look it up. */
export type Facts = {
  hasCategory: (code: string) => boolean
  hasArea: (code: string) => boolean
  /** Units that anyone may know of. */
  hasUnit: (id: string) => boolean
  /** Sites and organisations that anyone may know of. */
  hasFacility: (id: string) => boolean
  hasOrganisation: (id: string) => boolean
  /** A row of a register that anyone may know of; null: there is none. */
  entry: (id: string) => Entry | null
  /** Rows of a sheet of which a field names that row. */
  referring: (sheet: SheetCode, id: string) => readonly Entry[]
  /** Box of the city, degrees; null: there is nothing in it yet. */
  cityBox: Box | null
  /** The organisation that has this credit code; null: none. */
  creditCodeOwner: (code: string) => { id: string; name: string } | null
}
