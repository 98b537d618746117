/**
 * Demands that are each served whole by one open site, within its seats. metres[site * demands + demand]; needs and seats are whole numbers. The metres are multiples of 1.
 */
export type CapacitatedInstance = { sites: number; demands: number; metres: Float64Array; needs: Int32Array; seats: Int32Array }

export function capacitatedInstance(metres: Float64Array, needs: Int32Array, seats: Int32Array): CapacitatedInstance {
  if (metres.length !== needs.length * seats.length) throw new RangeError(`metres: expected ${seats.length} rows of ${needs.length}, got ${metres.length} numbers`)
  if (metres.some((length) => !(Number.isInteger(length) && length >= 0))) throw new RangeError(`metres: expected whole numbers of 0 or more, got ${metres.find((length) => !(Number.isInteger(length) && length >= 0))}`)
  if (needs.some((need) => need < 0)) throw new RangeError(`needs: expected 0 or more, got ${needs.find((need) => need < 0)}`)
  if (seats.some((room) => room < 0)) throw new RangeError(`seats: expected 0 or more, got ${seats.find((room) => room < 0)}`)
  return { sites: seats.length, demands: needs.length, metres, needs, seats }
}

/** Demands of each open site: an assignment that is kept within the seats. `value` is Infinity where not every demand found a seat. */
export type Assignment = { open: number[]; siteOf: Int32Array; left: Int32Array; value: number }

/** Sum of the metres; Infinity where a demand has no site. */
export const assignedMetres = ({ demands, metres }: CapacitatedInstance, siteOf: Int32Array): number =>
  siteOf.reduce((sum, site, demand) => sum + (site < 0 ? Infinity : metres[site * demands + demand]), 0)

/** Gives each demand a seat: those first that would lose most by not having their nearest (regret), then shifts and swaps till none helps. */
export function assign(instance: CapacitatedInstance, open: readonly number[]): Assignment {
  const { demands, metres, needs, seats } = instance
  const siteOf = new Int32Array(demands).fill(-1), left = seats.slice()
  const waiting = Array.from({ length: demands }, (_, demand) => demand)
  const best = new Int32Array(demands), regret = new Float64Array(demands)
  const look = (demand: number): void => {
    let first = -1, nearest = Infinity, second = Infinity
    for (let n = 0; n < open.length; n++) {
      const site = open[n], length = metres[site * demands + demand]
      if (left[site] < needs[demand]) continue
      if (length < nearest) {
        second = nearest
        nearest = length
        first = site
      } else if (length < second) second = length
    }
    best[demand] = first
    regret[demand] = first < 0 ? Infinity : Math.min(second, 1e6) - nearest + needs[demand] * 1e-3
  }
  waiting.forEach(look)
  while (waiting.length > 0) {
    let at = 0
    for (let n = 1; n < waiting.length; n++) if (regret[waiting[n]] > regret[waiting[at]]) at = n
    const demand = waiting[at], site = best[demand]
    waiting[at] = waiting[waiting.length - 1]
    waiting.pop()
    if (site < 0) return { open: [...open], siteOf, left, value: Infinity }
    siteOf[demand] = site
    left[site] -= needs[demand]
    for (const other of waiting) if (best[other] === site && left[site] < needs[other]) look(other)
  }
  const assignment = { open: [...open], siteOf, left, value: assignedMetres(instance, siteOf) }
  improve(instance, assignment)
  return assignment
}

/** Shifts of one demand, swaps of two and moves of a site to the best place for those it serves, till none helps. */
export function improve(instance: CapacitatedInstance, assignment: Assignment): void {
  for (let better = true; better;) {
    better = false
    while (shift(instance, assignment)) better = true
    while (swap(instance, assignment)) better = true
    if (moveSites(instance, assignment)) better = true
  }
}

function shift({ demands, metres, needs }: CapacitatedInstance, assignment: Assignment): boolean {
  const { open, siteOf, left } = assignment
  let better = false
  for (let demand = 0; demand < demands; demand++) {
    let to = siteOf[demand], least = metres[to * demands + demand]
    for (let n = 0; n < open.length; n++) {
      const site = open[n], length = metres[site * demands + demand]
      if (length < least && left[site] >= needs[demand]) {
        least = length
        to = site
      }
    }
    const from = siteOf[demand]
    if (to === from) continue
    assignment.value -= metres[from * demands + demand] - least
    left[from] += needs[demand]
    left[to] -= needs[demand]
    siteOf[demand] = to
    better = true
  }
  return better
}

function swap({ demands, metres, needs }: CapacitatedInstance, assignment: Assignment): boolean {
  const { siteOf, left } = assignment
  let better = false
  for (let a = 0; a < demands; a++) {
    for (let b = a + 1; b < demands; b++) {
      const siteA = siteOf[a], siteB = siteOf[b]
      if (siteA === siteB) continue
      const saved = metres[siteA * demands + a] + metres[siteB * demands + b] - metres[siteB * demands + a] - metres[siteA * demands + b]
      if (saved <= 1e-9 || left[siteB] + needs[b] < needs[a] || left[siteA] + needs[a] < needs[b]) continue
      left[siteA] += needs[a] - needs[b]
      left[siteB] += needs[b] - needs[a]
      siteOf[a] = siteB
      siteOf[b] = siteA
      assignment.value -= saved
      better = true
    }
  }
  return better
}

function moveSites({ sites, demands, metres, needs, seats }: CapacitatedInstance, assignment: Assignment): boolean {
  const { open, siteOf, left } = assignment
  const isOpen = new Uint8Array(sites)
  for (const site of open) isOpen[site] = 1
  let better = false
  for (let n = 0; n < open.length; n++) {
    const site = open[n], served: number[] = []
    let need = 0, least = 0
    for (let demand = 0; demand < demands; demand++) if (siteOf[demand] === site) {
      served.push(demand)
      need += needs[demand]
      least += metres[site * demands + demand]
    }
    let to = site
    const before = least
    for (let other = 0; other < sites; other++) {
      if (isOpen[other] || seats[other] < need) continue
      let sum = 0
      for (let k = 0; k < served.length && sum < least; k++) sum += metres[other * demands + served[k]]
      if (sum < least) {
        least = sum
        to = other
      }
    }
    if (to === site) continue
    for (const demand of served) siteOf[demand] = to
    isOpen[site] = 0
    isOpen[to] = 1
    left[site] = seats[site]
    left[to] = seats[to] - need
    open[n] = to
    assignment.value -= before - least
    better = true
  }
  return better
}
