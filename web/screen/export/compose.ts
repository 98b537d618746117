import { scaleBar } from '../../map/scale.ts'
import type { Palette } from '../../map/palette.ts'
import { drawBoard } from './board.ts'
import type { SheetContent } from './content.ts'
import { shortened, wrapped, type Drawn, type Frame, type Measure } from './drawn.ts'

export type Composed = {
  shapes: readonly Drawn[]
  /** Where the map's picture goes, and how many units of the sheet one CSS pixel of the screen's map takes there. */
  map: Frame; scale: number
  /** Of the bar: what it says and how long it is drawn. */
  bar: { metres: number; length: number }
}

/**
 * The sheet of a view: title, numbers at the left, the map in the middle, boards at the right, legend, scale and sources below. Lengths in units of the sheet
 * (its pixels). Everything is placed by the height, so that A3 and a wall's 16:9 read alike.
 */
export function composeSheet(content: SheetContent, size: { width: number; height: number }, palette: Palette, measure: Measure): Composed {
  const u = size.height / 100
  const margin = 3 * u, head = 9 * u, foot = 10 * u
  const inner = { x: margin, y: margin + head, width: size.width - 2 * margin, height: size.height - 2 * margin - head - foot }
  const gap = 2.4 * u
  const left = Math.min(0.2 * inner.width, 38 * u), least = content.boards.length > 0 ? Math.min(0.27 * inner.width, 52 * u) : 0
  const room = { width: inner.width - left - gap - (least > 0 ? least + gap : 0), height: inner.height }
  // The whole of the screen's map, in its own shape; what it leaves free is the boards'.
  const fit = Math.min(room.width / content.map.width, room.height / content.map.height)
  const width = content.map.width * fit, height = content.map.height * fit
  const right = least > 0 ? least + room.width - width : 0
  const map: Frame = { x: inner.x + left + gap, y: inner.y + (room.height - height) / 2, width, height }
  const scale = Math.max(map.width / content.map.width, map.height / content.map.height)
  const bar = barOf(content, scale, Math.min(0.2 * map.width, 34 * u))
  return {
    map, scale, bar: { metres: bar.metres, length: bar.length },
    shapes: [
      { kind: 'rect', x: 0, y: 0, width: size.width, height: size.height, fill: palette.page },
      ...header(content, { x: margin, y: margin, width: inner.width, height: head }, u, palette, measure),
      ...numberColumn(content, { x: inner.x, y: inner.y, width: left, height: inner.height }, u, palette, measure),
      { kind: 'rect', ...map, fill: palette.land }, { kind: 'map', ...map }, { kind: 'rect', ...map, stroke: palette.line, strokeWidth: 0.12 * u },
      ...legend(content, map, u, palette, measure), ...north(content, map, u, palette),
      ...boardColumn(content, { x: inner.x + inner.width - right, y: inner.y, width: right, height: inner.height }, u, palette, measure),
      ...footer(content, { x: margin, y: inner.y + inner.height + 1.6 * u, width: inner.width, height: foot - 1.6 * u }, bar, u, palette, measure),
    ],
  }
}

type Bar = { metres: number; length: number; label: string }

/** The longest round length that fits, at the middle of the map. */
function barOf({ map, words }: SheetContent, scale: number, longest: number): Bar {
  const { metres, pixels } = scaleBar(map.latitude, map.zoom, longest / scale)
  return { metres, length: pixels * scale, label: metres >= 1000 ? `${metres / 1000}\u2009${words.kilometres}` : `${metres}\u2009${words.metres}` }
}

function header({ title, subtitle, stamps }: SheetContent, { x, y, width }: Frame, u: number, palette: Palette, measure: Measure): Drawn[] {
  const stamp = stamps.join('  ·  ')
  const room = width - measure(stamp, 1.9 * u, 500) - 4 * u
  return [
    { kind: 'text', x, y: y + 4 * u, text: shortened(title, room, 4 * u, 650, measure), size: 4 * u, weight: 650, fill: palette.ink1, anchor: 'start' },
    { kind: 'text', x, y: y + 7 * u, text: shortened(subtitle, width, 1.9 * u, 400, measure), size: 1.9 * u, weight: 400, fill: palette.ink2, anchor: 'start' },
    { kind: 'text', x: x + width, y: y + 4 * u, text: stamp, size: 1.9 * u, weight: 500, fill: palette.soon, anchor: 'end' },
  ]
}

function numberColumn({ numbers }: SheetContent, { x, y, width, height }: Frame, u: number, palette: Palette, measure: Measure): Drawn[] {
  const step = height / Math.max(1, numbers.length)
  return numbers.flatMap(({ question, answer, unit, note, target }, at): Drawn[] => {
    const top = y + at * step
    const answerWidth = measure(answer, 3.6 * u, 650)
    return [
      ...(at > 0 ? [{ kind: 'line', points: [[x, top], [x + width, top]], stroke: palette.line, width: 0.12 * u } as const] : []),
      { kind: 'text', x, y: top + 2.4 * u, text: shortened(question, width, 1.5 * u, 400, measure), size: 1.5 * u, weight: 400, fill: palette.ink2, anchor: 'start' },
      { kind: 'text', x, y: top + 6 * u, text: answer, size: 3.6 * u, weight: 650, fill: palette.ink1, anchor: 'start' },
      { kind: 'text', x: x + answerWidth + 0.6 * u, y: top + 6 * u, text: shortened(unit, width - answerWidth - 0.6 * u, 1.6 * u, 400, measure), size: 1.6 * u, weight: 400, fill: palette.ink2, anchor: 'start' },
      ...wrapped([note, target].filter((part) => part !== '').join('  '), width, 1.25 * u, 400, step > 9.5 * u ? 2 : 1, measure)
        .map((text, line) => ({ kind: 'text', x, y: top + (7.9 + 1.7 * line) * u, text, size: 1.25 * u, weight: 400, fill: palette.ink3, anchor: 'start' }) as const),
    ]
  })
}

