import { growingBytes, growingInts } from '../../geodata/kernel/growing.ts'
import type { Line, MultiPolygon, Position } from '../../geodata/model/geometry.ts'
import { unitsEast, unitsSouth } from './mercator.ts'
import { packBoxes, type PackedBoxes } from './packed-boxes.ts'

/**
 * Shapes of one layer as flat columns in world units. Shape i has rings ringsOf[i] .. ringsOf[i + 1]; ring r has positions
 * startOf[r] .. startOf[r + 1], x and y by turns in `xy`, the closing position left out; `outer[r]` is 1 for an outer ring.
 * Lines and points are a single ring.
 */
export type Shapes = {
  count: number
  ringsOf: Int32Array
  startOf: Int32Array
  outer: Uint8Array
  xy: Int32Array
  boxes: PackedBoxes
}

/** The same shapes in another order: shape i of the answer is shape order[i]. */
export function reordered({ count, ringsOf, startOf, outer, xy, boxes }: Shapes, order: Int32Array): Shapes {
  const result = { ringsOf: new Int32Array(ringsOf.length), startOf: new Int32Array(startOf.length), outer: new Uint8Array(outer.length), xy: new Int32Array(xy.length), boxes: new Int32Array(count * 4) }
  let ring = 0
  for (let i = 0; i < count; i++) {
    const shape = order[i]
    for (let from = ringsOf[shape]; from < ringsOf[shape + 1]; from++, ring++) {
      result.outer[ring] = outer[from]
      result.startOf[ring + 1] = result.startOf[ring] + startOf[from + 1] - startOf[from]
      result.xy.set(xy.subarray(2 * startOf[from], 2 * startOf[from + 1]), 2 * result.startOf[ring])
    }
    result.ringsOf[i + 1] = ring
    result.boxes.set(boxes.levels[0].subarray(4 * shape, 4 * shape + 4), 4 * i)
  }
  return { count, ...result, boxes: packBoxes(result.boxes) }
}

export type ShapesBuilder = { addShape(shape: MultiPolygon): void; addLine(line: Line): void; addPoint(position: Position): void; finish(): Shapes }

export function shapesBuilder(): ShapesBuilder {
  const ringsOf = growingInts()
  const startOf = growingInts()
  const outer = growingBytes()
  const xy = growingInts()
  const boxes = growingInts()
  ringsOf.push(0)
  startOf.push(0)

  function addRing(positions: readonly Position[], count: number, isOuter: boolean): void {
    for (let i = 0; i < count; i++) {
      xy.push(unitsEast(positions[i][0]))
      xy.push(unitsSouth(positions[i][1]))
    }
    startOf.push(xy.length / 2)
    outer.push(isOuter ? 1 : 0)
  }

  function endShape(): void {
    const first = startOf.at(ringsOf.at(ringsOf.length - 1))
    let west = 2 ** 31 - 1, north = 2 ** 31 - 1, east = 0, south = 0
    for (let i = first; i < xy.length / 2; i++) {
      const x = xy.at(2 * i), y = xy.at(2 * i + 1)
      if (x < west) west = x
      if (x > east) east = x
      if (y < north) north = y
      if (y > south) south = y
    }
    for (const side of [west, north, east, south]) boxes.push(side)
    ringsOf.push(startOf.length - 1)
  }

  return {
    addShape(shape) {
      for (const polygon of shape) polygon.forEach((ring, i) => addRing(ring, ring.length - 1, i === 0))
      endShape()
    },
    addLine(line) {
      addRing(line, line.length, true)
      endShape()
    },
    addPoint(position) {
      addRing([position], 1, true)
      endShape()
    },
    finish() {
      const count = ringsOf.length - 1
      return { count, ringsOf: ringsOf.take(), startOf: startOf.take(), outer: outer.take(), xy: xy.take(), boxes: packBoxes(boxes.take()) }
    },
  }
}
