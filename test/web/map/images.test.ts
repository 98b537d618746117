import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { glyphs } from '../../../web/map/glyphs.ts'
import { drawImage } from '../../../web/map/images.ts'
import { shareSteps } from '../../../web/map/layers/overview.ts'
import { paletteOf } from '../../../web/map/palette.ts'
import { themes } from '../../../web/map/seam.ts'
import { layersOf } from '../../../web/map/style.ts'
import { someWishes } from './wishes.ts'

test('every glyph that the catalogue names is drawn', () => {
  expect(catalogue.categories.map((row) => row.glyph).filter((glyph) => !(glyph in glyphs))).toEqual([])
})

test('the README lists the icon of every category', () => {
  const listed = readFileSync(new URL('../../../web/map/README.md', import.meta.url), 'utf8')
  expect(catalogue.categories.filter((row) => !listed.includes(`${row.code} ${row.name} \`${row.glyph}\``)).map(({ code }) => code)).toEqual([])
})

test('every category has one of the eight colours', () => {
  for (const theme of themes) expect(catalogue.categories.filter((row) => paletteOf(theme).categories[row.colour] === undefined)).toEqual([])
})

test('glyphs stay within their grid of 24', () => {
  const absolute = Object.entries(glyphs).flatMap(([name, paths]) => paths.flatMap((path) => [...path.matchAll(/[ML](-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => ({ name, x: Number(x), y: Number(y) }))))
  expect(absolute.filter(({ x, y }) => x < 1 || x > 23 || y < 1 || y > 23)).toEqual([])
})

describe('pictures by name', () => {
  const canvases: { width: number; height: number }[] = []
  beforeAll(() => {
    const context = new Proxy({}, { get: (_, property) => (property === 'getImageData' ? (_x: number, _y: number, width: number, height: number) => ({ width, height, data: new Uint8ClampedArray(4) }) : () => {}), set: () => true })
    vi.stubGlobal('Path2D', function Path2D() {})
    vi.stubGlobal('document', { createElement: () => {
      const canvas = { width: 0, height: 0, getContext: () => context }
      canvases.push(canvas)
      return canvas
    } })
  })
  afterAll(() => vi.unstubAllGlobals())

  test('every picture that the layers can ask for is drawn, in every theme', () => {
    for (const theme of themes) {
      const asked = [
        ...catalogue.categories.flatMap((row) => ['admits', 'refuses'].map((sign) => `badge:${theme}:${row.colour}:${row.glyph}:${sign}`)),
        `badge:${theme}:7:unknown:admits`, ...Array.from({ length: shareSteps + 1 }, (_, step) => `share:${theme}:${step}`), `share:${theme}:`,
        ...['0', '1', '2'].map((locked) => `gate:${theme}:${locked}`), `unit:${theme}`, `flag:${theme}`,
        ...['gap', 'full', 'nodata'].map((name) => `pattern:${theme}:${name}`),
      ]
      expect(asked.filter((name) => drawImage(name, 2) === null)).toEqual([])
    }
  })

  test('every pattern and mark that a layer names outright is among them', () => {
    const named = JSON.stringify(layersOf(someWishes('dark', { tilted: true }))).match(/"(pattern|unit|flag):[a-z:]+"/g) ?? []
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => drawImage(JSON.parse(name), 1) === null)).toEqual([])
  })

  test('a name of no known form gives nothing', () => {
    expect(['', 'badge', 'badge:sepia:1:pill:admits', 'pattern:light:tartan', 'toString:light', 'cat:light'].filter((name) => drawImage(name, 1) !== null)).toEqual([])
  })

  test('a picture has as many pixels as the display asks for', () => {
    canvases.length = 0
    drawImage('badge:light:0:utensils:admits', 1.25)
    drawImage('pattern:light:gap', 3)
    expect(canvases.map(({ width, height }) => [width, height])).toEqual([[40, 40], [24, 24]])
  })
})
