import { asked } from '../../../geodata/kernel/asked.ts'
import type { CandidateAnswer } from '../../../geodata/contract/siting.ts'
import { isOpenAt } from '../../../geodata/hours/open.ts'
import { readInstant } from '../../../geodata/hours/clock.ts'
import { networkPoints } from '../../../geodata/kernel/siting/points.ts'
import { shapeHolds } from '../../../geodata/kernel/inner.ts'
import { candidateKinds, type CandidateKind } from '../../../geodata/model/candidate.ts'
import { emptyOverlay, type Overlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { pointName } from '../../../geodata/words/siting.ts'
import { checkWithin } from '../../security/visibility.ts'
import type { SitingAsk, SitingProblem } from '../../siting/siting-messages.ts'
import { checkTexts } from '../checked-texts.ts'
import { describeQuestion, describeRule } from '../describe.ts'
import { momentOf } from '../hours/moment.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { standingOf } from '../standing.ts'
import { openingOf, stepsOverlay } from '../what-if/steps-overlay.ts'
import { checkOnLand, waterOf } from '../what-if/water.ts'
import { todaysQuestion } from '../what-if/todays-question.ts'
import { candidateList, newSite } from './candidate-list.ts'

/** Kinds that come from lists; the others are asked for by naming them. */
const listedKinds: readonly CandidateKind[] = ['closedResource', 'lockedGate', 'vacantPremises', 'plannedSite']
const usualLimitSeconds = 120
const mostCurve = 10

/** A request as a problem that a thread can solve. Throws Refusal for whatever of it cannot be asked. */
export async function sitingProblem(open: OpenCity, { query, body, reader }: SitingAsk, language: Language): Promise<SitingProblem> {
  const question = todaysQuestion(open, query)
  checkWithin(open, reader, question.area)
  const { objective, k, targetShare, locked = [], excluded = [], curve, limitSeconds = usualLimitSeconds } = body
  if (objective === 'setCover' && targetShare === undefined) throw new Refusal('targetMissing')
  if (objective !== 'setCover' && locked.length > k) throw new Refusal('lockedTooMany', { found: locked.length, expected: k })
  checkTogether(body)
  await checkOnLand(open, body.steps ?? [], language)
  const moment = await momentOf(open, question, undefined)

  // What the scenario does already is no longer to be chosen.
  const taken = takenBy(body.steps ?? [])
  const all = (await offered(open, question, { query, body, reader }, language)).filter(({ step }) => !taken.has(subjectOf(step)))
  checkIds(all, locked, excluded)
  const isKept = inNoGo(body.noGo ?? [])
  const noGo = all.filter(({ position }) => isKept(position)), free = all.filter((one) => !noGo.includes(one))
  checkKnown(free, locked)
  const waterAt = await waterOf(open), isOpen = openThen(open, question)
  const inWater = free.filter(({ step, position }) => step.kind === 'add' && waterAt(position) !== null), dry = free.filter((one) => !inWater.includes(one))
  const shut = dry.filter((one) => !isOpen(one)), chosen = dry.filter((one) => isOpen(one))
  const takes = chosen.map(({ id, leftOut }) => !excluded.includes(id) && (!leftOut || locked.includes(id)))
  if (!takes.some(Boolean)) throw new Refusal('noCandidates', { found: all.length })
  if (body.countsSeats && chosen.every(({ spareSeats }, i) => !takes[i] || (spareSeats ?? 0) === 0)) throw new Refusal('noSeats', { found: takes.filter(Boolean).length })
  // A site that the candidates would open to others is judged by the hours they offer.
  const opened = new Set(chosen.flatMap(({ step }) => (step.kind === 'admit' ? [step.facility] : [])))
  const { shut: shutThen, ...base } = stepsOverlay(open, moment.overlay, body.steps ?? [], question, language)
  const overlay: Overlay = shutThen ? { ...base, shut: new Set([...shutThen].filter((id) => !opened.has(id))) } : base
  const candidates = chosen.map((answer) => ({ answer, overlay: effectOf(answer) }))
  const indexes = (ids: readonly string[]): number[] => ids.flatMap((id) => { const at = chosen.findIndex((one) => one.id === id); return at < 0 ? [] : [at] })
  const head = (spoken: Language): SitingProblem['head'][Language] => {
    const meaning = asked(open.city, overlay, question)
    return { question: describeQuestion(open, meaning, null, spoken), rule: describeRule(open, meaning, spoken, moment.hour) }
  }
  return {
    question, overlay, candidates, curve: Math.min(mostCurve, curve ?? k), limitMilliseconds: limitSeconds * 1000, shut: shut.map(named), inWater: inWater.map(named), noGo: noGo.map(named),
    wish: {
      objective, k, targetShare: objective === 'setCover' ? (targetShare ?? null) : null, locked: indexes(locked), excluded: takes.flatMap((isTaken, at) => (isTaken ? [] : [at])),
      budgetYuan: body.budgetYuan ?? null, landWeight: body.landWeight ?? 0, countsSeats: body.countsSeats ?? false,
    },
    head: { zh: head('zh'), en: head('en') }, standing: standingOf(open.identity, open.versions, open.catalogue.version, question.category),
  }
}

/** What an objective does not know is refused rather than left out. */
function checkTogether({ objective, budgetYuan, landWeight = 0, countsSeats = false }: SitingAsk['body']): void {
  const refuse = (field: string, goesWith: readonly string[]): never => { throw new Refusal('notForObjective', { field, found: objective, expected: goesWith.join(' ') }) }
  if (objective !== 'maxCover' && landWeight > 0) refuse('landWeight', ['maxCover'])
  if (objective !== 'maxCover' && countsSeats) refuse('countsSeats', ['maxCover'])
  if (objective === 'pCentre' && budgetYuan !== undefined) refuse('budgetYuan', ['maxCover', 'setCover', 'pMedian'])
}

/** Everything the request names to choose from. */
async function offered(open: OpenCity, question: Question, { body, reader }: SitingAsk, language: Language): Promise<CandidateAnswer[]> {
  const kinds = body.kinds ?? [...listedKinds, ...(body.points ? ['networkPoint' as const] : []), ...(body.candidates ? ['uploaded' as const] : [])]
  const listed = kinds.some((kind) => listedKinds.includes(kind)) ? (await candidateList(open, question, reader, language)).filter(({ kind }) => kinds.includes(kind)) : []
  const own = kinds.includes('uploaded') ? (body.candidates ?? []) : []
  checkTexts(own)
  checkInside(open, own)
  const points = kinds.includes('networkPoint') && body.points ? pointsOf(open, question, body.points.spacingMetres, language) : []
  return [...listed, ...own.map((one) => placeOf(question, 'uploaded', { ...one, costYuan: one.costYuan ?? null, seats: one.seats ?? null })), ...points.map((one) => placeOf(question, 'networkPoint', { ...one, costYuan: null, seats: null }))]
    .toSorted((a, b) => candidateKinds.indexOf(a.kind) - candidateKinds.indexOf(b.kind))
}

function placeOf(question: Question, kind: CandidateKind, { id, name, position, costYuan, seats }: { id: string; name: string; position: readonly [number, number]; costYuan: number | null; seats: number | null }): CandidateAnswer {
  const place: [number, number] = [position[0], position[1]]
  return {
    id, kind, name, position: place, willingness: null, spareSeats: seats, hours: null, costYuan, squareMetres: null, note: null, unit: null, area: null, leftOut: false,
    step: newSite(question, { id: `${kind} ${id}`, name, position: place, hours: null, seats }) as CandidateAnswer['step'],
  }
}

/** The id of a point is its place to about a metre, so that it stays while the list around it changes. */
function pointsOf({ city }: OpenCity, question: Question, spacingMetres: number, language: Language): { id: string; name: string; position: readonly [number, number] }[] {
  const area = question.area === null ? -1 : (city.areas.byCode.get(question.area) ?? -1)
  return networkPoints(city, area, spacingMetres).positions.map(([lon, lat], at) => ({ id: `point ${lon.toFixed(5)} ${lat.toFixed(5)}`, name: fillSentence(pointName, { number: at + 1 }, language), position: [lon, lat] }))
}

/** A place of one's own that lies outside the city is told rather than left to reach nobody. */
function checkInside({ city: { box: [west, south, east, north] } }: OpenCity, own: readonly { name: string; position: readonly [number, number] }[]): void {
  const out = own.find(({ position: [lon, lat] }) => !(lon >= west && lon <= east && lat >= south && lat <= north))
  if (out) throw new Refusal('candidateOutside', { name: out.name, found: out.position.map((degrees) => degrees.toFixed(5)).join(', '), expected: `${west.toFixed(5)}, ${south.toFixed(5)} – ${east.toFixed(5)}, ${north.toFixed(5)}` })
}

/** Each id once, and none both locked and excluded. */
function checkIds(all: readonly CandidateAnswer[], locked: readonly string[], excluded: readonly string[]): void {
  const seen = new Set<string>()
  for (const { id } of all) {
    if (seen.has(id)) throw new Refusal('repeatedCandidate', { found: id })
    seen.add(id)
  }
  checkKnown(all, [...locked, ...excluded])
  const both = locked.find((id) => excluded.includes(id))
  if (both !== undefined) throw new Refusal('repeatedCandidate', { found: both })
}

function checkKnown(all: readonly CandidateAnswer[], ids: readonly string[]): void {
  const known = new Set(all.map(({ id }) => id))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) throw new Refusal('unknownCandidate', { found: missing })
}

