import type { VenueState } from '../../../../geodata/model/venue.ts'
import type { PictureFacts } from './facts.ts'
import { wrapped } from './wrap.ts'

/** Names of the page's colours; the painter knows what they are in the light theme, which a picture always has. */
export type Ink = 'page' | 'surface' | 'ink-1' | 'ink-2' | 'line' | 'line-strong' | 'accent' | 'open' | 'soon' | 'closed'
export type Weight = 400 | 500 | 650
export type Text = { kind: 'text'; /** Left edge and baseline. */ x: number; y: number; text: string; size: number; weight: Weight; ink: Ink }
export type Drawn = Text
  | { kind: 'box'; x: number; y: number; width: number; height: number; radius: number; fill: Ink | null; edge: Ink | null }
  | { kind: 'state'; state: VenueState; x: number; y: number; side: number; ink: Ink }
  | { kind: 'code'; link: string; x: number; y: number; side: number }
/** A picture in its own pixels: what is drawn, first things lowest. */
export type Drawing = { width: number; height: number; drawn: readonly Drawn[] }
export type MeasureText = (text: string, size: number, weight: Weight) => number

/** As wide as a telephone's picture: held upright, a third of it is a CSS pixel, so that 48 read as 17 and nothing is below 14. */
export const pictureWidth = 1080
export const smallestLetters = 40
const [edge, inset] = [40, 56]
const [body, caption, nameSize, walkSize] = [48, 40, 84, 60]
/** Labels stand beside what they are of, unless one of them takes more than this. */
const [widestLabel, labelGap] = [300, 36]
const codeSide = 320
/** Where the middle of a Chinese character lies over its baseline, of its size. */
const middle = 0.38

const inks: Readonly<Record<VenueState, Ink>> = { open: 'open', 'closes-soon': 'soon', 'opens-later': 'closed', 'closed-for-today': 'closed', 'closed-today': 'closed', suspended: 'closed', unknown: 'closed' }

/** Where everything stands. Pure: letters are measured by who calls. */
export function laidOut(facts: PictureFacts, measure: MeasureText): Drawing {
  const drawn: Drawn[] = []
  let y = 0
  /** Lines of a text from `y` on, which goes on below them; gives how many there were. */
  const write = (text: string, at: { x: number; width: number; size: number; weight?: Weight; ink?: Ink; leading?: number }): void => {
    const { x, width, size, weight = 400, ink = 'ink-1', leading = 1.42 } = at
    for (const line of text === '' ? [] : wrapped(text, width, (part) => measure(part, size, weight))) {
      drawn.push({ kind: 'text', x, y: Math.round(y + (size * leading) / 2 + size * middle), text: line, size, weight, ink })
      y += size * leading
    }
  }

  // What it is of, and that it is invented where it is.
  y = edge
  const badge = facts.demo === '' ? 0 : measure(facts.demo, caption, 650) + 40
  if (badge > 0) {
    drawn.push({ kind: 'box', x: pictureWidth - edge - badge, y, width: badge, height: 64, radius: 12, fill: null, edge: 'line-strong' })
    drawn.push({ kind: 'text', x: pictureWidth - edge - badge + 20, y: y + 32 + Math.round(caption * middle), text: facts.demo, size: caption, weight: 650, ink: 'ink-1' })
  }
  y += 4
  write(facts.site, { x: edge + 8, width: pictureWidth - edge * 2 - badge - 32, size: caption, weight: 500, ink: 'ink-2' })
  y = Math.max(y, edge + 64) + 28

  const top = y
  const panel = drawn.length
  const x = edge + inset
  const width = pictureWidth - x * 2
  y += 48
  const ink = inks[facts.state]
  drawn.push({ kind: 'state', state: facts.state, x, y: Math.round(y + (walkSize * 1.42) / 2 - 26), side: 52, ink })
  write(facts.word, { x: x + 72, width: width - 72, size: walkSize, weight: 650, ink })
  write(facts.until, { x: x + 72, width: width - 72, size: body, ink: 'ink-1' })
  write(facts.seen, { x: x + 72, width: width - 72, size: caption, ink: 'ink-2' })
  y += 20
  write(facts.name, { x, width, size: nameSize, weight: 650, leading: 1.28 })
  write(facts.kind, { x, width, size: body, ink: 'ink-2' })
  write(facts.pending, { x, width, size: body, weight: 500, ink: 'soon' })
  if (facts.walk !== '') y += 16
  write(facts.walk, { x, width, size: walkSize, weight: 650 })
  write(facts.from, { x, width, size: body, ink: 'ink-2' })
  y += 24

  const labels = Math.max(...facts.rows.map(({ label }) => measure(label, body, 400)))
  const beside = labels <= widestLabel
  const labelWidth = beside ? Math.ceil(labels) + labelGap : 0
  for (const { label, lines, large = false } of facts.rows) {
    drawn.push({ kind: 'box', x, y: Math.round(y), width, height: 2, radius: 0, fill: 'line', edge: null })
    y += 18
    const size = large ? walkSize : body
    const from = y
    // A label stands on the line of what it is of, though that be larger.
    if (beside) y += ((size - body) * 1.42) / 2
    write(label, { x, width: beside ? labelWidth : width, size: body, ink: 'ink-2' })
    if (beside) y = from
    for (const line of lines) write(line, { x: x + labelWidth, width: width - labelWidth, size, weight: large ? 650 : 400, ink: large ? 'accent' : 'ink-1' })
    y += 18
  }
  y += 24
  drawn.splice(panel, 0, { kind: 'box', x: edge, y: top, width: pictureWidth - edge * 2, height: Math.round(y - top), radius: 36, fill: 'surface', edge: 'line' })
  y += 40

  if (facts.qr) {
    const from = y
    drawn.push({ kind: 'code', link: facts.qr.link, x: edge, y: Math.round(y), side: codeSide })
    y += 24
    const column = { x: edge + codeSide + 40, width: pictureWidth - edge * 2 - codeSide - 40 }
    write(facts.qr.hint, { ...column, size: body, weight: 650 })
    y += 8
    write(facts.qr.later, { ...column, size: caption, ink: 'ink-2' })
    y = Math.max(y, from + codeSide) + 32
  }
  for (const line of facts.foot) write(line, { x: edge + 8, width: pictureWidth - edge * 2 - 16, size: caption, ink: 'ink-2' })
  return { width: pictureWidth, height: Math.ceil(y + edge), drawn }
}
