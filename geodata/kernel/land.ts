import { apportion } from './apportion.ts'

/** What the land of a home rests on. */
export type LandInput = {
  /** 1 = home. */
  isHome: Uint8Array
  /** Estate by building, -1 = none. */
  estate: Int32Array
  /** Floor area of the building, square metres. */
  floorSquareMetres: Float32Array
  /** Area of each estate, NaN = unknown, by area index. */
  areaSquareMetres: Float64Array
  /** Floor area per land area where there is no estate (catalogue value). */
  floorAreaRatio: number
}

/**
 * Residential land each home stands for, whole square metres. An estate's area is split over its homes by floor area, by largest remainder, so that
 * the parts add up to it; a home outside estates (or in one without a boundary) stands for its floor area divided by the floor area ratio.
 */
export function landOfHomes(input: LandInput): Int32Array {
  const { isHome, estate, floorSquareMetres, areaSquareMetres, floorAreaRatio } = input
  if (!(floorAreaRatio > 0)) throw new RangeError(`floor area ratio: expected more than 0, got ${floorAreaRatio}`)
  const land = new Int32Array(isHome.length)
  const members = new Map<number, number[]>()
  for (let i = 0; i < isHome.length; i++) {
    if (!isHome[i]) continue
    if (estate[i] >= 0 && areaSquareMetres[estate[i]] > 0) {
      const homes = members.get(estate[i])
      if (homes) homes.push(i)
      else members.set(estate[i], [i])
    } else land[i] = Math.round(floorSquareMetres[i] / floorAreaRatio)
  }
  for (const [area, homes] of members) {
    const floors = homes.map((home) => floorSquareMetres[home])
    // Homes without any extent share equally, so that the land of the estate is all there.
    const weights = floors.some((floor) => floor > 0) ? floors : floors.map(() => 1)
    apportion(weights, Math.round(areaSquareMetres[area])).forEach((part, k) => { land[homes[k]] = part })
  }
  return land
}
