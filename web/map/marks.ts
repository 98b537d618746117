import { glyphs } from './glyphs.ts'
import { shareSteps } from './layers/overview.ts'
import type { Palette } from './palette.ts'

/** A picture in device pixels; `stretch` and `content` in the same pixels where a text is fitted into it. */
export type DrawnImage = { image: ImageData; stretchX?: [number, number][]; stretchY?: [number, number][]; content?: [number, number, number, number] }

type Context = CanvasRenderingContext2D
const fullTurn = Math.PI * 2

/** A site: disc in the category's colour with a ring and its glyph, 32 px. One that does not admit the group is grey with a barred ring at its corner. */
export function badgeImage(palette: Palette, colour: number, glyph: string, refuses: boolean, ratio: number): ImageData {
  return drawn(32, ratio, (context) => {
    disc(context, 16, 16, 14.6, palette.theme === 'light' ? 'rgba(60, 52, 36, 0.28)' : 'rgba(0, 0, 0, 0.5)')
    disc(context, 16, 15.6, 14, palette.badgeRing)
    disc(context, 16, 15.6, 12, refuses ? palette.ink3 : (palette.categories[colour] ?? palette.ink3))
    drawGlyph(context, glyph, palette.badgeGlyph, 16, 15.6, 15)
    if (refuses) barred(context, 25.5, 6.5, palette)
  })
}

/** Of `shareSteps` parts as many are filled as the residents covered; null: nobody lives here. 40 px. */
export function shareImage(palette: Palette, step: number | null, ratio: number): ImageData {
  return drawn(40, ratio, (context) => {
    disc(context, 20, 20, 19, palette.badgeRing)
    disc(context, 20, 20, 17, step === null ? palette.nodata : palette.gap)
    if (step === null || step === 0) return
    context.fillStyle = palette.covered
    context.beginPath()
    context.moveTo(20, 20)
    context.arc(20, 20, 17, -fullTurn / 4, -fullTurn / 4 + (step / shareSteps) * fullTurn)
    context.fill()
    if (step === shareSteps) return
    context.strokeStyle = palette.badgeRing
    context.lineWidth = 1.5
    for (const angle of [-fullTurn / 4, -fullTurn / 4 + (step / shareSteps) * fullTurn]) {
      context.beginPath()
      context.moveTo(20, 20)
      context.lineTo(20 + Math.cos(angle) * 17, 20 + Math.sin(angle) * 17)
      context.stroke()
    }
  })
}

/** A gate in a wall: open as a gap between two posts, locked as a bar across them, at hours as half a bar. 18 px. */
export function gateImage(palette: Palette, locked: 'never' | 'always' | 'hours', ratio: number): ImageData {
  return drawn(18, ratio, (context) => {
    disc(context, 9, 9, 8.5, palette.badgeRing)
    disc(context, 9, 9, 7, locked === 'always' ? palette.ink1 : locked === 'hours' ? palette.ink3 : palette.open)
    context.strokeStyle = palette.badgeRing
    context.lineWidth = 1.7
    context.lineCap = 'round'
    stroke(context, [[5.5, 5.5], [5.5, 12.5]])
    stroke(context, [[12.5, 5.5], [12.5, 12.5]])
    if (locked !== 'never') stroke(context, [[5.5, 9], [locked === 'always' ? 12.5 : 9, 9]])
  })
}

/** 驻区单位: a square, so that it is never taken for a site. 22 px. */
export function unitImage(palette: Palette, ratio: number): ImageData {
  return drawn(22, ratio, (context) => {
    context.fillStyle = palette.badgeRing
    roundedSquare(context, 1, 20, 5)
    context.fillStyle = palette.ink2
    roundedSquare(context, 2.5, 17, 4)
    drawGlyph(context, 'unit', palette.badgeGlyph, 11, 11, 12.5)
  })
}

/** The ground of a minute flag, stretched around its text. */
export function flagImage(palette: Palette, ratio: number): DrawnImage {
  const image = drawn(20, ratio, (context) => {
    context.fillStyle = palette.badgeRing
    roundedSquare(context, 0, 20, 7)
    context.fillStyle = palette.accent
    roundedSquare(context, 1.5, 17, 5.5)
  })
  const [low, high] = [9 * ratio, 11 * ratio]
  return { image, stretchX: [[low, high]], stretchY: [[low, high]], content: [4 * ratio, 3 * ratio, 16 * ratio, 17 * ratio] }
}

function barred(context: Context, x: number, y: number, palette: Palette): void {
  disc(context, x, y, 6.4, palette.badgeRing)
  context.strokeStyle = palette.full
  context.lineWidth = 2
  context.beginPath()
  context.arc(x, y, 4.2, 0, fullTurn)
  context.stroke()
  stroke(context, [[x - 2.9, y + 2.9], [x + 2.9, y - 2.9]])
}

export function drawGlyph(context: Context, name: string, colour: string, x: number, y: number, side: number): void {
  context.save()
  context.translate(x - side / 2, y - side / 2)
  context.scale(side / 24, side / 24)
  context.strokeStyle = colour
  context.lineWidth = 2.1
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const path of glyphs[name] ?? glyphs['unknown'] ?? []) context.stroke(new Path2D(path))
  context.restore()
}

export function drawn(side: number, ratio: number, draw: (context: Context) => void): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.round(side * ratio)
  // Read back at once: see patterns.ts.
  const context = canvas.getContext('2d', { willReadFrequently: true }) as Context
  context.scale(canvas.width / side, canvas.height / side)
  draw(context)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

export function disc(context: Context, x: number, y: number, radius: number, colour: string): void {
  context.fillStyle = colour
  context.beginPath()
  context.arc(x, y, radius, 0, fullTurn)
  context.fill()
}

function stroke(context: Context, [from, to]: readonly [readonly [number, number], readonly [number, number]]): void {
  context.beginPath()
  context.moveTo(...from)
  context.lineTo(...to)
  context.stroke()
}

function roundedSquare(context: Context, start: number, side: number, radius: number): void {
  const [middle, end] = [start + side / 2, start + side]
  context.beginPath()
  context.moveTo(middle, start)
  // roundRect would be shorter, and is unknown to telephones of 2021.
  for (const [x, y, toX, toY] of [[end, start, end, middle], [end, end, middle, end], [start, end, start, middle], [start, start, middle, start]] as const) context.arcTo(x, y, toX, toY, radius)
  context.closePath()
  context.fill()
}
