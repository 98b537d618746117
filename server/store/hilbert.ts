import { hilbertOfCell } from '../../geodata/kernel/hilbert.ts'
import type { Position } from '../../geodata/model/geometry.ts'

/** Steps per axis: 2^26 over 360 degrees is 0.6 m of longitude on the equator, and a rank of 52 bits is still an exact number. */
const steps = 2 ** 26

/** Place of a position (degrees) along one Hilbert curve over the whole world, so that a city's order does not change when its extent does. */
export function hilbertRank([lon, lat]: Position): number {
  return hilbertOfCell(((lon + 180) / 360) * steps, ((lat + 180) / 360) * steps, steps)
}
