import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { editableKinds } from '../../../geodata/model/city.ts'
import type { EditableRecord } from '../../../geodata/model/edit.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { change, taken } from '../../tools/edits.ts'
import { editedRecords, randomEditor } from '../../tools/random-edits.ts'
import { building, facility, smallIdentity } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = temporaryFolder()

type Exported = Map<string, EditableRecord>

async function exported(store: Store): Promise<Exported> {
  const all: Exported = new Map()
  for (const kind of editableKinds) for (const record of await store.records(kind, { limit: 1000 })) all.set(`${kind} ${record.id}`, record)
  return all
}

/** Today's records with those of that day laid over them. */
async function asOf(store: Store, day: string): Promise<Exported> {
  const all = await exported(store)
  for (const { kind, id, record } of await store.before(day)) {
    if (record) all.set(`${kind} ${id}`, record)
    else all.delete(`${kind} ${id}`)
  }
  return all
}

const sorted = (records: Exported): [string, EditableRecord][] => [...records].toSorted(([a], [b]) => (a < b ? -1 : 1))

test('each day as it is remembered later is the day as it was exported', async () => {
  let now = new Date('2026-11-19T03:00:00Z')
  const store = await openStore(join(folder, 'days.sqlite'), { now: () => now })
  await store.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: false })
  const edit = randomEditor(store, 7)
  const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']
  const yesterdays = new Map<string, Exported>()
  for (const [index, day] of days.entries()) {
    now = new Date(`${day}T03:00:00Z`)
    for (let i = 0; i < 60; i++) await edit()
    // A file of some community comes on the third day.
    if (index === 2) await store.load({ identity: smallIdentity, records: [{ kind: 'facility', record: facility('late', 'clinic', 4, 4) }, { kind: 'building', record: building('home-3', 7, 3, { residents: null }) }], actor: 'test', replace: false })
    yesterdays.set(day, await exported(store))
  }
  for (const day of days) expect(sorted(await asOf(store, day))).toEqual(sorted(yesterdays.get(day) ?? new Map()))
  expect(await store.before('2026-11-22')).toEqual([])
  expect((await store.before('2026-11-21')).length).toBeGreaterThan(10)
  expect(await store.known()).toEqual({ from: '2026-11-19', to: '2026-11-22' })
  store.close()
})

test('a day ends at midnight in China', async () => {
  let now = new Date('2026-11-20T03:00:00Z')
  const store = await openStore(join(folder, 'midnight.sqlite'), { now: () => now })
  await store.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: false })
  now = new Date('2026-11-21T15:59:59.999Z')
  taken(await change(store, 'facility', 'hall', { hours: 'the last of the 21st' }))
  now = new Date('2026-11-21T16:00:00.000Z')
  taken(await change(store, 'facility', 'hall', { hours: 'the first of the 22nd' }))
  const hours = async (day: string): Promise<unknown> => (await asOf(store, day)).get('facility hall')
  expect([await hours('2026-11-20'), await hours('2026-11-21'), await hours('2026-11-22')]).toMatchObject([{ hours: 'Sa-Su 09:00-17:00' }, { hours: 'the last of the 21st' }, { hours: 'the first of the 22nd' }])
  store.close()
})

test('what changed and changed back since is not among the differences', async () => {
  let now = new Date('2026-11-20T03:00:00Z')
  const store = await openStore(join(folder, 'back.sqlite'), { now: () => now })
  await store.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: false })
  now = new Date('2026-11-21T03:00:00Z')
  taken(await change(store, 'facility', 'hall', { phone: '110' }))
  expect((await store.before('2026-11-20')).map(({ id }) => id)).toEqual(['hall'])
  taken(await change(store, 'facility', 'hall', { phone: null }))
  expect(await store.before('2026-11-20')).toEqual([])
  store.close()
})
