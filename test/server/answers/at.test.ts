import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '../../../geodata/contract/exchange.ts'
import type { Facility } from '../../../geodata/model/facility.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { basketAnswer } from '../../../server/answers/basket.ts'
import { coverageAnswer } from '../../../server/answers/coverage.ts'
import { gapsAnswer } from '../../../server/answers/gaps.ts'
import { clockAnswer } from '../../../server/answers/hours/clock-answer.ts'
import { shutAnswer } from '../../../server/answers/hours/shut-answer.ts'
import { openCity, type OpenCity } from '../../../server/answers/open-city.ts'
import { Refusal } from '../../../server/answers/refusal.ts'
import { reviseCity } from '../../../server/answers/revise-city.ts'
import { statesReply } from '../../../server/answers/states.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { change, remove, taken } from '../../tools/edits.ts'
import { facility, smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

/** Canteens along the street of the small city: workdays at noon, Saturdays too, for the west only, hours nobody can read, none stated, and one shut for some days. */
const residents = ['110105001001']
const canteens: Facility[] = [
  facility('noon', 'canteen', 4, 2.2, { name: '工作日食堂', hours: '周一至周五 10:30-13:00' }),
  facility('daily', 'canteen', 15, 2.2, { name: '天天食堂', hours: '每天 6:30-9:00,11:00-13:00,17:00-19:00' }),
  facility('western', 'canteen', 9, 2.2, { hours: '每天 0:00-24:00', admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: residents } }),
  facility('unread', 'canteen', 19, 2.2, { hours: '看心情' }), facility('unsaid', 'canteen', 17, 2.2),
  facility('shut', 'canteen', 20, 2.2, { hours: '每天 8:00-20:00', suspensions: [{ from: '2026-02-10T00:00:00+08:00', until: '2026-02-13T12:00:00+08:00', reason: '检修' }] }),
]
const folder = temporaryFolder()
let made = 0

async function opened(): Promise<{ store: Store; open: OpenCity }> {
  const store = await openStore(join(folder, `${++made}.sqlite`))
  const records = [...smallRecords.filter(({ kind, record }) => kind !== 'facility' || ('category' in record && record.category !== 'canteen')), ...canteens.map((record) => ({ kind: 'facility', record }) as const)]
  await store.load({ identity: smallIdentity, catalogue, records, actor: 'test', replace: false })
  return { store, open: await again(store) }
}
async function again(store: Store): Promise<OpenCity> {
  const open = await openCity(store)
  if (!open) throw new Error('no city')
  return open
}
const reader = (role: Role, areas: readonly string[] = []) => ({ role, areas })
const planner = reader('planner')
const query = { category: 'canteen', minutes: 5, group: 'all' } as const
const at = (day: string, half: number): string => `${day}T${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}:00+08:00`

afterEach(() => { vi.useRealTimers() })

describe('sites that are shut', () => {
  test('are all of the category that let nobody in at the instant, those whose hours nobody knows among them', async () => {
    const { store, open } = await opened()
    const shut = async (instant: string) => (await shutAnswer(open, { category: 'canteen', at: instant })).shut.toSorted()
    expect(await shut('2026-02-11T11:00:00+08:00')).toEqual(['shut', 'unread', 'unsaid'])
    expect(await shut('2026-02-16T21:00:00+08:00')).toEqual(['daily', 'noon', 'shut', 'unread', 'unsaid'])
    await store.close()
  })
})

