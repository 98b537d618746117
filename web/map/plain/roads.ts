import { signWidths, usualMetres } from '../layers/roads.ts'
import { pixelsPerMetre } from '../scale.ts'

/** Zooms of the columns of signWidths; from 16 on a street is as wide as it is. */
const columnZooms = [10, 12, 13, 14, 15] as const
/** Small ways, which have no row of their own, at the same zooms. */
const otherwise = [0, 0, 0.4, 0.8, 1.8] as const

/** Width of a street of a class, pixels of the page: a sign up to zoom 15, its usual width on the ground from 16. As layers/roads.ts, whose expressions only the map library reads. */
export function roadPixels(kind: string, zoom: number, latitude: number): number {
  const signs = signWidths.find(([name]) => name === kind)?.slice(1) as number[] | undefined
  const metres = (usualMetres as Readonly<Record<string, number>>)[kind] ?? usualMetres.lane
  const stops: [zoom: number, pixels: number][] = columnZooms.map((at, column) => [at, signs?.[column] ?? otherwise[column] ?? 0])
  stops.push([16, ground(metres, 16, latitude)])
  if (zoom >= 16) return ground(metres, zoom, latitude)
  const above = stops.findIndex(([at]) => at > zoom)
  if (above <= 0) return stops[0]?.[1] ?? 0
  const [[low, from], [high, to]] = [stops[above - 1], stops[above]] as [[number, number], [number, number]]
  // True width doubles with each zoom.
  const share = (2 ** (zoom - low) - 1) / (2 ** (high - low) - 1)
  return from + (to - from) * share
}

const ground = (metres: number, zoom: number, latitude: number): number => Math.max(1.2, metres * pixelsPerMetre(latitude, zoom))
