import type { Area } from '../../model/area.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Entry } from '../../model/entry.ts'
import type { Facility, Unit } from '../../model/facility.ts'
import type { Box } from '../../model/geometry.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { SheetCode } from '../../model/sheets/all.ts'
import { referencesOf } from '../../model/sheets/references.ts'
import { isDeniedName } from '../tables/denied.ts'
import { areaNames, type AreaNames, type Found } from './area-names.ts'
import type { OtherForm } from './form.ts'
import { plainName } from './plain.ts'

/** What the city holds already, read once before a table is. `hiddenUnits`: absent for everyone, beside those whose names say so. */
export type KnownRecords = { areas: readonly Area[]; units: readonly Unit[]; facilities: readonly Facility[]; organisations: readonly Organisation[]; entries: readonly Entry[]; hiddenUnits: ReadonlySet<string>; catalogue: Catalogue; cityBox: Box | null }

export type KnownKind = Exclude<OtherForm, 'eventCount'> | 'entry'
export type KnownRecord = Entry | Unit | Facility | Organisation

/** Records by id and by name, growing while tables are read: a later sheet of a workbook may name what an earlier one brought. */
export type Known = {
  areas: AreaNames
  catalogue: Catalogue
  cityBox: Box | null
  find(kind: KnownKind, id: string): KnownRecord | null
  all(kind: KnownKind): KnownRecord[]
  isHidden(record: KnownRecord): boolean
  add(kind: KnownKind, record: KnownRecord): void
  drop(kind: KnownKind, id: string): void
  /** `area`: of units of one name, those of this area go first. */
  unit(text: string, area: string | null): Found
  facility(text: string): Found
  entry(sheet: SheetCode, text: string): Found
  creditCodeOwner(code: string): { id: string; name: string } | null
  /** Whether anyone may know of it. */
  has(kind: KnownKind, id: string): boolean
  /** Rows of a sheet of which a field names that one. */
  referring(sheet: SheetCode, id: string): Entry[]
}

