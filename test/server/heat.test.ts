import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import { errorAnswer } from '../../geodata/contract/errors.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { gardenOf } from '../../seeds/demo/registers/garden.ts'
import { lostEstate } from '../../seeds/demo/registers/lostEstate.ts'
import { isResettled } from '../../seeds/demo/registers/slots.ts'
import { planted, usualSeed } from '../seeds/planted.ts'
import { servedCity } from '../tools/served-city.ts'

const { app, logIn, trouble } = await servedCity(planted())
const leader = await logIn('leader'), planner = await logIn('planner')
const events = planted().all('eventCount'), areas = planted().all('area')
const garden = gardenOf(planted().records, usualSeed)
const community = garden.communities[0]

type Heat = AnswerOf<typeof exchanges.heat>
type Headers = Readonly<Record<string, string>>
const path = (query: Record<string, string | number>, ending = ''): string => `/api/v1/heat${ending}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`
async function heat(query: Record<string, string | number>, reader: Headers = planner): Promise<Heat> {
  const response = await app.request(path(query), { headers: reader })
  if (response.status !== 200) throw new Error(await response.text())
  return z.parse(exchanges.heat.answer.schema, await response.json())
}
async function refusal(query: Record<string, string | number>): Promise<string> {
  const response = await app.request(path(query), { headers: { ...leader, 'accept-language': 'en' } })
  return z.parse(errorAnswer, await response.json()).error.message
}
async function file(query: Record<string, string | number>, reader: Headers): Promise<string> {
  const response = await app.request(path(query, '/export'), { headers: reader })
  return (await response.text()).replaceAll(/[\d.]+,[\d.]*\r\n$/g, '')
}
const sum = (values: Iterable<number | null>): number => [...values].reduce((total: number, value) => total + (value ?? 0), 0)
const counted = (stream: string, of: (one: (typeof events)[number]) => boolean, what: 'times' | 'people' | 'resolved' = 'times'): number => sum(events.filter((one) => one.stream === stream && of(one)).map((one) => one[what]))
/** k of the demo's catalogue. */
const k = 10

describe('heat of events for a planner', () => {
  test.each([['hexagons', 7], ['hexagons', 8], ['hexagons', 9], ['hexagons', 10], ['grids', 9], ['communities', 9]] as const)('by %s of size %s the cells and what lies in none are the events of the month', async (shape, resolution) => {
    for (const [layer, stream] of [['services', 'service'], ['requests', 'request'], ['hazards', 'hazard']] as const) {
      const answer = await heat({ layer, shape, resolution, from: '2025-10', to: '2025-10' })
      expect([answer.total, sum(answer.cells.map(({ value }) => value)) + (answer.elsewhere ?? 0)]).toEqual(Array(2).fill(counted(stream, ({ month }) => month === '2025-10')))
      expect(answer.protection).toBeNull()
    }
  })

  test('a grid has the events of its own records, and a community those of its grids', async () => {
    const grid = community.grids[1].code
    const grids = await heat({ layer: 'requests', shape: 'grids', category: 'parking', from: '2024-07', to: '2025-06' })
    expect(grids.cells.find(({ id }) => id === grid)?.value).toBe(counted('request', (one) => one.area === grid && one.category === 'parking' && one.month <= '2025-06'))
    const whole = await heat({ layer: 'services', measure: 'people', shape: 'communities', from: '2026-01', to: '2026-03' })
    expect(whole.cells.find(({ id }) => id === community.code)?.value).toBe(counted('service', (one) => String(one.area).startsWith(community.code) && one.month >= '2026-01' && one.month <= '2026-03', 'people'))
  })

  test('a rate is the settled of those of which it is told, and hexagons bring their ring', async () => {
    const answer = await heat({ layer: 'requests', measure: 'resolved', resolution: 8 })
    const months = ({ month }: { month: string }): boolean => month === '2026-06'
    expect(answer.total).toBeCloseTo(counted('request', months, 'resolved') / counted('request', months), 4)
    expect(answer.cells.filter(({ value, of }) => (value === null) !== (of ?? 0) < 30)).toEqual([])
    for (const { ring } of answer.cells) expect([ring?.length, ring?.[0]]).toEqual([7, ring?.[6]])
  })

  test('residents of a community divide its events', async () => {
    const answer = await heat({ layer: 'requests', measure: 'perThousand', shape: 'communities' })
    const own = answer.cells.find(({ id }) => id === community.code)
    expect(own?.of).toBe(community.residents)
    expect(own?.value).toBeCloseTo((1000 * (own?.events ?? 0)) / community.residents, 2)
  })

  test('an asked area holds only its own, and the months of the strip too', async () => {
    const answer = await heat({ layer: 'requests', shape: 'grids', area: community.code })
    expect(answer.cells.map(({ id }) => id).toSorted()).toEqual(community.grids.map(({ code }) => code).toSorted())
    expect(answer.series.map(({ value }) => value)).toEqual(answer.months.map((month) => counted('request', (one) => String(one.area).startsWith(community.code) && one.month === month)))
  })
})

