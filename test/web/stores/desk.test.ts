import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf, type SiteRecord } from '../../../web/desk/record.ts'
import { useDeskConflictStore } from '../../../web/stores/deskConflict.ts'
import { useDeskDraftStore } from '../../../web/stores/deskDrafts.ts'
import { useDeskOpenStore } from '../../../web/stores/deskOpen.ts'
import { useDeskRowStore, type RowPut } from '../../../web/stores/deskRows.ts'
import { newKey, useDeskSaveStore } from '../../../web/stores/deskSaves.ts'
import { useDeskStepStore } from '../../../web/stores/deskSteps.ts'
import { recordServer, site } from '../desk/recordServer.ts'
import { withStores } from '../mounted.ts'
import { refusal } from '../server.ts'

const put: RowPut = { kind: 'facility', areas: [null], category: null, unchecked: false, q: null, lang: 'zh', revision: null }
const first = keyOf('facility', 'f-1')

const desk = async (server = recordServer()) => {
  withStores(server)
  const stores = { rows: useDeskRowStore(), drafts: useDeskDraftStore(), saves: useDeskSaveStore(), steps: useDeskStepStore(), conflict: useDeskConflictStore(), open: useDeskOpenStore() }
  await stores.rows.ask(put)
  const row = (id: string) => stores.rows.byId.get(id) ?? expect.fail(`no row ${id}`)
  const edit = async (id: string, path: string, text: string) => {
    stores.drafts.type(keyOf('facility', id), row(id), path, text)
    return stores.saves.save(keyOf('facility', id), [path])
  }
  return { server, ...stores, row, edit }
}

describe('saving', () => {
  it('sends only what changed, under the etag that was read, and shows what came back', async () => {
    const { server, row, edit, saves } = await desk()
    const etag = row('f-1').etag
    await edit('f-1', 'phone', '010-0000 0000')
    const [sent] = server.written()
    expect([sent.method, sent.path, sent.body, sent.headers.get('if-match')]).toEqual(['PATCH', '/api/v1/facilities/f-1', { phone: '010-0000 0000' }, etag])
    expect((row('f-1').record as SiteRecord).phone).toBe('010-0000 0000')
    expect(saves.states.get(first)).toEqual({ state: 'saved' })
  })
  it('of one record goes one after another, each from what the last one made', async () => {
    const { server, drafts, row, saves } = await desk()
    drafts.type(first, row('f-1'), 'phone', '010-1')
    const one = saves.save(first, ['phone'])
    drafts.type(first, row('f-1'), 'hours', '09:00-10:00')
    const two = saves.save(first, ['hours'])
    expect((await one)?.name).toBe('纺织食堂 1')
    expect((await two)?.name).toBe('纺织食堂 1')
    expect(server.site('f-1')).toMatchObject({ phone: '010-1', hours: '09:00-10:00' })
    expect(drafts.count).toBe(0)
  })
  it('keeps what is typed in other fields, and goes on from the saved version', async () => {
    const { drafts, row, edit, saves, server } = await desk()
    drafts.type(first, row('f-1'), 'name', '新名字')
    await edit('f-1', 'phone', '010-1')
    expect(drafts.of(first)?.texts).toEqual({ name: '新名字' })
    await saves.save(first)
    expect(server.site('f-1')?.name).toBe('新名字')
  })
  it('refuses a text that means nothing without asking the server, and keeps it', async () => {
    const { server, drafts, edit, saves } = await desk()
    expect(await edit('f-1', 'capacity.seats', '四十')).toBeNull()
    expect(saves.states.get(first)).toEqual({ state: 'refused', unread: { 'capacity.seats': 'desk.fault.whole' }, problem: null })
    expect(drafts.of(first)?.texts).toEqual({ 'capacity.seats': '四十' })
    expect(server.written()).toEqual([])
  })
  it('keeps what was typed when the server refuses, with the faults of the fields', async () => {
    const fields = [{ field: 'phone', code: 'mobilePhone', message: '这是手机号。', details: {} }]
    const { drafts, edit, saves } = await desk(recordServer({ otherwise: ({ method }) => (method === 'PATCH' ? { status: 422, body: { error: { code: 'invalidRecord', message: '有 1 处需要改正', details: {}, fields } } } : undefined) }))
    await edit('f-1', 'phone', '13800000000')
    const state = saves.states.get(first)
    expect(state?.state === 'refused' && state.problem?.fields[0].message).toBe('这是手机号。')
    expect(drafts.of(first)?.texts).toEqual({ phone: '13800000000' })
  })
  it('makes a new record with the id the server gave it', async () => {
    const { server, drafts, saves } = await desk()
    const key = newKey('facility')
    drafts.type(key, { record: site(0, { id: '', name: '' }), etag: '', areas: [], editable: true }, 'name', '新食堂')
    const step = await saves.save(key)
    expect(step?.key).not.toBe(key)
    expect(server.written()[0].body).not.toHaveProperty('id')
    expect(drafts.count).toBe(0)
  })
})

