/** Classes of a legend: as many as can be told apart at a glance. */
export const classCount = 5

/**
 * Upper bounds of classes that hold about equally many of the values, rising and all different; the last is the largest value. Zeros are not counted: they
 * have no colour. Empty when there is nothing above zero. O(n log n).
 */
export function quantileBounds(values: Iterable<number>, classes: number = classCount): number[] {
  if (!(Number.isInteger(classes) && classes >= 1)) throw new RangeError(`classes: expected a whole number from 1, got ${classes}`)
  const sorted = Float64Array.from(values).filter((value) => value > 0).sort()
  const bounds: number[] = []
  for (let one = 1; one <= classes && sorted.length > 0; one++) {
    const bound = sorted[Math.ceil((one * sorted.length) / classes) - 1]
    if (bound !== bounds[bounds.length - 1]) bounds.push(bound)
  }
  return bounds
}
