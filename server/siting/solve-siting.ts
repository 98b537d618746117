import type { City } from '../../geodata/kernel/columns.ts'
import { answerSiting, type SitingAnswer, type SitingError } from '../../geodata/kernel/siting/siteCity.ts'
import { areaLevels } from '../../geodata/model/area.ts'
import type { Overlay } from '../../geodata/model/overlay.ts'
import type { JobStage } from '../../geodata/words/jobs.ts'
import type { JobProgress } from '../jobs/job-task.ts'
import { progressTeller } from '../jobs/progress-teller.ts'
import { highsSolver } from './highs.ts'
import type { SitingFound, SitingNote, SitingProblem } from './siting-messages.ts'

/** Which candidates help most; a search that sees that its time is over stops with the best so far. Throws SitingError for what cannot be met. */
export async function solveSiting(city: City, { question, overlay, candidates, wish, curve, limitMilliseconds }: SitingProblem, told: (progress: JobProgress) => void): Promise<SitingFound> {
  const began = performance.now(), remaining = (): number => limitMilliseconds - (performance.now() - began)
  const progress = progressTeller(told)
  // The pack of an area ends where nobody in it walks to: what lies beyond is as far as what is cut off.
  const knows = knownIn(city)
  const standing: Overlay = overlay.shut ? { ...overlay, shut: new Set([...overlay.shut].filter((id) => city.facilities.byId.has(id) || overlay.added.some((site) => site.id === id))) } : overlay
  const chances = candidates.map(({ answer, overlay: change }) => ({ id: answer.id, overlay: knows(change) ? change : nothing(change), costYuan: answer.costYuan }))
  const answer = answerSiting(city, standing, question, chances, wish, {
    exact: await highsSolver(remaining), going: () => remaining() > 0, progress: (stage, done, total) => progress({ stage: stages[stage], done, total }),
  }, undefined, curve)
  return toldBy(city, candidates.map((one) => one.answer), answer, (performance.now() - began) / 1000)
}

const knownIn = ({ facilities, gates }: City) => ({ admissions, openedGates }: Overlay): boolean => admissions.every(({ facility }) => facilities.byId.has(facility)) && openedGates.every((gate) => gates.node[gates.ids.indexOf(gate)] >= 0)
const nothing = (overlay: Overlay): Overlay => ({ ...overlay, admissions: [], openedGates: [], seats: [] })

const stages: Readonly<Record<'rows' | 'search' | 'bound' | 'exact', JobStage>> = { rows: 'siteRows', search: 'siteSearch', bound: 'siteBound', exact: 'siteExact' }

/** Names and codes in the place of indexes. */
function toldBy({ areas }: City, candidates: readonly SitingProblem['candidates'][number]['answer'][], answer: SitingAnswer, seconds: number): SitingFound {
  const { chosen, value, bound, gapShare, proven, unit, curve, before, after, stillUncovered, joint, unreached, unpriced, stopped } = answer
  const named = (at: number): { id: string; name: string } => ({ id: candidates[at].id, name: candidates[at].name })
  /** Grids are numbered within their community. */
  const areaOf = (at: number): { code: string; name: string } => {
    if (at >= areas.count) return { code: 'outside', name: '区域外' }
    const above = areas.parents[at], isGrid = areaLevels[areas.levels[at]] === 'grid'
    return { code: areas.codes[at], name: `${isGrid && above >= 0 ? areas.names[above] : ''}${areas.names[at]}` }
  }
  return {
    chosen: chosen.map((one) => ({
      candidate: candidates[one.candidate], gain: one.gain, buildingsGained: one.buildingsGained, byArea: one.byArea.map(({ area, residents }) => ({ ...areaOf(area), residents })),
      beats: one.beats && { ...named(one.beats.candidate), by: one.beats.by }, left: one.left,
    })),
    value, bound: Number.isFinite(bound) ? bound : null, gapShare: Number.isFinite(gapShare) ? gapShare : null, proven, unit, curve: curve.map((point) => ({ ...point, bound: Number.isFinite(point.bound) ? point.bound : null, chosen: point.chosen.map((at) => candidates[at].id) })),
    before, after, stillUncovered, joint, unreached: unreached.map(named), unpriced: unpriced.map(named), stopped, seconds,
  }
}

/** What of a problem could not be met, as a note. */
export function sitingRefusal({ code, details }: SitingError): Extract<SitingNote, { kind: 'refused' | 'late' }> {
  const percent = (share: number | undefined): number => Math.floor((share ?? 0) * 1000) / 10
  switch (code) {
    case 'targetOutOfReach': return { kind: 'refused', code: 'targetTooHigh', details: { expected: percent(details['target']), found: percent(details['reachable']) } }
    case 'timeOver': return { kind: 'late' }
    case 'lockedTooMany': return { kind: 'refused', code, details: { found: details['locked'] ?? null, expected: details['k'] ?? null } }
    case 'lockedTooDear': return { kind: 'refused', code, details: { found: details['spent'] ?? null, expected: details['budget'] ?? null } }
    case 'someoneOutOfReach': return { kind: 'refused', code, details: { expected: details['k'] ?? null } }
  }
}
