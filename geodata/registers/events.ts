import type { EventStream } from '../model/eventCount.ts'

/** Sums of events, as registers need them. */
export type EventTotals = {
  /** Months there are events of, rising; yyyy-mm. */
  months: readonly string[]
  categories: (stream: EventStream) => readonly string[]
  /** Over months [from, to], both included, of all categories or one; `area`: code of a grid, community or above. */
  sum: (stream: EventStream, area: string, from: string, to: string, category?: string) => EventSums
}

export type EventSums = { times: number; people: number; responded: number; resolved: number; satisfied: number }