describe('classes', () => {
  test('stay while single months play, and hold the largest of them', async () => {
    const [first, last] = [await heat({ layer: 'services', from: '2024-07', to: '2024-07' }), await heat({ layer: 'services', from: '2026-06', to: '2026-06' })]
    expect(first.classes).toEqual(last.classes)
    const all = await Promise.all(first.months.map(async (month) => Math.max(...(await heat({ layer: 'services', from: month, to: month })).cells.map(({ value }) => value ?? 0))))
    expect(first.classes.at(-1)).toBe(Math.max(...all))
  })
  test('of longer periods are those of all periods as long', async () => {
    const [one, other, month] = [await heat({ layer: 'services', from: '2024-07', to: '2025-06' }), await heat({ layer: 'services', from: '2025-07', to: '2026-06' }), await heat({ layer: 'services' })]
    expect(one.classes).toEqual(other.classes)
    expect(one.classes.at(-1)).toBeGreaterThan(5 * (month.classes.at(-1) ?? 0))
  })
})

describe('what leaders are told', () => {
  test('is in every hexagon and community a sum of groups, none of one to nine, and all of them together are all events', async () => {
    for (const layer of ['services', 'requests', 'hazards'] as const) for (const shape of ['hexagons', 'communities'] as const) for (const category of ['', ...(await heat({ layer })).categories.map(({ code }) => code)]) {
      const answer = await heat({ layer, shape, ...(category !== '' && { category }) }, leader)
      expect(answer.cells.filter(({ value }) => value === null || (value > 0 && value < k))).toEqual([])
      if (category === '') expect(sum(answer.cells.map(({ value }) => value)) + (answer.elsewhere ?? 0)).toBe(counted(layer.slice(0, -1), ({ month }) => month === '2026-06'))
      expect(answer.protection?.sentence).toContain('不少于 10 件')
    }
  })

  test('is near to the truth over a year in every community', async () => {
    const query = { layer: 'requests', shape: 'communities', from: '2025-07', to: '2026-06' }
    const [told, exact] = [await heat(query, leader), await heat(query)]
    for (const [i, { value }] of told.cells.entries()) expect(Math.abs((value ?? 0) / (exact.cells[i].value ?? 1) - 1)).toBeLessThan(0.06)
    const [rate, true_] = [await heat({ ...query, measure: 'resolved' }, leader), await heat({ ...query, measure: 'resolved' })]
    for (const [i, { value }] of rate.cells.entries()) expect(Math.abs((value ?? 0) - (true_.cells[i].value ?? 0))).toBeLessThan(0.06)
  })

  test('leaves out grids that a group crosses, and the quiet ones among them, whose true figures a planner is told', async () => {
    const query = { layer: 'requests', shape: 'grids', from: '2024-07', to: '2026-06' }
    const [told, exact] = [await heat(query, leader), await heat(query)]
    const quiet = exact.cells.filter(({ value }) => value !== null && value > 0 && value < k)
    expect(quiet.map(({ value }) => value).toSorted()).toEqual([4, 6, 9])
    for (const { id } of quiet) expect(told.cells.find((cell) => cell.id === id)?.value).toBeNull()
    expect(told.cells.filter(({ value, id }) => value !== null && value !== exact.cells.find((cell) => cell.id === id)?.value)).toEqual([])
    expect(told.protection?.sentence).toContain('网格不显示')
  })

  test('over all levels, categories, months and periods of the demo leaves no difference of one to nine', async () => {
    const { months } = await heat({ layer: 'services' }, leader)
    const periods = [...months.map((month) => [month, month]), ...months.filter((_, at) => at % 6 > 3).map((month) => [months[0], month])]
    const isSmall = (count: number): boolean => Math.abs(count) > 0 && Math.abs(count) < k
    const found = { leader: 0, planner: 0 }, compared = { leader: 0, planner: 0 }
    for (const [who, reader] of [['leader', leader], ['planner', planner]] as const) {
      const note = (difference: number): void => { compared[who]++; if (isSmall(difference)) found[who]++ }
      for (const [layer, measure] of ([['requests', 'times'], ['services', 'times'], ['services', 'people'], ['hazards', 'times']] as const).slice(0, who === 'leader' ? 4 : 1)) {
        for (const category of ['', ...(await heat({ layer }, reader)).categories.map(({ code }) => code)]) {
          let before = new Map<string, number>()
          for (const [from, to] of periods) {
            const query = { layer, measure, from, to, ...(category !== '' && { category }) }
            const [communities, grids] = [await heat({ ...query, shape: 'communities' }, reader), await heat({ ...query, shape: 'grids' }, reader)]
            const told = new Map(communities.cells.map(({ id, value }) => [id, value ?? 0]))
            for (const [id, whole] of told) {
              const parts = grids.cells.filter((cell) => cell.id.startsWith(id) && cell.value !== null)
              note(whole - sum(parts.map(({ value }) => value)))
              if (from !== to) note(whole - (before.get(id) ?? whole))
              for (const { value } of parts) note(whole - (value ?? 0))
            }
            before = from === to ? new Map() : told
          }
        }
      }
    }
    expect(found.leader).toBe(0)
    expect(found.planner).toBeGreaterThan(200)
    expect(Math.min(compared.leader, compared.planner)).toBeGreaterThan(10_000)
  }, 120_000)

  test('is in every file, whoever asks for it', async () => {
    for (const layer of ['requests', 'gap', 'supply']) {
      const query = { layer, shape: 'communities', format: 'csv', ...(layer !== 'requests' && { category: 'canteen' }) }
      const [own, theirs] = [await file(query, planner), await file(query, leader)]
      expect(own).toBe(theirs)
      expect(own.split('\r\n').length).toBeGreaterThan(garden.communities.length)
    }
    const exact = await heat({ layer: 'hazards' }), told = JSON.parse(await file({ layer: 'hazards', format: 'geojson' }, planner)) as { features: { properties: { value: number } }[] }
    expect(Math.min(...exact.cells.map(({ value }) => value ?? k))).toBeLessThan(k)
    expect(Math.min(...told.features.map(({ properties }) => properties.value))).toBeGreaterThanOrEqual(k)
  })

  test('beyond the areas of a planner is what leaders are told', async () => {
    const confined = await logIn('planner', [community.code])
    expect((await heat({ layer: 'requests', area: community.code }, confined)).protection).toBeNull()
    expect(await heat({ layer: 'requests' }, confined)).toEqual(await heat({ layer: 'requests' }, leader))
  })
})

