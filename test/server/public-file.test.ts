import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import { servedToPublicAlone } from '../../geodata/contract/roles.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import { writePublicFile } from '../../server/public/public-file.ts'
import { appendReceived, readReceived } from '../../server/public/received.ts'
import { NotPublic, takeIn } from '../../server/public/take-in.ts'
import { connect } from '../../server/store/driver.ts'
import { openStore } from '../../server/store/open-store.ts'
import { named, priced } from '../tools/named-city.ts'
import { servedCity, servedToPublic, type ServedCity } from '../tools/served-city.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'
import { venueAsking } from '../tools/venue-asking.ts'
import { isVenue, venueCity } from '../tools/venue-city.ts'

const folder = temporaryFolder()
const outlines = { outlines: true, now: new Date('2026-11-21T11:30:00.000Z') }

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
