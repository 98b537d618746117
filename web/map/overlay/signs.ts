import { drawn, type DrawnImage } from '../marks.ts'
import type { Palette } from '../palette.ts'
import { carrierImage } from './carrier.ts'
import { overlaySigns, type OverlaySign } from './shapes.ts'

type Pen = CanvasRenderingContext2D
/** Side of a sign, CSS pixels. */
const side = 24

/** sign:theme:name. A sign is known by its shape: late a triangle, missing an empty diamond, a need a drop, a resource a square. */
export const signImage = (palette: Palette, [name = '', ...rest]: string[], ratio: number): DrawnImage | null => {
  if (name === 'carrier') return { image: carrierImage(palette, rest, ratio) }
  if (name === 'arrow') return { image: drawn(12, ratio, (pen) => arrow(pen, palette)) }
  const sign = overlaySigns.find((one) => one === name)
  return sign ? { image: drawn(side, ratio, (pen) => paint(pen, palette, sign)) } : null
}

/** hatch:theme:few|none, 8 pixels a tile: too few to be told is hatched, nothing known is dotted. */
export const hatchImage = (palette: Palette, [name = '']: string[], ratio: number): DrawnImage => ({ image: drawn(8, ratio, (pen) => {
  if (name === 'few') {
    pen.fillStyle = palette.sunken
    pen.fillRect(0, 0, 8, 8)
    pen.strokeStyle = palette.hatchOnNodata
    pen.lineWidth = 1.2
    for (const start of [-8, 0, 8]) line(pen, [[start - 1, 9], [start + 9, -1]])
    return
  }
  pen.fillStyle = palette.nodata
  pen.fillRect(3.2, 3.2, 1.6, 1.6)
}) })

const paint = (pen: Pen, palette: Palette, sign: OverlaySign): void => {
  if (sign === 'lit') return lit(pen, palette)
  const { fill, shape, glyph } = looks[sign]
  const colour = palette[fill]
  path(pen, shape)
  pen.lineJoin = 'round'
  pen.lineWidth = 5
  pen.strokeStyle = palette.badgeRing
  pen.stroke()
  pen.fillStyle = glyph === 'hollow' ? palette.badgeRing : colour
  pen.fill()
  pen.lineWidth = 2
  pen.strokeStyle = colour
  pen.stroke()
  pen.strokeStyle = palette.badgeGlyph
  pen.fillStyle = palette.badgeGlyph
  pen.lineCap = 'round'
  if (glyph === 'tick') pen.stroke(new Path2D('M8 12.4l2.8 2.8L16 9.6'))
  if (glyph === 'mark') {
    line(pen, [[12, 10], [12, 14]])
    pen.fillRect(11, 16, 2, 2)
  }
  if (glyph === 'clock') {
    line(pen, [[12, 8], [12, 12.6]])
    line(pen, [[12, 12.6], [15, 14.2]])
  }
  if (glyph === 'half') {
    pen.beginPath()
    pen.arc(12, 12, 6, -Math.PI / 2, Math.PI / 2)
    pen.fill()
  }
}

/** A disc in a ring: known by its shape beside every other sign, and by its colour. */
const lit = (pen: Pen, palette: Palette): void => {
  for (const [radius, colour] of [[11.5, palette.halo], [10.5, palette.accent], [8, palette.halo], [5.5, palette.accent]] as const) {
    pen.beginPath()
    pen.arc(12, 12, radius, 0, Math.PI * 2)
    pen.fillStyle = colour
    pen.fill()
  }
}

const looks = {
  done: { fill: 'open', shape: 'disc', glyph: 'tick' }, due: { fill: 'soon', shape: 'disc', glyph: 'clock' }, late: { fill: 'full', shape: 'triangle', glyph: 'mark' },
  missing: { fill: 'gap', shape: 'diamond', glyph: 'hollow' }, partial: { fill: 'accent', shape: 'disc', glyph: 'half' }, none: { fill: 'ink3', shape: 'disc', glyph: 'hollow' },
  need: { fill: 'gap', shape: 'drop', glyph: 'hollow' }, needTaken: { fill: 'open', shape: 'drop', glyph: 'tick' }, resource: { fill: 'accent', shape: 'square', glyph: 'plain' },
  project: { fill: 'soon', shape: 'diamond', glyph: 'plain' }, site: { fill: 'ink2', shape: 'square', glyph: 'hollow' },
} as const satisfies Readonly<Record<Exclude<OverlaySign, 'lit'>, { fill: keyof Palette; shape: string; glyph: string }>>

const path = (pen: Pen, shape: (typeof looks)[keyof typeof looks]['shape']): void => {
  pen.beginPath()
  if (shape === 'disc') pen.arc(12, 12, 8, 0, Math.PI * 2)
  else if (shape === 'square') pen.roundRect(5, 5, 14, 14, 2)
  else outline(pen, corners[shape])
}
const corners = {
  triangle: [[12, 4], [21, 20], [3, 20]], diamond: [[12, 3], [21, 12], [12, 21], [3, 12]], drop: [[4, 5], [20, 5], [20, 14], [12, 21], [4, 14]],
} as const

const outline = (pen: Pen, points: readonly (readonly [number, number])[]): void => {
  for (const [x, y] of points) pen.lineTo(x, y)
  pen.closePath()
}
const arrow = (pen: Pen, palette: Palette): void => {
  outline(pen, [[6, 1], [11, 11], [6, 8.5], [1, 11]])
  pen.fillStyle = palette.accent
  pen.fill()
}
const line = (pen: Pen, [from, to]: readonly [readonly [number, number], readonly [number, number]]): void => {
  pen.beginPath()
  pen.moveTo(...from)
  pen.lineTo(...to)
  pen.stroke()
}
