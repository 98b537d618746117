import type { City } from '../../geodata/kernel/city.ts'
import type { Size } from './synthetic.ts'

/** One line of the report. A ratio that misses its goal fails the run; a line without a goal only informs. */
export type Line = {
  work: string
  /** Milliseconds, median. */
  milliseconds?: number
  ratio?: number
  goal?: { atMost: number } | { atLeast: number }
  note?: string
}

/** One file of rows/ each. Rows with the same city share a process, so that it is built once. */
export type Row = {
  name: string
  /** The synthetic city the row works on; null: none, or its own. */
  size: Size | null
  /** Needs programs outside npm: only with --peers. */
  peers?: boolean
  run(city: City | null): Promise<Line[]> | Line[]
}

export const pairs = 5

/** Runs the contestants by turns, `pairs` times after one warm-up each; medians in milliseconds by name. Only such medians may be compared. */
export function interleaved<Name extends string>(contestants: Record<Name, () => void>, rounds = pairs): Record<Name, number> {
  const names = Object.keys(contestants) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      globalThis.gc?.()
      const start = performance.now()
      contestants[name]()
      if (round > 0) times.get(name)?.push(performance.now() - start)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export function holds(line: Line): boolean {
  if (line.ratio === undefined || line.goal === undefined) return true
  return 'atMost' in line.goal ? line.ratio <= line.goal.atMost : line.ratio >= line.goal.atLeast
}
