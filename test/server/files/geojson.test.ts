import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { jsonFault } from '../../../server/files/jsonFault.ts'
import { readCity, withFiles } from '../../tools/files.ts'
import { areaShapefile } from '../../tools/shapefile.ts'

const square = [[120, 30], [120.001, 30], [120.001, 30.001], [120, 30.001], [120, 30]]
const feature = (geometry: unknown, properties: Record<string, unknown> = {}, id?: string) => ({ type: 'Feature', id, properties: { building: 'yes', ...properties }, geometry })
const area = (ring: readonly (readonly (number | null)[])[]) => ({ type: 'Polygon', coordinates: [ring] })
const read = (features: unknown[]) => withFiles({ 'odd.geojson': JSON.stringify({ type: 'FeatureCollection', features }).replace('"+inf"', '1e999') }, (paths) => readCity(paths))

describe('odd features in a sound file are left or repaired, each with its reason', () => {
  test.each([
    ['no geometry', feature(null), 'noGeometry'],
    ['an unknown geometry', feature({ type: 'Circle', coordinates: [120, 30] }), 'wrongGeometry'],
    ['a null among numbers', feature(area([[120, null], [120.001, 30], [120, 30.001]])), 'badPosition'],
    ['infinity', feature({ type: 'Polygon', coordinates: [[['+inf', 30], [120.001, 30], [120, 30.001]]] }), 'badPosition'],
    ['a position off the globe', feature(area([[120, 95], [120.001, 95], [120, 95.001], [120, 95]])), 'badPosition'],
    ['the place 0, 0', feature(area([[0, 0], [0.001, 0], [0, 0.001], [0, 0]])), 'badPosition'],
    ['a shape over the date line', feature(area([[179.9, 30], [-179.9, 30], [-179.9, 30.1], [179.9, 30]])), 'crossesDateLine'],
    ['a line for a building', feature({ type: 'LineString', coordinates: [[120, 30], [120.001, 30]] }), 'wrongGeometry'],
    ['no extent', feature(area([[120, 30], [120.001, 30], [120, 30]])), 'degenerate'],
    ['an id met before', feature(area(square), {}, 'same'), 'duplicate'],
  ])('%s', async (_, odd, reason) => {
    const { of, source } = await read([feature(area(square), { name: '好楼' }, 'same'), odd, feature(area(square)), feature(area(square))])
    expect(of('building').length).toBe(3)
    expect(source.report.roles.building).toMatchObject({ read: 4, used: 3, left: 1, leftBy: { [reason]: { count: 1, examples: ['#2'] } } })
  })

  test.each([
    ['heights', feature(area(square.map((position) => [...position, 12]))), 'heightDropped'],
    ['an open ring', feature(area(square.slice(0, 4))), 'ringClosed'],
    ['a repeated point', feature(area([square[0], square[0], ...square.slice(1)])), 'pointsDropped'],
    ['a collection', feature({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [120, 30] }, area(square)] }), 'partsDropped'],
  ])('%s', async (_, odd, repair) => {
    const { of, source } = await read([odd])
    expect(of('building').map((each) => each.footprint)).toEqual([[[square]]])
    expect(source.report.roles.building.repairedBy).toMatchObject({ [repair]: { count: 1 } })
  })
})

describe('words of other programs', () => {
  test('what GDAL writes for no value and for further tags is understood', async () => {
    const { of } = await read([feature(area(square), { name: '<NA>', other_tags: '"building:levels"=>"7","addr:street"=>"东街","addr:housenumber"=>"3"', osm_way_id: '55' })])
    expect(of('building')[0]).toMatchObject({ id: 'way/55', name: '东街3号', storeys: 7, source: 'OpenStreetMap' })
  })
  test('roads of a Chinese table get their class from 道路等级', async () => {
    const roads = ['主干路', '支路', '人行天桥', '高速公路'].map((grade, index) => ({ type: 'Feature', properties: { 路名: `路${index}`, 道路等级: grade }, geometry: { type: 'LineString', coordinates: [[120, 30 + index / 100], [120.01, 30 + index / 100]] } }))
    const { of } = await read(roads)
    expect(of('street').map(({ name, class: kind, walkable, bridge }) => [name, kind, walkable, bridge])).toEqual([['路0', 'arterial', true, false], ['路1', 'local', true, false], ['路2', 'footway', true, true], ['路3', 'motorway', false, false]])
  })
  test('points name their category by code or name; another is left for want of a category', async () => {
    const points = ['社区食堂', 'library', '棋牌'].map((category, index) => ({ type: 'Feature', properties: { 名称: `点${index}`, 类别: category, 开放时间: '8:00-17:00' }, geometry: { type: 'Point', coordinates: [120, 30] } }))
    const { of, source } = await read(points)
    expect(of('facility').map(({ name, category, hours }) => [name, category, hours])).toEqual([['点0', 'canteen', '8:00-17:00'], ['点1', 'library', '8:00-17:00']])
    expect(source.report.roles.facility.leftBy.noCategory?.examples).toEqual(['#3'])
  })
  test('--as decides where columns do not', async () => {
    await withFiles({ 'plain.geojson': JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { NAME: '一号楼' }, geometry: area(square) }] }) }, async (paths) => {
      expect((await readCity(paths, { as: 'buildings' })).of('building')[0].name).toBe('一号楼')
      expect((await readCity(paths, { as: 'areas' })).of('area')[0].name).toBe('一号楼')
    })
  })
  test('a crs member that names a known projection is followed', async () => {
    const metres = [[500_000, 3_320_000], [500_100, 3_320_000], [500_100, 3_320_100], [500_000, 3_320_000]]
    const text = JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4549' } }, features: [feature(area(metres))] })
    await withFiles({ 'zone.geojson': text }, async (paths) => {
      expect((await readCity(paths)).of('building')[0].footprint[0][0].map(([lon]) => lon)).toContain(120)
    })
  })
  test('places far apart raise a warning', async () => {
    const { source } = await read([feature(area(square)), feature(area(square.map(([lon, lat]) => [lon - 20, lat])))])
    expect(source.report.warnings).toMatchObject([{ code: 'coordinatesSpread', values: { found: '20.0' } }])
  })
})

test('a shapefile in a zip is read as the shapefile', async () => {
  const bytes = areaShapefile([{ name: '社区', bytes: 20 }], [{ shape: [[[120, 30], [120, 30.01], [120.01, 30.01], [120, 30]]], cells: ['柳荫社区'] }], (text) => new TextEncoder().encode(text))
  await withFiles({ 'a.zip': zipSync({ '图/社区.shp': bytes.shp, '图/社区.shx': bytes.shx, '图/社区.dbf': bytes.dbf, '图/说明.txt': new Uint8Array(3) }) }, async (paths) => {
    expect((await readCity(paths)).of('area')).toMatchObject([{ level: 'community', name: '柳荫社区' }])
  })
})

describe('the place of a fault in JSON', () => {
  test('any JSON cut anywhere is said to be cut, or still whole', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, at) => {
        const part = text.slice(0, at % (text.length + 1))
        if (parses(part)) return
        expect(jsonFault(part)).toMatchObject({ cut: true })
      }),
      { seed: 4, numRuns: 500 },
    )
  })
  test('a foreign word is found where it stands', () => {
    expect(jsonFault('{"a": [1, 2, nan]}')).toEqual({ at: 13, cut: false })
    expect(jsonFault('{"a": 1,}')).toEqual({ at: 8, cut: false })
    expect(jsonFault('{} {}')).toEqual({ at: 3, cut: false })
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
