import type { EventStream } from '../model/eventCount.ts'

/** Sums of events, as registers need them. */
export type EventTotals = {
  /** Months there are events of, rising; yyyy-mm. */
  months: readonly string[]
  categories: (stream: EventStream) => readonly string[]
  /**
   * Over months [from, to], both included, of all categories or one; `area`: code of a grid, community or above. For those who are not told exact figures these
   * are sums of whole groups of at least k (geodata/kernel/eventBlocks.ts), each standing in one grid: they add up over areas, months and categories, and are
   * the same as in the heat, so that neither gives away what the other holds back.
   */
  sum: (stream: EventStream, area: string, from: string, to: string, category?: string) => EventSums
  /** Whether that is the area's own sum: no group has parts inside and outside of it. */
  isExact: (stream: EventStream, area: string, from: string, to: string, category?: string) => boolean
}

/**
 * `toldTimes`: requests of which the settlement is told, the denominator of resolved / toldTimes. `respondedTimes`: those of which it is told whether they were answered;
 * `satisfiedTimes`: of the settled those of which it is told whether people were satisfied. What nobody wrote down is no bad mark.
 */
export type EventSums = { times: number; people: number; responded: number; resolved: number; satisfied: number; toldTimes: number; respondedTimes: number; satisfiedTimes: number }
