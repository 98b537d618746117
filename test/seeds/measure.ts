import Flatbush from 'flatbush'
import type { MultiPolygon, Position } from '../../geodata/model/geometry.ts'

/** Metres in a flat frame about the demo's middle: good to a part in ten thousand over a district. */
const metresPerDegree = { lon: 96_115, lat: 110_866 }

export type Flat = readonly (readonly [number, number])[]

export const flat = (line: readonly Position[]): Flat => line.map(([lon, lat]) => [(lon - 112.6) * metresPerDegree.lon, (lat - 30.4) * metresPerDegree.lat])

export function ringArea(ring: Flat): number {
  let sum = 0
  for (let index = 0; index + 1 < ring.length; index++) sum += ring[index][0] * ring[index + 1][1] - ring[index + 1][0] * ring[index][1]
  return sum / 2
}

/** Square metres; holes are subtracted by their clockwise rings. */
export const areaOf = (shape: MultiPolygon): number => shape.reduce((sum, polygon) => sum + polygon.reduce((part, ring) => part + ringArea(flat(ring)), 0), 0)

export function within(ring: Flat, [x, y]: readonly [number, number]): boolean {
  let odd = false
  for (let index = 0; index + 1 < ring.length; index++) {
    const [a, b] = [ring[index], ring[index + 1]]
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd
  }
  return odd
}

export const holds = (shape: MultiPolygon, point: readonly [number, number]): boolean => shape.some(([outer, ...holes]) => within(flat(outer), point) && !holes.some((hole) => within(flat(hole), point)))

/** Whether two outer rings share ground: a side crosses, or one lies in the other. Touching sides do not count. */
export function overlap(a: Flat, b: Flat): boolean {
  for (let i = 0; i + 1 < a.length; i++) for (let k = 0; k + 1 < b.length; k++) if (cross(a[i], a[i + 1], b[k], b[k + 1])) return true
  return within(a, middle(b)) || within(b, middle(a))
}

/** Pairs of rings whose boxes meet, by index. */
export function closePairs(rings: readonly Flat[]): [number, number][] {
  const index = new Flatbush(rings.length)
  const boxes = rings.map(boxOf)
  for (const box of boxes) index.add(...box)
  index.finish()
  return boxes.flatMap((box, first) => index.search(...box).filter((second) => second > first).map((second): [number, number] => [first, second]))
}

/** Least metres from a point to a line. */
export function metresTo(line: Flat, [x, y]: readonly [number, number]): number {
  let least = Infinity
  for (let index = 0; index + 1 < line.length; index++) {
    const [a, b] = [line[index], line[index + 1]]
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const share = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)))
    least = Math.min(least, Math.hypot(x - a[0] - dx * share, y - a[1] - dy * share))
  }
  return least
}

export function boxOf(ring: Flat): [number, number, number, number] {
  return [Math.min(...ring.map((p) => p[0])), Math.min(...ring.map((p) => p[1])), Math.max(...ring.map((p) => p[0])), Math.max(...ring.map((p) => p[1]))]
}

function middle(ring: Flat): readonly [number, number] {
  const [a, b, c] = ring
  return [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3]
}

function cross(p: readonly [number, number], q: readonly [number, number], r: readonly [number, number], s: readonly [number, number]): boolean {
  const turn = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
  const [t1, t2, t3, t4] = [turn(p, q, r), turn(p, q, s), turn(r, s, p), turn(r, s, q)]
  return t1 * t2 < -1e-6 && t3 * t4 < -1e-6
}
