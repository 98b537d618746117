import { cellToBoundary, cellToParent, latLngToCell } from 'h3-js'
import type { Hexagons } from '../../../geodata/kernel/hexagons.ts'

/** H3, the nested grid of hexagons of Uber (Apache 2.0). */
export const h3: Hexagons = {
  cellOf: (lon, lat, resolution) => latLngToCell(lat, lon, resolution),
  parentOf: (cell, resolution) => cellToParent(cell, resolution),
}

/** Corners of a hexagon, the first again as the last; rounded to 1e-6 degree, 0.1 m. */
export const ringOf = (cell: string): [number, number][] => cellToBoundary(cell, true).map(([lon, lat]) => [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6])
