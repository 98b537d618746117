import * as fc from 'fast-check'
import gcoord from 'gcoord'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import { nobodyInParticular, type Asker } from '../../geodata/model/admittance.ts'
import type { Facility } from '../../geodata/model/facility.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { askError } from '../tools/asking.ts'
import { add, change, taken } from '../tools/edits.ts'
import { recordsOf } from '../tools/random-city.ts'
import { servedCity } from '../tools/served-city.ts'
import { facility, smallIdentity } from '../tools/small-city.ts'
import { asQuery, venueAsking, venueAsks, type VenueAsk, type Venues } from '../tools/venue-asking.ts'
import { isVenue, meets, ofWish, venueCity } from '../tools/venue-city.ts'

/** A random city of ninety places, asked over HTTP and answered again the plain way. */
const city = venueCity(4)
const { app, store, world, trouble } = await servedCity({ identity: { ...smallIdentity, coding: 'text' }, records: recordsOf(city) })
const places = city.facilities.filter(isVenue)
const byId = new Map(places.map((place) => [place.id, place]))

const { address, venues, venue, homes, read } = venueAsking(app)
const lunch = '2026-02-14T11:00:00+08:00', springFestival = '2026-02-17T11:00:00+08:00'

afterEach(() => { vi.useRealTimers() })

/** How far a place is, and where in the list it stands. */
type Far = { minutes: number; metres: number; order: number }
const asks = venueAsks(city.buildings.slice(0, 20).map(({ id }) => id), [lunch, springFestival, '2026-11-21T19:30:00+08:00'])

