/** Bare greedy covering over the entries: each turn the site whose uncovered demands weigh most, all gains counted anew. What a siting must at least do. */
export function bareGreedy(rows: readonly Int32Array[], weights: ArrayLike<number>, most: number): number {
  const seen = new Uint8Array(weights.length)
  let value = 0
  for (let turn = 0; turn < most; turn++) {
    let best = -1, gain = 0
    for (let site = 0; site < rows.length; site++) {
      let sum = 0
      const row = rows[site]
      for (let at = 0; at < row.length; at++) if (!seen[row[at]]) sum += weights[row[at]]
      if (sum > gain) [best, gain] = [site, sum]
    }
    if (best < 0) break
    for (const demand of rows[best]) seen[demand] = 1
    value += gain
  }
  return value
}
