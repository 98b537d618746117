import { mayMeet } from '../dayset.ts'
import type { Clause } from '../rule.ts'

/**
 * People write the exception before or after what it is an exception to (春节休息，每天 9:00-17:00), a rule has it after. Of two clauses that may meet on a
 * day the narrower comes later: days of one year, then the n-th of a month, then holidays, then weekdays and other kinds, fewer before more, then the rest; a closing one after an open one.
 * Clauses that never meet stay as they were written. Returns the place in `run` at which the clause goes in.
 */
export function placeIn(run: readonly Clause[], clause: Clause): number {
  const before = clause.adds ? -1 : run.findIndex((other) => rankOf(other) > rankOf(clause) && mayMeet(other.days, clause.days))
  return before < 0 ? run.length : before
}

function rankOf({ days, sessions }: Clause): number {
  const closing = sessions.length === 0 ? 1 : 0
  const season = days.seasons === null ? 0 : 5
  if (days.dates !== null) return 400 + closing
  if (days.nth !== null) return 300 + season + closing
  if (days.holidays !== null || (days.types !== null && days.types.includes('holiday') && !days.types.includes('workday'))) return 200 + season + closing
  if (days.weekdays !== null) return 100 + season + closing + (7 - days.weekdays.length) / 10
  return (days.types === null ? 0 : 100) + season + closing
}
