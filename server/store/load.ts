import type { CityIdentity } from '../../geodata/model/city.ts'
import { readCatalogue, writeCatalogue } from './catalogue-table.ts'
import { checkReferences } from './check-references.ts'
import { cacheKib, connect, translated, type Connection, type Row } from './driver.ts'
import { readIdentity, writeIdentity } from './identity.ts'
import { logLoad } from './change-log.ts'
import { recorder } from './load-record.ts'
import { clearResidentBase } from './resident-base.ts'
import type { LoadSource, LoadSummary } from './store.ts'
import { StoreError } from './store-error.ts'
import { boxes, tables } from './tables/all.ts'
import { histories } from './tables/facility-table.ts'
import { bumpVersions, categoryVersion, readVersions } from './versions.ts'
import { emptyCounts, writer } from './writing.ts'
import { shanghaiDay } from './day.ts'

/** Records between two words of progress. */
const progressStep = 5000

/** On a connection of its own, so that the readers of the store go on seeing what was before. */
export async function load(path: string, source: LoadSource, now: () => Date): Promise<LoadSummary> {
  const connection = connect(path, cacheKib.loading)
  try {
    connection.exec('BEGIN IMMEDIATE')
    const summary = await loadInside(connection, source, now())
    connection.exec(source.dryRun === true ? 'ROLLBACK' : 'COMMIT')
    // Gives the disk back what the log of a large transaction took; a reader may still need it, then the next one does it.
    connection.pragma('busy_timeout = 0')
    connection.pragma('wal_checkpoint(TRUNCATE)')
    return summary
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw translated(path, error)
  } finally {
    connection.close()
  }
}

async function loadInside(connection: Connection, source: LoadSource, now: Date): Promise<LoadSummary> {
  const existing = readIdentity(connection)
  refuseMixing(existing, source)
  const whole = existing === null || source.replace
  const touched = new Set<string>()
  if (source.replace) for (const name of emptyTables(connection)) touched.add(name)
  // What was thought out about an invented city says nothing of a real one.
  if (source.replace && !source.identity.demo) connection.exec('DELETE FROM scenario WHERE demo = 1')
  if (whole) clearResidentBase(connection)
  const newCatalogue = source.catalogue !== undefined && writeCatalogue(connection, source.catalogue)
  if (newCatalogue) for (const { code } of source.catalogue?.categories ?? []) touched.add(categoryVersion(code))
  if (!readCatalogue(connection)) throw new StoreError('noCatalogue')

  const counts = { added: emptyCounts(), changed: emptyCounts(), same: emptyCounts() }
  const write = writer(connection, source.identity.coding, shanghaiDay(now))
  const put = whole ? write.put : recorder(connection, write, { at: now.toISOString(), actor: source.actor })
  let done = 0
  for await (const record of source.records) {
    counts[put(record).change][record.kind]++
    if (++done % progressStep === 0) source.progress?.(done)
  }
  source.progress?.(done)
  checkReferences(connection)
  for (const name of write.touched) touched.add(name)
  if (JSON.stringify(existing) !== JSON.stringify(source.identity)) touched.add('text')
  writeIdentity(connection, source.identity)
  bumpVersions(connection, touched)
  logLoad(connection, now.toISOString(), source.actor, { ...counts, ...(newCatalogue && { catalogue: { changed: 1 } }) }, whole)
  return { ...counts, versions: readVersions(connection) }
}

function refuseMixing(existing: CityIdentity | null, source: LoadSource): void {
  if (!existing || source.replace) return
  if (existing.demo) throw new StoreError('demoRefused', { found: existing.name })
  if (source.identity.demo) throw new StoreError('realRefused', { found: existing.name })
}

/** Removes the city but not its history: change log and version numbers go on. Returns every version that this touches. */
function emptyTables(connection: Connection): string[] {
  const categories = connection.prepare<[], Row>('SELECT code FROM category').all()
  for (const { table } of histories) connection.exec(`DELETE FROM ${table}`)
  for (const { name } of Object.values(tables)) connection.exec(`DELETE FROM ${name}`)
  connection.exec('DELETE FROM report')
  // Tours of a demonstration lead through places of its own; those that somebody wrote stay, and say what is gone.
  connection.exec('DELETE FROM tour WHERE planted = 1')
  for (const [, box] of boxes) connection.exec(`DELETE FROM ${box}`)
  return ['geometry', 'network', 'residents', 'labels', 'places', 'registers', 'events', 'text', 'reports', ...categories.map((row) => categoryVersion(String(row['code'])))]
}