describe('undo and redo', () => {
  it('takes back and does again a change, a removal and a new record', async () => {
    const { server, edit, saves, steps, row } = await desk()
    const before = server.site('f-1')
    await edit('f-1', 'hours', '09:00-10:00')
    await saves.remove(keyOf('facility', 'f-2'), row('f-2'))
    expect(server.site('f-2')).toBeUndefined()
    await steps.undo()
    expect(server.site('f-2')).toEqual(site(2))
    await steps.undo()
    expect(server.site('f-1')).toEqual(before)
    await steps.redo()
    await steps.redo()
    expect([server.site('f-1')?.hours, server.site('f-2')]).toEqual(['09:00-10:00', undefined])
    expect([steps.done.length, steps.undone.length]).toEqual([2, 0])
  })
  it('leaves the records as they were after any edits undone in reverse, and done again as they became', async () => {
    const edits = fc.array(fc.record({ id: fc.constantFrom('f-1', 'f-2', 'f-3'), path: fc.constantFrom('hours', 'phone', 'name'), text: fc.constantFrom('甲', '乙', '丙') }), { minLength: 1, maxLength: 12 })
    await fc.assert(fc.asyncProperty(edits, async (list) => {
      const { server, edit, steps } = await desk()
      const all = () => ['f-1', 'f-2', 'f-3'].map(server.site)
      const before = all()
      for (const { id, path, text } of list) await edit(id, path, text)
      const after = all()
      while (steps.last) await steps.undo()
      expect(all()).toEqual(before)
      while (steps.next) await steps.redo()
      expect(all()).toEqual(after)
    }), { seed: 2026, numRuns: 30 })
  })
  it('never overwrites what somebody else changed since: both versions are shown', async () => {
    const { server, edit, steps, conflict, saves } = await desk()
    await edit('f-1', 'hours', '09:00-10:00')
    server.as('li', 'f-1', { hours: '08:00-20:00' })
    await steps.undo()
    expect(server.site('f-1')?.hours).toBe('08:00-20:00')
    expect(conflict.current).toMatchObject({ key: first, cause: 'undo', actor: 'li' })
    conflict.chooseAll('mine')
    await saves.settle('mine')
    expect(server.site('f-1')?.hours).toBe('11:00-13:00')
    await steps.undo()
    expect(server.site('f-1')?.hours).toBe('08:00-20:00')
  })
  it('loses no key that is pressed while a step is under way', async () => {
    const { server, edit, steps } = await desk()
    await edit('f-1', 'hours', '甲')
    await edit('f-1', 'hours', '乙')
    await Promise.all([steps.undo(), steps.undo(), steps.redo()])
    expect([server.site('f-1')?.hours, steps.done.length, steps.undone.length]).toEqual(['甲', 1, 1])
  })
  it('forgets what was undone once something new is saved', async () => {
    const { edit, steps } = await desk()
    await edit('f-1', 'hours', '甲')
    await steps.undo()
    await edit('f-2', 'hours', '乙')
    expect(steps.next).toBeNull()
  })
})

