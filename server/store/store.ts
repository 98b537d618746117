import type { ArrangementFault } from '../../geodata/hours/arrangement.ts'
import type { Area } from '../../geodata/model/area.ts'
import type { ErrorCode } from '../../geodata/contract/errors.ts'
import type { Building, Gate, ResidentCounts } from '../../geodata/model/building.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityIdentity, CityRecord, EditableKind, RecordKind, Versions } from '../../geodata/model/city.ts'
import type { Edit, EditableRecord } from '../../geodata/model/edit.ts'
import type { Fault } from '../../geodata/model/fault.ts'
import type { Report, ReportStanding } from '../../geodata/model/report.ts'
import type { HolidayYear } from '../../geodata/model/holidays.ts'
import type { ReportState } from '../../geodata/model/venue.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import type { EventCount } from '../../geodata/model/eventCount.ts'
import type { Facility, Unit } from '../../geodata/model/facility.ts'
import type { Organisation } from '../../geodata/model/organisation.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import type { Ground, Street } from '../../geodata/model/street.ts'
import type { EditionTable } from './editions.ts'
import type { ReceivedReport, ReportWish, TakenReports } from './reports.ts'
import type { ScenarioTable } from './scenarios.ts'
import type { TourTable } from './tours.ts'

/**
 * What the rest of the server knows of the database. Everything is asynchronous, although SQLite answers at once,
 * so that another database can stand behind it without touching a caller.
 */
export type Store = Reading & {
  /**
   * Takes in a whole source in one transaction: upserts by id, removes nothing unless `replace`, bumps the versions of what really
   * changed, writes one line of counts into the change log and, unless the city was empty or is replaced, one for each editable record
   * that it added or changed. Throws StoreError and leaves everything as it was when a record is refused.
   */
  load(source: LoadSource): Promise<LoadSummary>
  /**
   * One record by hand, in one transaction: what stands is compared with what the editor saw, the rules are checked, the record and its
   * histories are written, the versions it touches bumped, and the log says what stood before and after. Refusals are values; what the
   * disk or another writer refuses is a StoreError.
   */
  edit(edit: Edit, actor: string): Promise<EditOutcome>
  /** Adds the rows of a later release's catalogue that the stored one lacks; whether there were any. StoreError databaseBusy. */
  completeCatalogue(catalogue: Catalogue): Promise<boolean>
  /** Arrangements of holidays, each in the place of what its year had; nothing is written where they do not hold together, nor for a dry run. StoreError noCatalogue, databaseBusy. */
  putHolidays(years: readonly HolidayYear[], actor: string, dryRun: boolean): Promise<HolidayOutcome>
  /** What somebody found wrong; one that says the same of the same place within an hour is the one that is there. StoreError. */
  report(wish: ReportWish): Promise<Report>
  /** Reports that a server for the public alone received, each once. StoreError. */
  takeReports(reports: readonly ReceivedReport[], dryRun: boolean): Promise<TakenReports>
  /** null: there is no such report. Its note goes. StoreError. */
  decideReport(id: number, state: Exclude<ReportState, 'pending'>): Promise<Report | null>
  /** A unit that is absent for everyone, with what it owns; and no longer. */
  hideUnit(id: string, actor: string): Promise<void>
  showUnit(id: string, actor: string): Promise<void>
  /** One unmoving view of the database, for readers that need several tables to agree. Close it. */
  snapshot(): Promise<Reading & { close(): void }>
  changes(limit: number): Promise<Change[]>
  /** Answers of the wall that nothing changes any more, and what the wall plays by itself. */
  editions: EditionTable
  tours: TourTable
  /** What planners would do to the city. */
  scenarios: ScenarioTable
  /** A number that differs after any change of the city, by this process or another; sessions, audit and jobs do not move it. */
  pulse(): Promise<number>
  /** Everything that is wrong with the database itself; empty when nothing is. */
  faults(): Promise<StoreFault[]>
  close(): void
}

/** Years by what became of them. faults: why nothing was written. */
export type HolidayOutcome = { added: number[]; changed: number[]; same: number[]; faults: ArrangementFault[] }

