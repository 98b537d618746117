import type { Session } from '../rule.ts'

/** Gives the hours in which a minute lies their last entry, after midnight where it lies in none of the day itself. False: there are none, or they have theirs. */
export function holding(sessions: readonly Session[], said: number): boolean {
  const at = (minute: number): Session | undefined => sessions.findLast((session) => session.from <= minute && minute <= session.to)
  const minute = at(said) ? said : said + 1440
  const session = at(minute)
  if (session === undefined || session.lastEntry !== null) return false
  session.lastEntry = minute
  return true
}