export function knownOf(records: KnownRecords): Known {
  const stores: Readonly<Record<KnownKind, Map<string, KnownRecord>>> = { entry: new Map(), unit: new Map(), facility: new Map(), organisation: new Map() }
  const names = new Map<string, string[]>()
  const owners = new Map<string, { id: string; name: string }>()
  const referring = new Map<string, Set<string>>()
  const areas = areaNames(records.areas)

  const hiddenUnit = (id: string | null): boolean => id !== null && records.hiddenUnits.has(id)
  const isHidden = (record: KnownRecord): boolean => isDeniedName(record.name) || ('unit' in record ? hiddenUnit(record.unit) : hiddenUnit(record.id))

  const keysOf = (kind: KnownKind, record: KnownRecord): string[] => {
    const prefix = 'sheet' in record ? record.sheet : kind
    const called = labelsOf(record)
    return called.filter((one) => one !== '').map((one) => `${prefix}:${plainName(one)}`)
  }
  const labelsOf = (record: KnownRecord): string[] => {
    if (!('sheet' in record)) return [record.name]
    if (record.sheet === 'committee' && record.area !== null) return [record.name, record.area]
    if (record.sheet === 'seat') return [record.name, `${text(record.fields['committee'])}/${text(record.fields['number'])}`]
    return [record.name]
  }
  const add = (kind: KnownKind, record: KnownRecord): void => {
    drop(kind, record.id)
    stores[kind].set(record.id, record)
    if ('sheet' in record) for (const key of leadsOf(record)) referring.set(key, (referring.get(key) ?? new Set()).add(record.id))
    if (isHidden(record)) return
    for (const key of keysOf(kind, record)) names.set(key, [...(names.get(key) ?? []), record.id])
    if ('creditCode' in record && record.creditCode !== null) owners.set(record.creditCode, { id: record.id, name: record.name })
  }
  const drop = (kind: KnownKind, id: string): void => {
    const record = stores[kind].get(id)
    if (!record) return
    stores[kind].delete(id)
    if ('sheet' in record) for (const key of leadsOf(record)) referring.get(key)?.delete(id)
    for (const key of keysOf(kind, record)) names.set(key, (names.get(key) ?? []).filter((one) => one !== id))
    if ('creditCode' in record && record.creditCode !== null && owners.get(record.creditCode)?.id === id) owners.delete(record.creditCode)
  }
  const named = (kind: KnownKind, prefix: string, called: string, prefer: (record: KnownRecord) => boolean = () => false): Found => {
    const own = stores[kind].get(called)
    if (own && !isHidden(own) && (!('sheet' in own) || own.sheet === prefix)) return { one: called }
    const ids = names.get(`${prefix}:${plainName(called)}`) ?? []
    if (ids.length <= 1) return ids.length === 1 ? { one: ids[0] } : 'none'
    const preferred = ids.filter((id) => { const record = stores[kind].get(id); return record !== undefined && prefer(record) })
    return preferred.length === 1 ? { one: preferred[0] } : { many: ids.map((id) => candidate(stores[kind].get(id))) }
  }
  const candidate = (record: KnownRecord | undefined): string => {
    if (!record) return ''
    const area = 'sheet' in record ? record.area : 'community' in record ? record.community : null
    return `${record.id}${area === null ? '' : ` (${areas.path(area)})`}`
  }

  /** A committee is called by its area too: the one whose term began last. A seat by its committee and number: 灯泡厂社区/3. */
  const entry = (sheet: SheetCode, called: string): Found => {
    const plain = named('entry', sheet, called)
    if (plain !== 'none') return plain
    if (sheet === 'committee') return committeeOf(called)
    const [, of, number] = /^(.+?)[/\s、-]*第?\s*(\d+)\s*[号席]*$/.exec(called) ?? []
    if (sheet !== 'seat' || of === undefined) return 'none'
    const committee = entry('committee', of)
    return typeof committee === 'object' && 'one' in committee ? named('entry', 'seat', `${committee.one}/${number}`) : committee
  }
  const committeeOf = (called: string): Found => {
    const area = areas.find(called.replace(/(大党委|大工委)$/, ''))
    if (area === 'none' || 'many' in area) return area
    const there = (names.get(`committee:${plainName(area.one)}`) ?? []).map((id) => stores.entry.get(id)).filter((record) => record !== undefined) as Entry[]
    const latest = there.map(({ fields }) => text(fields['termStart'])).toSorted().at(-1)
    const standing = there.filter(({ fields }) => text(fields['termStart']) === latest)
    if (standing.length <= 1) return standing.length === 1 ? { one: standing[0].id } : 'none'
    return { many: standing.map(candidate) }
  }

  for (const unit of records.units) add('unit', unit)
  for (const facility of records.facilities) add('facility', facility)
  for (const organisation of records.organisations) add('organisation', organisation)
  for (const record of records.entries) add('entry', record)

  return {
    areas, catalogue: records.catalogue, cityBox: records.cityBox, isHidden, add, drop, entry,
    find: (kind, id) => stores[kind].get(id) ?? null,
    all: (kind) => [...stores[kind].values()],
    unit: (called, area) => named('unit', 'unit', called, (unit) => area !== null && 'community' in unit && unit.community !== null && areas.chain(area).includes(unit.community)),
    facility: (called) => named('facility', 'facility', called),
    creditCodeOwner: (code) => owners.get(code) ?? null,
    has: (kind, id) => { const record = stores[kind].get(id); return record !== undefined && !isHidden(record) },
    referring: (sheet, id) => [...(referring.get(`${sheet}:${id}`) ?? [])].map((one) => stores.entry.get(one)).filter((record) => record !== undefined) as Entry[],
  }
}

const leadsOf = (entry: Entry): string[] => referencesOf(entry).map(({ id }) => `${entry.sheet}:${id}`)

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
