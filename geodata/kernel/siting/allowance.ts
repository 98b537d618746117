/** How much may be chosen: at most `most` sites, of `costs` in all at most `budget` (costs null: free). */
export type Allowance = { most: number; costs: Float64Array | null; budget: number }

export type Pick = { sum: number; taken: Uint8Array }

/**
 * No allowed choice of sites has a greater sum of `values` than the answer (values >= 0): the greatest `most`, or, where a budget binds, the fractional
 * knapsack, whichever is less. `taken` marks the sites of that sum, a part of a site counting as one. O(sites log sites).
 */
export function bestPick(values: Float64Array, allowance: Allowance, taken: Uint8Array): number {
  const byCount = greatest(values, allowance.most, taken)
  if (allowance.costs === null || allowance.budget === Infinity) return byCount
  const other = new Uint8Array(values.length)
  const byCost = fractional(values, allowance.costs, allowance.budget, other)
  if (byCost >= byCount) return byCount
  taken.set(other)
  return byCost
}

/** Value of the last one taken and of the first one left, by count alone. */
export function margins(values: Float64Array, most: number): { last: number; next: number } {
  const sorted = values.toSorted()
  return { last: most > 0 ? (sorted[sorted.length - most] ?? 0) : Infinity, next: sorted[sorted.length - most - 1] ?? 0 }
}

/** Sites by value per cost, dearest value first; what is free comes first of all. */
export function byRatio(values: Float64Array, costs: Float64Array): Int32Array {
  const ratio = values.map((value, site) => (costs[site] > 0 ? value / costs[site] : value > 0 ? Infinity : 0))
  return Int32Array.from(values, (_, site) => site).sort((a, b) => (ratio[a] === ratio[b] ? a - b : ratio[b] - ratio[a]))
}

function greatest(values: Float64Array, most: number, taken: Uint8Array): number {
  taken.fill(0)
  if (most >= values.length) {
    taken.fill(1)
    return values.reduce((sum, value) => sum + value, 0)
  }
  if (most <= 0) return 0
  const threshold = values.toSorted()[values.length - most]
  let sum = 0, count = 0
  for (let site = 0; site < values.length; site++) if (values[site] > threshold) {
    taken[site] = 1
    sum += values[site]
    count++
  }
  for (let site = 0; site < values.length && count < most; site++) if (values[site] === threshold) {
    taken[site] = 1
    sum += threshold
    count++
  }
  return sum
}

function fractional(values: Float64Array, costs: Float64Array, budget: number, taken: Uint8Array): number {
  let left = budget, sum = 0
  for (const site of byRatio(values, costs)) {
    if (values[site] <= 0) break
    if (costs[site] > left) {
      if (left > 0) {
        taken[site] = 1
        sum += (values[site] * left) / costs[site]
      }
      break
    }
    taken[site] = 1
    sum += values[site]
    left -= costs[site]
  }
  return sum
}
