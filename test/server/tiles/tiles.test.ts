import { gunzipSync } from 'node:zlib'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { homeKindOf } from '../../../geodata/kernel/home.ts'
import type { Building } from '../../../geodata/model/building.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { cityLayers } from '../../../server/tiles/city-layers.ts'
import { marginOf } from '../../../server/tiles/encode-layer.ts'
import { largestTileBytes, tileEncoder, type TileEncoder } from '../../../server/tiles/encode-tile.ts'
import { unitsEast, unitsSouth } from '../../../server/tiles/mercator.ts'
import { collect } from '../../tools/collect.ts'
import { decodeTile, type DecodedFeature } from '../../tools/decode-tile.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'
import { planted } from '../../seeds/planted.ts'

const folder = temporaryFolder()
let buildings: Building[] = []
let encode: TileEncoder['encode']
let box: readonly number[] = []

beforeAll(async () => {
  const store = await openStore(join(folder, 'demo.sqlite'))
  await store.load({ ...planted(), catalogue, actor: 'test', replace: false })
  buildings = await collect(store.buildings())
  box = (await store.extent()) ?? []
  encode = tileEncoder(await cityLayers(store)).encode
  store.close()
})

type Group = Parameters<typeof encode>[0]
type Tile = { zoom: number; column: number; row: number }

/** Every tile of the city's box at one zoom. */
function tilesAt(zoom: number): Tile[] {
  const [west, south, east, north] = box
  const column = (lon: number): number => Math.floor(unitsEast(lon) / 2 ** (31 - zoom))
  const row = (lat: number): number => Math.floor(unitsSouth(lat) / 2 ** (31 - zoom))
  const tiles: Tile[] = []
  for (let x = column(west); x <= column(east); x++) for (let y = row(north); y <= row(south); y++) tiles.push({ zoom, column: x, row: y })
  return tiles
}

function decodedAt(group: Group, { zoom, column, row }: Tile): Record<string, DecodedFeature[]> {
  const bytes = encode(group, zoom, column, row)
  return bytes ? decodeTile(gunzipSync(bytes)) : {}
}

const signedArea = (ring: { x: number; y: number }[]): number => {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j].x * ring[i].y - ring[i].x * ring[j].y
  return sum / 2
}

test('outlines are the shapes of the buildings and nothing else: no id, no tag', () => {
  let shapes = 0
  for (const zoom of [13, 16]) {
    for (const tile of tilesAt(zoom)) {
      const buildingShapes = decodedAt('buildings', tile)['buildings'] ?? []
      const { outlines = [], ...others } = decodedAt('outlines', tile)
      expect(others).toEqual({})
      expect(outlines.map((feature) => feature.rings)).toEqual(buildingShapes.map((feature) => feature.rings))
      expect(outlines.filter((feature) => feature.id !== -1 || Object.keys(feature.properties).length > 0)).toEqual([])
      shapes += outlines.length
    }
  }
  expect(shapes).toBeGreaterThan(buildings.length)
})

describe('building tiles', () => {
  test('at the largest zoom every building is there under its dense index, with its own tags', () => {
    const seen = new Map<number, DecodedFeature>()
    for (const tile of tilesAt(16)) for (const feature of decodedAt('buildings', tile)['buildings'] ?? []) seen.set(feature.id, feature)
    expect([...seen.keys()].toSorted((a, b) => a - b)).toEqual(buildings.map((_, i) => i))
    for (const [i, building] of buildings.entries()) {
      const { storeys, home, name, use } = seen.get(i)?.properties ?? {}
      expect({ storeys: storeys ?? null, home, name: name ?? '', use: use ?? null }).toEqual({ storeys: building.storeys, home: homeKindOf(building), name: building.name, use: building.use })
    }
  })

  test('a footprint is where the building stands, to a tile unit', () => {
    const tile = tilesAt(16).find((one) => (decodedAt('buildings', one)['buildings'] ?? []).length > 5)
    if (!tile) throw new Error('no tile with buildings')
    const shift = 2 ** (31 - 12 - 16)
    for (const { id, rings } of decodedAt('buildings', tile)['buildings']) {
      const corners = buildings[id].footprint[0][0].map(([lon, lat]) => ({ x: Math.floor(unitsEast(lon) / shift) - tile.column * 4096, y: Math.floor(unitsSouth(lat) / shift) - tile.row * 4096 }))
      if (corners.some(({ x, y }) => x < 0 || y < 0 || x > 4096 || y > 4096)) continue
      for (const { x, y } of rings[0]) expect(corners.some((corner) => Math.abs(corner.x - x) <= 1 && Math.abs(corner.y - y) <= 1)).toBe(true)
    }
  })

  test('polygons at tile edges join: inside the tiles they cover exactly the area of the whole shape', () => {
    const seam = 2 ** (31 - 16)
    const crossing = buildings.findIndex(({ footprint }) => {
      const columns = footprint[0][0].map(([lon]) => Math.floor(unitsEast(lon) / seam))
      return footprint.length === 1 && footprint[0].length === 1 && Math.max(...columns) === Math.min(...columns) + 1
    })
    const ring = buildings[crossing].footprint[0][0].slice(0, -1).map(([lon, lat]) => ({ x: Math.floor(unitsEast(lon) / 8), y: Math.floor(unitsSouth(lat) / 8) }))
    let covered = 0
    for (const tile of tilesAt(16)) {
      for (const feature of decodedAt('buildings', tile)['buildings'] ?? []) {
        if (feature.id === crossing) for (const part of feature.rings) covered += signedArea(cutTo(part, 0, 4096))
      }
    }
    // Crossings are rounded to a unit, so an edge may move by half a unit over its length.
    const perimeter = ring.reduce((sum, one, i) => sum + Math.hypot(one.x - ring[(i + 1) % ring.length].x, one.y - ring[(i + 1) % ring.length].y), 0)
    expect(Math.abs(covered - Math.abs(signedArea(ring)))).toBeLessThan(perimeter / 2)
  })

  test('outer rings turn one way and holes the other, as the specification wants', () => {
    for (const tile of tilesAt(14)) for (const { rings } of decodedAt('buildings', tile)['buildings'] ?? []) expect(signedArea(rings[0])).toBeGreaterThan(0)
  })
})