export type Reading = {
  /** null: the database is empty. */
  identity(): Promise<CityIdentity | null>
  versions(): Promise<Versions>
  catalogue(): Promise<Catalogue | null>
  counts(): Promise<Readonly<Record<RecordKind, number>>>
  /** By code. */
  areas(): AsyncIterable<Area>
  /** In dense order: the n-th building has dense index n. */
  buildings(): AsyncIterable<Building>
  /** The others by id. Facilities and units: those valid on `day` (ISO), or all when it is null. */
  streets(): AsyncIterable<Street>
  gates(): AsyncIterable<Gate>
  ground(): AsyncIterable<Ground>
  facilities(day: string | null): AsyncIterable<Facility>
  units(day: string | null): AsyncIterable<Unit>
  organisations(day: string | null): AsyncIterable<Organisation>
  /** Rows of all registers, whatever their validity. */
  entries(): AsyncIterable<Entry>
  /** In the order in which they were written. */
  eventCounts(): AsyncIterable<EventCount>
  building(id: string): Promise<Building | null>
  /** Name alone, for long lists; null: there is no such building. */
  buildingName(id: string): Promise<string | null>
  /** The names of all buildings in dense order, without their shapes. */
  buildingNames(): AsyncIterable<{ id: string; name: string }>
  area(code: string): Promise<Area | null>
  facility(id: string): Promise<Facility | null>
  /** Ids of what touches the box (degrees), edges included. */
  idsWithin(kind: 'building' | 'street' | 'ground', box: Box): Promise<string[]>
  /** Box around all buildings; where there are none, around the streets, else the ground, the areas, the sites; null: there is nothing. */
  extent(): Promise<Box | null>
  /** When the first records came in, as a short word: tells one database from another whose versions count alike; '' while there is none. */
  born(): Promise<string>
  /** Latest day not after `day` on which a facility or unit began or ended; null: none. */
  validityEdge(day: string): Promise<string | null>

  /** One editable record as it stands; null: there is none. Its etag is etagOf (etag.ts). */
  record(kind: EditableKind, id: string): Promise<EditableRecord | null>
  /** The next ones by id after `after`. */
  records(kind: EditableKind, page: { after?: string; limit: number }): Promise<EditableRecord[]>
  /** What happened to one record since the city was last loaded as a whole, newest first; `before`: only lines older than that one. */
  history(kind: EditableKind, id: string, page: { before?: number; limit: number }): Promise<RecordChange[]>
  /** What the change log says after that line; 0 for all of it. */
  changesAfter(id: number): Promise<ChangesAfter>
  /** Id of the newest line of the change log; 0: there is none. */
  lastChange(): Promise<number>
  /** The days (in China) whose ends `before` can speak of, both included; null: the database is empty. */
  known(): Promise<{ from: string; to: string } | null>
  /** Editable records that differ from what stands, as they stood at the end of that day; null: not there. Days before known().from are answered as that day. */
  before(day: string): Promise<readonly EarlierRecord[]>
  /** Counts as the last whole load had them, of buildings whose counts have changed since. */
  residentBase(): Promise<ResidentBase[]>
  /** What the public found wrong, newest first. */
  reports(): Promise<Report[]>
  reportOf(id: number): Promise<Report | null>
  /** By site, what its card says of its reports today; absent: nothing. */
  reportStandings(): Promise<ReadonlyMap<string, ReportStanding>>
  /** Until when reports that a server for the public received have been brought, milliseconds of Unix time; 0: none ever. */
  receivedUntil(): Promise<number>
  /** Grows with each report and each decision; nothing else moves it, and it moves nothing else. */
  reportVersion(): Promise<number>
  /** Ids of units that are absent for everyone beside those whose names say so. */
  hiddenUnits(): Promise<string[]>
}

export type EditOutcome =
  /** `record` and `etag` as they now stand; null: gone. `touched`: names of versions, category:<code> among them. */
  | { ok: true; change: number; record: EditableRecord | null; etag: string | null; touched: string[] }
  | { ok: false; refusal: EditRefusal }

export type EditRefusal = { code: ErrorCode; details: Readonly<Record<string, string | number | null>>; faults: Fault[] }

/** whole: something is among the changes that cannot be followed record by record: a first load, a replacement, another catalogue, a unit hidden or shown. */
export type ChangesAfter = { last: number; whole: boolean; records: { kind: EditableKind; id: string }[] }
export type EarlierRecord = { kind: EditableKind; id: string; record: EditableRecord | null }
export type ResidentBase = ResidentCounts & { id: string; households: number; counted: boolean; /** A later load brought the building, with these counts. */ added: boolean }

export type LoadSource = {
  identity: CityIdentity
  /** Absent: the one stored is kept. */
  catalogue?: Catalogue
  records: Iterable<CityRecord> | AsyncIterable<CityRecord>
  actor: string
  replace: boolean
  /** Everything is checked and counted, nothing is kept. */
  dryRun?: boolean
  /** Told now and then how many records have passed. */
  progress?: (records: number) => void
}

export type LoadSummary = { [K in 'added' | 'changed' | 'same']: Record<RecordKind, number> } & { versions: Versions }

/** One line of the change log. */
export type Change = {
  id: number; at: string; actor: string; action: 'load' | 'add' | 'change' | 'remove' | 'restore' | 'hide' | 'show'
  kind: RecordKind | null; record: string | null
  before: CityRecord['record'] | EditableRecord | null; after: CityRecord['record'] | EditableRecord | null
  counts: Record<string, Record<string, number>> | null
}

/** A line about one record. */
export type RecordChange = Pick<Change, 'id' | 'at' | 'actor'> & { action: 'load' | 'add' | 'change' | 'remove' | 'restore'; before: EditableRecord | null; after: EditableRecord | null }

export type StoreFault = { check: string; detail: string }
