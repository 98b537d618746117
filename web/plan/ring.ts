import type { Position } from '../../geodata/model/geometry.ts'
import type { ScreenPoint } from '../map/seam.ts'

/** A drawn line as the address holds it: the first corner in hundred-thousandths of a degree (a metre), then from each corner to the next; first corner not repeated. */
export type Ring = readonly Position[]
/** No line needs more to be told from another on a screen. */
export const mostCorners = 120
const steps = 1e5
const most = { lon: 180 * steps, lat: 90 * steps }

/** Corners on the address's grid, those that fall together once; null: no area is left. */
export const roundedRing = (ring: Ring): Ring | null => {
  const corners = ring.map(([lon, lat]): Position => [Math.round(lon * steps) / steps, Math.round(lat * steps) / steps])
  const apart = corners.filter(([lon, lat], at) => {
    const [before, above] = corners.at(at - 1) ?? [Number.NaN, Number.NaN]
    return corners.length === 1 || lon !== before || lat !== above
  })
  return apart.length >= 3 ? apart : null
}

export const writeRing = (ring: Ring): string => {
  const numbers: number[] = []
  let [x, y] = [0, 0]
  for (const [lon, lat] of ring) {
    const [east, north] = [Math.round(lon * steps), Math.round(lat * steps)]
    numbers.push(east - x, north - y)
    ;[x, y] = [east, north]
  }
  return numbers.join('_')
}

/** undefined: not a line of corners. */
export const readRing = (text: string): Ring | undefined => {
  const parts = text.split('_')
  if (parts.length < 6 || parts.length % 2 === 1 || parts.length > 2 * mostCorners || !parts.every((part) => /^-?\d{1,8}$/.test(part))) return undefined
  const ring: Position[] = []
  let [x, y] = [0, 0]
  for (let at = 0; at < parts.length; at += 2) {
    x += Number(parts[at])
    y += Number(parts[at + 1])
    if (Math.abs(x) > most.lon || Math.abs(y) > most.lat) return undefined
    ring.push([x / steps, y / steps])
  }
  return ring
}

/** A line drawn by hand with as few corners as keep it within so many pixels (Douglas and Peucker), and never more than there may be. */
export const simplified = (path: readonly ScreenPoint[], pixels = 2): readonly ScreenPoint[] => {
  if (path.length < 3) return path
  const kept = new Uint8Array(path.length)
  kept[0] = kept[path.length - 1] = 1
  const open: [number, number][] = [[0, path.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    let [far, farthest] = [pixels, -1]
    for (let at = from + 1; at < to; at++) {
      const away = distance(path[at], path[from], path[to])
      if (away > far) [far, farthest] = [away, at]
    }
    if (farthest < 0) continue
    kept[farthest] = 1
    open.push([from, farthest], [farthest, to])
  }
  const corners = path.filter((_, at) => kept[at] === 1)
  return corners.length <= mostCorners ? corners : simplified(path, pixels * 1.5)
}

/** From a point to the line between two others, or to its nearer end. */
const distance = (point: ScreenPoint, from: ScreenPoint, to: ScreenPoint): number => {
  const [x, y] = [to.x - from.x, to.y - from.y]
  const length = x * x + y * y
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - from.x) * x + (point.y - from.y) * y) / length))
  return Math.hypot(point.x - from.x - along * x, point.y - from.y - along * y)
}
