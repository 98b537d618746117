import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { dotFeatures, routeFeatures } from '../../../web/map/features.ts'
import { markLayers, areaLayers, surfaceLayers } from '../../../web/map/picking.ts'
import { layerOrder } from '../../../web/map/order.ts'
import { switches, themes } from '../../../web/map/seam.ts'
import { drawnSources, tileSources } from '../../../web/map/sources.ts'
import { layersOf, styleOf } from '../../../web/map/style.ts'
import type { Wishes } from '../../../web/map/wishes.ts'
import { someWishes } from './wishes.ts'

const sources = { ...tileSources('http://127.0.0.1:8787', { base: '7', buildings: '7', places: '7' }, [121.4, 31.2, 121.5, 31.3]), ...drawnSources(routeFeatures(null), dotFeatures([])) }
const situations: readonly (readonly [string, Partial<Wishes>])[] = [
  ['at first', {}],
  ['without categories or a question', { categories: [], category: null }],
  ['tilted, with a building chosen', { tilted: true, dimmed: true }],
  ['with an area and a site chosen', { areaFocus: { code: '3101', level: 'community' }, selectedFacility: 'site' }],
  ['with every layer off', { switches: new Set() }],
  ['with every layer on', { switches: new Set(switches) }],
]

describe('the style', () => {
  for (const theme of themes) {
    for (const [situation, changed] of situations) {
      test(`passes the style specification in the ${theme} theme ${situation}`, () => {
        const style = styleOf(someWishes(theme, changed), sources, {}) as unknown as StyleSpecification
        expect(validateStyleMin(style).map((fault) => fault.message)).toEqual([])
      })
    }
  }

  test('draws exactly the layers of the visible order, in that order', () => {
    expect(layersOf(someWishes()).map((layer) => layer.id)).toEqual([...layerOrder])
  })

  test('names only sources that exist', () => {
    const named = layersOf(someWishes()).flatMap((layer) => ('source' in layer ? [layer.source] : []))
    expect(named.filter((source) => !(source in sources))).toEqual([])
  })

  test('is the same value for the same wishes, so that nothing is redrawn for nothing', () => {
    expect(styleOf(someWishes('dark'), sources, {})).toEqual(styleOf(someWishes('dark'), sources, {}))
  })

  test('shows buildings standing only when tilted, and flat ones only below them then', () => {
    const layer = (tilted: boolean, id: string) => layersOf(someWishes('light', { tilted })).find((one) => one.id === id)
    expect(layer(false, 'buildings-standing')?.layout?.visibility).toBe('none')
    expect(layer(true, 'buildings-standing')?.layout?.visibility).toBe('visible')
    expect(layer(false, 'buildings')?.maxzoom).toBe(undefined)
    expect(layer(true, 'buildings')?.maxzoom).toBe(14.5)
  })

  test('a switch hides its layers and nothing else', () => {
    const hidden = (off: readonly string[]) => layersOf(someWishes('light', { switches: new Set(switches.filter((name) => !off.includes(name))) }))
      .filter((layer) => layer.layout && 'visibility' in layer.layout && layer.layout.visibility === 'none').map((layer) => layer.id)
    const always = hidden([])
    const by = (name: string) => hidden([name]).filter((id) => !always.includes(id))
    expect(by('units')).toEqual(['unit-marks'])
    expect(by('gates')).toEqual(['gates'])
    expect(by('facilities')).toEqual(['facility-dots', 'facility-badges'])
    expect(by('grids')).toEqual(['grid-outline', 'grid-labels'])
    expect(by('communities')).toEqual(['community-halo', 'community-outline', 'community-labels'])
    expect(by('patterns')).toEqual(['buildings-gap', 'buildings-marginal', 'buildings-full', 'buildings-nodata'])
  })

  test('areas are named before sites, sites before estates, estates before streets', () => {
    const place = (id: (typeof layerOrder)[number]) => layerOrder.indexOf(id)
    expect(place('community-labels')).toBeGreaterThan(place('chosen-badge'))
    expect(place('chosen-badge')).toBeGreaterThan(place('estate-area-labels'))
    expect(place('estate-area-labels')).toBeGreaterThan(place('street-labels-major'))
    expect(place('street-labels-major')).toBeGreaterThan(place('building-labels'))
  })

  test('the pointer asks only layers that exist', () => {
    expect([...markLayers, ...surfaceLayers, ...areaLayers].filter((id) => !layerOrder.includes(id))).toEqual([])
  })
})

describe('tiles', () => {
  test('come from the given origin and carry the version, made safe for an address', () => {
    const { buildings } = tileSources('http://city.example:80', { base: '1', buildings: 'a b/1', places: '2' }, null)
    expect(buildings.tiles).toEqual(['http://city.example:80/tiles/buildings/{z}/{x}/{y}.pbf?v=a%20b%2F1'])
  })

  test('of buildings and places are asked for within the city and a little beyond, those of the ground as far as there are areas', () => {
    const { base, buildings, places } = tileSources('', { base: '1', buildings: '1', places: '1' }, [121.4, 31.2, 121.5, 31.3])
    for (const { bounds } of [buildings, places]) expect(bounds).toEqual([121.4 - 0.01, 31.2 - 0.01, 121.5 + 0.01, 31.3 + 0.01])
    expect(base.bounds).toBeUndefined()
  })
})
