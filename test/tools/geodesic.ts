import type { Position } from '../../geodata/model/geometry.ts'

/** Length of the shortest line on the CGCS2000 ellipsoid, metres; Vincenty's inverse formula (1975), to 0.1 mm below 100 km. An oracle: it shares nothing with the kernel. */
export function geodesicMetres([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const a = 6378137, f = 1 / 298.257222101, b = a * (1 - f)
  const u1 = Math.atan((1 - f) * Math.tan(radians(lat1))), u2 = Math.atan((1 - f) * Math.tan(radians(lat2)))
  const difference = radians(lon2 - lon1)
  let lambda = difference
  for (let round = 0; round < 100; round++) {
    const sinSigma = Math.hypot(Math.cos(u2) * Math.sin(lambda), Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda))
    if (sinSigma === 0) return 0
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda)
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma
    const cosSquare = 1 - sinAlpha * sinAlpha
    const cosMiddle = cosSquare === 0 ? 0 : cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cosSquare
    const c = (f / 16) * cosSquare * (4 + f * (4 - 3 * cosSquare))
    const before = lambda
    lambda = difference + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (cosMiddle + c * cosSigma * (2 * cosMiddle ** 2 - 1)))
    if (Math.abs(lambda - before) > 1e-14) continue
    const square = (cosSquare * (a * a - b * b)) / (b * b)
    const big = 1 + (square / 16384) * (4096 + square * (-768 + square * (320 - 175 * square)))
    const small = (square / 1024) * (256 + square * (-128 + square * (74 - 47 * square)))
    const correction = small * sinSigma * (cosMiddle + (small / 4) * (cosSigma * (2 * cosMiddle ** 2 - 1) - (small / 6) * cosMiddle * (4 * sinSigma ** 2 - 3) * (4 * cosMiddle ** 2 - 3)))
    return b * big * (sigma - correction)
  }
  throw new RangeError(`geodesic: expected points that are not antipodal, got ${lon1},${lat1} and ${lon2},${lat2}`)
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
