import { administrativeLevels, areaLevels } from '../model/area.ts'
import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import type { ReachCache } from './cache.ts'
import { cacheOf } from './caches.ts'
import type { City } from './columns.ts'
import { homeKinds } from './home.ts'
import { connectedToMain } from './connected.ts'
import { answerCoverage, wholeCity } from './coverage.ts'
import type { AreaFigures, CoverageAnswer, Identity } from './figures.ts'
import { footingFor } from './footing.ts'
import { answerGaps } from './gaps.ts'
import { ledgerOf } from './ledger.ts'
import { overlaid } from './overlaid.ts'
import { reachedMetres, reachedNearest } from './reached.ts'
import { figureNames, ownFigures } from './recount.ts'
import { stateIndex } from './states.ts'

/** What must hold of every answer, worked out again by another way than the answer itself. */
export function identitiesOf(today: City, overlay: Overlay, question: Question, cache: ReachCache = cacheOf(today)): Identity[] {
  const city = overlaid(today, overlay)
  const everywhere = { ...question, area: null }
  const coverage = answerCoverage(city, overlay, everywhere, cache)
  const own = ownFigures(city, overlay, coverage, cache)
  return [
    coverageAndGaps(city, overlay, everywhere, coverage, cache),
    statesAddUp(city, coverage),
    ...sumsOverLevels(city, coverage, own),
    estatesAddUp(city, coverage, own),
    everyHomeOnce(city, coverage),
    withinStraightLine(city, overlay, everywhere, cache),
    unreachableListed(city, overlay, everywhere, cache),
  ]
}

function coverageAndGaps(city: City, overlay: Overlay, question: Question, coverage: CoverageAnswer, cache: ReachCache): Identity {
  const gaps = answerGaps(city, overlay, question, cache)
  const { summary } = coverage
  const persons = summary.residentsCovered + gaps.totalResidents
  const homes = summary.buildingsCovered + gaps.count
  return {
    name: 'coverageAndGaps', holds: persons === summary.residentsTotal && homes === summary.buildingsTotal,
    detail: `${summary.residentsCovered} + ${gaps.totalResidents} = ${summary.residentsTotal} residents, ${summary.buildingsCovered} + ${gaps.count} = ${summary.buildingsTotal} homes`,
  }
}

function statesAddUp(city: City, coverage: CoverageAnswer): Identity {
  const buildings = coverage.states.reduce((sum, row) => sum + row.buildings, 0)
  const covered = coverage.states[stateIndex.covered]
  return {
    name: 'statesAddUp', holds: buildings === city.buildings.count && covered.residents === coverage.summary.residentsCovered && coverage.states[stateIndex.nodata].buildings === coverage.summary.noDataBuildings,
    detail: `${buildings} of ${city.buildings.count} buildings have a state`,
  }
}

/**
 * For each level: its areas, plus what rests on larger areas or outside all, make the whole; and each area is what rests on it and its parts. What
 * rests on an area is counted anew from the columns.
 */
function sumsOverLevels(city: City, coverage: CoverageAnswer, own: AreaFigures): Identity[] {
  const { areas } = city
  return administrativeLevels.filter((level) => areas.levels.includes(areaLevels.indexOf(level))).map((level) => {
    const depth = areaLevels.indexOf(level)
    const wrong = figureNames.filter((name) => {
      const figures = coverage.areas[name]
      let sum = own[name][areas.count]
      const parts = new Float64Array(areas.count)
      for (let area = 0; area < areas.count; area++) {
        if (areas.levels[area] === depth) sum += figures[area]
        else if (areas.levels[area] !== estateLevel && !hasAncestorAt(city, area, depth)) sum += own[name][area]
        if (areas.levels[area] !== estateLevel && areas.parents[area] >= 0) parts[areas.parents[area]] += figures[area]
      }
      return sum !== wholeCity(city, figures) || areas.levels.some((at, area) => at === depth && figures[area] !== own[name][area] + parts[area])
    })
    return { name: `sumsOver.${level}`, holds: wrong.length === 0, detail: wrong.length === 0 ? `${figureNames.length} figures` : wrong.join(', ') }
  })
}

/** An estate (小区) is the homes and sites that name it or stand in it, whatever grid they lie in. */
function estatesAddUp(city: City, coverage: CoverageAnswer, own: AreaFigures): Identity {
  const wrong = figureNames.filter((name) => city.areas.levels.some((level, area) => level === estateLevel && coverage.areas[name][area] !== own[name][area]))
  return { name: 'estatesAddUp', holds: wrong.length === 0, detail: wrong.length === 0 ? `${figureNames.length} figures` : wrong.join(', ') }
}

const estateLevel = areaLevels.indexOf('estate')

function hasAncestorAt(city: City, area: number, level: number): boolean {
  for (let at = area; at >= 0; at = city.areas.parents[at]) if (city.areas.levels[at] === level) return true
  return false
}

function everyHomeOnce(city: City, coverage: CoverageAnswer): Identity {
  let homes = 0, residents = 0
  for (let i = 0; i < city.buildings.count; i++) {
    if (city.buildings.kind[i] !== homeKinds.home) continue
    homes++
    residents += city.buildings.residents[coverage.question.group][i]
  }
  const listed = ledgerOf(city).homes.length
  return {
    name: 'everyHomeOnce', holds: homes === listed && homes === coverage.summary.buildingsTotal && residents === coverage.summary.residentsTotal,
    detail: `${homes} homes, ${residents} residents`,
  }
}

/** No walk is shorter than the straight line from the same door: the network covers no building that the straight line leaves out. */
function withinStraightLine(city: City, overlay: Overlay, question: Question, cache: ReachCache): Identity {
  const network = reachedMetres(city, overlay, { ...question, metric: 'network' }, question.group, cache)
  const straight = reachedMetres(city, overlay, { ...question, metric: 'straight' }, question.group, cache)
  let broken = 0
  for (let i = 0; i < network.length; i++) {
    if (network[i] < straight[i] - 0.5) broken++
  }
  return { name: 'networkWithinStraight', holds: broken === 0, detail: `${broken} buildings with a walk more than 0.5 m shorter than the straight line` }
}

/** Parts of the network against the search: a home is listed as cut off exactly when no walk leads to any site and no door of it meets the main part. */
function unreachableListed(city: City, overlay: Overlay, question: Question, cache: ReachCache): Identity {
  const gaps = answerGaps(city, overlay, question, cache)
  const listed = new Set(gaps.building.filter((_, k) => gaps.state[k] === stateIndex.cut))
  const any = reachedNearest(city, overlay, question, 'any', cache)
  const main = question.metric === 'straight' ? null : connectedToMain(footingFor(city, overlay, question))
  let wrong = 0
  for (let i = 0; i < city.buildings.count; i++) {
    if (city.buildings.kind[i] !== homeKinds.home) continue
    const isUnreachable = main !== null && main[i] === 0 && any.facility[i] < 0
    if (isUnreachable !== listed.has(i)) wrong++
  }
  return { name: 'unreachableListed', holds: wrong === 0, detail: `${listed.size} homes listed as not connected, ${wrong} wrongly listed or missing` }
}