describe('the clock', () => {
  test('is at each of the 336 half hours the coverage of that instant, for planners, leaders and the public, of the city and of an area', { timeout: 120_000 }, async () => {
    const { store, open } = await opened()
    for (const [who, area] of [[planner, undefined], [planner, '110105001001'], [reader('leader'), undefined], [reader('leader'), '110105001002001'], [reader('public'), '110105001002']] as const) {
      for (const metric of area === undefined ? ['network', 'straight'] as const : ['network'] as const) {
        const asked = { ...query, metric, ...(area && { area }) }
        const { days, examples, residents: anyHour, sites, unknownSites } = await clockAnswer(open, { ...asked, week: '2026-02-12' }, who, 'zh')
        expect(days.map(({ day }) => day)).toEqual(['2026-02-09', '2026-02-10', '2026-02-11', '2026-02-12', '2026-02-13', '2026-02-14', '2026-02-15'])
        for (const one of [...days, ...examples]) {
          for (let half = 0; half < 48; half++) {
            const then = await coverageAnswer(open, { ...asked, at: at(one.day, half) }, who, 'zh')
            expect([one.day, half, one.covered[half], one.share[half], one.open[half]]).toEqual([one.day, half, then.residents.covered, then.residents.share, then.hour?.openSites])
            if (one === days[0] && half === 0) expect([then.hour?.sites, then.hour?.unknownSites]).toEqual([sites, unknownSites])
          }
        }
        expect(new Set(days.flatMap(({ open: count }) => count)).size).toBeGreaterThan(1)
        expect(anyHour).toEqual((await coverageAnswer(open, asked, who, 'zh')).residents)
      }
    }
    store.close()
  })

  test('shows a workday, a rest day and a holiday as the calendar has them, the next from the Monday of the week on', async () => {
    const { store, open } = await opened()
    const examples = async (week: string) => (await clockAnswer(open, { ...query, week }, planner, 'zh')).examples.map(({ day, type, name }) => [day, type, name])
    expect(await examples('2026-02-14')).toEqual([['2026-02-09', 'workday', ''], ['2026-03-01', 'rest', ''], ['2026-02-15', 'holiday', '春节']])
    // Nothing is known of 2027: the last holiday there was.
    expect(await examples('2026-11-21')).toEqual([['2026-11-16', 'workday', ''], ['2026-11-21', 'rest', ''], ['2026-10-07', 'holiday', '国庆节']])
    expect(await examples('2031-05-01')).toEqual([])
    const makeup = (await clockAnswer(open, { ...query, week: '2026-02-14' }, planner, 'en')).days[5]
    expect([makeup.day, makeup.type, makeup.open[22]]).toEqual(['2026-02-14', 'makeup', 4])
    store.close()
  })

  test('says so where a year has no calendar, and counts sites whose hours nobody knows', async () => {
    const { store, open } = await opened()
    const [known, beyond] = [await clockAnswer(open, { ...query, week: '2026-02-14' }, planner, 'zh'), await clockAnswer(open, { ...query, week: '2031-05-01' }, planner, 'zh')]
    expect([known.calendarMissing, known.unknownSites, known.sites, known.days[0].calendarMissing]).toEqual([false, 2, 6, false])
    expect([beyond.calendarMissing, beyond.days[0].type, beyond.days[0].calendarMissing]).toEqual([true, null, true])
    expect(known.rule).toContain('另有 2 处开放时间不明，不算开放。')
    expect(beyond.rule).toContain('2031 年的放假安排尚未录入')
    store.close()
  })

  test('without a day is of the week that is', async () => {
    const { store, open } = await opened()
    const { days } = await clockAnswer({ ...open, day: '2026-09-20' }, query, planner, 'zh')
    expect([days[0].day, days[6].day, days[6].type]).toEqual(['2026-09-14', '2026-09-20', 'makeup'])
    store.close()
  })
})

