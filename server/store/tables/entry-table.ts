import type { Entry } from '../../../geodata/model/entry.ts'
import { sheetCodes } from '../../../geodata/model/sheets/all.ts'
import { wholeFields } from '../../../geodata/model/sheets/references.ts'
import type { FieldValue } from '../../../geodata/model/sheets/field.ts'
import type { RecordTable } from '../record-table.ts'
import { degreesToInteger } from '../shape-blob.ts'
import { point, provenance, provenanceColumns, text, textOrNull, word } from './cells.ts'

/** Rows of all registers lie in one table: their sheets say what their fields hold. Kept whole, so that two rows are the same exactly when their texts are. */
export const entryTable: RecordTable<Entry> = {
  name: 'entry', identity: 'id',
  columns: [
    { name: 'id', touches: 'registers', of: (entry) => entry.id },
    { name: 'sheet', touches: 'registers', of: (entry) => entry.sheet },
    { name: 'name', touches: 'registers', of: (entry) => entry.name },
    { name: 'area', touches: 'registers', of: (entry) => entry.area },
    { name: 'unit', touches: 'registers', of: (entry) => entry.unit },
    { name: 'lon', touches: 'registers', of: (entry) => entry.position && degreesToInteger(entry.position)[0] },
    { name: 'lat', touches: 'registers', of: (entry) => entry.position && degreesToInteger(entry.position)[1] },
    { name: 'fields', touches: 'registers', of: (entry) => JSON.stringify(wholeFields(entry)) },
    { name: 'valid_from', touches: 'registers', of: (entry) => entry.validFrom },
    { name: 'valid_to', touches: 'registers', of: (entry) => entry.validTo },
    ...provenanceColumns,
  ],
  read: (row) => wholeRow({
    id: text(row, 'id'), sheet: word(row, 'sheet', sheetCodes), name: text(row, 'name'), area: textOrNull(row, 'area'), unit: textOrNull(row, 'unit'), position: row['lon'] === null ? null : point(row),
    fields: JSON.parse(text(row, 'fields')) as Record<string, FieldValue>, validFrom: textOrNull(row, 'valid_from'), validTo: textOrNull(row, 'valid_to'), ...provenance(row),
  }),
}

/** A row from before its sheet had some optional field says null of it. */
export const wholeRow = (entry: Entry): Entry => ({ ...entry, fields: wholeFields(entry) })
