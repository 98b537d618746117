import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { editableKinds } from '../../geodata/model/city.ts'
import { tell, type PageHeaders, type Told } from '../tools/accounts.ts'
import { editedRecords } from '../tools/random-edits.ts'
import { servedCity } from '../tools/served-city.ts'
import { at, smallIdentity } from '../tools/small-city.ts'

const served = await servedCity({ identity: smallIdentity, records: editedRecords })
const { app } = served
const editor = await served.logIn('editor')
const west = await served.logIn('editor', ['110105001001'])

const get = (path: string, headers: PageHeaders = editor): Promise<Told> => tell(app, 'GET', `/api/v1/${path}`, headers)
const send = (method: string, path: string, etag: string | null, body?: unknown, headers: PageHeaders = editor): Promise<Told> => tell(app, method, `/api/v1/${path}`, { ...headers, ...(etag !== null && { 'if-match': etag }) }, body)

type Facility = AnswerOf<typeof exchanges.facilityRead>
const facilityOf = (told: Told): Facility => z.parse(exchanges.facilityRead.answer.schema, told.body)
const listOf = (told: Told): AnswerOf<typeof exchanges.facilityList> => z.parse(exchanges.facilityList.answer.schema, told.body)
const idsOf = (told: Told): string[] => z.parse(z.object({ rows: z.array(z.object({ record: z.object({ id: z.string() }) })) }), told.body).rows.map(({ record }) => record.id)

describe('lists', () => {
  test.each(editableKinds)('of every kind answer as the contract says: %s', async (kind) => {
    const { path, answer } = exchanges[`${kind}List`]
    const told = await tell(app, 'GET', path, editor)
    expect(z.safeParse(answer.schema, told.body).error?.issues ?? []).toEqual([])
    expect(idsOf(told).length).toBeGreaterThan(0)
  })

  test('are cut by area, category and words, by Chinese, pinyin, initials and id', async () => {
    expect(idsOf(await get('facilities?area=110105001002'))).toEqual(['canteen-staff', 'clinic-middle'])
    expect(idsOf(await get('facilities?category=clinic'))).toEqual(['clinic-middle'])
    expect(idsOf(await get('units?q=小学'))).toEqual(['unit-2'])
    expect(idsOf(await get('units?q=xiaoxue'))).toEqual(['unit-2'])
    expect(idsOf(await get('units?q=lpxx'))).toEqual(['unit-2'])
    expect(idsOf(await get('units?q=unit'))).toEqual(['unit-1', 'unit-2'])
    expect(idsOf(await get('units?q=unit%20school'))).toEqual([])
    expect(idsOf(await get('buildings?q=home-3'))).toEqual(['home-3'])
    expect(idsOf(await get('organisations?area=110105001002'))).toEqual(['o-2'])
  })

  test('come page by page, each record once, also while others are changed', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    for (let turn = 0; turn < 20; turn++) {
      const told: Told = await get(`buildings?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`)
      const page = z.parse(exchanges.buildingList.answer.schema, told.body)
      seen.push(...page.rows.map(({ record }) => record.id))
      expect(page.total).toBe(13)
      cursor = page.next
      if (cursor === null) break
      const { record, etag } = facilityOf(await get('facilities/canteen-west'))
      await send('PATCH', 'facilities/canteen-west', etag, { hours: record.hours === '24/7' ? '08:00-12:00' : '24/7' })
    }
    expect([seen.length, new Set(seen).size]).toEqual([13, 13])
  })

  test('say what their reader may change', async () => {
    expect(listOf(await get('facilities?area=110105001001', west)).rows.every(({ editable }) => editable)).toBe(true)
    expect((await get('facilities', west)).code).toBe('outsideAreas')
    expect((await get('facilities?area=110105001002', west)).code).toBe('outsideAreas')
  })

  test('refuse a cursor of another question', async () => {
    const { next } = listOf(await get('facilities?limit=1'))
    expect((await get(`facilities?limit=1&category=clinic&cursor=${next ?? ''}`)).code).toBe('badCursor')
    expect((await get('facilities?cursor=abc')).code).toBe('badCursor')
  })
})