describe('every tile', () => {
  test.each([8, 10, 12, 13, 14, 15, 16])('at zoom %i weighs at most 500 kB and stays within its margin', (zoom) => {
    for (const tile of tilesAt(zoom)) {
      for (const group of ['base', 'buildings', 'places'] as const) {
        const bytes = encode(group, tile.zoom, tile.column, tile.row)
        if (!bytes) continue
        expect(bytes.length).toBeLessThanOrEqual(largestTileBytes)
        for (const [layer, features] of Object.entries(decodeTile(gunzipSync(bytes)))) {
          const { keep } = marginOf(layer)
          for (const { rings } of features) for (const ring of rings) for (const { x, y } of ring) expect(Math.min(x, y) >= -keep && Math.max(x, y) <= 4096 + keep).toBe(true)
        }
      }
    }
  })

  test('far away there is nothing', () => {
    expect(encode('base', 14, 100, 100)).toBe(null)
    expect(encode('buildings', 12, tilesAt(12)[0].column, tilesAt(12)[0].row)).toBe(null)
  })

  test('base and places carry the layers and tags the style is written for', () => {
    const keys = (features: DecodedFeature[] | undefined): string[] => [...new Set((features ?? []).flatMap(({ properties }) => Object.keys(properties)))].toSorted()
    const merged: Record<string, DecodedFeature[]> = {}
    for (const tile of tilesAt(15)) {
      for (const group of ['base', 'places'] as const) for (const [name, features] of Object.entries(decodedAt(group, tile))) merged[name] = [...(merged[name] ?? []), ...features]
    }
    expect(Object.keys(merged).toSorted()).toEqual(['areaLabels', 'areas', 'facilities', 'gates', 'ground', 'groundLabels', 'streets', 'units'])
    expect(keys(merged['areas'])).toEqual(['code', 'level', 'name'])
    expect(keys(merged['facilities'])).toEqual(['category', 'id', 'name', 'open'])
    expect(keys(merged['gates'])).toEqual(['id', 'locked', 'name'])
    expect(keys(merged['units'])).toEqual(['id', 'name', 'nature'])
    expect(keys(merged['streets'])).toEqual(expect.arrayContaining(['bridge', 'class', 'name', 'steps']))
    expect(keys(merged['ground'])).toContain('kind')
  })
})

/** The part of a ring between two lines across and two down, exactly, in floating point: the oracle for joins. */
function cutTo(ring: { x: number; y: number }[], low: number, high: number): { x: number; y: number }[] {
  const sides: [axis: 'x' | 'y', limit: number, sign: number][] = [['x', low, 1], ['x', high, -1], ['y', low, 1], ['y', high, -1]]
  let points = ring
  for (const [axis, limit, sign] of sides) {
    const next: { x: number; y: number }[] = []
    points.forEach((to, i) => {
      const from = points[(i + points.length - 1) % points.length]
      const [a, b] = [sign * (from[axis] - limit), sign * (to[axis] - limit)]
      if (a >= 0 !== b >= 0) next.push({ x: from.x + ((to.x - from.x) * a) / (a - b), y: from.y + ((to.y - from.y) * a) / (a - b) })
      if (b >= 0) next.push(to)
    })
    points = next
  }
  return points
}
