/**
 * Demands and the metres to the sites that are nearer to them than what already stands. Entries of site s: offsets[s] .. offsets[s + 1], nearest first.
 * standing[d]: metres of demand d while nothing is chosen (to a site that stands, or the bound beyond which all counts alike). All metres are multiples of `quantum`, weights whole.
 */
export type MedianInstance = {
  sites: number; demands: number; offsets: Int32Array; reached: Int32Array; metres: Float64Array
  weights: Float64Array; standing: Float64Array; costs: Float64Array | null; quantum: number
}

export type MedianRow = { demands: ArrayLike<number>; metres: ArrayLike<number> }

/** Entries that are no nearer than what stands are left out. O(entries log entries). */
export function medianInstance(rows: readonly MedianRow[], weights: Float64Array, standing: Float64Array, costs: Float64Array | null, quantum: number): MedianInstance {
  if (standing.length !== weights.length) throw new RangeError(`standing: expected one for each of ${weights.length} demands, got ${standing.length}`)
  if (standing.some((metres) => !(metres >= 0 && metres < Infinity))) throw new RangeError(`standing: expected metres of 0 or more, got ${standing.find((metres) => !(metres >= 0 && metres < Infinity))}`)
  if (!(quantum > 0)) throw new RangeError(`quantum: expected more than 0, got ${quantum}`)
  const offsets = new Int32Array(rows.length + 1)
  const kept = rows.map((row, site) => {
    const order: number[] = []
    for (let at = 0; at < row.demands.length; at++) if (row.metres[at] < standing[row.demands[at]] && weights[row.demands[at]] > 0) order.push(at)
    offsets[site + 1] = offsets[site] + order.length
    return order.sort((a, b) => row.metres[a] - row.metres[b] || row.demands[a] - row.demands[b])
  })
  const reached = new Int32Array(offsets[rows.length]), metres = new Float64Array(offsets[rows.length])
  kept.forEach((order, site) => order.forEach((at, n) => {
    reached[offsets[site] + n] = rows[site].demands[at]
    metres[offsets[site] + n] = rows[site].metres[at]
  }))
  return { sites: rows.length, demands: weights.length, offsets, reached, metres, weights, standing, costs, quantum }
}

/** Sites of each demand, nearest first. O(entries log entries). */
export type NearestFirst = { offsets: Int32Array; places: Int32Array; metres: Float64Array }

export function nearestFirst({ sites, demands, offsets, reached, metres }: MedianInstance): NearestFirst {
  const starts = new Int32Array(demands + 1)
  for (const demand of reached) starts[demand + 1]++
  for (let demand = 0; demand < demands; demand++) starts[demand + 1] += starts[demand]
  const owner = new Int32Array(reached.length)
  for (let site = 0; site < sites; site++) owner.fill(site, offsets[site], offsets[site + 1])
  // Entries nearest first, dealt out to their demands: each then is nearest first.
  const order = Int32Array.from(reached, (_, at) => at).sort((a, b) => metres[a] - metres[b] || owner[a] - owner[b])
  const next = starts.slice(0, demands), places = new Int32Array(reached.length), sorted = new Float64Array(reached.length)
  for (const at of order) {
    const to = next[reached[at]]++
    places[to] = owner[at]
    sorted[to] = metres[at]
  }
  return { offsets: starts, places, metres: sorted }
}

/** Weighted metres of all demands to the nearest of the sites, or to what stands. */
export function medianValue(instance: MedianInstance, sites: readonly number[]): number {
  const metres = instance.standing.slice()
  for (const site of sites) for (let at = instance.offsets[site]; at < instance.offsets[site + 1]; at++) if (instance.metres[at] < metres[instance.reached[at]]) metres[instance.reached[at]] = instance.metres[at]
  return metres.reduce((sum, length, demand) => sum + length * instance.weights[demand], 0)
}
