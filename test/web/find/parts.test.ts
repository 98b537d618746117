import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { calendarOf } from '../../../geodata/hours/calendar.ts'
import { bestFit, wishesOfHour, worthMinutes, type Fit } from '../../../geodata/hours/fit.ts'
import { createClient } from '../../../web/api/client.ts'
import { emptyAddress, readAddress, writeAddress, type FindAddress } from '../../../web/find/address.ts'
import { firstCard, type Candidate } from '../../../web/find/fit.ts'
import { nothingKept, readKept, withStart, writeKept, type KeptStart } from '../../../web/find/kept.ts'
import { drawsChinese } from '../../../web/find/letters.ts'
import { putListing, putMore } from '../../../web/find/listing.ts'
import { locate } from '../../../web/find/locating.ts'
import { withKept } from '../../../web/find/opening.ts'
import { questionOf } from '../../../web/find/question.ts'
import { placeAt } from '../../../web/find/standing.ts'
import { bringWords, distanceWords, priceWords, stateWords, telephone } from '../../../web/find/words.ts'
import { findEn } from '../../../web/text/find.en.ts'
import { findZh, type FindKey } from '../../../web/text/find.zh.ts'
import { sayIn } from '../../../web/text/saying.ts'
import { thin } from '../../../web/text/numbers.ts'
import { refusal, smallServer } from '../server.ts'
import { daily, eleven, emptyDrawer, minuteMs, row, venuesAnswer } from './answers.ts'

const say = sayIn<FindKey>(findZh, 'zh')
const plain = (text: string): string => text.replaceAll(thin, '')
const noHolidays = calendarOf([{ year: 2026, holidays: [], makeupDays: ['2026-02-14'], source: '', confirmed: true }])

describe('what an hour calls for', () => {
  const first = (time: string): string => {
    const [hour, minute] = time.split(':').map(Number)
    return wishesOfHour(hour * 60 + minute, null)[0]
  }
  it.each([['5:29', 'eat'], ['5:30', 'play'], ['6:00', 'eat'], ['8:29', 'eat'], ['8:30', 'play'], ['9:59', 'play'], ['10:00', 'eat'], ['11:40', 'eat'], ['12:59', 'eat'], ['13:00', 'play'], ['15:00', 'play'], ['16:00', 'eat'], ['18:30', 'eat'], ['19:00', 'play'], ['21:59', 'play'], ['22:00', 'eat'], ['0:00', 'eat']])('at %s is first %s', (time, wish) => {
    expect(first(time)).toBe(wish)
  })
  it('is each of the three in some order at any minute of the day, and a seat before a pastime for who delivers', () => {
    for (let minute = 330; minute < 1320; minute += 1) for (const audience of [null, 'couriers'] as const) expect([...wishesOfHour(minute, audience)].sort()).toEqual(['eat', 'play', 'rest'])
    expect(wishesOfHour(15 * 60, 'couriers')).toEqual(['rest', 'play', 'eat'])
    expect(wishesOfHour(11 * 60, 'couriers')).toEqual(['eat', 'rest', 'play'])
  })
  it('sends nobody to a pastime at night, and nobody far', () => {
    for (const minute of [1320, 1439, 0, 329]) expect([wishesOfHour(minute, null), wishesOfHour(minute, 'couriers'), worthMinutes(minute)]).toEqual([['eat'], ['rest', 'eat'], 15])
    expect([worthMinutes(330), worthMinutes(1319)]).toEqual([30, 30])
  })
})

