import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { VenueRow } from '../../geodata/contract/venues.ts'
import { calendarOf } from '../../geodata/hours/calendar.ts'
import { readHours } from '../../geodata/hours/read.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'
import { holidays } from '../../seeds/catalogue/holidays.ts'
import { usualWeek } from '../../server/answers/feeds/usual-week.ts'
import { testOrigin } from '../tools/accounts.ts'
import { servedCity } from '../tools/served-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'
import { facility, smallIdentity, smallRecords } from '../tools/small-city.ts'

const schema = JSON.parse(readFileSync(new URL('../fixtures/hsds-3.json', import.meta.url), 'utf8')) as Record<string, { required: string[]; properties: Record<string, string | string[]> }>
const offer = { ...emptyOffer, prices: [{ what: '午餐', minAge: 60, maxAge: 69, yuan: 12 }, { what: '午餐', minAge: 70, maxAge: null, yuan: 10 }], payments: ['cash', 'card'] as const, bring: '老年卡或身份证', booking: 'none' as const, checked: { day: '2026-06-01', by: '手绘社区' }, address: '手绘路 3 号' }
const folder = temporaryFolder()
writeFileSync(join(folder, 'find.html'), '<!doctype html><html lang="zh-CN"><head>\n    <meta name="description" content="usual" />\n    <title>Find</title>\n  </head><body><div id="find"></div></body></html>')
const { app } = await servedCity({
  identity: smallIdentity,
  records: [
    ...smallRecords,
    { kind: 'facility', record: facility('fed', 'canteen', 3, 2, { name: '=1+1 食堂', hours: '周一至周五 10:30-13:00，16:30-18:30；法定节假日休息', phone: '010-6500 0001; 010-6500 0002', offer, stepFree: true }) },
    { kind: 'facility', record: facility('shut', 'clinic', 3, 2.1, { name: '停诊站', hours: '每天 22:00-次日6:00', suspensions: [{ from: '2026-01-01T00:00:00+08:00', until: null, reason: '装修' }] }) },
    { kind: 'facility', record: facility('riddle', 'clinic', 3, 2.2, { name: '看不懂站', hours: '看心情' }) },
    { kind: 'facility', record: facility('nasty', 'clinic', 3, 2.4, { name: '</title><script>alert(1)</script>"', hours: '全天开放' }) },
    { kind: 'facility', record: facility('barracks', 'canteen', 3, 2.3, { name: '某部队食堂' }) },
  ],
}, folder)
const ask = async (path: string, headers: Record<string, string> = {}): Promise<Response> => app.request(`/api/v1/${path}`, { headers })

/** What in a value does not keep to the published schema: where, and what was expected. */
function faultsOf(kind: string, value: unknown, at = kind): string[] {
  if (kind.startsWith('[')) return Array.isArray(value) ? value.flatMap((one, i) => faultsOf(kind.slice(1, -1), one, `${at}[${i}]`)) : [`${at}: expected a list`]
  const object = schema[kind]
  if (!object) return fits(kind, value) ? [] : [`${at}: expected ${kind}, got ${JSON.stringify(value)}`]
  if (typeof value !== 'object' || value === null) return [`${at}: expected an object`]
  const missing = object.required.filter((name) => !(name in value)).map((name) => `${at}: ${name} is missing`)
  return [...missing, ...Object.entries(value).flatMap(([name, part]) => {
    const wanted = object.properties[name]
    if (wanted === undefined) return [`${at}.${name}: is not in the schema`]
    if (Array.isArray(wanted)) return wanted.includes(String(part)) ? [] : [`${at}.${name}: expected one of ${wanted.join(', ')}, got ${String(part)}`]
    return faultsOf(wanted, part, `${at}.${name}`)
  })]
}

