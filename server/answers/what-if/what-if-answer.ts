import type { AnswerOf, BodyOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { whatIf } from '../../../geodata/contract/whatIf.ts'
import type { CoverageAnswer } from '../../../geodata/kernel/figures.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { answerWhatIf } from '../../../geodata/kernel/whatIf.ts'
import { groups } from '../../../geodata/model/facility.ts'
import type { Step } from '../../../geodata/model/step.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { stepSentence } from '../../../geodata/words/steps.ts'
import { checkWithin, viewOf } from '../../security/visibility.ts'
import { areaRows, shares } from '../coverage.ts'
import { describeQuestion, describeRule } from '../describe.ts'
import { describeHour, momentOf } from '../hours/moment.ts'
import type { OpenCity } from '../open-city.ts'
import { standingOf } from '../standing.ts'
import { changedBuildings } from './changed-buildings.ts'
import { stepsOverlay } from './steps-overlay.ts'
import { checkOnLand } from './water.ts'
import { todaysQuestion } from './todays-question.ts'

type Answer = AnswerOf<typeof whatIf>
const measures = ['residents', 'households', 'buildings', 'landSquareMetres', 'communities'] as const

/** What steps would do, against today or against other steps, by every denominator, group and area. Within the areas of the account, so that all figures are exact. */
export async function whatIfAnswer(open: OpenCity, query: QueryOf<typeof whatIf>, { steps, against = [] }: BodyOf<typeof whatIf>, reader: Reader, language: Language): Promise<Answer> {
  const question = todaysQuestion(open, query)
  checkWithin(open, reader, question.area)
  const view = viewOf(open, reader, question.area)
  for (const list of [against, steps]) await checkOnLand(open, list, language)
  const { overlay, hour } = await momentOf(open, question, undefined)
  const before = stepsOverlay(open, overlay, against, question, language), after = stepsOverlay(open, overlay, steps, question, language)
  const found = answerWhatIf(open.city, before, after, question, open.cache)
  const states = { before: answerStates(open.city, before, question, open.cache), after: found.states }
  const told = (answer: CoverageAnswer): Answer['before'] => shares(open, view, question.group, answer.summary, answer.area)
  const [was, is] = [told(found.before), told(found.after)]
  return {
    question: describeQuestion(open, found.after, null, language), rule: describeRule(open, found.after, language, hour), hour: describeHour(hour, language),
    ...standingOf(open.identity, open.versions, open.catalogue.version, question.category), protection: null,
    steps: await stepsTold(open, steps, language),
    before: was, after: is,
    difference: {
      residents: difference(was.residents, is.residents), households: difference(was.households, is.households), buildings: difference(was.buildings, is.buildings), landSquareMetres: difference(was.landSquareMetres, is.landSquareMetres),
      communities: difference(was.communities, is.communities), facilities: is.facilities - was.facilities, admittingFacilities: is.admittingFacilities - was.admittingFacilities,
    },
    groups: groups.map((group) => ({ group, ...found.groups[group] })),
    ...byArea(areaRows(open, view, found.before), areaRows(open, view, found.after)),
    gained: await changedBuildings(open, after, question, found.gained, states), lost: await changedBuildings(open, after, question, found.lost, states),
    states: found.after.states.map(({ state, buildings }, at) => ({ state, before: found.before.states[at].buildings, after: buildings })),
  }
}

const difference = (before: { covered: number | null }, after: { covered: number | null }): number => (after.covered ?? 0) - (before.covered ?? 0)

type Rows = ReturnType<typeof areaRows>

function byArea(before: Rows, after: Rows): Pick<Answer, 'byArea' | 'levelsLeftOut'> {
  const was = new Map(before.byArea.map((row) => [row.code, row]))
  return {
    levelsLeftOut: after.levelsLeftOut,
    byArea: after.byArea.map((row) => {
      const then = was.get(row.code)
      const { code, name, level, parent } = row
      const of = (measure: (typeof measures)[number]): Answer['byArea'][number]['residents'] => ({ before: then?.[measure].covered ?? null, after: row[measure].covered, total: row[measure].total })
      return { code, name, level, parent, residents: of('residents'), households: of('households'), buildings: of('buildings'), landSquareMetres: of('landSquareMetres'), communities: of('communities') }
    }),
  }
}

async function stepsTold(open: OpenCity, steps: readonly Step[], language: Language): Promise<Answer['steps']> {
  const added = new Map(steps.flatMap((step) => (step.kind === 'add' ? [[step.site.id, step.site.name] as const] : [])))
  const gates = new Map<string, string>()
  for (const step of steps) {
    const gate = step.kind === 'openGate' ? await open.names.record('gate', step.gate) : null
    if (gate && 'locked' in gate) gates.set(gate.id, gate.name)
  }
  const { facilities } = open.city
  const nameOf = (id: string): string => added.get(id) ?? gates.get(id) ?? (facilities.byId.has(id) ? facilities.names[facilities.byId.get(id) ?? -1] : id)
  return steps.map((step) => ({ kind: step.kind, sentence: stepSentence(step, nameOf, language) }))
}
