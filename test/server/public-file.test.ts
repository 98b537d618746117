import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import { servedToPublicAlone } from '../../geodata/contract/roles.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Offer } from '../../geodata/model/offer.ts'
import { errorSentence } from '../../geodata/words/errors.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { parseEnvironment, StartError } from '../../server/environment.ts'
import { writePublicFile } from '../../server/public/public-file.ts'
import { appendReceived, readReceived } from '../../server/public/received.ts'
import { servePublic } from '../../server/public/serve-public.ts'
import { NotPublic, takeIn } from '../../server/public/take-in.ts'
import { connect } from '../../server/store/driver.ts'
import { openStore } from '../../server/store/open-store.ts'
import { linli } from '../tools/linli.ts'
import { linliHere } from '../tools/linli-here.ts'
import { entry, organisation } from '../tools/registers.ts'
import { servedCity, servedToPublic, type ServedCity } from '../tools/served-city.ts'
import { at, smallIdentity, smallRecords, square } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'
import { venueAsking } from '../tools/venue-asking.ts'
import { isVenue, venueCity } from '../tools/venue-city.ts'

const folder = temporaryFolder()
const outlines = { outlines: true, now: new Date('2026-11-21T11:30:00.000Z') }

/** Every text of a record bears the name of its field: P… for what the public is told, X… for what it is not. */
const west = '110105001001'
const priced: Offer = {
  address: 'P-address', prices: [{ what: 'P-what', minAge: 60, maxAge: null, yuan: 12 }], payments: ['cash'], bring: 'P-bring', booking: 'phone', delivers: true, halal: true, toilet: true, menu: 'P-menu',
  programmes: [{ name: 'P-programme', hours: '周六 9:00-10:00', room: 'P-room' }], checked: { day: '2026-11-01', by: 'P-by' },
}
const unwished = catalogue.categories.find(({ code }) => !catalogue.wishes.some(({ categories }) => categories.includes(code)))?.code ?? ''
const stated = { source: 'X-source', date: '2031-01-07' }, lasting = { validFrom: '2021-02-03', validTo: null }
const place = { position: at(6.12345, 2.2), admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }, capacity: { seats: 987_654, spareSeats: 876_543, squareMetres: 765_432 }, stepFree: true, validFrom: '2021-02-03', validTo: null } as const
const closings = [{ from: '2020-01-01T00:00:00+08:00', until: '2020-01-02T00:00:00+08:00', reason: 'X-past' }, { from: '2026-12-01T00:00:00+08:00', until: null, reason: 'P-reason' }]
const named: CityRecord[] = [
  { kind: 'unit', record: { id: 'P-unit', name: 'P-unitName', nature: 'school', position: at(4.55555, 3), community: west, ...lasting, ...stated } },
  { kind: 'unit', record: { id: 'X-unit', name: 'X-unitName', nature: 'school', position: at(5, 3), community: west, ...lasting, ...stated } },
  { kind: 'facility', record: { id: 'P-place', name: 'P-placeName', category: 'canteen', unit: 'P-unit', hours: '周一至周五 P-hours', phone: '010-6277 0000', offer: priced, suspensions: closings, ...place, source: 'P-placeSource', date: '2031-01-07' } },
  { kind: 'facility', record: { id: 'X-place', name: 'X-placeName', category: unwished, unit: null, hours: null, phone: null, offer: priced, suspensions: [], ...place, ...stated } },
  { kind: 'building', record: { id: 'P-building', code: '99999999999999999999', name: 'P-house', footprint: square(4, 3, 0.3, 0.2), storeys: 77, use: 'dormitory', estate: null, grid: '110105001001001', entrances: [at(4.1, 3)], residents: { all: 54_321, over60: 4321, over80: 321, children: 21, households: 12_345, basis: 'permanent', counted: true, source: 'X-ledger', date: '2031-01-07' }, ...stated } },
  { kind: 'gate', record: { id: 'P-gate', name: 'X-gateName', position: at(4, 2), estate: null, locked: { hours: '22:00-6:00' }, ...stated } },
  { kind: 'organisation', record: organisation('X-firm', { name: 'X-firmName', community: west, position: at(5, 3) }) },
  { kind: 'entry', record: entry('X-row', 'serviceOffer', { kind: 'X-kind', audience: 'everyone', way: 'claimed', timesAYear: 4 }, { name: 'X-rowName', area: west, unit: 'P-unit' }) },
  { kind: 'eventCount', record: { id: 'X-event', stream: 'request', month: '2026-05', category: 'X-category', area: west, position: null, times: 40, people: null, responded: 40, resolved: 20, satisfied: 10, source: 'X-hotline', date: null } },
]

