import type { EventStream } from '../model/eventCount.ts'

/** Sums of events, as registers need them. */
export type EventTotals = {
  /** Months there are events of, rising; yyyy-mm. */
  months: readonly string[]
  categories: (stream: EventStream) => readonly string[]
  /**
   * Over months [from, to], both included, of all categories or one; `area`: code of a grid, community or above. null: whoever asks may not be told, since
   * too few are put together with others (geodata/kernel/eventBlocks.ts): the same blocks as in the heat, so that neither tells what the other hides.
   */
  sum: (stream: EventStream, area: string, from: string, to: string, category?: string) => EventSums | null
}

/** `toldTimes`: requests of which the settlement is told, the denominator of resolved / toldTimes. */
export type EventSums = { times: number; people: number; responded: number; resolved: number; satisfied: number; toldTimes: number }
