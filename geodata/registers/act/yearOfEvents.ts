import { topArea } from '../areas.ts'
import { monthAfter, monthOf } from '../days.ts'
import type { EventSums } from '../events.ts'
import type { RegisterArea, RegisterInput } from '../register.ts'

/** Months that a rate is taken over, the asked one the last. */
const monthsTaken = 12
/** No rate of fewer (DOMAIN 7.2). */
const leastForRate = 30

/** `sums` null: this reader is not told. `whole`: of the asked area, or of the city. */
export type YearOfEvents = { from: string; to: string; whole: EventSums | null; areas: { area: RegisterArea; sums: EventSums | null }[] }

/** Events of the twelve months up to the day by community; communities without any are left out. No months at all: nothing. */
export function yearOfEvents(input: RegisterInput, stream: 'request' | 'hazard'): YearOfEvents {
  const to = monthOf(input.day), from = monthAfter(to, 1 - monthsTaken)
  const top = topArea(input)
  const isKnown = input.events.months.some((month) => month >= from && month <= to) && input.events.categories(stream).length > 0
  const areas = isKnown ? input.areas.at('community').map((area) => ({ area, sums: input.events.sum(stream, area.code, from, to) })).filter(({ sums }) => sums === null || sums.times > 0) : []
  return { from, to, whole: isKnown && top ? input.events.sum(stream, top.code, from, to) : null, areas }
}

/** 0..1; null: not told, or too few for a rate. */
export const rateOf = (part: number | undefined, whole: number | undefined): number | null => (part === undefined || whole === undefined || whole < leastForRate ? null : part / whole)

/** Of a hundred, with one decimal. */
export const percentRate = (part: number | undefined, whole: number | undefined): number | null => {
  const rate = rateOf(part, whole)
  return rate === null ? null : Math.round(1000 * rate) / 10
}
