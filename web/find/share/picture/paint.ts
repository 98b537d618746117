import type { VenueState } from '../../../../geodata/model/venue.ts'
import { qrOf, qrPath } from '../qr.ts'
import type { Drawing, Drawn, Ink, MeasureText, Weight } from './layout.ts'

type Pen = CanvasRenderingContext2D
/** What a picture is drawn with: letters and colours as they are on an element of the page. */
export type Paint = { family: string; inkOf: (ink: Ink) => string }
const fullTurn = Math.PI * 2
/** The margin of a code, in modules, that readers ask for. */
const quiet = 4

/** `element`: within something of data-theme light. */
export const paintOf = (element: Element): Paint => {
  const style = getComputedStyle(element)
  return { family: style.fontFamily, inkOf: (ink) => style.getPropertyValue(`--${ink}`).trim() }
}

const fontOf = ({ family }: Paint, size: number, weight: Weight): string => `${weight} ${size}px ${family}`

export const measureWith = (pen: Pen, paint: Paint): MeasureText => (text, size, weight) => {
  pen.font = fontOf(paint, size, weight)
  return pen.measureText(text).width
}

/** Letters that the page itself brings (where the machine has no Chinese ones) are there before they are drawn. */
export async function lettersFor(words: string, paint: Paint): Promise<void> {
  await Promise.all(([400, 500, 650] as const).map((weight) => document.fonts.load(fontOf(paint, 48, weight), words).catch(() => [])))
}

export function painted({ width, height, drawn }: Drawing, paint: Paint, canvas: HTMLCanvasElement): void {
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = paint.inkOf('page')
  pen.fillRect(0, 0, width, height)
  for (const one of drawn) put(pen, one, paint)
}

function put(pen: Pen, one: Drawn, paint: Paint): void {
  if (one.kind === 'text') {
    pen.font = fontOf(paint, one.size, one.weight)
    pen.fillStyle = paint.inkOf(one.ink)
    return pen.fillText(one.text, one.x, one.y)
  }
  if (one.kind === 'box') return box(pen, one, paint)
  if (one.kind === 'code') return code(pen, one)
  pen.save()
  pen.translate(one.x, one.y)
  pen.scale(one.side / 16, one.side / 16)
  pen.strokeStyle = pen.fillStyle = paint.inkOf(one.ink)
  sign(pen, one.state)
  pen.restore()
}

function box(pen: Pen, { x, y, width, height, radius, fill, edge }: Extract<Drawn, { kind: 'box' }>, paint: Paint): void {
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.arcTo(x + width, y, x + width, y + height, radius)
  pen.arcTo(x + width, y + height, x, y + height, radius)
  pen.arcTo(x, y + height, x, y, radius)
  pen.arcTo(x, y, x + width, y, radius)
  pen.closePath()
  if (fill !== null) {
    pen.fillStyle = paint.inkOf(fill)
    pen.fill()
  }
  if (edge === null) return
  pen.strokeStyle = paint.inkOf(edge)
  pen.lineWidth = 2.5
  pen.stroke()
}

const shape = (path: string): Path2D => new Path2D(path)

/** The shapes of StateMark.vue, on 16 by 16. */
function sign(pen: Pen, state: VenueState): void {
  pen.lineWidth = state === 'unknown' ? 1.3 : 2
  pen.beginPath()
  pen.arc(8, 8, state === 'open' ? 7 : 6.2, 0, fullTurn)
  if (state === 'open') return pen.fill()
  pen.stroke()
  if (state === 'closes-soon') return pen.fill(shape('M8 1.8a6.2 6.2 0 0 0 0 12.4z'))
  pen.lineCap = 'round'
  if (state === 'suspended') return pen.stroke(shape('M4.5 8h7'))
  if (state === 'unknown') pen.stroke(shape('M6.1 6.4a1.95 1.95 0 1 1 2.9 1.7c-.7.4-1 .7-1 1.4M8 11.6h.01'))
}

/** Always black on white: modules of whole pixels, so that none is blurred. */
function code(pen: Pen, { link, x, y, side }: Extract<Drawn, { kind: 'code' }>): void {
  const rows = qrOf(link)
  if (!rows) return
  const module = Math.max(1, Math.floor(side / (rows.length + quiet * 2)))
  const start = Math.floor((side - module * rows.length) / 2)
  pen.fillStyle = '#fff'
  pen.fillRect(x, y, side, side)
  pen.save()
  pen.translate(x + start, y + start)
  pen.scale(module, module)
  pen.fillStyle = '#000'
  pen.fill(shape(qrPath(rows)))
  pen.restore()
}
