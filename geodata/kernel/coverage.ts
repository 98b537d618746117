import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import { buildingStates } from '../model/question.ts'
import { asked, askedArea } from './asked.ts'
import type { ReachCache } from './cache.ts'
import { cacheOf } from './caches.ts'
import type { City } from './columns.ts'
import type { AreaFigures, CoverageAnswer, Summary } from './figures.ts'
import { ledgerOf, rollUp } from './ledger.ts'
import { membersOf } from './members.ts'
import { overlaid } from './overlaid.ts'
import { reachedMetres } from './reached.ts'
import type { Admitted } from './sources.ts'
import { sourcesOf } from './sources.ts'
import { answerStates } from './states.ts'
import { tallyCommunities, tallyCovered, tallyTotals } from './tally.ts'

/** Coverage by all denominators for every area, and the summary of the asked one. */
export function answerCoverage(today: City, overlay: Overlay, question: Question, cache: ReachCache = cacheOf(today)): CoverageAnswer {
  const meaning = asked(today, overlay, question)
  const city = overlaid(today, overlay)
  const area = askedArea(city, question)
  const metres = reachedMetres(city, overlay, question, question.group, cache)
  const totals = tallyTotals(city, question.group), covered = tallyCovered(city, question.group, metres, meaning.limitMetres)
  const figures: AreaFigures = {
    ...totals, ...covered, ...tallyCommunities(city, covered.residentsCovered, totals.residentsTotal), ...tallySites(city, overlay, question), noDataBuildings: ledgerOf(city).noDataBuildings,
  }
  return { ...meaning, area, summary: summaryOf(city, figures, area), areas: figures, states: tallyStates(city, overlay, question, area, cache) }
}

/** Where each site of a category counts, in the order of sourcesOf; a site of the overlay, or one it moves, where the overlay says, else where the building nearest to it lies. Estate -1 = none. */
export function siteAreas(city: City, overlay: Overlay, category: string, admitted: Admitted): { area: number; estate: number }[] {
  const { facilities, areas, buildings } = city
  const placed = new Map(overlay.placed?.map((row) => [row.facility, row]))
  return sourcesOf(city, overlay, category, admitted).map(({ facility, id, x, y }) => {
    const place = placed.get(id)
    if (place) return { area: place.area, estate: place.estate }
    if (facility < facilities.count && x === facilities.x[facility] && y === facilities.y[facility]) return { area: facilities.area[facility], estate: facilities.estate[facility] }
    const near = nearestBuilding(city, x, y)
    return near < 0 ? { area: areas.count, estate: -1 } : { area: buildings.area[near], estate: buildings.estate[near] }
  })
}

/** Sites of the category by area. */
function tallySites(city: City, overlay: Overlay, question: Question): Pick<AreaFigures, 'facilities' | 'admittingFacilities'> {
  const tally = (admitted: Admitted): Float64Array => {
    const sites = new Float64Array(city.areas.count + 1)
    for (const { area, estate } of siteAreas(city, overlay, question.category, admitted)) {
      sites[area]++
      if (estate >= 0) sites[estate]++
    }
    rollUp(city, ledgerOf(city).upward, sites)
    return sites
  }
  return { facilities: tally('any'), admittingFacilities: tally(question.group) }
}

function nearestBuilding(city: City, x: number, y: number): number {
  let best = -1, least = Infinity
  for (let i = 0; i < city.buildings.count; i++) {
    const square = (city.buildings.x[i] - x) ** 2 + (city.buildings.y[i] - y) ** 2
    if (square >= least) continue
    best = i
    least = square
  }
  return best
}

function summaryOf(city: City, figures: AreaFigures, area: number): Summary {
  const pick = (column: Float64Array): number => (area >= 0 ? column[area] : wholeCity(city, column))
  return {
    residentsCovered: pick(figures.residentsCovered), residentsTotal: pick(figures.residentsTotal), residentsEstimated: pick(figures.residentsEstimated),
    householdsCovered: pick(figures.householdsCovered), householdsTotal: pick(figures.householdsTotal),
    buildingsCovered: pick(figures.buildingsCovered), buildingsTotal: pick(figures.buildingsTotal),
    landCovered: pick(figures.landCovered), landTotal: pick(figures.landTotal),
    communitiesCovered: pick(figures.communitiesCovered), communitiesTotal: pick(figures.communitiesTotal),
    noDataBuildings: pick(figures.noDataBuildings), facilities: pick(figures.facilities), admittingFacilities: pick(figures.admittingFacilities),
  }
}

/** Topmost administrative areas and what lies outside all. */
export function wholeCity(city: City, column: Float64Array): number {
  let sum = column[city.areas.count]
  for (const area of ledgerOf(city).upward) if (city.areas.parents[area] < 0) sum += column[area]
  return sum
}

function tallyStates(city: City, overlay: Overlay, question: Question, area: number, cache: ReachCache): CoverageAnswer['states'] {
  const states = answerStates(city, overlay, question, cache)
  const residents = city.buildings.residents[question.group]
  const rows = buildingStates.map((state) => ({ state, buildings: 0, residents: 0 }))
  const put = (i: number): void => {
    rows[states[i]].buildings++
    rows[states[i]].residents += residents[i]
  }
  if (area >= 0) membersOf(city, [area]).forEach(put)
  else for (let i = 0; i < states.length; i++) put(i)
  return rows
}
