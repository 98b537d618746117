import type { Position } from '../../geodata/model/geometry.ts'
import { shareSteps } from './layers/overview.ts'
import type { ShareDot, WalkRoute } from './seam.ts'

type Properties = Record<string, string | number | boolean>
type Geometry = { type: 'Point'; coordinates: number[] } | { type: 'LineString'; coordinates: number[][] }
type Feature = { type: 'Feature'; properties: Properties; geometry: Geometry }
/** GeoJSON, as much of it as is drawn here. */
export type FeatureCollection = { type: 'FeatureCollection'; features: Feature[] }

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] }
/** At most this many flags on one walk; a longer walk is flagged every 2, 5 or 10 minutes. */
const flagLimit = 8

/** The chosen walk as features with a `part`: walk or thread, start, end, flag (with minutes). */
export function routeFeatures(route: WalkRoute | null): FeatureCollection {
  if (!route) return nothing
  const ends = [point(route.from, { part: 'start' }), point(route.to, { part: 'end' })]
  if (!route.line || route.line.length < 2) return { type: 'FeatureCollection', features: [line([route.from, route.to], { part: 'thread' }), ...ends] }
  return { type: 'FeatureCollection', features: [line(route.line, { part: 'walk' }), ...ends, ...flags(route.line, route.minutes)] }
}

/** The overview's dots; `step` names the picture of the share, absent where nobody lives; `only`: there is no other level. */
export function dotFeatures(dots: readonly ShareDot[]): FeatureCollection {
  const drawn = dots.filter((dot) => dot.level === 'grid' || dot.level === 'community')
  const only = new Set(drawn.map((dot) => dot.level)).size === 1
  return {
    type: 'FeatureCollection',
    features: drawn.map((dot) => point(dot.position, {
      level: dot.level, only, code: dot.code, name: dot.name, residents: dot.residents ?? 0, ...(dot.share === null ? {} : { step: shareStep(dot.share) }),
    })),
  }
}

/** A share 0..1 as one of 21 pictures; only nothing is empty and only everything is full. */
export function shareStep(share: number): number {
  if (share <= 0) return 0
  if (share >= 1) return shareSteps
  return Math.min(shareSteps - 1, Math.max(1, Math.round(share * shareSteps)))
}

/** Points at whole minutes along a line, walked at an even pace. */
function flags(line: readonly Position[], minutes: number | null): Feature[] {
  if (minutes === null || minutes < 2) return []
  const step = [1, 2, 5, 10, 20].find((every) => minutes / every <= flagLimit) ?? 30
  const lengths = line.slice(1).map((position, index) => planarLength(line[index] as Position, position))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const found: Feature[] = []
  // A flag closer than a third of a step to the end would sit on the site's badge.
  for (let minute = step; minute <= minutes - step / 3; minute += step) {
    let rest = (minute / minutes) * total
    const segment = lengths.findIndex((length) => (rest <= length ? true : ((rest -= length), false)))
    if (segment < 0) break
    const from = line[segment] as Position
    const to = line[segment + 1] as Position
    const share = lengths[segment] ? rest / (lengths[segment] as number) : 0
    found.push(point([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share], { part: 'flag', minutes: minute }))
  }
  return found
}

/** Length in degrees of latitude, exact enough to place a flag. */
function planarLength(from: Position, to: Position): number {
  const narrowing = Math.cos((from[1] * Math.PI) / 180)
  return Math.hypot((to[0] - from[0]) * narrowing, to[1] - from[1])
}

const point = (position: Position, properties: Properties): Feature => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...position] } })
const line = (positions: readonly Position[], properties: Properties): Feature => ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: positions.map((position) => [...position]) } })
