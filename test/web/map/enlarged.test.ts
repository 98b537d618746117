import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { LayerSpecification } from 'maplibre-gl'
import { describe, expect, test } from 'vitest'
import { dotFeatures, routeFeatures } from '../../../web/map/features.ts'
import { glideMilliseconds } from '../../../web/map/camera.ts'
import { enlargedLayer } from '../../../web/map/enlarged.ts'
import { mixed } from '../../../web/map/mixed.ts'
import { themes } from '../../../web/map/seam.ts'
import { drawnSources, tileSources } from '../../../web/map/sources.ts'
import { layersOf, styleOf } from '../../../web/map/style.ts'
import { someWishes } from './wishes.ts'

const sources = { ...tileSources('http://linli.test', { base: '7', buildings: '7', places: '7' }, null), ...drawnSources(routeFeatures(null), dotFeatures([])) }
const named = (layers: readonly LayerSpecification[], id: string): Record<string, Record<string, unknown>> & { minzoom?: number } => layers.find((layer) => layer.id === id) as never

describe('a map for a wall', () => {
  for (const theme of themes) {
    for (const factor of [1.25, 2.5, 4]) {
      test(`passes the style specification in the ${theme} theme ${factor} times as large, flat and tilted`, () => {
        for (const tilted of [false, true]) {
          const style = styleOf(someWishes(theme, { enlarged: factor, leastText: 22, tilted, lights: ['uncovered'] }), sources, {}) as unknown as StyleSpecification
          expect(validateStyleMin(style).map((fault) => fault.message)).toEqual([])
        }
      })
    }
  }

  test('shows at a zoom one higher what a desk shows, twice as large', () => {
    const [desk, wall] = [layersOf(someWishes('light')), layersOf(someWishes('light', { enlarged: 2 }))]
    expect(wall.map(({ id }) => id)).toEqual(desk.map(({ id }) => id))
    expect(named(wall, 'street-labels-minor')['layout']?.['text-size']).toBe(22)
    expect(named(wall, 'street-labels-minor').minzoom).toBe((named(desk, 'street-labels-minor').minzoom ?? 0) + 1)
    expect(named(desk, 'community-labels')['layout']?.['text-size']).toEqual(['interpolate', ['linear'], ['zoom'], 13, 12, 15, 14])
    expect(named(wall, 'community-labels')['layout']?.['text-size']).toEqual(['interpolate', ['linear'], ['zoom'], 14, 24, 16, 28])
    expect(named(wall, 'focus-outline')['paint']?.['line-width']).toBe(5)
    expect(named(wall, 'community-labels')['paint']?.['text-halo-width']).toBe(4)
  })

  test('writes no name smaller than the wall\'s least text, whatever form its size has', () => {
    const sized = (size: unknown): unknown => (enlargedLayer({ id: 'one', type: 'symbol', source: 'base', layout: { 'text-size': size } } as unknown as LayerSpecification, 2, 22) as { layout: Record<string, unknown> }).layout['text-size']
    expect([9, 12, ['get', 's'], ['interpolate', ['linear'], ['zoom'], 13, 8, 15, 14], ['step', ['zoom'], 8, 15, 12]].map(sized))
      .toEqual([22, 24, ['max', ['*', 2, ['get', 's']], 22], ['interpolate', ['linear'], ['zoom'], 14, 22, 16, 28], ['step', ['zoom'], 22, 16, 24]])
    for (const layer of layersOf(someWishes('light', { enlarged: 1.25, leastText: 22 }))) if (layer.type === 'symbol' && layer.layout?.['text-field']) expect(JSON.stringify(layer.layout['text-size'])).toMatch(/2[2-9]|[3-9]\d/)
  })

  test('lets names that grow for being read come as much nearer, beyond three quarters of one', () => {
    const from = (leastText: number) => named(layersOf(someWishes('light', { enlarged: 1, leastText })), 'community-labels').minzoom
    expect([0, 14, 23].map(from)).toEqual([12.8, 12.8, 12.8])
    expect(from(28 * 2 ** 0.75)).toBeCloseTo(13.8, 6)
  })

  test('leaves a desk as it is', () => {
    for (const layer of layersOf(someWishes('light'))) expect(enlargedLayer(layer, 1)).toBe(layer)
  })

  test('grows with every form an expression of a measure has, and filters speak of the zoom of a desk', () => {
    const layer = {
      id: 'one', type: 'circle', source: 'base', 'source-layer': 'areas', minzoom: 10, filter: ['>=', ['zoom'], 12],
      paint: { 'circle-radius': ['case', ['==', ['get', 'a'], 1], 3, ['get', 'r']], 'circle-stroke-width': ['match', ['get', 'a'], 1, 2, 4], 'circle-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0.5, 14, 1] },
    } as unknown as LayerSpecification
    expect(enlargedLayer(layer, 4)).toMatchObject({
      minzoom: 12, filter: ['>=', ['-', ['zoom'], 2], 12],
      paint: { 'circle-radius': ['case', ['==', ['get', 'a'], 1], 12, ['*', 4, ['get', 'r']]], 'circle-stroke-width': ['match', ['get', 'a'], 1, 8, 16], 'circle-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0.5, 16, 1] },
    })
  })
})

describe('lights of a drawer', () => {
  const fills = (lights: 'uncovered'[] | null) => JSON.stringify(named(layersOf(someWishes('light', { lights })), 'buildings')['paint'])
  const palette = someWishes('light').palette

  test('leave the buildings they count as they are, outline them, and let the others fade by fifteen per cent', () => {
    const outline = named(layersOf(someWishes('light', { lights: ['uncovered'] })), 'buildings-lit')
    expect(JSON.stringify(outline['paint']?.['line-opacity'])).toBe(JSON.stringify(['match', ['coalesce', ['feature-state', 'state'], -1], 0, 0, 1, 0, 2, 0, 3, 1, 4, 0, 5, 0, 6, 0, 0]))
    expect(fills(['uncovered'])).toContain(palette.gap)
    expect(fills(['uncovered'])).not.toContain(palette.covered)
    expect(fills(['uncovered'])).toContain(mixed(palette.covered, palette.land, 0.15))
    expect(fills(null)).toContain(palette.covered)
  })

  test('mix colours channel by channel', () => {
    expect(mixed('#000000', '#FFFFFF', 0.15)).toBe('#262626')
    expect(mixed('#102030', '#405060', 0)).toBe('#102030')
    expect(mixed('#102030', '#405060', 1)).toBe('#405060')
  })
})

test('a way of the camera takes 600 to 1200 milliseconds, longer ways longer', () => {
  const camera = { lon: 121.5, lat: 31.2, zoom: 14, bearing: 0, pitch: 0 }
  const ways = [camera, { ...camera, lon: 121.52 }, { ...camera, lon: 121.55, zoom: 15 }, { ...camera, lon: 122.9, lat: 30, zoom: 17, pitch: 55, bearing: 90 }].map((to) => glideMilliseconds(camera, to))
  expect(ways).toEqual(ways.toSorted((one, other) => one - other))
  expect([ways[0], ways[3]]).toEqual([600, 1200])
  expect(new Set(ways).size).toBe(4)
})
