import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../../geodata/intake/report.ts'
import type { ReadCity } from '../../tools/files.ts'
import { fixturePath, readCity } from '../../tools/files.ts'

/** A made-up corner of a town with every fault once: test/fixtures/osm/corner.osm. */
let city: ReadCity
beforeAll(async () => {
  city = await readCity([fixturePath('osm/corner.osm')])
})

const building = (id: string) => city.of('building').find((each) => each.id === id)
const street = (id: string) => city.of('street').find((each) => each.id === id)
const facility = (name: string) => city.of('facility').find((each) => each.name === name)

describe('buildings', () => {
  test('a multipolygon has all its outer rings, and the hole in the ring around it', () => {
    expect(building('relation/201')?.footprint.map((rings) => rings.length)).toEqual([2, 1])
  })
  test('an outer way that says the same as its relation is not a second building', () => {
    expect(building('way/124')).toBeUndefined()
    expect(city.source.report.roles.building.leftBy.memberOfRelation?.examples).toEqual(['way/124'])
  })
  test('a relation without tags gives its hole to the outer way', () => {
    expect(building('way/126')?.footprint.map((rings) => rings.length)).toEqual([2])
  })
  test('outlines that do not close are reported', () => {
    expect(city.source.report.roles.building.leftBy.openRing?.examples).toEqual(['way/119', 'relation/202'])
  })
  test('a plain building on residential land is a home, and its source says that this was inferred', () => {
    expect(building('way/114')).toMatchObject({ use: 'residential', source: 'OpenStreetMap（用途按所在居住用地推定）' })
  })
  test('a plain building elsewhere has no use and no residents', () => {
    expect(building('way/117')).toMatchObject({ use: null, storeys: 3, residents: null })
  })
  test('an address stands in for a name', () => {
    expect(building('way/115')?.name).toBe('柳荫路8号')
  })
  test('a marked entrance on the outline is the way in', () => {
    expect(building('way/116')?.entrances).toEqual([[120.0014, 30.0014]])
  })
  test('residents of homes are estimated by the catalogue, marked so, and add up to the total of all floors', () => {
    const homes = city.of('building').flatMap((each) => (each.residents ? [each.residents] : []))
    expect(homes.every((residents) => !residents.counted && residents.source.startsWith('按建筑面积估算'))).toBe(true)
    expect(homes.map((residents) => residents.all).reduce((sum, all) => sum + all, 0)).toBe(225)
    for (const { all, over60, over80, children } of homes) expect(over80 <= over60 && over60 + children <= all).toBe(true)
  })
})

describe('streets', () => {
  test('motorways, railways and private ways are drawn but not walked; foot=yes opens a private path', () => {
    expect(['way/101', 'way/105', 'way/106', 'way/107', 'way/110'].map((id) => street(id)?.walkable)).toEqual([true, false, false, true, false])
  })
  test('steps and crossings are told apart', () => {
    expect([street('way/103')?.steps, street('way/103')?.class, street('way/104')?.class]).toEqual([true, 'steps', 'crossing'])
  })
  test('a pedestrian area gives its outline to walk along', () => {
    const ring = street('way/112')?.line ?? []
    expect([ring.length, ring[0]]).toEqual([5, ring[4]])
  })
  test('what is under construction, below ground or cut off is left with its reason', () => {
    const { leftBy } = city.source.report.roles.street
    expect([leftBy.notBuilt?.examples, leftBy.underground?.examples, leftBy.vertexMissing?.examples]).toEqual([['way/108'], ['way/109'], ['way/111']])
  })
  test('a private gate on a street is locked and lies on a vertex of it; one on no street is left', () => {
    expect(city.of('gate')).toMatchObject([{ id: 'node/3', name: '东门', locked: 'always', position: street('way/101')?.line[2] }])
    expect(city.source.report.roles.gate.leftBy.offStreet?.count).toBe(1)
  })
})

