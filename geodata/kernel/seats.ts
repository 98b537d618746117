import type { Overlay } from '../model/overlay.ts'
import type { City } from './columns.ts'
import { unknownSeats } from './columns.ts'
import type { Source } from './sources.ts'

/** Seats of a site of the overlaid city; null: unknown. What `seats` of the overlay says of a site comes before all else. */
export function seatsIn({ facilities }: City, { replaced, added, seats }: Overlay): (source: Pick<Source, 'id' | 'facility'>) => number | null {
  const given = new Map([...[...replaced, ...added].map(({ id, capacity }) => [id, capacity.seats] as const), ...(seats ?? []).map((row) => [row.facility, row.seats] as const)])
  return ({ id, facility }) => {
    const other = given.get(id)
    if (other !== undefined) return other
    return facilities.seats[facility] === unknownSeats ? null : facilities.seats[facility]
  }
}
