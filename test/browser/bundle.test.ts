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

/** What the browser fetches before anything is opened: what the page names, and the map. */
const page = readFileSync(`${dist}index.html`, 'utf8')
const first = [...new Set([...page.matchAll(/\/assets\/([^"]+)"/g)].map((match) => match[1])), ...assets.filter((name) => /^(MapCanvas|maplibre-gl).*\.(js|css)$/.test(name))]

test('the first view with its map stays within its weight', () => {
  const brotliBytes = first.reduce((sum, name) => sum + brotliCompressSync(readFileSync(`${dist}assets/${name}`)).length, 0)
  // The map library and its worker alone take about 360 kB of this.
  expect(brotliBytes).toBeLessThan(500_000)
})

test('the finder uses nothing that came to Chromium after 87', () => {
  const scripts = new Set<string>()
  const follow = (text: string): void => {
    for (const [, name] of text.matchAll(/([\w.-]+-[\w-]{8}\.js)\b/g)) {
      if (scripts.has(name) || !assets.includes(name)) continue
      scripts.add(name)
      follow(readFileSync(`${dist}assets/${name}`, 'utf8'))
    }
  }
  follow(readFileSync(`${dist}find.html`, 'utf8'))
  expect(scripts.size).toBeGreaterThan(5)
  // Optional calls with spread arguments (91), brand checks (91), static blocks (94), await outside a function (89), logical assignment is of 85. The map's library, whose maker builds it for
  // older ones, holds source text of shaders and is left out.
  const later = /\?\.(?:[\w$]+)?\(\.\.\.|#[\w$]+ in [\w$]|\bstatic\s*\{|(?:^|;)await /
  const own = [...scripts].filter((name) => !name.startsWith('maplibre-gl'))
  expect(own.filter((name) => later.test(readFileSync(`${dist}assets/${name}`, 'utf8')))).toEqual([])
})

test('what lies over a view comes when it is opened', () => {
  for (const name of ['PalettePanel', 'JobsDrawer', 'AccountDialog', 'LogInView', 'DataView', 'TrustDrawer', 'GrowthChart', 'HeatView', 'AreaView', 'AreaSheet', 'CompareView', 'TasksView', 'TaskDialog', 'MatchingView', 'RegistersView', 'RegisterView', 'NarrativesView', 'CompletenessView', 'TwoNewView', 'TakeUpDialog', 'ClockStrip', 'WhenField']) {
    expect(assets.filter((asset) => asset.startsWith(`${name}-`) && asset.endsWith('.js')), name).toHaveLength(1)
    expect(first.filter((asset) => asset.startsWith(`${name}-`)), name).toEqual([])
  }
})
