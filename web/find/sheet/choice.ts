import type { VenueRow } from '../../../geodata/contract/venues.ts'

/** What a page has room for, and how many of one kind: a stairwell that lists four gardens and no canteen helps nobody. */
export const mostPlaces = 12
export const mostOfAKind = 2

/** What older people go to day by day, the most needed first; kinds that are not here come after these. */
const daily = ['canteen', 'clinic', 'station', 'activityRoom', 'pharmacy', 'market', 'daycare', 'garden', 'toilet', 'hospital', 'repair', 'convenience', 'square', 'restaurant', 'readingRoom', 'meetingRoom']
/** Whom these are for does not read the paper of a stairwell, and who brings a child there knows them. */
const forChildren: ReadonlySet<string> = new Set(['kindergarten', 'school', 'childcare'])
/** Minutes of a slow walk, the quarter of an hour of the living circle there and the same back: what is farther off comes only where there is room. */
const reachMinutes = 30

/**
 * The places for a stairwell, nearest first: of what is needed most the nearest one, then the second ones. Places nobody can walk to, or that let in nobody who lives here, stay away;
 * those for children too, unless that is what was `asked` for by a wish. With less room (`most`) what is needed least goes first, not what is farthest.
 */
export function placesForDoor(rows: readonly VenueRow[], asked = false, most = mostPlaces): VenueRow[] {
  const count = new Map<string, number>()
  const able = rows.flatMap((row) => {
    if (row.walkMinutes === null || row.admits === 'no' || (!asked && forChildren.has(row.category))) return []
    const before = count.get(row.category) ?? 0
    count.set(row.category, before + 1)
    const need = daily.indexOf(row.category)
    return before < mostOfAKind ? [{ row, minutes: row.walkMinutes, far: row.walkMinutes > reachMinutes ? 1 : 0, before, need: need < 0 ? daily.length : need }] : []
  })
  const chosen = able.sort((one, other) => one.far - other.far || one.before - other.before || one.need - other.need || one.minutes - other.minutes).slice(0, most)
  return chosen.sort((one, other) => one.minutes - other.minutes).map(({ row }) => row)
}