describe('a conflict', () => {
  const met = async () => {
    const stores = await desk()
    stores.server.as('li', 'f-1', { hours: '08:00-20:00', phone: '010-2' })
    await stores.edit('f-1', 'hours', '09:00-10:00')
    return stores
  }
  it('opens with both versions, who and when, and loses nothing that was typed', async () => {
    const { conflict, drafts, saves, server } = await met()
    expect(saves.states.get(first)).toEqual({ state: 'conflict' })
    expect(conflict.current).toMatchObject({ actor: 'li', cause: 'save' })
    expect(conflict.differing.map((row) => row.field.path)).toEqual(['hours', 'phone'])
    expect(conflict.open.map((row) => row.field.path)).toEqual(['hours'])
    conflict.close()
    expect(drafts.of(first)?.texts).toEqual({ hours: '09:00-10:00' })
    expect(server.site('f-1')?.hours).toBe('08:00-20:00')
  })
  it('saves what was chosen under the new etag, as a step that can be taken back', async () => {
    const { conflict, saves, server, steps, drafts } = await met()
    conflict.choose('hours', 'mine')
    await saves.settle('mine')
    expect(server.site('f-1')).toMatchObject({ hours: '09:00-10:00', phone: '010-2' })
    expect([conflict.current, drafts.count]).toEqual([null, 0])
    await steps.undo()
    expect(server.site('f-1')).toMatchObject({ hours: '08:00-20:00', phone: '010-2' })
  })
  it('writes nothing when theirs is chosen', async () => {
    const { conflict, saves, server, drafts } = await met()
    const writes = server.written().length
    conflict.chooseAll('theirs')
    await saves.settle('theirs')
    expect([server.written().length, drafts.count, conflict.current]).toEqual([writes, 0, null])
  })
  it('comes back when they changed it once more while one was choosing; choices stay', async () => {
    const { conflict, saves, server } = await met()
    conflict.choose('hours', 'mine')
    server.as('zhao', 'f-1', { phone: '010-3' })
    await saves.settle('mine')
    expect(conflict.current?.actor).toBe('zhao')
    expect(conflict.choices.hours).toBe('mine')
    await saves.settle('mine')
    expect(server.site('f-1')).toMatchObject({ hours: '09:00-10:00', phone: '010-3' })
  })
  it('over a removed record brings it back with what was typed, or lets it go', async () => {
    const stores = await desk()
    stores.server.as('li', 'f-1', null)
    await stores.edit('f-1', 'hours', '09:00-10:00')
    expect(stores.conflict.current?.theirs).toBeNull()
    await stores.saves.settle('mine')
    expect(stores.server.site('f-1')).toEqual(site(1, { hours: '09:00-10:00' }))
    expect(stores.conflict.current).toBeNull()
  })
  it('is none when both wrote the same, or the answer to our own saving was lost', async () => {
    const { server, edit, conflict, saves, drafts } = await desk()
    server.as('wang', 'f-1', { hours: '09:00-10:00' })
    await edit('f-1', 'hours', '09:00-10:00')
    expect([conflict.current, saves.states.get(first)?.state, drafts.count]).toEqual([null, 'saved', 0])
  })
})

describe('the table', () => {
  it('joins the lists of several areas, each record once, and reads on without pushing rows down', async () => {
    const many = Array.from({ length: 450 }, (_none, at) => site(at))
    const { rows, server } = await desk(recordServer({ sites: many }))
    await rows.ask({ ...put, areas: ['a', 'b'] })
    expect([rows.rows.length, rows.complete]).toEqual([200, false])
    const top = rows.rows.slice(0, 200)
    while (!rows.complete) await rows.more()
    expect(rows.rows.slice(0, 200)).toEqual(top)
    expect([rows.rows.length, rows.total]).toEqual([450, 450])
    expect(server.askedFor('/api/v1/facilities').map((ask) => ask.query.get('area'))).toContain('b')
  })
  it('asks again for as many rows as were read, and marks what somebody else changed', async () => {
    const { rows, server, edit } = await desk()
    await edit('f-2', 'phone', '010-9')
    server.as('li', 'f-1', { phone: '010-2' })
    await rows.ask({ ...put, revision: 'next' })
    expect([...rows.touched]).toEqual(['f-1'])
  })
  it('keeps the last rows when the server falls silent', async () => {
    let up = true
    const { rows } = await desk(recordServer({ otherwise: () => (up ? undefined : refusal('internal', '出错了', 500)) }))
    up = false
    await rows.ask({ ...put, revision: 'next' })
    expect([rows.rows.length, rows.problem?.code]).toEqual([3, 'internal'])
  })
})

describe('the open record', () => {
  it('says who changed it meanwhile while something is typed, and keeps the text', async () => {
    const { open, drafts, row, server } = await desk()
    await open.open(first)
    drafts.type(first, row('f-1'), 'hours', '09:00-10:00')
    server.as('li', 'f-1', { phone: '010-2' })
    await open.readAgain()
    await new Promise((resolve) => { setTimeout(resolve, 0) })
    expect(open.meanwhile).toMatchObject({ actor: 'li', gone: false })
    expect(drafts.of(first)?.texts).toEqual({ hours: '09:00-10:00' })
  })
  it('does not take its own saving for somebody else\'s', async () => {
    const { open, edit } = await desk()
    await open.open(first)
    await edit('f-1', 'phone', '010-2')
    await open.readAgain()
    await new Promise((resolve) => { setTimeout(resolve, 0) })
    expect(open.meanwhile).toBeNull()
  })
  it('knows that a record is gone', async () => {
    const { open, server } = await desk()
    server.as('li', 'f-1', null)
    await open.open(first)
    expect([open.gone, open.standing]).toEqual([true, null])
  })
})
