import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { themes } from '../../../web/map/seam.ts'
import { contrast, deficiencies, distance } from '../../tools/colour.ts'
import type { Deficiency } from '../../tools/colour.ts'

/** Whatever a wall is drawn with: its own parts, and the squares and signs it takes from other views. The map's own colours are looked at in test/web/map/palette.test.ts. */
const web = fileURLToPath(new URL('../../../web/', import.meta.url))
const files = [
  ...readdirSync(`${web}screen`, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(vue|css)$/.test(name)).map((name) => `screen/${name}`),
  ...readdirSync(`${web}style`).filter((name) => /^screen.*\.css$/.test(name)).map((name) => `style/${name}`), 'completeness/SlotSquare.vue', 'registers/StateSign.vue',
]
const sheetOf = (file: string): string => {
  const source = readFileSync(web + file, 'utf8')
  return (file.endsWith('.css') ? source : [...source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join('\n')).replace(/\/\*[\s\S]*?\*\//g, '')
}
type Use = { file: string; property: string; token: string }
/** Each colour token of each declaration; what is mixed stands in `mixes` as it is written. */
const uses: Use[] = []
const mixes = new Set<string>()
const css = readFileSync(`${web}style/tokens.css`, 'utf8')
const blockOf = (theme: string): Map<string, string> => new Map([...(css.split('}').find((part) => part.includes(`[data-theme='${theme}']`) && part.includes('--page')) ?? '').matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]))
const colours = new Set(blockOf('light').keys())
for (const file of files) {
  for (const [, property, value] of sheetOf(file).matchAll(/([a-z-]+)\s*:\s*([^;{}]+)[;}]/g)) {
    const plain = value.replace(/color-mix\((?:[^()]|\([^()]*\))*\)/g, (mix) => { mixes.add(mix.replace(/\s+/g, ' ')); return '' })
    for (const [, token] of plain.matchAll(/var\(--([a-z0-9-]+)/g)) if (colours.has(token)) uses.push({ file, property, token })
  }
}
const tokensOf = (test: (use: Use) => boolean): string[] => [...new Set(uses.filter(test).map(({ token }) => token))].sort()

/** Where something stands. Rows that are chosen or pointed at have a ground of their own. */
const grounds = ['page', 'surface', 'raised']
/** Running text 7:1, on chosen rows too; captions, dates and words of a state 4.5:1; one ink stands on the accent. */
const texts = ['ink-1', 'ink-2']
const captions = ['ink-3', 'soon', 'accent', 'open']
const onAccent = ['accent-ink']
/** Bars, lines that mean something, borders of what is touched: 3:1. */
const marks = ['ink-1', 'ink-2', 'ink-3', 'accent', 'line-strong', 'full', 'gap', 'open', 'soon', 'focus', 'cut', 'accent-ink']
/** Colours of states: of a sign (3:1), and of words only where they can be read. */
const signs = ['full', 'gap']
/** Carry nothing: hairlines, grounds, fills whose outline is looked at below, and ramps, which are outlined and whose steps test/web/map/palette.test.ts looks at. */
const ramps = [...colours].filter((token) => /^(sequential|diverging)-/.test(token))
const still = [...ramps, 'page', 'surface', 'raised', 'sunken', 'accent-soft', 'line', 'covered', 'marginal', 'nodata', 'land', 'party']

test('every colour of the wall has a part that is looked at', () => {
  expect(files.length).toBeGreaterThan(10)
  expect(tokensOf(({ property }) => property === 'color').filter((token) => ![...texts, ...captions, ...onAccent, ...signs].includes(token))).toEqual([])
  expect(tokensOf(({ property }) => property !== 'color').filter((token) => ![...marks, ...still].includes(token))).toEqual([])
})
describe.each(themes)('on the wall in the %s theme', (theme) => {
  const block = blockOf(theme)
  const hexOf = (token: string): string => block.get(token) ?? ''
  const least = (token: string, on: readonly string[]): number => Math.min(...on.map((ground) => contrast(hexOf(token), hexOf(ground))))

  test('text reaches 7:1 on every ground and on chosen rows, captions 4.5:1, marks 3:1', () => {
    expect(texts.filter((token) => least(token, [...grounds, 'sunken', 'accent-soft']) < 7)).toEqual([])
    expect(contrast(hexOf('accent-ink'), hexOf('accent'))).toBeGreaterThanOrEqual(7)
    expect(captions.filter((token) => least(token, [...grounds, 'accent-soft']) < 4.5)).toEqual([])
    expect(marks.filter((token) => token !== 'accent-ink' && least(token, grounds) < 3)).toEqual([])
  })
  test('words in orange reach 4.5:1, or are amber in this theme', () => {
    const worded = [...new Set(uses.filter(({ property, token, file }) => property === 'color' && signs.includes(token) && file !== 'registers/StateSign.vue').map(({ file }) => file))]
    const amber = (file: string): boolean => new RegExp(`\\[data-theme='${theme}'\\][^{}]*\\{ color: var\\(--soon\\)`).test(sheetOf(file))
    expect(worded.filter((file) => !amber(file) && least('full', [...grounds, 'accent-soft']) < 4.5)).toEqual([])
  })
  test('what is pointed at stands out from what is not by its bar, not by its ground alone', () => {
    expect(contrast(hexOf('accent'), hexOf('accent-soft'))).toBeGreaterThanOrEqual(3)
  })
  test('squares of pale states have an outline of 3:1', () => {
    for (const [one, other] of [['covered', 'ink-1'], ['marginal', 'ink-1']] as const) {
      expect([...mixes]).toContain(`color-mix(in srgb, var(--${one}) 50%, var(--${other}))`)
      const outline = mixed(hexOf(one), hexOf(other))
      expect(Math.min(...grounds.map((ground) => contrast(outline, hexOf(ground)))), one).toBeGreaterThanOrEqual(3)
    }
  })
  test.each([null, ...(Object.keys(deficiencies) as Deficiency[])])('marks that stand beside each other are told apart (sight: %s)', (deficiency) => {
    // The two rates of a pair; the usual, the low and the chosen half hour; tones of bars; date, amber date. 8.6 is the floor of neighbours in LOOK.md.
    const beside = [['accent', 'line-strong'], ['accent', 'full'], ['accent', 'ink-1'], ['full', 'ink-1'], ['gap', 'full'], ['gap', 'accent'], ['ink-3', 'soon']] as const
    expect(beside.filter(([one, other]) => distance(hexOf(one), hexOf(other), deficiency) < 8.55)).toEqual([])
  })
})

/** Halfway between two colours, as color-mix(in srgb) has it. */
function mixed(one: string, other: string): string {
  return `#${[1, 3, 5].map((start) => Math.round((Number.parseInt(one.slice(start, start + 2), 16) + Number.parseInt(other.slice(start, start + 2), 16)) / 2).toString(16).padStart(2, '0')).join('')}`
}