describe('choices', () => {
  test('what is found, and the count of each choice, is what plain filtering finds; what would give nothing names the place for which least is given up', async () => {
    const everything = new Map<string, Map<string, Far>>()
    const livesIn = new Map<string, readonly string[]>()
    const within = new Map<string, ReadonlySet<string>>()
    const level = new Map<string, Map<string, Far>>()
    const connected = new Set<string>()
    for (const { id } of city.buildings.slice(0, 20)) {
      const walksIn = async (ask: VenueAsk) => new Map((await venues({ building: id, at: lunch, ...ask })).venues.map((row, order) => [row.id, { minutes: row.walkMinutes ?? Infinity, metres: row.walkMetres ?? Infinity, order }]))
      if ((await venues({ building: id, at: lunch }, 1)).origin?.connected) connected.add(id)
      everything.set(id, await walksIn({}))
      // Of places with steps too, which no list without steps holds.
      const around = await walksIn({ stepFree: 'yes' })
      for (const place of places.filter((one) => !around.has(one.id))) {
        const { walkMinutes, walkMetres } = (await venue(place.id, { building: id, at: lunch, stepFree: 'yes' })).venue
        around.set(place.id, { minutes: walkMinutes ?? Infinity, metres: walkMetres ?? Infinity, order: NaN })
      }
      level.set(id, around)
    }
    for (const area of ['community-1', 'street-0', 'estate-a']) within.set(area, new Set((await venues({ area, at: lunch })).venues.map(({ id }) => id)))
    let nothing = 0, something = 0
    await fc.assert(fc.asyncProperty(asks, async (ask) => {
      const answer = await venues(asQuery(ask))
      const lives = livesIn.get(ask.start) ?? (await homeAreas(ask.start))
      livesIn.set(ask.start, lives)
      const asker: Asker = { ...nobodyInParticular, age: ask.age ?? null, audience: ask.audience ?? null, livesIn: lives.length > 0 ? lives : null }
      const isLevel = ask.filters.includes('stepFree')
      const walks = (isLevel ? level : everything).get(ask.start)
      const named = new Set(ask.q === undefined ? places.map(({ id }) => id) : (await venues({ q: ask.q, at: ask.at })).venues.map(({ id }) => id))
      const missing = (place: Facility, but: readonly string[] = [], by = walks): string[] => [
        ...ask.filters.filter((filter) => !meets(place, filter, asker, ask.at)), ...(ask.wish !== undefined && !ofWish(place, ask.wish) ? ['wish'] : []), ...(ask.category !== undefined && place.category !== ask.category ? ['category'] : []),
        ...(named.has(place.id) ? [] : ['q']), ...(ask.minutes !== undefined && (by?.get(place.id)?.minutes ?? Infinity) > ask.minutes ? ['minutes'] : []),
      ].filter((one) => !but.includes(one))
      const inArea = places.filter(({ id }) => ask.area === undefined || within.get(ask.area)?.has(id))
      const openAmong = (some: readonly Facility[]): number => some.filter((place) => meets(place, 'open', asker, ask.at)).length
      const found = inArea.filter((place) => missing(place).length === 0)
      expect(answer.venues.map(({ id }) => id)).toEqual(found.map(({ id }) => id).sort((a, b) => (walks?.get(a)?.order ?? 0) - (walks?.get(b)?.order ?? 0)))
      expect(answer.total).toBe(found.length)

      const check = (facet: Pick<Venues['facets']['wishes'][number], 'code' | 'count' | 'open' | 'instead'>, having: readonly Facility[], but: readonly string[], by = walks): void => {
        // Nobody is promised what he cannot walk to.
        const isFar = ({ id }: Facility): boolean => connected.has(ask.start) && (by?.get(id)?.minutes ?? Infinity) === Infinity
        const all = having.filter((place) => !isFar(place) && missing(place, but, by).length === 0)
        expect([facet.code, facet.count, facet.open]).toEqual([facet.code, all.length, openAmong(all)])
        expect([facet.code, facet.instead === null]).toEqual([facet.code, all.length > 0])
        if (all.length > 0) { something++; return }
        nothing++
        // Whether it lets one in is given up last but for a way there.
        const cost = (place: Facility): number => missing(place, but, by).reduce((sum, one) => sum + (one === 'admits' ? 100 : ['wish', 'category', 'q'].includes(one) ? 10 : 1), isFar(place) ? 1000 : 0)
        const metresTo = ({ id }: Facility): number => Math.min(by?.get(id)?.metres ?? Infinity, 1e6)
        const told = having.find(({ id }) => id === facet.instead?.venue?.id)
        const [best] = having.toSorted((a, b) => cost(a) - cost(b) || (isLevel ? metresTo(a) - metresTo(b) : (by?.get(a.id)?.order ?? 0) - (by?.get(b.id)?.order ?? 0)))
        // Around stairs no list tells the order of places with steps: whole metres do.
        if (isLevel) expect([facet.code, told && cost(told), told && metresTo(told)]).toEqual([facet.code, best && cost(best), best && metresTo(best)])
        else expect([facet.code, told?.id]).toEqual([facet.code, best?.id])
        expect(facet.instead?.without.toSorted()).toEqual(told ? missing(told, but, by).toSorted() : [])
        expect(facet.instead?.reason.includes('走路去太远') ?? false).toBe(told !== undefined && isFar(told))
        expect(facet.instead?.reason.length).toBeGreaterThan(5)
      }
      expect(answer.facets.wishes.map(({ code }) => code)).toEqual(catalogue.wishes.map(({ code }) => code))
      for (const facet of answer.facets.wishes) check(facet, inArea.filter((place) => ofWish(place, facet.code)), ['wish', 'category'])
      for (const facet of answer.facets.categories) check(facet, inArea.filter((place) => place.category === facet.code), ['category'])
      for (const facet of answer.facets.filters) check(facet, inArea.filter((place) => meets(place, facet.code, asker, ask.at)), [], facet.code === 'stepFree' ? level.get(ask.start) : walks)
      expect([answer.instead === null, answer.total > 0]).toEqual([answer.total > 0, answer.total > 0])

      // The first card: open, walkable, and not refused.
      const first = answer.first?.venue
      const isChosen = ask.wish !== undefined || ask.category !== undefined || ask.q !== undefined
      const candidates = answer.venues.filter(({ id, walkMetres, admits, category }) => meets(byId.get(id) ?? places[0], 'open', asker, ask.at) && walkMetres !== null && admits !== 'no' && (isChosen || category !== 'toilet'))
      expect(first === undefined).toBe(candidates.length === 0)
      if (first) expect(candidates.map(({ id }) => id)).toContain(first.id)
      const wish = answer.first?.wish
      const isOwn = (id = ''): boolean => ask.audience !== undefined && byId.get(id)?.admission.audience === ask.audience
      if (wish && !isOwn(first?.id)) expect(candidates.find(({ wishes, admits }) => wishes.includes(wish) && admits === first?.admits)?.id).toBe(first?.id)
    }), { numRuns: 50, seed: 11 })
    expect([nothing > 200, something > 200]).toEqual([true, true])
  }, 120_000)

  /** Areas of a home as everybody is told them: whoever starts at one lives there. */
  async function homeAreas(id: string): Promise<readonly string[]> {
    const known = city.buildings.find((one) => one.id === id)
    if (!known || !(known.use === 'residential' || known.use === null || (known.residents?.all ?? 0) > 0)) return []
    const position = (await venues({ building: id, at: lunch }, 1)).origin?.position ?? [0, 0]
    const chain: string[] = []
    for (let code: string | null = known.grid ?? city.areas.find(({ level, boundary }) => level === 'grid' && boundary && inside(boundary[0][0], position))?.code ?? null; code !== null; code = city.areas.find((area) => area.code === code)?.parent ?? null) chain.push(code)
    return known.estate === null ? chain : [known.estate, ...chain]
  }
  const inside = (ring: readonly Position[], [lon, lat]: readonly number[]): boolean => lon >= ring[0][0] && lon <= ring[2][0] && lat >= ring[0][1] && lat <= ring[2][1]

  test('whoever starts at home lives there, in the smallest area too; whoever says he lives elsewhere does not', async () => {
    const local = places.find(({ admission }) => admission.onlyAreas.length > 0 && admission.audience === 'everyone' && admission.minAge === null)
    const grid = local?.admission.onlyAreas[0] ?? ''
    const home = city.buildings.find(({ grid: own, use }) => own === grid && use === 'residential')?.id ?? ''
    const admits = async (ask: VenueAsk): Promise<string | undefined> => (await venues({ at: lunch, ...ask })).venues.find(({ id }) => id === local?.id)?.admits
    const [near] = (await homes({ q: home })).homes.map(({ position }) => position.join(','))
    const community = city.areas.find(({ code }) => code === grid)?.parent ?? ''
    expect([await admits({ building: home }), await admits({ building: home, resident: community }), await admits({ building: home, resident: 'elsewhere' }), await admits({ near }), await admits({ near, resident: grid }), await admits({}), await admits({ resident: 'community-3' })])
      .toEqual(['yes', 'yes', 'no', 'ask', 'yes', 'ask', 'no'])
  })

  test('pages hold every place once and speak of one instant', async () => {
    const whole = (await venues({ building: 'b0', at: lunch })).venues.map(({ id }) => id)
    const ids: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const page: Venues = await read(address('/api/v1/venues', { building: 'b0', at: lunch, limit: '17', ...(next !== '' && { cursor: next }) }), exchanges.venues.answer.schema)
      ids.push(...page.venues.map(({ id }) => id))
      next = page.next
    }
    expect(ids).toEqual(whole)
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(new Date('2026-02-14T02:59:40Z'))
    const first = await venues({ building: 'b0' }, 10)
    vi.setSystemTime(new Date('2026-02-14T05:31:00Z'))
    const second: Venues = await read(address('/api/v1/venues', { building: 'b0', limit: '10', cursor: first.next ?? '' }), exchanges.venues.answer.schema)
    expect([first.at, second.at, second.venues.map(({ id }) => id)]).toEqual(['2026-02-14T10:59:00+08:00', '2026-02-14T10:59:00+08:00', whole.slice(10, 20)])
    for (const cursor of [first.next?.slice(0, -2), 'abc', '0.abc', 'zzzzzzzzzz.abc', "1' OR 1=1"]) expect([cursor, (await askError(app, address('/api/v1/venues', { building: 'b0', cursor: cursor ?? '' }))).code]).toEqual([cursor, 'badCursor'])
    expect((await askError(app, address('/api/v1/venues', { building: 'b1', cursor: first.next ?? '' }))).code).toBe('badCursor')
  })

  test('a name is found in Chinese, by pinyin and initials, by two signs, and a kind by what people want there', async () => {
    const named = (start: string): string[] => places.filter(({ name }) => name.startsWith(start)).map(({ id }) => id).toSorted()
    const ofKind = (...kinds: string[]): string[] => places.filter(({ category }) => kinds.includes(category)).map(({ id }) => id).toSorted()
    const found = async (q: string): Promise<string[]> => (await venues({ q, at: lunch })).venues.map(({ id }) => id).toSorted()
    for (const q of ['听涛', 'tingtao', 'TingTao', 'tt', 'ｔｔ']) expect([q, await found(q)]).toEqual([q, named('听涛')])
    for (const q of ['重庆', 'chongqing', 'cql']) expect([q, await found(q)]).toEqual([q, named('重庆')])
    expect(await found('望江 3号')).toEqual(places.filter(({ name }) => name === '望江3号').map(({ id }) => id).toSorted())
    expect([await found('食堂'), await found('shitang'), await found('理发'), await found('吃饭')]).toEqual([ofKind('canteen'), ofKind('canteen'), ofKind('repair'), ofKind('canteen', 'restaurant')])
    expect([await found('没有这样的地方'), (await venues({ q: '没有这样的地方', at: lunch })).instead?.without]).toEqual([[], ['q']])
  })
})