describe('the place to go to', () => {
  const fit = (minutes: number, other: Partial<Fit> = {}): Fit => ({ minutes, admits: 'yes', priced: false, own: false, ...other })
  const best = (fits: readonly (Fit | null)[], terms = {}) => bestFit(fits, (one) => one, terms)
  it('is the nearest that lets one in, unless one hardly farther says its price as well', () => {
    expect(best([null, fit(7), fit(8), fit(9)])).toBe(1)
    expect(best([fit(7), fit(8, { priced: true }), fit(9, { priced: true })])).toBe(1)
    expect(best([fit(7), fit(10, { priced: true })])).toBe(1)
    expect(best([fit(7), fit(11, { priced: true })])).toBe(0)
    expect(best([fit(7, { priced: true }), fit(8, { priced: true })])).toBe(0)
    expect(best([fit(7), fit(8, { priced: true, admits: 'ask' }), fit(9, { priced: true, admits: 'no' })])).toBe(0)
  })
  it('is one that may let one in only where none surely does', () => {
    expect(best([fit(2, { admits: 'ask', priced: true }), fit(25)])).toBe(1)
    expect(best([fit(2, { admits: 'no' }), fit(5, { admits: 'ask' }), fit(9, { admits: 'ask' })])).toBe(1)
    expect(best([fit(2, { admits: 'no' })])).toBe(-1)
  })
  it('is what is made for one within a quarter of an hour, before what is nearer', () => {
    expect(best([fit(2, { priced: true }), fit(15, { own: true })], { hasLike: true })).toBe(1)
    expect(best([fit(2), fit(16, { own: true })], { hasLike: true })).toBe(0)
    expect(best([fit(2), fit(9, { own: true, admits: 'ask' })], { hasLike: true })).toBe(0)
  })
  it('is none that is farther than the hour is worth', () => {
    expect(best([fit(40)], { most: 30 })).toBe(-1)
    expect(best([fit(29, { admits: 'ask' }), fit(31)], { most: 30 })).toBe(0)
    expect(best([fit(30)], { most: 30 })).toBe(0)
    expect(best([fit(400)])).toBe(0)
  })
})

describe('the first card', () => {
  const place = (other: Partial<Candidate>): Candidate => ({ minutes: 9, admits: 'yes', priced: true, own: false, state: 'open', nextOpening: null, ...other })
  const shut = (nextOpening: number | null, admits: Candidate['admits'] = 'yes'): Candidate => place({ state: 'opens-later', nextOpening, admits })
  it('is the nearest open place that lets one in', () => {
    expect(firstCard([shut(5), place({ admits: 'no' }), place({ admits: 'ask' }), place({ state: 'closes-soon' }), place({})])).toBe(3)
  })
  it('is an open one that may let one in before any that is shut', () => {
    expect(firstCard([shut(5), place({ admits: 'no' }), place({ admits: 'ask' })])).toBe(2)
  })
  it('is the next to open when nothing is open, and the nearer of two that open together', () => {
    expect(firstCard([shut(9), shut(4), shut(4), shut(1, 'no'), place({ state: 'unknown' })])).toBe(1)
    expect(firstCard([shut(9), shut(4, 'ask')])).toBe(1)
  })
  it('is none where nobody knows', () => {
    expect(firstCard([place({ state: 'unknown' }), place({ state: 'suspended' }), place({ admits: 'no' })])).toBe(-1)
    expect(firstCard([])).toBe(-1)
  })
  it('is the next to open near by rather than an open one far off, and a far one only where none is near', () => {
    expect(firstCard([shut(9), { ...shut(4), minutes: 20 }, place({ minutes: 40 })], 15)).toBe(0)
    expect(firstCard([{ ...shut(9), minutes: 50 }, place({ minutes: 40 })], 15)).toBe(0)
  })
})

