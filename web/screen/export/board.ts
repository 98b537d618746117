import type { WallBoard, WallRow } from '../../../geodata/contract/wall.ts'
import type { Palette } from '../../map/palette.ts'
import { gapsOf, hasWhole, longest, rate, toneOf, type HalfHourBoard, type MatrixBoard, type RowBoard } from '../boards/board.ts'
import type { SheetWords } from './content.ts'
import { shortened, textAt, widest, wrapped, type Drawn, type Frame, type Measure } from './drawn.ts'
import { patterned } from './pattern.ts'

const rowStep = 2.4, notedStep = 4, squareStep = 2.1, hoursTall = 14
const size = 1.35, small = 1.2

/** Height a board would take if there were room for all of it, in units of the sheet. */
export function wantedHeight(board: WallBoard, u: number): number {
  if (board.kind === 'halfHours') return hoursTall * u
  if (board.kind === 'matrix') return (board.rows.length + 3.4) * squareStep * u
  return (board.total + (board.total > board.rows.length ? 1 : 0)) * (board.kind === 'list' && hasNotes(board) ? notedStep : rowStep) * u
}
const hasNotes = (board: RowBoard): boolean => board.rows.some(({ note }) => note !== '')

/** A board of the wall in a frame of the sheet: plain bars, rows, half hours or squares, each in the colours of the wall; what finds no room is counted. */
export function drawBoard(board: WallBoard, frame: Frame, u: number, palette: Palette, words: SheetWords, measure: Measure): Drawn[] {
  if (board.kind === 'halfHours') return halfHours(board, frame, u, palette, words)
  if (board.kind === 'matrix') return matrix(board, frame, u, palette, words, measure)
  return rows(board, frame, u, palette, words, measure)
}

function rows(board: RowBoard, { x, y, width, height }: Frame, u: number, palette: Palette, words: SheetWords, measure: Measure): Drawn[] {
  const { kind, rows: all, total } = board
  const noted = kind === 'list' && hasNotes(board) && height >= 3 * notedStep * u
  const step = (noted ? notedStep : rowStep) * u, fits = Math.floor(height / step + 0.01)
  const room = Math.max(0, fits - (total > Math.min(fits, all.length) ? 1 : 0))
  const shown = all.slice(0, room), left = total - shown.length
  const most = longest(board)
  const figures = Math.min(0.4 * width, widest(shown.map((row) => words.figure(board, row)), size * u, measure))
  const names = kind === 'list' ? width - figures - u : Math.min(0.5 * width, widest(shown.map(({ name }) => words.said(name)), size * u, measure))
  const lane: Frame = { x: x + names + 0.9 * u, y: 0, width: width - names - figures - 1.8 * u, height: 0 }
  return [
    ...shown.flatMap((row, at): Drawn[] => {
      const top = y + at * step, base = top + 1.7 * u
      return [
        textAt(x, base, shortened(words.said(row.name), names, size * u, 400, measure), size * u, palette.ink1),
        ...(kind === 'bars' ? bar(board, row, most, { ...lane, y: top + 0.6 * u, height: 1.3 * u }, u, palette) : kind === 'pairs' ? pair(row, { ...lane, y: top + 0.5 * u, height: 1.5 * u }, u, palette) : []),
        textAt(x + width, base, shortened(words.figure(board, row), figures, size * u, 400, measure), size * u, palette.ink2, 'end'),
        ...(noted ? [textAt(x, base + 1.7 * u, shortened(words.note(board, row), width, small * u, 400, measure), small * u, palette.ink3)] : []),
      ]
    }),
    ...(left > 0 ? [textAt(x, y + shown.length * step + 1.7 * u, words.more(left), size * u, palette.ink3)] : []),
  ]
}

/** One length in the colour of what it counts; what is too small to be told is hatched. */
function bar({ code }: RowBoard, row: WallRow, most: number, lane: Frame, u: number, palette: Palette): Drawn[] {
  const part = (value: number): number => (most === 0 ? 0 : value / most) * lane.width
  if (row.value === null) return patterned(lane, palette.sunken, 'nodata', u, palette)
  const own = { ...lane, width: Math.max(row.value === 0 ? 0 : 0.2 * u, part(row.value)) }, tone = toneOf(code)
  return [
    ...(hasWhole(code, row) && row.of !== null ? [{ kind: 'rect', ...lane, width: part(row.of), stroke: palette.lineStrong, strokeWidth: 0.1 * u } as const] : []),
    ...(tone === 'plain' ? patterned(own, palette.accent, null, u, palette) : patterned(own, tone === 'gap' ? palette.gap : palette.full, tone, u, palette)),
  ]
}

