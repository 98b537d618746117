import type { GeoJSONSourceSpecification } from 'maplibre-gl'
import type { Position } from '../../../geodata/model/geometry.ts'
import { circlePixels, mostThreads, sparkPixels, type OverlayCell, type OverlayCircle, type OverlayPlace, type OverlaySpark, type OverlayThread } from './shapes.ts'

type Collection = Extract<GeoJSONSourceSpecification['data'], { type: 'FeatureCollection' }>
type Feature = Collection['features'][number]

const collected = (features: Feature[]): Collection => ({ type: 'FeatureCollection', features })

export const cellFeatures = (cells: readonly OverlayCell[]): Collection => collected(cells.map(({ id, name, ring, step }) => ({
  type: 'Feature', properties: { id, name, step }, geometry: { type: 'Polygon', coordinates: [closed(ring)] },
})))

export const placeFeatures = (places: readonly OverlayPlace[]): Collection => collected(places.map(({ id, name, position, sign, beside }) => point(position, { id, name, sign, beside: beside === undefined ? -1 : Math.min(beside, mostBeside) })))
/** More signs than these lie on each other. */
export const mostBeside = 8

/** The largest first, so that no small one is covered. */
export const circleFeatures = (circles: readonly OverlayCircle[]): Collection => collected(circles.toSorted((one, other) => other.root - one.root).map(({ id, name, position, root, step }) => point(position, { id, name, step, radius: radiusOf(root) })))
export const radiusOf = (root: number): number => Math.max(circlePixels.least, circlePixels.most * root)

export const sparkFeatures = (sparks: readonly OverlaySpark[]): Collection => collected(sparks.map(({ id, position, root }) => point(position, { id, radius: sparkRadius(root) })))
export const sparkRadius = (root: number): number => Math.max(sparkPixels.least, sparkPixels.most * root)

/** Each curve, and its arrow as a point that knows where it heads, degrees clockwise from north. */
export const threadFeatures = (threads: readonly OverlayThread[]): Collection => {
  const shown = threads.toSorted((one, other) => other.count - one.count).slice(0, mostThreads)
  const most = Math.max(1, ...shown.map((thread) => thread.count))
  return collected(shown.flatMap(({ id, name, from, to, count, suggested = false }) => {
    const curve = curveOf(from, to)
    const shared = { id, name, suggested, width: 1 + (3 * (count - 1)) / Math.max(1, most - 1) }
    const line: Feature = { type: 'Feature', properties: { ...shared, part: 'line' }, geometry: { type: 'LineString', coordinates: curve } }
    return [line, point(to, { ...shared, part: 'arrow', heading: heading(curve.at(-2) ?? from, to) })]
  }))
}

/** Bent to the right by an eighth of its length, so that there and back are two curves. */
const curveOf = ([west, south]: Position, [east, north]: Position): number[][] => {
  const narrowing = Math.cos((south * Math.PI) / 180)
  const bend = [(west + east) / 2 + (north - south) / 8 / narrowing, (south + north) / 2 - ((east - west) * narrowing) / 8] as const
  return Array.from({ length: curveParts + 1 }, (_none, at) => {
    const t = at / curveParts
    return [(1 - t) ** 2 * west + 2 * t * (1 - t) * bend[0] + t ** 2 * east, (1 - t) ** 2 * south + 2 * t * (1 - t) * bend[1] + t ** 2 * north]
  })
}
const curveParts = 16

const heading = ([west, south]: readonly number[], [east, north]: Position): number =>
  (Math.atan2((east - west) * Math.cos((north * Math.PI) / 180), north - south) * 180) / Math.PI

const closed = (ring: readonly Position[]): number[][] => {
  const [first] = ring
  const last = ring.at(-1)
  const positions = ring.map((position) => [...position])
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...positions, [...first]] : positions
}

const point = (position: Position, properties: Record<string, string | number | boolean>): Feature => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...position] } })
