import { organisationKinds, type Organisation } from '../../../geodata/model/organisation.ts'
import type { RecordTable } from '../record-table.ts'
import { degreesToInteger } from '../shape-blob.ts'
import { point, provenance, provenanceColumns, text, textOrNull, word } from './cells.ts'

/** Organisations stand on no map and in no figure yet: everything about them is text. */
export const organisationTable: RecordTable<Organisation> = {
  name: 'organisation', identity: 'id',
  columns: [
    { name: 'id', touches: 'text', of: (organisation) => organisation.id },
    { name: 'name', touches: 'text', of: (organisation) => organisation.name },
    { name: 'kind', touches: 'text', of: (organisation) => organisation.kind },
    { name: 'credit_code', touches: 'text', of: (organisation) => organisation.creditCode },
    { name: 'lon', touches: 'text', of: (organisation) => organisation.position && degreesToInteger(organisation.position)[0] },
    { name: 'lat', touches: 'text', of: (organisation) => organisation.position && degreesToInteger(organisation.position)[1] },
    { name: 'community', touches: 'text', of: (organisation) => organisation.community },
    { name: 'unit', touches: 'text', of: (organisation) => organisation.unit },
    { name: 'valid_from', touches: 'text', of: (organisation) => organisation.validFrom },
    { name: 'valid_to', touches: 'text', of: (organisation) => organisation.validTo },
    ...provenanceColumns,
  ],
  read: (row) => ({
    id: text(row, 'id'), name: text(row, 'name'), kind: word(row, 'kind', organisationKinds), creditCode: textOrNull(row, 'credit_code'), position: row['lon'] === null ? null : point(row),
    community: textOrNull(row, 'community'), unit: textOrNull(row, 'unit'), validFrom: textOrNull(row, 'valid_from'), validTo: textOrNull(row, 'valid_to'), ...provenance(row),
  }),
}
