import type { EventColumns } from './events.ts'

/** Disjoint parts of what events count. */
export type EventBand = {
  name: string
  /** Of one row. */
  of: (columns: EventColumns, row: number) => number
  /** What one of the band adds to each figure: 1, 0, or -1 where the figure is not told of it. */
  counts: { times: 0 | 1; people: -1 | 0 | 1; responded: -1 | 0 | 1; resolved: -1 | 0 | 1; satisfied: -1 | 0 | 1 }
}

const steps = ['times', 'responded', 'resolved', 'satisfied'] as const

/**
 * Events by how many of the steps (response, settlement, satisfaction) are told of them and how far they came: those settled but not satisfied are a band of
 * their own, so that no rate less another gives away a few. Persons served are one more.
 */
export const eventBands: readonly EventBand[] = [
  ...[0, 1, 2, 3].flatMap((told) => Array.from({ length: told + 1 }, (_, came) => stepBand(told, came))),
  { name: 'people', of: ({ people }, row) => Math.max(0, people[row]), counts: { times: 0, people: 1, responded: -1, resolved: -1, satisfied: -1 } },
]

/** Number of the band of persons served. */
export const peopleBand = eventBands.length - 1

function stepBand(told: number, came: number): EventBand {
  const count = (step: number): -1 | 0 | 1 => (step > told ? -1 : step <= came ? 1 : 0)
  return {
    name: `told ${told} came ${came}`,
    of(columns, row) {
      let known = 3
      while (known > 0 && columns[steps[known]][row] < 0) known--
      if (known !== told) return 0
      return columns[steps[came]][row] - (came < told ? columns[steps[came + 1]][row] : 0)
    },
    counts: { times: 1, people: -1, responded: count(1), resolved: count(2), satisfied: count(3) },
  }
}