describe('places', () => {
  test('opening hours are stored unread, access becomes admission, wheelchair becomes step-free', () => {
    expect(facility('老街面馆')).toMatchObject({ category: 'restaurant', hours: '06:00-14:00', admission: { audience: 'everyone' }, capacity: { seats: 40 }, stepFree: null })
    expect(facility('柳荫图书馆')).toMatchObject({ category: 'library', stepFree: true })
    expect(city.of('facility').find((each) => each.category === 'toilet')).toMatchObject({ admission: { audience: 'byArrangement' }, stepFree: false })
    expect(city.of('facility').find((each) => each.category === 'convenience')).toMatchObject({ admission: { audience: 'staff' } })
  })
  test('a name that says 社区食堂 makes a restaurant a canteen, and is reported', () => {
    expect(facility('柳荫社区食堂')?.category).toBe('canteen')
    expect(city.source.report.roles.facility.repairedBy.categoryFromName?.count).toBe(2)
  })
  test('a 派出所 serves the neighbourhood; a 公安分局 is an office without a category', () => {
    expect([facility('柳荫派出所')?.category, facility('城西公安分局')]).toEqual(['policeRoom', undefined])
  })
  test('a place of worship is a plain building and no facility', () => {
    expect([building('way/120')?.use, facility('静安庵')]).toEqual(['religious', undefined])
    expect(city.source.report.roles.facility.leftBy.worship?.count).toBe(1)
  })
  test('a category that the catalogue does not hold leaves its places out, counted', async () => {
    const { catalogue } = await import('../../../seeds/catalogue.ts')
    const smaller = await readCity([fixturePath('osm/corner.osm')], { catalogue: { ...catalogue, categories: catalogue.categories.filter((category) => category.code !== 'restaurant') } })
    expect(smaller.of('facility').some((each) => each.name === '老街面馆')).toBe(false)
    expect(smaller.source.report.roles.facility.leftBy.noCategory?.count).toBe(3)
  })
})

describe('what is never stored', () => {
  test('military, security and detention sites leave neither a record nor a name, and are counted', () => {
    const everything = JSON.stringify([city.records, city.source.report])
    for (const word of ['部队', '监狱', '看守所', '营区']) expect(everything).not.toContain(word)
    const { roles: counted } = city.source.report
    expect([counted.building.leftBy.refused?.count, counted.ground.leftBy.refused?.count, counted.facility.leftBy.refused?.count]).toEqual([2, 1, 2])
  })
  test('a building on refused land is refused with it, whatever its own name', () => {
    expect(JSON.stringify(city.records)).not.toContain('小楼')
  })
})

test('an administrative boundary is an area only where it is whole', () => {
  expect(city.of('area')).toMatchObject([{ code: 'relation/204', level: 'street', name: '柳荫街道' }])
  expect(city.source.report.roles.area.leftBy.openRing?.examples).toEqual(['relation/205'])
})

test('for every role, what was read is what was used and what was left, and the reasons add up', () => {
  for (const role of roles) {
    const entry = city.source.report.roles[role]
    const sum = (tallies: readonly { count: number }[]): number => tallies.reduce((all, tally) => all + tally.count, 0)
    expect([role, entry.read]).toEqual([role, entry.used + entry.left])
    expect([role, sum(Object.values(entry.leftBy))]).toEqual([role, entry.left])
    expect([role, Object.values(entry.readBy).reduce((all, count) => all + count, 0)]).toEqual([role, entry.read])
  }
  expect(city.source.report.complete).toBe(true)
})

test('the records of each kind are counted as they pass', () => {
  expect(Object.values(city.source.report.records).reduce((sum, count) => sum + count, 0)).toBe(city.records.length)
})

test('the attribution of OpenStreetMap and the newest day of the file come along', () => {
  expect(city.source.identity).toMatchObject({ name: 'corner', attribution: '© OpenStreetMap contributors', sourceDate: '2024-05-09' })
})
