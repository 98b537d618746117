import type { Area, AreaLevel } from '../model/area.ts'
import { shapeHolds } from './inner.ts'

/** Index of the area that holds a point, -1 for none. */
export type AreaLookup = (lon: number, lat: number) => number

/**
 * areas: records whose position is their area index. levels: tried in this order; where two areas of a
 * level overlap the earlier record wins. A grid of cells keeps the candidates few.
 */
export function areaLookup(areas: readonly Area[], levels: readonly AreaLevel[]): AreaLookup {
  const lookups = levels.map((level) => levelCells(areas, areas.flatMap((area, index) => (area.level === level && area.boundary && area.boundary.length > 0 ? [index] : []))))
  return (lon, lat) => {
    for (const lookup of lookups) {
      const found = lookup(lon, lat)
      if (found >= 0) return found
    }
    return -1
  }
}

function levelCells(areas: readonly Area[], members: readonly number[]): AreaLookup {
  const boxes = members.map((index) => boxOf(areas[index]))
  // Not by Math.min(...list): a metropolis has more grids than a call takes arguments.
  const west = boxes.reduce((least, box) => Math.min(least, box.west), Infinity), east = boxes.reduce((most, box) => Math.max(most, box.east), -Infinity)
  const south = boxes.reduce((least, box) => Math.min(least, box.south), Infinity), north = boxes.reduce((most, box) => Math.max(most, box.north), -Infinity)
  const side = Math.max(1, Math.ceil(Math.sqrt(members.length * 4)))
  const columnOf = (lon: number): number => Math.min(side - 1, Math.max(0, Math.floor(((lon - west) / (east - west || 1)) * side)))
  const rowOf = (lat: number): number => Math.min(side - 1, Math.max(0, Math.floor(((lat - south) / (north - south || 1)) * side)))
  const cells: number[][] = Array.from({ length: side * side }, () => [])
  boxes.forEach((box, k) => {
    for (let row = rowOf(box.south); row <= rowOf(box.north); row++) for (let column = columnOf(box.west); column <= columnOf(box.east); column++) cells[row * side + column].push(k)
  })
  const holds = (k: number, lon: number, lat: number): boolean =>
    lon >= boxes[k].west && lon <= boxes[k].east && lat >= boxes[k].south && lat <= boxes[k].north && shapeHolds(areas[members[k]].boundary ?? [], lon, lat)
  return (lon, lat) => {
    if (members.length === 0 || !(lon >= west && lon <= east && lat >= south && lat <= north)) return -1
    const found = cells[rowOf(lat) * side + columnOf(lon)].find((k) => holds(k, lon, lat))
    return found === undefined ? -1 : members[found]
  }
}

function boxOf(area: Area): { west: number; south: number; east: number; north: number } {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const polygon of area.boundary ?? []) {
    for (const [lon, lat] of polygon[0] ?? []) {
      box.west = Math.min(box.west, lon)
      box.east = Math.max(box.east, lon)
      box.south = Math.min(box.south, lat)
      box.north = Math.max(box.north, lat)
    }
  }
  return box
}
