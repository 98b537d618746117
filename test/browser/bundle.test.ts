import { expect, test } from '@playwright/test'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

/** What the build ships, read from dist after it was built from these sources. */
const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const assets = readdirSync(`${dist}assets`)
const notices = readFileSync(`${dist}notices.txt`, 'utf8')
const shipped = [...notices.matchAll(/^={72}\n(\S+) \S+ \(/gm)].map((match) => match[1])

test('of turf only what is used is shipped', () => {
  expect(shipped.filter((name) => name.startsWith('@turf/'))).toEqual(['@turf/bbox', '@turf/helpers', '@turf/meta'])
  expect(shipped.filter((name) => /jsts|polyclip|concaveman|d3-voronoi|rbush/.test(name))).toEqual([])
})

test('every package shipped comes with the text of its licence', () => {
  expect(shipped).toEqual(expect.arrayContaining(['@vue/runtime-core', 'pinia', 'maplibre-gl', 'echarts', '@fontsource-variable/noto-sans-sc']))
  const bodies = notices.split(/^={72}$/m).slice(1)
  expect(bodies.filter((body) => body.length < 400)).toEqual([])
})

test('fonts are files of our own origin, never data in a style sheet or script', () => {
  const texts = assets.filter((name) => /\.(js|css)$/.test(name)).map((name) => readFileSync(`${dist}assets/${name}`, 'utf8'))
  expect(texts.filter((text) => /data:(font|application\/font)/.test(text))).toEqual([])
  expect(assets.filter((name) => name.endsWith('.woff2')).length).toBeGreaterThan(90)
})

test('the first view with its map stays within its weight', () => {
  const brotliBytes = (pattern: RegExp): number => assets.filter((name) => pattern.test(name)).reduce((sum, name) => sum + brotliCompressSync(readFileSync(`${dist}assets/${name}`)).length, 0)
  // The map library and its worker alone take about 360 kB of this.
  expect(brotliBytes(/^(index|preload-helper|MapCanvas|maplibre-gl).*\.(js|css)$/)).toBeLessThan(500_000)
})
