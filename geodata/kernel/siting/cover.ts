/**
 * Sites and the demands each of them covers. Demands of site s: covered[offsets[s]] .. covered[offsets[s + 1]], each once. Weights are whole numbers of 0 or
 * more, so that a bound may be rounded down; costs null: free.
 */
export type CoverInstance = { sites: number; demands: number; offsets: Int32Array; covered: Int32Array; weights: Float64Array; costs: Float64Array | null }

export function coverInstance(rows: readonly Int32Array[], weights: Float64Array, costs: Float64Array | null): CoverInstance {
  if (costs !== null && costs.length !== rows.length) throw new RangeError(`costs: expected one for each of ${rows.length} sites, got ${costs.length}`)
  if (costs?.some((cost) => !(cost >= 0 && cost < Infinity))) throw new RangeError(`costs: expected 0 or more, got ${costs.find((cost) => !(cost >= 0 && cost < Infinity))}`)
  if (weights.some((weight) => !(weight >= 0 && Number.isSafeInteger(weight)))) throw new RangeError(`weights: expected whole numbers of 0 or more, got ${weights.find((weight) => !(weight >= 0 && Number.isSafeInteger(weight)))}`)
  const offsets = new Int32Array(rows.length + 1)
  rows.forEach((row, site) => { offsets[site + 1] = offsets[site] + row.length })
  const covered = new Int32Array(offsets[rows.length])
  rows.forEach((row, site) => covered.set(row, offsets[site]))
  if (covered.some((demand) => !(demand >= 0 && demand < weights.length))) throw new RangeError(`demands: expected 0 to ${weights.length - 1}, got ${covered.find((demand) => !(demand >= 0 && demand < weights.length))}`)
  return { sites: rows.length, demands: weights.length, offsets, covered, weights, costs }
}

/** The inverted list: sites that cover demand d are places[offsets[d]] .. places[offsets[d + 1]], ascending. O(entries). */
export type PlacesByDemand = { offsets: Int32Array; places: Int32Array }

export function placesByDemand({ sites, demands, offsets, covered }: Pick<CoverInstance, 'sites' | 'demands' | 'offsets' | 'covered'>): PlacesByDemand {
  const starts = new Int32Array(demands + 1)
  for (const demand of covered) starts[demand + 1]++
  for (let demand = 0; demand < demands; demand++) starts[demand + 1] += starts[demand]
  const next = starts.slice(0, demands), places = new Int32Array(covered.length)
  for (let site = 0; site < sites; site++) for (let at = offsets[site]; at < offsets[site + 1]; at++) places[next[covered[at]]++] = site
  return { offsets: starts, places }
}

export const rowOf = (instance: CoverInstance, site: number): Int32Array => instance.covered.subarray(instance.offsets[site], instance.offsets[site + 1])

/** Weight of all demands that one of the sites covers. */
export function coveredWeight(instance: CoverInstance, sites: readonly number[]): number {
  const seen = new Uint8Array(instance.demands)
  let sum = 0
  for (const site of sites) for (const demand of rowOf(instance, site)) if (!seen[demand]) {
    seen[demand] = 1
    sum += instance.weights[demand]
  }
  return sum
}

export const costOf = (instance: Pick<CoverInstance, 'costs'>, sites: readonly number[]): number => (instance.costs ? sites.reduce((sum, site) => sum + (instance.costs?.[site] ?? 0), 0) : 0)
