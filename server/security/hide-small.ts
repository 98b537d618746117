/** What happens to one count: it is shown, it is below k, or it is kept back so that no sum gives another one away. */
export type Hiding = 'shown' | 'few' | 'kept'

/**
 * Counts of one group whose sum is known to the reader. Counts of 1..k-1 are few. Others are kept back, the smallest first, until the sum
 * says nothing about any of the few: each of them could be anything from 1 to k-1. Where there are not enough others, all are kept back.
 */
export function hideSmall(counts: readonly number[], k: number): Hiding[] {
  const hidings = counts.map((count): Hiding => (count > 0 && count < k ? 'few' : 'shown'))
  const few = hidings.filter((hiding) => hiding === 'few').length
  if (few === 0) return hidings
  let kept = 0
  let sum = counts.reduce((total, count, i) => total + (hidings[i] === 'few' ? count : 0), 0)
  const others = counts.map((_, i) => i).filter((i) => counts[i] >= k).toSorted((a, b) => counts[a] - counts[b] || a - b)
  for (const i of others) {
    if (saysNothing(few, kept, sum, k)) break
    hidings[i] = 'kept'
    kept++
    sum += counts[i]
  }
  return hidings
}

/** Whether one of `few` counts of 1..k-1 may be any of them, when they and `kept` counts from k upwards are `sum` together. */
export function saysNothing(few: number, kept: number, sum: number, k: number): boolean {
  // It is k-1: what is left must suffice for the least of all others.
  const most = sum >= k - 1 + (few - 1) + kept * k
  // It is 1: the others must be able to take the rest; a count from k upwards takes any.
  const least = kept > 0 || sum <= 1 + (few - 1) * (k - 1)
  return most && least
}
