import type { Camera } from '../../map/seam.ts'
import type { MapShown } from './content.ts'
import type { Frame } from './drawn.ts'

/** The map of a sheet: what it is drawn from, in CSS pixels of a map of its own, and how large those are on the sheet. */
export type SheetView = {
  camera: Camera
  width: number; height: number
  /** Units of the sheet that a pixel of that map takes. */
  scale: number
  /** Names and marks are so many times as large as at a desk: less than one from a small screen, whose map has fewer pixels than the paper has room for. */
  enlarged: number
}

/** Free on each side of what is told of, of its longer side. */
const edge = 0.03
/** A screen that shows less of what is told of looks at something else: the sheet shows all that the screen does. */
const leastPart = 0.4

/**
 * The map laid out anew for a frame of a sheet: at the zoom of the screen, so that it means the same, but as wide and high as the frame needs for all that the screen shows of what is told
 * of, with names as large as the sheet wants them. `pixel`: units of the sheet that a pixel of a desk's map takes.
 */
export function viewIn(map: MapShown, frame: { width: number; height: number }, pixel: number): SheetView {
  const seen = seenPart(map)
  const scale = Math.min(frame.width / seen.width, frame.height / seen.height)
  const camera = movedBy(map.camera, seen.x + seen.width / 2 - map.width / 2, seen.y + seen.height / 2 - map.height / 2)
  return { camera, width: frame.width / scale, height: frame.height / scale, scale, enlarged: pixel / scale }
}

/** Of the screen's map, its pixels. A leaning or turned one has no straight parts. */
function seenPart({ width, height, camera, part }: MapShown): Frame {
  const whole = { x: 0, y: 0, width, height }
  if (part === null || camera.pitch > 0 || Math.abs(camera.bearing) >= 0.5) return whole
  const left = Math.max(0, part.x), top = Math.max(0, part.y)
  const seen = { x: left, y: top, width: Math.min(width, part.x + part.width) - left, height: Math.min(height, part.y + part.height) - top }
  if (seen.width <= 0 || seen.height <= 0 || Math.max(seen.width / width, seen.height / height) < leastPart) return whole
  const free = edge * Math.max(seen.width, seen.height)
  return { x: seen.x - free, y: seen.y - free, width: seen.width + 2 * free, height: seen.height + 2 * free }
}

/** The world is 512 pixels wide at zoom 0, in web mercator. */
const worldPixels = 512
function movedBy(camera: Camera, right: number, down: number): Camera {
  if (right === 0 && down === 0) return camera
  const world = worldPixels * 2 ** camera.zoom, radians = Math.PI / 180
  const y = Math.log(Math.tan(Math.PI / 4 + (camera.lat * radians) / 2)) - (down * 2 * Math.PI) / world
  return { ...camera, lon: camera.lon + (right * 360) / world, lat: (2 * Math.atan(Math.exp(y)) - Math.PI / 2) / radians }
}
