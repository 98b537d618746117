import type { City } from './columns.ts'

/** Straight metres from a place (metres in the plane) to the nearest street of the network, however far; null: the city has none. O(vertices): asked only where no street is in reach. */
export function nearestStreetMetres({ network: { edgeCount, lineOffsets, lineX, lineY } }: Pick<City, 'network'>, x: number, y: number): number | null {
  let least = Infinity
  for (let edge = 0; edge < edgeCount; edge++) {
    for (let p = lineOffsets[edge]; p + 1 < lineOffsets[edge + 1]; p++) {
      const alongX = lineX[p + 1] - lineX[p], alongY = lineY[p + 1] - lineY[p]
      const square = alongX * alongX + alongY * alongY
      const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - lineX[p]) * alongX + (y - lineY[p]) * alongY) / square))
      const squared = (lineX[p] + share * alongX - x) ** 2 + (lineY[p] + share * alongY - y) ** 2
      if (squared < least) least = squared
    }
  }
  return least === Infinity ? null : Math.sqrt(least)
}