/** Two rates one above the other, as on the wall. */
function pair(row: WallRow, lane: Frame, u: number, palette: Palette): Drawn[] {
  const half = lane.height / 2
  return [row.second ? rate(row.second) : null, rate(row)].flatMap((part, line): Drawn[] => {
    const own = { ...lane, y: lane.y + line * half, height: half - 0.12 * u, width: Math.max(0.05 * u, Math.min(1, part ?? 1) * lane.width) }
    return part === null ? patterned(own, palette.sunken, 'nodata', u, palette) : patterned(own, line === 0 ? palette.lineStrong : palette.accent, null, u, palette)
  })
}

function halfHours({ covered, open, total }: HalfHourBoard, { x, y, width, height }: Frame, u: number, palette: Palette, words: SheetWords): Drawn[] {
  const values = (total === null || total === 0 ? open : covered).map((count) => count ?? 0)
  const most = Math.max(1, ...values), gaps = gapsOf(values.map((value) => value / most)), said = gaps.some((gap) => gap)
  const tall = Math.max(u, Math.min(hoursTall * u, height) - (said ? 4.2 : 2.2) * u), step = width / values.length
  const under = y + tall
  return [
    ...values.flatMap((value, at): Drawn[] => {
      const high = Math.max(gaps[at] ? 0.25 * u : 0, (value / most) * tall)
      return high === 0 ? [] : patterned({ x: x + (at + 0.1) * step, y: under - high, width: 0.8 * step, height: high }, gaps[at] ? palette.full : palette.accent, gaps[at] && high > u ? 'full' : null, u, palette)
    }),
    { kind: 'line', points: [[x, under], [x + width, under]], stroke: palette.lineStrong, width: 0.12 * u },
    ...[0, 6, 12, 18, 24].map((hour) => textAt(x + hour * 2 * step, under + 1.6 * u, words.hour(hour), small * u, palette.ink3, hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle')),
    ...(said ? [textAt(x, under + 3.5 * u, words.gapRule, small * u, palette.ink3)] : []),
  ]
}

/** Squares of a community's items: there is filled, too small or under way half as high, missing hatched; below, what each means. */
function matrix({ columns, rows: all }: MatrixBoard, { x, y, width, height }: Frame, u: number, palette: Palette, words: SheetWords, measure: Measure): Drawn[] {
  const step = squareStep * u, nameWidth = Math.min(0.4 * width, widest(all.map(({ name }) => name), small * u, measure) + u), square = (width - nameWidth) / Math.max(1, columns.length)
  const heads = columns.map(({ short }) => wrapped(short, square - 0.2 * u, small * u, 400, 2, measure)), headHeight = (heads.some((lines) => lines.length > 1) ? 3.4 : 2.1) * u
  const fits = Math.max(0, Math.floor((height - headHeight - 2 * small * 1.4 * u) / step)), room = all.length > fits ? fits - 1 : fits
  const shown = all.slice(0, Math.max(0, room)), left = all.length - shown.length
  const after = y + headHeight + shown.length * step, more = left > 0 ? measure(words.more(left), small * u, 400) + 2 * u : 0
  return [
    ...heads.flatMap((lines, at) => lines.map((said, line) => textAt(x + nameWidth + (at + 0.5) * square, y + (1.4 + 1.4 * line) * u, said, small * u, palette.ink3, 'middle'))),
    ...shown.flatMap((row, line): Drawn[] => {
      const top = y + headHeight + line * step
      return [
        textAt(x, top + 1.4 * u, shortened(row.name, nameWidth - u, small * u, 400, measure), small * u, palette.ink1),
        ...row.cells.flatMap((standing, at): Drawn[] => {
          const side = Math.min(square - 0.4 * u, 1.7 * u), frame = { x: x + nameWidth + (at + 0.5) * square - side / 2, y: top, width: side, height: side }
          const edge: Drawn = { kind: 'rect', ...frame, stroke: palette.lineStrong, strokeWidth: 0.08 * u }
          if (standing === 'missing') return [...patterned(frame, palette.gap, 'gap', u, palette), edge]
          const part = standing === 'underway' || standing === 'belowArea' ? 0.5 : 1
          return [{ kind: 'rect', ...frame, y: top + side * (1 - part), height: side * part, fill: standing === 'belowArea' ? palette.marginal : palette.covered }, edge]
        }),
      ]
    }),
    ...(left > 0 ? [textAt(x, after + 1.4 * u, words.more(left), small * u, palette.ink3)] : []),
    ...wrapped(words.squares, width - more, small * u, 400, 2, measure).map((said, line) => textAt(x + more, after + (1.4 + 1.6 * line) * u, said, small * u, palette.ink3)),
  ]
}
