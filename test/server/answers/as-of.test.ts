import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { cityThen } from '../../../server/answers/as-of.ts'
import { basketAnswer } from '../../../server/answers/basket.ts'
import { coverageAnswer } from '../../../server/answers/coverage.ts'
import { gapsAnswer } from '../../../server/answers/gaps.ts'
import { metaAnswer } from '../../../server/answers/meta.ts'
import { listAnswer } from '../../../server/answers/records/list-answer.ts'
import { openCity, type OpenCity } from '../../../server/answers/open-city.ts'
import { statesReply } from '../../../server/answers/states.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { add, change, remove, taken } from '../../tools/edits.ts'
import { editedRecords } from '../../tools/random-edits.ts'
import { at, facility, smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const planner = { role: 'planner', areas: [] } as const
const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']

beforeEach(() => { vi.useFakeTimers({ toFake: ['Date'] }) })
afterEach(() => { vi.useRealTimers() })

const opened = async (store: Store): Promise<OpenCity> => {
  const open = await openCity(store)
  if (!open) throw new Error('the city is not there')
  return open
}

/** What analyses say, without the versions that tell one state of the data from another. */
async function answers(open: OpenCity, asOf?: string): Promise<unknown> {
  const all: unknown[] = []
  for (const category of ['canteen', 'clinic']) {
    for (const metric of ['network', 'straight'] as const) {
      const query = { category, metric, metres: 700, ...(asOf !== undefined && { asOf }) }
      const { question: { asOf: told, ...question }, dataVersion: _, ...coverage } = await coverageAnswer(open, query, planner, 'zh')
      const { rows, total, totalResidents } = await gapsAnswer(open, { ...query, sort: 'name' }, planner, 'zh')
      const states = await statesReply(open, query, planner)
      const { building, services } = await basketAnswer(open, 'home-4', query, planner, 'zh')
      expect(told).toBe(asOf ?? null)
      all.push(question, coverage, rows, total, totalResidents, [...states.body], states.headers['x-linli-residents'], building, services)
    }
  }
  return all
}

describe('the city as of a day', () => {
  test('answers as it did at the end of that day, whatever was edited since', async () => {
    vi.setSystemTime(new Date(`${days[0]}T03:00:00Z`))
    const store = await openStore(join(temporaryFolder(), 'days.sqlite'))
    await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
    const random = seededRandom(5)
    const remembered = new Map<string, unknown>()
    for (const [index, day] of days.entries()) {
      vi.setSystemTime(new Date(`${day}T03:00:00Z`))
      if (index > 0) await edits(store, random, index)
      remembered.set(day, await answers(await opened(store)))
    }
    const open = await opened(store)
    for (const day of days) expect([day, await answers(open, day)]).toEqual([day, remembered.get(day)])
    expect(new Set([...remembered.values()].map((one) => JSON.stringify(one))).size).toBe(days.length)
    expect(Object.values((await cityThen(open, days[0])).overlay).filter((part) => [...part].length > 0).length).toBeGreaterThan(4)
    store.close()
  })

  test('is known from the load until today, and any other day is refused', async () => {
    vi.setSystemTime(new Date('2026-11-19T03:00:00Z'))
    const store = await openStore(join(temporaryFolder(), 'known.sqlite'))
    await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
    vi.setSystemTime(new Date('2026-11-21T03:00:00Z'))
    const open = await opened(store)
    expect((await metaAnswer(open, planner)).known).toEqual({ from: '2026-11-19', to: '2026-11-21' })
    expect((await metaAnswer(open, { role: 'leader', areas: [] })).known).toBe(null)
    for (const asOf of ['2026-11-18', '2026-11-22', '2026-13-01', '2026-02-30']) {
      await expect(coverageAnswer(open, { category: 'canteen', asOf }, planner, 'zh')).rejects.toMatchObject({ value: { code: 'asOfUnknown', details: { from: '2026-11-19', to: '2026-11-21', found: asOf } } })
    }
    store.close()
  })
})

describe('rows of registers as of a day', () => {
  test('are listed as they stood, where what they were part of stood, one that has gone since among them', async () => {
    vi.setSystemTime(new Date('2026-11-19T03:00:00Z'))
    const store = await openStore(join(temporaryFolder(), 'rows.sqlite'))
    await store.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: false })
    const list = async (query: { asOf?: string; area?: string; sheet?: 'seat' | 'tenure' | 'committee' }): Promise<string[]> => (await listAnswer(await opened(store), 'entry', query, planner)).rows.map(({ record }) => `${record.id} ${record.name}`)
    const [west, east] = ['110105001001', '110105001002']
    const then = { west: await list({ area: west }), east: await list({ area: east }), all: await list({}) }
    expect(then.west).toEqual(['carrier-1 carrier-1', 'committee-1 committee-1', 'seat-1 seat-1', 'tenure-1 tenure-1'])
    vi.setSystemTime(new Date('2026-11-20T03:00:00Z'))
    taken(await change(store, 'entry', 'committee-1', { area: east, name: '东大党委' }))
    taken(await remove(store, 'entry', 'tenure-1'))
    expect([await list({ area: east }), await list({ area: west })]).toEqual([['committee-1 东大党委', 'seat-1 seat-1'], ['carrier-1 carrier-1']])
    // The seat was not touched, and yet lay elsewhere.
    expect({ west: await list({ area: west, asOf: '2026-11-19' }), east: await list({ area: east, asOf: '2026-11-19' }), all: await list({ asOf: '2026-11-19' }) }).toEqual(then)
    expect(await list({ asOf: '2026-11-19', sheet: 'tenure' })).toEqual(['tenure-1 tenure-1'])
    store.close()
  })
})

/** Sites come, go, move, turn into others and begin; people move; the gate is locked and opened. */
async function edits(store: Store, random: () => number, index: number): Promise<void> {
  const place = () => at(random() * 20, 1.5 + random() * 2)
  await add(store, 'facility', facility(`new-${index}`, random() < 0.5 ? 'canteen' : 'clinic', 3, 2.2, { position: place(), validFrom: index === 2 ? days[3] : null }))
  await change(store, 'facility', 'canteen-west', { position: place() })
  if (index === 1) await change(store, 'facility', 'clinic-middle', { category: 'canteen', name: '变成食堂' })
  if (index === 2) await change(store, 'facility', 'canteen-staff', { admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }, validTo: days[3] })
  if (index === 3) await remove(store, 'facility', 'new-1')
  await change(store, 'gate', 'gate-1', { locked: index % 2 === 1 ? 'always' : 'never' })
  for (const home of ['home-2', 'home-4', 'home-7']) {
    const all = 40 + Math.floor(random() * 90)
    await change(store, 'building', home, { residents: { all, over60: all >> 2, over80: all >> 4, children: all >> 3, households: all >> 1, basis: 'permanent', counted: random() < 0.5, source: '台账', date: days[index] } })
  }
}
