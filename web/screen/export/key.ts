import { scaleBar } from '../../map/scale.ts'
import type { Palette } from '../../map/palette.ts'
import type { LegendRow, SheetContent } from './content.ts'
import { shortened, textAt, type Drawn, type Frame, type Measure } from './drawn.ts'
import { patterned } from './pattern.ts'
import type { SheetView } from './view.ts'

export type Bar = { metres: number; length: number; label: string }

/** The longest round length that fits, at the middle of the map. Of a leaning one lengths differ from near to far: the bar holds for the middle. */
export function barOf({ camera, scale }: SheetView, words: SheetContent['words'], longest: number): Bar {
  const { metres, pixels } = scaleBar(camera.lat, camera.zoom, longest / scale)
  const label = metres >= 1000 ? `${metres / 1000}\u2009${words.kilometres}` : `${metres}\u2009${words.metres}`
  return { metres, length: pixels * scale, label: camera.pitch > 0 ? words.scaleInMiddle(label) : label }
}

const size = 1.4, line = 2.3, swatch = 1.6, apart = 2.2

/** What stands below the map and so covers nothing of it: the legend in words with its second signs, and the scale bar at the right. */
export function mapKey({ legend, legendTitle }: Pick<SheetContent, 'legend' | 'legendTitle'>, bar: Bar, x: number, y: number, width: number, u: number, palette: Palette, measure: Measure): { shapes: Drawn[]; height: number } {
  const barWidth = Math.max(bar.length, measure(bar.label, size * u, 400))
  const room = width - barWidth - 2 * apart * u
  const shapes: Drawn[] = []
  let left = x, top = y + 0.8 * u
  const title = shortened(legend.length === 0 ? '' : legendTitle, room, size * u, 500, measure)
  shapes.push(textAt(left, top + 1.35 * u, title, size * u, palette.ink1, 'start', 500))
  left += title === '' ? 0 : measure(title, size * u, 500) + apart * u
  for (const row of legend) {
    const label = shortened(row.label, room - 2.4 * u, size * u, 400, measure)
    const wide = (swatch + 0.7) * u + measure(label, size * u, 400)
    if (left > x && left + wide > x + room) {
      left = x
      top += line * u
    }
    shapes.push(...sample(row, { x: left, y: top, width: swatch * u, height: swatch * u }, u, palette), textAt(left + (swatch + 0.7) * u, top + 1.35 * u, label, size * u, palette.ink2))
    left += wide + apart * u
  }
  const right = x + width - 0.2 * u, from = x + width - bar.length - 0.2 * u, base = y + 1.7 * u
  shapes.push({ kind: 'line', points: [[from, base - 0.9 * u], [from, base], [right, base], [right, base - 0.9 * u]], stroke: palette.ink2, width: 0.22 * u }, textAt(x + width, base + 1.9 * u, bar.label, size * u, palette.ink2, 'end'))
  return { shapes, height: Math.max(top + line * u, base + 2.4 * u) - y }
}

function sample({ fill, pattern, drawn }: LegendRow, frame: Frame, u: number, palette: Palette): Drawn[] {
  const { x, y, width, height } = frame
  if (drawn === 'line') return [{ kind: 'line', points: [[x, y + height / 2], [x + width, y + height / 2]], stroke: fill, width: 0.3 * u }]
  const edge = (drawn === 'outline' ? 0.26 : 0.1) * u
  const within = { x: x + edge / 2, y: y + edge / 2, width: width - edge, height: height - edge }
  if (drawn === 'outline') return [{ kind: 'rect', ...within, stroke: fill, strokeWidth: edge }]
  return [...patterned(frame, fill, pattern, u, palette), { kind: 'rect', ...within, stroke: palette.lineStrong, strokeWidth: edge }]
}

/** Only where north is not up: everyone takes it to be otherwise. */
export function north({ map: { camera: { bearing } }, words }: Pick<SheetContent, 'map' | 'words'>, map: Frame, u: number, palette: Palette): Drawn[] {
  if (Math.abs(bearing) < 0.5) return []
  const x = map.x + map.width - 4.4 * u, y = map.y + 5 * u, turn = (-bearing * Math.PI) / 180
  const at = (dx: number, dy: number): readonly [number, number] => [x + dx * Math.cos(turn) - dy * Math.sin(turn), y + dx * Math.sin(turn) + dy * Math.cos(turn)]
  const [letterX, letterY] = at(0, -2.6 * u)
  return [
    { kind: 'circle', x, y, radius: 4 * u, fill: palette.surface },
    { kind: 'line', points: [at(0, 2.6 * u), at(0, -1.5 * u), at(-0.7 * u, -0.4 * u), at(0, -1.5 * u), at(0.7 * u, -0.4 * u)], stroke: palette.ink1, width: 0.25 * u },
    textAt(letterX, letterY + 0.5 * u, words.north, 1.4 * u, palette.ink1, 'middle', 500),
  ]
}