describe('at an instant', () => {
  test('rule, gaps, states and basket speak of that hour, and of what is shut and what is open', async () => {
    const { store, open } = await opened()
    const sunday = { ...query, at: '2026-03-01T03:00:00Z' }
    const [then, gaps] = [await coverageAnswer(open, sunday, planner, 'zh'), await gapsAnswer(open, sunday, planner, 'zh')]
    expect(then.rule).toContain('到2026年3月1日 11:00 开放的社区食堂不超过')
    expect([then.question.at, then.hour]).toEqual(['2026-03-01T11:00:00+08:00', { at: '2026-03-01T11:00:00+08:00', day: '2026-03-01', type: 'rest', name: '', calendarMissing: false, sites: 6, openSites: 3, unknownSites: 2 }])
    expect([then.hour, then.rule, then.dataVersion]).toEqual([gaps.hour, gaps.rule, gaps.dataVersion])
    expect(then.residents.total).toBe((then.residents.covered ?? 0) + (gaps.totalResidents ?? 0))
    const byHome = new Map(gaps.rows.map((row) => [row.building.id, row]))
    // Its nearest canteen unknown, the next open ones farther than five minutes: shut is what nobody knows to be open.
    const night = await gapsAnswer(open, { ...query, at: '2026-03-01T23:30:00+08:00' }, planner, 'zh')
    const east = night.rows.find((row) => row.building.id === 'home-7')
    expect([east?.reason, east?.shut?.facility, east?.nearest?.admits, east?.nearest?.isOpen, east?.sentence]).toEqual(['closedAtThisHour', 'daily', true, false, '附近有，此时不开。天天食堂关着，别处也都不开。'])
    for (const [id, row] of byHome) {
      const basket = await basketAnswer(open, id, sunday, planner, 'zh')
      const service = basket.services.find(({ category }) => category === 'canteen')
      expect([id, service?.reason, service?.state, service?.nearest?.facility, service?.nearest?.isOpen, service?.shut, service?.sentence, basket.hour]).toEqual([id, row.reason, row.state, row.nearest?.facility, row.nearest?.isOpen, row.shut, row.sentence, gaps.hour])
    }
    const states = await statesReply(open, sunday, planner)
    expect([...states.body].filter((state) => state === 0)).toHaveLength(then.buildings.covered)
    expect((await gapsAnswer(open, query, planner, 'zh')).rows.map(({ reason, shut, nearest }) => [reason === 'closedAtThisHour', shut, nearest?.isOpen ?? null])).toEqual(expect.arrayContaining([[false, null, null]]))
    expect((await coverageAnswer(open, query, planner, 'zh')).hour).toBeNull()
    store.close()
  })

  test('what is no instant with its offset, or out of range, is refused with what was expected', async () => {
    const { store, open } = await opened()
    for (const wrong of ['2026-02-14', '2026-02-14T11:00', '2026-02-30T11:00:00+08:00', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'now', '', "2026-02-14T11:00:00+08:00' OR 1=1", '2026-02-14T25:00:00+08:00']) {
      const refusal = await coverageAnswer(open, { ...query, at: wrong }, planner, 'zh').catch((error: unknown) => error)
      expect([wrong, refusal instanceof Refusal && refusal.value]).toEqual([wrong, { code: 'badParameter', details: { parameter: 'at', found: wrong }, expectation: { kind: 'instant' }, faults: [] }])
    }
    for (const wrong of ['2026-02-30', '1066-10-14', '9999-12-31']) await expect(clockAnswer(open, { ...query, week: wrong }, planner, 'zh')).rejects.toMatchObject({ value: { code: 'badParameter', details: { parameter: 'week', found: wrong } } })
    // Any offset names the same instant.
    const [here, there] = [await coverageAnswer(open, { ...query, at: '2026-02-14T11:00:00+08:00' }, planner, 'zh'), await coverageAnswer(open, { ...query, at: '2026-02-13T22:00:00-05:00' }, planner, 'zh')]
    expect(there).toEqual(here)
    store.close()
  })

  test('follows an edit of hours, a shutting, and a site that goes, as a city that is opened anew', async () => {
    const { store, open } = await opened()
    const told = async (city: OpenCity) => {
      const { days, dataVersion: _, ...clock } = await clockAnswer(city, { ...query, week: '2026-02-12' }, planner, 'zh')
      return [days, clock, await gapsAnswer(city, { ...query, at: '2026-02-12T12:00:00+08:00' }, planner, 'zh')]
    }
    const before = await told(open)
    let city = open
    for (const edit of [
      () => change(store, 'facility', 'noon', { hours: '周一至周日 7:00-19:00' }), () => change(store, 'facility', 'daily', { suspensions: [{ from: '2026-02-12T00:00:00+08:00', until: '2026-02-13T00:00:00+08:00', reason: '停水' }] }),
      () => change(store, 'facility', 'unread', { hours: '全天' }), () => remove(store, 'facility', 'shut'),
    ]) {
      const last = await told(city)
      taken(await edit())
      const revised = await reviseCity(city, store)
      if (!revised) throw new Error('an edit of hours was to be taken in place')
      city = revised
      expect(await told(city)).toEqual(await told(await again(store)))
      expect(await told(city)).not.toEqual(last)
    }
    // Whoever still reads the older one is not disturbed.
    expect(await told(open)).toEqual(before)
    store.close()
  })

  test('as of a day goes by the hours of that day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(new Date('2026-11-19T03:00:00Z'))
    const { store, open } = await opened()
    const noon = { ...query, at: '2026-11-20T12:00:00+08:00' }
    const before = await coverageAnswer(open, noon, planner, 'zh'), clock = await clockAnswer(open, { ...query, week: '2026-11-20' }, planner, 'zh')
    vi.setSystemTime(new Date('2026-11-20T03:00:00Z'))
    for (const id of ['noon', 'daily', 'western', 'shut']) taken(await change(store, 'facility', id, { hours: '每天 8:00-9:00' }))
    const later = await again(store)
    const [now, then] = [await coverageAnswer(later, noon, planner, 'zh'), await coverageAnswer(later, { ...noon, asOf: '2026-11-19' }, planner, 'zh')]
    expect([now.residents.covered, then.residents, then.hour]).toEqual([0, before.residents, before.hour])
    expect((await clockAnswer(later, { ...query, week: '2026-11-20', asOf: '2026-11-19' }, planner, 'zh')).days).toEqual(clock.days)
    expect((await clockAnswer(later, { ...query, week: '2026-11-20' }, planner, 'zh')).days).not.toEqual(clock.days)
    store.close()
  })
})
