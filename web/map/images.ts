import { gateImage, flagImage, shareImage, unitImage, badgeImage } from './marks.ts'
import type { DrawnImage } from './marks.ts'
import { paletteOf } from './palette.ts'
import type { Palette } from './palette.ts'
import { patternImage, patternNames } from './patterns.ts'
import type { PatternName } from './patterns.ts'
import { themes } from './seam.ts'
import type { Theme } from './seam.ts'

export { patternImage } from './patterns.ts'

/**
 * Draws what an image name of the layers says: pattern:theme:name, badge:theme:colour:glyph:sign, share:theme:step, gate:theme:locked,
 * unit:theme, flag:theme. Null for a name of no known form.
 */
export function drawImage(name: string, ratio: number): DrawnImage | null {
  const [kind, theme, ...rest] = name.split(':')
  if (!isTheme(theme)) return null
  const palette = paletteOf(theme)
  const draw = kind === undefined ? undefined : kinds[kind]
  return draw ? draw(palette, rest, ratio) : null
}

const kinds: Readonly<Record<string, (palette: Palette, rest: string[], ratio: number) => DrawnImage | null>> = {
  pattern: (palette, [name], ratio) => (isPattern(name) ? { image: patternImage(name, palette, ratio) } : null),
  badge: (palette, [colour, glyph, sign], ratio) => ({ image: badgeImage(palette, Number(colour), glyph ?? 'unknown', sign === 'refuses', ratio) }),
  share: (palette, [step], ratio) => ({ image: shareImage(palette, step === undefined || step === '' ? null : Number(step), ratio) }),
  gate: (palette, [locked], ratio) => ({ image: gateImage(palette, locked === '1' ? 'always' : locked === '2' ? 'hours' : 'never', ratio) }),
  unit: (palette, _rest, ratio) => ({ image: unitImage(palette, ratio) }),
  flag: (palette, _rest, ratio) => flagImage(palette, ratio),
}

const isTheme = (name: string | undefined): name is Theme => (themes as readonly (string | undefined)[]).includes(name)
const isPattern = (name: string | undefined): name is PatternName => (patternNames as readonly (string | undefined)[]).includes(name)
