import type { WallBoard } from '../../../geodata/contract/wall.ts'
import type { Palette } from '../../map/palette.ts'
import { drawBoard, wantedHeight } from './board.ts'
import type { NumberShown, SheetContent } from './content.ts'
import { shortened, textAt, wrapped, type Drawn, type Frame, type Measure } from './drawn.ts'

const rule = (x: number, y: number, width: number, u: number, palette: Palette): Drawn => ({ kind: 'line', points: [[x, y], [x + width, y]], stroke: palette.line, width: 0.12 * u })

/** The numbers one below the other: question, answer with its last months, how it stands, and counts beside it. */
export function numberColumn(numbers: readonly NumberShown[], { x, y, width, height }: Frame, u: number, palette: Palette, measure: Measure): Drawn[] {
  const step = height / Math.max(1, numbers.length)
  return numbers.flatMap(({ question, answer, unit, notes, states, trend }, at): Drawn[] => {
    const top = y + at * step
    // A question is never cut where two lines hold it; the answer makes way.
    const isLong = measure(question, 1.5 * u, 400) > width, asked = isLong ? wrapped(question, width, 1.2 * u, 400, 2, measure) : [question]
    const answerSize = (isLong ? 2.7 : 3.4) * u, base = top + (isLong ? 5.6 : 5.4) * u
    const answerWidth = measure(answer, answerSize, 650), unitText = shortened(unit, width - answerWidth - 0.6 * u, 1.6 * u, 400, measure)
    const used = answerWidth + 0.6 * u + measure(unitText, 1.6 * u, 400) + 2 * u
    return [
      ...(at > 0 ? [rule(x, top, width, u, palette)] : []),
      ...asked.map((said, line) => textAt(x, top + (isLong ? 1.5 + 1.5 * line : 2.1) * u, said, (isLong ? 1.2 : 1.5) * u, palette.ink2)),
      textAt(x, base, answer, answerSize, palette.ink1, 'start', 650), textAt(x + answerWidth + 0.6 * u, base, unitText, 1.6 * u, palette.ink2),
      ...(used + 6 * u < width ? trendLine(trend, { x: x + used, y: base - 2.2 * u, width: width - used - 0.4 * u, height: 2 * u }, u, palette) : []),
      ...[joined(states, width, 1.25 * u, measure), joined(notes, width, 1.25 * u, measure)].filter((said) => said !== '').map((said, line) => textAt(x, top + (7.2 + 1.65 * line) * u, said, 1.25 * u, palette.ink3)),
    ]
  })
}

/** As many whole parts as a line holds: half a figure is none. */
function joined(parts: readonly string[], width: number, size: number, measure: Measure): string {
  const fits = parts.findLastIndex((_none, at) => measure(parts.slice(0, at + 1).join(dot), size, 400) <= width)
  return fits < 0 ? shortened(parts[0] ?? '', width, size, 400, measure) : parts.slice(0, fits + 1).join(dot)
}
const dot = '  ·  '

/** The last months as a line that breaks where one is not told, and a dot on the last. */
function trendLine(trend: readonly (number | null)[], { x, y, width, height }: Frame, u: number, palette: Palette): Drawn[] {
  const at = (index: number, part: number): readonly [number, number] => [x + (trend.length < 2 ? 0.5 : index / (trend.length - 1)) * width, y + (1 - part) * height]
  const runs: (readonly [number, number])[][] = [[]]
  for (const [index, part] of trend.entries()) {
    if (part === null) runs.push([])
    else runs.at(-1)?.push(at(index, part))
  }
  const last = runs.at(-1)?.at(-1)
  if (runs.flat().length < 2) return []
  return [...runs.filter((run) => run.length > 1).map((points) => ({ kind: 'line', points, stroke: palette.accent, width: 0.18 * u }) as const), ...(last ? [{ kind: 'circle', x: last[0], y: last[1], radius: 0.3 * u, fill: palette.accent } as const] : [])]
}

/** Question and answer of a board. */
const head = ({ question, answer }: WallBoard, width: number, u: number, words: SheetContent['words'], measure: Measure) => ({ question: shortened(words.said(question), width, 1.8 * u, 650, measure), answer: wrapped(words.said(answer), width, 1.35 * u, 400, 3, measure) })
const headUnits = (lines: number): number => 3.5 + 1.9 * lines

/** The boards one below the other: none gets more than it needs while another lacks room. */
export function boardColumn({ boards, words }: Pick<SheetContent, 'boards' | 'words'>, { x, y, width, height }: Frame, u: number, palette: Palette, measure: Measure): Drawn[] {
  const heads = boards.map((board) => head(board, width, u, words, measure))
  const wanted = boards.map((board, at) => (headUnits(heads[at].answer.length) + 2.2) * u + wantedHeight(board, u))
  const given = shared(wanted, height)
  let top = y
  return boards.flatMap((board, at): Drawn[] => {
    const mine = top, own = given[at], { question, answer } = heads[at], used = headUnits(answer.length) * u
    top += own
    return [
      ...(at > 0 ? [rule(x, mine, width, u, palette)] : []),
      textAt(x, mine + 2.3 * u, question, 1.8 * u, palette.ink1, 'start', 650),
      ...answer.map((said, line) => textAt(x, mine + (4.4 + 1.9 * line) * u, said, 1.35 * u, palette.ink2)),
      ...drawBoard(board, { x, y: mine + used, width, height: own - used - 1.2 * u }, u, palette, words, measure),
    ]
  })
}

/** A height divided by what each wants; who wants less than an even part leaves the rest to the others. */
export function shared(wanted: readonly number[], whole: number): number[] {
  const given = wanted.map(() => 0)
  let open = wanted.map((_none, at) => at), left = whole
  while (open.length > 0) {
    const even = left / open.length
    const modest = open.filter((at) => wanted[at] <= even)
    for (const at of modest.length > 0 ? modest : open) given[at] = modest.length > 0 ? wanted[at] : even
    if (modest.length === 0) break
    left -= modest.reduce((sum, at) => sum + wanted[at], 0)
    open = open.filter((at) => !modest.includes(at))
  }
  return given
}