describe('the instant', () => {
  test('one in another zone is the same instant, one in a year without calendar says so', async () => {
    const [here, there, utc] = await Promise.all([lunch, '2026-02-13T22:00:00-05:00', '2026-02-14T03:00:00Z'].map((at) => venues({ building: 'b0', at })))
    expect([there.at, utc.at]).toEqual([lunch, lunch])
    expect([there, utc]).toEqual([here, here])
    expect([here.day, (await venues({ at: springFestival })).day]).toEqual([{ day: '2026-02-14', type: 'makeup', name: '', calendarMissing: false }, { day: '2026-02-17', type: 'holiday', name: '春节', calendarMissing: false }])
    const later = await venues({ building: 'b0', at: '2031-05-01T11:00:00+08:00' })
    expect([later.day.calendarMissing, later.venues.some(({ calendarMissing }) => calendarMissing), later.venues.find(({ calendarMissing, state }) => calendarMissing && state !== 'unknown')?.stateText ?? '（放假安排未公布）']).toEqual([true, true, expect.stringContaining('放假安排未公布')])
  })

  test('an answer about now is kept for its minute and no longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const ask = async (at: string, headers: Record<string, string> = {}): Promise<{ status: number; etag: string; told: string; cache: string }> => {
      vi.setSystemTime(new Date(at))
      const response = await app.request('/api/v1/venues?building=b0', { headers })
      const told = response.status === 200 ? String(Reflect.get((await response.json()) as object, 'at')) : ''
      return { status: response.status, etag: response.headers.get('etag') ?? '', told, cache: response.headers.get('cache-control') ?? '' }
    }
    const first = await ask('2026-02-14T03:00:05Z')
    const same = await ask('2026-02-14T03:00:55Z', { 'if-none-match': first.etag })
    const next = await ask('2026-02-14T03:01:00Z', { 'if-none-match': first.etag })
    expect([first.told, same.status, next.status, next.told, first.cache]).toEqual(['2026-02-14T11:00:00+08:00', 304, 200, '2026-02-14T11:01:00+08:00', 'private, no-cache'])
  })
})

