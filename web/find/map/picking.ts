import type { GeoJSONSource, Map as GlMap, Point } from 'maplibre-gl'
import type { Position } from '../../../geodata/model/geometry.ts'

/** Half the side of the box in which a mark is sought, pixels: a finger is broader than a pointer. */
const reachPixels = { mouse: 2, touch: 10 } as const

type Pointer = keyof typeof reachPixels
const near = ({ x, y }: Pick<Point, 'x' | 'y'>, pointer: Pointer): [[number, number], [number, number]] => {
  const reach = reachPixels[pointer]
  return [[x - reach, y - reach], [x + reach, y + reach]]
}

/** Id of the place under a pointer; null: none. */
export function pickedAt(map: Pick<GlMap, 'queryRenderedFeatures' | 'getLayer'>, point: Pick<Point, 'x' | 'y'>, pointer: Pointer): string | null {
  const layers = ['venue-chosen', 'venues'].filter((id) => map.getLayer(id))
  if (layers.length === 0) return null
  const id: unknown = map.queryRenderedFeatures(near(point, pointer), { layers })[0]?.properties['id']
  return typeof id === 'string' ? id : null
}

/** The cluster under a pointer, and the zoom at which it falls apart; null: none. */
export async function clustersAt(map: GlMap, point: Pick<Point, 'x' | 'y'>, pointer: Pointer): Promise<{ position: Position; zoom: number } | null> {
  if (!map.getLayer('clusters')) return null
  const [found] = map.queryRenderedFeatures(near(point, pointer), { layers: ['clusters'] })
  const id: unknown = found?.properties['cluster_id']
  if (!found || typeof id !== 'number' || found.geometry.type !== 'Point') return null
  const [lon, lat] = found.geometry.coordinates
  // A little beyond, so that badges that have just parted do not touch.
  const zoom = await map.getSource<GeoJSONSource>('venues')?.getClusterExpansionZoom(id)
  return zoom === undefined ? null : { position: [lon, lat], zoom: zoom + 0.3 }
}
