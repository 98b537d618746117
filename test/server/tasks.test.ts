import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import { tell, type PageHeaders } from '../tools/accounts.ts'
import { entry, organisation } from '../tools/registers.ts'
import { servedCity } from '../tools/served-city.ts'
import { at, smallIdentity, smallRecords } from '../tools/small-city.ts'

const west = '110105001001', east = '110105001002'
const task = (id: string, more: Partial<Entry['fields']>, area = west): Entry =>
  entry(id, 'task', { origin: 'other', subject: area, owner: '西社区', due: '2020-03-01', state: 'open', opened: '2020-01-01', closed: null, measure: 'none', before: null, after: null, note: null, ...more }, { area })
const item = (id: string, list: 'need' | 'resource', category: string, east_: number, more: { capacity?: number | null; open?: boolean } = {}): Entry =>
  entry(id, 'listItem', { list, category, detail: null, capacity: more.capacity ?? null, until: null, open: more.open ?? true }, { area: east_ < 11 ? west : east, position: at(east_, 2.2) })

const entries: Entry[] = [
  entry('committee', 'committee', { level: 'community', termStart: '2020-01-01', termEnd: '2090-01-01', brand: null }, { area: west }),
  entry('seat-1', 'seat', { committee: 'committee', number: 1, category: 'police', role: 'member', post: null, appointedBy: null }),
  entry('slot-station', 'slot', { slot: 'station', state: 'missing', facility: null, squareMetres: null, builtYear: null, batchYear: null, cost: null, fund: null }, { area: west }),
  entry('slot-square', 'slot', { slot: 'square', state: 'built', facility: null, squareMetres: 400, builtYear: null, batchYear: null, cost: null, fund: null }, { area: west }),
  task('late', { due: '2020-03-01' }), task('later', { due: '2020-02-01', owner: '某街道' }, east), task('coming', { due: '2090-01-01' }), task('closed', { state: 'done', closed: '2020-02-02' }),
  item('need-near', 'need', '活动场地', 2), item('need-far', 'need', '活动场地', 20), item('need-other', 'need', '停车', 2),
  item('room-west', 'resource', '活动场地', 5, { capacity: 30 }), item('room-small', 'resource', '活动场地', -1, { capacity: 5 }), item('room-shut', 'resource', '活动场地', 3, { open: false }),
]
const records: CityRecord[] = [...smallRecords, ...entries.map((record) => ({ kind: 'entry', record }) as const), { kind: 'organisation', record: organisation('firm', { community: west, organised: 'none', work: 'none' }) }]
const { app, logIn } = await servedCity({ identity: smallIdentity, records })
const editor = await logIn('editor'), westEditor = await logIn('editor', [west]), leader = await logIn('leader')

type Tasks = AnswerOf<typeof exchanges.tasks>
const list = async (query = '', headers: PageHeaders = leader): Promise<Tasks> => z.parse(exchanges.tasks.answer.schema, (await tell(app, 'GET', `/api/v1/tasks${query}`, headers)).body)
const idsOf = async (query = ''): Promise<string[]> => (await list(query)).tasks.map((one) => one.entry.id)
type Task = Tasks['tasks'][number]
const openTask = async (origin: string, subject: string, headers: PageHeaders = editor) => tell(app, 'POST', '/api/v1/tasks', headers, { origin, subject, owner: '西社区', due: '2090-01-01' })
const change = async ({ entry: { id }, etag }: Task, body: object, headers: PageHeaders = editor) => tell(app, 'PATCH', `/api/v1/tasks/${id}`, { ...headers, 'if-match': etag }, body)

describe('the list', () => {
  test('has what is overdue first, by due day, and what is closed last', async () => {
    expect((await idsOf()).slice(0, 2)).toEqual(['later', 'late'])
    expect((await idsOf()).at(-1)).toBe('closed')
    const [first] = (await list()).tasks
    expect(first.overdueDays).toBeGreaterThan(2000)
  })

  test('is cut by area, state, owner and what is overdue, and turned page by page', async () => {
    expect(await idsOf(`?area=${east}`)).toEqual(['later'])
    expect(await idsOf('?state=done')).toEqual(['closed'])
    expect(await idsOf(`?owner=${encodeURIComponent('街道')}`)).toEqual(['later'])
    expect(await idsOf('?overdue=yes')).toEqual(['later', 'late'])
    const first = await list('?limit=1')
    expect((await list(`?limit=1&cursor=${first.next ?? ''}`)).tasks.map((one) => one.entry.id)).toEqual(['late'])
  })

  test('may be read by a leader and changed by whoever has its area alone', async () => {
    const [later] = (await list('', westEditor)).tasks
    expect(later.editable).toBe(false)
    expect(await change(later, { state: 'doing' }, westEditor)).toMatchObject({ status: 403, code: 'outsideAreas' })
    expect(await change(later, { state: 'doing' }, leader)).toMatchObject({ status: 403, code: 'needsRole' })
  })
})

