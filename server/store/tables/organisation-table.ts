import { operatings, organisationKinds, organiseds, scenes, workCovers, type Organisation, type Scene } from '../../../geodata/model/organisation.ts'
import type { RecordTable } from '../record-table.ts'
import { degreesToInteger } from '../shape-blob.ts'
import type { Row } from '../driver.ts'
import { flagOrNull, numberOrNull, point, provenance, provenanceColumns, text, textOrNull, word, wordOrNull } from './cells.ts'

/** Organisations stand in the registers alone. */
export const organisationTable: RecordTable<Organisation> = {
  name: 'organisation', identity: 'id',
  columns: [
    { name: 'id', touches: 'registers', of: (organisation) => organisation.id },
    { name: 'name', touches: 'registers', of: (organisation) => organisation.name },
    { name: 'kind', touches: 'registers', of: (organisation) => organisation.kind },
    { name: 'credit_code', touches: 'registers', of: (organisation) => organisation.creditCode },
    { name: 'lon', touches: 'registers', of: (organisation) => organisation.position && degreesToInteger(organisation.position)[0] },
    { name: 'lat', touches: 'registers', of: (organisation) => organisation.position && degreesToInteger(organisation.position)[1] },
    { name: 'community', touches: 'registers', of: (organisation) => organisation.community },
    { name: 'unit', touches: 'registers', of: (organisation) => organisation.unit },
    { name: 'operating', touches: 'registers', of: (organisation) => organisation.operating },
    { name: 'scene', touches: 'registers', of: (organisation) => organisation.scene },
    { name: 'also_scenes', touches: 'registers', of: (organisation) => JSON.stringify(organisation.alsoScenes) },
    { name: 'carrier', touches: 'registers', of: (organisation) => organisation.carrier },
    { name: 'registered_community', touches: 'registers', of: (organisation) => organisation.registeredCommunity },
    { name: 'employees', touches: 'registers', of: (organisation) => organisation.employees },
    { name: 'members', touches: 'registers', of: (organisation) => organisation.members },
    { name: 'above_scale', touches: 'registers', of: (organisation) => (organisation.aboveScale === null ? null : Number(organisation.aboveScale)) },
    { name: 'organised', touches: 'registers', of: (organisation) => organisation.organised },
    { name: 'branch', touches: 'registers', of: (organisation) => organisation.branch },
    { name: 'work', touches: 'registers', of: (organisation) => organisation.work },
    { name: 'instructor', touches: 'registers', of: (organisation) => organisation.instructor },
    { name: 'valid_from', touches: 'registers', of: (organisation) => organisation.validFrom },
    { name: 'valid_to', touches: 'registers', of: (organisation) => organisation.validTo },
    ...provenanceColumns,
  ],
  read: (row) => ({
    id: text(row, 'id'), name: text(row, 'name'), kind: word(row, 'kind', organisationKinds), creditCode: textOrNull(row, 'credit_code'), position: row['lon'] === null ? null : point(row),
    community: textOrNull(row, 'community'), unit: textOrNull(row, 'unit'),
    operating: wordOrNull(row, 'operating', operatings), scene: wordOrNull(row, 'scene', scenes), alsoScenes: scenesOf(row), carrier: textOrNull(row, 'carrier'), registeredCommunity: textOrNull(row, 'registered_community'),
    employees: numberOrNull(row, 'employees'), members: numberOrNull(row, 'members'), aboveScale: flagOrNull(row, 'above_scale'), organised: wordOrNull(row, 'organised', organiseds), branch: textOrNull(row, 'branch'),
    work: wordOrNull(row, 'work', workCovers), instructor: textOrNull(row, 'instructor'), validFrom: textOrNull(row, 'valid_from'), validTo: textOrNull(row, 'valid_to'), ...provenance(row),
  }),
}

function scenesOf(row: Row): Scene[] {
  const stored: unknown = JSON.parse(text(row, 'also_scenes'))
  return scenes.filter((scene) => Array.isArray(stored) && stored.includes(scene))
}
