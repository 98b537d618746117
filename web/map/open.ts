import type { Map as GlMap, StyleSpecification } from 'maplibre-gl'
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Box } from '../../geodata/model/geometry.ts'
import { drawImage } from './images.ts'
import { overviewToZoom } from './layers/overview.ts'
import { fillMost, fillZoom, framing } from './framing.ts'
import { degreesScheme, drawDegrees } from './outer/degrees.ts'
import { mayFetch } from './outer/outer.ts'
import type { Camera, Rooms } from './seam.ts'
import { mapSupport } from './support.ts'

export type Opening = { camera: Camera | null; box: Box | null; rooms: Rooms; label: string; mayFetch?: (address: string) => boolean; enlarged?: number; /** Absent: the display's. */ ratio?: number }

/** A city of a few kilometres fills a screen at 13; a 4K wall needs one level less. */
const lowestZoom = 9
const highestZoom = 20
/** Steeper, the horizon shows and labels pile up. */
const steepestPitch = 60
/** Above this many pixels four samples of each take more than a quarter of a gigabyte, and a picture that large hardly needs them. */
const smoothedPixels = 9_000_000

/** Loads the map library, which is fetched only now, and opens a map in `place`. Throws where WebGL2 is missing. */
export async function openMap(place: HTMLElement, style: StyleSpecification, opening: Opening): Promise<GlMap> {
  const { addProtocol, Map, setWorkerUrl } = await import('maplibre-gl')
  const support = mapSupport()
  if (!support.webgl2) throw new Error('WebGL2 is not available')
  setWorkerUrl(workerAddress)
  addProtocol(degreesScheme, drawDegrees)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const { camera, box, ratio = devicePixelRatio } = opening
  const map = new Map({
    container: place,
    style,
    ...(camera ? { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom, bearing: camera.bearing, pitch: camera.pitch } : {}),
    ...(!camera && box ? { bounds: [box[0], box[1], box[2], box[3]] as [number, number, number, number], fitBoundsOptions: { padding: 0 } } : {}),
    // Not told, it follows the page: another display, or another zoom of the browser.
    ...(opening.ratio === undefined ? {} : { pixelRatio: opening.ratio }),
    minZoom: lowestZoom,
    maxZoom: highestZoom,
    maxPitch: steepestPitch,
    maxCanvasSize: [support.maxCanvasPixels, support.maxCanvasPixels],
    attributionControl: false,
    renderWorldCopies: false,
    validateStyle: false,
    reduceMotion: still,
    fadeDuration: still ? 0 : 200,
    localIdeographFontFamily: false,
    // Edges of standing buildings; a dense display smooths them by itself.
    canvasContextAttributes: { antialias: ratio < 2 && place.clientWidth * place.clientHeight * ratio ** 2 < smoothedPixels, powerPreference: 'high-performance' },
    locale: { 'Map.Title': opening.label },
    transformRequest: onlyFrom(opening.mayFetch ?? ((address) => mayFetch(address, location.origin, null))),
  })
  if (!camera && box) lookAt(map, box, opening.rooms)
  map.setMissingStyleImageResolver((name) => {
    const drawn = drawImage(name, ratio * (opening.enlarged ?? 1))
    if (!drawn || map.hasImage(name)) return
    const { image, ...fit } = drawn
    map.addImage(name, image, { pixelRatio: ratio, ...fit })
  })
  return map
}

/** The first view of the whole: clear of the panels, and not a stamp in the middle of a tall map. */
function lookAt(map: GlMap, box: Box, rooms: Rooms): void {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  // On a tall map panels lie above and below the city; beside them there is no room to give away.
  const view = framing(map, box, width < height && rooms.open ? { clear: [], open: rooms.open } : rooms)
  if (!view) return
  map.jumpTo(view)
  const { x: west, y: south } = map.project([box[0], box[1]])
  const { x: east, y: north } = map.project([box[2], box[3]])
  const nearer = view.zoom + fillZoom({ width, height }, { width: east - west, height: south - north })
  // Where buildings are that near, they are shown and not the circles that stand for them.
  map.setZoom(width < height && nearer < overviewToZoom && view.zoom + fillMost > overviewToZoom ? overviewToZoom + 0.02 : nearer)
}

/** Nothing is fetched from anywhere but our own server, and from the servers of an outer base map while it is on. */
const onlyFrom = (allowed: (address: string) => boolean) => (address: string): { url: string } => {
  if (!allowed(address)) throw new Error(`refused a request to ${new URL(address, location.href).origin}`)
  return { url: address }
}
