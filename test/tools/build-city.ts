import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Versions } from '../../geodata/model/city.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import type { City } from '../../geodata/kernel/city.ts'
import { cityBuilder } from '../../geodata/kernel/city.ts'

/** The kernel's city of some records, buildings in the order given. */
export function buildCity(catalogue: Catalogue, box: Box, records: Iterable<CityRecord>, versions?: Versions): City {
  const builder = cityBuilder(catalogue, box, versions)
  for (const row of records) {
    if (row.kind === 'area') builder.addArea(row.record)
    else if (row.kind === 'street') builder.addStreet(row.record)
    else if (row.kind === 'gate') builder.addGate(row.record)
    else if (row.kind === 'building') builder.addBuilding(row.record)
    else if (row.kind === 'facility') builder.addFacility(row.record)
  }
  return builder.finish()
}
