import { drawn } from '../marks.ts'
import type { Palette } from '../palette.ts'
import { carrierShapes, type CarrierShape } from './shapes.ts'

type Pen = CanvasRenderingContext2D
/** Side of the picture, CSS pixels. */
const side = 36
const middle = side / 2
const fullTurn = Math.PI * 2

/** shape, ring and filling in twentieths: round the shape runs the share covered by work, the shape itself is filled from below by the share organised. What is left over is the colour of a gap. */
export const carrierImage = (palette: Palette, [shape = '', ring = '0', filling = '0']: string[], ratio: number): ImageData => drawn(side, ratio, (pen) => {
  const known = carrierShapes.find((one) => one === shape) ?? 'disc'
  pen.fillStyle = palette.badgeRing
  pen.beginPath()
  pen.arc(middle, middle, 17.5, 0, fullTurn)
  pen.fill()
  const share = Number(ring) / 20
  arc(pen, palette.gap, share, 1)
  arc(pen, palette.covered, 0, share)
  pen.save()
  outline(pen, known)
  pen.clip()
  pen.fillStyle = palette.gap
  pen.fillRect(0, 0, side, side)
  pen.fillStyle = palette.covered
  const height = (Number(filling) / 20) * 18
  pen.fillRect(0, middle + 9 - height, side, height)
  pen.restore()
  outline(pen, known)
  pen.strokeStyle = palette.ink1
  pen.lineWidth = 1.2
  pen.stroke()
})

/** Part of the ring from one share of it to another, clockwise from the top. */
function arc(pen: Pen, colour: string, from: number, to: number): void {
  if (to <= from) return
  pen.strokeStyle = colour
  pen.lineWidth = 3.5
  pen.beginPath()
  pen.arc(middle, middle, 15, from * fullTurn - fullTurn / 4, to * fullTurn - fullTurn / 4)
  pen.stroke()
}

function outline(pen: Pen, shape: CarrierShape): void {
  pen.beginPath()
  if (shape === 'disc') pen.arc(middle, middle, 9, 0, fullTurn)
  else if (shape === 'square') pen.rect(middle - 8, middle - 8, 16, 16)
  else {
    const corners = shape === 'diamond' ? 4 : 6
    for (let corner = 0; corner < corners; corner++) {
      const angle = (corner / corners) * fullTurn - fullTurn / 4
      pen.lineTo(middle + Math.cos(angle) * 10, middle + Math.sin(angle) * 10)
    }
    pen.closePath()
  }
}
