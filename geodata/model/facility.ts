import type { Position } from './geometry.ts'
import type { Offer, Suspension } from './offer.ts'
import type { Provenance, Validity } from './provenance.ts'

export const groups = ['all', '60plus', '80plus', 'children'] as const
/** Whom a question is about. */
export type Group = (typeof groups)[number]

export const audiences = ['everyone', 'retired', 'disabled', 'couriers', 'members', 'staff', 'byArrangement'] as const
/** Whom a site lets in, before age and place of residence. */
export type Audience = (typeof audiences)[number]

export type Admission = {
  audience: Audience
  /** Whole years, inclusive; null = no bound. */
  minAge: number | null
  maxAge: number | null
  /** Only residents of these areas (codes of any level); empty = wherever they live. */
  onlyAreas: readonly string[]
}

export type Capacity = { seats: number | null; spareSeats: number | null; squareMetres: number | null }

export type Facility = Provenance & Validity & {
  id: string
  name: string
  /** Code of a category in the catalogue. */
  category: string
  /** Its door where known, else the place itself. */
  position: Position
  /** The 驻区单位 that owns it; null: the community's own site. */
  unit: string | null
  admission: Admission
  /** As published, stored unread; null: unknown. */
  hours: string | null
  /** Telephone of the place, never of a person; null: unknown. */
  phone: string | null
  capacity: Capacity
  stepFree: boolean | null
  offer: Offer
  /** Dated shuttings out of turn, in order of their beginning. */
  suspensions: readonly Suspension[]
}

export const unitNatures = [
  'government', 'publicInstitution', 'stateEnterprise', 'privateEnterprise', 'school', 'medical', 'property', 'socialOrganisation', 'other',
] as const
export type UnitNature = (typeof unitNatures)[number]

/** 驻区单位. What it owns are the facilities that name it; to whom they are open is their admission. */
export type Unit = Provenance & Validity & {
  id: string
  name: string
  nature: UnitNature
  position: Position
  /** Community the register puts it in; null: unknown. */
  community: string | null
}