function boardColumn({ boards, words }: SheetContent, { x, y, width, height }: Frame, u: number, palette: Palette, measure: Measure): Drawn[] {
  const step = height / Math.max(1, boards.length)
  return boards.flatMap((board, at): Drawn[] => {
    const top = y + at * step
    const answer = wrapped(board.answer, width, 1.35 * u, 400, 2, measure)
    const used = (3.2 + 1.9 * answer.length) * u
    return [
      ...(at > 0 ? [{ kind: 'line', points: [[x, top], [x + width, top]], stroke: palette.line, width: 0.12 * u } as const] : []),
      { kind: 'text', x, y: top + 2.3 * u, text: shortened(board.question, width, 1.8 * u, 650, measure), size: 1.8 * u, weight: 650, fill: palette.ink1, anchor: 'start' },
      ...answer.map((text, line) => ({ kind: 'text', x, y: top + (4.4 + 1.9 * line) * u, text, size: 1.35 * u, weight: 400, fill: palette.ink2, anchor: 'start' }) as const),
      ...drawBoard(board, { x, y: top + used, width, height: step - used - 1.4 * u }, u, palette, words, measure),
    ]
  })
}

/** In words, with the pattern swatch, on a ground of its own at the map's lower left. */
function legend({ legend: rows, legendTitle }: SheetContent, map: Frame, u: number, palette: Palette, measure: Measure): Drawn[] {
  if (rows.length === 0) return []
  const size = 1.4 * u, line = 2.5 * u, swatch = 1.6 * u, edge = 1.2 * u
  const width = Math.min(map.width * 0.6, Math.max(measure(legendTitle, size, 500), ...rows.map(({ label }) => swatch + u + measure(label, size, 400))) + 2 * edge)
  const height = rows.length * line + line + edge
  const x = map.x + edge, y = map.y + map.height - height - edge
  return [
    { kind: 'rect', x, y, width, height, fill: palette.surface, stroke: palette.line, strokeWidth: 0.12 * u },
    { kind: 'text', x: x + edge, y: y + 2.1 * u, text: shortened(legendTitle, width - 2 * edge, size, 500, measure), size, weight: 500, fill: palette.ink1, anchor: 'start' },
    ...rows.flatMap(({ label, fill, pattern }, at): Drawn[] => {
      const top = y + line + at * line + 0.5 * u
      return [
        { kind: 'rect', x: x + edge, y: top, width: swatch, height: swatch, fill, pattern, stroke: palette.lineStrong, strokeWidth: 0.1 * u },
        { kind: 'text', x: x + edge + swatch + 0.9 * u, y: top + 1.3 * u, text: shortened(label, width - swatch - 2 * edge - 0.9 * u + 0.1 * u, size, 400, measure), size, weight: 400, fill: palette.ink2, anchor: 'start' },
      ]
    }),
  ]
}

/** Only where north is not up: everyone takes it to be otherwise. */
function north({ map: { bearing }, words }: SheetContent, map: Frame, u: number, palette: Palette): Drawn[] {
  if (Math.abs(bearing) < 0.5) return []
  const x = map.x + map.width - 4 * u, y = map.y + 4.5 * u, turn = (-bearing * Math.PI) / 180
  const at = (dx: number, dy: number): readonly [number, number] => [x + dx * Math.cos(turn) - dy * Math.sin(turn), y + dx * Math.sin(turn) + dy * Math.cos(turn)]
  return [
    { kind: 'circle', x, y, radius: 3 * u, fill: palette.surface },
    { kind: 'line', points: [at(0, 2 * u), at(0, -2 * u), at(-0.7 * u, -1 * u), at(0, -2 * u), at(0.7 * u, -1 * u)], stroke: palette.ink1, width: 0.25 * u },
    { kind: 'text', x, y: y + 4.6 * u, text: words.north, size: 1.4 * u, weight: 500, fill: palette.ink1, anchor: 'middle' },
  ]
}

function footer({ notes, map, words, code, link }: SheetContent, { x, y, width, height }: Frame, bar: Bar, u: number, palette: Palette, measure: Measure): Drawn[] {
  const side = code ? Math.min(height, 8 * u) : 0
  const barLabel = map.tilted ? words.scaleInMiddle(bar.label) : bar.label
  const textX = x + Math.max(bar.length, measure(barLabel, 1.4 * u, 400)) + 3 * u
  const room = width - (textX - x) - (side > 0 ? side + 2 * u : 0)
  const lines = notes.flatMap((note) => wrapped(note, room, 1.3 * u, 400, 2, measure)).slice(0, 4)
  return [
    { kind: 'line', points: [[x, y + 1 * u], [x, y + 2 * u], [x + bar.length, y + 2 * u], [x + bar.length, y + 1 * u]], stroke: palette.ink2, width: 0.22 * u },
    { kind: 'text', x, y: y + 4.2 * u, text: barLabel, size: 1.4 * u, weight: 400, fill: palette.ink2, anchor: 'start' },
    ...lines.map((text, line) => ({ kind: 'text', x: textX, y: y + (2 + 1.9 * line) * u, text, size: 1.3 * u, weight: 400, fill: palette.ink3, anchor: 'start' }) as const),
    ...(code ? [{ kind: 'code', x: x + width - side, y, side, rows: code } as const] : [{ kind: 'text', x: x + width, y: y + 2 * u, text: shortened(`${words.view} ${link}`, width / 2, 1.2 * u, 400, measure), size: 1.2 * u, weight: 400, fill: palette.ink3, anchor: 'end' } as const]),
  ]
}
