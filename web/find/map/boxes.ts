import type { Box, Position } from '../../../geodata/model/geometry.ts'
import { metresBetween, movedBy } from '../../map/metres.ts'
import type { MapVenue, MapWay } from './venue.ts'

/** How many of the nearest places the first view holds: on a telephone so few that streets and their names can be read. */
const nearestShown = { narrow: 4, wide: 8 } as const
/** Half the side of the smallest box, metres: a single place still shows its streets. */
const leastMetres = 150
/** Farther than this from the start a place is not part of the first view, metres: half an hour for an older person. */
const farMetres = 1500

/** What a map shows at first: the start with the places next to it, the chosen one among them; without a start the places; without either the city. */
export function firstBox(start: Position | null, venues: readonly MapVenue[], chosen: string | null, city: Box | null, room: keyof typeof nearestShown = 'wide'): Box | null {
  const near = venues.slice(0, nearestShown[room]).filter(({ position, id }) => id === chosen || start === null || metresBetween(start, position).straight <= farMetres)
  const points = [...(start ? [start] : []), ...near.map(({ position }) => position)]
  return points.length === 0 ? city : around(points)
}

/** The chosen place with the way there. */
export const chosenBox = (start: Position | null, venue: MapVenue, way: MapWay | null): Box =>
  around([venue.position, ...(way ? [...way.line] : start && metresBetween(start, venue.position).straight <= farMetres * 2 ? [start] : [])])

/** The middle of a city, near enough for its names to be read: whoever looks for his house moves on from there. */
export const middleOf = ([west, south, east, north]: Box): Box => around([[west + (east - west) * 0.4, south + (north - south) * 0.4], [west + (east - west) * 0.6, south + (north - south) * 0.6]])

function around(points: readonly Position[]): Box {
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  const [west, south, east, north] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
  const middle: Position = [(west + east) / 2, (south + north) / 2]
  const [lowWest, lowSouth] = movedBy(middle, -leastMetres, -leastMetres)
  const [highEast, highNorth] = movedBy(middle, leastMetres, leastMetres)
  return [Math.min(west, lowWest), Math.min(south, lowSouth), Math.max(east, highEast), Math.max(north, highNorth)]
}

/** Whether a map was moved so far from what it showed that the places there are others: its middle lies beyond what was seen. */
export function isElsewhere(asked: Box, middle: Position): boolean {
  const away = (at: 0 | 1): number => Math.abs(middle[at] - (asked[at] + asked[at + 2]) / 2) / (asked[at + 2] - asked[at])
  return Math.max(away(0), away(1)) > 0.5
}
