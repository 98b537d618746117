import type { Overlay } from '../../model/overlay.ts'
import type { Question } from '../../model/question.ts'
import type { SitingWish } from '../../model/siting.ts'
import { asked, askedArea } from '../asked.ts'
import type { ReachCache } from '../cache.ts'
import { cacheOf } from '../caches.ts'
import type { City } from '../columns.ts'
import { answerCoverage } from '../coverage.ts'
import { overlaid } from '../overlaid.ts'
import { reachedMetres } from '../reached.ts'
import type { SitingCandidate } from './candidateRows.ts'
import { candidateRows, changesNetwork, checkCandidates } from './candidateRows.ts'
import { coverInstance } from './cover.ts'
import type { Demands } from './demands.ts'
import { demandsOf } from './demands.ts'
import type { SitingHooks } from './exact.ts'
import { joinOverlays } from './joinOverlays.ts'
import { medianBoundMetres, solveCentre, solveCover, solveMedian, solveSetCover } from './siteObjectives.ts'
import type { Found } from './siteObjectives.ts'
import { reasonsFor } from './siteReasons.ts'
import type { SitingAnswer } from './sitingAnswer.ts'
import { SitingError } from './sitingAnswer.ts'

export type { SitingCandidate } from './candidateRows.ts'
export type { SitingAnswer } from './sitingAnswer.ts'
export { SitingError } from './sitingAnswer.ts'

/**
 * Which steps help most. What stands (today's sites with the overlay) stays: homes it serves drop out. Each candidate counts for what it brings about by itself; the figures after all are those of all steps together. Candidates of no reach are no error. With a
 * budget, setCover means least cost, else fewest steps. RangeError for a wish or a candidate that cannot be meant, SitingError for one that cannot be met.
 * `curveTo`: how far the curve of maxCover goes.
 */
export function answerSiting(today: City, overlay: Overlay, question: Question, candidates: readonly SitingCandidate[], wish: SitingWish, hooks: SitingHooks, cache: ReachCache = cacheOf(today), curveTo = Math.min(wish.k, 10)): SitingAnswer {
  checkWish(wish, candidates)
  const meaning = asked(today, overlay, question)
  const city = overlaid(today, overlay)
  checkCandidates(city, overlay, candidates)
  const area = askedArea(city, question)
  const demands = demandsOf(city, area)
  const before = answerCoverage(today, overlay, question, cache).summary
  const unpriced = wish.budgetYuan === null ? [] : candidates.flatMap((candidate, index) => (candidate.costYuan === null && !wish.locked.includes(index) ? [index] : []))
  const excluded = [...new Set([...wish.excluded, ...unpriced])]
  const boundMetres = wish.objective === 'pMedian' || wish.objective === 'pCentre' ? medianBoundMetres(meaning.limitMetres) : meaning.limitMetres
  const told = candidateRows(city, overlay, question, candidates, demands.demandOf, boundMetres, hooks)
  const cover = coverWithin(demands, told, meaning.limitMetres)
  const costs = wish.budgetYuan === null ? null : Float64Array.from(candidates, (candidate) => candidate.costYuan ?? 0)
  const asking = { city, overlay, question, candidates, demands, told, cover, costs, wish, excluded, before, boundMetres, curveTo, hooks }
  const found: Found = wish.objective === 'maxCover' ? solveCover(asking) : wish.objective === 'setCover' ? solveSetCover(asking) : wish.objective === 'pMedian' ? solveMedian(asking) : solveCentre(asking)
  const all = joinOverlays([overlay, ...found.chosen.map((candidate) => candidates[candidate].overlay)])
  const leftBy = (steps: Overlay): SitingAnswer['stillUncovered'] => leftOut(today, steps, question, demands, meaning.limitMetres, cache)
  const barred = new Set(excluded)
  const { value, unit } = found, stillUncovered = leftBy(all)
  const reasons = reasonsFor(city, demands, question.group, cover, found.chosen, wish.locked, (site) => barred.has(site))
  const taken = (count: number): Overlay[] => reasons.slice(0, count).map(({ candidate }) => candidates[candidate].overlay)
  // Where no way changes, what each gains adds up; where one does, it is walked anew.
  const shifts = taken(reasons.length).some(changesNetwork)
  const left = (at: number): number => (shifts ? leftBy(joinOverlays([overlay, ...taken(at + 1)])).residents : stillUncovered.residents + reasons.slice(at + 1).reduce((sum, { gain }) => sum + gain[question.group], 0))
  // A bound speaks of the candidates that were looked at; cut off before the last of them only the plain one is left.
  const bound = !told.stopped ? found.bound : wish.objective === 'maxCover' ? (wish.landWeight > 0 ? before.residentsTotal : before.residentsTotal - before.residentsCovered) : 0
  const curve = told.stopped ? found.curve.map((point) => ({ ...point, bound, proven: false })) : found.curve
  return {
    ...meaning, objective: wish.objective, chosen: reasons.map((reason, at) => ({ ...reason, left: left(at) })),
    value, bound, gapShare: value === bound ? 0 : Math.abs(bound - value) / Math.max(value, 1e-9), proven: found.proven && !told.stopped, unit, curve,
    stillUncovered, before, after: answerCoverage(today, all, question, cache).summary,
    joint: candidates.some((candidate) => changesNetwork(candidate.overlay)), unreached: told.rows.flatMap((row, index) => (row.demands.length === 0 ? [index] : [])), unpriced,
    boundMetres: found.boundMetres, stopped: hooks.going() && !told.stopped ? 'done' : 'timeLimit',
  }
}

