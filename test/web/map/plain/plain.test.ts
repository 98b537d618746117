import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tilesOf } from '../../../../web/map/plain/cover.ts'
import { wholeAreas } from '../../../../web/map/plain/areas.ts'
import { buildingLayers, roadLayers, type PlainWishes } from '../../../../web/map/plain/layers.ts'
import { placed, type PlainLabel } from '../../../../web/map/plain/labels.ts'
import { fitted, movedView, positionOf, project, scaleOf, unproject, worldOf, type View } from '../../../../web/map/plain/mercator.ts'
import { placeMarks } from '../../../../web/map/plain/marks.ts'
import { outlineOf, pathOf } from '../../../../web/map/plain/paths.ts'
import { pickPlain } from '../../../../web/map/plain/picking.ts'
import { extent, holds, type Piece, type PlainTile } from '../../../../web/map/plain/pieces.ts'
import { roadPixels } from '../../../../web/map/plain/roads.ts'
import { paletteOf } from '../../../../web/map/palette.ts'
import { pixelsPerMetre } from '../../../../web/map/scale.ts'

const view: View = { lon: 112.6, lat: 30.39, zoom: 14.3, width: 800, height: 600 }
const piece = (rings: number[][], more: Partial<Piece> = {}): Piece => ({ id: null, properties: {}, shape: 'polygon', rings, ...more })
const square = (left: number, top: number, side: number): number[] => [left, top, left + side, top, left + side, top + side, left, top + side]
const wishes: PlainWishes = { palette: paletteOf('light'), zoom: 15, latitude: 30, switches: new Set(['patterns', 'communities', 'labels']), areaFocus: null, states: null, lights: null, dimmed: false, enlarged: 1 }
const at = { z: 14, x: 13316, y: 6749 }
const tileOf = (layers: PlainTile['layers'], address = at): PlainTile => ({ address, layers })
/** A view whose middle is the middle of the tile. */
const over: View = { ...view, zoom: 14, ...(([lon, lat]) => ({ lon, lat }))(positionOf((at.x + 0.5) / 2 ** 14, (at.y + 0.5) / 2 ** 14)) }

describe('mercator', () => {
  const anywhere = fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }))
  test('there and back is the same place', () => {
    fc.assert(fc.property(anywhere, ([lon, lat]) => {
      const [east, south] = positionOf(...worldOf([lon, lat]))
      expect(east).toBeCloseTo(lon, 9)
      expect(south).toBeCloseTo(lat, 9)
    }), { seed: 6 })
  })
  test('a point of the screen and its place belong together, and a drag keeps what was held under the finger', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 }), fc.double({ min: 10, max: 19, noNaN: true }), (x, y, toX, toY, zoom) => {
      const held = unproject(view, { x, y })
      const there = project(movedView(view, { x, y }, { x: toX, y: toY }, zoom), held)
      expect(there.x).toBeCloseTo(toX, 4)
      expect(there.y).toBeCloseTo(toY, 4)
    }), { seed: 6 })
  })
  test('a metre of the ground is as long as the scale bar says', () => {
    const a = project(view, [112.6, 30.39]), b = project(view, [112.6, 30.39 + 1 / 111_194.9])
    expect(Math.abs(a.y - b.y) / pixelsPerMetre(30.39, view.zoom)).toBeCloseTo(1, 2)
  })
  test('a box that is fitted lies within its margins and touches two sides of them', () => {
    const margins = { top: 20, right: 30, bottom: 40, left: 50 }
    const box = [112.55, 30.37, 112.65, 30.42] as const
    const found = fitted(box, view, margins, 22) as View
    const a = project(found, [box[0], box[3]]), b = project(found, [box[2], box[1]])
    expect(Math.min(a.x - 50, 770 - b.x, a.y - 20, 560 - b.y)).toBeCloseTo(0, 4)
    expect(Math.max(a.x - 50, a.y - 20)).toBeGreaterThan(0)
    expect(fitted(box, view, { top: 300, right: 0, bottom: 290, left: 0 }, 22)).toBeNull()
  })
})

