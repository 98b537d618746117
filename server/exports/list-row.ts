import type { BuildingCountsRecord, Residents } from '../../geodata/model/building.ts'
import type { Editable } from '../../geodata/model/edit.ts'
import type { Organisation } from '../../geodata/model/organisation.ts'
import type { CountName } from '../security/shown-buildings.ts'
import type { PlainArea } from './places.ts'

/** A count as it may be shown: itself, or a sign in its place. */
export type ShownCounts = Readonly<Record<CountName, number | string>>

/** A building whose counts have passed the rule of small numbers. */
export type ShownBuilding = Omit<BuildingCountsRecord, 'residents'> & { residents: (Omit<Residents, CountName> & ShownCounts) | null }

/** An organisation whose persons have passed it. */
export type ShownOrganisation = Omit<Organisation, 'employees' | 'members'> & { employees: number | string | null; members: number | string | null }

/** One row of an exported list, and the areas it lies in from the largest to the smallest. */
export type ListRow = (Exclude<Editable, { kind: 'building' | 'organisation' }> | { kind: 'organisation'; record: ShownOrganisation } | { kind: 'building'; record: ShownBuilding }) & { areas: readonly PlainArea[] }
