import type { Position } from '../../geodata/model/geometry.ts'

/** Steps per axis: 2^26 over 360 degrees is 0.6 m of longitude on the equator, and a rank of 52 bits is still an exact number. */
const order = 26
const steps = 2 ** order

/**
 * Place of a position (degrees) along one Hilbert curve over the whole world, so that a city's order does not change when its extent does.
 * The usual walk down the quadrants: at each level turn the quadrant upright, two bits of rank per level.
 */
export function hilbertRank([lon, lat]: Position): number {
  let x = cell((lon + 180) / 360)
  let y = cell((lat + 180) / 360)
  let rank = 0
  for (let side = steps / 2; side >= 1; side /= 2) {
    const right = x >= side ? 1 : 0
    const upper = y >= side ? 1 : 0
    rank = rank * 4 + (right === 1 ? 3 - upper : upper)
    x -= right * side
    y -= upper * side
    if (upper === 0) {
      if (right === 1) {
        x = side - 1 - x
        y = side - 1 - y
      }
      const turned = x
      x = y
      y = turned
    }
  }
  return rank
}

function cell(share: number): number {
  return Math.min(steps - 1, Math.max(0, Math.floor(share * steps)))
}
