import type { Overlay } from '../../model/overlay.ts'
import type { Question } from '../../model/question.ts'
import type { SitingWish } from '../../model/siting.ts'
import type { City } from '../columns.ts'
import type { Summary } from '../figures.ts'
import { quantum } from '../network.ts'
import { sourcesOf } from '../sources.ts'
import { wayOf } from '../way.ts'
import type { CandidateRows, SitingCandidate } from './candidateRows.ts'
import { candidateRows } from './candidateRows.ts'
import type { CoverInstance } from './cover.ts'
import { costOf, coveredWeight } from './cover.ts'
import type { Demands } from './demands.ts'
import { weightsOf } from './demands.ts'
import type { SitingHooks, Solution } from './exact.ts'
import { joinOverlays } from './joinOverlays.ts'
import { maxCover } from './maxCover.ts'
import { medianInstance } from './median.ts'
import { longestWalk, pCentre } from './pCentre.ts'
import { pMedian } from './pMedian.ts'
import { seatedCover } from './seated.ts'
import { setCover } from './setCover.ts'
import type { SitingAnswer } from './sitingAnswer.ts'
import { SitingError } from './sitingAnswer.ts'

/** All an objective is solved from. `cover`: homes not covered today, weights 0 until an objective gives them. `excluded`: with those of unknown cost. */
export type Asking = {
  city: City; overlay: Overlay; question: Question; candidates: readonly SitingCandidate[]; demands: Demands; told: CandidateRows; cover: CoverInstance; costs: Float64Array | null
  wish: SitingWish; excluded: readonly number[]; before: Summary; boundMetres: number; curveTo: number; hooks: SitingHooks
}

export type Found = Pick<SitingAnswer, 'value' | 'bound' | 'proven' | 'unit' | 'curve' | 'boundMetres'> & { chosen: number[] }

/** Three limits: whoever is farther from every site than that walks there no more than whoever is at that. */
export const medianBoundMetres = (limitMetres: number): number => Math.ceil(3 * limitMetres)

export function solveCover({ candidates, cover, demands, question, wish, excluded, costs, boundMetres, curveTo, hooks }: Asking): Found {
  const { weights, parts } = weightsOf(demands, question.group, wish.landWeight)
  const instance: CoverInstance = { ...cover, weights, costs }
  const seats = wish.countsSeats ? Float64Array.from(candidates, (candidate) => seatsOf(candidate) * parts) : null
  const at = (most: number): Solution => {
    const limits = { most, budget: wish.budgetYuan ?? Infinity, locked: wish.locked, excluded }
    return seats ? seatedCover(instance, seats, limits, hooks) : maxCover(instance, limits, hooks)
  }
  const toldIn = ({ value, bound, proven, chosen }: Solution): Pick<Found, 'value' | 'bound' | 'proven' | 'chosen'> => ({ value: value / parts, bound: bound / parts, proven, chosen })
  const answer = toldIn(at(wish.k))
  const curve: Found['curve'] = []
  for (let k = Math.max(1, wish.locked.length); k <= curveTo; k++) {
    if (k === wish.k) curve.push({ k, ...answer })
    else if (hooks.going()) curve.push({ k, ...toldIn(at(k)) })
    hooks.progress('search', k, curveTo)
  }
  return { ...answer, unit: 'residents', curve, boundMetres }
}

/** Seats a candidate brings, one person each; 0 where nobody has said how many, and where it opens no site. */
function seatsOf({ overlay }: SitingCandidate): number {
  const said = new Map<string, number>()
  for (const site of overlay.added) said.set(site.id, site.capacity.seats ?? 0)
  for (const { facility, seats } of overlay.seats ?? []) said.set(facility, seats ?? 0)
  return [...said.values()].reduce((sum, seats) => sum + seats, 0)
}

export function solveSetCover({ cover, demands, told, question, wish, excluded, costs, before, boundMetres, hooks }: Omit<Asking, 'city' | 'overlay' | 'candidates' | 'curveTo'>): Found {
  const instance: CoverInstance = { ...cover, weights: demands.residents[question.group], costs }
  const target = Math.max(0, Math.ceil((wish.targetShare ?? 0) * before.residentsTotal - 1e-9) - before.residentsCovered)
  const found = setCover(instance, { target, locked: wish.locked, excluded }, hooks)
  const total = Math.max(1, before.residentsTotal)
  const outOfReach = (most: number): SitingError => {
    const reachable = (before.residentsCovered + most) / total
    return new SitingError('targetOutOfReach', { target: wish.targetShare ?? 0, reachable }, `targetShare: expected at most ${reachable}${wish.budgetYuan === null ? '' : ` within ${wish.budgetYuan} yuan`}, got ${wish.targetShare}`)
  }
  if (!found.met) {
    // Of candidates that were not looked at nobody knows what they cover.
    if (told.stopped) throw tooLate()
    throw outOfReach(found.most)
  }
  const { solution } = found
  if (wish.budgetYuan !== null && solution.value > wish.budgetYuan) {
    const most = maxCover(instance, { most: instance.sites, budget: wish.budgetYuan, locked: wish.locked, excluded }, hooks)
    if (coveredWeight(instance, most.chosen) >= target) {
      const value = costOf(instance, most.chosen), bound = Math.min(solution.bound, value)
      return { chosen: most.chosen, value, bound, proven: bound >= value, unit: 'yuan', curve: [], boundMetres }
    }
    // Cut short, a dearer choice than the budget says nothing about whether a cheaper one is there.
    const atMost = solution.bound > wish.budgetYuan ? Math.min(most.bound, target - 1) : most.bound
    if (told.stopped || atMost >= target) throw tooLate()
    throw outOfReach(atMost)
  }
  return { ...solution, unit: costs ? 'yuan' : 'steps', curve: [], boundMetres }
}

