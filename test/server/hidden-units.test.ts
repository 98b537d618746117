import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import { heatLayers } from '../../geodata/contract/heat.ts'
import { roles, type Role } from '../../geodata/contract/exchange.ts'
import { tileLayers } from '../../geodata/contract/meta.ts'
import { editableKinds, type CityRecord } from '../../geodata/model/city.ts'
import { registerList } from '../../geodata/model/registerList.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { writePublicFile } from '../../server/public/public-file.ts'
import { connect } from '../../server/store/driver.ts'
import { shanghaiDay } from '../../server/store/day.ts'
import { maximumZoom, minimumZoom } from '../../server/tiles/encode-layer.ts'
import { unitsEast, unitsSouth } from '../../server/tiles/mercator.ts'
import { change, taken } from '../tools/edits.ts'
import { entry, organisation as organisationOf } from '../tools/registers.ts'
import { servedAgain, servedCity, type ServedCity } from '../tools/served-city.ts'
import { at, building, facility, smallBox, smallIdentity, smallRecords } from '../tools/small-city.ts'

/** Each stands in an id or a name of something that nobody may know of; nothing else in the city holds these letters. */
const markers = {
  unit: 'QXZVUNITA', unitName: 'QXZVUNITB', listed: 'QXZVLISTA', listedName: 'QXZVLISTB', site: 'QXZVSITEA', siteName: 'QXZVSITEB', listedSite: 'QXZVSITEC', listedSiteName: 'QXZVSITED', deniedSite: 'QXZVSITEE', deniedSiteName: 'QXZVSITEF',
  organisation: 'QXZVORGAA', organisationName: 'QXZVORGAB', gate: 'QXZVGATEA', gateName: 'QXZVGATEB', house: 'QXZVHOUSA', houseName: 'QXZVHOUSB', earlier: 'QXZVHISTA',
  offer: 'QXZVOFFEA', offerName: 'QXZVOFFEB', offerText: 'QXZVOFFEC', seat: 'QXZVSEATA', seatName: 'QXZVSEATB', tenure: 'QXZVTENUA', committee: 'QXZVCOMMA', committeeName: 'QXZVCOMMB', committeeSeat: 'QXZVSEATC', committeeMeeting: 'QXZVROUNA',
  saying: 'QXZVSAYSA', sayingText: 'QXZVSAYSB', tower: 'QXZVTOWRA', towerName: 'QXZVTOWRB', firm: 'QXZVFIRMA', firmName: 'QXZVFIRMB', plaque: 'QXZVPLAQA', plaqueName: 'QXZVPLAQB', slotName: 'QXZVSLOTB', item: 'QXZVITEMA', itemName: 'QXZVITEMB', claim: 'QXZVCLAIA', claimName: 'QXZVCLAIB',
  task: 'QXZVTASKA', taskName: 'QXZVTASKB', branch: 'QXZVBRANA', branchName: 'QXZVBRANB', event: 'QXZVEVENA', eventCategory: 'QXZVEVENB', earlierRow: 'QXZVHISTB',
} as const
const stem = 'QXZV'
const west = '110105001001', east = '110105001002'
const branchFields = { tier: 'community', form: 'branch', members: 40, retiredMembers: null, standardsMet: null, model: null, termEnd: null, underRepair: null } as const

