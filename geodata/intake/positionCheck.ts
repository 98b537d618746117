import type { Position } from '../model/geometry.ts'
import type { Issue } from './issue.ts'
import { issue } from './issue.ts'

/** Counts positions as they pass and says afterwards whether they can be degrees of longitude and latitude. */
export type PositionCheck = { add: (position: Position) => void; verdict: (file: string) => Issue | null }

/** More than half of the positions outside the globe: the file as a whole is in other coordinates. */
const wholeFileShare = 0.5

export function positionCheck(): PositionCheck {
  let [total, outside, swapped] = [0, 0, 0]
  let example: Position | null = null
  return {
    add: (position) => {
      total += 1
      if (onGlobe(position)) return
      outside += 1
      example ??= position
      if (onGlobe([position[1], position[0]])) swapped += 1
    },
    verdict: (file) => {
      if (!example || outside <= total * wholeFileShare) return null
      const found = example.map((value) => String(value)).join(', ')
      if (swapped > outside * wholeFileShare) return issue('coordinatesSwapped', file, null, { found, outside, total })
      const family = projectionOf(example)
      return family ? issue('coordinatesProjected', file, null, { found, family }) : issue('coordinatesOutside', file, null, { found, outside, total })
    },
  }
}

export function onGlobe(position: Position): boolean {
  return Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90
}

/**
 * The family of projected coordinates that a pair of metres looks like, in China: Web Mercator between 73 and 135 degrees east
 * lies at 8.1 to 15.1 million metres; Gauss-Krueger eastings carry 500 km and, in front, the number of the zone.
 */
function projectionOf([first, second]: Position): string | null {
  const [east, north] = first < second && second > 1e7 ? [second, first] : [first, second]
  if (north < 1_500_000 || north > 7_500_000) return null
  if (east >= 8_100_000 && east <= 15_100_000) return 'EPSG:3857'
  const zone = Math.floor(east / 1e6)
  if (zone >= 13 && zone <= 23) return `EPSG:${4491 + zone - 13}`
  if (zone >= 25 && zone <= 45) return `EPSG:${4513 + zone - 25}`
  return east >= 100_000 && east <= 900_000 ? 'EPSG:4534 – EPSG:4554' : null
}
