import type { Palette } from '../../map/palette.ts'
import { boardColumn, numberColumn } from './columns.ts'
import type { SheetContent } from './content.ts'
import { shortened, textAt, wrapped, type Drawn, type Frame, type Measure } from './drawn.ts'
import { barOf, mapKey, north } from './key.ts'
import type { Paper } from './paper.ts'
import { viewIn, type SheetView } from './view.ts'

export type Composed = {
  shapes: readonly Drawn[]
  /** Where the map's picture goes, and what it is drawn from. */
  map: Frame; view: SheetView
  /** Of the bar: what it says and how long it is drawn. */
  bar: { metres: number; length: number }
}

/**
 * The sheet of a view: title, numbers at the left, the map in the middle with its legend and scale below, boards at the right, sources and code at the foot. Lengths in units of the
 * sheet (its pixels). Everything is placed by the height, so that A3 and a wall's 16:9 read alike.
 */
export function composeSheet(content: SheetContent, size: Pick<Paper, 'width' | 'height' | 'pixel'>, palette: Palette, measure: Measure): Composed {
  const u = size.height / 100
  const margin = 3 * u, head = 9 * u, foot = 12 * u
  const inner = { x: margin, y: margin + head, width: size.width - 2 * margin, height: size.height - 2 * margin - head - foot }
  const gap = 2.4 * u
  const left = Math.min(0.2 * inner.width, 38 * u), right = content.boards.length > 0 ? Math.min(0.27 * inner.width, 52 * u) : 0
  const room = inner.width - left - gap - (right > 0 ? right + gap : 0)
  const { map, view, bar, key } = mapPlace(content, { x: inner.x + left + gap, y: inner.y, width: room, height: inner.height }, u, size.pixel, palette, measure)
  return {
    map, view, bar: { metres: bar.metres, length: bar.length },
    shapes: [
      { kind: 'rect', x: 0, y: 0, width: size.width, height: size.height, fill: content.ground },
      ...header(content, { x: margin, y: margin, width: inner.width, height: head }, u, palette, measure),
      ...numberColumn(content.numbers, { x: inner.x, y: inner.y, width: left, height: inner.height }, u, palette, measure),
      { kind: 'rect', ...map, fill: palette.land }, { kind: 'map', ...map }, { kind: 'rect', ...map, stroke: palette.line, strokeWidth: 0.12 * u },
      ...key, ...north(content, map, u, palette),
      ...boardColumn(content, { x: inner.x + inner.width - right, y: inner.y, width: right, height: inner.height }, u, palette, measure),
      ...footer(content, { x: margin, y: size.height - margin - foot + 1.4 * u, width: inner.width, height: foot - 1.4 * u }, u, palette, measure),
    ],
  }
}

/** The map fills what its legend leaves, which takes the lines it needs below it. */
function mapPlace(content: SheetContent, room: Frame, u: number, pixel: number, palette: Palette, measure: Measure) {
  const at = (height: number) => {
    const map: Frame = { ...room, height }
    const view = viewIn(content.map, map, pixel), bar = barOf(view, content.words, Math.min(0.2 * room.width, 34 * u))
    const { shapes, height: used } = mapKey(content, bar, map.x, map.y + map.height, room.width, u, palette, measure)
    return { map, view, bar, key: shapes, used }
  }
  // A lower map may be of another scale, whose bar leaves the legend another room.
  let placed = at(room.height)
  for (let round = 0; round < 3 && placed.map.height + placed.used > room.height + 1; round++) placed = at(room.height - placed.used)
  return placed
}

function header({ title, subtitle, stamps }: SheetContent, { x, y, width }: Frame, u: number, palette: Palette, measure: Measure): Drawn[] {
  const stamp = stamps.join('  ·  ')
  const room = width - measure(stamp, 1.9 * u, 500) - 4 * u
  return [
    textAt(x, y + 4 * u, shortened(title, room, 4 * u, 650, measure), 4 * u, palette.ink1, 'start', 650),
    textAt(x, y + 7 * u, shortened(subtitle, width, 1.9 * u, 400, measure), 1.9 * u, palette.ink2),
    textAt(x + width, y + 4 * u, stamp, 1.9 * u, palette.soon, 'end', 500),
  ]
}

/** Modules of white around a code, as its standard asks. */
const quietModules = 4

function footer({ notes, words, code }: SheetContent, { x, y, width, height }: Frame, u: number, palette: Palette, measure: Measure): Drawn[] {
  // Modules of whole pixels: their edges are sharp.
  const modules = code ? code.length + 2 * quietModules : 0
  const side = modules === 0 ? 0 : modules * Math.max(1, Math.floor(height / modules))
  const room = width - (side > 0 ? side + 3 * u : 0)
  const lines = [...notes, ...(code ? [] : [words.noCode])].flatMap((note) => wrapped(note, room, 1.35 * u, 400, 2, measure)).slice(0, 5)
  return [
    ...lines.map((said, line) => textAt(x, y + (1.6 + 1.95 * line) * u, said, 1.35 * u, palette.ink3)),
    ...(code ? [{ kind: 'code', x: Math.round(x + width - side), y: Math.round(y), side, rows: code } as const] : []),
  ]
}
