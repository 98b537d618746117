import type { WallBoard, WallRow } from '../../../geodata/contract/wall.ts'
import type { Palette } from '../../map/palette.ts'
import { exact, share } from '../../text/numbers.ts'
import type { SheetWords } from './content.ts'
import { shortened, type Drawn, type Frame, type Measure } from './drawn.ts'

/** A board of the wall in a frame of the sheet: plain bars, rows, half hours or squares; what finds no room is counted. */
export function drawBoard(board: WallBoard, frame: Frame, u: number, palette: Palette, words: SheetWords, measure: Measure): Drawn[] {
  if (board.kind === 'halfHours') return halfHours(board, frame, u, palette, words)
  if (board.kind === 'matrix') return matrix(board, frame, u, palette, words, measure)
  return rows(board, frame, u, palette, words, measure)
}

const text = (x: number, y: number, said: string, size: number, fill: string, anchor: 'start' | 'middle' | 'end' = 'start'): Drawn => ({ kind: 'text', x, y, text: said, size, weight: 400, fill, anchor })

function rows({ kind, rows: all, total, unit }: Extract<WallBoard, { rows: unknown; measures: unknown }>, { x, y, width, height }: Frame, u: number, palette: Palette, words: SheetWords, measure: Measure): Drawn[] {
  const size = 1.35 * u, step = 2.4 * u
  const room = Math.max(0, Math.floor(height / step) - (total > Math.floor(height / step) ? 1 : 0))
  const shown = all.slice(0, room), left = total - shown.length
  const longest = Math.max(1, ...all.map((row) => (kind === 'pairs' ? 1 : (row.value ?? 0))))
  const nameWidth = 0.36 * width, valueWidth = (kind === 'pairs' ? 0.3 : 0.24) * width, barX = x + nameWidth + 0.8 * u, barWidth = width - nameWidth - valueWidth - 1.6 * u
  return [
    ...shown.flatMap((row, at): Drawn[] => {
      const top = y + at * step
      const said = kind === 'pairs' ? [rateOf(row), row.second ? share(rate(row.second)) : null].filter((part) => part !== null).join(' / ') : valueOf(row, unit, words)
      return [
        text(x, top + 1.7 * u, shortened(row.name, kind === 'list' ? width - valueWidth - u : nameWidth, size, 400, measure), size, palette.ink1),
        ...(kind === 'list' ? [] : barsOf(row, kind, longest).map((part, line, { length }) => ({ kind: 'rect', x: barX, y: top + 0.6 * u + (line * 1.4 * u) / length, width: Math.max(0.05 * u, part * barWidth), height: (1.3 * u) / length, fill: line === 0 ? palette.lineStrong : palette.accent }) as const)),
        text(x + width, top + 1.7 * u, shortened(said, valueWidth, size, 400, measure), size, palette.ink2, 'end'),
      ]
    }),
    ...(left > 0 ? [text(x, y + shown.length * step + 1.7 * u, words.more(left), size, palette.ink3)] : []),
  ]
}

const rate = ({ value, of }: Pick<WallRow, 'value' | 'of'>): number | null => (value === null || of === null || of === 0 ? null : value / of)
const rateOf = (row: WallRow): string => share(rate(row))
const valueOf = ({ value, of }: WallRow, unit: string, words: SheetWords): string => (value === null ? words.few : of === null ? `${exact(value)}\u2009${unit}` : `${exact(value)}/${exact(of)}`)
const barsOf = (row: WallRow, kind: 'bars' | 'pairs' | 'list', longest: number): number[] => (kind === 'pairs' ? [rate(row) ?? 0, rate(row.second ?? { value: null, of: null }) ?? 0] : [(row.value ?? 0) / longest])

function halfHours({ covered, total }: Extract<WallBoard, { kind: 'halfHours' }>, { x, y, width, height }: Frame, u: number, palette: Palette, words: SheetWords): Drawn[] {
  const label = 1.9 * u, tall = Math.max(u, height - label), step = width / covered.length
  const hours = [0, 6, 12, 18]
  return [
    ...covered.map((count, at): Drawn => {
      const high = total === null || total === 0 || count === null ? 0 : (count / total) * tall
      return { kind: 'rect', x: x + at * step + 0.1 * step, y: y + tall - high, width: 0.8 * step, height: high, fill: palette.accent }
    }),
    { kind: 'line', points: [[x, y + tall], [x + width, y + tall]], stroke: palette.lineStrong, width: 0.12 * u },
    ...hours.map((hour) => text(x + (hour * 2 + 0.5) * step, y + tall + 1.6 * u, words.hour(hour), 1.2 * u, palette.ink3, 'middle')),
  ]
}

/** Squares of a community's items: built is filled, under way half as high, missing hatched. */
function matrix({ columns, rows: all }: Extract<WallBoard, { kind: 'matrix' }>, { x, y, width, height }: Frame, u: number, palette: Palette, words: SheetWords, measure: Measure): Drawn[] {
  const size = 1.2 * u, step = 2.1 * u, nameWidth = 0.34 * width, square = (width - nameWidth) / Math.max(1, columns.length)
  const fits = Math.max(0, Math.floor((height - step) / step)), room = all.length > fits ? fits - 1 : fits
  const shown = all.slice(0, Math.max(0, room)), left = all.length - shown.length
  return [
    ...columns.map(({ short }, at) => text(x + nameWidth + (at + 0.5) * square, y + 1.4 * u, shortened(short, square, size, 400, measure), size, palette.ink3, 'middle')),
    ...shown.flatMap((row, line): Drawn[] => {
      const top = y + (line + 1) * step
      return [
        text(x, top + 1.4 * u, shortened(row.name, nameWidth - u, size, 400, measure), size, palette.ink1),
        ...row.cells.map((standing, at): Drawn => {
          const side = Math.min(square - 0.4 * u, 1.7 * u), corner = x + nameWidth + (at + 0.5) * square - side / 2
          if (standing === 'missing') return { kind: 'rect', x: corner, y: top, width: side, height: side, fill: palette.sunken, pattern: 'gap', stroke: palette.lineStrong, strokeWidth: 0.08 * u }
          const part = standing === 'underway' || standing === 'belowArea' ? 0.5 : 1
          return { kind: 'rect', x: corner, y: top + side * (1 - part), width: side, height: side * part, fill: standing === 'belowArea' ? palette.marginal : palette.covered }
        }),
      ]
    }),
    ...(left > 0 ? [text(x, y + (shown.length + 1) * step + 1.4 * u, words.more(left), size, palette.ink3)] : []),
  ]
}
