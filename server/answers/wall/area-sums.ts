import type { AreaColumns } from '../../../geodata/kernel/columns.ts'
import type { Fact } from './figure.ts'

/** What one thing adds to the areas it lies in. */
export type Part = { value: number; of: number; untold?: number; facts?: readonly { code: string; value: number; of: number | null }[] }
export type Sum = { value: number; of: number; untold: number; facts: Map<string, { value: number; of: number | null }> }

/** Sums by area and all areas above, by code; '' = the whole city. */
export type AreaSums = ReadonlyMap<string, Sum>

/** Sums up parts by where they lie; null: in no area. */
export function sumUp<T>({ codes, parents, byCode }: AreaColumns, things: Iterable<T>, whereOf: (thing: T) => string | null, partOf: (thing: T) => Part): AreaSums {
  const sums = new Map<string, Sum>()
  for (const thing of things) {
    const part = partOf(thing), code = whereOf(thing)
    add(sums, '', part)
    for (let at = code === null ? -1 : (byCode.get(code) ?? -1); at >= 0; at = parents[at]) add(sums, codes[at], part)
  }
  return sums
}

function add(sums: Map<string, Sum>, code: string, { value, of, untold = 0, facts = [] }: Part): void {
  const sum = sums.get(code) ?? { value: 0, of: 0, untold: 0, facts: new Map<string, { value: number; of: number | null }>() }
  sums.set(code, sum)
  sum.value += value
  sum.of += of
  sum.untold += untold
  for (const fact of facts) {
    const known = sum.facts.get(fact.code)
    sum.facts.set(fact.code, { value: (known?.value ?? 0) + fact.value, of: fact.of === null ? null : (known?.of ?? 0) + fact.of })
  }
}

export const factsOf = ({ facts }: Sum): Fact[] => [...facts].map(([code, { value, of }]) => ({ code, value, of })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
