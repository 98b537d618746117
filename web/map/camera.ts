import type { Map as GlMap } from 'maplibre-gl'
import type { Box, Position } from '../../geodata/model/geometry.ts'
import { framing } from './framing.ts'
import { rounded } from './metres.ts'
import type { Camera, MapCanvasExposed, Rooms } from './seam.ts'

/** Milliseconds of a camera's way (LOOK.md, Motion). */
const flightMilliseconds = 900
const stepMilliseconds = 300
/** A way over one screen takes the shortest, one over many the longest (LOOK.md: 600 to 1,200 ms). */
const glideLeastMilliseconds = 600
const glideMostMilliseconds = 1200
/** How far a tilted map leans, degrees. */
const leanDegrees = 55

export function cameraOf(map: GlMap): Camera {
  const { lng, lat } = map.getCenter()
  return { lon: lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}

/** Whether two cameras show the same picture: a URL keeps fewer digits than a map. */
export function sameCamera(one: Camera, other: Camera): boolean {
  return Math.abs(one.lon - other.lon) < 2e-6 && Math.abs(one.lat - other.lat) < 2e-6 && Math.abs(one.zoom - other.zoom) < 0.006
    && Math.abs(one.bearing - other.bearing) < 0.06 && Math.abs(one.pitch - other.pitch) < 0.06
}

/** Milliseconds of a way between two cameras: a level of zoom, a quarter turn or half a screen count alike. */
export function glideMilliseconds(from: Camera, to: Camera): number {
  // Screens of 1000 pixels, at the zoom that sees more.
  const screens = Math.hypot(to.lon - from.lon, to.lat - from.lat) / (360 / 2 ** Math.min(from.zoom, to.zoom) * (1000 / 512))
  const turn = Math.abs(((to.bearing - from.bearing + 540) % 360) - 180) / 90
  const way = screens * 2 + Math.abs(to.zoom - from.zoom) + turn + Math.abs(to.pitch - from.pitch) / 55
  return Math.round(Math.min(glideMostMilliseconds, glideLeastMilliseconds + way * 150))
}

/** What a view may do with the camera. Under reduced motion every way is a cut. Before the map is open all of it does nothing. */
export function followCamera(current: () => GlMap | null): Omit<MapCanvasExposed, 'shownState' | 'changeStates' | 'settleStates'> {
  const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
  const lasting = (milliseconds: number): { duration: number } => ({ duration: still() ? 0 : milliseconds })
  return {
    flyTo(position: Position, zoom?: number) {
      current()?.easeTo({ center: [position[0], position[1]], ...(zoom === undefined ? {} : { zoom }), ...lasting(flightMilliseconds) })
    },
    fitBox(box: Box, rooms: Rooms) {
      const map = current()
      const view = map && framing(map, box, rooms)
      if (view) map.easeTo({ ...view, ...lasting(flightMilliseconds) })
    },
    glideTo(camera: Camera) {
      const map = current()
      if (!map) return Promise.resolve()
      const { lon, lat, zoom, bearing, pitch } = camera
      return new Promise((resolve) => {
        map.easeTo({ center: [lon, lat], zoom, bearing, pitch, ...lasting(glideMilliseconds(cameraOf(map), camera)) })
        if (map.isMoving()) map.once('moveend', () => resolve())
        else resolve()
      })
    },
    project([lon, lat]: Position) {
      const point = current()?.project([lon, lat])
      return point ? { x: point.x, y: point.y } : null
    },
    unproject({ x, y }) {
      const place = current()?.unproject([x, y])
      return place ? [rounded(place.lng), rounded(place.lat)] : null
    },
    zoomBy(levels: number) {
      const map = current()
      map?.easeTo({ zoom: map.getZoom() + levels, ...lasting(stepMilliseconds) })
    },
    tilt(tilted: boolean) {
      current()?.easeTo({ pitch: tilted ? leanDegrees : 0, ...lasting(flightMilliseconds) })
    },
    northUp() {
      current()?.easeTo({ bearing: 0, ...lasting(stepMilliseconds) })
    },
    idle() {
      const map = current()
      if (!map || (map.loaded() && !map.isMoving())) return Promise.resolve()
      return new Promise((resolve) => { map.once('idle', () => resolve()) })
    },
    async picture(ratio) {
      const map = current()
      if (!map) return null
      const usual = map.getPixelRatio()
      if (ratio !== undefined) {
        map.setPixelRatio(ratio)
        await new Promise((resolve) => { map.once('idle', resolve) })
      }
      const picture = await new Promise<Blob | null>((resolve) => {
        // The drawing buffer is only sure to be whole within a frame.
        map.once('render', () => map.getCanvas().toBlob(resolve, 'image/png'))
        map.triggerRepaint()
      })
      if (ratio !== undefined) map.setPixelRatio(usual)
      return picture
    },
  }
}
