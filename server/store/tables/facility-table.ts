import { audiences, type Facility } from '../../../geodata/model/facility.ts'
import type { Row } from '../driver.ts'
import type { RecordTable } from '../record-table.ts'
import { degreesToInteger } from '../shape-blob.ts'
import { flagOrNull, numberOrNull, point, provenance, provenanceColumns, text, textOrNull, word } from './cells.ts'

/** The facility itself; to whom it is open stands in facility_admission, one row for each time that was so. */
export const facilityTable: RecordTable<Facility> = {
  name: 'facility', identity: 'id',
  columns: [
    { name: 'id', touches: 'category', of: (facility) => facility.id },
    { name: 'name', touches: 'text', of: (facility) => facility.name },
    { name: 'category', touches: 'category', of: (facility) => facility.category },
    { name: 'lon', touches: 'category', of: (facility) => degreesToInteger(facility.position)[0] },
    { name: 'lat', touches: 'category', of: (facility) => degreesToInteger(facility.position)[1] },
    { name: 'unit', touches: 'text', of: (facility) => facility.unit },
    { name: 'hours', touches: 'category', of: (facility) => facility.hours },
    { name: 'seats', touches: 'category', of: (facility) => facility.capacity.seats },
    { name: 'spare_seats', touches: 'category', of: (facility) => facility.capacity.spareSeats },
    { name: 'square_metres', touches: 'category', of: (facility) => facility.capacity.squareMetres },
    { name: 'step_free', touches: 'category', of: (facility) => (facility.stepFree === null ? null : Number(facility.stepFree)) },
    { name: 'valid_from', touches: 'category', of: (facility) => facility.validFrom },
    { name: 'valid_to', touches: 'category', of: (facility) => facility.validTo },
    ...provenanceColumns,
  ],
  read: (row) => ({
    id: text(row, 'id'), name: text(row, 'name'), category: text(row, 'category'), position: point(row), unit: textOrNull(row, 'unit'),
    admission: admission(row), hours: textOrNull(row, 'hours'),
    capacity: { seats: numberOrNull(row, 'seats'), spareSeats: numberOrNull(row, 'spare_seats'), squareMetres: numberOrNull(row, 'square_metres') },
    stepFree: flagOrNull(row, 'step_free'), validFrom: textOrNull(row, 'valid_from'), validTo: textOrNull(row, 'valid_to'), ...provenance(row),
  }),
}

/** Columns of facility_admission beside a facility's own, for SELECT. */
export const admissionColumns = 'today.audience, today.min_age, today.max_age, today.only_areas'
export const facilityWithAdmission = 'facility JOIN facility_admission AS today ON today.facility = facility.id AND today.valid_to IS NULL'

export function admission(row: Row): Facility['admission'] {
  const onlyAreas: unknown = JSON.parse(text(row, 'only_areas'))
  if (!Array.isArray(onlyAreas)) throw new TypeError(`only_areas of ${String(row['facility'])} is no list`)
  return { audience: word(row, 'audience', audiences), minAge: numberOrNull(row, 'min_age'), maxAge: numberOrNull(row, 'max_age'), onlyAreas: onlyAreas.map(String) }
}
