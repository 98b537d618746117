import * as fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../../geodata/contract/exchange.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { answer, type CityAsk } from '../../../server/answers/answer.ts'
import { openCity, type OpenCity } from '../../../server/answers/open-city.ts'
import { Refusal } from '../../../server/answers/refusal.ts'
import { reviseCity } from '../../../server/answers/revise-city.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { add, change, remove } from '../../tools/edits.ts'
import { editedRecords, randomEditor } from '../../tools/random-edits.ts'
import { entry } from '../../tools/registers.ts'
import { at, facility, smallIdentity } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = temporaryFolder()
let made = 0

async function opened(): Promise<{ store: Store; open: OpenCity }> {
  const store = await openStore(join(folder, `${++made}.sqlite`))
  await store.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: false })
  const open = await openCity(store)
  if (!open) throw new Error('no city')
  return { store, open }
}

const ask = (name: CityAsk['name'], query: CityAsk['query'] = {}, path: CityAsk['path'] = {}, role: Role = 'administrator'): CityAsk => ({ name, query, path, language: 'zh', reader: { role, areas: [] } })

const asks: CityAsk[] = [
  ask('meta'), ask('categories'), ask('areas'), ask('areas', {}, {}, 'public'),
  ...['canteen', 'clinic', 'activityRoom'].flatMap((category) => [
    ask('coverage', { category }), ask('coverage', { category }, {}, 'leader'), ask('coverage', { category, group: '60plus' }, {}, 'public'), ask('coverage', { category, group: '80plus', metric: 'straight' }), ask('gaps', { category }), ask('gaps', { category, group: 'children', sort: 'name' }), ask('gaps', { category, at: '2026-11-21T08:30:00+08:00' }), ask('clock', { category, week: '2026-11-21' }), ask('clock', { category }, {}, 'leader'), ask('states', { category }),
    ...['home-3', 'far'].map((id) => ask('basket', { category }, { id })),
  ]),
  ...['facility', 'unit', 'organisation', 'gate', 'building', 'entry'].flatMap((kind) => [ask(`${kind}List` as CityAsk['name'], {}), ask(`${kind}List` as CityAsk['name'], { area: '110105001001', q: '1' })]),
  ...['食堂', 'lp', '1', '社区', 'unit', 'can'].map((q) => ask('search', { q })),
]

/** What every one of the questions is answered, in text. */
async function answers(open: OpenCity): Promise<string[]> {
  const told: string[] = []
  for (const one of asks) {
    const reply = await answer(open, one).catch((error: unknown) => { if (error instanceof Refusal) return { body: Buffer.from(error.message) }; throw error })
    told.push(`${one.name} ${JSON.stringify(one.query)} ${JSON.stringify(one.path)} ${Buffer.from(reply.body).toString()}`)
  }
  return told
}

/** Follows the log as a server does: in place where that can be, else anew. */
async function followed(open: OpenCity, store: Store): Promise<{ open: OpenCity; inPlace: boolean }> {
  const revised = await reviseCity(open, store)
  const next = revised ?? (await openCity(store))
  if (!next) throw new Error('no city')
  return { open: next, inPlace: revised !== null }
}

