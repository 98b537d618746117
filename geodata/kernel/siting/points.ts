import type { Position } from '../../model/geometry.ts'
import type { City } from '../columns.ts'
import { liesIn } from '../members.ts'
import { unproject } from '../plane.ts'

export const mostPoints = 5000
/** A point counts as lying in the area of a building as near as this. */
const nearBuildingMetres = 150

/**
 * Points on the walking network, none nearer to another than the spacing in a straight line, in the order of the edges. area: -1 = the whole city; else points whose nearest building, at most 150 m off, lies in it. Where
 * more than `most` would be, the spacing is widened until they are few enough; the answer says to what. Deterministic. O(metres of street / spacing).
 */
export function networkPoints(city: City, area: number, spacingMetres: number, most = mostPoints): { spacingMetres: number; positions: Position[] } {
  if (!(spacingMetres >= 10)) throw new RangeError(`spacingMetres: expected 10 or more, got ${spacingMetres}`)
  if (!(Number.isInteger(most) && most >= 1 && most <= mostPoints)) throw new RangeError(`most: expected 1 to ${mostPoints}, got ${most}`)
  const isInside = area < 0 ? () => true : insideOf(city, area)
  for (let spacing = spacingMetres; ; spacing *= 1.15) {
    const points = spaced(city, spacing, isInside, most)
    if (points) return { spacingMetres: spacing, positions: points.map(([x, y]) => unproject(city.plane, x, y)) }
  }
}

/** null: more than `most`. */
function spaced({ network }: City, spacing: number, isInside: (x: number, y: number) => boolean, most: number): [number, number][] | null {
  const { edgeCount, lineOffsets, lineX, lineY } = network
  const kept: [number, number][] = [], cells = new Map<string, number[]>()
  const cell = (at: number): number => Math.floor(at / spacing)
  const isFree = (x: number, y: number): boolean => {
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) {
      for (const other of cells.get(`${cell(x) + dx} ${cell(y) + dy}`) ?? []) if ((kept[other][0] - x) ** 2 + (kept[other][1] - y) ** 2 < spacing * spacing) return false
    }
    return true
  }
  const offer = (x: number, y: number): void => {
    if (!isFree(x, y) || !isInside(x, y)) return
    const key = `${cell(x)} ${cell(y)}`
    cells.set(key, [...(cells.get(key) ?? []), kept.length])
    kept.push([x, y])
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    for (let p = lineOffsets[edge]; p + 1 < lineOffsets[edge + 1]; p++) {
      const length = Math.hypot(lineX[p + 1] - lineX[p], lineY[p + 1] - lineY[p]), parts = Math.max(1, Math.ceil(length / spacing))
      for (let n = 0; n <= parts; n++) offer(lineX[p] + ((lineX[p + 1] - lineX[p]) * n) / parts, lineY[p] + ((lineY[p + 1] - lineY[p]) * n) / parts)
      if (kept.length > most) return null
    }
  }
  return kept
}

/** Whether the nearest building lies in the area. */
function insideOf(city: City, area: number): (x: number, y: number) => boolean {
  if (!(area < city.areas.count)) throw new RangeError(`area: expected 0 to ${city.areas.count - 1}, got ${area}`)
  const { buildings } = city, side = nearBuildingMetres
  const cells = new Map<string, number[]>()
  for (let i = 0; i < buildings.count; i++) {
    const key = `${Math.floor(buildings.x[i] / side)} ${Math.floor(buildings.y[i] / side)}`, list = cells.get(key)
    if (list) list.push(i)
    else cells.set(key, [i])
  }
  return (x, y) => {
    let nearest = -1, least = side * side
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) for (const i of cells.get(`${Math.floor(x / side) + dx} ${Math.floor(y / side) + dy}`) ?? []) {
      const square = (buildings.x[i] - x) ** 2 + (buildings.y[i] - y) ** 2
      if (square < least) [nearest, least] = [i, square]
    }
    return nearest >= 0 && liesIn(city, nearest, area)
  }
}