describe('the address', () => {
  const full: FindAddress = { page: 'find', venue: '食堂/1.2', from: 'd1-building-7', near: null, wish: 'eat', filters: ['open', 'halal'], q: '设计院 & 食堂', age: 72, resident: '990101001', area: null, audience: 'couriers', at: '2026-02-14T11:00:00+08:00', view: 'map' }
  const read = (address: string): FindAddress => {
    const { pathname, search } = new URL(address, 'http://linli.test')
    return readAddress(pathname, search)
  }
  it('says all there is, and reads back to the same', () => {
    for (const address of [full, { ...full, venue: null }, { ...full, venue: null, page: 'sheet' as const }, { ...full, venue: null, page: 'embed' as const, from: null, area: '990101001', near: [112.5894, 30.4088] as const }, emptyAddress]) expect(read(writeAddress(address))).toEqual(address)
    expect(writeAddress(emptyAddress)).toBe('/find')
    expect(writeAddress({ ...emptyAddress, from: 'b-3', filters: ['open', 'cash'] })).toBe('/find?from=b-3&filters=open,cash')
  })
  it('carries a spot to some ten metres and no finer', () => {
    expect(writeAddress({ ...emptyAddress, near: [112.58941234, 30.40889999] })).toBe('/find?near=112.5894,30.4089')
  })
  it('leaves out what it cannot read', () => {
    expect(read('/find?age=-1&near=1,2,3&filters=open,drop table&as=king&at=yesterday&view=3d&from=')).toEqual({ ...emptyAddress, filters: ['open'] })
    expect(read(`/find?q=${'x'.repeat(500)}&age=1e9&near=,&wish=${'y'.repeat(100)}`)).toEqual(emptyAddress)
    expect(read('/venue/%E0%A4%A').venue).toBe(null)
  })
  it('takes an hour without an offset for Shanghai, and a blank for the plus it was', () => {
    expect(read('/find?at=2026-02-14T11:00').at).toBe('2026-02-14T11:00:00+08:00')
    expect(read('/find?at=2026-02-14T11:00:00+08:00').at).toBe('2026-02-14T11:00:00+08:00')
  })
})

describe('what is kept on the telephone', () => {
  const start = (id: string, role: KeptStart['role'] = 'other'): KeptStart => ({ role, label: id, place: { kind: 'building', id } })
  it('comes back as it was', () => {
    const drawer = emptyDrawer()
    const kept = { ...nothingKept, starts: [start('b-3', 'home'), { role: 'parents' as const, label: '妈妈', place: { kind: 'point' as const, position: [112.5, 30.4] as const } }], last: 1, who: { age: 72, lives: 'here' as const, audience: null } }
    writeKept(drawer, kept)
    expect(readKept(drawer)).toEqual(kept)
  })
  it.each(['', 'not json', '[]', '{"starts":7,"last":4,"who":{"age":"old"},"display":{"size":99}}', '{"starts":[{"role":"king","label":"x","place":{}},{"role":"home","label":"x","place":{"kind":"point","position":["a",1]}}],"last":0}'])('is forgotten where it cannot be read: %s', (text) => {
    const drawer = emptyDrawer()
    drawer.setItem('linli.find', text)
    expect(readKept(drawer)).toEqual(nothingKept)
  })
  it('has one home, one parents and five starts at most, the last used first, and home stays home', () => {
    let starts: readonly KeptStart[] = []
    for (const [id, role] of [['a', 'home'], ['b', 'parents'], ['c', 'home'], ['b', 'other'], ['d', 'other'], ['e', 'other'], ['f', 'other'], ['g', 'other']] as const) starts = withStart(starts, start(id, role))
    expect(starts.map(({ role, label }) => [role, label])).toEqual([['other', 'g'], ['other', 'f'], ['other', 'e'], ['other', 'd'], ['parents', 'b']])
  })
  it('fills in what the address does not say, and never overrules it', () => {
    const kept = { ...nothingKept, starts: [start('b-3', 'home')], last: 0, who: { age: 72, lives: 'elsewhere' as const, audience: null } }
    expect(withKept(emptyAddress, kept)).toEqual({ ...emptyAddress, from: 'b-3', age: 72, resident: 'elsewhere' })
    expect(withKept({ ...emptyAddress, near: [1, 2], age: 30 }, kept)).toMatchObject({ from: null, near: [1, 2], age: 30 })
    expect(withKept({ ...emptyAddress, page: 'embed' }, kept)).toEqual({ ...emptyAddress, page: 'embed' })
  })
})

