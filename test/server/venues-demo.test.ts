import { describe, expect, test } from 'vitest'
import { planted } from '../seeds/planted.ts'
import { servedCity } from '../tools/served-city.ts'
import { venueAsking, type VenueAsk } from '../tools/venue-asking.ts'

/** The finder over the demonstration: its three instants, and the stories as a card tells them. */
const { records, stories, all } = planted()
const { app, trouble } = await servedCity({ identity: { name: '演示市', demo: true, coding: 'text', attribution: '', mapApproval: '', sourceDate: '2026-06-30' }, records })
const { venues, venue, homes } = venueAsking(app)
const people = all('building').filter(({ residents }) => (residents?.all ?? 0) > 0)
const starts = [0.1, 0.35, 0.6, 0.85].map((share) => people[Math.floor(people.length * share)].id)

/** A make-up Saturday, the first day of the Spring Festival, a Saturday evening. */
const instants = ['2026-02-14T11:00:00+08:00', '2026-02-17T11:00:00+08:00', '2026-11-21T19:30:00+08:00'] as const

describe.each(instants)('at %s', (at) => {
  test.each(starts)('from %s somebody of 72 is shown an open place that lets him in, on foot, and no choice ends in nothing without a word', async (building) => {
    const { first, facets, total, venues: rows, origin } = await venues({ building, at, age: '72' })
    expect([first?.venue.admits, ['open', 'closes-soon'].includes(first?.venue.state ?? ''), first?.venue.category === 'toilet', (first?.venue.walkMinutes ?? 99) <= 60]).toEqual(['yes', true, false, true])
    expect(first?.wish).toBe(at === instants[2] ? 'play' : 'eat')
    expect([origin?.connected, total > 500, rows[0].walkMinutes !== null]).toEqual([true, true, true])
    const silent = [...facets.wishes, ...facets.categories, ...facets.filters].filter(({ count, instead }) => count === 0 && (instead === null || instead.reason.length < 8))
    expect(silent).toEqual([])
    const { facets: narrow, total: few, instead } = await venues({ building, at, age: '72', open: 'yes', halal: 'yes', delivers: 'yes', minutes: '5' })
    expect([few === 0, instead === null]).toEqual([few === 0, few > 0])
    expect(narrow.wishes.filter(({ count, instead: other }) => (count === 0) === (other === null))).toEqual([])
  })
})

test('a canteen open now for somebody of 72, with what a lunch costs him, how to pay and what to bring; at the festival it says when it opens again', async () => {
  const ask: VenueAsk = { building: starts[0], wish: 'eat', category: 'canteen', admits: 'yes', age: '72', open: 'yes' }
  const { venues: [canteen], facets } = await venues({ ...ask, at: instants[0] })
  expect([canteen.category, canteen.state === 'open' || canteen.state === 'closes-soon', canteen.priceText.length > 2, canteen.phone?.startsWith('0600-') ?? true]).toEqual(['canteen', true, true, true])
  expect(facets.filters.find(({ code }) => code === 'open')?.count).toBeGreaterThan(10)
  const festival = await venue(canteen.id, { building: starts[0], age: '72', at: instants[1] })
  expect([festival.day.name, festival.week[0].name]).toEqual(['春节', '春节'])
  // On 初一 few canteens cook: the story of the suppers.
  const [workday, newYear] = await Promise.all(['2026-06-17T11:30:00+08:00', '2026-02-17T11:30:00+08:00'].map(async (at) => (await venues({ at, category: 'canteen' })).facets.filters.find(({ code }) => code === 'open')?.count ?? 0))
  expect([workday > 10 * newYear, newYear >= 1]).toEqual([true, true])
})

test('of the community that hung seven signs two rooms are open in the evening, as its cards say', async () => {
  const { rooms, open } = stories.evening ?? expect.unreachable('a community with all ten items was expected')
  const cards = await Promise.all(rooms.map(async (id) => (await venue(id, { at: '2026-06-17T18:30:00+08:00' })).venue))
  expect(cards.filter(({ state }) => state === 'open' || state === 'closes-soon').map(({ id }) => id).toSorted()).toEqual([...open].toSorted())
  for (const { state, stateText } of cards) expect([state, stateText.length > 2]).toEqual([state, true])
})

test('at 15:00 a courier is shown a rest stop where one is near, not a toilet', async () => {
  const stop = all('facility').find(({ category }) => category === 'restStop')?.position ?? [0, 0]
  const { first } = await venues({ near: stop.join(','), at: '2026-06-17T15:00:00+08:00', audience: 'couriers' })
  expect([first?.wish, first?.venue.category, first?.venue.admits]).toEqual(['rest', 'restStop', 'yes'])
})

test('where one lives is found by the estate in signs, pinyin and initials, with the number of the house', async () => {
  const estate = all('area').find(({ level, name }) => level === 'estate' && name === '轴承厂宿舍')
  for (const q of ['轴承厂宿舍', 'zhouchengchangsushe', 'zccss']) expect([q, (await homes({ q })).homes[0]]).toEqual([q, expect.objectContaining({ kind: 'estate', id: estate?.code, name: '轴承厂宿舍' })])
  expect((await homes({ q: '轴承厂宿舍 3号楼' })).homes[0]).toMatchObject({ kind: 'building', name: '轴承厂宿舍 3号楼' })
  const numbers = (await homes({ estate: estate?.code ?? '', limit: '50' })).homes.map(({ name }) => Number(/\d+/.exec(name)?.[0] ?? 0))
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(trouble).toEqual([])
})