describe('one place', async () => {
  /** Beside a place that one reaches on foot. */
  const beside = byId.get((await venues({ building: 'b0', at: lunch })).venues[2].id)?.position ?? [0, 0]
  const own: Facility = facility('own', 'canteen', 0, 0, {
    position: beside, name: '听涛食堂', phone: '0600-1234567', hours: '周一至周五 10:30-13:30，16:30-18:30；法定节假日休息', suspensions: [{ from: '2026-02-24T12:00:00+08:00', until: '2026-02-26T00:00:00+08:00', reason: '检修' }],
    admission: { audience: 'everyone', minAge: 60, maxAge: null, onlyAreas: [] },
    offer: {
      address: '听涛路 8 号', prices: [{ what: '午餐', minAge: 60, maxAge: 69, yuan: 12 }, { what: '午餐', minAge: 70, maxAge: null, yuan: 10.5 }], payments: ['cash'], bring: '老年卡', booking: 'none', delivers: true, halal: null, toilet: true, menu: '红烧肉',
      programmes: [{ name: '合唱', hours: '周六 14:00-16:00', room: '二楼' }, { name: '书法', hours: '工作日 9:00-10:00', room: null }, { name: '时间看通知', hours: '看通知', room: null }], checked: { day: '2026-02-01', by: '听涛社区' },
    },
  })
  test('all about it: its week with the holiday by name, what is on, prices that are mine, the way there and links in each datum', async () => {
    taken(await add(store, 'facility', own))
    await world.refresh()
    const told = await venue('own', { building: 'b0', age: '72', at: '2026-02-20T11:00:00+08:00' })
    expect(told.week.map(({ day, type, name, closed, sessions }) => [day, type, name, closed, sessions.map(({ from, to }) => `${from}-${to}`).join(' ')])).toEqual([
      ...[20, 21, 22, 23].map((day) => [`2026-02-${day}`, 'holiday', '春节', '春节假期不开放', '']),
      ['2026-02-24', 'workday', '', '', '10:30-12:00'], ['2026-02-25', 'workday', '', '暂停开放：检修', ''], ['2026-02-26', 'workday', '', '', '10:30-13:30 16:30-18:30'],
    ])
    expect([told.venue.state, told.venue.admits, told.venue.yuan, told.venue.priceText, told.prices.map(({ mine }) => mine), told.programmes]).toEqual(['closed-today', 'yes', 10.5, '午餐 10.5 元', [false, true], []])
    expect([told.address, told.menu, told.hours, told.hoursText === null, told.venue.phone, told.venue.checked, told.venue.report]).toEqual(['听涛路 8 号', '红烧肉', own.hours, false, '0600-1234567', { day: '2026-02-01', by: '听涛社区' }, null])
    const saturday = await venue('own', { building: 'b0', at: '2026-03-07T11:00:00+08:00' })
    expect([saturday.programmes.map(({ name, room, sessions }) => [name, room, sessions[0].from]), saturday.venue.admits, saturday.venue.yuan]).toEqual([[['合唱', '二楼', '14:00']], 'ask', null])
    expect((await venue('own', { at: lunch })).programmes.map(({ name }) => name)).toEqual(['书法'])

    const { line = [], metres = 0, adultMinutes, elderlyMinutes } = told.route ?? {}
    expect([line.at(-1), metres, adultMinutes, elderlyMinutes]).toEqual([told.venue.position, told.venue.walkMetres, told.venue.adultMinutes, told.venue.walkMinutes])
    // Its ends are as everybody may know places to be, also from a spot somebody tapped; along streets it is told to a metre.
    const decimals = (degrees: number): number => (/\.(\d+)$/.exec(String(degrees))?.[1] ?? '').length
    for (const way of [line, (await venue('own', { near: `${told.venue.position[0] + 0.001234},${told.venue.position[1] + 0.000567}` })).route?.line ?? []]) {
      expect(way.length).toBeGreaterThan(1)
      expect([[...way[0], ...way[way.length - 1]].every((one) => decimals(one) <= 4), way.flat().every((one) => decimals(one) <= 5)]).toEqual([true, true])
    }
    const { amap, baidu, tencent } = told.navigation
    const numbers = (text: string): number[] => (/(\d+\.\d+),(\d+\.\d+)/.exec(text) ?? []).slice(1).map(Number)
    const near = (found: readonly number[], datum: typeof gcoord.GCJ02 | typeof gcoord.BD09): void => {
      const expected = gcoord.transform([...told.venue.position], gcoord.WGS84, datum)
      for (const i of [0, 1]) expect(found[i]).toBeCloseTo(expected[i], 5)
    }
    near(numbers(amap), gcoord.GCJ02)
    near(numbers(tencent).toReversed(), gcoord.GCJ02)
    near(numbers(baidu).toReversed(), gcoord.BD09)
    expect([amap, baidu, tencent].every((link) => link.startsWith('https://') && link.includes(encodeURIComponent('听涛食堂')) && !link.includes('b0'))).toBe(true)
  })

  test('an edit, 今日暂停 and a report are on the card at once', async () => {
    const card = async (): Promise<Venues['venues'][number] | undefined> => (await venues({ building: 'b0', at: '2026-03-05T11:00:00+08:00', q: '听涛食堂' })).venues.find(({ id }) => id === 'own')
    expect((await card())?.state).toBe('open')
    taken(await change(store, 'facility', 'own', { phone: '0600-7654321', suspensions: [{ from: '2026-03-05T08:00:00+08:00', until: '2026-03-06T00:00:00+08:00', reason: '停水' }] }))
    await world.refresh()
    expect([(await card())?.state, (await card())?.stateText, (await card())?.phone]).toEqual(['suspended', expect.stringContaining('停水'), '0600-7654321'])
    taken(await change(store, 'facility', 'own', { suspensions: [], hours: '每日 6:00-11:20' }))
    await world.refresh()
    expect([(await card())?.state, (await card())?.stateText]).toEqual(['closes-soon', '20 分钟后关门'])
    await store.report({ facility: 'own', fields: ['phone'], note: null })
    await world.refresh()
    expect((await card())?.report?.state).toBe('pending')
    taken(await change(store, 'facility', 'own', { validTo: '2026-01-01' }))
    await world.refresh()
    expect([await card(), (await askError(app, '/api/v1/venues/own')).code]).toEqual([undefined, 'unknownRecord'])
  })
})

