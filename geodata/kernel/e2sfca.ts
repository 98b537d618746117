import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import { asked, askedArea } from './asked.ts'
import type { City } from './columns.ts'
import type { Asked } from './figures.ts'
import { footingFor } from './footing.ts'
import { ledgerOf, rollUp } from './ledger.ts'
import { overlaid } from './overlaid.ts'
import type { Row } from './row.ts'
import { reachRow } from './row.ts'
import { seatsIn } from './seats.ts'
import type { Source } from './sources.ts'
import { sourcesOf } from './sources.ts'
import { straightRow } from './straight.ts'
import { tallyTotals } from './tally.ts'

/** How much a place counts within a share of the limit: up to `within` of it, both ends included, it counts `weight`. */
export type DecayZone = { within: number; weight: number }

/**
 * Three zones of equal width with the weights of the first of the paper's two sets (1, 0.68, 0.22), which it takes from a Gaussian and uses for 10, 20 and
 * 30 minutes of driving; here the zones are thirds of the limit walked.
 */
export const decayZones: readonly DecayZone[] = [{ within: 1 / 3, weight: 1 }, { within: 2 / 3, weight: 0.68 }, { within: 1, weight: 0.22 }]

/** One site that admits the group. */
export type AccessSite = {
  /** As in GapAnswer.nearest. */
  facility: number
  /** null: nobody knows; the site then offers nothing here and is counted. */
  seats: number | null
  /** Persons in reach, each by the weight of the zone; 0 = nobody. NaN where the seats are unknown. */
  weightedDemand: number
}

export type AccessAnswer = Asked & {
  /** Index of the asked area, -1 for the whole city. */
  area: number
  sites: AccessSite[]
  /** Places per person, by building. */
  access: Float64Array
  /** Seats at sites that somebody reaches: what access x demand adds up to over the city. */
  seatsInReach: number
  /** By area, areas.count = outside: the sum of access x demand, and the demand. */
  supplied: Float64Array
  demand: Float64Array
}

/**
 * Enhanced two-step floating catchment area: W. Luo, Y. Qi, An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial accessibility
 * to primary care physicians, Health & Place 15 (2009) 1100-1107, doi:10.1016/j.healthplace.2009.06.002. Step 1: R_j = S_j / sum over i of P_i W_ij. Step 2:
 * A_i = sum over j of R_j W_ij. S: seats of sites that admit the group; P: persons of the group by building; W: by zone of the limit, 0 beyond it. What is
 * offered is kept: the sum of A_i P_i is the sum of S_j over sites with somebody in reach. One row of reach is held at a time: O(buildings) memory, and
 * O(sites x what a walk within the limit touches) time.
 */
export function answerAccess(today: City, overlay: Overlay, question: Question, zones: readonly DecayZone[] = decayZones): AccessAnswer {
  checkZones(zones)
  const meaning = asked(today, overlay, question)
  const city = overlaid(today, overlay)
  const area = askedArea(city, question)
  const persons = city.buildings.residents[question.group]
  const rowOf = rowsOf(city, overlay, question, meaning.limitMetres)
  const seatsOf = seatsIn(city, overlay)
  const limits = zones.map(({ within }) => within * meaning.limitMetres)
  const weightAt = (metres: number): number => {
    for (let zone = 0; zone < limits.length; zone++) if (metres <= limits[zone]) return zones[zone].weight
    return 0
  }
  const access = new Float64Array(city.buildings.count)
  let seatsInReach = 0
  const sites = sourcesOf(city, overlay, question.category, question.group).map((source): AccessSite => {
    const seats = seatsOf(source)
    if (seats === null) return { facility: source.facility, seats, weightedDemand: NaN }
    const { buildings, metres } = rowOf(source)
    let weightedDemand = 0
    for (let k = 0; k < buildings.length; k++) weightedDemand += persons[buildings[k]] * weightAt(metres[k])
    if (weightedDemand > 0 && seats > 0) {
      const ratio = seats / weightedDemand
      for (let k = 0; k < buildings.length; k++) access[buildings[k]] += ratio * weightAt(metres[k])
      seatsInReach += seats
    }
    return { facility: source.facility, seats, weightedDemand }
  })
  return { ...meaning, area, sites, access, seatsInReach, supplied: suppliedBy(city, access, persons), demand: tallyTotals(city, question.group).residentsTotal }
}

function checkZones(zones: readonly DecayZone[]): void {
  let before = 0
  for (const { within, weight } of zones) {
    if (!(within > before && within <= 1)) throw new RangeError(`zones: expected rising shares of the limit above ${before} up to 1, got ${within}`)
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`weight of the zone up to ${within}: expected a number from 0, got ${weight}`)
    before = within
  }
  if (before !== 1) throw new RangeError(`zones: expected the last to end at 1, the limit, got ${before}`)
}

function rowsOf(city: City, overlay: Overlay, question: Question, boundMetres: number): (source: Source) => Row {
  if (question.metric === 'straight') return (source) => straightRow(city, source, boundMetres)
  const footing = footingFor(city, overlay, question)
  return (source) => reachRow(footing, source, boundMetres)
}

function suppliedBy(city: City, access: Float64Array, persons: Int32Array): Float64Array {
  const { area, estate, count } = city.buildings
  const supplied = new Float64Array(city.areas.count + 1)
  for (let i = 0; i < count; i++) {
    const places = access[i] * persons[i]
    if (places === 0) continue
    supplied[area[i]] += places
    if (estate[i] >= 0) supplied[estate[i]] += places
  }
  rollUp(city, ledgerOf(city).upward, supplied)
  return supplied
}
