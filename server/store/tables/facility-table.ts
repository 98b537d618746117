import { audiences, type Facility } from '../../../geodata/model/facility.ts'
import type { Offer, Suspension } from '../../../geodata/model/offer.ts'
import type { Row } from '../driver.ts'
import type { History } from '../history.ts'
import type { RecordTable } from '../record-table.ts'
import { degreesToInteger } from '../shape-blob.ts'
import { flagOrNull, numberOrNull, point, provenance, provenanceColumns, text, textOrNull, word } from './cells.ts'

/** The facility itself; to whom and when it is open stands in its histories. */
export const facilityTable: RecordTable<Facility> = {
  name: 'facility', identity: 'id',
  columns: [
    { name: 'id', touches: 'category', of: (facility) => facility.id },
    { name: 'name', touches: 'places', of: (facility) => facility.name },
    { name: 'category', touches: 'category', of: (facility) => facility.category },
    { name: 'lon', touches: 'category', of: (facility) => degreesToInteger(facility.position)[0] },
    { name: 'lat', touches: 'category', of: (facility) => degreesToInteger(facility.position)[1] },
    { name: 'phone', touches: 'text', of: (facility) => facility.phone },
    { name: 'unit', touches: 'text', of: (facility) => facility.unit },
    { name: 'seats', touches: 'category', of: (facility) => facility.capacity.seats },
    { name: 'spare_seats', touches: 'category', of: (facility) => facility.capacity.spareSeats },
    { name: 'square_metres', touches: 'category', of: (facility) => facility.capacity.squareMetres },
    { name: 'step_free', touches: 'category', of: (facility) => (facility.stepFree === null ? null : Number(facility.stepFree)) },
    { name: 'offer', touches: 'text', of: ({ offer }) => JSON.stringify(offer) },
    { name: 'suspensions', touches: 'category', of: ({ suspensions }) => JSON.stringify(suspensions) },
    { name: 'valid_from', touches: 'category', of: (facility) => facility.validFrom },
    { name: 'valid_to', touches: 'category', of: (facility) => facility.validTo },
    ...provenanceColumns,
  ],
  read: (row) => ({
    id: text(row, 'id'), name: text(row, 'name'), category: text(row, 'category'), position: point(row), unit: textOrNull(row, 'unit'),
    admission: admission(row), hours: textOrNull(row, 'hours'), phone: textOrNull(row, 'phone'),
    capacity: { seats: numberOrNull(row, 'seats'), spareSeats: numberOrNull(row, 'spare_seats'), squareMetres: numberOrNull(row, 'square_metres') },
    stepFree: flagOrNull(row, 'step_free'), offer: held<Offer>(row, 'offer'), suspensions: held<Suspension[]>(row, 'suspensions'), validFrom: textOrNull(row, 'valid_from'), validTo: textOrNull(row, 'valid_to'), ...provenance(row),
  }),
}

/** What of a facility keeps its past: to whom it was open, and when. */
export const histories: readonly History[] = [
  { table: 'facility_admission', columns: ['audience', 'min_age', 'max_age', 'only_areas'], of: ({ admission: { audience, minAge, maxAge, onlyAreas } }) => [audience, minAge, maxAge, JSON.stringify(onlyAreas)] },
  { table: 'facility_hours', columns: ['hours'], of: ({ hours }) => [hours] },
]

/** Facilities with what holds today, for SELECT … FROM. */
export const todayColumns = histories.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)).join(', ')
/** CROSS keeps the order of the tables: left to itself SQLite begins with a history and sorts the whole list for each page (32 ms instead of 1.3 at 100,000 sites). */
export const facilityToday = ['facility', ...histories.map(({ table }) => `CROSS JOIN ${table} ON ${table}.facility = facility.id AND ${table}.valid_to IS NULL`)].join(' ')

/** Only this table writes it, from values of that type. */
function held<V>(row: Row, column: string): V {
  return JSON.parse(text(row, column)) as V
}

function admission(row: Row): Facility['admission'] {
  const onlyAreas: unknown = JSON.parse(text(row, 'only_areas'))
  if (!Array.isArray(onlyAreas)) throw new TypeError(`only_areas of ${String(row['id'])} is no list`)
  return { audience: word(row, 'audience', audiences), minAge: numberOrNull(row, 'min_age'), maxAge: numberOrNull(row, 'max_age'), onlyAreas: onlyAreas.map(String) }
}