describe('bad input', () => {
  const refused: [string, VenueAsk & Record<string, string>, number, string][] = [
    ...['116.4', '116.4,', 'a,b', '39.9,116.4', '181,0', '116.4,39.9,5', 'NaN,NaN', '1e2,3', '116.4;39.9', '١١٦,٣٩'].map((near): [string, VenueAsk, number, string] => [`near=${near}`, { near }, 400, 'badParameter']),
    ['both starts', { near: '116.4,39.9', building: 'b0' }, 400, 'conflictingParameters'], ['a building that is not there', { building: "b0' OR '1'='1" }, 404, 'unknownBuilding'],
    ...['2026-02-14T11:00:00', '2026-02-14', 'now', '2026-02-30T11:00:00+08:00', '2026-02-14T25:00:00Z', '1771038000'].map((at): [string, VenueAsk, number, string] => [`at=${at}`, { at }, 400, 'badParameter']),
    ['an unknown wish', { wish: 'fly' }, 400, 'badParameter'], ['an unknown category', { category: 'fly' }, 404, 'unknownCategory'], ['an unknown area', { area: '<script>' }, 404, 'unknownArea'], ['an unknown home', { resident: '42' }, 404, 'unknownArea'],
    ['minutes without a start', { minutes: '10' }, 400, 'missingParameter'], ['a question of 10,000 signs', { q: '食'.repeat(10_000) }, 413, 'tooLarge'], ['a long question', { q: '食'.repeat(61) }, 400, 'badParameter'], ['a long start', { near: '1'.repeat(1000) }, 400, 'badParameter'], ['an age that is none', { age: '-1' }, 400, 'badParameter'], ['half a page', { limit: '0' }, 400, 'badParameter'],
  ]
  test.each(refused)('%s is refused in a sentence', async (_, ask, status, code) => {
    const error = await askError(app, address('/api/v1/venues', ask))
    expect([error.status, error.code, error.message.length < 400]).toEqual([status, code, true])
  })
  test('SQL and script in the text are looked for and not found', async () => {
    for (const q of ["'; DROP TABLE facility; --", '<script>alert(1)</script>', '%00%FF', '\\u0000', '(((((((', 'a'.repeat(60), '一 '.repeat(30)]) expect([q, (await venues({ building: 'b0', q, at: lunch })).total]).toEqual([q, 0])
    expect((await venues({ at: lunch })).total).toBe(places.length)
  })
  test('positions are told to four decimals, and nothing went wrong behind the answers', async () => {
    const rough = /-?\d+\.\d{5,}/
    for (const path of [address('/api/v1/venues', { near: '116.4051234,39.9051234', at: lunch }), address('/api/v1/homes', { q: 'b' })]) expect([path, rough.exec(await (await app.request(path)).text())?.[0]]).toEqual([path, undefined])
    expect(trouble).toEqual([])
  })
})
