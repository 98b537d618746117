import { computed, shallowRef, type Ref } from 'vue'
import type { Box, Position } from '../../../geodata/model/geometry.ts'
import { rounded } from '../metres.ts'
import type { Camera, MapCanvasExposed, Rooms, ScreenPoint } from '../seam.ts'
import { framed } from './framed.ts'
import { movedView, project, unproject, type View } from './mercator.ts'

/** As open.ts has it. */
const lowestZoom = 9
const highestZoom = 20

/** Camera of the plain map: always from above and north up, and every way is a cut. `told` hears of each movement, `ended` with its end. */
export function usePlainView(size: { width: Ref<number>; height: Ref<number> }, told: (camera: Camera, ended: boolean) => void) {
  const place = shallowRef<{ lon: number; lat: number; zoom: number } | null>(null)
  const view = computed<View | null>(() => (place.value && size.width.value > 0 && size.height.value > 0 ? { ...place.value, width: size.width.value, height: size.height.value } : null))
  const camera = computed<Camera | null>(() => (place.value ? { ...place.value, bearing: 0, pitch: 0 } : null))

  /** The first view is what was asked for, so it is told as a movement and not as its end. */
  const look = ({ lon, lat, zoom }: { lon: number; lat: number; zoom: number }, ended = true): void => {
    const first = place.value === null
    place.value = { lon, lat, zoom: Math.max(lowestZoom, Math.min(highestZoom, zoom)) }
    if (camera.value) told(camera.value, ended && !first)
  }
  const middle = (): ScreenPoint => ({ x: size.width.value / 2, y: size.height.value / 2 })
  const fit = (box: Box, rooms: Rooms): void => {
    const found = framed(box, { width: size.width.value, height: size.height.value }, rooms)
    if (found) look(found)
  }
  /** What lay at one point lies at another; without a second one it stays, and the zoom changes around it. */
  const drag = (from: ScreenPoint, to: ScreenPoint, ended: boolean): void => { if (view.value) look(movedView(view.value, from, to, view.value.zoom), ended) }
  const zoomAt = (point: ScreenPoint, levels: number): void => {
    if (view.value) look(movedView(view.value, point, point, Math.max(lowestZoom, Math.min(highestZoom, view.value.zoom + levels))))
  }
  const exposed: Omit<MapCanvasExposed, 'shownState' | 'changeStates' | 'settleStates' | 'idle' | 'picture'> = {
    flyTo: ([lon, lat]: Position, zoom?: number) => look({ lon, lat, zoom: zoom ?? place.value?.zoom ?? lowestZoom }),
    fitBox: fit,
    glideTo: (to: Camera) => Promise.resolve(look(to)),
    project: (position) => (view.value ? project(view.value, position) : null),
    unproject: (point) => {
      const found = view.value && unproject(view.value, point)
      return found ? [rounded(found[0]), rounded(found[1])] : null
    },
    zoomBy: (levels) => zoomAt(middle(), levels),
    tilt: () => undefined,
    northUp: () => undefined,
  }
  return { view, camera, look, fit, drag, zoomAt, middle, exposed }
}
