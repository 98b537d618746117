import { topArea } from '../areas.ts'
import { monthAfter, monthOf } from '../days.ts'
import type { EventSums } from '../events.ts'
import type { RegisterArea, RegisterInput } from '../register.ts'

/** Months that a rate is taken over, the asked one the last. */
const monthsTaken = 12
/** No rate of fewer (DOMAIN 7.2). */
const leastForRate = 30

/** `whole`: of the asked area, or of the city; null: nothing was counted. `joined`: a few of the area's events stand in a neighbour, or the other way round. */
export type YearOfEvents = { from: string; to: string; whole: EventSums | null; areas: { area: RegisterArea; sums: EventSums; joined: boolean }[] }

/** Events of the twelve months up to the day, or since the first on record, by community; communities without any are left out. */
export function yearOfEvents(input: RegisterInput, stream: 'request' | 'hazard'): YearOfEvents {
  const to = monthOf(input.day), yearAgo = monthAfter(to, 1 - monthsTaken), first = input.events.months[0] ?? yearAgo
  const from = first > yearAgo && first <= to ? first : yearAgo
  const top = topArea(input)
  const areas = input.areas.at('community').map((area) => ({ area, sums: input.events.sum(stream, area.code, from, to), joined: !input.events.isExact(stream, area.code, from, to) })).filter(({ sums }) => sums.times > 0)
  return { from, to, whole: top && areas.length > 0 ? input.events.sum(stream, top.code, from, to) : null, areas }
}

/** 0..1; null: not told, or too few for a rate. */
export const rateOf = (part: number | undefined, whole: number | undefined): number | null => (part === undefined || whole === undefined || whole < leastForRate ? null : part / whole)

/** Of a hundred, with one decimal. */
export const percentRate = (part: number | undefined, whole: number | undefined): number | null => {
  const rate = rateOf(part, whole)
  return rate === null ? null : Math.round(1000 * rate) / 10
}

/** Not settled yet, of those of which that is told; null: it is told of none. */
export const openOf = (sums: EventSums | null): number | null => (sums === null || sums.toldTimes === 0 ? null : sums.toldTimes - sums.resolved)
