import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { sitingResult } from '../../geodata/contract/siting.ts'
import type { Summary } from '../../geodata/kernel/figures.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { sitingMethod, sitingReason } from '../../geodata/words/siting.ts'
import type { SitingAsk, SitingStored } from './siting-messages.ts'

type Answer = AnswerOf<typeof sitingResult>

/** Areas named in a reason. */
const mostAreasNamed = 3

/** What a job of siting found, in the reader's language. */
export function tellSiting({ asked, candidates, found }: SitingStored, { body }: SitingAsk, language: Language): Answer {
  const { wish, head, standing } = asked
  const { chosen, before, after, stillUncovered, proven, gapShare, joint, stopped } = found
  const [was, is] = [covered(before), covered(after)]
  const difference = (measure: keyof typeof was): number => (is[measure].covered ?? 0) - (was[measure].covered ?? 0)
  return {
    question: head[language].question, rule: head[language].rule, ...standing, objective: wish.objective, k: wish.k, targetShare: wish.targetShare,
    chosen: chosen.map(({ candidate, gain, buildingsGained, byArea, beats, left }) => ({
      candidate, gain, buildingsGained, byArea, beats,
      sentence: sitingReason({
        gained: gain.all, over60: gain['60plus'], areas: byArea.slice(0, mostAreasNamed).map(({ name }) => name), beats,
        uncovered: left,
      }, language),
    })),
    value: found.value, bound: found.bound, gapShare, proven, unit: found.unit, curve: found.curve, before: was, after: is,
    difference: { residents: difference('residents'), households: difference('households'), buildings: difference('buildings'), landSquareMetres: difference('landSquareMetres'), communities: difference('communities') },
    stillUncovered, joint, unreached: [...found.unreached, ...asked.shut, ...asked.inWater], unpriced: found.unpriced, noGo: asked.noGo, candidates, seconds: Math.round(found.seconds * 100) / 100, stopped,
    method: sitingMethod({ objective: wish.objective, k: wish.k, targetPercent: wish.targetShare === null ? null : Math.round(wish.targetShare * 1000) / 10, candidates, proven, gapPercent: gapShare === null ? null : Math.round(gapShare * 10_000) / 100, joint, stopped }, language),
    steps: body.steps ?? [],
  }
}

function covered(figures: Summary): Pick<Answer['before'], 'residents' | 'households' | 'buildings' | 'landSquareMetres' | 'communities'> {
  const of = (part: number, total: number): { covered: number; total: number; share: number | null } => ({ covered: part, total, share: total === 0 ? null : part / total })
  return {
    residents: { ...of(figures.residentsCovered, figures.residentsTotal), estimatedShare: figures.residentsTotal === 0 ? null : figures.residentsEstimated / figures.residentsTotal },
    households: of(figures.householdsCovered, figures.householdsTotal), buildings: of(figures.buildingsCovered, figures.buildingsTotal),
    landSquareMetres: of(figures.landCovered, figures.landTotal), communities: of(figures.communitiesCovered, figures.communitiesTotal),
  }
}
