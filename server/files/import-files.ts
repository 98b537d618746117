import type { Datum } from '../../geodata/intake/datum.ts'
import type { SourceKind } from '../../geodata/intake/dialect.ts'
import type { ImportReport } from '../../geodata/intake/report.ts'
import type { Result } from '../../geodata/intake/result.ts'
import { failed, made } from '../../geodata/intake/result.ts'
import type { FormCode } from '../../geodata/intake/sheets/form.ts'
import { formCodes } from '../../geodata/intake/sheets/forms.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityIdentity, CityRecord } from '../../geodata/model/city.ts'
import { seedCatalogue } from '../plant.ts'
import { StoreError } from '../store/store-error.ts'
import type { LoadSummary, Store } from '../store/store.ts'
import { recordsOfTables, refusalOfTables } from './import-tables.ts'
import type { ReadProgress, Source, SourceOptions } from './source.ts'

export type ImportWish = {
  paths: readonly string[]
  datum?: Datum; as?: SourceKind | FormCode
  /** Name of the city; null: that of the city that is there, else the file's. */
  name: string | null
  dryRun: boolean; replace: boolean
  /** Codes of areas that rows of sheets must lie in; none: anywhere. */
  areas?: readonly string[]
  /** Whoever wishes it may bring sheets and nothing else. */
  sheetsOnly?: boolean
  /** Written into the change log. */
  actor: string
}

/** A source that may lie in another thread. */
export type Readable = Omit<Source, 'records' | 'box'> & { records: Iterable<CityRecord> | AsyncIterable<CityRecord> }

export type ImportSteps = {
  /** readSource, here or in a thread of its own. */
  read: (paths: readonly string[], options: SourceOptions, progress: (progress: ReadProgress) => void) => Promise<Result<Readable>>
  reading: (progress: ReadProgress) => void
  /** Told how many records have been written. */
  writing: (records: number) => void
}

/** Thrown where only sheets may come and the file is map data. */
export class NotSheets extends Error {}

export type Imported = { city: string; report: ImportReport; summary: LoadSummary; counts: { added: number; changed: number; same: number } }

/** Files into the store, all of them or nothing: the one way of the command line and of the server. Throws StoreError for what the store refuses. */
export async function importFiles(store: Store, wish: ImportWish, steps: ImportSteps): Promise<Result<Imported>> {
  const existing = wish.replace ? null : await store.identity()
  // Said before an hour of reading, not after.
  if (existing?.demo) throw new StoreError('demoRefused', { found: existing.name })
  const catalogue = await store.catalogue()
  const source = await steps.read(wish.paths, { ...(wish.datum && { datum: wish.datum }), ...(wish.as && { as: wish.as }), catalogue: catalogue ?? seedCatalogue }, steps.reading)
  if (!source.ok) return source
  const { tables } = source.value
  if (tables.length > 0) return importTables(store, wish, source.value, existing, catalogue ?? seedCatalogue, steps)
  if (wish.sheetsOnly) throw new NotSheets()
  const identity = identityOf(existing, source.value.identity, wish.name)
  const summary = await store.load({
    identity, ...(catalogue ? {} : { catalogue: seedCatalogue }), records: source.value.records, actor: wish.actor, replace: wish.replace, dryRun: wish.dryRun, progress: steps.writing,
  })
  const counts = { added: sum(summary.added), changed: sum(summary.changed), same: sum(summary.same) }
  return made({ city: identity.name, report: source.value.report, summary, counts })
}

/** Sheets add to a city that is there and leave what is said of it alone. */
async function importTables(store: Store, wish: ImportWish, source: Readable, existing: CityIdentity | null, catalogue: Catalogue, steps: ImportSteps): Promise<Result<Imported>> {
  const { tables, report } = source
  const refusal = refusalOfTables(tables[0].file, existing !== null, wish.replace)
  if (!refusal.ok || existing === null) return refusal.ok ? failed() : refusal
  // The report of a thread is whole when its records, of which there are none, have been drained.
  for await (const record of source.records) throw new Error(`a sheet brought a ${record.kind}`)
  const records = await recordsOfTables(store, tables, report, { ...(wish.datum && { datum: wish.datum }), as: formCodes.find((code) => code === wish.as) ?? null, areas: wish.areas ?? [], catalogue })
  if (!records.ok) return records
  const summary = await store.load({ identity: existing, records: records.value, actor: wish.actor, replace: false, dryRun: wish.dryRun, progress: steps.writing })
  return made({ city: existing.name, report, summary, counts: { added: sum(summary.added), changed: sum(summary.changed), same: sum(summary.same) } })
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0)

/** A further source keeps the city's name and adds to what it rests on. */
function identityOf(existing: CityIdentity | null, found: Source['identity'], name: string | null): CityIdentity {
  if (!existing) return { ...found, name: name ?? found.name, demo: false, mapApproval: '' }
  const attributions = [...new Set([...existing.attribution.split('; '), ...found.attribution.split('; ')])].filter((text) => text !== '')
  const dates = [existing.sourceDate, found.sourceDate].filter((date) => date !== null).toSorted()
  return { ...existing, ...(name !== null && { name }), demo: false, attribution: attributions.join('; '), sourceDate: dates.at(-1) ?? null }
}