/** Homes that are not covered today, by the candidates that would cover them. */
function coverWithin(demands: Demands, told: ReturnType<typeof candidateRows>, limitMetres: number): ReturnType<typeof coverInstance> {
  const rows = told.rows.map((row) => {
    const covered: number[] = []
    for (let at = 0; at < row.demands.length; at++) if (row.metres[at] <= limitMetres && !(told.before[demands.building[row.demands[at]]] <= limitMetres)) covered.push(row.demands[at])
    return Int32Array.from(covered)
  })
  return coverInstance(rows, new Float64Array(demands.count), null)
}

function leftOut(today: City, all: Overlay, question: Question, demands: Demands, limitMetres: number, cache: ReachCache): SitingAnswer['stillUncovered'] {
  const metres = reachedMetres(overlaid(today, all), all, question, question.group, cache)
  const left = { residents: 0, over60: 0, buildings: 0 }
  for (let demand = 0; demand < demands.count; demand++) {
    if (metres[demands.building[demand]] <= limitMetres) continue
    left.residents += demands.residents[question.group][demand]
    left.over60 += demands.residents['60plus'][demand]
    left.buildings++
  }
  return left
}

function checkWish({ k, objective, targetShare, landWeight, budgetYuan, countsSeats, locked, excluded }: SitingWish, candidates: readonly SitingCandidate[]): void {
  if (objective !== 'setCover' && !(Number.isInteger(k) && k >= 1)) throw new RangeError(`k: expected a whole number of 1 or more, got ${k}`)
  if (objective === 'setCover' && !(targetShare !== null && targetShare > 0 && targetShare <= 1)) throw new RangeError(`targetShare: expected more than 0 and at most 1, got ${targetShare}`)
  if (!(landWeight >= 0 && landWeight <= 1)) throw new RangeError(`landWeight: expected 0 to 1, got ${landWeight}`)
  if (objective === 'pCentre' && budgetYuan !== null) throw new RangeError(`budgetYuan: expected none with pCentre, got ${budgetYuan}`)
  if (countsSeats && objective !== 'maxCover') throw new RangeError(`countsSeats: expected maxCover, got ${objective}`)
  if (budgetYuan !== null && !(budgetYuan >= 0)) throw new RangeError(`budgetYuan: expected 0 or more, got ${budgetYuan}`)
  for (const index of [...locked, ...excluded]) if (!(Number.isInteger(index) && index >= 0 && index < candidates.length)) throw new RangeError(`candidate: expected 0 to ${candidates.length - 1}, got ${index}`)
  if (objective !== 'setCover' && locked.length > k) throw new SitingError('lockedTooMany', { locked: locked.length, k }, `locked: expected at most ${k} candidates, got ${locked.length}`)
  const spent = locked.reduce((sum, index) => sum + (candidates[index].costYuan ?? 0), 0)
  if (budgetYuan !== null && spent > budgetYuan) throw new SitingError('lockedTooDear', { spent, budget: budgetYuan }, `locked: expected to cost at most ${budgetYuan} yuan, got ${spent}`)
}
