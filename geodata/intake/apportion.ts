/**
 * Whole parts of a whole total in proportion to `weights`, by largest remainder: they add up to `total` exactly, none is
 * further than one from its share, ties go to the earlier part. Parts of weight 0 get nothing. O(n log n).
 */
export function apportion(weights: Float64Array, total: number): Uint32Array {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const parts = new Uint32Array(weights.length)
  if (sum <= 0 || total <= 0) return parts
  const remainders = new Float64Array(weights.length)
  let given = 0
  for (let i = 0; i < weights.length; i++) {
    const share = (weights[i] / sum) * total
    parts[i] = Math.floor(share)
    remainders[i] = weights[i] > 0 ? share - parts[i] : -1
    given += parts[i]
  }
  const order = Uint32Array.from(weights.keys()).sort((a, b) => remainders[b] - remainders[a] || a - b)
  for (let i = 0; given < total && i < order.length; i++, given++) parts[order[i]] += 1
  return parts
}
