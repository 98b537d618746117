import gcoord from 'gcoord'
import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import type { Datum } from '../../../geodata/intake/datum.ts'
import { datumFrom } from '../../../geodata/intake/datum.ts'
import { issueText } from '../../../geodata/words/issues.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { definitionOf } from '../../../server/files/projection.ts'
import { readCity, withFiles } from '../../tools/files.ts'

const place: Position = [116.404, 39.915]
const point = (position: readonly number[], index = 0) => ({ type: 'Feature', id: `n${index}`, properties: { name: `店${index}`, category: '餐馆' }, geometry: { type: 'Point', coordinates: position } })
const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const metresApart = (a: Position, b: Position) => Math.hypot((a[0] - b[0]) * 85_000, (a[1] - b[1]) * 111_000)

async function readAs(position: readonly number[], datum: Datum | undefined): Promise<Position> {
  return withFiles({ 'shops.geojson': collection([point(position)]) }, async (paths) => (await readCity(paths, { datum })).of('facility')[0].position)
}

describe('datums', () => {
  test.each([['gcj02', gcoord.GCJ02], ['bd09', gcoord.BD09]] as const)('%s is shifted back to within a metre', async (datum, crs) => {
    const shifted = gcoord.transform([place[0], place[1]], gcoord.WGS84, crs)
    expect(metresApart(await readAs(shifted, datum), place)).toBeLessThan(1)
    expect(metresApart(await readAs(shifted, undefined), place)).toBeGreaterThan(300)
  })
  test.each([undefined, 'wgs84', 'cgcs2000', 'EPSG:4490'] as const)('%s is taken as it is', async (datum) => {
    expect(await readAs(place, datum)).toEqual(place)
  })
  test.each([3857, 4498, 4509, 4527, 4548, 32650])('EPSG:%i is projected back to within a centimetre', async (code) => {
    const projected = proj4('WGS84', definitionOf(code) ?? '').forward([place[0], place[1]])
    expect(metresApart(await readAs(projected, `EPSG:${code}`), place)).toBeLessThan(0.01)
  })
  test('names of datums are read in small and capital letters, others are none', () => {
    expect(['WGS84', 'gcj02', 'epsg:4549', 'EPSG:x', 'mars'].map(datumFrom)).toEqual(['wgs84', 'gcj02', 'EPSG:4549', null, null])
  })
})

describe('a doubtful datum', () => {
  // 25 buildings in a row, 200 m apart, and a shop in the middle of each.
  const centres = Array.from({ length: 25 }, (_, index): Position => [116.4 + index * 0.002, 39.9])
  const ring = ([lon, lat]: Position) => [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(([x, y]) => [lon + x * 0.0002, lat + y * 0.0002])
  const buildings = collection(centres.map((centre) => ({ type: 'Feature', properties: { building: 'yes' }, geometry: { type: 'Polygon', coordinates: [ring(centre)] } })))
  const warningsFor = (shops: readonly (readonly number[])[], datum?: Datum): Promise<string[]> =>
    withFiles({ 'buildings.geojson': buildings, 'shops.geojson': collection(shops.map(point)) }, async (paths) => (await readCity(paths, { datum })).source.report.warnings.map((warning) => issueText(warning)))

  test('points that fit the buildings better under GCJ-02 raise a warning with the counts', async () => {
    const shops = centres.map(([lon, lat]) => gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02))
    expect(await warningsFor(shops)).toEqual(['shops.geojson：坐标系可能不对：按 wgs84，25 个点中 0 个落在建筑内；若按 gcj02 则有 25 个。'])
  })
  test('points that fit raise none', async () => {
    expect(await warningsFor(centres)).toEqual([])
  })
})