const patterns: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, uri: /^https?:\/\/\S+$/, email: /^\S+@\S+$/, date: /^\d{4}-\d{2}-\d{2}$/, time: /^\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/, datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/, string: /[^]+/,
}
function fits(kind: string, value: unknown): boolean {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (kind === 'integer') return Number.isInteger(value)
  if (kind === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string' && (patterns[kind] ?? /^$/).test(value)
}

describe('the HSDS 3 feed', () => {
  test('keeps to the published schema, list, page and single service', async () => {
    const about: unknown = await (await ask('hsds')).json()
    const list: unknown = await (await ask('hsds/services?per_page=200')).json()
    const full = await (await ask('hsds/services?per_page=200&full=true')).json() as { contents: { id: string }[] }
    expect([...faultsOf('about', about), ...faultsOf('page', list), ...faultsOf('page', full)]).toEqual([])
    const ids = full.contents.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(faultsOf('service', await (await ask(`hsds/services/${id}`)).json())).toEqual([])
  })

  test('the checker that holds it to the schema sees what is wrong', () => {
    expect(faultsOf('service', { id: 'no', name: 'x', status: 'asleep', opens: 1, schedules: [{ opens_at: '9:00' }] })).toEqual([
      'service.id: expected uuid, got "no"', 'service.status: expected one of active, inactive, defunct, temporarily closed, got asleep', 'service.opens: is not in the schema', 'service.schedules[0]: id is missing', 'service.schedules[0].opens_at: expected time, got "9:00"',
    ])
  })

  test('pages hold every place once, by rising number, and say where they are', async () => {
    const pages = await Promise.all([1, 2, 3, 99].map(async (page) => (await ask(`hsds/services?per_page=3&page=${page}`)).json() as Promise<{ total_items: number; total_pages: number; size: number; last_page: boolean; empty: boolean; contents: { id: string }[] }>))
    const all = await (await ask('hsds/services?per_page=200')).json() as { total_items: number; contents: { id: string }[] }
    expect(pages.slice(0, 3).flatMap(({ contents }) => contents.map(({ id }) => id))).toEqual(all.contents.slice(0, 9).map(({ id }) => id))
    expect(pages.map(({ size, empty }) => [size, empty])).toEqual([[3, false], [3, false], [Math.max(0, Math.min(3, all.total_items - 6)), all.total_items <= 6], [0, true]])
  })

  test('tells prices by age, what to bring, who checked it and when, and what is shut', async () => {
    const { contents } = await (await ask('hsds/services?search=食堂&full=true&per_page=200')).json() as { contents: Record<string, unknown>[] }
    const fed = contents.find(({ name }) => name === '=1+1 食堂')
    expect(fed).toMatchObject({
      status: 'active', assured_date: '2026-06-01', cost_options: [{ option: '午餐 60-69', currency: 'cny', amount: 12 }, { option: '午餐 70+', amount: 10 }], required_documents: [{ document: '老年卡或身份证' }], phones: [{ number: '010-6500 0001' }, { number: '010-6500 0002' }],
      service_at_locations: [{ location: { location_type: 'physical', description: '手绘路 3 号', accessibility: [{ description: '没有台阶，轮椅可进' }] } }],
    })
    const clinics = await (await ask('hsds/services?search=clinic&full=true&per_page=200')).json() as { contents: Record<string, unknown>[] }
    expect(clinics.contents.find(({ name }) => name === '停诊站')).toMatchObject({ status: 'temporarily closed', alert: '装修', schedules: [{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '22:00+08:00', closes_at: '06:00+08:00', notes: '次日结束' }] })
    expect(clinics.contents.find(({ name }) => name === '看不懂站')).toMatchObject({ schedules: [{ description: '看心情' }] })
  })

  test('nothing of a hidden place is in any feed, by any parameter', async () => {
    for (const path of ['hsds/services?full=true&per_page=200', 'hsds/services?search=部队', 'venues.geojson', 'venues.csv', 'venues.geojson?q=某部队']) expect(await (await ask(path)).text()).not.toMatch(/部队|barracks/)
  })
})

describe('the page of one place', () => {
  const page = async (id: string, language = 'zh'): Promise<{ status: number; html: string }> => {
    const response = await app.request(`/venue/${id}`, { headers: { 'accept-language': language } })
    return { status: response.status, html: await response.text() }
  }
  const markupIn = (html: string): Record<string, unknown> => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? 'null') as Record<string, unknown>

  test('says in its head what the place is, when it is open and what it costs, for engines that run no script', async () => {
    const { status, html } = await page('fed')
    expect(status).toBe(200)
    expect(html).toMatch(/<title>=1\+1 食堂（[^）]+） · 邻里一张图<\/title>/)
    expect(html).toContain(`<link rel="canonical" href="${testOrigin}/venue/fed" />`)
    expect(html.match(/<meta name="description" content="([^"]*)"/)?.[1]).toMatch(/手绘路 3 号.*10:30.*12/)
    expect(html.match(/name="description"/g)).toHaveLength(1)
    expect(html).toContain('<h1>=1+1 食堂</h1>')
    // Each number can be touched, also where no script runs; what it looks like is in a file of its own.
    expect(html).toContain('<p><a href="tel:01065000001">010-6500 0001</a>; <a href="tel:01065000002">010-6500 0002</a></p>')
    expect(html).not.toMatch(/ style=|<style/)
    const markup = markupIn(html)
    expect(markup).toMatchObject({ '@context': 'https://schema.org', '@type': 'FoodEstablishment', name: '=1+1 食堂', telephone: '010-6500 0001; 010-6500 0002', paymentAccepted: 'Cash', address: '手绘路 3 号' })
    expect(markup['openingHoursSpecification']).toEqual(expect.arrayContaining([{ '@type': 'OpeningHoursSpecification', opens: '10:30', closes: '13:00', dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => `https://schema.org/${day}`) }]))
    expect((await page('fed', 'en')).html).toContain('<html lang="en">')
  })

  test('unknown hours are not told as closed, and text of the place cannot end an element', async () => {
    expect(markupIn((await page('riddle')).html)).not.toHaveProperty('openingHoursSpecification')
    const { html } = await page('nasty')
    expect(html).not.toContain('<script>alert')
    expect(markupIn(html)['name']).toBe('</title><script>alert(1)</script>"')
  })

  test('a place that is hidden or was never there is not found, alike, and not indexed', async () => {
    const [hidden, never] = [await page('barracks'), await page('nobody')]
    expect([hidden.status, never.status]).toEqual([404, 404])
    expect(hidden.html).toBe(never.html)
    expect(hidden.html).toContain('noindex')
  })
})

