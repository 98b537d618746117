import type { Palette } from '../../map/palette.ts'
import type { Drawn, Frame } from './drawn.ts'

/** Second signs of surfaces as on the map; unknown: nothing is known of it. */
export type SheetPattern = 'gap' | 'marginal' | 'full' | 'nodata' | 'unknown'

/** Of the height of a sheet, what the map's tile of 8 pixels is of a screen. */
const tileUnits = 0.8
/** Widths in tiles, as the map draws them (map/patterns.ts). */
const fine = 0.9 / 8, coarse = 1.6 / 8, dot = 1.05 / 8

/** A surface with its second sign, as shapes of their own: a printer's repeated tile is blurred. `u`: a hundredth of the sheet's height. */
export function patterned(frame: Frame, fill: string, pattern: SheetPattern | null, u: number, palette: Palette): Drawn[] {
  const ground: Drawn = { kind: 'rect', ...frame, fill }
  const tile = tileUnits * u
  switch (pattern) {
    case null: return [ground]
    case 'gap': return [ground, ...hatch(frame, tile / 2, fine * tile, palette.hatchOnGap)]
    case 'nodata': return [ground, ...hatch(frame, tile, coarse * tile, palette.hatchOnNodata)]
    case 'full': return [ground, ...grid(frame, tile * 0.6, (x, y) => ({ kind: 'circle', x, y, radius: dot * tile, fill: palette.dotsOnFull }))]
    case 'marginal': return [ground, ...grid(frame, tile, (x, y) => ({ kind: 'rect', x: x - 0.3 * tile, y: y - 0.08 * tile, width: 0.6 * tile, height: 0.16 * tile, fill: palette.dashesOnMarginal }))]
    case 'unknown': return [ground, ...grid(frame, tile * 0.8, (x, y) => ({ kind: 'rect', x: x - 0.1 * tile, y: y - 0.1 * tile, width: 0.2 * tile, height: 0.2 * tile, fill: palette.ink3 }))]
  }
}

/** Lines that rise to the right, cut where the surface ends. */
function hatch({ x, y, width, height }: Frame, step: number, line: number, stroke: string): Drawn[] {
  const lines: Drawn[] = []
  for (let sum = x + y + step / 2; sum < x + width + y + height; sum += step) {
    const from = [Math.max(x, sum - y - height), Math.min(y + height, sum - x)] as const
    const to = [Math.min(x + width, sum - y), Math.max(y, sum - x - width)] as const
    lines.push({ kind: 'line', points: [from, to], stroke, width: line })
  }
  return lines
}

/** As many whole signs as there is room for, in the middle of the surface. */
function grid({ x, y, width, height }: Frame, step: number, sign: (x: number, y: number) => Drawn): Drawn[] {
  const across = Math.floor(width / step), down = Math.floor(height / step)
  const left = x + (width - across * step) / 2, top = y + (height - down * step) / 2
  return Array.from({ length: across * down }, (_none, at) => sign(left + ((at % across) + 0.5) * step, top + (Math.floor(at / across) + 0.5) * step))
}
