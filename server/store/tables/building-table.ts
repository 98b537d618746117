import { buildingUses, type Building, type Residents } from '../../../geodata/model/building.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import { residentBases } from '../../../geodata/model/provenance.ts'
import type { Row } from '../driver.ts'
import { hilbertRank } from '../hilbert.ts'
import { outerPositions, type Column, type RecordTable } from '../record-table.ts'
import { decodeLine, decodeMultiPolygon, encodeLine, encodeMultiPolygon } from '../shape-blob.ts'
import { blob, flag, number, numberOrNull, provenance, provenanceColumns, text, textOrNull, word } from './cells.ts'

const residentColumns: readonly Column<Building>[] = [
  { name: 'residents_all', touches: 'residents', of: (building) => building.residents?.all ?? null },
  { name: 'residents_over60', touches: 'residents', of: (building) => building.residents?.over60 ?? null },
  { name: 'residents_over80', touches: 'residents', of: (building) => building.residents?.over80 ?? null },
  { name: 'residents_children', touches: 'residents', of: (building) => building.residents?.children ?? null },
  { name: 'households', touches: 'residents', of: (building) => building.residents?.households ?? null },
  // Whether anyone is known to live there decides what the building is, and its share of the land.
  { name: 'basis', touches: 'geometry', of: (building) => building.residents?.basis ?? null },
  { name: 'counted', touches: 'residents', of: (building) => (building.residents ? Number(building.residents.counted) : null) },
  { name: 'residents_source', touches: 'text', of: (building) => building.residents?.source ?? null },
  { name: 'residents_date', touches: 'text', of: (building) => building.residents?.date ?? null },
]

export const buildingTable: RecordTable<Building> = {
  name: 'building', identity: 'id',
  columns: [
    { name: 'id', touches: 'geometry', of: (building) => building.id },
    { name: 'hilbert', touches: 'geometry', of: (building) => hilbertRank(innerPoint(building.footprint)) },
    { name: 'code', touches: 'text', of: (building) => building.code },
    { name: 'name', touches: 'labels', of: (building) => building.name },
    { name: 'footprint', touches: 'geometry', of: (building) => encodeMultiPolygon(building.footprint) },
    { name: 'storeys', touches: 'geometry', of: (building) => building.storeys },
    { name: 'use', touches: 'geometry', of: (building) => building.use },
    { name: 'estate', touches: 'geometry', of: (building) => building.estate },
    { name: 'grid', touches: 'geometry', of: (building) => building.grid },
    { name: 'entrances', touches: 'geometry', of: (building) => encodeLine(building.entrances) },
    ...residentColumns,
    ...provenanceColumns,
  ],
  read: (row) => ({
    id: text(row, 'id'), code: textOrNull(row, 'code'), name: text(row, 'name'), footprint: decodeMultiPolygon(blob(row, 'footprint')),
    storeys: numberOrNull(row, 'storeys'), use: row['use'] === null ? null : word(row, 'use', buildingUses),
    estate: textOrNull(row, 'estate'), grid: textOrNull(row, 'grid'), entrances: decodeLine(blob(row, 'entrances')),
    residents: row['residents_all'] === null ? null : residents(row), ...provenance(row),
  }),
  box: { table: 'building_box', positions: (building) => outerPositions(building.footprint) },
}

function residents(row: Row): Residents {
  return {
    all: number(row, 'residents_all'), over60: number(row, 'residents_over60'), over80: number(row, 'residents_over80'), children: number(row, 'residents_children'),
    households: number(row, 'households'), basis: word(row, 'basis', residentBases), counted: flag(row, 'counted'),
    source: text(row, 'residents_source'), date: textOrNull(row, 'residents_date'),
  }
}