describe('hours for readers that know weekdays and dates only', () => {
  const rule = readHours('周一至周五 8:30-11:30，14:00-17:00，法定节假日休息').rule
  test('the usual week, and each coming day that differs: the holidays and the Saturday that is worked', () => {
    if (!rule) return expect.fail('the text is not understood')
    const { usual, others } = usualWeek(rule, calendarOf(holidays), '2026-02-10')
    expect(usual.map(({ session, weekdays }) => [session.from, session.to, weekdays])).toEqual([[510, 690, [1, 2, 3, 4, 5]], [840, 1020, [1, 2, 3, 4, 5]]])
    expect(others.filter(({ day }) => day < '2026-03-05').map(({ day, sessions }) => [day, sessions?.length ?? null])).toEqual([
      ['2026-02-14', 2], ['2026-02-16', 0], ['2026-02-17', 0], ['2026-02-18', 0], ['2026-02-19', 0], ['2026-02-20', 0], ['2026-02-23', 0], ['2026-02-28', 2],
    ])
  })
})

describe('the places found, as files', () => {
  test('GeoJSON and CSV hold the places of the list, in its order, whatever their number, and say what they rest on', async () => {
    const query = 'building=home-1&at=2026-03-04T11:00:00%2B08:00'
    const list = await (await ask(`venues?${query}&limit=200`)).json() as { venues: VenueRow[]; total: number }
    const file = await ask(`venues.geojson?${query}`)
    const geojson = await file.json() as { features: { id: string; geometry: { coordinates: number[] }; properties: Record<string, unknown> }[]; at: string }
    expect(file.headers.get('content-type')).toContain('application/geo+json')
    expect(geojson.features.map(({ id }) => id)).toEqual(list.venues.map(({ id }) => id))
    expect(geojson.features).toHaveLength(list.total)
    expect(geojson.at).toBe('2026-03-04T11:00:00+08:00')
    const fed = geojson.features.find(({ id }) => id === 'fed')
    expect(fed?.properties).toMatchObject({ state: 'open', prices: '午餐 60-69岁 12元；午餐 70岁以上 10元', payments: '现金、卡', checkedDay: '2026-06-01', stepFree: '是' })
    for (const value of fed?.geometry.coordinates ?? [0.00001]) expect(Math.round(value * 1e4) / 1e4).toBe(value)
    const csv = parse((await (await ask(`venues.csv?${query}`)).text()).split('\r\n\r\n')[0], { bom: true, columns: true }) as Record<string, string>[]
    expect(csv.map((row) => row['编号'])).toEqual(list.venues.map(({ id }) => id))
    // A name that begins like a formula stays text in a spreadsheet.
    expect(csv.find((row) => row['编号'] === 'fed')).toMatchObject({ 名称: "'=1+1 食堂", 谁能去: expect.any(String) as string })
  })

  test('filters hold for files too, and a wrong one is refused in words', async () => {
    const cash = await (await ask('venues.geojson?cash=yes')).json() as { features: { id: string }[] }
    expect(cash.features.map(({ id }) => id)).toEqual(['fed'])
    const refused = await ask('venues.csv?wish=nothing')
    expect(refused.status).toBe(400)
    expect(((await refused.json()) as { error: { message: string } }).error.message).toContain('nothing')
  })
})

describe('for search engines', () => {
  test('robots.txt keeps them from the staff and from the interface, and names the sitemap', async () => {
    const reply = await app.request('/robots.txt')
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('x-content-type-options'), await reply.text()])
      .toEqual([200, 'text/plain; charset=utf-8', 'nosniff', `User-agent: *\nDisallow: /api\nDisallow: /plan\nDisallow: /data\n\nSitemap: ${testOrigin}/sitemap.xml\n`])
  })

  test('the sitemap names the page of each place the finder lists and of no other, with the day it was last known to be right', async () => {
    const reply = await app.request('/sitemap.xml'), xml = await reply.text()
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
    const pages = [...xml.matchAll(/<url><loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?<\/url>/g)].map(([, at, day]) => [at, day])
    const { features } = (await (await ask('venues.geojson')).json()) as { features: { properties: { id: string; date: string | null } }[] }
    const venues = features.map(({ properties: { id } }) => `${testOrigin}/venue/${encodeURIComponent(id)}`)
    expect(pages.map(([at]) => at).toSorted()).toEqual([`${testOrigin}/find`, ...venues].toSorted())
    expect(xml).not.toContain('barracks')
    for (const [at] of pages.slice(1)) expect((await app.request(new URL(at).pathname)).status).toBe(200)
    expect(pages.find(([at]) => at.endsWith('/fed'))?.[1]).toBe('2026-10-01')
    expect(pages[0][1]).toBe(undefined)
  })
})