describe('the question', () => {
  it('always carries the hour, and asks for what fits it where nobody said', () => {
    const { query, wishes } = questionOf({ ...emptyAddress, from: 'b-3', filters: ['open', 'admits'], age: 72 }, eleven, 'zh')
    expect(query).toEqual({ building: 'b-3', age: 72, at: '2026-02-14T11:00:00+08:00', open: 'now', admits: 'yes', limit: 20 })
    expect(wishes).toEqual(['eat', 'play', 'rest'])
    expect(questionOf({ ...emptyAddress, wish: 'care' }, eleven, 'zh').wishes).toEqual(['care'])
    for (const address of [{ ...emptyAddress, wish: 'all' }, { ...emptyAddress, q: '食堂' }]) expect(questionOf(address, eleven, 'zh').wishes).toEqual([null])
  })
  const put = (answers: Readonly<Record<string, ReturnType<typeof venuesAnswer> | null>>) => {
    const server = smallServer(({ query }) => {
      const answer = answers[query.get('wish') ?? '']
      return answer ? { body: answer } : refusal('internal', '坏了', 500)
    })
    const asked = putListing(createClient(server.fetcher))({ ...questionOf({ ...emptyAddress, from: 'b-3' }, eleven, 'zh') }, new AbortController().signal)
    return { asked, wishes: () => server.asked.map(({ query }) => query.get('wish')) }
  }
  const shut = venuesAnswer([row('1')], { first: null })
  it('goes on to the next wish where none of the first is open', async () => {
    const { asked, wishes } = put({ eat: shut, play: venuesAnswer([row('7')]) })
    expect(await asked).toMatchObject({ ok: true, value: { wish: 'play', answer: { venues: [{ id: '7' }] } } })
    expect(wishes()).toEqual(['eat', 'play'])
  })
  it('stays with the likeliest where nothing is open at all, and does not ask for what is known to be shut', async () => {
    const closed = venuesAnswer([row('1')], { first: null, facets: { ...shut.facets, wishes: shut.facets.wishes.map((wish) => ({ ...wish, open: 0 })) } })
    const { asked, wishes } = put({ eat: closed, rest: closed })
    expect(await asked).toMatchObject({ ok: true, value: { wish: 'eat' } })
    expect(wishes()).toEqual(['eat', 'rest'])
  })
  it('takes the first answer where nobody said from where, and keeps it when a later one fails', async () => {
    const nowhere = put({ eat: { ...shut, origin: null } })
    expect(await nowhere.asked).toMatchObject({ ok: true, value: { wish: 'eat' } })
    expect(nowhere.wishes()).toEqual(['eat'])
    expect(await put({ eat: shut, play: null }).asked).toMatchObject({ ok: true, value: { wish: 'eat' } })
    expect(await put({ eat: null }).asked).toMatchObject({ ok: false, error: { message: '坏了' } })
  })
  it('joins the next page without what is there already', async () => {
    const server = smallServer(() => ({ body: venuesAnswer([row('2'), row('3')], { next: null, total: 3 }) }))
    const first = { answer: venuesAnswer([row('1'), row('2')], { next: 'two', total: 3 }), wish: 'eat' }
    const more = await putMore(createClient(server.fetcher), first, questionOf({ ...emptyAddress, wish: 'eat' }, eleven, 'zh'))
    expect(more.ok && more.value.answer.venues.map(({ id }) => id)).toEqual(['1', '2', '3'])
    expect(server.asked[0].query.get('cursor')).toBe('two')
  })
})

