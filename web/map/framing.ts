import type { LngLatBoundsLike, Map as GlMap } from 'maplibre-gl'
import type { Box } from '../../geodata/model/geometry.ts'
import type { Margins, Rooms } from './seam.ts'

/** Closest a box is fitted to: a single building still shows its street. */
const fitZoom = 17.5
/** Zoom levels that a view gives up so that nothing of the box lies under a panel; a district that would get smaller than that keeps its size. */
const panelCost = 0.4
/** A tall map shows the middle of a broad city rather than the whole of it as a stamp: half of the way to filling its height, at most this far. */
export const fillMost = 0.7

export type Framing = { center: [lon: number, lat: number]; zoom: number }

/** The camera that shows the whole box largest, clear of the panels where that can be had. Null when the map is too small for any of the rooms. */
export function framing(map: GlMap, box: Box, rooms: Rooms): Framing | null {
  const clear = largest(rooms.clear.flatMap((margins) => framed(map, box, margins)))
  const open = rooms.open && largest(framed(map, box, rooms.open))
  if (clear && open) return open.zoom - clear.zoom > panelCost ? open : clear
  return clear ?? open ?? largest(framed(map, box, { top: 0, right: 0, bottom: 0, left: 0 }))
}

/** As much nearer as a first view of a tall map may come, in zoom levels: `width` and `height` of the map and of the box in it, pixels. */
export function fillZoom(map: { width: number; height: number }, box: { width: number; height: number }): number {
  const upright = Math.log2(map.height / box.height)
  const across = Math.log2(map.width / box.width)
  return Math.max(0, Math.min(fillMost, (upright - across) / 2))
}

function framed(map: GlMap, box: Box, { top, right, bottom, left }: Margins): Framing[] {
  const { clientWidth, clientHeight } = map.getContainer()
  if (left + right >= clientWidth * 0.8 || top + bottom >= clientHeight * 0.8) return []
  const bounds: LngLatBoundsLike = [box[0], box[1], box[2], box[3]]
  const camera = map.cameraForBounds(bounds, { padding: { top, right, bottom, left }, maxZoom: fitZoom })
  if (!camera || camera.zoom === undefined || !camera.center || !('lng' in camera.center)) return []
  return [{ center: [camera.center.lng, camera.center.lat], zoom: camera.zoom }]
}

const largest = (framings: readonly Framing[]): Framing | null => framings.reduce<Framing | null>((best, one) => (best && best.zoom >= one.zoom ? best : one), null)