describe('supply and gap', () => {
  test('the gap by hexagons, grids and communities is everyone whom coverage leaves out', async () => {
    const response = await app.request('/api/v1/coverage?category=canteen', { headers: planner })
    const { residents } = z.parse(exchanges.coverage.answer.schema, await response.json())
    for (const shape of ['hexagons', 'grids', 'communities']) {
      const answer = await heat({ layer: 'gap', category: 'canteen', shape })
      expect([answer.total, sum(answer.cells.map(({ value }) => value)) + (answer.elsewhere ?? 0)]).toEqual(Array(2).fill((residents.total ?? 0) - (residents.covered ?? 0)))
    }
  })

  test('access conserves the seats in reach, and the supply of a community is its access', async () => {
    for (const reader of [planner, leader]) {
      const response = await app.request('/api/v1/access?category=canteen&method=e2sfca', { headers: reader })
      const access = z.parse(exchanges.access.answer.schema, await response.json())
      expect(access.conserved).toBeCloseTo(access.capacityInReach, 5)
      expect(access.capacityInReach).toBeGreaterThan(1000)
      expect(access.source).toContain('10.1016/j.healthplace.2009.06.002')
      const supply = await heat({ layer: 'supply', category: 'canteen', shape: 'communities' }, reader)
      for (const { id, value } of supply.cells) expect(value).toBe(access.byArea.find(({ code }) => code === id)?.perThousand)
    }
  })

  test('sites without seats are counted, not guessed; free limits are for planners', async () => {
    const clinic = z.parse(exchanges.access.answer.schema, await (await app.request('/api/v1/access?category=clinic', { headers: leader })).json())
    expect([clinic.capacityInReach, clinic.sitesWithoutCapacity]).toEqual([0, clinic.sites])
    expect((await app.request('/api/v1/access?category=canteen&metres=777', { headers: leader })).status).toBe(403)
    expect((await app.request('/api/v1/access?category=canteen&metres=777', { headers: planner })).status).toBe(200)
  })
})

