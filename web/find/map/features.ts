import type { Position } from '../../../geodata/model/geometry.ts'
import { routeFeatures, type FeatureCollection } from '../../map/features.ts'
import { markOf, type MapVenue, type MapWay } from './venue.ts'

type Point = { type: 'Feature'; properties: Record<string, string | number | boolean>; geometry: { type: 'Point'; coordinates: number[] } }

/** Places as features; the chosen one is a source of its own, so that no cluster swallows it. */
export function venueFeatures(venues: readonly MapVenue[], chosen: string | null): { others: FeatureCollection; chosen: FeatureCollection } {
  const features = venues.map((venue) => point(venue.position, { id: venue.id, name: venue.name, category: venue.category, mark: markOf[venue.state], admits: venue.admits }))
  return { others: collected(features.filter((feature) => feature.properties['id'] !== chosen)), chosen: collected(features.filter((feature) => feature.properties['id'] === chosen)) }
}

/** The start, and a spot that might become one. */
export const startFeatures = (start: Position | null, spot: Position | null): FeatureCollection => collected([...(start ? [point(start, { part: 'start' })] : []), ...(spot ? [point(spot, { part: 'spot' })] : [])])

/** The walk; without a line nothing is drawn, a thread through houses would be a promise. */
export const wayFeatures = (way: MapWay | null, start: Position | null = null): FeatureCollection => {
  const [from, to] = [way?.line[0], way?.line[way.line.length - 1]]
  const drawn = routeFeatures(way && from && to && way.line.length > 1 ? { line: way.line, from, to, minutes: way.minutes, admits: true } : null)
  // The walk begins at a door or on a street, the start is marked in the middle of its house: a thin dashed joint says that they belong together.
  if (!from || !start || drawn.features.length === 0 || (from[0] === start[0] && from[1] === start[1])) return drawn
  return { ...drawn, features: [...drawn.features, { type: 'Feature', properties: { part: 'thread' }, geometry: { type: 'LineString', coordinates: [[...start], [...from]] } }] }
}

const collected = (features: Point[]): FeatureCollection => ({ type: 'FeatureCollection', features })
const point = ([lon, lat]: Position, properties: Point['properties']): Point => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } })
