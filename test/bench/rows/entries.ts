import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Entry } from '../../../geodata/model/entry.ts'
import { connect } from '../../../server/store/driver.ts'
import { etagOf } from '../../../server/store/etag.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { EditOutcome, Store } from '../../../server/store/store.ts'
import { entry } from '../../tools/registers.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { benchCatalogue } from '../catalogue.ts'
import { median, pairs, type Line, type Row } from '../row.ts'

/**
 * One row of a register among 100,000: written by an editor (etag, rules, references, record, versions, log, in one transaction of its own) against a bare
 * insert of the same text into a table of as many rows, each in a transaction of its own too. Refusing to remove what is named must not read the table.
 */
export const row: Row = { name: 'entries', size: null, run: entries }

const committees = 10_000
/** An edit writes the row, what it names, two versions and a line of the log, and reads what it rests on: so many bare inserts at most. */
const most = { write: 20, refuse: 20 }
const editsAtOnce = 50

async function entries(): Promise<Line[]> {
  const path = join(tmpdir(), `linli-bench-entries-${process.pid}.sqlite`)
  const store = await openStore(path)
  try {
    await store.load({ identity: smallIdentity, catalogue: benchCatalogue, records: [...smallRecords.filter(({ kind }) => kind !== 'facility'), ...rows()], actor: 'bench', replace: false })
    const bare = connect(path)
    bare.exec('CREATE TABLE bench_row (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT')
    const insert = bare.prepare('INSERT INTO bench_row (id, body) VALUES (?, ?)')
    bare.transaction(() => { for (let i = 0; i < 10 * committees; i++) insert.run(`old-${i}`, JSON.stringify(seat(`old-${i}`, 0))) })()

    const times = { edit: [] as number[], insert: [] as number[], refusal: [] as number[] }
    for (let round = 0; round <= pairs; round++) {
      const of = async (name: keyof typeof times, work: (i: number) => Promise<void> | void): Promise<void> => {
        const start = performance.now()
        for (let i = 0; i < editsAtOnce; i++) await work(i)
        if (round > 0) times[name].push((performance.now() - start) / editsAtOnce)
      }
      await of('edit', async (i) => { done(await add(store, seat(`new-${round}-${i}`, (i * 7919) % committees))) })
      await of('insert', (i) => { insert.run(`new-${round}-${i}`, JSON.stringify(seat(`new-${round}-${i}`, i))) })
      await of('refusal', async (i) => {
        const { etag, record } = await standing(store, `committee-${(i * 104_729) % committees}`)
        const refused = await store.edit({ kind: 'entry', id: record.id, action: 'remove', after: null, ifMatch: etag }, 'bench')
        if (refused.ok || refused.refusal.code !== 'inUse') throw new Error(`${record.id} is named and was removed`)
      })
    }
    bare.close()
    const line = (work: string, own: readonly number[], atMost: number): Line => ({ work, milliseconds: median(own), ratio: median(own) / median(times.insert), goal: { atMost }, note: `a bare insert ${median(times.insert).toFixed(3)} ms` })
    return [line('one row written among 100,000, of a bare insert', times.edit, most.write), line('the refusal to remove one that nine others name', times.refusal, most.refuse)]
  } finally {
    store.close()
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
  }
}

const seat = (id: string, committee: number): Entry => entry(id, 'seat', { committee: `committee-${committee}`, number: 1, category: 'institution', role: 'seatMember', post: '副校长', appointedBy: null }, { unit: 'unit-1' })

/** 10,000 committees with nine seats each. */
function* rows(): Iterable<CityRecord> {
  for (let i = 0; i < committees; i++) {
    yield { kind: 'entry', record: entry(`committee-${i}`, 'committee', { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30', brand: null }, { area: '110105001001' }) }
    for (let n = 0; n < 9; n++) yield { kind: 'entry', record: seat(`seat-${i}-${n}`, i) }
  }
}

const add = (store: Store, after: Entry): Promise<EditOutcome> => store.edit({ kind: 'entry', id: after.id, action: 'add', after, ifMatch: null }, 'bench')

function done(outcome: EditOutcome): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
}

async function standing(store: Store, id: string): Promise<{ etag: string; record: { id: string } }> {
  const record = await store.record('entry', id)
  if (!record) throw new Error(`no row ${id}`)
  return { etag: etagOf(record), record }
}
