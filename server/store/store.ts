import type { Area } from '../../geodata/model/area.ts'
import type { Building, Gate } from '../../geodata/model/building.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityIdentity, CityRecord, RecordKind, Versions } from '../../geodata/model/city.ts'
import type { Facility, Unit } from '../../geodata/model/facility.ts'
import type { Organisation } from '../../geodata/model/organisation.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import type { Ground, Street } from '../../geodata/model/street.ts'

/**
 * What the rest of the server knows of the database. Everything is asynchronous, although SQLite answers at once,
 * so that another database can stand behind it without touching a caller.
 */
export type Store = Reading & {
  /**
   * Takes in a whole source in one transaction: upserts by id, removes nothing unless `replace`, bumps the versions of what really
   * changed, writes one row of the change log. Throws StoreError and leaves everything as it was when a record is refused.
   */
  load(source: LoadSource): Promise<LoadSummary>
  /** One record by hand: the same rules, and a change log row with what stood before and after. */
  save(change: CityRecord, actor: string): Promise<'added' | 'changed' | 'same'>
  /** One unmoving view of the database, for readers that need several tables to agree. Close it. */
  snapshot(): Promise<Reading & { close(): void }>
  changes(limit: number): Promise<Change[]>
  /** A number that differs after any committed change, by this process or another. */
  pulse(): Promise<number>
  /** Everything that is wrong with the database itself; empty when nothing is. */
  faults(): Promise<StoreFault[]>
  close(): void
}

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
  building(id: string): Promise<Building | null>
  /** Name alone, for long lists; null: there is no such building. */
  buildingName(id: string): Promise<string | null>
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
}

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

export type Change = {
  at: string; actor: string; action: 'load' | 'add' | 'change' | 'remove' | 'restore'
  kind: RecordKind | null; record: string | null
  before: CityRecord['record'] | null; after: CityRecord['record'] | null
  counts: Record<string, Record<string, number>> | null
}

export type StoreFault = { check: string; detail: string }
