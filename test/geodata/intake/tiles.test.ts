import { beforeAll, describe, expect, test } from 'vitest'
import { largestNet } from '../../tools/component.ts'
import type { ReadCity } from '../../tools/files.ts'
import { fixturePath, readCity } from '../../tools/files.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'

/** Two made-up map tiles that meet at 120.005 degrees: test/fixtures/geojson/tiles.geojson. */
let city: ReadCity
beforeAll(async () => {
  city = await readCity([fixturePath('geojson/tiles.geojson')])
})

const street = (id: string) => city.of('street').find((each) => each.id === id)

describe('the miniature', () => {
  test('a building cut at the tile edge is one building again', () => {
    const building = city.of('building').find((each) => each.id === 'osm/1')
    expect(building).toMatchObject({ name: '跨图楼', use: 'residential', storeys: 6 })
    const lons = building?.footprint[0][0].map(([lon]) => lon) ?? []
    expect([building?.footprint.length, Math.min(...lons), Math.max(...lons)]).toEqual([1, 120.0048, 120.0052])
  })
  test('pieces are counted as read and used, the point that only labels them is not a building', () => {
    expect(city.source.report.roles.building).toMatchObject({ read: 4, used: 3, left: 1, repairedBy: { partsMerged: { count: 1 } } })
    expect(city.source.report.others['kind=building']).toBe(1)
  })
  test('a road cut at the tile edge is one line again', () => {
    expect(street('osm/10')?.line.map(([lon]) => lon)).toEqual([120, 120.002, 120.005, 120.01])
  })
  test('a side street that stops half a metre short is tied to the road, which gets a vertex there', () => {
    expect(street('osm/11')?.line[0]).toEqual([120.002, 30])
    expect(street('osm/10')?.line).toContainEqual([120.002, 30])
  })
  test('a bridge is not tied to the road below it, and a path far off is left alone', () => {
    expect(street('osm/12')?.line[0]).toEqual([120.007, 30.0000045])
    expect(street('osm/13')?.line[0]).toEqual([120.008, 30.0004])
  })
  test('pieces of steps that meet are one flight', () => {
    expect(street('osm/14')?.line.length).toBe(3)
  })
  test('arterial tunnels are not walked, subways and ferries are no streets', () => {
    expect([street('osm/15')?.walkable, street('osm/16'), street('osm/17')]).toEqual([false, undefined, undefined])
  })
  test('a park over two tiles is one ground and one place', () => {
    expect([city.of('ground').length, city.of('facility').filter((each) => each.category === 'garden').length]).toEqual([1, 1])
  })
  test('a refused site leaves no name', () => {
    expect(JSON.stringify([city.records, city.source.report])).not.toContain('军区')
  })
})

describe('Shanghai Bund', () => {
  test.skipIf(!sharedPresent)(`both building files read as 1,321 buildings, one of them refused as military${sharedNote}`, async () => {
    const whole = await readCity([sharedPath('data/shanghai_bund_osm/buildings_dedup.geojson')])
    expect(whole.source.report.roles.building).toMatchObject({ read: 1321, used: 1320, leftBy: { refused: { count: 1 } } })
    const pieces = await readCity([sharedPath('data/shanghai_bund_osm/buildings.geojson')])
    const ids = (read: ReadCity) => read.of('building').map((each) => each.id).sort()
    expect(ids(pieces)).toEqual(ids(whole))
  })
  test.skipIf(!sharedPresent)(`more than 96 % of the walkable length hangs together${sharedNote}`, async () => {
    const { of, source } = await readCity([sharedPath('data/shanghai_bund_osm/roads.geojson')])
    expect(largestNet(of('street')).share).toBeGreaterThan(0.96)
    expect(source.identity.attribution).toBe('© OpenStreetMap contributors')
  })
})
