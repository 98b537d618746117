import { mayMeet } from '../dayset.ts'
import type { Clause, SessionName } from '../rule.ts'

/** What one group of a text says, as clauses. */
export type Said<Group> = { group: Group; clauses: readonly Clause[] }

/**
 * What is offered under names of its own stands beside the rest: 急诊 24小时；门诊 周一至周五 8:00-12:00 closes no emergencies. Of the groups of a text in their order, those that only add
 * come last but for what closes all. `doubtful`: groups of which nobody can say whether they take the place of others or stand beside them (8:00-17:00；周末 急诊 8:00-12:00).
 */
export function besideEachOther<Group>(all: readonly Said<Group>[]): { said: Said<Group>[]; doubtful: Group[] } {
  const open = all.filter(({ clauses }) => clauses.some(isOwn))
  const pairs = open.flatMap((one, i) => open.slice(i + 1).filter((other) => differ(one.clauses, other.clauses)).map((other) => [one, other] as const))
  if (pairs.length === 0) return { said: [...all], doubtful: all.filter((one) => open.some((other) => closesEmergencies(one.clauses, other.clauses))).map(({ group }) => group) }
  const unclear = pairs.filter(([one, other]) => !areApart(one.clauses, other.clauses)).flat()
  const streams = [...new Set(open.map(({ clauses }) => namesOf(clauses).join()))].map((names) => open.filter(({ clauses }) => namesOf(clauses).join() === names))
  const layered = streams.filter((stream) => stream.some((one, i) => one.clauses.some((clause) => clause.sessions.length === 0) || stream.slice(i + 1).some((other) => meet(one.clauses, other.clauses))))
  const [base, ...more] = [...layered, ...streams.filter((stream) => !layered.includes(stream))]
  const adding = new Set(more.flat()), last = all.findLastIndex((one) => open.includes(one))
  const closing = all.filter(({ clauses }) => clauses.length > 0 && clauses.every(({ sessions }) => sessions.length === 0))
  // Nobody closes the emergencies by a word on holidays, and what is said between two offers may be of the first alone.
  const lost = closing.filter((one) => open.some((other) => meet(one.clauses, other.clauses) && (namesOf(other.clauses).includes('emergency') || (adding.has(other) && all.indexOf(one) < last))))
  const doubtful = [...unclear, ...layered.slice(1).flat(), ...lost].map(({ group }) => group)
  const others = all.filter((one) => !adding.has(one) && !closing.includes(one))
  const added = more.flat().map(({ group, clauses }) => ({ group, clauses: clauses.map((clause) => ({ ...clause, adds: true })) }))
  return { said: base === undefined ? [...all] : [...others, ...added, ...closing], doubtful }
}

/** Whether both tell hours of a same day under names that are not the same, for a season and for some days of any week, or hours that would go together: to take the place of the other, one must say so (但). */
export const differ = (some: readonly Clause[], more: readonly Clause[]): boolean => meet(some.filter(isOwn), more.filter(isOwn)) && (namesOf(some).join() !== namesOf(more).join() || crosses(some, more) || crosses(more, some) || mayJoin(some, more))

/** 周一至周五 8:00-17:00，7月1日-8月31日 8:00-12:00: on a Sunday in July, and on a Monday? */
const crosses = (some: readonly Clause[], more: readonly Clause[]): boolean => some.some(({ days }) => days.seasons !== null && days.weekdays === null && days.types === null && days.holidays === null && days.dates === null)
  && more.some(({ days }) => days.seasons === null && days.dates === null && days.holidays === null && days.nth === null && (days.weekdays !== null || days.types !== null))

/** 每天 8:00-17:00，周三 19:00-21:00: only in the evening, or then too? Hours that overlap take the place of the others. */
const mayJoin = (some: readonly Clause[], more: readonly Clause[]): boolean => some.filter(isOwn).some((one) => isOfWeeks(one) && more.filter(isOwn).some((other) => isOfWeeks(other) && mayMeet(one.days, other.days)
  && one.sessions.every(({ from, to }) => other.sessions.every((session) => session.to <= from || to <= session.from))))

const isOfWeeks = ({ days: { types, holidays, dates } }: Clause): boolean => types === null && holidays === null && dates === null

/** 门诊 8:00-17:00，急诊 24小时；法定节假日休息: the emergencies too? Only where a 但 stands between. */
export const closesEmergencies = (closing: readonly Clause[], open: readonly Clause[]): boolean => closing.length > 0 && closing.every(({ sessions }) => sessions.length === 0)
  && namesOf(open).includes('emergency') && namesOf(open).length > 1 && meet(closing, open)

const isOwn = ({ sessions, adds }: Clause): boolean => sessions.length > 0 && !adds

const meet = (some: readonly Clause[], more: readonly Clause[]): boolean => some.some((one) => more.some((other) => mayMeet(one.days, other.days)))

const namesOf = (clauses: readonly Clause[]): (SessionName | '')[] => [...new Set(clauses.flatMap(({ sessions }) => sessions.map(({ name }) => name)))].toSorted()

/** A name they share, or hours that begin without any beside those that have one, may be meant either way. 门诊 8:00-12:00，14:00-17:30 goes on under its name. */
const areApart = (some: readonly Clause[], more: readonly Clause[]): boolean => [...some, ...more].every(({ sessions }) => sessions[0]?.name !== '')
  && namesOf(some).every((name) => name === '' || !namesOf(more).includes(name))