describe('words on a card', () => {
  const at = (minutes: number, other = {}) => stateWords(placeAt(row('1', other), eleven + minutes * minuteMs, noHolidays, 'zh'), eleven + minutes * minuteMs, say, 'zh')
  it('say how a place stands, until when, and how long that is', () => {
    expect([at(0).word, plain(at(0).until)]).toEqual(['正在供餐', '11:40 关门，还有40分钟'])
    expect(plain(at(20).word)).toBe('20 分钟后关门')
    expect(plain(at(45).word)).toContain('明天')
    expect(at(0, { wishes: ['play'] }).word).toBe('正在开放')
    expect(at(0, { rule: daily(480, 1080) }).until).toBe('18:00 关门')
    expect(at(0, { rule: null })).toEqual({ word: '时间未知，请先致电', until: '' })
  })
  it('name prices, distances and numbers to dial', () => {
    expect(plain(priceWords(row('1'), say, 'zh'))).toBe('午餐 12 元，收现金')
    expect(priceWords(row('1', { priceText: '', yuan: null, payments: ['mobile'] }), say, 'zh')).toBe('价格没登记，不收现金')
    expect(priceWords(row('1', { priceText: '', yuan: 0 }), say, 'zh')).toBe('免费')
    expect([plain(distanceWords(643, say)), plain(distanceWords(1240, say))]).toEqual(['640米', '1.2公里'])
    expect(['老年卡', '带老年卡', '请携带老年卡', '', null].map((bring) => bringWords({ bring }, say))).toEqual(['带老年卡', '带老年卡', '请携带老年卡', '', ''])
    expect(telephone('0600-560 0485 转 3')).toBe('tel:060056004853')
  })
  it('are all used', () => {
    const web = fileURLToPath(new URL('../../../web/', import.meta.url))
    const sources = readdirSync(`${web}find`, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|vue)$/.test(name)).map((name) => readFileSync(`${web}find/${name}`, 'utf8')).join('\n')
    const spelled = (key: string): boolean => sources.includes(`'${key}'`) || sources.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`)
    expect(Object.keys(findZh).filter((key) => !spelled(key))).toEqual([])
  })
  it('have the same keys and values in both languages', () => {
    const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
    expect(Object.keys(findEn).sort()).toEqual(Object.keys(findZh).sort())
    for (const key of Object.keys(findZh) as FindKey[]) expect(places(findEn[key]), key).toEqual(places(findZh[key]))
  })
})

describe('where the telephone is', () => {
  const giving = (then: (done: PositionCallback, fail: PositionErrorCallback) => void) => ({ getCurrentPosition: vi.fn(then) }) as unknown as Geolocation
  it('is told to some ten metres', async () => {
    expect(await locate(giving((done) => done({ coords: { longitude: 112.589412, latitude: 30.408812 } } as GeolocationPosition)), true)).toEqual({ ok: true, position: [112.5894, 30.4088] })
  })
  it('is not asked for over plain http, and why there is none is told', async () => {
    const never = giving(() => {})
    expect(await locate(never, false)).toEqual({ ok: false, why: 'plain' })
    expect(never.getCurrentPosition).not.toHaveBeenCalled()
    const failing = (code: number) => locate(giving((_done, fail) => fail({ code, PERMISSION_DENIED: 1 } as GeolocationPositionError)), true)
    expect([await failing(1), await failing(3)]).toEqual([{ ok: false, why: 'denied' }, { ok: false, why: 'failed' }])
  })
})

describe('letters', () => {
  const canvas = (pixels: () => number[]) => () => ({ getContext: () => ({ fillText: () => {}, getImageData: () => ({ data: pixels() }) }) }) as unknown as HTMLCanvasElement
  it('are missing where two characters look alike', () => {
    let drawn = 0
    expect(drawsChinese(canvas(() => [1, 2, 3]))).toBe(false)
    expect(drawsChinese(canvas(() => [drawn++]))).toBe(true)
    expect(drawsChinese(() => ({ getContext: () => null }) as unknown as HTMLCanvasElement)).toBe(true)
  })
})
