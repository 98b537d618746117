import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect, type SqlValue } from '../../../server/store/driver.ts'
import { hilbertRank } from '../../../server/store/hilbert.ts'
import { migrations } from '../../../server/store/migrate.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { encodeLine, encodeMultiPolygon } from '../../../server/store/shape-blob.ts'
import { change, taken } from '../../tools/edits.ts'
import { at, building, facility } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const path = join(temporaryFolder(), 'structure-1.sqlite')
const home = building('home', 1, 3)
const { phone: _, ...clinic } = facility('clinic', 'clinic', 1, 1, { hours: '08:00-17:00' })

/** A database as the first release wrote it: one load, then one edit of a site and one of a building. */
function writeStructure1(): void {
  const connection = connect(path)
  connection.exec(migrations()[0].sql)
  connection.pragma('user_version = 1')
  const insert = (table: string, row: Record<string, SqlValue>): void => {
    connection.prepare(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`).run(...Object.values(row))
  }
  const from = { source: 'drawn by hand', date: '2026-10-01' }
  insert('city', { only: 1, name: '旧库', demo: 0, coding: 'text', attribution: '', map_approval: '', source_date: '2026-10-01' })
  insert('catalogue', { only: 1, version: '1' })
  insert('category', { code: 'clinic', rank: 0, name: '诊所', name_en: 'clinic', default_group: 'all', glyph: 'clinic', colour: 1, minutes: '[5,10,15]', source: '', confirmed: 0 })
  insert('version', { name: 'geometry', value: 3 })
  insert('version', { name: 'category:clinic', value: 2 })
  insert('facility', { id: 'clinic', name: 'clinic', category: 'clinic', lon: 1164010000, lat: 399010000, unit: null, seats: null, spare_seats: null, square_metres: null, step_free: null, valid_from: null, valid_to: null, ...from })
  insert('facility_admission', { facility: 'clinic', audience: 'everyone', min_age: null, max_age: null, only_areas: '[]', valid_from: null, valid_to: null })
  insert('facility_hours', { facility: 'clinic', hours: null, valid_from: null, valid_to: '2026-11-01' })
  // What the first release wrote when hours were changed that were to hold from a later day.
  insert('facility_hours', { facility: 'clinic', hours: '24/7', valid_from: '2027-01-01', valid_to: '2026-11-01' })
  insert('facility_hours', { facility: 'clinic', hours: '08:00-17:00', valid_from: '2026-11-01', valid_to: null })
  insert('building', {
    id: 'home', hilbert: hilbertRank([116.4012, 39.9031]), code: null, name: 'home', footprint: encodeMultiPolygon(home.footprint), storeys: 6, use: 'residential', estate: null, grid: null, entrances: encodeLine(home.entrances),
    residents_all: 100, residents_over60: 20, residents_over80: 5, residents_children: 10, households: 40, basis: 'permanent', counted: 1, residents_source: 'drawn by hand', residents_date: '2026-10-01', ...from,
  })
  const [west, south, east, north] = [...at(1, 3), ...at(1.4, 3.2)].map((degrees) => Math.round(degrees * 1e7))
  insert('building_box', { key: 1, west, south, east, north })
  const log = (action: string, kind: string | null, record: string | null, before: unknown, after: unknown, counts: unknown): void =>
    insert('change_log', { at: '2026-11-01T02:00:00.000Z', actor: '张三', action, kind, record, before: before === null ? null : JSON.stringify(before), after: after === null ? null : JSON.stringify(after), counts: counts === null ? null : JSON.stringify(counts) })
  log('load', null, null, null, null, { added: { facility: 1, building: 1 } })
  log('edit', 'facility', 'clinic', { ...clinic, hours: null }, clinic, null)
  log('edit', 'building', 'home', { ...home, residents: null }, home, null)
  connection.close()
}

test('a database of the first release is brought up to date with its records, its log and its past', async () => {
  writeStructure1()
  const store = await openStore(path, { now: () => new Date('2026-11-22T02:00:00Z') })
  expect(await store.record('facility', 'clinic')).toEqual({ ...clinic, phone: null })
  expect(await store.record('building', 'home')).toMatchObject({ id: 'home', residents: home.residents })
  expect((await store.changes(9)).map(({ id, action, kind, actor }) => [id, action, kind, actor])).toEqual([[3, 'change', 'building', '张三'], [2, 'change', 'facility', '张三'], [1, 'load', null, '张三']])
  expect(await store.history('facility', 'clinic', { limit: 9 })).toMatchObject([{ id: 2, before: { hours: null, phone: null }, after: { hours: '08:00-17:00', phone: null } }])
  expect((await store.history('building', 'home', { limit: 9 }))[0].after).toEqual(await store.record('building', 'home'))
  expect([await store.known(), (await store.versions()).geometry, await store.faults()]).toEqual([{ from: '2026-11-01', to: '2026-11-22' }, 3, []])

  taken(await change(store, 'facility', 'clinic', { hours: '09:00-17:00', phone: '010-6500 0000' }))
  expect([await store.before('2026-11-21'), await store.faults()]).toEqual([[{ kind: 'facility', id: 'clinic', record: { ...clinic, phone: null } }], []])
  store.close()

  const connection = connect(path)
  expect(connection.prepare('SELECT hours, valid_from, valid_to FROM facility_hours ORDER BY key').raw().all()).toEqual([[null, null, '2026-11-01'], ['08:00-17:00', '2026-11-01', '2026-11-22'], ['09:00-17:00', '2026-11-22', null]])
  expect(connection.pragma('user_version', { simple: true })).toBe(migrations().length)
  connection.close()
})

test('nothing is ever taken out of the change log, not even past the store', () => {
  const connection = connect(path)
  expect(() => connection.exec('DELETE FROM change_log')).toThrow('only ever added to')
  expect(() => connection.exec("UPDATE change_log SET actor = 'nobody'")).toThrow('only ever added to')
  connection.close()
})
