/**
 * Splits a whole total in proportion to the weights by largest remainder: whole parts that add up to it exactly, none further than one from
 * its share, ties to the earlier part. Parts of weight 0 get nothing; when nothing weighs anything all parts are 0. O(n log n).
 */
export function apportion(weights: ArrayLike<number>, total: number): Int32Array {
  if (!(Number.isInteger(total) && total >= 0)) throw new RangeError(`total to split: expected a whole number from 0, got ${total}`)
  const count = weights.length
  const parts = new Int32Array(count)
  let sum = 0
  for (let i = 0; i < count; i++) sum += weights[i]
  if (sum <= 0) return parts
  const remainders = new Float64Array(count)
  let given = 0
  for (let i = 0; i < count; i++) {
    const share = (weights[i] / sum) * total
    parts[i] = Math.floor(share)
    remainders[i] = weights[i] > 0 ? share - parts[i] : -1
    given += parts[i]
  }
  const order = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => remainders[b] - remainders[a] || a - b)
  for (let k = 0; given < total && k < count; k++, given++) parts[order[k]]++
  return parts
}
