import type { VenueRow } from '../../../geodata/contract/venues.ts'

/** What a page has room for, and how many of one kind: a stairwell that lists four gardens and no canteen helps nobody. */
export const mostPlaces = 12
export const mostOfAKind = 2

/** The places for a stairwell, nearest first: of each category the nearest two. Places nobody can walk to, or that let in nobody who lives here, stay away. */
export function placesForDoor(rows: readonly VenueRow[]): VenueRow[] {
  const count = new Map<string, number>()
  const chosen: VenueRow[] = []
  for (const row of rows) {
    if (chosen.length === mostPlaces) break
    const known = count.get(row.category) ?? 0
    if (row.walkMinutes === null || row.admits === 'no' || known === mostOfAKind) continue
    count.set(row.category, known + 1)
    chosen.push(row)
  }
  return chosen
}
