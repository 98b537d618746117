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
  const draw = kind === undefined ? undefined : kinds.get(kind)
  return draw ? draw(palette, rest, ratio) : null
}

type Drawing = (palette: Palette, rest: string[], ratio: number) => DrawnImage | null
/** Kinds of picture that come with an overlay. */
export const learnImages = (more: Readonly<Record<string, Drawing>>): void => { for (const [kind, draw] of Object.entries(more)) kinds.set(kind, draw) }

const kinds = new Map<string, Drawing>(Object.entries({
  pattern: (palette: Palette, [name]: string[], ratio: number) => (isPattern(name) ? { image: patternImage(name, palette, ratio) } : null),
  badge: (palette: Palette, [colour, glyph, sign]: string[], ratio: number) => ({ image: badgeImage(palette, Number(colour), glyph ?? 'unknown', sign === 'refuses', ratio) }),
  share: (palette: Palette, [step]: string[], ratio: number) => ({ image: shareImage(palette, step === undefined || step === '' ? null : Number(step), ratio) }),
  gate: (palette: Palette, [locked]: string[], ratio: number) => ({ image: gateImage(palette, locked === '1' ? 'always' : locked === '2' ? 'hours' : 'never', ratio) }),
  unit: (palette: Palette, _rest: string[], ratio: number) => ({ image: unitImage(palette, ratio) }),
  flag: (palette: Palette, _rest: string[], ratio: number) => flagImage(palette, ratio),
}))

const isTheme = (name: string | undefined): name is Theme => (themes as readonly (string | undefined)[]).includes(name)
const isPattern = (name: string | undefined): name is PatternName => (patternNames as readonly (string | undefined)[]).includes(name)