describe('tiles of a view', () => {
  test('cover each of its corners, from the middle outwards, and none lies wholly out of it', () => {
    fc.assert(fc.property(fc.double({ min: 9, max: 19, noNaN: true }), (zoom) => {
      const now = { ...view, zoom }
      const tiles = tilesOf(now, { minZoom: 8, maxZoom: 16, box: null })
      for (const corner of [{ x: 1, y: 1 }, { x: 799, y: 599 }]) {
        const [east, south] = worldOf(unproject(now, corner))
        const { z } = tiles[0]
        expect(tiles).toContainEqual({ z, x: Math.floor(east * 2 ** z), y: Math.floor(south * 2 ** z) })
      }
      const side = scaleOf(zoom) / 2 ** tiles[0].z
      expect(tiles.length).toBeLessThanOrEqual((Math.ceil(800 / side) + 1) * (Math.ceil(600 / side) + 1))
    }), { seed: 6 })
  })
  test('are none below the least zoom, those of the last one beyond it, and only those of the city', () => {
    expect(tilesOf({ ...view, zoom: 12.9 }, { minZoom: 13, maxZoom: 16, box: null })).toEqual([])
    expect(tilesOf({ ...view, zoom: 18 }, { minZoom: 13, maxZoom: 16, box: null })[0].z).toBe(16)
    expect(tilesOf(view, { minZoom: 8, maxZoom: 16, box: [10, 10, 11, 11] })).toEqual([])
  })
})

describe('shapes', () => {
  test('a path begins where it is, goes on by differences and closes', () => {
    expect(pathOf(piece([square(10, 20, 5), [12, 22, 13, 22, 13, 23]]))).toBe('M10 20l5 0 0 5 -5 0zM12 22l1 0 0 1z')
    expect(pathOf({ shape: 'line', rings: [[0, 0, 3, 4]] }, [100, 200])).toBe('M100 200l3 4')
  })
  test('the outline of a piece leaves out the edges along which its tile was cut', () => {
    const cut = [4000, 100, extent + 64, 100, extent + 64, 200, 4000, 200]
    expect(outlineOf(piece([cut]), 64)).toBe('M4160 200l-160 0 0 -100 160 0')
    expect(outlineOf(piece([square(0, 0, 10)]), 64)).toBe('M0 0l10 0 0 10 -10 0z')
  })
  test('two pieces of an area are one shape, each where its tile lies', () => {
    const properties = { level: 'community', code: '1', name: '甲' }
    const [west, east] = [tileOf({ areas: [piece([square(4000, 0, 160)], { properties })] }), tileOf({ areas: [piece([square(-64, 0, 160)], { properties })] }, { ...at, x: at.x + 1 })]
    const [area, ...others] = wholeAreas([west, east], at, null, 14)
    expect(others).toEqual([])
    expect(area.d).toBe('M4000 0l160 0 0 160 -160 0zM4032 0l160 0 0 160 -160 0z')
    expect(area.picked).toEqual({ kind: 'area', code: '1', name: '甲', level: 'community' })
  })
  test('a hole is outside', () => {
    const ring = piece([square(0, 0, 10), square(4, 4, 2)])
    expect([holds(ring, 2, 2), holds(ring, 5, 5), holds(ring, 11, 5)]).toEqual([true, false, false])
  })
})

describe('layers', () => {
  const houses = tileOf({ buildings: [piece([square(0, 0, 9)], { id: 0 }), piece([square(20, 0, 9)], { id: 1 }), piece([square(40, 0, 9)], { id: 2 })] })
  test('buildings are filled by their state, with its pattern as second sign', () => {
    const layers = buildingLayers([houses], 'buildings', { ...wishes, states: Uint8Array.of(0, 3, 6) })
    const fill = (id: string) => layers.find((layer) => layer.id === id)?.fill
    expect([fill('building-covered'), fill('building-uncovered'), fill('building-uncovered-pattern'), fill('building-other')]).toEqual([wishes.palette.covered, wishes.palette.gap, 'url(#gap)', wishes.palette.bldg])
    expect(layers.find((layer) => layer.id === 'building-uncovered')?.parts.map((part) => part.d)).toEqual(['M20 0l9 0 0 9 -9 0z'])
  })
  test('outlines, which have no index, have no state either', () => {
    const plain = tileOf({ outlines: [piece([square(0, 0, 9)])] })
    expect(buildingLayers([plain], 'outlines', { ...wishes, states: Uint8Array.of(0) }).map((layer) => [layer.id, layer.fill])).toEqual([['building-plain', wishes.palette.bldg]])
  })
  test('what is not lit steps back', () => {
    const [covered] = buildingLayers([houses], 'buildings', { ...wishes, states: Uint8Array.of(0, 3, 6), lights: ['uncovered'] })
    expect(covered.fill).not.toBe(wishes.palette.covered)
  })
  test('large streets lie over small ones, all fills over all casings', () => {
    const ids = roadLayers([], wishes).map((layer) => layer.id)
    expect(ids.indexOf('motorway')).toBeGreaterThan(ids.indexOf('local'))
    expect(ids.indexOf('lane')).toBeGreaterThan(ids.indexOf('motorway-casing'))
    expect(roadLayers([], wishes, false).map((layer) => layer.id)).not.toContain('local')
  })
  test('a street grows with the zoom and is as wide as it is from 16 on', () => {
    for (const kind of ['arterial', 'secondary', 'local', 'lane']) for (let zoom = 10; zoom < 20; zoom += 0.25) expect(roadPixels(kind, zoom + 0.25, 30), `${kind} ${zoom}`).toBeGreaterThanOrEqual(roadPixels(kind, zoom, 30))
    expect(roadPixels('arterial', 17, 30)).toBeCloseTo(24 * pixelsPerMetre(30, 17), 6)
  })
})

