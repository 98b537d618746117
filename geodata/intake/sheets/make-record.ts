import type { CityRecord } from '../../model/city.ts'
import type { Entry } from '../../model/entry.ts'
import type { EventCount, EventStream } from '../../model/eventCount.ts'
import type { Audience, Facility, Unit, UnitNature } from '../../model/facility.ts'
import type { Position } from '../../model/geometry.ts'
import { unsaid, type Organisation, type OrganisationKind } from '../../model/organisation.ts'
import { sheets, type SheetCode } from '../../model/sheets/all.ts'
import type { FieldValue } from '../../model/sheets/field.ts'
import type { KnownRecord } from './known.ts'
import { isSheetCode } from './forms.ts'
import type { FormCode } from './form.ts'
import { eventCategoryCode } from '../../words/sheets/events.ts'
import { emptyOffer, type Offer } from '../../model/offer.ts'

/**
 * What a row makes of a record: columns that the table has say what they hold, empty cells say nothing is known, and what the table has no
 * column for stays as it stands. `source`: of rows that name none.
 */
export function makeRecord(form: FormCode, id: string, values: ReadonlyMap<string, unknown>, standing: KnownRecord | null, source: string): CityRecord {
  if (isSheetCode(form)) return { kind: 'entry', record: entryFrom(form, id, values, standing as Entry | null, source) }
  switch (form) {
    case 'unit': return { kind: 'unit', record: unitFrom(id, values, standing as Unit | null, source) }
    case 'facility': return { kind: 'facility', record: facilityFrom(id, values, standing as Facility | null, source) }
    case 'organisation': return { kind: 'organisation', record: organisationFrom(id, values, standing as Organisation | null, source) }
    case 'eventCount': return { kind: 'eventCount', record: eventCountFrom(id, values, source) }
  }
}

type Values = ReadonlyMap<string, unknown>

/** The cell; where the table has no such column, what stands; where nothing stands, `otherwise`. */
function said<T>(values: Values, key: string, standing: T | undefined, otherwise: T): T {
  return values.has(key) ? ((values.get(key) as T | null) ?? otherwise) : (standing ?? otherwise)
}

function positionOf(values: Values, standing: Position | null | undefined): Position | null {
  if (!values.has('lon')) return standing ?? null
  const [lon, lat] = [values.get('lon'), values.get('lat')]
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null
}

const frame = (values: Values, standing: KnownRecord | null, source: string) => ({
  validFrom: said(values, 'validFrom', standing?.validFrom, null), validTo: said(values, 'validTo', standing?.validTo, null), source: said(values, 'source', standing?.source, source), date: said(values, 'date', standing?.date, null),
})

function entryFrom(sheet: SheetCode, id: string, values: Values, standing: Entry | null, source: string): Entry {
  const fields: Record<string, FieldValue> = {}
  for (const name of Object.keys(sheets[sheet].fields)) fields[name] = said<FieldValue>(values, `fields.${name}`, standing?.fields[name], null)
  return { id, sheet, name: said(values, 'name', standing?.name, ''), area: said(values, 'area', standing?.area, null), unit: said(values, 'unit', standing?.unit, null), position: positionOf(values, standing?.position), fields, ...frame(values, standing, source) }
}

/** A row without a position has been refused before: the form requires it. */
function unitFrom(id: string, values: Values, standing: Unit | null, source: string): Unit {
  return { id, name: said(values, 'name', standing?.name, ''), nature: said<UnitNature>(values, 'nature', standing?.nature, 'other'), position: positionOf(values, standing?.position) ?? [0, 0], community: said(values, 'community', standing?.community, null), ...frame(values, standing, source) }
}

function facilityFrom(id: string, values: Values, standing: Facility | null, source: string): Facility {
  const { admission, capacity } = standing ?? {}
  return {
    id, name: said(values, 'name', standing?.name, ''), category: said(values, 'category', standing?.category, ''), position: positionOf(values, standing?.position) ?? [0, 0], unit: said(values, 'unit', standing?.unit, null),
    admission: { audience: said<Audience>(values, 'audience', admission?.audience, 'everyone'), minAge: said(values, 'minAge', admission?.minAge, null), maxAge: said(values, 'maxAge', admission?.maxAge, null), onlyAreas: said<readonly string[]>(values, 'onlyAreas', admission?.onlyAreas, []) },
    hours: said(values, 'hours', standing?.hours, null), phone: said(values, 'phone', standing?.phone, null),
    capacity: { seats: said(values, 'seats', capacity?.seats, null), spareSeats: said(values, 'spareSeats', capacity?.spareSeats, null), squareMetres: said(values, 'squareMetres', capacity?.squareMetres, null) },
    stepFree: said(values, 'stepFree', standing?.stepFree, null), offer: offerFrom(values, standing?.offer ?? emptyOffer), suspensions: standing?.suspensions ?? [], ...frame(values, standing, source),
  }
}

/** Programmes, and who last found all right, are not for tables. */
function offerFrom(values: Values, stood: Offer): Offer {
  const one = <K extends keyof Offer>(key: K): Offer[K] => said(values, key, stood[key], emptyOffer[key])
  return { ...stood, address: one('address'), prices: one('prices'), payments: one('payments'), bring: one('bring'), booking: one('booking'), delivers: one('delivers'), halal: one('halal'), toilet: one('toilet'), menu: one('menu') }
}

function organisationFrom(id: string, values: Values, standing: Organisation | null, source: string): Organisation {
  const stood = standing ?? { ...unsaid, creditCode: null, community: null, unit: null }
  const one = <K extends Exclude<keyof Organisation, 'id' | 'name' | 'kind' | 'position' | 'alsoScenes' | 'validFrom' | 'validTo' | 'source' | 'date'>>(key: K): Organisation[K] => (values.has(key) ? ((values.get(key) as Organisation[K] | null) ?? null) : (stood[key] ?? null)) as Organisation[K]
  return {
    id, name: said(values, 'name', standing?.name, ''), kind: said<OrganisationKind>(values, 'kind', standing?.kind, 'enterprise'), creditCode: one('creditCode'), position: positionOf(values, standing?.position), community: one('community'), unit: one('unit'),
    operating: one('operating'), scene: one('scene'), alsoScenes: said(values, 'alsoScenes', stood.alsoScenes, []), carrier: one('carrier'), registeredCommunity: one('registeredCommunity'), employees: one('employees'), members: one('members'), aboveScale: one('aboveScale'),
    organised: one('organised'), branch: one('branch'), work: one('work'), instructor: one('instructor'), ...frame(values, standing, source),
  }
}

function eventCountFrom(id: string, values: Values, source: string): EventCount {
  const count = (key: string): number | null => (values.get(key) as number | null | undefined) ?? null
  return {
    id, stream: values.get('stream') as EventStream, month: String(values.get('month')), category: eventCategoryCode(String(values.get('category'))), area: (values.get('area') as string | null) ?? null, position: positionOf(values, null),
    times: count('times') ?? 0, people: count('people'), responded: count('responded'), resolved: count('resolved'), satisfied: count('satisfied'), source: said(values, 'source', undefined, source), date: said(values, 'date', undefined, null),
  }
}