const subjectOf = (step: CandidateAnswer['step']): string => (step.kind === 'add' ? step.site.id : step.kind === 'openGate' ? step.gate : 'facility' in step ? step.facility : step.id)
const takenBy = (steps: readonly CandidateAnswer['step'][]): Set<string> => new Set(steps.filter(({ kind }) => kind === 'add' || kind === 'admit' || kind === 'openGate').map(subjectOf))

type NoGo = NonNullable<SitingAsk['body']['noGo']>

const inNoGo = (polygons: NoGo) => ([lon, lat]: readonly [number, number]): boolean => polygons.some(({ coordinates }) => shapeHolds([coordinates], lon, lat))

/** Whether choosing it would let anybody in at the hour asked for; without an hour anything would. */
function openThen(open: OpenCity, { at }: Question): (candidate: CandidateAnswer) => boolean {
  if (at === null) return () => true
  const { hours } = open, epochMs = readInstant(at) ?? NaN, letsIn = openingOf(open, { at }) ?? (() => true)
  return ({ step }) => {
    const text = step.kind === 'add' ? step.site.hours : 'hours' in step ? step.hours : null
    // What is new is open all day unless it says otherwise; a site that opens to others is as open as it says itself.
    if (text === null) return step.kind !== 'admit' || isOpenAt(hours.bySite.get(step.facility) ?? { rule: null, suspensions: [] }, epochMs, hours.calendar) === 'open'
    return letsIn(text)
  }
}

/** What choosing it does, alone; its hours have been looked at. A place that meets no street is none that is refused: it reaches nobody. Of an opened site residents have the seats that are to spare. */
function effectOf({ step, spareSeats }: CandidateAnswer): Overlay {
  switch (step.kind) {
    case 'add': {
      const { id, name, category, position, admission, seats } = step.site
      return { ...emptyOverlay, added: [{ id, name, category, position, admission, capacity: { seats, spareSeats: null, squareMetres: null } }] }
    }
    case 'admit': return { ...emptyOverlay, admissions: [{ facility: step.facility, admission: step.admission }], ...(spareSeats !== null && { seats: [{ facility: step.facility, seats: spareSeats }] }) }
    case 'openGate': return { ...emptyOverlay, openedGates: [step.gate] }
    default: throw new RangeError(`candidate: expected a step that adds, admits or opens, got ${step.kind}`)
  }
}

const named = ({ id, name }: CandidateAnswer): { id: string; name: string } => ({ id, name })
