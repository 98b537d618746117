import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import { etagOf } from '../../../server/store/etag.ts'
import type { StoreSetting } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { add, change, refusal, remove, restore, standing, taken } from '../../tools/edits.ts'
import { entry, organisation as organisationOf } from '../../tools/registers.ts'
import { at, building, facility, smallIdentity, smallRecords } from '../../tools/small-city.ts'

const clinic = facility('clinic-middle', 'clinic', 11, 2.2)
const organisation = organisationOf('o-1', { name: '柳浦软件有限公司', creditCode: '91350100M000100Y43', position: at(3, 3), community: '110105001001', source: '手工录入', date: null })
const document = entry('d-1', 'document', { kind: 'pledge', present: true, squareMetres: null }, { area: '110105001001' })
const people = { all: 90, over60: 20, over80: 5, children: 10, households: 40, basis: 'permanent' as const, counted: true, source: '社区台账', date: '2026-11-01' }

/** What every store must do with single edits. `open` gives a fresh, empty one. */
export function editContract(name: string, open: (setting?: StoreSetting) => Promise<Store>): void {
  const loaded = async (setting?: StoreSetting): Promise<Store> => {
    const store = await open(setting)
    await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'loader', replace: false })
    return store
  }

  describe(`${name}: edits`, () => {
    test('an edit is answered with the record as it stands, its etag and its line of the log', async () => {
      const store = await loaded()
      const done = taken(await change(store, 'facility', 'clinic-middle', { phone: '010-6500 0000' }, '张三'))
      expect(done).toMatchObject({ record: { ...clinic, phone: '010-6500 0000' }, touched: ['text'] })
      expect([done.etag, await store.lastChange()]).toEqual([etagOf(await standing(store, 'facility', 'clinic-middle')), done.change])
      expect(await store.history('facility', 'clinic-middle', { limit: 5 })).toMatchObject([{ id: done.change, actor: '张三', action: 'change', before: clinic, after: done.record }])
      store.close()
    })

    const touches: [string, (store: Store) => Promise<unknown>, string[]][] = [
      ['another place of a site', (store) => change(store, 'facility', 'clinic-middle', { position: at(12, 2.2) }), ['category:clinic']],
      ['another name of a site', (store) => change(store, 'facility', 'clinic-middle', { name: '卫生站' }), ['places']],
      ['a new site', (store) => add(store, 'facility', facility('f-new', 'canteen', 3, 2.2)), ['category:canteen', 'places']],
      ['a site that goes', (store) => remove(store, 'facility', 'clinic-middle'), ['category:clinic', 'places']],
      ['other counts of a building', (store) => change(store, 'building', 'home-0', { residents: people }), ['residents', 'text']],
      ['people where nobody was known', (store) => change(store, 'building', 'unknown', { residents: people }), ['geometry', 'residents', 'text']],
      ['a gate that is locked', (store) => change(store, 'gate', 'gate-1', { locked: { hours: '22:00-06:00' } }), ['network']],
      ['a gate that goes', (store) => remove(store, 'gate', 'gate-1'), ['network', 'places']],
      ['another name of a unit', (store) => change(store, 'unit', 'unit-1', { name: '某局' }), ['places']],
      ['a new organisation', (store) => add(store, 'organisation', organisation), ['registers']],
      ['a new row of a register', (store) => add(store, 'entry', document), ['registers']],
      ['a row whose source alone is corrected', async (store) => { await add(store, 'entry', document); await change(store, 'entry', 'd-1', { source: '社区台账' }) }, ['registers', 'text']],
    ]
    for (const [what, edit, expected] of touches) {
      test(`${what} bumps ${expected.join(' and ')} only`, async () => {
        const store = await loaded()
        const before = await store.versions()
        await edit(store)
        const after = await store.versions()
        const risen = [...Object.entries({ ...after, categories: 0 }).filter(([key, value]) => value !== 0 && value !== Reflect.get(before, key)).map(([key]) => key), ...Object.keys(after.categories).filter((code) => after.categories[code] !== before.categories[code]).map((code) => `category:${code}`)]
        expect(risen.toSorted()).toEqual(expected.toSorted())
        expect(await store.faults()).toEqual([])
        store.close()
      })
    }

    test('the second of two editors is told who was first, and nothing is written', async () => {
      const store = await loaded({ now: () => new Date('2026-11-22T01:02:03Z') })
      const seen = etagOf(clinic)
      taken(await store.edit({ kind: 'facility', id: clinic.id, action: 'change', after: { ...clinic, hours: '08:00-18:00' }, ifMatch: seen }, '张三'))
      const second = await store.edit({ kind: 'facility', id: clinic.id, action: 'change', after: { ...clinic, hours: '09:00-17:00' }, ifMatch: seen }, '李四')
      expect(refusal(second)).toEqual({ code: 'changedMeanwhile', details: { found: 'clinic-middle', actor: '张三', at: '2026-11-22T01:02:03.000Z' }, faults: [] })
      expect((await standing(store, 'facility', clinic.id)).hours).toBe('08:00-18:00')
      store.close()
    })

    test('who edits what a load has changed meanwhile is told of the load', async () => {
      const store = await loaded({ now: () => new Date('2026-11-22T01:02:03Z') })
      const second = await store.edit({ kind: 'facility', id: clinic.id, action: 'change', after: clinic, ifMatch: '"seen long ago"' }, '李四')
      expect(refusal(second)).toMatchObject({ code: 'changedMeanwhile', details: { actor: 'loader', at: '2026-11-22T01:02:03.000Z' } })
      store.close()
    })

    const refusals: [string, (store: Store) => Promise<Parameters<typeof refusal>[0]>, object][] = [
      ['a record that is not there', (store) => store.edit({ kind: 'gate', id: 'nobody', action: 'change', after: null, ifMatch: '"x"' }, 'test'), { code: 'unknownRecord', details: { found: 'nobody', kind: 'gate' } }],
      ['a change without an etag', (store) => store.edit({ kind: 'facility', id: clinic.id, action: 'change', after: clinic, ifMatch: null }, 'test'), { code: 'ifMatchMissing' }],
      ['a new record with an id that is taken', (store) => add(store, 'facility', clinic), { code: 'recordExists', details: { found: 'clinic-middle', kind: 'facility' } }],
      ['another id', (store) => change(store, 'facility', clinic.id, { id: 'other' }), { code: 'invalidRecord', faults: [{ field: 'id', code: 'notEditable' }] }],
      ['the storeys of a building', (store) => change(store, 'building', 'home-0', { storeys: 7 }), { code: 'invalidRecord', faults: [{ field: 'storeys', code: 'notEditable' }] }],
      ['a building to be removed', (store) => remove(store, 'building', 'home-0'), { code: 'invalidRecord', faults: [{ code: 'notEditable' }] }],
      ['nothing new', (store) => change(store, 'facility', clinic.id, { position: [116.41100000001, 39.9022] }), { code: 'invalidRecord', faults: [{ field: '', code: 'emptyChange' }] }],
      ['a unit that a site names', (store) => remove(store, 'unit', 'unit-1'), { code: 'inUse', details: { found: '某机关', count: 1, example: 'canteen-staff' } }],
      ['a site of an unknown category and an unknown unit', (store) => change(store, 'facility', clinic.id, { category: 'nonsense', unit: 'nobody' }), { code: 'invalidRecord', faults: [{ field: 'category', code: 'missingReference' }, { field: 'unit', code: 'missingReference' }] }],
      ['a credit code that another has', async (store) => { await add(store, 'organisation', organisation); return add(store, 'organisation', { ...organisation, id: 'o-2' }) }, { code: 'invalidRecord', faults: [{ code: 'takenCreditCode', details: { expected: '柳浦软件有限公司' } }] }],
    ]
    for (const [what, edit, expected] of refusals) {
      test(`${what} is refused and leaves no trace`, async () => {
        const store = await loaded()
        const outcome = await edit(store)
        const [versions, last] = [await store.versions(), await store.lastChange()]
        expect(refusal(outcome)).toMatchObject(expected)
        await edit(store)
        expect([await store.versions(), await store.lastChange()]).toEqual([versions, last])
        store.close()
      })
    }

    test('what was wrong with a record before does not keep its telephone from being put right', async () => {
      const store = await loaded()
      await store.load({ identity: smallIdentity, records: [{ kind: 'facility', record: { ...clinic, position: at(300, 300), phone: '无' } }], actor: 'loader', replace: false })
      expect(refusal(await change(store, 'facility', clinic.id, { phone: '无可奉告' }))).toMatchObject({ faults: [{ field: 'phone', code: 'badPhone' }] })
      taken(await change(store, 'facility', clinic.id, { phone: '010-6500 0000' }))
      store.close()
    })

    test('a removed record comes back as it was, with its past', async () => {
      const store = await loaded()
      const before = taken(await change(store, 'facility', 'canteen-staff', { hours: '11:00-13:00' })).record
      taken(await remove(store, 'facility', 'canteen-staff'))
      expect([await store.record('facility', 'canteen-staff'), (await store.counts()).facility]).toEqual([null, 2])
      expect(refusal(await store.edit({ kind: 'facility', id: 'canteen-staff', action: 'change', after: before, ifMatch: '"x"' }, 'test'))).toMatchObject({ code: 'changedMeanwhile', details: { found: 'canteen-staff' } })
      taken(await restore(store, 'facility', 'canteen-staff', before))
      expect(await store.record('facility', 'canteen-staff')).toEqual(before)
      expect((await store.history('facility', 'canteen-staff', { limit: 9 })).map(({ action }) => action)).toEqual(['restore', 'remove', 'change'])
      expect(await store.faults()).toEqual([])
      store.close()
    })

    test('restored counts leave what a load has changed of the building since', async () => {
      const store = await loaded()
      const before = await standing(store, 'building', 'home-0')
      taken(await change(store, 'building', 'home-0', { residents: people }))
      await store.load({ identity: smallIdentity, records: [{ kind: 'building', record: building('home-0', 1, 3, { name: '1号楼', residents: people }) }], actor: 'loader', replace: false })
      expect(taken(await restore(store, 'building', 'home-0', before)).record).toEqual({ ...before, name: '1号楼' })
      expect(await store.faults()).toEqual([])
      store.close()
    })

    test('what is restored is held against what stands now: its etag, and the unit it names', async () => {
      const store = await loaded()
      const staff = await standing(store, 'facility', 'canteen-staff')
      expect(refusal(await store.edit({ kind: 'facility', id: staff.id, action: 'restore', after: { ...staff, phone: '110' }, ifMatch: null }, 'test'))).toMatchObject({ code: 'changedMeanwhile', details: { actor: 'loader' } })
      taken(await remove(store, 'facility', staff.id))
      taken(await remove(store, 'unit', 'unit-1'))
      expect(refusal(await restore(store, 'facility', staff.id, staff))).toMatchObject({ code: 'invalidRecord', faults: [{ field: 'unit', code: 'missingReference', details: { expected: 'unit', found: 'unit-1' } }] })
      expect(refusal(await restore(store, 'building', 'home-0', null))).toMatchObject({ code: 'invalidRecord', faults: [{ code: 'notEditable' }] })
      store.close()
    })

    test('hours that change and change back on one day never changed; those of two days are two times', async () => {
      let today = new Date('2026-11-22T02:00:00Z')
      const store = await loaded({ now: () => today })
      for (const hours of ['08:00-18:00', '09:00-18:00', null, '08:00-17:00']) taken(await change(store, 'facility', clinic.id, { hours }))
      today = new Date('2026-11-23T02:00:00Z')
      taken(await change(store, 'facility', clinic.id, { hours: null }))
      expect((await store.history('facility', clinic.id, { limit: 9 })).map(({ before, after }) => [before, after].map((one) => one && 'hours' in one && one.hours))).toEqual([['08:00-17:00', null], [null, '08:00-17:00'], ['09:00-18:00', null], ['08:00-18:00', '09:00-18:00'], [null, '08:00-18:00']])
      expect(await store.faults()).toEqual([])
      store.close()
    })

    test('history comes in pages and begins anew when the city is loaded as a whole', async () => {
      const store = await loaded()
      for (const phone of ['110', '111', '112']) taken(await change(store, 'facility', clinic.id, { phone }))
      const [newest] = await store.history('facility', clinic.id, { limit: 1 })
      expect((await store.history('facility', clinic.id, { before: newest.id, limit: 5 })).map(({ after }) => after && 'phone' in after && after.phone)).toEqual(['111', '110'])
      await store.load({ identity: smallIdentity, records: smallRecords, actor: 'loader', replace: true })
      expect([await store.history('facility', clinic.id, { limit: 5 }), await store.faults()]).toEqual([[], []])
      store.close()
    })

    test('records come by id in pages', async () => {
      const store = await loaded()
      const first = await store.records('building', { limit: 12 })
      expect([...first, ...(await store.records('building', { after: first[11].id, limit: 12 }))].map(({ id }) => id)).toEqual(smallRecords.flatMap(({ kind, record }) => (kind === 'building' ? [record.id] : [])).toSorted())
      store.close()
    })
  })

  describe(`${name}: what follows from changes`, () => {
    test('changes since a line name each record once, and say when the whole city is another', async () => {
      const store = await loaded()
      const start = await store.lastChange()
      for (const phone of ['110', '111']) taken(await change(store, 'facility', clinic.id, { phone }))
      taken(await change(store, 'building', 'home-0', { residents: people }))
      expect(await store.changesAfter(start)).toEqual({ last: start + 3, whole: false, records: [{ kind: 'building', id: 'home-0' }, { kind: 'facility', id: clinic.id }] })
      expect([(await store.changesAfter(0)).whole, (await store.changesAfter(start + 3)).records]).toEqual([true, []])
      await store.load({ identity: smallIdentity, records: smallRecords, actor: 'loader', replace: false })
      expect(await store.changesAfter(start + 3)).toMatchObject({ whole: false, records: [{ kind: 'building', id: 'home-0' }, { kind: 'facility', id: clinic.id }] })
      await store.load({ identity: smallIdentity, catalogue: { ...catalogue, version: 'another' }, records: [], actor: 'loader', replace: false })
      expect((await store.changesAfter(await store.lastChange() - 1)).whole).toBe(true)
      store.close()
    })

    test('a load into a city that is there logs each editable record it adds or changes, and no other', async () => {
      const store = await loaded()
      const start = await store.lastChange()
      const records: CityRecord[] = [...smallRecords, { kind: 'building', record: building('home-0', 1, 3, { grid: '110105001001001' }) }, { kind: 'facility', record: { ...clinic, hours: '24/7' } }, { kind: 'organisation', record: organisation }]
      await store.load({ identity: smallIdentity, records, actor: 'loader', replace: false })
      const lines = (await store.changes(20)).filter(({ id }) => id > start).toReversed()
      expect(lines.map(({ action, kind, record, before, after }) => [action, kind, record, before === null, after === null])).toEqual([['load', 'facility', clinic.id, false, false], ['load', 'organisation', 'o-1', true, false], ['load', null, null, true, true]])
      expect(await store.faults()).toEqual([])
      store.close()
    })

    test('a load of rows logs each one it adds or changes, events as counts alone, and refuses what names nothing', async () => {
      const store = await loaded()
      const versions = await store.versions()
      const term = { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30', brand: null } as const
      const committee = entry('c-1', 'committee', term, { area: '110105001001' })
      const seat = entry('s-1', 'seat', { committee: 'c-1', number: 1, category: 'police', role: 'member', post: null, appointedBy: null }, { unit: 'unit-1' })
      const event: CityRecord = { kind: 'eventCount', record: { id: 'e-1', stream: 'service', month: '2026-05', category: '理发', area: '110105001001', position: null, times: 9, people: 30, responded: null, resolved: null, satisfied: null, source: 'x', date: null } }
      const load = (records: CityRecord[]): Promise<unknown> => store.load({ identity: smallIdentity, records, actor: 'loader', replace: false })
      // In any order: the seat comes before its committee.
      await load([{ kind: 'entry', record: seat }, { kind: 'entry', record: committee }, event])
      await load([{ kind: 'entry', record: seat }, { kind: 'entry', record: { ...committee, fields: { ...term, brand: '红色西苑' } } }, event])
      expect((await store.changes(20)).toReversed().slice(1).map(({ kind, record, before }) => [kind, record, before === null])).toEqual([['entry', 's-1', true], ['entry', 'c-1', true], [null, null, true], ['entry', 'c-1', false], [null, null, true]])
      const { registers, events, ...others } = await store.versions()
      expect([registers, events, others]).toEqual([versions.registers + 2, versions.events + 1, { ...others, ...versions, registers: undefined, events: undefined }])
      for (const wrong of [{ ...seat, id: 's-2', unit: 'unit-9' }, { ...seat, id: 's-2', fields: { ...seat.fields, committee: 'c-9' } }]) {
        await expect(load([{ kind: 'entry', record: wrong }])).rejects.toMatchObject({ code: 'missingReference', details: { record: 's-2' } })
      }
      expect([await store.record('entry', 's-2'), await store.faults()]).toEqual([null, []])
      store.close()
    })

    test('counts from before the first change are kept until the city is loaded as a whole', async () => {
      const store = await loaded()
      taken(await change(store, 'building', 'home-0', { residents: people }))
      taken(await change(store, 'building', 'home-0', { residents: null }))
      taken(await change(store, 'building', 'unknown', { residents: people }))
      await store.load({ identity: smallIdentity, records: [{ kind: 'building', record: building('home-1', 3, 3, { residents: people }) }], actor: 'loader', replace: false })
      const whole = { all: 100, over60: 20, over80: 5, children: 10, households: 40, counted: true, added: false }
      expect(await store.residentBase()).toEqual([{ id: 'home-0', ...whole }, { id: 'home-1', ...whole }, { id: 'unknown', all: 0, over60: 0, over80: 0, children: 0, households: 0, counted: false, added: false }])
      await store.load({ identity: smallIdentity, records: [{ kind: 'building', record: building('came later', 4, 3, { residents: people }) }], actor: 'loader', replace: false })
      expect((await store.residentBase()).filter(({ added }) => added)).toEqual([{ id: 'came later', all: people.all, over60: people.over60, over80: people.over80, children: people.children, households: people.households, counted: people.counted, added: true }])
      await store.load({ identity: smallIdentity, records: smallRecords, actor: 'loader', replace: true })
      expect(await store.residentBase()).toEqual([])
      store.close()
    })

    test('a hidden unit is unknown to editors, and hiding is a change of the whole', async () => {
      const store = await loaded()
      const [start, seen] = [await store.lastChange(), etagOf(await standing(store, 'unit', 'unit-1'))]
      await store.hideUnit('unit-1', 'test')
      await store.hideUnit('unit-1', 'test')
      expect([await store.hiddenUnits(), await store.changesAfter(start), await store.pulse()]).toEqual([['unit-1'], { last: start + 1, whole: true, records: [{ kind: 'unit', id: 'unit-1' }] }, start + 1])
      expect(refusal(await store.edit({ kind: 'unit', id: 'unit-1', action: 'remove', after: null, ifMatch: seen }, 'test'))).toMatchObject({ code: 'unknownRecord' })
      expect(refusal(await change(store, 'facility', 'canteen-staff', { phone: '110' }))).toMatchObject({ code: 'unknownRecord' })
      expect(refusal(await change(store, 'facility', clinic.id, { unit: 'unit-1' }))).toMatchObject({ faults: [{ field: 'unit', code: 'missingReference' }] })
      await store.showUnit('unit-1', 'test')
      expect([await store.hiddenUnits(), await store.history('unit', 'unit-1', { limit: 5 }), await store.faults()]).toEqual([[], [], []])
      taken(await change(store, 'unit', 'unit-1', { name: '某局' }))
      store.close()
    })

    test('the days that are known begin with the last load of the whole city', async () => {
      let now = new Date('2026-11-20T15:59:59Z')
      const store = await open({ now: () => now })
      expect(await store.known()).toBe(null)
      await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'loader', replace: false })
      now = new Date('2026-11-22T16:00:00Z')
      await store.load({ identity: smallIdentity, records: smallRecords, actor: 'loader', replace: false })
      expect(await store.known()).toEqual({ from: '2026-11-20', to: '2026-11-23' })
      store.close()
    })
  })
}
