import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import type { Position } from '../../../geodata/model/geometry.ts'
import { dotFeatures, routeFeatures } from '../../../web/map/features.ts'
import { placeFeatures, threadFeatures } from '../../../web/map/overlay/features.ts'
import { overlayOf } from '../../../web/map/overlay/overlay.ts'
import { mostThreads, rampPlaces, type OverlayContent } from '../../../web/map/overlay/shapes.ts'
import { pickAt } from '../../../web/map/picking.ts'
import { themes } from '../../../web/map/seam.ts'
import { drawnSources, tileSources } from '../../../web/map/sources.ts'
import { layersOf, styleOf } from '../../../web/map/style.ts'
import { someWishes } from './wishes.ts'

const sources = { ...tileSources('http://linli.test', { base: '7', buildings: '7', places: '7' }, null), ...drawnSources(routeFeatures(null), dotFeatures([])) }
const ring: Position[] = [[121, 31], [121.01, 31], [121.01, 31.01], [121, 31.01]]
const everything: OverlayContent = {
  cells: [{ id: '8a1', name: '', ring, step: 2 }, { id: '8a2', name: '', ring, step: 'few' }, { id: '8a3', name: '', ring, step: 'none' }],
  areas: { level: 'community', rows: [{ code: '1', name: 'one', step: 0 }, { code: '2', name: 'two', step: 'few' }] }, classes: 5, lowIsWorse: true,
  places: [{ id: 'n', name: 'need', position: [121, 31], sign: 'need' }], threads: [{ id: 't', name: '', from: [121, 31], to: [121.02, 31.01], count: 3, suggested: true }], chosen: '8a1', hovered: 'n',
}

describe('an overlay', () => {
  for (const theme of themes) {
    test(`passes the style specification in the ${theme} theme, full and empty`, () => {
      for (const content of [everything, {}]) {
        const style = styleOf(someWishes(theme), sources, {}, overlayOf(content)) as unknown as StyleSpecification
        expect(validateStyleMin(style).map((fault) => fault.message)).toEqual([])
      }
    })
  }

  test('lies under streets, names and outlines, its places on top, and buildings make way for its colours only', () => {
    const ids = (content: OverlayContent) => layersOf(someWishes(), overlayOf(content)).map((layer) => layer.id)
    const full = ids(everything)
    expect(full.indexOf('overlay-cells')).toBeLessThan(full.indexOf('roads-major'))
    expect(full.indexOf('overlay-cells')).toBeGreaterThan(full.indexOf('water'))
    expect(full.indexOf('overlay-places')).toBeGreaterThan(full.indexOf('community-labels'))
    expect(full).not.toContain('buildings')
    expect(ids({ places: everything.places ?? [] })).toContain('buildings')
  })

  test('every layer of it names a source there is', () => {
    const overlay = overlayOf(everything)
    const named = layersOf(someWishes(), overlay).flatMap((layer) => ('source' in layer ? [layer.source] : []))
    expect(named.filter((source) => !(source in { ...sources, ...overlay.sources }))).toEqual([])
  })

  test('is told when pointed at, by id or by the code and name of the area', () => {
    const overlay = overlayOf(everything)
    const map = (layer: string, properties: Record<string, string>) => ({ queryRenderedFeatures: (_where: unknown, options?: { layers?: string[] }) => (options?.layers?.includes(layer) ? [{ layer: { id: layer }, properties }] : []) })
    const at = (layer: string, properties: Record<string, string>) => pickAt(map(layer, properties) as unknown as Parameters<typeof pickAt>[0], { x: 1, y: 1 }, 'mouse', overlay)
    expect(at('overlay-cells', { id: '8a1', name: '' })).toEqual({ kind: 'overlay', id: '8a1', name: '' })
    expect(at('overlay-areas', { code: '2', name: 'from the tile' })).toEqual({ kind: 'overlay', id: '2', name: 'two' })
    expect(at('buildings', { name: 'hidden' })).toBeNull()
  })
})

describe('its features', () => {
  test('at most forty curves, the largest, 1 to 4 pixels wide', () => {
    const threads = Array.from({ length: 60 }, (_none, at) => ({ id: String(at), name: '', from: [121, 31] as Position, to: [121.1, 31.1] as Position, count: at + 1 }))
    const lines = threadFeatures(threads).features.filter((feature) => feature.properties?.['part'] === 'line')
    expect(lines).toHaveLength(mostThreads)
    expect(lines.map((line) => line.properties?.['id'])).not.toContain('19')
    const widths = lines.map((line) => Number(line.properties?.['width']))
    expect([Math.min(...widths) > 1, Math.max(...widths)]).toEqual([true, 4])
  })

  test('an arrow stands where its curve ends and heads as it does', () => {
    const arrow = threadFeatures([{ id: 't', name: '', from: [121, 31], to: [121, 31.1], count: 1 }]).features.find((feature) => feature.properties?.['part'] === 'arrow')
    expect(arrow?.geometry).toEqual({ type: 'Point', coordinates: [121, 31.1] })
    expect(Math.abs(Number(arrow?.properties?.['heading']))).toBeLessThan(30)
  })

  test('a place keeps its sign', () => expect(placeFeatures(everything.places ?? []).features[0].properties).toMatchObject({ id: 'n', name: 'need', sign: 'need' }))

  test('classes spread over the ramp, dark for the worst', () => {
    expect([rampPlaces(1), rampPlaces(5), rampPlaces(6)]).toEqual([[3], [1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5]])
    expect(rampPlaces(3, true)).toEqual([5, 3, 1])
  })
})