describe('the file', () => {
  const file = join(folder, 'named.sqlite')

  beforeAll(async () => {
    const { store, logIn } = await servedCity({ identity: smallIdentity, records: [...smallRecords, ...named] })
    await logIn('administrator')
    await store.report({ facility: 'P-place', fields: ['hours'], note: 'X-note' })
    await writePublicFile(store, file, outlines)
  })

  test('holds the bytes of every public field and of no other', () => {
    const bytes = readFileSync(file).toString('latin1')
    const words = [...JSON.stringify([named, priced]).matchAll(/"([PX]-\w+)"|[ ](P-hours)/g)].map((match) => match[1] ?? match[2])
    expect(words.filter((word) => word.startsWith('P-') && !bytes.includes(word))).toEqual([])
    expect([...new Set(bytes.match(/X-\w+/g) ?? [])]).toEqual([])
    for (const other of ['99999999999999999999', 'test-']) expect(bytes).not.toContain(other)
  })

  test('holds no number of residents, storeys or seats, no account, session, audit or history of a record', () => {
    const connection = connect(file)
    const all = (sql: string): unknown[] => connection.prepare(sql).pluck().all()
    expect(all('SELECT DISTINCT coalesce(residents_all, residents_over60, residents_over80, residents_children, households, basis, counted, residents_source, storeys, code, grid) FROM building')).toEqual([null])
    expect(all('SELECT DISTINCT coalesce(seats, spare_seats, square_metres, valid_from) FROM facility')).toEqual([null])
    const emptyOnes = ['organisation', 'entry', 'event_count', 'account', 'session', 'audit_log', 'job', 'hidden_unit', 'resident_base', 'log_in_failure', 'entry_reference']
    expect(emptyOnes.map((table) => [table, ...all(`SELECT count(*) FROM ${table}`)])).toEqual(emptyOnes.map((table) => [table, 0]))
    expect(all('SELECT DISTINCT coalesce(kind, record, before, after) FROM change_log')).toEqual([null])
    expect(connection.prepare('SELECT facility, fields, note, state FROM report').all()).toEqual([{ facility: 'P-place', fields: '[]', note: null, state: 'pending' }])
    connection.close()
  })

  test('knows of places and doors to four decimals of a degree', async () => {
    const made = await openStore(file)
    const positions: (readonly number[])[] = []
    for await (const one of made.facilities(null)) positions.push(one.position)
    for await (const one of made.units(null)) positions.push(one.position)
    for await (const one of made.buildings()) positions.push(...one.entrances)
    made.close()
    expect(positions.length).toBeGreaterThan(5)
    expect(positions.flat().filter((degrees) => Math.abs(degrees * 1e4 - Math.round(degrees * 1e4)) > 1e-6)).toEqual([])
  })

  test('holds no outline where outlines are not for the public', async () => {
    const { store } = await servedCity({ identity: smallIdentity, records: smallRecords })
    const boxes = join(folder, 'boxes.sqlite')
    await writePublicFile(store, boxes, { ...outlines, outlines: false })
    const made = await openStore(boxes)
    const shapes = new Set<string>()
    for await (const { footprint } of made.buildings()) shapes.add(footprint[0][0].map(([lon, lat]) => [Math.round((lon - footprint[0][0][0][0]) * 1e6), Math.round((lat - footprint[0][0][0][1]) * 1e6)].join()).join(' '))
    made.close()
    expect([...shapes]).toEqual(['0,0 100,0 100,100 0,100 0,0'])
  })
})

