import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import { buildingStates } from '../model/question.ts'
import { asked } from './asked.ts'
import type { City } from './columns.ts'
import { homeKinds } from './home.ts'
import { partOf } from './connected.ts'
import type { BasketAnswer, BasketService } from './figures.ts'
import type { Footing } from './footing.ts'
import { footingFor } from './footing.ts'
import { isShut, reasonFor } from './gaps.ts'
import { liesIn } from './members.ts'
import { overlaid } from './overlaid.ts'
import { unproject } from './plane.ts'
import { fillQuestion } from './question.ts'
import type { Door } from './route.ts'
import { routeTo } from './route.ts'
import type { Source } from './sources.ts'
import { atAnyHour, sourcesOf } from './sources.ts'
import { stateIndex } from './states.ts'
import { straightTo } from './straight.ts'
import { doorsOf, walksFrom } from './walksFrom.ts'

/**
 * Every service for one building, by one search from its doors. The category asked for keeps the question's limit and group and gets its route;
 * the others take their own defaults with the question's metric and profile.
 */
export function answerBasket(today: City, overlay: Overlay, building: number, question: Question | null): BasketAnswer {
  const city = overlaid(today, overlay)
  if (!(Number.isInteger(building) && building >= 0 && building < city.buildings.count)) throw new RangeError(`building: expected 0 to ${city.buildings.count - 1}, got ${building}`)
  const questions = city.catalogue.categories.map((category) => question?.category === category.code ? question
    : fillQuestion(city.catalogue, { category: category.code, ...(question ? { metric: question.metric, profile: question.profile, at: question.at } : {}) }))
  if (questions.length === 0) throw new RangeError(`catalogue ${city.catalogue.version}: expected at least one category, got none`)
  const footing = footingFor(city, overlay, questions[0])
  const doors = doorsOf(footing, building)
  const walked = questions[0].metric === 'straight' ? null : walksToSites(footing, doors, overlay)
  const isMain = doors.some((door) => footing.walk.mainComponent >= 0 && partOf(footing, door.snaps, door.at) === footing.walk.mainComponent)
  const services = questions.map((row) => serviceFor(city, overlay, building, row, walked, walked === null || isMain))
  if (question && walked) {
    const service = services[questions.indexOf(question)]
    const found = service.nearest
    const source = found && sourcesOf(city, overlay, question.category, 'any').find((row) => row.facility === found.facility)
    if (found && source) service.nearest = { ...found, route: routeTo(footing, doors, source, found.metres + 1) }
  }
  const snapMetres = Math.min(...doors.map((door) => door.snaps.walkMetres[door.at]))
  return { building, snapMetres: snapMetres < Infinity ? snapMetres : null, services }
}

/** Metres to every site of the overlaid city, by facility index; Infinity where no walk leads. */
type Walks = ReadonlyMap<number, number>

function serviceFor(city: City, overlay: Overlay, building: number, question: Question, walked: Walks | null, isMain: boolean): BasketService {
  const meaning = asked(city, overlay, question)
  const metresTo = (source: Source): number => walked ? (walked.get(source.facility) ?? Infinity) : straightTo(city, source, building)
  const admitted = (over: Overlay): Nearest =>
    leastOf(sourcesOf(city, over, question.category, question.group).filter((source) => source.onlyAreas.length === 0 || source.onlyAreas.some((area) => liesIn(city, building, area))), metresTo)
  const anyHour = atAnyHour(overlay), asksHour = anyHour !== overlay
  const admitting = admitted(overlay), whenever = asksHour ? admitted(anyHour) : admitting
  const whoever = leastOf(sourcesOf(city, overlay, question.category, 'any'), metresTo)
  const state = stateFor(city, building, admitting.metres, whoever.metres, meaning.limitMetres, meaning.marginalMetres, isMain)
  const nearest = admitting.source ? admitting : whenever.source ? whenever : whoever
  const isGap = state === stateIndex.marginal || state === stateIndex.uncovered || state === stateIndex.cut
  const reason = isGap ? reasonFor(state, whoever.metres <= meaning.limitMetres, asksHour && whenever.metres <= meaning.limitMetres) : null
  return {
    ...meaning, state: buildingStates[state], reason, shut: reason === 'closedAtThisHour' ? (whenever.source?.facility ?? -1) : -1,
    nearest: nearest.source ? {
      facility: nearest.source.facility, admits: whenever.source !== null, isOpen: !isShut(city, overlay, nearest.source.facility), position: [...unproject(city.plane, nearest.source.x, nearest.source.y)],
      metres: nearest.metres, missesByMetres: nearest.metres - meaning.limitMetres, route: null,
    } : null,
  }
}

function stateFor(city: City, building: number, admittingMetres: number, anyMetres: number, limitMetres: number, marginalMetres: number, isMain: boolean): number {
  const kind = city.buildings.kind[building]
  if (kind !== homeKinds.home) return kind === homeKinds.noData ? stateIndex.nodata : stateIndex.other
  if (admittingMetres <= limitMetres) return stateIndex.covered
  if (admittingMetres <= marginalMetres) return stateIndex.marginal
  return isMain || anyMetres < Infinity ? stateIndex.uncovered : stateIndex.cut
}

type Nearest = { source: Source | null; metres: number }

function leastOf(sources: readonly Source[], metresTo: (source: Source) => number): Nearest {
  let best: Source | null = null, least = Infinity
  for (const source of sources) {
    const metres = metresTo(source)
    if (metres >= least) continue
    best = source
    least = metres
  }
  return { source: best, metres: least }
}

function walksToSites(footing: Footing, doors: readonly Door[], overlay: Overlay): Walks {
  const { city } = footing
  const sources = city.catalogue.categories.flatMap((category) => sourcesOf(city, overlay, category.code, 'any'))
  const metres = walksFrom(footing, doors, footing.snapPlaces(sources), Infinity)
  return new Map(sources.map((source, i) => [source.facility, metres[i]]))
}
