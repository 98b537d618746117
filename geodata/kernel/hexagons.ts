import type { Position } from '../model/geometry.ts'
import { growingInts } from './growing.ts'

/** From about 5 km² to 15,000 m² a hexagon (H3). */
export const hexagonResolutions = [7, 8, 9, 10] as const
export type HexagonResolution = (typeof hexagonResolutions)[number]
const finest = 10

/** A nested grid of cells, brought by the caller: H3 on the server. */
export type Hexagons = {
  /** Index of the cell of the finest resolution that holds a position. */
  cellOf: (lon: number, lat: number, resolution: number) => string
  parentOf: (cell: string, resolution: number) => string
}

/** The cells that something lies in, numbered as they are met. */
export type HexagonTable = {
  /** Number of the finest cell of a position; nothing of the position is kept. */
  at(position: Position): number
  /** Indexes of the cells of a resolution, and by number of the finest cell that of the coarser one. Grows with `at`. */
  level(resolution: HexagonResolution): { ids: readonly string[]; above: Int32Array }
}

export function hexagonTable({ cellOf, parentOf }: Hexagons): HexagonTable {
  const cells: string[] = [], numbers = new Map<string, number>()
  const levels = new Map<HexagonResolution, { known: number; ids: string[]; above: Int32Array }>()
  return {
    at([lon, lat]) {
      const cell = cellOf(lon, lat, finest)
      const number = numbers.get(cell) ?? cells.length
      if (number === cells.length) {
        numbers.set(cell, number)
        cells.push(cell)
      }
      return number
    },
    level(resolution) {
      const kept = levels.get(resolution)
      if (kept && kept.known === cells.length) return kept
      const ids: string[] = [], byId = new Map<string, number>(), above = growingInts()
      for (const cell of cells) {
        const parent = resolution === finest ? cell : parentOf(cell, resolution)
        const number = byId.get(parent) ?? ids.length
        if (number === ids.length) {
          byId.set(parent, number)
          ids.push(parent)
        }
        above.push(number)
      }
      const level = { known: cells.length, ids, above: above.take() }
      levels.set(resolution, level)
      return level
    },
  }
}
