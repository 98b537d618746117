import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyOffer } from '../../../geodata/model/offer.ts'
import { unsaid } from '../../../geodata/model/organisation.ts'
import { connect, type SqlValue } from '../../../server/store/driver.ts'
import { migrations } from '../../../server/store/migrate.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { add, change, restore, taken } from '../../tools/edits.ts'
import { entry } from '../../tools/registers.ts'
import { at } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = temporaryFolder()
const from = { source: 'drawn by hand', date: '2026-10-01' }
const firm = { id: 'firm', name: '望澜软件', kind: 'enterprise', creditCode: '91350100M000100Y43', position: at(3, 3), community: 'west', unit: 'office', validFrom: null, validTo: null, ...from }
const club = { id: 'club', name: '棋社', kind: 'socialOrganisation', creditCode: null, position: null, community: null, unit: null, validFrom: '2020-01-01', validTo: null, ...from }

type Insert = (table: string, row: Record<string, SqlValue>) => void

/** A database of that structure, filled by hand. */
function written(name: string, structure: number, fill: (insert: Insert) => void): string {
  const path = join(folder, name)
  const connection = connect(path)
  for (const { sql } of migrations().slice(0, structure)) connection.exec(sql)
  connection.pragma(`user_version = ${structure}`)
  const insert: Insert = (table, row) => { connection.prepare(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`).run(...Object.values(row)) }
  insert('city', { only: 1, name: '旧库', demo: 0, coding: 'text', attribution: '', map_approval: '', source_date: '2026-10-01' })
  insert('catalogue', { only: 1, version: '2' })
  insert('change_log', { at: '2026-11-01T02:00:00.000Z', actor: '张三', action: 'load', kind: null, record: null, before: null, after: null, counts: '{"added":{"organisation":2}}', whole: 1 })
  fill(insert)
  connection.close()
  return path
}

test('organisations from before more was known of them keep what they said, their log and their past', async () => {
  const path = written('structure-2.sqlite', 2, (insert) => {
    const [lon, lat] = at(3, 3).map((degrees) => Math.round(degrees * 1e7))
    insert('area', { code: 'west', level: 'community', name: '西社区', parent: null, boundary: null, ...from })
    insert('unit', { id: 'office', name: '写字楼', nature: 'other', lon, lat, community: null, valid_from: null, valid_to: null, ...from })
    insert('organisation', { id: 'firm', name: firm.name, kind: firm.kind, credit_code: firm.creditCode, lon, lat, community: 'west', unit: 'office', valid_from: null, valid_to: null, ...from })
    insert('organisation', { id: 'club', name: club.name, kind: club.kind, credit_code: null, lon: null, lat: null, community: null, unit: null, valid_from: '2020-01-01', valid_to: null, ...from })
    insert('version', { name: 'text', value: 4 })
    insert('change_log', { at: '2026-11-02T02:00:00.000Z', actor: '李四', action: 'change', kind: 'organisation', record: 'firm', before: JSON.stringify({ ...firm, name: '望澜' }), after: JSON.stringify(firm), counts: null, whole: 0 })
  })
  const store = await openStore(path, { now: () => new Date('2026-11-22T02:00:00Z') })
  expect([await store.record('organisation', 'firm'), await store.record('organisation', 'club')]).toEqual([{ ...firm, ...unsaid }, { ...club, ...unsaid }])
  expect(await store.history('organisation', 'firm', { limit: 9 })).toMatchObject([{ actor: '李四', before: { name: '望澜', operating: null, alsoScenes: [] }, after: { name: '望澜软件', carrier: null } }])
  expect([(await store.before('2026-11-01')).map(({ id, record }) => [id, record?.name]), (await store.versions()).text, await store.faults()]).toEqual([[['firm', '望澜']], 4, []])
  // References still lead somewhere, and everything new can be said.
  taken(await change(store, 'organisation', 'firm', { operating: 'operating', employees: 30, members: 3 }))
  taken(await add(store, 'entry', entry('row', 'partyOrganisation', { tier: 'city', form: 'committee', parent: null, members: null, retiredMembers: null, standardsMet: null, model: null, termEnd: null, underRepair: null }, { unit: 'office' })))
  expect([(await store.versions()).registers, await store.faults()]).toEqual([2, []])
  store.close()
})

test('rows from before it was written down what they name are in use all the same', async () => {
  const path = written('structure-3.sqlite', 3, (insert) => {
    const row = (id: string, sheet: string, fields: object, area: string | null = null): void => insert('entry', { id, sheet, name: id, area, unit: null, lon: null, lat: null, fields: JSON.stringify(fields), valid_from: null, valid_to: null, ...from })
    row('committee', 'committee', { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30' }, 'west')
    row('seat', 'seat', { committee: 'committee', number: 1, category: 'police', role: 'member', post: null, appointedBy: null })
    row('round', 'byElection', { committee: 'committee', date: null, seats: ['seat'], method: 'sameUnit', status: 'planned' })
    row('register', 'placeRegister', { level: 'village', parent: '柳浦镇', urban: false, central: false, form: null, greatCommittee: null })
  })
  const store = await openStore(path)
  // What the sheet lets be unsaid is null, though nobody wrote it.
  expect(await store.record('entry', 'committee')).toMatchObject({ fields: { brand: null } })
  expect(await store.faults()).toEqual([])
  const connection = connect(path)
  expect(connection.prepare('SELECT target, kind, entry FROM entry_reference ORDER BY entry, target').raw().all()).toEqual([['committee', 'entry', 'round'], ['seat', 'entry', 'round'], ['committee', 'entry', 'seat']])
  connection.close()
  store.close()
})

test('a site from before anything was offered keeps its log and its past, and may be put back as it was', async () => {
  const canteen = { id: 'canteen', name: '食堂', category: 'canteen', position: at(3, 3), unit: null, admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }, hours: null, phone: null, capacity: { seats: null, spareSeats: null, squareMetres: null }, stepFree: null, validFrom: null, validTo: null, ...from }
  const path = written('structure-4.sqlite', 4, (insert) => {
    const [lon, lat] = at(3, 3).map((degrees) => Math.round(degrees * 1e7))
    insert('category', { code: 'canteen', rank: 0, name: '社区食堂', name_en: 'canteen', default_group: 'all', glyph: 'x', colour: 0, minutes: '[10]', source: 'x', confirmed: 0 })
    insert('facility', { id: 'canteen', name: '食堂', category: 'canteen', lon, lat, unit: null, seats: null, spare_seats: null, square_metres: null, step_free: null, valid_from: null, valid_to: null, ...from })
    insert('facility_admission', { facility: 'canteen', audience: 'everyone', min_age: null, max_age: null, only_areas: '[]', valid_from: null, valid_to: null })
    insert('facility_hours', { facility: 'canteen', hours: null, valid_from: null, valid_to: null })
    insert('change_log', { at: '2026-11-02T02:00:00.000Z', actor: '李四', action: 'change', kind: 'facility', record: 'canteen', before: JSON.stringify({ ...canteen, name: '旧食堂' }), after: JSON.stringify(canteen), counts: null, whole: 0 })
  })
  const store = await openStore(path, { now: () => new Date('2026-11-22T02:00:00Z') })
  const whole = { ...canteen, offer: emptyOffer, suspensions: [] }
  expect(await store.record('facility', 'canteen')).toEqual(whole)
  expect([await store.faults(), (await store.before('2026-11-01')).map(({ record }) => record)]).toEqual([[], [{ ...whole, name: '旧食堂' }]])
  // An offer is part of what stood: it goes into the log, and comes back from there.
  const offer = { ...emptyOffer, prices: [{ what: '午餐', minAge: 60, maxAge: null, yuan: 12 }], checked: { day: '2026-11-20', by: '西社区' } }
  const suspensions = [{ from: '2026-11-22T08:00:00+08:00', until: null, reason: '<script>' }]
  taken(await change(store, 'facility', 'canteen', { offer, suspensions }))
  taken(await change(store, 'facility', 'canteen', { offer: emptyOffer, suspensions: [] }))
  const [last, first] = await store.history('facility', 'canteen', { limit: 2 })
  expect([last.before, first.before, first.after]).toEqual([{ ...whole, offer, suspensions }, whole, { ...whole, offer, suspensions }])
  taken(await restore(store, 'facility', 'canteen', last.before))
  expect([await store.record('facility', 'canteen'), await store.faults()]).toEqual([{ ...whole, offer, suspensions }, []])
  store.close()
})