describe('a city that takes changes in', () => {
  test('answers after any thirty edits, looked at now and then, as one that is freshly opened', { timeout: 240_000 }, async () => {
    let inPlace = 0, anew = 0
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 10 }), async (seed, steps) => {
      let { store, open } = await opened()
      const edit = randomEditor(store, seed)
      for (const step of steps) {
        await answers(open)
        for (let i = 0; i < step; i++) await edit()
        const next = await followed(open, store)
        open = next.open
        if (next.inPlace) inPlace++
        else anew++
      }
      const fresh = await openCity(store)
      if (!fresh) throw new Error('no city')
      expect(await answers(open)).toEqual(await answers(fresh))
      store.close()
    }), { seed: 20261122, numRuns: 8 })
    // The promise would be empty if nothing were ever taken in, or nothing ever opened anew.
    expect([inPlace > 10, anew > 0]).toEqual([true, true])
  })

  test('shares columns and lists with the one before when a telephone is corrected', async () => {
    const { store, open } = await opened()
    await answers(open)
    await change(store, 'facility', 'canteen-west', { phone: '010-6500 1234' })
    const after = await reviseCity(open, store)
    expect(after?.city).toBe(open.city)
    expect(after?.lists.finder).toBe(open.lists.finder)
    expect(after?.lastChange).toBe(open.lastChange + 1)
    store.close()
  })

  test('is opened anew for shapes, streets, gates that come or move, another catalogue and a whole load', async () => {
    const cases: [string, (store: Store) => Promise<unknown>][] = [
      ['a gate moves', (store) => change(store, 'gate', 'gate-1', { position: at(11, 2) })],
      ['a gate comes', (store) => add(store, 'gate', { id: 'gate-2', name: '', position: at(12, 2), estate: null, locked: 'never', source: 'x', date: null })],
      ['a gate goes', (store) => remove(store, 'gate', 'gate-1')],
      ['streets', (store) => load(store, editedRecords.filter(({ kind }) => kind === 'street').map((one) => (one.kind === 'street' ? { kind: 'street', record: { ...one.record, line: one.record.line.slice(1) } } : one)))],
      ['a building', (store) => load(store, editedRecords.flatMap((one) => (one.kind === 'building' && one.record.id === 'home-1' ? [{ kind: 'building', record: { ...one.record, storeys: 9 } } as const] : [])))],
      ['everything', (store) => store.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: true })],
      ['the catalogue', (store) => store.load({ identity: smallIdentity, catalogue: { ...catalogue, version: 'other' }, records: [], actor: 'test', replace: false })],
      ['a unit is hidden', (store) => store.hideUnit('unit-2', 'test')],
    ]
    for (const [what, write] of cases) {
      const { store, open } = await opened()
      await write(store)
      expect([what, await reviseCity(open, store)]).toEqual([what, null])
      store.close()
    }
  })

  test('takes a lock, a name of an area and other counts in', async () => {
    const cases: [string, (store: Store) => Promise<unknown>][] = [
      ['a lock', (store) => change(store, 'gate', 'gate-1', { locked: 'always' })],
      ['counts', (store) => change(store, 'building', 'home-1', { residents: { all: 60, over60: 30, over80: 4, children: 5, households: 20, basis: 'actual', counted: true, source: 'x', date: null } })],
      ['names of areas', (store) => load(store, editedRecords.flatMap((one) => (one.kind === 'area' ? [{ kind: 'area', record: { ...one.record, name: `新${one.record.name}` } } as const] : [])))],
      ['a row of a register', (store) => change(store, 'entry', 'committee-1', { area: '110105001002' })],
      ['an organisation', (store) => change(store, 'organisation', 'o-1', { carrier: 'carrier-1', operating: 'shell' })],
      ['a load of rows and events', (store) => load(store, [{ kind: 'entry', record: entry('loaded', 'meeting', { kind: 'joint', day: '2026-05-04', unitsPresent: null, majorItems: null, fundItems: null, jointItems: null, volunteerItems: null }, { area: '110105001001' }) }, { kind: 'eventCount', record: { id: 'e-1', stream: 'service', month: '2026-05', category: '理发', area: '110105001001', position: null, times: 9, people: 30, responded: null, resolved: null, satisfied: null, source: 'x', date: null } }])],
      ['a load of sites', (store) => load(store, [{ kind: 'facility', record: facility('loaded', 'canteen', 15, 2.5) }])],
    ]
    for (const [what, write] of cases) {
      const { store, open } = await opened()
      await answers(open)
      await write(store)
      const revised = await reviseCity(open, store)
      const fresh = await openCity(store)
      if (!revised || !fresh) throw new Error(`${what}: not taken in`)
      expect(await answers(revised)).toEqual(await answers(fresh))
      store.close()
    }
  })

  test('at midnight opens what begins and closes what has ended, as one that is opened on that day', async () => {
    const { store } = await opened()
    await load(store, [{ kind: 'facility', record: facility('begins', 'canteen', 15, 2.5, { validFrom: '2027-01-02' }) }, { kind: 'facility', record: facility('ends', 'canteen', 9, 2.5, { validTo: '2027-01-02' }) }])
    const [eve, day] = [await openCity(store, () => {}, '2027-01-01'), await openCity(store, () => {}, '2027-01-02')]
    if (!eve || !day) throw new Error('no city')
    expect([eve.city.facilities.byId.has('begins'), eve.city.facilities.byId.has('ends')]).toEqual([false, true])
    // What was worked out on the eve must not be told on the day.
    await answers(eve)
    const revised = await reviseCity(eve, store, '2027-01-02')
    if (!revised) throw new Error('not taken in')
    expect([revised.city.facilities.byId.has('begins'), revised.city.facilities.byId.has('ends')]).toEqual([true, false])
    expect(await answers(revised)).toEqual(await answers(day))
    store.close()
  })
})

const load = (store: Store, records: Parameters<Store['load']>[0]['records']): Promise<unknown> => store.load({ identity: smallIdentity, records, actor: 'test', replace: false })

