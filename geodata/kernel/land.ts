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
    const weights = homes.map((home) => floorSquareMetres[home])
    largestRemainder(Math.round(areaSquareMetres[area]), weights).forEach((part, k) => { land[homes[k]] = part })
  }
  return land
}

/** Splits a whole number in proportion to the weights (equally when all are 0) into whole numbers that add up to it; ties to the earlier part. */
export function largestRemainder(whole: number, weights: readonly number[]): number[] {
  if (!(Number.isInteger(whole) && whole >= 0)) throw new RangeError(`number to split: expected a whole number from 0, got ${whole}`)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map((weight) => (sum > 0 ? (whole * weight) / sum : whole / weights.length))
  const parts = exact.map(Math.floor)
  const rest = whole - parts.reduce((total, part) => total + part, 0)
  const order = exact.map((_, k) => k).toSorted((a, b) => exact[b] - parts[b] - (exact[a] - parts[a]) || a - b)
  for (let k = 0; k < rest; k++) parts[order[k]]++
  return parts
}
