import type { Datum } from '../../geodata/intake/datum.ts'
import type { SourceKind } from '../../geodata/intake/dialect.ts'
import type { ImportReport } from '../../geodata/intake/report.ts'
import type { Result } from '../../geodata/intake/result.ts'
import { made } from '../../geodata/intake/result.ts'
import type { CityIdentity, CityRecord } from '../../geodata/model/city.ts'
import { seedCatalogue } from '../plant.ts'
import { StoreError } from '../store/store-error.ts'
import type { LoadSummary, Store } from '../store/store.ts'
import type { ReadProgress, Source, SourceOptions } from './source.ts'

export type ImportWish = {
  paths: readonly string[]
  datum?: Datum; as?: SourceKind
  /** Name of the city; null: that of the city that is there, else the file's. */
  name: string | null
  dryRun: boolean; replace: boolean
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

export type Imported = { city: string; report: ImportReport; summary: LoadSummary; counts: { added: number; changed: number; same: number } }

/** Files into the store, all of them or nothing: the one way of the command line and of the server. Throws StoreError for what the store refuses. */
export async function importFiles(store: Store, wish: ImportWish, steps: ImportSteps): Promise<Result<Imported>> {
  const existing = wish.replace ? null : await store.identity()
  // Said before an hour of reading, not after.
  if (existing?.demo) throw new StoreError('demoRefused', { found: existing.name })
  const catalogue = await store.catalogue()
  const source = await steps.read(wish.paths, { ...(wish.datum && { datum: wish.datum }), ...(wish.as && { as: wish.as }), catalogue: catalogue ?? seedCatalogue }, steps.reading)
  if (!source.ok) return source
  const identity = identityOf(existing, source.value.identity, wish.name)
  const summary = await store.load({
    identity, ...(catalogue ? {} : { catalogue: seedCatalogue }), records: source.value.records, actor: wish.actor, replace: wish.replace, dryRun: wish.dryRun, progress: steps.writing,
  })
  const counts = { added: sum(summary.added), changed: sum(summary.changed), same: sum(summary.same) }
  return made({ city: identity.name, report: source.value.report, summary, counts })
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0)

/** A further source keeps the city's name and adds to what it rests on. */
function identityOf(existing: CityIdentity | null, found: Source['identity'], name: string | null): CityIdentity {
  if (!existing) return { ...found, name: name ?? found.name, demo: false, mapApproval: '' }
  const attributions = [...new Set([...existing.attribution.split('; '), ...found.attribution.split('; ')])].filter((text) => text !== '')
  const dates = [existing.sourceDate, found.sourceDate].filter((date) => date !== null).toSorted()
  return { ...existing, ...(name !== null && { name }), demo: false, attribution: attributions.join('; '), sourceDate: dates.at(-1) ?? null }
}
