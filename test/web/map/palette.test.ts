import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { paletteOf } from '../../../web/map/palette.ts'
import type { Palette } from '../../../web/map/palette.ts'
import { themes } from '../../../web/map/seam.ts'
import { tokens } from '../../../web/map/tokens.ts'
import { contrast, deficiencies, difference, distance } from '../../tools/colour.ts'
import type { Deficiency } from '../../tools/colour.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'

const sights = [null, ...(Object.keys(deficiencies) as Deficiency[])]
const neighbours = (ramp: readonly string[]) => ramp.slice(1).map((colour, index) => [ramp[index] as string, colour] as const)
const pairs = (colours: readonly string[]) => colours.flatMap((one, index) => colours.slice(index + 1).map((other) => [one, other] as const))
/** No data is hatched on the ground of other buildings and never coloured, so it is not among them. */
const stateColours = (palette: Palette) => [palette.covered, palette.marginal, palette.full, palette.gap, palette.cut]

test('the colour difference agrees with the published test pairs', () => {
  // Sharma, Wu and Dalal 2005, table 1: pairs 1, 17 and 34.
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4)
  expect(difference([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4)
})

describe.each(themes)('the %s theme', (theme) => {
  const palette = paletteOf(theme)
  const grounds = [palette.page, palette.surface, palette.raised]

  test('text reaches 7:1, captions 4.5:1 and control borders 3:1 on every ground', () => {
    const least = (colour: string, others: readonly string[]) => Math.min(...others.map((ground) => contrast(colour, ground)))
    expect(least(palette.ink1, [...grounds, palette.sunken, palette.accentSoft])).toBeGreaterThanOrEqual(7)
    expect(least(palette.ink2, [...grounds, palette.sunken, palette.accentSoft])).toBeGreaterThanOrEqual(7)
    expect(contrast(palette.accentInk, palette.accent)).toBeGreaterThanOrEqual(7)
    expect(least(palette.ink3, [...grounds, palette.sunken])).toBeGreaterThanOrEqual(4.5)
    expect(least(palette.lineStrong, [palette.page, palette.surface])).toBeGreaterThanOrEqual(3)
    expect(least(palette.focus, grounds)).toBeGreaterThanOrEqual(3)
  })

  test('labels of the map read on their halo and on what they name', () => {
    expect(contrast(palette.label, palette.halo)).toBeGreaterThanOrEqual(7)
    expect(contrast(palette.labelSoft, palette.halo)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.waterLabel, palette.water)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.greenLabel, palette.green)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.areaLabel, palette.halo)).toBeGreaterThanOrEqual(4.5)
  })

  test('boundaries, glyphs and the outline of every state reach 3:1', () => {
    const marks = [
      [palette.boundary, palette.land], [palette.grid, palette.land], [palette.accent, palette.land], [palette.accent, palette.badgeRing],
      ...[...palette.categories, palette.ink3].map((colour) => [colour, palette.badgeGlyph]),
      ...[palette.coveredLine, palette.marginalLine, palette.fullLine, palette.gapLine, palette.cut, palette.nodataLine].map((colour) => [colour, palette.land]),
      [palette.dotsOnFull, palette.full], [palette.dashesOnMarginal, palette.marginal],
    ] as const
    expect(marks.filter(([one, other]) => contrast(one as string, other as string) < 3)).toEqual([])
  })

  test.each(sights)('states stay 10.1 apart and ramp neighbours 8.5 (sight: %s)', (deficiency) => {
    expect(Math.min(...pairs(stateColours(palette)).map(([one, other]) => distance(one, other, deficiency)))).toBeGreaterThanOrEqual(10.1)
    // LOOK.md states 8.6 rounded to a tenth.
    expect(Math.min(...[palette.sequential, palette.diverging].flatMap(neighbours).map(([one, other]) => distance(one, other, deficiency)))).toBeGreaterThanOrEqual(8.55)
  })

  test('the style sheet holds the same colours as the map', () => {
    const css = readFileSync(fileURLToPath(new URL('../../../web/style/tokens.css', import.meta.url)), 'utf8')
    const block = css.split('}').find((part) => part.includes(`[data-theme='${theme}']`) && part.includes('--page')) ?? ''
    const inSheet = new Map([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]))
    const expected = Object.entries<string | readonly string[]>(tokens[theme]).flatMap(([name, value]) =>
      typeof value === 'string' ? [[kebab(name), value.toLowerCase()]] : value.map((hex, index) => [`${listNames[name] ?? name}-${index}`, hex.toLowerCase()]))
    expect([...inSheet]).toEqual(expected)
  })
})

test.skipIf(!sharedPresent)(`the tokens are those of the design language${sharedNote}`, () => {
  const names: Record<string, string> = { seq: 'sequential', div: 'diverging', cat: 'categories' }
  const given: Record<string, Record<string, string | string[]>> = JSON.parse(readFileSync(sharedPath('look/tokens.json'), 'utf8'))
  const renamed = Object.fromEntries(Object.entries(given).map(([theme, rows]) => [theme, Object.fromEntries(Object.entries(rows).map(([name, value]) => [names[name] ?? name, value]))]))
  expect(tokens).toEqual(renamed)
})

const listNames: Readonly<Record<string, string>> = { categories: 'category' }
const kebab = (name: string): string => name.replace(/([a-z])([A-Z0-9])/g, (_, before: string, after: string) => `${before}-${after.toLowerCase()}`)
