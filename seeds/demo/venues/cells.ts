import type { Point } from '../plane.ts'

const cellMetres = 130

/** Things by the cells their box touches; asked for those of the cells within so many metres of a place. Boxes are [west, south, east, north]. */
export function cellsOf<T>(things: readonly T[], box: (thing: T) => readonly [number, number, number, number]): (place: Point, metres: number) => Iterable<T> {
  const cells = new Map<number, T[]>()
  for (const thing of things) {
    for (const cell of touched(box(thing))) {
      const list = cells.get(cell)
      if (list === undefined) cells.set(cell, [thing])
      else list.push(thing)
    }
  }
  return function* ([x, y], metres) {
    for (const cell of touched([x - metres, y - metres, x + metres, y + metres])) yield* cells.get(cell) ?? []
  }
}

function* touched([west, south, east, north]: readonly [number, number, number, number]): Generator<number> {
  for (let column = Math.floor(west / cellMetres); column <= Math.floor(east / cellMetres); column++) {
    for (let row = Math.floor(south / cellMetres); row <= Math.floor(north / cellMetres); row++) yield column * 100_003 + row
  }
}