describe('a record', () => {
  test('is read with its etag, the areas it lies in, and made, changed, removed and put back', async () => {
    const made = facilityOf(await send('POST', 'facilities', null, { name: '望澜食堂', category: 'canteen', position: at(15, 3), phone: '010-6500 1234' }))
    const { id } = made.record
    expect(id).toMatch(/^f-[a-z0-9]{12}$/)
    expect([made.record.source, made.record.admission.audience, made.areas.map(({ level }) => level), made.editable]).toEqual(['手工录入', 'everyone', ['district', 'street', 'community', 'grid'], true])
    const read = await get(`facilities/${id}`)
    expect([read.headers.get('etag'), facilityOf(read)]).toEqual([made.etag, made])

    const changed = facilityOf(await send('PATCH', `facilities/${id}`, made.etag, { capacity: { seats: 40, spareSeats: null, squareMetres: null } }))
    expect([changed.record.capacity.seats, changed.record.phone, changed.etag !== made.etag]).toEqual([40, '010-6500 1234', true])

    const removed = await send('DELETE', `facilities/${id}`, changed.etag)
    const { change } = z.parse(exchanges.facilityRemove.answer.schema, removed.body)
    expect((await get(`facilities/${id}`)).code).toBe('unknownRecord')
    const history = z.parse(exchanges.facilityHistory.answer.schema, (await get(`facilities/${id}/history`)).body)
    expect(history.changes.map(({ action, actor }) => [action, actor])).toEqual([['remove', 'editor-1'], ['change', 'editor-1'], ['add', 'editor-1']])
    expect([history.changes[0].id, history.changes[0].after, history.changes[1].before?.capacity.seats]).toEqual([change, null, null])

    const back = z.parse(exchanges.facilityRestore.answer.schema, (await send('POST', `facilities/${id}/restore`, null, { change, state: 'before' })).body)
    expect(back.standing?.record).toEqual(changed.record)
    const first = z.parse(exchanges.facilityRestore.answer.schema, (await send('POST', `facilities/${id}/restore`, back.standing?.etag ?? '', { change: history.changes[2].id, state: 'before' })).body)
    expect(first.standing).toBe(null)
  })

  test('that was taken elsewhere and removed there is not fetched back by whoever had it before', async () => {
    const made = facilityOf(await send('POST', 'facilities', null, { name: '迁走的食堂', category: 'canteen', position: at(3, 3) }, west))
    const { id } = made.record
    const moved = facilityOf(await send('PATCH', `facilities/${id}`, made.etag, { position: at(15, 3) }))
    await send('DELETE', `facilities/${id}`, moved.etag)
    const { changes } = z.parse(exchanges.facilityHistory.answer.schema, (await get(`facilities/${id}/history`)).body)
    const back = { change: changes[2].id, state: 'after' }
    expect((await send('POST', `facilities/${id}/restore`, null, back, west)).code).toBe('outsideAreas')
    expect((await send('POST', `facilities/${id}/restore`, null, { change: 1, state: 'after' }, west)).code).toBe('outsideAreas')
    expect((await send('POST', `facilities/${id}/restore`, null, back)).status).toBe(200)
  })

  test.each([
    ['units', 'u-', { name: '映江设计院', nature: 'stateEnterprise', position: at(3, 3) }], ['organisations', 'o-', { name: '映江公司', kind: 'enterprise' }], ['gates', 'g-', { position: at(10, 8) }],
  ])('of %s gets an id of its kind', async (collection, prefix, body) => {
    const told = await send('POST', collection, null, body)
    expect([told.status, told.body]).toEqual([200, expect.objectContaining({ record: expect.objectContaining({ id: expect.stringMatching(new RegExp(`^${prefix}[a-z0-9]{12}$`)), source: '手工录入' }) })])
  })

  test('of a site with hours that are not understood is kept, and the answer says which part, or how they are read', async () => {
    const path = 'facilities/canteen-west'
    const { record: before, ...read } = facilityOf(await get(path))
    let { etag } = read
    const change = async (body: object): Promise<Facility> => {
      const answer = facilityOf(await send('PATCH', path, etag, body))
      etag = answer.etag
      return answer
    }
    const programmes = [{ name: '合唱', hours: '周三下午2点-4点', room: null }, { name: '棋牌', hours: '饭后', room: null }]
    expect(await change({ hours: '每天9点到17点，泳池除外', offer: { ...before.offer, programmes } })).toMatchObject({
      record: { hours: '每天9点到17点，泳池除外' },
      readings: [
        { field: 'hours', readAs: null, notUnderstood: ['泳池除外'], caveats: [] },
        { field: 'offer.programmes.0.hours', readAs: '周三 14:00-16:00', notUnderstood: [], caveats: [] },
        { field: 'offer.programmes.1.hours', readAs: null, notUnderstood: ['饭后'], caveats: [] },
      ],
    })
    expect(await change({ hours: '上午7時至晚上11時 (定期保養日除外)', offer: before.offer })).toMatchObject({ readings: [{ readAs: '每天 7:00-23:00', notUnderstood: [], caveats: ['定期保養日除外'] }] })
    expect(await change({ hours: null })).not.toHaveProperty('readings')
  })

  test('of a building is changed in its counts, which are put back too', async () => {
    const before = await get('buildings/home-4')
    const residents = { all: 80, over60: 30, over80: 3, children: 4, households: 31, basis: 'permanent', counted: true, source: '社区台账', date: '2026-11-01' }
    const changed = await send('PATCH', 'buildings/home-4', before.headers.get('etag'), { residents })
    expect(changed.body).toMatchObject({ record: { id: 'home-4', residents } })
    const { changes } = z.parse(exchanges.buildingHistory.answer.schema, (await get('buildings/home-4/history')).body)
    expect((await send('POST', 'buildings/home-4/restore', changed.headers.get('etag'), { change: changes[0].id, state: 'before' })).status).toBe(200)
    expect((await get('buildings/home-4')).body).toEqual(before.body)
  })

  test('is listed as it stood at the end of a day, today among them', async () => {
    const today = await get('facilities')
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(listOf(await get(`facilities?asOf=${day}`)).rows).toEqual(listOf(today).rows)
    expect((await get('facilities?asOf=1999-01-01')).code).toBe('asOfUnknown')
  })
})

