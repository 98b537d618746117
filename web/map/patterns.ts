import type { Palette } from './palette.ts'

export const patternNames = ['gap', 'marginal', 'full', 'nodata'] as const
export type PatternName = (typeof patternNames)[number]

/** Side of the repeating tile, CSS pixels. */
const tilePixels = 8

/** The second sign of a state as a repeating, mostly transparent picture: fine hatch for uncovered, level dashes for marginal, dots for full, grey hatch for no data. */
export function patternImage(name: PatternName, palette: Palette, ratio: number): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.round(tilePixels * ratio)
  // Read back at once: on a graphics card that would wait for the map's own drawing, seconds where the map is drawn by software.
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  context.scale(canvas.width / tilePixels, canvas.height / tilePixels)
  if (name === 'full') dots(context, palette.dotsOnFull)
  else if (name === 'marginal') dashes(context, palette.dashesOnMarginal)
  else if (name === 'gap') hatch(context, palette.hatchOnGap, 0.9, 2)
  else hatch(context, palette.hatchOnNodata, 1.6, 1)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** Lines at 45 degrees, rising to the right, `count` to a tile; they run on into the neighbouring tiles. */
function hatch(context: CanvasRenderingContext2D, colour: string, width: number, count: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  const step = tilePixels / count
  for (let start = -tilePixels; start <= tilePixels * 2; start += step) {
    context.beginPath()
    context.moveTo(start - 1, tilePixels + 1)
    context.lineTo(start + tilePixels + 1, -1)
    context.stroke()
  }
}

/** One short level dash to a tile: nearly a plain colour, as marginal is nearly covered. */
function dashes(context: CanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour
  context.fillRect(1, 3.4, 4.4, 1.2)
}

/** Two dots to a tile, as on the five of a die without its corners. */
function dots(context: CanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour
  for (const [x, y] of [[2, 2], [6, 6]] as const) {
    context.beginPath()
    context.arc(x, y, 1.05, 0, Math.PI * 2)
    context.fill()
  }
}