describe('a task', () => {
  test.each([
    ['missingItem', `station:${west}`, 'itemsComplete', 1], ['vacancy', 'seat-1', 'vacantDays', null], ['overdueMeeting', `joint:${west}`, 'meetingsHeld', 0], ['uncoveredFirm', 'firm', 'covered', 0],
    ['need', 'need-far', 'claims', 0], ['gap', `canteen:${east}`, 'buildingsLeftOut', null], ['gap', 'canteen:home-9', 'metresToNearest', null],
  ])('of origin %s about %s starts from what is counted: %s', async (origin, subject, measure, value) => {
    const made = await openTask(origin, subject)
    expect(made.status).toBe(200)
    const { entry: row, now } = z.parse(exchanges.taskOpen.answer.schema, made.body)
    expect(row.fields['measure']).toBe(measure)
    expect(row.fields['before']).toBe(now)
    if (value !== null) expect(now).toBe(value)
    else expect(now).toBeGreaterThan(0)
  })

  test('is not made twice of one thing, nor of nothing', async () => {
    expect(await openTask('missingItem', `station:${west}`)).toMatchObject({ status: 409, code: 'taskExists' })
    expect(await openTask('vacancy', 'seat-9')).toMatchObject({ status: 404, code: 'unknownSubject', message: '找不到“seat-9”，清单事项应写成：席位编号。' })
    expect(await openTask('other', east, westEditor)).toMatchObject({ status: 403, code: 'outsideAreas' })
  })

  test('counts again when it is closed, forgets that when it is opened again, and keeps who did what', async () => {
    const station = (await list()).tasks.find((one) => one.entry.fields['subject'] === `station:${west}`)
    if (!station) throw new Error('no task of the station')
    const slot = await tell(app, 'GET', '/api/v1/entries/slot-station', editor)
    const { record, etag } = slot.body as { record: Entry; etag: string }
    await tell(app, 'PATCH', '/api/v1/entries/slot-station', { ...editor, 'if-match': etag }, { fields: { ...record.fields, state: 'built', squareMetres: 400 } })
    const done = await change(station, { state: 'done' })
    expect(done).toMatchObject({ status: 200, body: { entry: { fields: { state: 'done', before: 1, after: 2 } } } })
    expect(await change(station, { state: 'doing' })).toMatchObject({ status: 412, code: 'changedMeanwhile' })
    const reopened = await change(z.parse(exchanges.taskChange.answer.schema, done.body), { state: 'doing' })
    expect(reopened).toMatchObject({ status: 200, body: { entry: { fields: { state: 'doing', before: 1, after: null, closed: null } } } })
    const history = await tell(app, 'GET', `/api/v1/entries/${station.entry.id}/history`, editor)
    expect((history.body as { changes: { action: string }[] }).changes.map(({ action }) => action)).toEqual(['change', 'change', 'add'])
  })

  test('leaves with the list as a file', async () => {
    const csv = await tell(app, 'GET', '/api/v1/tasks/export?format=csv&state=done', leader)
    expect(String(csv.body)).toContain('closed')
  })
})

describe('matching', () => {
  const matching = async (query = ''): Promise<AnswerOf<typeof exchanges.matching>> => z.parse(exchanges.matching.answer.schema, (await tell(app, 'GET', `/api/v1/matching${query}`, leader)).body)
  const pairs = async (query = ''): Promise<string[]> => (await matching(query)).pairs.map(({ need, resource, rank }) => `${rank} ${need} ${resource}`)

  test('suggests open resources of the same category within the walk, the nearest first', async () => {
    // 3 and 3 steps of about 85 m: equally far, the larger room first.
    expect(await pairs()).toEqual(['1 need-near room-west', '2 need-near room-small'])
    expect(await pairs('?minutes=3')).toEqual([])
    expect((await pairs('?minutes=30')).length).toBe(3)
  })

  test('keeps what is claimed for whoever claimed it', async () => {
    const made = await tell(app, 'POST', '/api/v1/entries', editor, { sheet: 'claim', area: west, fields: { item: 'need-near', resource: 'room-small', by: 'community', state: 'claimed', day: '2026-05-01', walkMetres: null } })
    expect(made.status).toBe(200)
    const answer = await matching()
    expect(answer.pairs.map(({ need, resource, claim }) => [need, resource, claim !== null])).toEqual([['need-near', 'room-small', true]])
    expect(answer.summary).toMatchObject({ needs: 3, resources: 3, projects: 0, unclaimed: 2, claimed: 1, done: 0 })
    expect(answer.claims[0]).toMatchObject({ itemName: 'need-near', resourceName: 'room-small', byName: '西社区' })
  })
})
