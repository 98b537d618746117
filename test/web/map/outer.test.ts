import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { degreesTile, degreesTemplate, readAsked } from '../../../web/map/outer/degrees.ts'
import { hiddenUnderOuter, mayFetch, outerLayers, outerSource } from '../../../web/map/outer/outer.ts'
import type { OuterMap } from '../../../web/map/seam.ts'
import { degreesRow, latitudeOf, sourceRows, tileRows } from '../../../web/map/outer/rows.ts'
import { paletteOf } from '../../../web/map/palette.ts'
import { layersOf } from '../../../web/map/style.ts'
import { someWishes } from './wishes.ts'

const pixels = 256
const raster: OuterMap = { name: '天地图', kind: 'raster', tiles: ['https://t0.example.cn/w?x={x}&y={y}&z={z}&tk=KEY', 'https://t1.example.cn/w?x={x}&y={y}&z={z}&tk=KEY'], matrixSet: 'w', tilePixels: 256, minZoom: 1, maxZoom: 18, attribution: '天地图', mapApproval: 'GS(2024)0650号', layers: [] }
const own: OuterMap = { ...raster, name: 'own', kind: 'vector', tiles: ['/tiles/outer/own/{z}/{x}/{y}'], tilePixels: 512, layers: ['water', 'roads'] }

/** Tiles of levels that are used, between 60 south and 75 north. */
const tile = fc.integer({ min: 3, max: 18 }).chain((z) => fc.tuple(fc.constant(z), fc.integer({ min: Math.ceil(0.18 * 2 ** z), max: Math.floor(0.7 * 2 ** z) })))

describe('rows of a mercator tile in tiles of degrees', () => {
  test('each pixel is taken from where it lies, to less than half a pixel', () => {
    fc.assert(fc.property(tile, fc.integer({ min: 0, max: pixels - 1 }), ([z, y], at) => {
      const { from, height } = sourceRows(z, y, pixels)[at]
      const truth = degreesRow(latitudeOf((y + (at + 0.5) / pixels) / 2 ** z), z, pixels)
      expect(Math.abs(from + height / 2 - truth)).toBeLessThan(0.5)
    }), { seed: 6 })
  })
  test('follow each other without a gap, each at most as high as at the equator', () => {
    fc.assert(fc.property(tile, ([z, y]) => {
      const rows = sourceRows(z, y, pixels)
      rows.slice(1).forEach(({ from }, at) => expect(from).toBeCloseTo(rows[at].from + rows[at].height, 6))
      for (const { height } of rows) expect(height > 0 && height <= 1 + 1e-6).toBe(true)
    }), { seed: 6 })
  })
  test('need one tile or two, and all of them', () => {
    fc.assert(fc.property(tile, ([z, y]) => {
      const rows = sourceRows(z, y, pixels)
      const needed = tileRows(rows, z, pixels)
      expect(needed.length === 1 || needed.length === 2).toBe(true)
      const last = rows[pixels - 1]
      expect(needed[0] * pixels).toBeLessThanOrEqual(rows[0].from)
      expect(((needed.at(-1) ?? 0) + 1) * pixels).toBeGreaterThanOrEqual(last.from + last.height - 1e-6)
    }), { seed: 6 })
  })
  test('Beijing lies at level 12 in row 569 of the degrees, and a pixel of level 1 is 0.703125 degrees', () => {
    // 39.9042 north: (90 - 39.9042) / (360 / 4096) = 569.98.
    expect(Math.floor(degreesRow(39.9042, 12, pixels) / pixels)).toBe(569)
    expect(degreesRow(90 - 0.703125, 1, pixels)).toBeCloseTo(1, 9)
  })
})

describe('an outer base map', () => {
  test('of degrees goes through our own protocol, whose template keeps the places of the outer one', () => {
    const asked = degreesTemplate(raster.tiles).replace('{z}', '12').replace('{x}', '3372').replace('{y}', '1551')
    expect(readAsked(asked)).toEqual({ z: 12, x: 3372, y: 1551, addresses: raster.tiles })
    expect(degreesTile(asked, 569)).toBe('https://t1.example.cn/w?x=3372&y=569&z=12&tk=KEY')
    expect(outerSource({ ...raster, matrixSet: 'c' }, 'https://linli.example')).toMatchObject({ type: 'raster', tiles: [degreesTemplate(raster.tiles)] })
  })
  test('of our own server is asked there, at the levels its archive has', () => {
    expect(outerSource(own, 'https://linli.example')).toEqual({ type: 'vector', tiles: ['https://linli.example/tiles/outer/own/{z}/{x}/{y}'], minzoom: 1, maxzoom: 18 })
    expect(outerLayers(own, paletteOf('light')).map(({ id }) => id)).toEqual(['outer-water-surface', 'outer-water-line', 'outer-roads-surface', 'outer-roads-line'])
  })
  test('whose layers are listed by the alphabet has streets above water above land', () => {
    const ids = outerLayers({ ...own, layers: ['boundaries', 'buildings', 'earth', 'landuse', 'roads', 'trees', 'water'] }, paletteOf('dark')).map(({ id }) => id).filter((id) => id.endsWith('-surface'))
    expect(ids).toEqual(['earth', 'landuse', 'trees', 'water', 'buildings', 'roads', 'boundaries'].map((name) => `outer-${name}-surface`))
  })
  test('takes the place of ground and streets, right above the land, and of nothing figures speak of', () => {
    const plain = layersOf(someWishes()).map(({ id }) => id)
    const over = layersOf(someWishes('light', { outer: raster })).map(({ id }) => id)
    expect(over.slice(0, 2)).toEqual(['land', 'outer'])
    expect(plain.filter((id) => !over.includes(id))).toEqual(plain.filter((id) => hiddenUnderOuter.has(id as never)))
    for (const kept of ['buildings', 'buildings-gap', 'community-outline', 'asked-badges', 'community-labels']) expect(over).toContain(kept)
  })
})

describe('what the map may ask', () => {
  const origin = 'https://linli.example'
  test('is our own server alone while no outer map is on', () => {
    for (const address of ['https://t0.example.cn/w?x=1', 'degrees://1/1/1?x', 'http://linli.example/a']) expect(mayFetch(address, origin, null), address).toBe(false)
    for (const address of ['/tiles/base/1/1/1.pbf', `${origin}/a`, 'data:,', 'blob:https://linli.example/1']) expect(mayFetch(address, origin, null), address).toBe(true)
  })
  test('is the hosts of the chosen one besides, and of no other', () => {
    expect(mayFetch('https://t1.example.cn/w?x=1', origin, raster)).toBe(true)
    expect(mayFetch('https://t2.example.cn/w?x=1', origin, raster)).toBe(false)
    expect(mayFetch('https://t0.example.cn.evil.example/w', origin, raster)).toBe(false)
    expect(mayFetch('degrees://1/1/1?x', origin, raster)).toBe(false)
    expect(mayFetch('https://t1.example.cn/w?x=1', origin, own)).toBe(false)
  })
})