describe('the server for the public alone', () => {
  let house: ServedCity, alone: ServedCity
  const served = join(folder, 'served.sqlite'), file = join(folder, 'city.sqlite'), received = join(folder, 'received.jsonl'), webFolder = join(folder, 'web')
  const city = venueCity(5), from = city.buildings.slice(0, 4).map(({ id }) => id)
  const records: CityRecord[] = [
    ...city.areas.map((record) => ({ kind: 'area', record }) as const), ...city.buildings.map((record) => ({ kind: 'building', record }) as const), ...city.streets.map((record) => ({ kind: 'street', record }) as const),
    ...city.gates.map((record) => ({ kind: 'gate', record }) as const), ...city.facilities.map((record) => ({ kind: 'facility', record }) as const),
  ]

  beforeAll(async () => {
    mkdirSync(webFolder)
    for (const page of ['index', 'find']) writeFileSync(join(webFolder, `${page}.html`), `<title>${page}</title><div id="find"></div>`)
    house = await servedCity({ identity: { ...smallIdentity, coding: 'text' }, records })
    await writePublicFile(house.store, file, outlines)
    expect(await takeIn({ file, serving: served, received })).toBe(true)
    alone = await servedToPublic(served, webFolder, { exported: () => outlines.now.toISOString(), received: (report) => appendReceived(received, report) })
  })

  test('tells the public of every place what the house tells it, on foot within a few metres', async () => {
    const [here, there] = [venueAsking(house.app), venueAsking(alone.app)]
    const apart: number[] = []
    for (const building of from) {
      // What ended before the file was made is not in it, so that nobody can ask of the past.
      for (const at of ['2026-11-28T11:00:00+08:00', '2026-12-02T19:30:00+08:00']) {
        const [mine, theirs] = [await here.venues({ building, at }), await there.venues({ building, at })]
        const told = ({ venues }: typeof mine): unknown[] => venues.map(({ walkMetres: _metres, walkMinutes: _minutes, adultMinutes: _adult, ...row }) => row).toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(told(theirs)).toEqual(told(mine))
        const metres = new Map(mine.venues.map(({ id, walkMetres }) => [id, walkMetres]))
        for (const { id, walkMetres } of theirs.venues) {
          const own = metres.get(id) ?? null
          if (walkMetres === null || own === null) continue
          apart.push(Math.abs(walkMetres - own))
        }
      }
    }
    expect(apart.length).toBeGreaterThan(100)
    // Both ends are known to about ten metres; now and then another street is the nearest then.
    expect(apart.toSorted((a, b) => a - b)[Math.floor(apart.length * 0.9)]).toBeLessThan(30)
    const at = '2026-11-28T11:00:00+08:00'
    expect((await there.venues({ at })).facets).toEqual((await here.venues({ at })).facets)
    expect((await here.venues({})).total).toBe(city.facilities.filter(isVenue).length)
  })

  test('answers what the finder asks and nothing else', async () => {
    const statuses = new Map<string, number>()
    for (const { name, method, path } of Object.values(exchanges)) {
      const address = path.replaceAll(/:y\{[^}]*\}/g, '1.pbf').replaceAll(/:(\w+)/g, 'x')
      const { status } = await alone.app.request(address, { method, ...(method !== 'GET' && { body: '{}', headers: { 'content-type': 'application/json' } }) })
      if (name !== 'events') statuses.set(name, status)
    }
    const unknown = Object.keys(exchanges).filter((name) => statuses.get(name) === 404 && !servedToPublicAlone.some((served) => served === name))
    expect(unknown.toSorted()).toEqual(Object.keys(exchanges).filter((name) => !servedToPublicAlone.some((served) => served === name)).toSorted())
    const open = ['meta', 'categories', 'standards', 'venues', 'venuesGeojson', 'venuesCsv', 'hsds', 'hsdsServices', 'site', 'health', 'ready', 'openapi']
    expect(open.map((name) => [name, statuses.get(name)])).toEqual(open.map((name) => [name, 200]))
    const document = (await (await alone.app.request('/api/openapi.json')).json()) as { paths: Record<string, object> }
    expect(Object.values(document.paths).flatMap((methods) => Object.values(methods) as { operationId: string }[]).map(({ operationId }) => operationId).toSorted()).toEqual([...servedToPublicAlone].toSorted())
    expect(await (await alone.app.request('/api/v1/site')).json()).toMatchObject({ staff: false, exported: '2026-11-21T11:30:00.000Z' })
    expect(await (await house.app.request('/api/v1/site')).json()).toMatchObject({ staff: true, exported: null })
    expect(((await (await alone.app.request('/api/v1/meta')).json()) as { counts: object }).counts).toMatchObject({ residents: null, homes: 0 })
    expect((await alone.app.request('/tiles/buildings/14/1/1.pbf')).status).toBe(401)
  })

  test('has the pages of the finder and none of the staff', async () => {
    const titleOf = async (path: string): Promise<string> => /<title>[^<]*/.exec(await (await alone.app.request(path)).text())?.[0] ?? ''
    for (const path of ['/find', '/find/sheet', '/embed', '/find.html']) expect([path, (await alone.app.request(path)).status, await titleOf(path)]).toEqual([path, 200, '<title>find'])
    for (const path of ['/plan', '/screen', '/data', '/data/moderation', '/login', '/index.html', '/%69ndex.html', '/registers', '/map', '/x']) expect([path, (await alone.app.request(path)).status, await titleOf(path)]).toEqual([path, 404, ''])
    expect((await alone.app.request('/')).headers.get('location')).toBe('/find')
  })

  test('takes reports, keeps them for the way home, and shows them until a newer file knows better', async () => {
    const id = city.facilities.find(isVenue)?.id ?? ''
    const report = (): Promise<Response> => Promise.resolve(alone.app.request(`/api/v1/venues/${id}/reports`, { method: 'POST', body: JSON.stringify({ fields: ['hours'], note: '门口改了' }), headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8787', 'sec-fetch-site': 'same-origin' } }))
    expect((await report()).status).toBe(200)
    const card = async (): Promise<string | undefined> => (await venueAsking(alone.app).venue(id, {})).venue.report?.state
    expect(await card()).toBe('pending')
    expect(readReceived(received, new Date()).reports).toMatchObject([{ facility: id, fields: ['hours'], note: '门口改了' }])
    const [first] = readReceived(received, new Date()).reports

    // A file of a house that has not been brought it, whenever it was made, knows nothing of it.
    await writePublicFile(house.store, file, { ...outlines, now: new Date(Date.parse(first.at) + 30_000) })
    expect(await takeIn({ file, serving: served, received })).toBe(true)
    await alone.world.refresh()
    expect(await card()).toBe('pending')

    // Home: once, however often the file is brought, and however late.
    expect(await house.store.takeReports([first, { ...first, facility: 'nowhere' }], false)).toEqual({ added: 1, known: 0, strange: 1 })
    expect(await house.store.takeReports([first, { ...first, at: '2020-01-01T00:00:00.000Z' }], false)).toEqual({ added: 0, known: 2, strange: 0 })
    expect(await house.store.reports()).toMatchObject([{ facility: id, note: '门口改了', state: 'pending', at: first.at }])

    await house.store.decideReport((await house.store.reports())[0].id, 'corrected')
    await writePublicFile(house.store, file, { ...outlines, now: new Date(Date.parse(first.at) + 60_000) })
    expect([await takeIn({ file, serving: served, received }), await takeIn({ file, serving: served, received })]).toEqual([true, false])
    await alone.world.refresh()
    expect(await card()).toBe('corrected')
  })

  test('reads reports by the rules of whoever reports, and leaves half a line behind', () => {
    const path = join(folder, 'lines.jsonl'), now = new Date('2026-11-21T11:30:00.000Z')
    const report = { facility: 'a', at: '2026-11-20T08:00:00+08:00', fields: ['hours'] as const, note: null }
    writeFileSync(path, `\uFEFF${JSON.stringify(report)}\n${JSON.stringify({ ...report, at: '2199-01-01T00:00:00Z' })}\n${JSON.stringify({ ...report, note: 'x\u0000y' })}\n${JSON.stringify({ ...report, fields: [] })}\n{"facility":"b","at":"2026-`)
    appendReceived(path, { ...report, facility: 'c' })
    const { reports, badLines } = readReceived(path, now)
    expect([reports.map(({ facility, at }) => [facility, at]), badLines]).toEqual([[['a', '2026-11-20T00:00:00.000Z'], ['c', '2026-11-20T00:00:00.000Z']], [2, 3, 4, 5]])
  })

  test('takes in no mixture of two files, and the whole one after it', async () => {
    const place = city.facilities.find(isVenue)
    if (!place) throw new Error('no place')
    const phones = async (): Promise<(string | null)[]> => (await venueAsking(alone.app).venues({})).venues.map(({ phone }) => phone)
    const older = readFileSync(file)
    await house.store.load({ identity: { ...smallIdentity, coding: 'text' }, records: city.facilities.map((record) => ({ kind: 'facility', record: { ...record, phone: '0600-5550000' } }) as const), actor: 'test', replace: false })
    await writePublicFile(house.store, file, { ...outlines, now: new Date('2029-01-01T00:00:00.000Z') })
    const newer = readFileSync(file)
    // Copied over the older one by half.
    writeFileSync(file, Buffer.concat([newer.subarray(0, Math.floor(newer.length / 2)), older.subarray(Math.floor(newer.length / 2))]))
    await expect(takeIn({ file, serving: served, received })).rejects.toThrow(NotPublic)
    await alone.world.refresh()
    expect((await phones()).filter((phone) => phone === '0600-5550000')).toEqual([])
    writeFileSync(file, newer)
    expect(await takeIn({ file, serving: served, received })).toBe(true)
    await alone.world.refresh()
    expect(new Set(await phones())).toEqual(new Set(['0600-5550000']))
  })

  test('takes in a newer city while it answers, and nothing of a database of the house', async () => {
    const before = await (await alone.app.request('/api/v1/venues?limit=1')).json() as { total: number }
    await house.store.load({ identity: { ...smallIdentity, coding: 'text' }, records: [{ kind: 'facility', record: { ...city.facilities[0], id: 'new', category: 'canteen' } }], actor: 'test', replace: false })
    await writePublicFile(house.store, file, { ...outlines, now: new Date('2030-01-01T00:00:00.000Z') })
    await takeIn({ file, serving: served, received })
    await alone.world.refresh()
    expect(await (await alone.app.request('/api/v1/venues?limit=1')).json()).toMatchObject({ total: before.total + 1 })
    await expect(takeIn({ file: house.path, serving: served, received })).rejects.toThrow(NotPublic)
    expect(await (await alone.app.request('/api/v1/venues?limit=1')).json()).toMatchObject({ total: before.total + 1 })
    expect(readdirSync(folder).filter((name) => /incoming|partial/.test(name))).toEqual([])
  })
})

describe('by command line', () => {
  const home = join(folder, 'home'), out = join(folder, 'out.sqlite')

  beforeAll(async () => {
    const store = await openStore(join(home, 'linli.sqlite'))
    await store.load({ identity: smallIdentity, records: [...smallRecords, ...named], catalogue, actor: 'test', replace: false })
    store.close()
  })

  test('a file is written, and in the place of an older one; nothing else is overwritten', async () => {
    const made = await linli(['export', '--public', out, '--json'], home)
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(made.out)).toMatchObject({ file: out, records: { facility: 4, unit: 2, entry: 0, organisation: 0, eventCount: 0 } })
    expect((await linliHere(['export', '--public', out], home)).code).toBe(0)
    writeFileSync(join(folder, 'letter.txt'), 'dear neighbour')
    const refused = async (words: readonly string[]): Promise<string> => {
      const { code, err } = await linliHere(words, home)
      expect(code).toBe(1)
      return err.split('\n')[0]
    }
    expect(await refused(['export', '--public', join(folder, 'letter.txt')])).toBe(`${join(folder, 'letter.txt')} 已经存在，而且不是以前导出的公众版数据文件，没有覆盖它。`)
    expect(await refused(['export', '--public', join(home, 'linli.sqlite')])).toContain('没有覆盖它')
    expect(await refused(['export', '--public', join(folder, 'missing', 'out.sqlite')])).toContain('写不了文件')
    expect(await refused(['export'])).toBe('命令 export 缺少选项 --public FILE。')
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('dear neighbour')
    // Of a file of reports a bad line is named and left out.
    const reports = join(folder, 'home.jsonl')
    const line = JSON.stringify({ facility: 'P-place', at: '2026-11-20T03:00:00.000Z', fields: ['phone'], note: null })
    writeFileSync(reports, `${line}\n{"facility":1}\n`)
    expect(JSON.parse((await linliHere(['import', '--as', 'reports', reports, '--json'], home)).out)).toEqual({ dryRun: false, added: 1, known: 0, strange: 0, badLines: [{ file: reports, lines: [2] }] })
    writeFileSync(reports, '{"facility":1}\n')
    expect(await refused(['import', '--as', 'reports', reports])).toContain('第 1 行不是一条纠错记录，没有写入任何内容')
    expect(await refused(['import', '--as', 'reports', folder])).toBe(`没有文件 ${folder}。`)
  }, 60_000)

  test('a server starts for the public only with a file of theirs, and for the house only without', async () => {
    const data = join(folder, 'nobody'), said: string[] = [], say = (zh: string): void => { said.push(zh) }
    const start = async (variables: Record<string, string>): Promise<string> => {
      try {
        const environment = parseEnvironment({ LINLI_DATA: data, LINLI_MODE: 'public', PORT: '0', ...variables })
        const serving = await servePublic({ environment, file: environment.publicFile ?? '', webFolder: null, say })
        await serving.close()
        return 'it started'
      } catch (error) {
        if (!(error instanceof StartError)) throw error
        return errorSentence(error.code, error.details, 'zh')
      }
    }
    expect(await start({ LINLI_MODE: 'all' })).toBe('LINLI_MODE 应为 house（内部使用，默认）或 public（只给公众看），收到的是“all”。')
    expect(await start({})).toContain(`没有公众版数据文件 ${join(data, 'public.sqlite')}`)
    expect(await start({ LINLI_FILE: join(home, 'linli.sqlite') })).toContain('不是 linli export --public 做出的公众版数据文件')
    expect(await start({ LINLI_FILE: out })).toBe('it started')
    // What was taken in once is shown again without the file, and beside one that was copied by half.
    expect(await start({})).toBe('it started')
    const half = join(folder, 'half.sqlite')
    writeFileSync(half, readFileSync(out).subarray(0, 30_000))
    expect(await start({ LINLI_FILE: half })).toBe('it started')
    expect(said.join()).toContain(`${half} 不是 linli export --public 做出的公众版数据文件`)
    const wrong = join(folder, 'wrong')
    mkdirSync(wrong)
    writeFileSync(join(wrong, 'linli.sqlite'), readFileSync(out))
    expect((await linli([], wrong, 'server/main.ts', { PORT: '0' })).err).toContain('是公众版数据文件，没有居民数和台账；请用 LINLI_MODE=public 启动')
  }, 60_000)
})
