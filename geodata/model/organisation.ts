import type { Position } from './geometry.ts'
import type { Provenance, Validity } from './provenance.ts'

export const organisationKinds = ['enterprise', 'socialOrganisation'] as const
/** Enterprises and social organisations are never summed into one rate. */
export type OrganisationKind = (typeof organisationKinds)[number]

/** A non-public enterprise or social organisation (两新组织). Organisations only: no schema holds its people. */
export type Organisation = Provenance & Validity & {
  id: string
  name: string
  kind: OrganisationKind
  /** 18 signs with their check digit (GB 32100-2015); null: unknown. */
  creditCode: string | null
  position: Position | null
  /** Community the register puts it in; null: unknown. */
  community: string | null
  /** The 驻区单位 it is, when it is one; null: none. */
  unit: string | null
}
