import { learnImages } from '../../map/images.ts'
import { disc, drawGlyph, drawn, type DrawnImage } from '../../map/marks.ts'
import type { Palette } from '../../map/palette.ts'
import { marks, type Mark } from './venue.ts'

type Pen = CanvasRenderingContext2D
const fullTurn = Math.PI * 2

/** Sides of the pictures, CSS pixels. */
export const venueSide = 38
export const clusterSide = 44
const startSide = 34

/** venue:theme:colour:glyph:mark:admits. Struck through: lets no such person in; a dashed edge: one has to ask first. */
export const venueImage = (palette: Palette, [colour, glyph, mark, admits]: string[], ratio: number): DrawnImage => ({ image: drawn(venueSide, ratio, (pen) => {
  const middle = venueSide / 2
  disc(pen, middle, middle + 1, 15.2, palette.theme === 'light' ? 'rgba(60, 52, 36, 0.28)' : 'rgba(0, 0, 0, 0.5)')
  disc(pen, middle, middle, 15, palette.badgeRing)
  disc(pen, middle, middle, 13, palette.categories[Number(colour)] ?? palette.ink3)
  drawGlyph(pen, glyph ?? 'unknown', palette.badgeGlyph, middle, middle, 16)
  if (admits === 'no') struck(pen, palette, middle)
  if (admits === 'ask') dashed(pen, palette, middle)
  drawMark(pen, palette, markNamed(mark), venueSide - 8, 8)
}) })

/** From the upper left to the lower right, away from the mark at the corner, white beside it, so that it is seen on every colour. */
function struck(pen: Pen, palette: Palette, middle: number): void {
  for (const [width, colour] of [[6, palette.badgeRing], [3, palette.ink1]] as const) {
    pen.strokeStyle = colour
    pen.lineWidth = width
    pen.lineCap = 'round'
    pen.beginPath()
    pen.moveTo(middle - 10.5, middle - 10.5)
    pen.lineTo(middle + 10.5, middle + 10.5)
    pen.stroke()
  }
}

function dashed(pen: Pen, palette: Palette, middle: number): void {
  pen.strokeStyle = palette.ink1
  pen.lineWidth = 2.2
  pen.lineCap = 'butt'
  pen.setLineDash([4.2, 3.6])
  pen.beginPath()
  pen.arc(middle, middle, 14.4, 0, fullTurn)
  pen.stroke()
  pen.setLineDash([])
}

/** cluster:theme:open:soon:closed:unknown, each in as many parts of the whole as its number says; the mark at the corner is the best there is. */
export const clusterImage = (palette: Palette, parts: string[], ratio: number): DrawnImage => ({ image: drawn(clusterSide, ratio, (pen) => {
  const counts = marks.map((_mark, at) => Math.max(0, Number(parts[at]) || 0))
  const whole = counts.reduce((sum, count) => sum + count, 0) || 1
  const middle = clusterSide / 2
  disc(pen, middle, middle, 19, palette.badgeRing)
  let angle = -fullTurn / 4
  marks.forEach((mark, at) => {
    const turn = (counts[at] / whole) * fullTurn
    if (turn === 0) return
    // A gap between two parts, none in a ring of one.
    const gap = turn > fullTurn * 0.99 ? 0 : 0.09
    pen.beginPath()
    pen.arc(middle, middle, 16, angle + gap, angle + turn - gap)
    pen.lineWidth = ringWidths[mark]
    pen.strokeStyle = colourOf(palette, mark)
    pen.setLineDash(mark === 'unknown' ? [2.2, 2.2] : [])
    pen.stroke()
    pen.setLineDash([])
    angle += turn
  })
  const best = marks.find((mark) => mark !== 'closed' && counts[marks.indexOf(mark)] > 0) ?? 'closed'
  drawMark(pen, palette, best, clusterSide - 8, 8)
}) })
/** Told apart without colour: open is the broadest, unknown is dashed. */
const ringWidths: Readonly<Record<Mark, number>> = { open: 5, soon: 3.4, closed: 1.6, unknown: 2.6 }

/** start:theme:start, a house; start:theme:spot, a cross in a dashed ring: not yet chosen. */
export const startImage = (palette: Palette, [part]: string[], ratio: number): DrawnImage => ({ image: drawn(startSide, ratio, (pen) => {
  const middle = startSide / 2
  if (part === 'spot') {
    disc(pen, middle, middle, 14, palette.badgeRing)
    pen.strokeStyle = palette.accent
    pen.lineWidth = 2.4
    pen.setLineDash([4, 3])
    pen.beginPath()
    pen.arc(middle, middle, 11.5, 0, fullTurn)
    pen.stroke()
    pen.setLineDash([])
    return pen.stroke(new Path2D('M17 12v10M12 17h10'))
  }
  disc(pen, middle, middle + 0.8, 15.4, palette.theme === 'light' ? 'rgba(60, 52, 36, 0.28)' : 'rgba(0, 0, 0, 0.5)')
  disc(pen, middle, middle, 15, palette.badgeRing)
  disc(pen, middle, middle, 12.8, palette.accent)
  pen.strokeStyle = palette.accentInk
  pen.lineWidth = 2
  pen.lineJoin = pen.lineCap = 'round'
  pen.stroke(new Path2D('M10.5 16.8L17 10.8L23.5 16.8M12.6 15.4V22.6H21.4V15.4'))
}) })

/** The state at a corner: full disc open, half disc closes soon, ring closed, question mark unknown. */
function drawMark(pen: Pen, palette: Palette, mark: Mark, x: number, y: number): void {
  const colour = colourOf(palette, mark)
  disc(pen, x, y, 7.6, palette.badgeRing)
  pen.strokeStyle = pen.fillStyle = colour
  pen.lineWidth = 2
  if (mark === 'open') return disc(pen, x, y, 5.6, colour)
  pen.beginPath()
  pen.arc(x, y, mark === 'unknown' ? 5.8 : 4.6, 0, fullTurn)
  if (mark === 'unknown') pen.lineWidth = 1.2
  pen.stroke()
  if (mark === 'soon') {
    pen.beginPath()
    pen.arc(x, y, 4.6, fullTurn / 4, -fullTurn / 4)
    pen.fill()
  }
  if (mark === 'unknown') {
    pen.font = '700 9px sans-serif'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText('?', x, y + 0.6)
  }
}

const colourOf = (palette: Palette, mark: Mark): string => (mark === 'open' ? palette.open : mark === 'soon' ? palette.soon : palette.closed)
const markNamed = (name: string | undefined): Mark => marks.find((mark) => mark === name) ?? 'unknown'

/** Makes the map draw these. Said by whoever opens a map, since a module that is only imported for its deed may be dropped. */
export const learnVenueSigns = (): void => learnImages({ venue: venueImage, cluster: clusterImage, start: startImage })
