import { areaTable } from './area-table.ts'
import { buildingTable } from './building-table.ts'
import { entryTable } from './entry-table.ts'
import { eventCountTable } from './event-count-table.ts'
import { facilityTable } from './facility-table.ts'
import { gateTable } from './gate-table.ts'
import { groundTable } from './ground-table.ts'
import { organisationTable } from './organisation-table.ts'
import { streetTable } from './street-table.ts'
import { unitTable } from './unit-table.ts'

/** Every kind of record and its table. */
export const tables = { area: areaTable, building: buildingTable, gate: gateTable, street: streetTable, ground: groundTable, facility: facilityTable, unit: unitTable, organisation: organisationTable, entry: entryTable, eventCount: eventCountTable } as const

/** R*Trees and the tables they stand beside. */
export const boxes = [['building', 'building_box'], ['street', 'street_box'], ['ground', 'ground_box']] as const
