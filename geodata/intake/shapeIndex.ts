import type { Box, MultiPolygon, Position } from '../model/geometry.ts'
import { insideShape } from './inside.ts'

/** Shapes found by a position: cells of a hundredth of a degree list the shapes whose box touches them. */
export type ShapeIndex = { add: (shape: MultiPolygon) => void; holds: (position: Position) => boolean; size: () => number }

const cellsPerDegree = 100

export function shapeIndex(): ShapeIndex {
  const shapes: MultiPolygon[] = []
  const cells = new Map<string, number[]>()
  return {
    add: (shape) => {
      const [west, south, east, north] = boxOf(shape).map((degrees) => Math.floor(degrees * cellsPerDegree))
      for (let column = west; column <= east; column++) {
        for (let row = south; row <= north; row++) {
          const key = `${column},${row}`
          const cell = cells.get(key)
          if (cell) cell.push(shapes.length)
          else cells.set(key, [shapes.length])
        }
      }
      shapes.push(shape)
    },
    holds: (position) => (cells.get(`${Math.floor(position[0] * cellsPerDegree)},${Math.floor(position[1] * cellsPerDegree)}`) ?? []).some((index) => insideShape(position, shapes[index])),
    size: () => shapes.length,
  }
}

export function boxOf(shape: MultiPolygon): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [outer] of shape) {
    for (const [lon, lat] of outer) {
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  return [west, south, east, north]
}
