import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { statedAddress } from '../../server/answers/venues/address-words.ts'
import { catalogue } from '../../seeds/catalogue.ts'
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
  // As people write it: in one word, by another word for a building, in signs of either width.
  for (const q of ['轴承厂宿舍 3号楼', '轴承厂宿舍3号楼', '轴承厂宿舍3', '轴承厂宿舍三号楼', '轴承厂宿舍 三栋', '轴承厂宿舍３幢', '轴承厂宿舍3#', 'zccss3', 'zhouchengchangsushe3']) expect([q, (await homes({ q })).homes[0]]).toEqual([q, expect.objectContaining({ kind: 'building', name: '轴承厂宿舍 3号楼' })])
  const numbers = (await homes({ estate: estate?.code ?? '', limit: '50' })).homes.map(({ name }) => Number(/\d+/.exec(name)?.[0] ?? 0))
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
})

test('where one lives is found by an address: a number that a place states, and of any other number the nearest ones and the street itself', async () => {
  const stated = all('facility').flatMap(({ category, position, offer }) => (catalogue.wishes.some(({ categories }) => categories.includes(category)) ? [{ position, ...statedAddress(offer.address ?? '') }] : []))
  const road = stated.map(({ street }) => street ?? '').find((street, _, streets) => street.endsWith('路') && streets.filter((other) => other === street).length > 4) ?? ''
  const own = stated.filter(({ street }) => street === road), spelt = pinyin(road, { toneType: 'none', type: 'array', v: true })
  const [{ number = 0 }] = own
  const places = own.filter((one) => one.number === number).map(({ position }) => position.map((degrees) => Math.round(degrees * 1e4) / 1e4))
  for (const q of [`${road} ${number}号`, `${road}${number}号`, `${road}${number}`, `${spelt.join('')} ${number}`, `${spelt.join('')}${number}号`, `演示市柳浦区${road}${number}号`, `${road}　${number} 号`]) {
    const first = (await homes({ q })).homes.find(({ kind }) => kind === 'address')
    expect([q, first?.kind, first?.name, first?.about?.endsWith('的门牌')]).toEqual([q, 'address', `${road} ${number}号`, true])
    expect(places).toContainEqual([...(first?.position ?? [])])
  }
  const free = Array.from({ length: 400 }, (_, k) => k + 1).find((one) => !own.some((other) => other.number === one)) ?? 0
  const { homes: near } = await homes({ q: `${road} ${free}号` })
  expect(near.some(({ name }) => name === `${road} ${free}号`)).toBe(false)
  expect(near.filter(({ kind, about }) => kind === 'address' && !about?.startsWith(`没有登记 ${free} 号`))).toEqual([])
  const numbers = near.filter(({ kind }) => kind === 'address').map(({ name }) => statedAddress(name)?.number ?? 0)
  const nearest = [...new Set(own.map((one) => one.number ?? 0))].sort((a, b) => Math.abs(a - free) - Math.abs(b - free)).slice(0, 4)
  expect(numbers.map((one) => Math.abs(one - free)).toSorted((a, b) => a - b)).toEqual(nearest.map((one) => Math.abs(one - free)))

  // The street alone: its middle in each community, a point on it, said to be that.
  const streets = (await homes({ q: road })).homes.filter(({ kind, name }) => kind === 'street' && name === road)
  expect([streets.length > 0, new Set(streets.map(({ communityName }) => communityName)).size, streets.every(({ about }) => about?.includes('中段'))]).toEqual([true, streets.length, true])
  const vertices = all('street').filter(({ name }) => name === road).flatMap(({ line }) => line.slice(1).map((end, i) => [line[i], end]))
  for (const { position } of streets) expect(Math.min(...vertices.map(([start, end]) => offLine(position, start, end)))).toBeLessThan(12)
  const [{ position }] = streets
  expect((await venues({ near: position.join(','), at: instants[0] }, 1)).origin?.connected).toBe(true)
  // What is no address is answered as before.
  for (const q of ['轴承厂宿舍 3号楼', '12', '12号', '号', '没有的路 12号', "' OR 1=1 12号"]) expect([q, (await homes({ q })).homes.some(({ kind }) => kind === 'address' || kind === 'street')]).toEqual([q, false])
  expect(trouble).toEqual([])
})

/** Metres from a straight piece, roughly. */
function offLine([lon, lat]: readonly number[], a: readonly number[], b: readonly number[]): number {
  const narrow = Math.cos((lat / 180) * Math.PI) * 111_200, [ax, ay, bx, by] = [(a[0] - lon) * narrow, (a[1] - lat) * 111_200, (b[0] - lon) * narrow, (b[1] - lat) * 111_200]
  const share = Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)))
  return Math.hypot(ax + share * (bx - ax), ay + share * (by - ay))
}

test.each([
  ['望江路12号', '望江路', 12], ['柳浦区望江路12号二楼', '望江路', 12], ['听涛路 8 号', '听涛路', 8], ['演示市柳浦区红旗街道长风社区团结巷3号院1号楼', '团结巷', 3], ['建国路 15', '建国路', 15], ['民生里 7弄', '民生里', 7], ['新市街 9号', '新市街', 9],
  ['广场东侧', null, null], ['12号楼', null, null], ['', null, null], ['国道318 旁', null, null],
])('%s as a place states it', (address, street, number) => {
  expect(statedAddress(address)).toEqual(street === null ? null : { street, number })
})
