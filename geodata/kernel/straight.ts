import type { City } from './columns.ts'
import { extentOf } from './extent.ts'
import { growingFloats, growingInts } from './growing.ts'
import { membersOf } from './members.ts'
import type { Nearest } from './nearest.ts'
import { offer } from './nearest.ts'
import { byAreas } from './reach.ts'
import type { Row } from './row.ts'
import type { Source } from './sources.ts'

/** Doors of buildings (or their inner points) bucketed in square cells, coordinates copied in cell order; a building with several doors occurs several times. */
export type BuildingCells = { west: number; south: number; columns: number; rows: number; offsets: Int32Array; building: Int32Array; x: Float32Array; y: Float32Array }

/** Side of a cell (BENCH.md: about 100 m), and cells along the side of a block, whose candidates are found first. */
const cellMetres = 100
const blockCells = 8

/** owner: building of each point. */
function buildingCells(x: Float32Array, y: Float32Array, owner: Int32Array): BuildingCells {
  const { west, south, east, north } = extentOf(x, y)
  const columns = Math.floor((east - west) / cellMetres) + 1, rows = Math.floor((north - south) / cellMetres) + 1
  const cellOf = (i: number): number => Math.floor((y[i] - south) / cellMetres) * columns + Math.floor((x[i] - west) / cellMetres)
  const offsets = new Int32Array(columns * rows + 1)
  for (let i = 0; i < x.length; i++) offsets[cellOf(i) + 1]++
  for (let cell = 0; cell < columns * rows; cell++) offsets[cell + 1] += offsets[cell]
  const next = offsets.slice(0, columns * rows)
  const order = new Int32Array(x.length)
  for (let i = 0; i < x.length; i++) order[next[cellOf(i)]++] = i
  return { west, south, columns, rows, offsets, building: order.map((i) => owner[i]), x: Float32Array.from(order, (i) => x[i]), y: Float32Array.from(order, (i) => y[i]) }
}

/**
 * Straight metres to the nearest of the points (sx, sy) for every building, Infinity beyond the bound, written where smaller; `which`
 * receives the point's number or is null. Exact without a tree: only points whose distance from a cell's centre is within one diagonal of
 * the nearest one's can be nearest inside it, and those of a block of cells are sorted out first.
 */
export function straightMetres(cells: BuildingCells, sx: Float32Array, sy: Float32Array, boundMetres: number, metres: Float32Array, which: Int32Array | null): void {
  const { west, south, columns, rows, offsets, building, x, y } = cells
  const blockSide = cellMetres * blockCells
  const block = new Int32Array(sx.length), cell = new Int32Array(sx.length), gaps = new Float64Array(sx.length)
  const everything = Int32Array.from(sx, (_, i) => i)
  for (let blockRow = 0; blockRow < rows; blockRow += blockCells) {
    for (let blockColumn = 0; blockColumn < columns; blockColumn += blockCells) {
      const lastRow = Math.min(rows, blockRow + blockCells), lastColumn = Math.min(columns, blockColumn + blockCells)
      const blockCount = candidates(sx, sy, everything, sx.length, west + blockColumn * cellMetres + blockSide / 2, south + blockRow * cellMetres + blockSide / 2, blockSide, boundMetres, gaps, block)
      if (blockCount === 0) continue
      for (let row = blockRow; row < lastRow; row++) {
        for (let column = blockColumn; column < lastColumn; column++) {
          const start = offsets[row * columns + column], end = offsets[row * columns + column + 1]
          if (start === end) continue
          const count = candidates(sx, sy, block, blockCount, west + (column + 0.5) * cellMetres, south + (row + 0.5) * cellMetres, cellMetres, boundMetres, gaps, cell)
          for (let k = start; k < end; k++) {
            let least = Infinity, point = -1
            for (let c = 0; c < count; c++) {
              const dx = sx[cell[c]] - x[k], dy = sy[cell[c]] - y[k]
              const square = dx * dx + dy * dy
              if (square < least) {
                least = square
                point = cell[c]
              }
            }
            const distance = Math.fround(Math.sqrt(least))
            if (distance > boundMetres || distance >= metres[building[k]]) continue
            metres[building[k]] = distance
            if (which) which[building[k]] = point
          }
        }
      }
    }
  }
}

/** Points that can be nearest somewhere in a square: no farther from its centre than the nearest one plus the diagonal, nor than the bound plus half of it. */
function candidates(
  sx: Float32Array, sy: Float32Array, among: Int32Array, amongCount: number, x: number, y: number, sideMetres: number, boundMetres: number, squares: Float64Array, out: Int32Array,
): number {
  let least = Infinity
  for (let i = 0; i < amongCount; i++) {
    const dx = sx[among[i]] - x, dy = sy[among[i]] - y
    squares[i] = dx * dx + dy * dy
    if (squares[i] < least) least = squares[i]
  }
  // A millimetre more than the diagonal, for the rounding of Float32 coordinates.
  const diagonal = sideMetres * Math.SQRT2 + 0.01
  const limit = Math.min(Math.sqrt(least) + diagonal, boundMetres + diagonal / 2)
  let count = 0
  for (let i = 0; i < amongCount; i++) if (squares[i] <= limit * limit) out[count++] = among[i]
  return count
}