describe('two editors of one record', () => {
  test('with the same etag: exactly one is written, the other learns who and when, and both versions can be read', async () => {
    const { etag } = facilityOf(await get('facilities/clinic-middle'))
    const other = await served.logIn('editor')
    const both = await Promise.all([send('PATCH', 'facilities/clinic-middle', etag, { name: '甲改的名' }), send('PATCH', 'facilities/clinic-middle', etag, { name: '乙改的名' }, other)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
    const [won, lost] = both[0].status === 200 ? both : both.toReversed()
    const winner = facilityOf(won).record.name
    expect([lost.code, lost.message]).toEqual(['changedMeanwhile', expect.stringMatching(new RegExp(`^“${winner}”刚被 editor-\\d+ 在 20\\S+Z 改过，请看过两个版本再决定。$`))])
    const { changes } = z.parse(exchanges.facilityHistory.answer.schema, (await get('facilities/clinic-middle/history')).body)
    expect([changes[0].before?.name, changes[0].after?.name, facilityOf(await get('facilities/clinic-middle')).record.name]).toEqual(['clinic-middle', winner, winner])
  })

  test('one after the other, twenty at once: each change is there or was refused, none is lost', async () => {
    const etag = async (): Promise<string> => facilityOf(await get('facilities/hall')).etag
    const outcomes: number[] = []
    await Promise.all(Array.from({ length: 20 }, async (_, i) => {
      const told = await send('PATCH', 'facilities/hall', await etag(), { phone: `010-6500 ${1000 + i}` })
      outcomes.push(told.status)
    }))
    const { changes } = z.parse(exchanges.facilityHistory.answer.schema, (await get('facilities/hall/history')).body)
    expect(changes.length).toBe(outcomes.filter((status) => status === 200).length)
    expect(outcomes.every((status) => status === 200 || status === 412)).toBe(true)
  })
})

test('nothing went wrong behind the answers', () => {
  expect(served.trouble).toEqual([])
})