export function solveMedian({ demands, told, question, wish, excluded, costs, boundMetres, hooks }: Asking): Found {
  const standing = Float64Array.from(demands.building, (at) => Math.min(boundMetres, told.before[at]))
  // Straight metres are no multiples of the quantum; a thousandth of one is finer than they are told.
  const step = question.metric === 'straight' ? quantum / 1000 : quantum
  const instance = medianInstance(told.rows, demands.residents[question.group], standing, costs, step)
  return { ...pMedian(instance, { most: wish.k, budget: wish.budgetYuan ?? Infinity, locked: wish.locked, excluded }, hooks), unit: 'personMetres', curve: [], boundMetres }
}

/** Walks are looked at as far as it takes until the sites can serve all whom any of them can. */
export function solveCentre(asking: Asking): Found {
  const { city, overlay, question, candidates, demands, wish, excluded, hooks } = asking
  const everything = joinOverlays([overlay, ...candidates.flatMap((candidate, index) => (excluded.includes(index) ? [] : [candidate.overlay]))])
  const atAll = wayOf(city, everything, question).column(sourcesOf(city, everything, question.category, question.group), Infinity, null)
  const stands = wayOf(city, overlay, question).column(sourcesOf(city, overlay, question.category, question.group), Infinity, null)
  const wanted: number[] = []
  for (let demand = 0; demand < demands.count; demand++) if (demands.residents[question.group][demand] > 0 && atAll[demands.building[demand]] < Infinity) wanted.push(demand)
  const demandOf = new Int32Array(city.buildings.count).fill(-1)
  wanted.forEach((demand, at) => { demandOf[demands.building[demand]] = at })
  const standing = Float64Array.from(wanted, (demand) => stands[demands.building[demand]])
  const longest = standing.reduce((most, metres) => Math.max(most, metres), 0)
  if (wanted.length === 0) return { chosen: [...wish.locked], value: 0, bound: 0, proven: true, unit: 'metres', curve: [], boundMetres: asking.boundMetres }
  let inHand: Found | null = null
  for (let boundMetres = asking.boundMetres; ; boundMetres *= 2) {
    const looked = boundMetres === asking.boundMetres ? { rows: remapped(asking.told, demands, demandOf), stopped: asking.told.stopped } : candidateRows(city, overlay, question, candidates, demandOf, boundMetres, hooks)
    // Who stands farther than was looked at counts as nobody's until a site is found for them.
    const near = standing.map((metres) => (metres <= boundMetres ? metres : longest < Infinity ? metres : Infinity))
    const found = pCentre({ rows: looked.rows, standing: near }, { most: wish.k, locked: wish.locked, excluded }, hooks)
    if (found.value <= boundMetres || (found.value < Infinity && found.value <= longest && boundMetres >= longest)) return { ...found, unit: 'metres', curve: [], boundMetres }
    if (found.value < Infinity && !looked.stopped) {
      // What was not looked at may be shorter than what was found; the sites found are walked to from everywhere.
      const { rows } = candidateRows(city, overlay, question, found.chosen.map((site) => candidates[site]), demandOf, Infinity, { ...hooks, going: () => true })
      const value = longestWalk(rows, [...rows.keys()], standing), bound = Math.min(found.bound, boundMetres, value)
      inHand = { chosen: found.chosen, value, bound, proven: bound >= value, unit: 'metres', curve: [], boundMetres }
    }
    if (!hooks.going() || boundMetres > 60_000) {
      if (inHand) return inHand
      // That none was found says nothing while it is not decided that there is none.
      if (!hooks.going() || looked.stopped || found.bound < Infinity) throw tooLate()
      throw new SitingError('someoneOutOfReach', { k: wish.k }, `k: expected enough sites for everybody who can walk to one, got ${wish.k}`)
    }
  }
}

const tooLate = (): SitingError => new SitingError('timeOver', {}, 'time: expected more, got none left before anything was found')

function remapped(told: CandidateRows, demands: Demands, demandOf: Int32Array): CandidateRows['rows'] {
  return told.rows.map((row) => {
    const kept: number[] = [], metres: number[] = []
    for (let at = 0; at < row.demands.length; at++) {
      const demand = demandOf[demands.building[row.demands[at]]]
      if (demand < 0) continue
      kept.push(demand)
      metres.push(row.metres[at])
    }
    return { demands: kept, metres }
  })
}
