import type { Building } from '../model/building.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { CityRecord } from '../model/city.ts'
import type { Box } from '../model/geometry.ts'
import type { Provenance } from '../model/provenance.ts'
import type { AreaFound } from './area.ts'
import { areaFrom } from './area.ts'
import type { Made } from './building.ts'
import { buildingFrom } from './building.ts'
import { facilityFrom } from './facility.ts'
import type { Feature, FeatureSource } from './feature.ts'
import { entranceFrom } from './entrance.ts'
import { gateFrom } from './gate.ts'
import { groundFrom } from './ground.ts'
import { hoursDoubts } from './hours-readings.ts'
import type { Ledger } from './ledger.ts'
import { ledger } from './ledger.ts'
import type { ImportReport, Role } from './report.ts'
import type { Household, ResidentColumns } from './residents.ts'
import { householdOf, residentColumns } from './residents.ts'
import { labelOf, rolesOf } from './roles.ts'
import { streetsFrom } from './street.ts'
import type { Survey } from './survey.ts'
import { survey } from './survey.ts'

export type Intake = { records: Iterable<CityRecord>; report: ImportReport; box: Box; /** Whether any thing has a role, i.e. may become a record. */ asked: boolean; /** How many things each source holds. */ things: readonly number[] }

/**
 * Features of all sources -> records of the city, to be drained once; the report is complete afterwards.
 * A first walk learns what lies around things; then come areas, ground, streets, gates and facilities as they stand;
 * last the buildings, in two walks, since the residents of each depend on the floors of all.
 */
export function intakeRecords(sources: readonly FeatureSource[], catalogue: Catalogue): Intake {
  const book = ledger()
  const found = survey(sources)
  return { records: records(sources, catalogue, found, book), report: book.report, box: found.box, asked: found.asked > 0, things: found.things }
}

function* records(sources: readonly FeatureSource[], catalogue: Catalogue, found: Survey, book: Ledger): Generator<CityRecord> {
  const doubts = hoursDoubts()
  for (const record of plainRecords(sources, catalogue, found, book)) {
    doubts.meet(record)
    yield counted(record, book)
  }
  for (const record of buildingRecords(sources, catalogue, found, book)) yield counted({ kind: 'building', record }, book)
  book.report.warnings.push(...doubts.issues(''))
  book.report.complete = true
}

function* plainRecords(sources: readonly FeatureSource[], catalogue: Catalogue, found: Survey, book: Ledger): Generator<CityRecord> {
  const seen = new Set<string>()
  const areas = new Set<string>(found.codes)
  const categories = new Set(catalogue.categories.map((category) => category.code))
  for (const source of sources) {
    const provenance: Provenance = { source: source.source, date: source.date }
    for (const [label, count] of Object.entries(source.others)) book.other(label, count)
    for (const feature of source.features()) {
      const roles = rolesOf(feature.tags, feature.form)
      if (roles.length === 0) book.other(labelOf(feature.tags), feature.pieces)
      for (const { role, called } of roles) {
        const enter = <T>(made: Made<T>, idOf?: (record: T) => string): T | null => entered(made, role, called, feature, made.record && idOf ? idOf(made.record) : feature.id, seen, book)
        if (role === 'ground') yield* wrapped('ground', enter(groundFrom(feature, provenance)))
        else if (role === 'facility') yield* wrapped('facility', enter(facilityFrom(feature, provenance, categories, found.surroundings)))
        else if (role === 'gate') yield* wrapped('gate', enter(gateFrom(feature, provenance, (key) => found.gatesOnStreets.has(key))))
        else if (role === 'entrance') enter(entranceFrom(feature, found.entrancesOnBuildings))
        else if (role === 'street') for (const street of enter(streetsFrom(feature, provenance, found.surroundings)) ?? []) yield { kind: 'street', record: street }
        else if (role === 'area') yield* areaRecords(enter(areaFrom(feature, provenance), (made) => made.area.code), found, areas, provenance, book)
      }
    }
  }
}

/** An area, after those above it that only its own row knows: they come without a boundary. */
function* areaRecords(made: AreaFound | null, found: Survey, areas: Set<string>, provenance: Provenance, book: Ledger): Generator<CityRecord> {
  if (!made) return
  for (const [index, { level, code, name }] of made.above.entries()) {
    if (areas.has(code)) continue
    areas.add(code)
    book.repaired('area', 'parentMade', name)
    yield { kind: 'area', record: { code, level, name, parent: made.above[index - 1]?.code ?? null, boundary: null, ...provenance } }
  }
  yield { kind: 'area', record: { ...made.area, parent: made.area.parent ?? found.parents.get(made.area.code) ?? null } }
}

function* buildingRecords(sources: readonly FeatureSource[], catalogue: Catalogue, found: Survey, book: Ledger): Generator<Building> {
  const households: (Household | null)[] = []
  for (const { building, feature } of buildings(sources, found, null)) households.push(householdOf(building, feature.tags, catalogue))
  const columns: ResidentColumns = residentColumns(households, catalogue)
  let index = 0
  for (const { building, feature } of buildings(sources, found, book)) {
    if (columns.estimated(index)) book.repaired('building', 'residentsEstimated', feature.place)
    if (columns.groupsEstimated(index)) book.repaired('building', 'groupsEstimated', feature.place)
    yield { ...building, residents: columns.residents(index++, { source: building.source, date: building.date }) }
  }
}

/** Every building of the sources once; with a book, each is entered. */
function* buildings(sources: readonly FeatureSource[], found: Survey, book: Ledger | null): Generator<{ building: Building; feature: Feature }> {
  const seen = new Set<string>()
  for (const source of sources) {
    for (const feature of source.features()) {
      const role = rolesOf(feature.tags, feature.form).find((each) => each.role === 'building')
      if (!role) continue
      const building = entered(buildingFrom(feature, { source: source.source, date: source.date }, found.surroundings), 'building', role.called, feature, feature.id, seen, book)
      if (building) yield { building, feature }
    }
  }
}

/** Counts what was made of a feature in one role; an id met before is left. */
function entered<T>(made: Made<T>, role: Exclude<Role, 'other'>, called: string, feature: Feature, id: string, seen: Set<string>, book: Ledger | null): T | null {
  const key = `${role}:${id}`
  const fault = made.fault ?? (seen.has(key) ? 'duplicate' : null)
  if (fault) {
    book?.left(role, called, feature.pieces, fault, fault === 'refused' ? '' : feature.place)
    return null
  }
  seen.add(key)
  book?.used(role, called, feature.pieces)
  if (book) for (const repair of new Set(made.repairs)) book.repaired(role, repair, feature.place)
  return made.record
}

function* wrapped<K extends 'ground' | 'facility' | 'gate'>(kind: K, record: Extract<CityRecord, { kind: K }>['record'] | null): Generator<CityRecord> {
  if (record) yield { kind, record } as CityRecord
}

function counted(record: CityRecord, book: Ledger): CityRecord {
  book.record(record.kind)
  return record
}