export function straightColumn(city: City, sources: readonly Source[], boundMetres: number, only: Int32Array | null = null): Float32Array {
  return straightNearest(city, sources, boundMetres, only, false).metres
}

/** As nearestOf, in straight lines. `only`: the buildings to fill, null = all. */
export function straightNearest(city: City, sources: readonly Source[], boundMetres: number, only: Int32Array | null = null, withFacility = true): Nearest {
  const { count } = city.buildings
  const nearest: Nearest = { facility: new Int32Array(withFacility ? count : 0).fill(-1), metres: new Float32Array(count).fill(Infinity) }
  for (const confined of byAreas(sources)) {
    if (confined[0].onlyAreas.length === 0 && !only) {
      const which = withFacility ? new Int32Array(count).fill(-1) : null
      straightMetres(cellsOf(city), Float32Array.from(confined, (s) => s.x), Float32Array.from(confined, (s) => s.y), boundMetres, nearest.metres, which)
      if (which) for (let i = 0; i < count; i++) if (which[i] >= 0) nearest.facility[i] = confined[which[i]].facility
      continue
    }
    const members = confined[0].onlyAreas.length > 0 ? membersOf(city, confined[0].onlyAreas) : null
    const wanted = only && members ? only.filter((i) => members.includes(i)) : (only ?? members ?? new Int32Array(0))
    for (const i of wanted) for (const source of confined) {
      const metres = straightTo(city, source, i)
      if (metres > boundMetres) continue
      if (withFacility) offer(nearest, i, metres, source.facility)
      else if (metres < nearest.metres[i]) nearest.metres[i] = metres
    }
  }
  return nearest
}

export function straightRow(city: City, source: Source, boundMetres: number): Row {
  const { west, south, columns, rows, offsets, building, x, y } = cellsOf(city)
  const members = source.onlyAreas.length > 0 ? new Set(membersOf(city, source.onlyAreas)) : null
  const found = new Map<number, number>()
  const column = (at: number): number => Math.min(columns - 1, Math.max(0, Math.floor((at - west) / cellMetres)))
  const row = (at: number): number => Math.min(rows - 1, Math.max(0, Math.floor((at - south) / cellMetres)))
  for (let r = row(source.y - boundMetres); r <= row(source.y + boundMetres); r++) {
    for (let k = offsets[r * columns + column(source.x - boundMetres)]; k < offsets[r * columns + column(source.x + boundMetres) + 1]; k++) {
      const metres = between(source, x[k], y[k])
      if (metres > boundMetres || metres >= (found.get(building[k]) ?? Infinity) || (members && !members.has(building[k]))) continue
      found.set(building[k], metres)
    }
  }
  return { buildings: Int32Array.from(found.keys()), metres: Float32Array.from(found.values()), boundMetres }
}

/** Straight metres from the nearest door of a building, or from its inner point. */
export function straightTo(city: City, source: Source, building: number): number {
  const { x, y, doorOffsets, doorX, doorY } = city.buildings
  let least = doorOffsets[building] === doorOffsets[building + 1] ? between(source, x[building], y[building]) : Infinity
  for (let door = doorOffsets[building]; door < doorOffsets[building + 1]; door++) least = Math.min(least, between(source, doorX[door], doorY[door]))
  return least
}

const between = (source: Source, x: number, y: number): number => {
  const dx = source.x - x, dy = source.y - y
  return Math.fround(Math.sqrt(dx * dx + dy * dy))
}

const cellsByCity = new WeakMap<City['buildings'], BuildingCells>()
function cellsOf(city: City): BuildingCells {
  const cells = cellsByCity.get(city.buildings) ?? makeCells(city)
  cellsByCity.set(city.buildings, cells)
  return cells
}

/** Buildings that stand where they stood keep their cells. */
export function carryCells(before: City, after: City): void {
  const cells = cellsByCity.get(before.buildings)
  if (cells) cellsByCity.set(after.buildings, cells)
}

function makeCells(city: City): BuildingCells {
  const { count, x, y, doorOffsets, doorX, doorY } = city.buildings
  const xs = growingFloats(), ys = growingFloats(), owner = growingInts()
  for (let i = 0; i < count; i++) {
    if (doorOffsets[i] === doorOffsets[i + 1]) {
      xs.push(x[i])
      ys.push(y[i])
      owner.push(i)
    }
    for (let door = doorOffsets[i]; door < doorOffsets[i + 1]; door++) {
      xs.push(doorX[door])
      ys.push(doorY[door])
      owner.push(i)
    }
  }
  return buildingCells(xs.take(), ys.take(), owner.take())
}