const validity = { validFrom: null, validTo: null, source: 'drawn by hand', date: '2026-10-01' }
const hidden: CityRecord[] = [
  { kind: 'unit', record: { id: markers.unit, name: `${markers.unitName}院`, nature: 'government', position: at(4, 3), community: '110105001001', ...validity } },
  { kind: 'unit', record: { id: markers.listed, name: `${markers.listedName}院`, nature: 'government', position: at(6, 3), community: '110105001001', ...validity } },
  { kind: 'facility', record: facility(markers.site, 'canteen', 4, 2.2, { name: markers.siteName, unit: markers.unit }) },
  { kind: 'facility', record: facility(markers.listedSite, 'clinic', 6, 2.2, { name: markers.listedSiteName, unit: markers.listed }) },
  { kind: 'facility', record: facility(markers.deniedSite, 'market', 7, 2.2, { name: markers.deniedSiteName }) },
  { kind: 'organisation', record: organisationOf(markers.organisation, { name: markers.organisationName, creditCode: '91350100M000100Y43', position: at(4, 3.5), community: '110105001001', unit: markers.listed }) },
  { kind: 'gate', record: { id: markers.gate, name: markers.gateName, position: at(4, 2), estate: null, locked: 'never', source: 'drawn by hand', date: null } },
  { kind: 'building', record: building(markers.house, 4, 3, { name: markers.houseName }) },
  // Rows about a hidden unit, and what names them.
  { kind: 'entry', record: entry(markers.offer, 'serviceOffer', { kind: markers.offerText, audience: 'everyone', way: 'claimed', timesAYear: 4 }, { name: markers.offerName, area: west, unit: markers.unit }) },
  { kind: 'entry', record: entry(markers.seat, 'seat', { committee: 'row-1', number: 8, category: 'institution', role: 'seatMember', post: null, appointedBy: null }, { name: markers.seatName, unit: markers.listed }) },
  { kind: 'entry', record: entry(markers.tenure, 'tenure', { seat: markers.seat, exitReason: null }, { name: '任期', validFrom: '2025-01-01' }) },
  { kind: 'entry', record: entry(markers.item, 'listItem', { list: 'need', category: '助老', detail: null, capacity: 5, until: null, open: true }, { name: markers.itemName, area: west, unit: markers.listed, position: at(4, 3) }) },
  { kind: 'entry', record: entry(markers.claim, 'claim', { item: markers.item, resource: 'row-4', by: 'community', state: 'claimed', day: '2026-05-01', walkMetres: 200 }, { name: markers.claimName, area: west }) },
  { kind: 'entry', record: entry(markers.task, 'task', { origin: 'vacancy', subject: markers.seat, owner: '手绘街道', due: '2026-08-01', state: 'open', opened: '2026-05-01', closed: null, measure: 'vacancies', before: 1, after: null, note: null }, { name: markers.taskName, area: west }) },
  { kind: 'entry', record: entry(markers.branch, 'partyOrganisation', { ...branchFields, parent: null }, { name: markers.branchName, area: west, unit: markers.unit }) },
  // Rows that name a hidden site.
  { kind: 'entry', record: entry(markers.plaque, 'plaque', { facility: markers.site, kind: 'modelSite', direction: 'unitToCommunity', squareMetres: 60, cost: null }, { name: markers.plaqueName, area: west }) },
  { kind: 'entry', record: entry('slot-hidden', 'slot', { slot: 'library', state: 'built', facility: markers.listedSite, squareMetres: 60, builtYear: 2020, batchYear: null, cost: null, fund: null }, { name: markers.slotName, area: west }) },
  // Rows whose own words are denied, and what belongs to them.
  { kind: 'entry', record: entry(markers.committee, 'committee', { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30', brand: null }, { name: markers.committeeName, area: east }) },
  { kind: 'entry', record: entry(markers.committeeSeat, 'seat', { committee: markers.committee, number: 1, category: 'institution', role: 'seatMember', post: null, appointedBy: null }, { name: '一号席位', unit: 'unit-1' }) },
  { kind: 'entry', record: entry(markers.committeeMeeting, 'byElection', { committee: markers.committee, date: null, seats: [markers.committeeSeat], method: 'otherUnit', status: 'planned' }, { name: '增补' }) },
  { kind: 'entry', record: entry(markers.saying, 'document', { kind: 'pledge', present: true, squareMetres: null }, { name: markers.sayingText, area: west }) },
  { kind: 'entry', record: entry(markers.tower, 'carrier', { kind: 'tower', alsoIn: null, floors: 9, building: null }, { name: markers.towerName, area: west, position: at(5, 3) }) },
  { kind: 'organisation', record: organisationOf(markers.firm, { name: markers.firmName, community: west, carrier: markers.tower, organised: 'none', operating: 'operating', employees: 60 }) },
  { kind: 'eventCount', record: { id: markers.event, stream: 'request', month: '2026-05', category: `${markers.eventCategory}军营噪声`, area: west, position: null, times: 40, people: null, responded: 40, resolved: 20, satisfied: 10, source: 'drawn by hand', date: null } },
]
/** Rows that are everyone's, one of which has once been about a hidden unit. */
const rows: CityRecord[] = [
  { kind: 'entry', record: entry('row-1', 'committee', { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30', brand: null }, { name: '西社区大党委', area: west }) },
  { kind: 'entry', record: entry('row-2', 'seat', { committee: 'row-1', number: 1, category: 'institution', role: 'seatMember', post: null, appointedBy: null }, { name: '一号席', unit: 'unit-1' }) },
  { kind: 'entry', record: entry('row-3', 'serviceOffer', { kind: '义诊', audience: 'everyone', way: 'claimed', timesAYear: 4 }, { name: '义诊', area: west }) },
  { kind: 'entry', record: entry('row-4', 'listItem', { list: 'resource', category: '助老', detail: null, capacity: 5, until: null, open: true }, { name: '食堂座位', area: west, position: at(5, 3) }) },
  { kind: 'eventCount', record: { id: 'event-1', stream: 'request', month: '2026-05', category: '停车', area: west, position: null, times: 40, people: null, responded: 40, resolved: 20, satisfied: 10, source: 'drawn by hand', date: null } },
]
/** What makes the rest of them denied: names that a load would not bring in today. */
const denied = [['unit', markers.unit], ['facility', markers.deniedSite], ['gate', markers.gate], ['building', markers.house], ['entry', markers.committee], ['entry', markers.tower]] as const

const organisation: CityRecord = { kind: 'organisation', record: organisationOf('org-1', { name: '手绘科技', position: at(5, 3), community: '110105001001' }) }
const visibleIds = ['row-1', 'row-2', 'row-3', 'row-4', 'canteen-west', 'unit-1', 'org-1', 'gate-1', 'home-0', '@0', '110105001001', '110105']

let city: ServedCity
let headers: Record<Role, Record<string, string>>

beforeAll(async () => {
  const first = await servedCity(null)
  const { store } = first
  await store.load({ identity: { ...smallIdentity, demo: true }, records: [...smallRecords, organisation, ...rows, ...hidden], catalogue, actor: 'test', replace: false })
  // What is hidden later has a history, and a site that is everyone's today once belonged to it.
  for (const id of [markers.site, markers.listedSite]) taken(await change(store, 'facility', id, { phone: '010-62770000' }))
  taken(await change(store, 'facility', 'canteen-west', { unit: markers.listed, name: markers.earlier }))
  taken(await change(store, 'facility', 'canteen-west', { unit: null, name: '西食堂' }))
  for (const id of [markers.seat, markers.item, markers.claim]) taken(await change(store, 'entry', id, { source: '社区台账' }))
  taken(await change(store, 'entry', 'row-3', { unit: markers.listed, name: markers.earlierRow }))
  taken(await change(store, 'entry', 'row-3', { unit: null, name: '义诊' }))
  await store.hideUnit(markers.listed, 'test')
  const connection = connect(first.path, 512)
  for (const [table, id] of denied) connection.prepare(`UPDATE ${table} SET name = name || '部队' WHERE id = ?`).run(id)
  // Denied by a word of its fields alone.
  connection.prepare("UPDATE entry SET fields = json_set(fields, '$.kind', '部队公约') WHERE id = ?").run(markers.saying)
  connection.close()
  city = await servedAgain(first)
  headers = { public: {}, leader: await city.logIn('leader'), planner: await city.logIn('planner'), editor: await city.logIn('editor', ['110105']), administrator: await city.logIn('administrator') }
}, 60_000)

test('the markers are in the database, every one', async () => {
  expect(Object.values(markers).filter((marker) => !marker.startsWith(stem))).toEqual([])
  const stored: string[] = []
  for (const kind of editableKinds) {
    for (const record of await city.store.records(kind, { limit: 1000 })) stored.push(JSON.stringify([record, await city.store.history(kind, record.id, { limit: 100 })]))
  }
  for await (const event of city.store.eventCounts()) stored.push(JSON.stringify(event))
  expect(Object.values(markers).filter((marker) => !stored.join().includes(marker))).toEqual([])
})

describe.each(roles)('as %s', (role) => {
  test('no exchange answers with any of them, whatever is asked', async () => {
    let answered = 0, found = 0
    for (const exchange of Object.values(exchanges)) {
      if (['tile', 'events', 'exportStart', 'rebuildStart'].includes(exchange.name)) continue
      for (const request of requestsOf(exchange)) {
        const response = await city.app.request(request.path, { method: exchange.method, headers: { ...headers[role], ...request.headers }, ...(request.body !== undefined && { body: request.body }) })
        const text = textOf(await response.bytes())
        if (response.status < 300) answered++
        if (text.includes('canteen-west')) found++
        expect([exchange.name, request.path, leaks(text + JSON.stringify([...response.headers]), request.path + (request.body ?? ''))]).toEqual([exchange.name, request.path, []])
        if (exchange.name === 'logOut') headers[role] = role === 'public' ? {} : await city.logIn(role)
      }
    }
    expect(answered).toBeGreaterThan(10)
    // The search would find what is everyone's.
    if (role !== 'public' && role !== 'leader') expect(found).toBeGreaterThan(3)
  }, 240_000)

  test('no tile holds any of them', async () => {
    let tiles = 0, found = 0
    for (let zoom = minimumZoom; zoom <= maximumZoom; zoom++) {
      for (const [column, row] of tilesAt(zoom)) {
        for (const layer of tileLayers) {
          const response = await city.app.request(`/tiles/${layer}/${zoom}/${column}/${row}.pbf`, { headers: headers[role] })
          const text = textOf(await response.bytes())
          if (response.status === 200) tiles++
          if (text.includes('canteen-west')) found++
          expect([layer, zoom, leaks(text, '')]).toEqual([layer, zoom, []])
        }
      }
    }
    expect(Math.min(tiles, found)).toBeGreaterThan(0)
  }, 240_000)
})

describe.each(['editor', 'administrator'] as const)('files that jobs write for an %s', (role) => {
  const lists = [...editableKinds.filter((kind) => kind !== 'entry').map((kind) => ({ kind, sheet: undefined })), ...(['committee', 'seat', 'serviceOffer', 'listItem'] as const).map((sheet) => ({ kind: 'entry', sheet }))]
  test.each(lists)('list of $kind $sheet in every format', async ({ kind, sheet }) => {
    let found = 0
    for (const format of ['csv', 'xlsx', 'geojson']) {
      const started = await city.app.request('/api/v1/exports?area=110105', { method: 'POST', headers: { ...headers[role], 'content-type': 'application/json' }, body: JSON.stringify({ kind, sheet, format }) })
      const { id } = (await started.json()) as { id: string }
      for (let state = 'queued'; state === 'queued' || state === 'running';) {
        const answer = await (await city.app.request(`/api/v1/jobs/${id}`, { headers: headers[role] })).text()
        expect(leaks(answer, '')).toEqual([])
        state = (JSON.parse(answer) as { state: string }).state
        await new Promise((resolve) => { setTimeout(resolve, 20) })
      }
      const text = textOf(await (await city.app.request(`/api/v1/jobs/${id}/result`, { headers: headers[role] })).bytes())
      if (visibleIds.some((one) => text.includes(one))) found++
      expect([format, leaks(text, '')]).toEqual([format, []])
    }
    expect(found).toBe(3)
  }, 240_000)
})

test('the file for the public holds none of them', async () => {
  const file = `${city.path}.public`
  await writePublicFile(city.store, file, { outlines: true, now: new Date('2026-11-21T11:30:00.000Z') })
  const text = readFileSync(file).toString('latin1')
  expect([leaks(text, ''), text.includes('canteen-west'), text.includes('home-0')]).toEqual([[], true, true])
})

test('a credit code that one of them has is taken, and whose it is stays unsaid', async () => {
  const body = JSON.stringify({ name: '另一家公司', kind: 'enterprise', community: '110105001001', creditCode: '91350100M000100Y43' })
  const response = await city.app.request('/api/v1/organisations', { method: 'POST', headers: { ...headers.administrator, 'content-type': 'application/json' }, body })
  const text = await response.text()
  expect([response.status, text.includes('takenCreditCode'), leaks(text, body)]).toEqual([400, true, []])
})

test('a unit that only one of them names is in use, and what names it stays unsaid', async () => {
  const made = await city.app.request('/api/v1/units', { method: 'POST', headers: { ...headers.administrator, 'content-type': 'application/json' }, body: JSON.stringify({ id: 'unit-9', name: '某院', nature: 'government', position: at(4, 3) }) })
  const connection = connect(city.path, 512)
  connection.prepare('UPDATE facility SET unit = ? WHERE id = ?').run('unit-9', markers.deniedSite)
  connection.close()
  const response = await city.app.request('/api/v1/units/unit-9', { method: 'DELETE', headers: { ...headers.administrator, 'if-match': made.headers.get('etag') ?? '' } })
  const text = await response.text()
  expect([response.status, text.includes('inUse'), leaks(text, '')]).toEqual([409, true, []])
})

test('the event stream says nothing of them when one of them is edited', async () => {
  const response = await city.app.request('/api/v1/events', { headers: headers.administrator })
  const reader = response.body?.getReader()
  const first = new TextDecoder().decode((await reader?.read())?.value)
  await city.store.hideUnit('unit-1', 'test')
  await city.world.refresh()
  const second = new TextDecoder().decode((await reader?.read())?.value)
  await reader?.cancel()
  expect(first + second).toContain('revision')
  expect(leaks(first + second, '')).toEqual([])
})

test('a unit hidden while the server runs is gone from every answer at once, and back when it is shown again', async () => {
  const asked = async (): Promise<string[]> => [
    await (await city.app.request('/api/v1/units', { headers: headers.administrator })).text(), textOf(await (await city.app.request('/api/v1/packs/110105', { headers: headers.administrator })).bytes()),
    await (await city.app.request('/api/v1/search?q=某机关', { headers: headers.public })).text(), await (await city.app.request('/api/v1/venues?building=home-9')).text(),
  ]
  await city.store.showUnit('unit-1', 'test')
  await city.world.refresh()
  expect((await asked()).map((text) => /unit-1|canteen-staff/.test(text))).toEqual([true, true, true, true])
  await city.store.hideUnit('unit-1', 'test')
  await city.world.refresh()
  expect((await asked()).map((text) => /unit-1|canteen-staff/.test(text))).toEqual([false, false, false, false])
})

type Request = { path: string; headers: Record<string, string>; body?: string }
type Served = (typeof exchanges)[keyof typeof exchanges]

const categories = ['canteen', 'clinic', 'market']

/** Every record that is hidden and some that are not, in every place of the path, and the parameters that lists, analyses and searches take. */
function requestsOf(exchange: Served): Request[] {
  const paths = exchange.path.includes(':') ? [...visibleIds, ...(exchange.name.startsWith('register') ? registerList.map(({ code }) => code) : []), ...Object.values(markers)].map((id) => exchange.path.replace(/:(id|code|area)\b/, encodeURIComponent(id)).replace(/:kind\b/, 'facility')) : [exchange.path]
  const known = Object.keys(exchange.query.shape)
  const queries: Record<string, string>[] = [{}]
  if (known.includes('category')) for (const category of categories) queries.push({ category }, { category, metres: '300' }, { category, area: '110105001001' }, { category, asOf: shanghaiDay() })
  if (known.includes('format') && known.includes('category')) for (const format of ['csv', 'xlsx', 'geojson']) for (const category of categories) queries.push({ category, format, metres: '100' })
  if (known.includes('q')) for (const q of ['手绘', '院', '部队', 'canteen', '食堂', stem, ...Object.values(markers)]) queries.push({ q })
  if (known.includes('refers')) for (const id of Object.values(markers)) queries.push({ refers: id }, { unit: id })
  if (known.includes('month')) queries.push({ month: '2026-05' }, { month: '2026-05', ...(known.includes('area') && { area: '110105001001' }) })
  if (known.includes('layer')) for (const layer of heatLayers) queries.push({ layer }, { layer, shape: 'community', from: '2026-05', to: '2026-05' })
  if (known.includes('subject')) for (const subject of [markers.seat, markers.firm, markers.item, 'row-2']) queries.push({ origin: 'vacancy', subject }, { origin: 'need', subject }, { origin: 'uncoveredFirm', subject })
  if (known.includes('list')) for (const list of ['uncovered', 'dispatch']) queries.push({ list })
  if (known.includes('format')) for (const format of ['json', 'csv', 'xlsx', 'geojson']) queries.push({ format })
  if (known.includes('area')) queries.push({ area: '110105' })
  if (known.includes('near')) queries.push({ near: '116.404,39.902' })
  if (known.includes('building')) for (const building of ['home-0', markers.house]) queries.push({ building, ...(known.includes('wish') && { wish: 'eat', halal: 'yes' }) }, { building, audience: 'staff', age: '72', resident: west, ...(known.includes('admits') && { admits: 'yes', open: 'now' }) })
  const bodies = exchange.body === undefined ? [undefined] : bodiesFor(exchange.name)
  // A register that is none is refused before what is asked of it is read.
  const none = (path: string): boolean => exchange.path.includes(':') && exchange.name.startsWith('register') && !registerList.some(({ code }) => path === exchange.path.replace(':code', code))
  return paths.flatMap((path) => queries.slice(0, none(path) ? 1 : undefined).flatMap((query) => bodies.map((body) => ({
    path: Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(exchange.guarded && { 'if-match': '"x"' }) }, ...(body !== undefined && { body }),
  }))))
}

function bodiesFor(name: string): string[] {
  if (name === 'logIn' || name === 'passwordChange') return [JSON.stringify({ name: 'nobody', password: 'x', current: 'x', next: 'y' })]
  return ['{}', JSON.stringify({ name: '新名字' }), JSON.stringify({ unit: markers.unit }), JSON.stringify({ id: markers.site, name: '新', category: 'canteen', position: at(4, 2.2) }), JSON.stringify({ change: 1, state: 'before' })]
}

/** As it came, unpacked where it is packed. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textOf(gunzipSync(bytes))
  const plain = Buffer.from(bytes).toString()
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? plain + Object.entries(unzipSync(bytes)).map(([name, part]) => name + strFromU8(part)).join() : plain
}

/** Markers in a text that were not in what was asked. Each begins with the stem. */
const leaks = (text: string, asked: string): string[] => (text.includes(stem) ? Object.values(markers).filter((marker) => text.includes(marker) && !decodeURIComponent(asked).includes(marker)) : [])

function tilesAt(zoom: number): [number, number][] {
  const [west, south, east, north] = smallBox
  const columnOf = (lon: number): number => Math.floor(unitsEast(lon) / 2 ** (31 - zoom)), rowOf = (lat: number): number => Math.floor(unitsSouth(lat) / 2 ** (31 - zoom))
  const tiles: [number, number][] = []
  for (let column = columnOf(west); column <= columnOf(east); column++) for (let row = rowOf(north); row <= rowOf(south); row++) tiles.push([column, row])
  return tiles
}
