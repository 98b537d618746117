import type { Drawn, Measure } from './drawn.ts'

/** Font of the page; a picture carries no fonts, its text is drawn with those that are loaded. */
export const family = "'Noto Sans SC Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
const fontOf = (size: number, weight: number): string => `${weight} ${size}px ${family}`
/** A canvas of these many pixels a unit. */
export function measureOn(context: CanvasRenderingContext2D): Measure {
  return (text, size, weight) => {
    context.font = fontOf(size, weight)
    return context.measureText(text).width
  }
}

/** Waits until the fonts that hold the signs of these texts are there. */
export async function loadLetters(shapes: readonly Drawn[]): Promise<void> {
  const texts = new Map<number, string>()
  for (const shape of shapes) if (shape.kind === 'text') texts.set(shape.weight, (texts.get(shape.weight) ?? '') + shape.text)
  await Promise.all([...texts].map(([weight, text]) => document.fonts.load(fontOf(16, weight), text)))
}

/** Paints the shapes in their order. `map`: the picture that fills the map's frame from its middle; null leaves the land. */
export function paintSheet(context: CanvasRenderingContext2D, shapes: readonly Drawn[], map: ImageBitmap | null): void {
  for (const shape of shapes) {
    if (shape.kind === 'rect') {
      if (shape.fill) {
        context.fillStyle = shape.fill
        context.fillRect(shape.x, shape.y, shape.width, shape.height)
      }
      if (shape.stroke) {
        context.strokeStyle = shape.stroke
        context.lineWidth = shape.strokeWidth ?? 1
        context.strokeRect(shape.x, shape.y, shape.width, shape.height)
      }
    } else if (shape.kind === 'text') {
      context.font = fontOf(shape.size, shape.weight)
      context.fillStyle = shape.fill
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
      context.textBaseline = 'alphabetic'
      context.fillText(shape.text, shape.x, shape.y)
    } else if (shape.kind === 'line') {
      context.strokeStyle = shape.stroke
      context.lineWidth = shape.width
      context.lineJoin = 'round'
      context.beginPath()
      for (const [at, [x, y]] of shape.points.entries()) {
        if (at === 0) context.moveTo(x, y)
        else context.lineTo(x, y)
      }
      context.stroke()
    } else if (shape.kind === 'circle') {
      context.fillStyle = shape.fill
      context.beginPath()
      context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
      context.fill()
    } else if (shape.kind === 'map') {
      if (map) context.drawImage(map, ...middleOf(map, shape), shape.x, shape.y, shape.width, shape.height)
    } else paintCode(context, shape)
  }
}

/** The largest part of a picture about its middle that has a frame's shape: x, y, width, height. */
export function middleOf(picture: { width: number; height: number }, frame: { width: number; height: number }): [number, number, number, number] {
  const scale = Math.min(picture.width / frame.width, picture.height / frame.height)
  const width = frame.width * scale, height = frame.height * scale
  return [(picture.width - width) / 2, (picture.height - height) / 2, width, height]
}

/** Four modules of white around a code, as its standard asks. */
const quietModules = 4
export function paintCode(context: CanvasRenderingContext2D, { x, y, side, rows }: Extract<Drawn, { kind: 'code' }>): void {
  const module = side / (rows.length + 2 * quietModules)
  context.fillStyle = '#ffffff'
  context.fillRect(x, y, side, side)
  context.fillStyle = '#000000'
  for (const [line, row] of rows.entries()) for (const [at, dark] of row.entries()) if (dark) context.fillRect(x + (at + quietModules) * module, y + (line + quietModules) * module, module, module)
}
