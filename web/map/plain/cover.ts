import type { Box } from '../../../geodata/model/geometry.ts'
import { scaleOf, worldOf, type View } from './mercator.ts'

export type TileAddress = { z: number; x: number; y: number }

/** A city's streets and water run on past its last building by as much, degrees: as in sources.ts. */
const beyondDegrees = 0.01

/** Addresses of the tiles a view shows, from the middle outwards; none below `minZoom`, enlarged ones above `maxZoom`. `box`: where there are tiles at all. */
export function tilesOf(view: View, { minZoom, maxZoom, box }: { minZoom: number; maxZoom: number; box: Box | null }): TileAddress[] {
  if (view.zoom < minZoom || view.width <= 0 || view.height <= 0) return []
  const z = Math.max(minZoom, Math.min(maxZoom, Math.floor(view.zoom)))
  const count = 2 ** z
  const [east, south] = worldOf([view.lon, view.lat])
  const [halfWidth, halfHeight] = [view.width / 2 / scaleOf(view.zoom), view.height / 2 / scaleOf(view.zoom)]
  const edges = box ? [worldOf([box[0] - beyondDegrees, box[3] + beyondDegrees]), worldOf([box[2] + beyondDegrees, box[1] - beyondDegrees])] as const : [[0, 0], [1, 1]] as const
  const from = [Math.max(east - halfWidth, edges[0][0]), Math.max(south - halfHeight, edges[0][1])] as const
  const to = [Math.min(east + halfWidth, edges[1][0]), Math.min(south + halfHeight, edges[1][1])] as const
  if (from[0] >= to[0] || from[1] >= to[1]) return []
  const range = (low: number, high: number): number[] => {
    const first = Math.max(0, Math.floor(low * count))
    return Array.from({ length: Math.min(count - 1, Math.ceil(high * count) - 1) - first + 1 }, (_none, at) => first + at)
  }
  const away = ({ x, y }: TileAddress): number => Math.hypot((x + 0.5) / count - east, (y + 0.5) / count - south)
  return range(from[1], to[1]).flatMap((y) => range(from[0], to[0]).map((x) => ({ z, x, y }))).toSorted((one, other) => away(one) - away(other))
}

export const addressText = ({ z, x, y }: TileAddress): string => `${z}/${x}/${y}`
