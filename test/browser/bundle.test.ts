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

/** Scripts and sheets that a page names, and those that they name in turn. */
const reachedFrom = (page: string): Set<string> => {
  const found = new Set<string>()
  const follow = (text: string): void => {
    for (const [, name] of text.matchAll(/([\w.-]+-[\w-]{8}\.(?:js|css))\b/g)) {
      if (found.has(name) || !assets.includes(name)) continue
      found.add(name)
      if (name.endsWith('.js')) follow(readFileSync(`${dist}assets/${name}`, 'utf8'))
    }
  }
  follow(readFileSync(`${dist}${page}`, 'utf8'))
  return found
}
/** What of a pattern stands in files of a kind: the file's name and the words. The map's library, whose maker builds it for older browsers, holds source text of shaders and is left out of scripts. */
const wordsIn = (names: Iterable<string>, ending: '.js' | '.css', pattern: RegExp): string[] => [...names].filter((name) => name.endsWith(ending) && !(ending === '.js' && name.startsWith('maplibre-gl')))
  .flatMap((name) => [...readFileSync(`${dist}assets/${name}`, 'utf8').matchAll(pattern)].map(([word]) => `${name}: ${word}`))

/** Came to Chromium after 111: grouping 117, withResolvers 119, try 128, fromAsync 121, methods of sets 122 (those no library has for its own), escape 136, base64 of bytes 140, using 134, durations 129, modifiers in patterns 125. */
const scriptsAfter111 = /(?:Object|Map)\.groupBy\(|Promise\.(?:withResolvers|try)\(|Array\.fromAsync\(|\.(?:symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(|RegExp\.escape\(|\.(?:fromBase64|toBase64)\(|Iterator\.from\(|\bawait using\b|Intl\.DurationFormat|\.showPopover\(|\.checkVisibility\(|\(\?-?[ims]+:/g
/** Without these a page would be broken, not plainer: light-dark 123, scope 118, subgrid 117, nesting 112, colours from colours 119, rounding 125, anchors 125, popover 114, :user-valid 119. */
const sheetsAfter111 = /light-dark\(|@scope\b|subgrid|\b(?:rgb|hsl|oklch|oklab|lab|lch)\(from\b|\b(?:round|mod|rem)\([^)]*,|\banchor\(|position-anchor|:popover-open|:user-(?:in)?valid|[{;][^{};@"']*&[^{};"']*\{/g

test('everything uses nothing that came to Chromium after 111', () => {
  expect(reachedFrom('index.html').size).toBeGreaterThan(40)
  expect(wordsIn(assets, '.js', scriptsAfter111)).toEqual([])
  expect(wordsIn(assets, '.css', sheetsAfter111)).toEqual([])
})

test('the finder uses nothing that came to Chromium after 87', () => {
  const reached = reachedFrom('find.html')
  expect([...reached].filter((name) => name.endsWith('.js')).length).toBeGreaterThan(5)
  // Optional calls with spread arguments (91), brand checks (91), static blocks (94), await outside a function (89), logical assignment is of 85; clones (98), identifiers (92), signals that end by themselves (103).
  // Methods that web/find/older.ts gives are no matter: find.test.ts holds it against what is used.
  expect(wordsIn(reached, '.js', /\?\.(?:[\w$]+)?\(\.\.\.|#[\w$]+ in [\w$]|\bstatic\s*\{|(?:^|;)await |structuredClone\(|randomUUID\(|AbortSignal\.(?:timeout|any)\(/g)).toEqual([])
  // Mixed colours (111), :has and containers (105), proportions and :is (88), heights of what is seen (108), layers (99), single transforms (104).
  expect(wordsIn(reached, '.css', /color-mix\(|:has\(|@container|aspect-ratio\s*:|\d(?:dvh|svh|lvh|cqw|cqh|cqi)\b|@layer|:is\(|:where\(|[{;](?:translate|scale|rotate):/g)).toEqual([])
  expect(wordsIn(reached, '.css', sheetsAfter111)).toEqual([])
})

test('what lies over a view comes when it is opened', () => {
  for (const name of ['PalettePanel', 'JobsDrawer', 'AccountDialog', 'LogInView', 'DataView', 'TrustDrawer', 'WallDrawer', 'ExportPlace', 'TourEditor', 'FreezeDialog', 'PairingDialog', 'ScreenView', 'SpeakView', 'GrowthChart', 'HeatView', 'AreaView', 'AreaSheet', 'CompareView', 'TasksView', 'TaskDialog', 'MatchingView', 'RegistersView', 'RegisterView', 'NarrativesView', 'CompletenessView', 'TwoNewView', 'TakeUpDialog', 'ClockStrip', 'WhenField', 'TrialLayer', 'WhatIfPanel', 'stepText']) {
    expect(assets.filter((asset) => asset.startsWith(`${name}-`) && asset.endsWith('.js')), name).toHaveLength(1)
    expect(first.filter((asset) => asset.startsWith(`${name}-`)), name).toEqual([])
  }
})
