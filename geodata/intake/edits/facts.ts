import type { Box } from '../../model/geometry.ts'

/** What a record is held against; whoever checks knows where to look it up. */
export type Facts = {
  hasCategory: (code: string) => boolean
  hasArea: (code: string) => boolean
  /** Units that anyone may know of. */
  hasUnit: (id: string) => boolean
  /** Box of the city, degrees; null: there is nothing in it yet. */
  cityBox: Box | null
  /** The organisation that has this credit code; null: none. */
  creditCodeOwner: (code: string) => { id: string; name: string } | null
}
