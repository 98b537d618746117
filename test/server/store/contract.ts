import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import type { CityRecord, Versions } from '../../../geodata/model/city.ts'
import type { Store, LoadSource } from '../../../server/store/store.ts'
import { collect } from '../../tools/collect.ts'
import { at, building, facility, smallIdentity, smallRecords, street } from '../../tools/small-city.ts'

/** What every store must do, whatever database is behind it. `open` gives a fresh, empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const source = (more: Partial<LoadSource> = {}): LoadSource => ({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false, ...more })
  const loaded = async (more: Partial<LoadSource> = {}): Promise<Store> => {
    const store = await open()
    await store.load(source(more))
    return store
  }

  describe(`${name}: reading`, () => {
    test('an empty store has no city, no catalogue and no versions', async () => {
      const store = await open()
      expect([await store.identity(), await store.catalogue(), (await store.versions()).geometry]).toEqual([null, null, 0])
      expect(await collect(store.buildings())).toEqual([])
      store.close()
    })

    test('every record comes back as it went in', async () => {
      const store = await loaded()
      const back = [
        ...(await collect(store.areas())), ...(await collect(store.buildings())), ...(await collect(store.facilities(null))), ...(await collect(store.gates())),
        ...(await collect(store.ground())), ...(await collect(store.streets())), ...(await collect(store.units(null))),
      ]
      expect(sorted(back)).toEqual(sorted(smallRecords.map(({ record }) => record)))
      expect([await store.identity(), await store.catalogue()]).toEqual([smallIdentity, catalogue])
      store.close()
    })

    test('the dense order follows the map, not the order of arrival', async () => {
      const first = await loaded()
      const second = await loaded({ records: smallRecords.toReversed() })
      const ids = async (store: Store): Promise<string[]> => (await collect(store.buildings())).map((one) => one.id)
      expect(await ids(second)).toEqual(await ids(first))
      first.close()
      second.close()
    })

    test('lists longer than one page hold every record once', async () => {
      const many = Array.from({ length: 2345 }, (_, i): CityRecord => ({ kind: 'building', record: building(`b${i}`, (i % 50) * 0.5, Math.floor(i / 50) * 0.3) }))
      const store = await loaded({ records: many })
      expect(new Set((await collect(store.buildings())).map((one) => one.id)).size).toBe(2345)
      store.close()
    })

    test('a box finds what touches it and nothing else', async () => {
      const store = await loaded()
      expect(await store.idsWithin('building', [...at(0.9, 2.9), ...at(3.2, 3.5)])).toEqual(['home-0', 'home-1'])
      expect(await store.idsWithin('street', [...at(10, 5), ...at(10, 5)])).toEqual(['north'])
      expect(await store.idsWithin('ground', [...at(30, 30), ...at(31, 31)])).toEqual([])
      store.close()
    })

    test('the extent is that of the buildings, else of whatever there is', async () => {
      const only = async (kind: string): Promise<readonly number[] | null> => {
        const store = await loaded({ records: smallRecords.filter((one) => one.kind === kind) })
        const extent = await store.extent()
        store.close()
        return extent
      }
      expect(await only('street')).toEqual([...at(-1, 2), ...at(22, 8)])
      expect(await only('ground')).toEqual([...at(0, 4), ...at(6, 7)])
      expect(await only('area')).toEqual([...at(0, 0), ...at(22, 8)])
      expect(await only('unit')).toEqual([...at(5, 3), ...at(5, 3)])
      expect(await only('gate')).toBe(null)
    })

    test('a snapshot goes on seeing the old city while a new one is loaded', async () => {
      const store = await loaded()
      const before = await store.snapshot()
      await store.load(source({ records: [{ kind: 'building', record: building('new', 2, 5) }] }))
      expect([(await before.counts()).building, (await store.counts()).building]).toEqual([13, 14])
      before.close()
      store.close()
    })

    test('a site counts on the days it is valid and on no other', async () => {
      const store = await loaded({ records: [{ kind: 'facility', record: facility('spring', 'clinic', 1, 1, { validFrom: '2026-03-01', validTo: '2026-06-01' }) }] })
      const on = async (day: string): Promise<number> => (await collect(store.facilities(day))).length
      expect([await on('2026-02-28'), await on('2026-03-01'), await on('2026-05-31'), await on('2026-06-01')]).toEqual([0, 1, 1, 0])
      expect([await store.validityEdge('2026-02-28'), await store.validityEdge('2026-04-01'), await store.validityEdge('2027-01-01')]).toEqual([null, '2026-03-01', '2026-06-01'])
      store.close()
    })
  })

  describe(`${name}: versions`, () => {
    const bumps: [string, CityRecord, object][] = [
      ['a corrected name of a building', { kind: 'building', record: { ...building('home-0', 1, 3), name: '1号楼' } }, { labels: 2 }],
      ['a corrected name of a street', { kind: 'street', record: street('north', [at(10, 2), at(10, 8)], { class: 'lane', name: '北巷' }) }, { labels: 2 }],
      ['another line of a street', { kind: 'street', record: street('north', [at(10, 2), at(10, 9)], { class: 'lane', name: 'north' }) }, { network: 2 }],
      ['other storeys of a building', { kind: 'building', record: building('home-0', 1, 3, { storeys: 7 }) }, { geometry: 2 }],
      ['a site that admits others', { kind: 'facility', record: facility('clinic-middle', 'clinic', 11, 2.2, { admission: { audience: 'staff', minAge: null, maxAge: null, onlyAreas: [] } }) }, { clinic: 2 }],
      ['other hours of a site', { kind: 'facility', record: facility('clinic-middle', 'clinic', 11, 2.2, { hours: 'Mo-Fr 08:00-17:00' }) }, { clinic: 2 }],
      ['a site of another category', { kind: 'facility', record: facility('clinic-middle', 'pharmacy', 11, 2.2) }, { clinic: 2, pharmacy: 2 }],
      ['a telephone number', { kind: 'facility', record: facility('clinic-middle', 'clinic', 11, 2.2, { phone: '010-6500 0000' }) }, { text: 2 }],
      ['the same record again', { kind: 'facility', record: facility('clinic-middle', 'clinic', 11, 2.2) }, {}],
    ]
    for (const [what, change, expected] of bumps) {
      test(`${what} touches ${Object.keys(expected).join(' and ') || 'nothing'} only`, async () => {
        const store = await loaded()
        const before = flat(await store.versions())
        await store.load(source({ records: [change] }))
        expect(risen(before, flat(await store.versions()))).toEqual(expected)
        store.close()
      })
    }

    test('loading the same source twice changes nothing but the log', async () => {
      const store = await loaded()
      const before = await store.versions()
      const again = await store.load(source())
      expect([again.versions, again.added.building, again.changed.building, again.same.building]).toEqual([before, 0, 0, 13])
      expect(await store.changes(10)).toHaveLength(2)
      store.close()
    })

    test('the pulse changes when another connection commits', async () => {
      const store = await loaded()
      const before = await store.pulse()
      await store.load(source({ records: [{ kind: 'building', record: building('new', 2, 5) }] }))
      expect(await store.pulse()).not.toBe(before)
      store.close()
    })
  })

  describe(`${name}: history`, () => {
    test('a load is one line of the log with its counts', async () => {
      const store = await loaded()
      expect(await store.changes(5)).toMatchObject([{ action: 'load', actor: 'test', counts: { added: { building: 13, street: 2 } } }])
      store.close()
    })
  })

  describe(`${name}: refusals leave everything as it was`, () => {
    const refusals: [string, Partial<LoadSource>, object][] = [
      ['demonstration data into a real city', { identity: { ...smallIdentity, demo: true } }, { code: 'realRefused' }],
      ['a community with 11 digits', { records: [{ kind: 'area', record: { ...areaOf('110105001001'), code: '11010500100' } }] }, { code: 'badCode', details: { record: 'area 11010500100', expected: 12, found: '11010500100' } }],
      ['a building with 19 digits', { records: [{ kind: 'building', record: building('x', 1, 1, { code: '1'.repeat(19) }) }] }, { code: 'badCode', details: { record: 'building x', expected: 20, found: '1'.repeat(19) } }],
      ['a grid with letters', { records: [{ kind: 'area', record: { ...areaOf('110105001001001'), code: '11010500100100A' } }] }, { code: 'badCode' }],
      ['an area whose parent is unknown', { records: [{ kind: 'area', record: { ...areaOf('110105001001'), parent: '999999999' } }] }, { code: 'missingReference', details: { record: 'area 110105001001', field: 'parent', found: '999999999' } }],
      ['a site of an unknown category', { records: [{ kind: 'facility', record: facility('f', 'nonsense', 1, 1) }] }, { code: 'missingReference', details: { record: 'facility f', field: 'category', found: 'nonsense' } }],
      ['a site of an unknown unit', { records: [{ kind: 'facility', record: facility('f', 'clinic', 1, 1, { unit: 'nobody' }) }] }, { code: 'missingReference' }],
      ['a position off the earth', { records: [{ kind: 'street', record: street('s', [[200, 0], [201, 0]]) }] }, { code: 'badPosition', details: { record: 'street s', found: '200, 0' } }],
      ['more old people than people', { records: [{ kind: 'building', record: crowded() }] }, { code: 'badRecord' }],
    ]
    for (const [what, more, expected] of refusals) {
      test(what, async () => {
        const store = await loaded()
        const before = [await store.counts(), await store.versions(), await collect(store.areas())]
        const good: CityRecord = { kind: 'building', record: building('good', 2, 5) }
        await expect(store.load(source({ ...more, records: [good, ...((more.records as CityRecord[] | undefined) ?? [])] }))).rejects.toMatchObject(expected)
        expect([await store.counts(), await store.versions(), await collect(store.areas())]).toEqual(before)
        store.close()
      })
    }

    test('a source that fails half-way', async () => {
      const store = await loaded()
      function* failing(): Iterable<CityRecord> {
        yield { kind: 'building', record: building('half', 2, 5) }
        throw new Error('the file ends here')
      }
      await expect(store.load(source({ records: failing(), replace: true }))).rejects.toThrow('the file ends here')
      expect((await store.counts()).building).toBe(13)
      store.close()
    })

    test('real data into the demonstration city, unless it replaces it', async () => {
      const store = await loaded({ identity: { ...smallIdentity, demo: true } })
      await expect(store.load(source())).rejects.toMatchObject({ code: 'demoRefused', details: { found: '手绘小城' } })
      const before = await store.versions()
      await store.load(source({ records: smallRecords.filter(({ kind }) => kind !== 'gate'), replace: true }))
      const after = await store.versions()
      expect([(await store.identity())?.demo, (await store.counts()).gate, after.geometry]).toEqual([false, 0, before.geometry + 1])
      store.close()
    })

    test('a city without a catalogue', async () => {
      const store = await open()
      await expect(store.load({ identity: smallIdentity, records: [], actor: 'test', replace: false })).rejects.toMatchObject({ code: 'noCatalogue' })
      store.close()
    })
  })

  test(`${name}: a healthy database has no faults`, async () => {
    const store = await loaded()
    expect(await store.faults()).toEqual([])
    store.close()
  })
}

type Model = CityRecord['record']
const nameOf = (record: Model): string => ('id' in record ? record.id : record.code)
const sorted = (records: Model[]): Model[] => records.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
const flat = ({ categories, ...others }: Versions): Record<string, number> => ({ ...others, ...categories })
const risen = (before: Record<string, number>, after: Record<string, number>): Record<string, number> => Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value))

function areaOf(code: string) {
  const found = smallRecords.find(({ kind, record }) => kind === 'area' && 'code' in record && record.code === code)
  if (found?.kind !== 'area') throw new Error(`no area ${code}`)
  return found.record
}

function crowded() {
  const one = building('crowded', 1, 1)
  return { ...one, residents: one.residents && { ...one.residents, all: 10, over60: 20 } }
}
