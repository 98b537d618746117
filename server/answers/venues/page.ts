import { isoInstant, readInstant } from '../../../geodata/hours/clock.ts'
import { cursorAt, offsetOf } from '../cursor.ts'
import { Refusal } from '../refusal.ts'
import type { VenueQuery } from './choice.ts'
import type { Moment } from './moment.ts'

/** Pages of one list speak of one instant: whoever named none finds that of the first page in the cursor, in minutes before the rest of it. */
export function momentOf({ at: asked, cursor }: Pick<VenueQuery, 'at' | 'cursor'>): string | undefined {
  if (asked !== undefined || cursor === undefined) return asked
  const [, minutes] = /^([0-9a-z]{1,6})\./.exec(cursor) ?? []
  const at = minutes === undefined ? '' : isoInstant(parseInt(minutes, 36) * minuteMs)
  if (readInstant(at) === null) throw new Refusal('badCursor', { parameter: 'cursor', found: cursor })
  return at
}

/** Where the page begins. Refusal badCursor, staleVersion. */
export function offsetIn(query: VenueQuery, dataVersion: string, moment: Moment): number {
  return offsetOf(query.cursor?.replace(/^[^.]*\./, ''), dataVersion, keyOf(query, moment))
}

export const nextPage = (query: VenueQuery, offset: number, dataVersion: string, moment: Moment): string => `${Math.floor(moment.ms / minuteMs).toString(36)}.${cursorAt(offset, dataVersion, keyOf(query, moment))}`

const minuteMs = 60_000

/** The page itself and its length are no part of the question, and the instant is told in minutes. */
const ofThePage: readonly string[] = ['cursor', 'limit', 'at']

function keyOf(query: VenueQuery, { ms }: Moment): string {
  return JSON.stringify(['venues', Object.entries(query).filter(([name]) => !ofThePage.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1)), Math.floor(ms / minuteMs)])
}
