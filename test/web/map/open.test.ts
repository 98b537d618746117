// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { openMap, type Opening } from '../../../web/map/open.ts'

const opened: Record<string, unknown>[] = []
vi.mock('maplibre-gl', () => ({
  addProtocol: () => undefined, setWorkerUrl: () => undefined,
  Map: class {
    constructor(options: Record<string, unknown>) { opened.push(options) }
    setMissingStyleImageResolver(): void { expect(opened).not.toEqual([]) }
  },
}))
vi.mock('../../../web/map/support.ts', () => ({ mapSupport: () => ({ webgl2: true, maxCanvasPixels: 16_384 }) }))

const opening: Opening = { camera: { lon: 116, lat: 39, zoom: 14, bearing: 0, pitch: 0 }, box: null, rooms: { clear: [], open: null }, label: 'map' }

test('a map of the page follows the pixels of its display, which change with the zoom of the browser; one for print has its own', async () => {
  await openMap(document.createElement('div'), { version: 8, sources: {}, layers: [] }, opening)
  await openMap(document.createElement('div'), { version: 8, sources: {}, layers: [] }, { ...opening, ratio: 4 })
  expect(opened.map((options) => options['pixelRatio'])).toEqual([undefined, 4])
})
