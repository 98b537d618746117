/** The known name that takes fewest changes to reach, when it takes few; null: nothing is near. */
export function nearestName(found: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.floor(found.length / 3)) + 1
  for (const name of known) {
    const changes = distance(found.toLowerCase(), name.toLowerCase())
    if (changes >= least) continue
    least = changes
    best = name
  }
  return best
}

/** Levenshtein, 1965: letters put in, taken out or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]
}