describe('names and marks', () => {
  test('of two names that would lie on each other the higher stays, and none lies on another', () => {
    fc.assert(fc.property(fc.array(fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }), text: fc.string({ minLength: 1, maxLength: 8 }) }), { maxLength: 40 }), (where) => {
      const labels: PlainLabel[] = where.map(({ text }, index) => ({ key: String(index), text, position: [index, 0], pixels: 12, colour: '', rank: -index, picked: null }))
      const shown = placed(labels, ([index]) => where[index], view)
      if (labels.length > 0) expect(shown[0].key).toBe('0')
      shown.forEach((one, first) => shown.slice(first + 1).forEach((other) => expect(Math.abs(one.y - other.y) >= 12 || Math.abs(one.x - other.x) >= 12).toBe(true)))
    }), { seed: 6 })
  })
  const site = (id: string, category: string, open: string) => piece([[extent / 2, extent / 2]], { shape: 'point', properties: { id, category, name: id, open } })
  const asked = { theme: 'light', categories: [{ code: 'canteen', glyph: 'utensils', colour: 0 }], category: 'canteen', group: '60plus', selectedFacility: null, layersOn: ['facilities'], zoom: 15 } as const
  test('a site in two tiles is one; one that refuses the group wears its sign; one of another kind waits for a nearer view', () => {
    const tile = tileOf({ facilities: [site('a', 'canteen', 'everyone'), site('b', 'canteen', 'staff'), site('c', 'clinic', 'everyone')] })
    const marks = placeMarks([tile, tile], asked)
    expect(marks.map((mark) => mark.image)).toEqual(['badge:light:0:utensils:refuses', 'badge:light:0:utensils:admits'])
    expect(placeMarks([tile], { ...asked, zoom: 16 })).toHaveLength(3)
  })
})

describe('picking', () => {
  const properties = { name: '5 号楼', home: 1, storeys: 6 }
  const houses = tileOf({ buildings: [piece([square(2000, 2000, 96)], { id: 7, properties })] })
  const middle = { x: 400, y: 300 }
  const none = { view: over, marks: [], labels: [], base: [], buildings: [houses], content: null }
  test('says a building as the other map does, and nothing beside it', () => {
    expect(pickPlain(none, middle, 'mouse')).toEqual({ kind: 'building', index: 7, name: '5 号楼', home: 'home', storeys: 6 })
    expect(pickPlain(none, { x: 450, y: 300 }, 'mouse')).toBeNull()
  })
  test('a mark comes before the building it stands on', () => {
    const picked = { kind: 'facility', id: 'a', name: '食堂', category: 'canteen', open: 'everyone' } as const
    const mark = { key: 'a', position: unproject(over, middle), image: '', pixels: 20, label: '', picked }
    expect(pickPlain({ ...none, marks: [mark] }, { x: 408, y: 306 }, 'mouse')).toEqual(picked)
    expect(pickPlain({ ...none, marks: [mark] }, { x: 420, y: 300 }, 'mouse')).toBeNull()
    expect(pickPlain({ ...none, marks: [mark] }, { x: 420, y: 300 }, 'touch')).toEqual(picked)
  })
  test('a coloured area answers in the place of its buildings', () => {
    const base = tileOf({ areas: [piece([square(0, 0, extent)], { properties: { level: 'community', code: '31', name: '甲' } })] })
    const content = { areas: { level: 'community', rows: [{ code: '31', name: '甲', step: 1 }] } } as const
    expect(pickPlain({ ...none, base: [base], content }, middle, 'mouse')).toEqual({ kind: 'overlay', id: '31', name: '甲' })
  })
})
