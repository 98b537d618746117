/** Different sets of instants, numbered in the order they were met; 0 is the empty one. */
export type OpenPatterns = {
  readonly size: number
  /** Number of the set with these bits. */
  of(words: Uint32Array): number
  /** Number of the set that holds both. */
  join(a: number, b: number): number
  words(pattern: number): Uint32Array
}

/** Sets among `count` instants: ceil(count / 32) words each, bit t in word t >> 5. RangeError for others. */
export function openPatterns(count: number): OpenPatterns {
  if (!(Number.isInteger(count) && count > 0)) throw new RangeError(`instants: expected a whole number above 0, got ${count}`)
  const width = Math.ceil(count / 32)
  const known = new Map<string, number>()
  const all: Uint32Array[] = []
  const of = (words: Uint32Array): number => {
    if (words.length !== width) throw new RangeError(`open instants of a site: expected ${width} words for ${count} instants, got ${words.length}`)
    const key = words.join(' ')
    const number = known.get(key) ?? all.length
    if (number === all.length) {
      known.set(key, number)
      all.push(words.slice())
    }
    return number
  }
  of(new Uint32Array(width))
  return {
    get size() { return all.length },
    of,
    join: (a, b) => (a === b || b === 0 ? a : a === 0 ? b : of(all[a].map((word, i) => word | all[b][i]))),
    words: (pattern) => all[pattern],
  }
}
