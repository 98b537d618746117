import { shapeHolds } from '../../geodata/kernel/inner.ts'
import { administrativeLevels, type Area, type AreaLevel } from '../../geodata/model/area.ts'
import type { MultiPolygon, Position } from '../../geodata/model/geometry.ts'
import type { Reading } from '../store/store.ts'

/** Where a position counts: index of its smallest administrative area (the number of areas = outside all) and of its estate (-1 = none). */
export type Standing = { area: number; estate: number }
export type AreaFinder = { find(position: Position): Promise<Standing> }

/** Boundaries kept at hand; places of one list lie in a few of them. */
const keptShapes = 64

/**
 * The kernel's rule for sites (geodata/kernel/polygons.ts) without holding the boundaries of a whole city: boxes are kept, 40 bytes an area, and the
 * shapes of the few whose box holds the position are read. `areas` in the order of the city's columns.
 */
export async function areaFinder(areas: AsyncIterable<Area>, area: Reading['area']): Promise<AreaFinder> {
  const byLevel = new Map<AreaLevel, Boxed[]>()
  const codes: string[] = []
  for await (const one of areas) {
    if (one.boundary && one.boundary.length > 0) levelOf(byLevel, one.level).push(boxed(codes.length, one.boundary))
    codes.push(one.code)
  }
  const grids = [...administrativeLevels].reverse().map((level) => byWest(byLevel.get(level) ?? []))
  const estates = byWest(byLevel.get('estate') ?? [])
  const shapes = new Map<number, MultiPolygon>()

  async function shapeOf(index: number): Promise<MultiPolygon> {
    const shape = shapes.get(index) ?? (await area(codes[index]))?.boundary ?? []
    shapes.delete(index)
    shapes.set(index, shape)
    for (const oldest of shapes.keys()) if (shapes.size > keptShapes) shapes.delete(oldest)
    return shape
  }

  /** The first of those that hold it; -1: none. */
  async function holding(level: Sorted, [lon, lat]: Position): Promise<number> {
    for (const index of candidates(level, lon, lat)) if (shapeHolds(await shapeOf(index), lon, lat)) return index
    return -1
  }

  return {
    async find(position) {
      let found = -1
      for (const level of grids) {
        found = await holding(level, position)
        if (found >= 0) break
      }
      return { area: found < 0 ? codes.length : found, estate: await holding(estates, position) }
    },
  }
}

type Boxed = { index: number; west: number; south: number; east: number; north: number }
/** By their western edge; `widest`: how far back one may begin that still reaches a position. */
type Sorted = { boxes: readonly Boxed[]; widest: number }

function byWest(boxes: Boxed[]): Sorted {
  return { boxes: boxes.toSorted((a, b) => a.west - b.west), widest: boxes.reduce((widest, box) => Math.max(widest, box.east - box.west), 0) }
}

function candidates({ boxes, widest }: Sorted, lon: number, lat: number): number[] {
  let low = 0, high = boxes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (boxes[middle].west < lon - widest) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let i = low; i < boxes.length && boxes[i].west <= lon; i++) {
    const box = boxes[i]
    if (box.east >= lon && box.south <= lat && box.north >= lat) found.push(box.index)
  }
  return found.sort((a, b) => a - b)
}

function boxed(index: number, boundary: MultiPolygon): Boxed {
  const [west, south, east, north] = boxOf(boundary)
  return { index, west, south, east, north }
}

/** Around the outer rings, degrees. */
export function boxOf(boundary: MultiPolygon): [west: number, south: number, east: number, north: number] {
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity
  for (const polygon of boundary) {
    for (const [lon, lat] of polygon[0] ?? []) {
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  return [west, south, east, north]
}

function levelOf(byLevel: Map<AreaLevel, Boxed[]>, level: AreaLevel): Boxed[] {
  const boxes = byLevel.get(level) ?? []
  byLevel.set(level, boxes)
  return boxes
}
