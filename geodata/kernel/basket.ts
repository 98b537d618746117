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
import { reasonFor } from './gaps.ts'
import { liesIn } from './members.ts'
import { overlaid } from './overlaid.ts'
import { unproject } from './plane.ts'
import { fillQuestion } from './question.ts'
import { alongEdge } from './reach.ts'
import type { Door } from './route.ts'
import { routeTo } from './route.ts'
import { searchFrom } from './search.ts'
import type { Source } from './sources.ts'
import { sourcesOf } from './sources.ts'
import { stateIndex } from './states.ts'
import { straightTo } from './straight.ts'

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
  const walked = questions[0].metric === 'straight' ? null : walksFrom(footing, doors, overlay)
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
  const admitting = leastOf(sourcesOf(city, overlay, question.category, question.group).filter((source) => source.onlyAreas.length === 0 || source.onlyAreas.some((area) => liesIn(city, building, area))), metresTo)
  const whoever = leastOf(sourcesOf(city, overlay, question.category, 'any'), metresTo)
  const state = stateFor(city, building, admitting.metres, whoever.metres, meaning.limitMetres, meaning.marginalMetres, isMain)
  const nearest = admitting.source ? admitting : whoever
  const isGap = state === stateIndex.marginal || state === stateIndex.uncovered || state === stateIndex.cut
  return {
    ...meaning, state: buildingStates[state], reason: isGap ? reasonFor(state, whoever.metres <= meaning.limitMetres) : null,
    nearest: nearest.source ? {
      facility: nearest.source.facility, admits: nearest === admitting, position: [...unproject(city.plane, nearest.source.x, nearest.source.y)],
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

function leastOf(sources: readonly Source[], metresTo: (source: Source) => number): { source: Source | null; metres: number } {
  let best: Source | null = null, least = Infinity
  for (const source of sources) {
    const metres = metresTo(source)
    if (metres >= least) continue
    best = source
    least = metres
  }
  return { source: best, metres: least }
}

/** The doors of a building (or its inner point) that meet a street. */
function doorsOf(footing: Footing, building: number): Door[] {
  const { x, y, doorOffsets, doorX, doorY } = footing.city.buildings
  const places = Array.from({ length: doorOffsets[building + 1] - doorOffsets[building] }, (_, k) => ({ x: doorX[doorOffsets[building] + k], y: doorY[doorOffsets[building] + k] }))
  if (places.length === 0) places.push({ x: x[building], y: y[building] })
  const snaps = footing.snapPlaces(places)
  return places.map((place, at) => ({ snaps, at, ...place })).filter((door) => snaps.edge[door.at] >= 0)
}

function walksFrom(footing: Footing, doors: readonly Door[], overlay: Overlay): Walks {
  const { city, scratch } = footing
  const walks = new Map<number, number>()
  const starts = { nodes: Int32Array.from(doors.flatMap(({ snaps, at }) => [snaps.from[at], snaps.to[at]])), metres: Float32Array.from(doors.flatMap(({ snaps, at }) => [snaps.fromMetres[at], snaps.toMetres[at]])), count: doors.length * 2 }
  searchFrom(footing.walk, scratch, starts, Infinity)
  for (const category of city.catalogue.categories) {
    const sources = sourcesOf(city, overlay, category.code, 'any')
    const sites = footing.snapPlaces(sources)
    sources.forEach((source, s) => {
      let least = Math.min(scratch.metres[sites.from[s]] + sites.fromMetres[s], scratch.metres[sites.to[s]] + sites.toMetres[s])
      for (const { snaps, at } of doors) if (sites.edge[s] >= 0 && snaps.edge[at] === sites.edge[s]) least = Math.min(least, alongEdge(snaps, at, sites, s))
      walks.set(source.facility, least)
    })
  }
  return walks
}
