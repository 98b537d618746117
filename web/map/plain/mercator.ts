import type { Box, Position } from '../../../geodata/model/geometry.ts'
import type { Margins, ScreenPoint } from '../seam.ts'

/** A picture of a level zoom: its middle in degrees, levels of 512-pixel tiles, and its size in pixels of the page. */
export type View = { lon: number; lat: number; zoom: number; width: number; height: number }

/** Side of the world at zoom 0, pixels. */
const worldPixels = 512
/** Where web mercator ends, degrees. */
const farthestNorth = 85.051129

/** East of the antimeridian and south of the northern edge, both 0..1 of the world's side. */
export const worldOf = ([lon, lat]: Position): [east: number, south: number] => {
  const sine = Math.sin((Math.max(-farthestNorth, Math.min(farthestNorth, lat)) * Math.PI) / 180)
  return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

/** The inverse of worldOf. */
export const positionOf = (east: number, south: number): Position => [east * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * south))) * 180) / Math.PI]

export const scaleOf = (zoom: number): number => worldPixels * 2 ** zoom

export const project = (view: View, position: Position): ScreenPoint => {
  const [east, south] = worldOf(position)
  const [middleEast, middleSouth] = worldOf([view.lon, view.lat])
  const scale = scaleOf(view.zoom)
  return { x: (east - middleEast) * scale + view.width / 2, y: (south - middleSouth) * scale + view.height / 2 }
}

export const unproject = (view: View, { x, y }: ScreenPoint): Position => {
  const [middleEast, middleSouth] = worldOf([view.lon, view.lat])
  const scale = scaleOf(view.zoom)
  return positionOf(middleEast + (x - view.width / 2) / scale, middleSouth + (y - view.height / 2) / scale)
}

/** The view moved so that what lay at one point of the screen lies at another, at a new zoom. */
export const movedView = (view: View, from: ScreenPoint, to: ScreenPoint, zoom: number): View => {
  const [east, south] = worldOf(unproject(view, from))
  const scale = scaleOf(zoom)
  const [lon, lat] = positionOf(east - (to.x - view.width / 2) / scale, south - (to.y - view.height / 2) / scale)
  return { ...view, lon, lat, zoom }
}

/** The nearest view of a box within margins, not nearer than `most`. Null when the margins leave no room. */
export const fitted = (box: Box, size: { width: number; height: number }, margins: Margins, most: number): View | null => {
  const room = { width: size.width - margins.left - margins.right, height: size.height - margins.top - margins.bottom }
  if (room.width <= size.width * 0.2 || room.height <= size.height * 0.2) return null
  const [west, north] = worldOf([box[0], box[3]])
  const [east, south] = worldOf([box[2], box[1]])
  const zoom = Math.min(most, Math.log2(room.width / Math.max(1e-9, east - west) / worldPixels), Math.log2(room.height / Math.max(1e-9, south - north) / worldPixels))
  const scale = scaleOf(zoom)
  const [lon, lat] = positionOf((west + east) / 2 + (margins.right - margins.left) / 2 / scale, (north + south) / 2 + (margins.bottom - margins.top) / 2 / scale)
  return { lon, lat, zoom, width: size.width, height: size.height }
}