describe('the demonstration', () => {
  const monthly = (stream: string, of: (one: (typeof events)[number]) => boolean = () => true) => (month: string): number => counted(stream, (one) => one.month === month && of(one))
  test('has two years of each layer, and little on around the Spring Festival', () => {
    expect([...new Set(events.map(({ month }) => month))].toSorted()).toEqual(Array.from({ length: 24 }, (_, i) => new Date(Date.UTC(2024, 6 + i, 1)).toISOString().slice(0, 7)))
    for (const stream of ['service', 'request']) for (const [before, festival, after] of [['2024-12', '2025-02', '2025-03'], ['2025-12', '2026-02', '2026-03']]) {
      expect(monthly(stream)(festival)).toBeLessThan(0.75 * Math.min(monthly(stream)(before), monthly(stream)(after)))
    }
  })
  test('story 6: from March 2025 until the new company comes in July the estate asks more, and less is settled', async () => {
    const lost = lostEstate(garden)
    const own = monthly('request', ({ area, category }) => area === lost?.grid && category === 'property')
    expect(lost?.estate.households).toBe(391)
    for (const month of ['2025-03', '2025-04', '2025-05', '2025-06']) expect(own(month)).toBeGreaterThan(2 * Math.max(own('2024-11'), own('2025-08')))
    const rate = async (month: string): Promise<number> => (await heat({ layer: 'requests', measure: 'resolved', shape: 'grids', from: month, to: month })).cells.find(({ id }) => id === lost?.grid)?.value ?? 1
    expect(await rate('2025-05')).toBeLessThan(0.6)
    expect(counted('hazard', ({ area, month, category }) => area === lost?.grid && month === '2025-05' && category === 'lamp')).toBe(32)
  })
  test('the resettlement community has few services and as many requests as others', async () => {
    const resettled = garden.communities.find(isResettled)
    const [services, requests] = [await heat({ layer: 'services', shape: 'communities' }), await heat({ layer: 'requests', shape: 'communities', measure: 'perThousand' })]
    const ranked = services.cells.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))
    expect(ranked[0].id).toBe(resettled?.code)
    expect(requests.cells.find(({ id }) => id === resettled?.code)?.value).toBeGreaterThan(0.7 * (requests.total ?? 0))
  })
  test('services have the place of their site, requests and hazards none', () => {
    expect(events.filter(({ stream, position }) => (stream === 'service') !== (position !== null))).toEqual([])
    expect(events.filter(({ area }) => !areas.some(({ code }) => code === area))).toEqual([])
  })
})

test('what cannot be asked is said in a sentence: where, expected, found', async () => {
  expect(await refusal({ layer: 'requests', from: '2026-05', to: '2026-03' })).toBe('Parameter from should be a month from 2024-07 to 2026-03, found "2026-05".')
  expect(await refusal({ layer: 'requests', from: '2019-01' })).toBe('Parameter from should be a month from 2024-07 to 2026-06, found "2019-01".')
  expect(await refusal({ layer: 'hazards', measure: 'resolved' })).toBe('Parameter measure should be one of times, perThousand, found "resolved".')
  expect(await refusal({ layer: 'hazards', category: 'ufo' })).toBe('There is no category "ufo"; known categories: cable, fire, lamp.')
  expect(await refusal({ layer: 'requests', area: '42' })).toContain('There is no area with code "42"')
  expect(await refusal({ layer: 'requests', area: community.estates[0].code })).toContain('You may see figures down to the grid')
  expect(trouble).toEqual([])
})
