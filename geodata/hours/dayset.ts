import type { CalendarMode, Clause, Days } from './rule.ts'

/** Whether the days of `outer` hold every day of `inner`, as far as the conditions tell without a calendar: false when in doubt. */
export function covers(outer: Clause, inner: Clause, mode: CalendarMode): boolean {
  return weekdaysCover(outer, inner, mode) && listCovers(outer.days.types, inner.days.types) && listCovers(outer.days.holidays, inner.days.holidays)
    && spansCover(outer.days.seasons, inner.days.seasons) && spansCover(outer.days.dates, inner.days.dates)
}

/** Whether a day may be one of both: true when in doubt. */
export function mayMeet(one: Days, other: Days): boolean {
  return listsMeet(one.weekdays, other.weekdays) && listsMeet(one.types, other.types) && listsMeet(one.holidays, other.holidays)
    && spansMeet(one.seasons, other.seasons) && spansMeet(one.dates, other.dates) && !neverOn(one, other) && !neverOn(other, one)
}

/** Which days "Monday to Friday" stands for hangs on the rest of its clause where days are worked in turn (README.md): then only the same covers the same. */
function weekdaysCover(outer: Clause, inner: Clause, mode: CalendarMode): boolean {
  if (outer.days.weekdays === null) return true
  if (mode === 'weekdays') return listCovers(outer.days.weekdays, inner.days.weekdays) && listCovers(outer.days.nth, inner.days.nth)
  return same(outer.days.weekdays, inner.days.weekdays) && same(outer.days.nth, inner.days.nth) && same(outer.days.types, inner.days.types)
    && same(outer.days.holidays, inner.days.holidays) && (outer.sessions.length === 0) === (inner.sessions.length === 0)
}

/** A Saturday or Sunday that is one is none of Monday to Friday. */
function neverOn(one: Days, other: Days): boolean {
  return one.types !== null && one.types.every((type) => type === 'rest') && other.weekdays !== null && other.weekdays.every((day) => day <= 5)
}

function same<Item>(one: readonly Item[] | null, other: readonly Item[] | null): boolean {
  return listCovers(one, other) && listCovers(other, one)
}

function listCovers<Item>(outer: readonly Item[] | null, inner: readonly Item[] | null): boolean {
  return outer === null || (inner !== null && inner.every((item) => outer.includes(item)))
}

function listsMeet<Item>(one: readonly Item[] | null, other: readonly Item[] | null): boolean {
  return one === null || other === null || one.some((item) => other.includes(item))
}

type Span = { from: string; to: string }

function spansCover(outer: readonly Span[] | null, inner: readonly Span[] | null): boolean {
  return outer === null || (inner !== null && inner.every((span) => unrolled(span).every((part) => outer.some((whole) => unrolled(whole).some((one) => one.from <= part.from && part.to <= one.to)))))
}

function spansMeet(one: readonly Span[] | null, other: readonly Span[] | null): boolean {
  if (one === null || other === null) return true
  const parts = other.flatMap(unrolled)
  return one.flatMap(unrolled).some((span) => parts.some((part) => span.from <= part.to && part.from <= span.to))
}

/** A season over the end of the year is two. */
function unrolled(span: Span): Span[] {
  return span.from <= span.to ? [span] : [{ from: '01-01', to: span.to }, { from: span.from, to: '12-31' }]
}
