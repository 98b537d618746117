import { administrativeLevels, areaLevels } from '../model/area.ts'
import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import type { ReachCache } from './cache.ts'
import { cacheOf } from './caches.ts'
import type { City } from './columns.ts'
import { homeKinds } from './home.ts'
import { connectedTo } from './connected.ts'
import { answerCoverage, wholeCity } from './coverage.ts'
import type { AreaFigures, CoverageAnswer, Identity } from './figures.ts'
import { answerGaps } from './gaps.ts'
import { ledgerOf } from './ledger.ts'
import { reachedMetres } from './reached.ts'
import { stateIndex } from './states.ts'

/** What must hold of every answer, worked out again by another way than the answer itself. */
export function identitiesOf(city: City, overlay: Overlay, question: Question, cache: ReachCache = cacheOf(city)): Identity[] {
  const everywhere = { ...question, area: null }
  const coverage = answerCoverage(city, overlay, everywhere, cache)
  return [
    coverageAndGaps(city, overlay, everywhere, coverage, cache),
    statesAddUp(city, coverage),
    ...sumsOverLevels(city, coverage),
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

/** For each level: its areas, plus the homes that rest on larger areas or outside all (counted anew), make the whole. */
function sumsOverLevels(city: City, coverage: CoverageAnswer): Identity[] {
  const columns: (keyof AreaFigures)[] = [
    'residentsCovered', 'residentsTotal', 'householdsCovered', 'householdsTotal', 'buildingsCovered', 'buildingsTotal', 'landCovered', 'landTotal', 'noDataBuildings', 'facilities', 'admittingFacilities',
  ]
  const own = ownFigures(city, coverage.question)
  return administrativeLevels.filter((level) => city.areas.levels.includes(areaLevels.indexOf(level))).map((level) => {
    const depth = areaLevels.indexOf(level)
    const wrong = columns.filter((name) => {
      let sum = 0
      for (let area = 0; area < city.areas.count; area++) if (city.areas.levels[area] === depth) sum += coverage.areas[name][area]
      const above = own(name, (area) => !hasAncestorAt(city, area, depth))
      return above !== null && sum + above !== wholeCity(city, coverage.areas[name])
    })
    return { name: `sumsOver.${level}`, holds: wrong.length === 0, detail: wrong.length === 0 ? `${columns.length} figures` : wrong.join(', ') }
  })
}

/** Sums of a total over the homes of certain areas, straight from the building columns; null for figures not kept by building. */
function ownFigures(city: City, question: Question): (name: keyof AreaFigures, wanted: (area: number) => boolean) => number | null {
  const { buildings } = city
  const weights: Partial<Record<keyof AreaFigures, Int32Array>> = { residentsTotal: buildings.residents[question.group], householdsTotal: buildings.households, landTotal: buildings.landSquareMetres }
  return (name, wanted) => {
    if (name !== 'buildingsTotal' && !(name in weights)) return null
    let sum = 0
    for (let i = 0; i < buildings.count; i++) if (buildings.kind[i] === homeKinds.home && wanted(buildings.area[i])) sum += weights[name]?.[i] ?? 1
    return sum
  }
}

function hasAncestorAt(city: City, area: number, level: number): boolean {
  for (let at = area; at >= 0 && at < city.areas.count; at = city.areas.parents[at]) if (city.areas.levels[at] === level) return true
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

function unreachableListed(city: City, overlay: Overlay, question: Question, cache: ReachCache): Identity {
  const connected = connectedTo(city, overlay, question)
  const gaps = answerGaps(city, overlay, question, cache)
  const covered = reachedMetres(city, overlay, question, question.group, cache)
  const listed = new Set(gaps.building.filter((_, k) => gaps.state[k] === stateIndex.cut))
  let missing = 0, cut = 0
  for (let i = 0; i < city.buildings.count; i++) {
    if (connected[i] || city.buildings.kind[i] !== homeKinds.home || covered[i] < Infinity) continue
    cut++
    if (!listed.has(i)) missing++
  }
  return { name: 'unreachableListed', holds: missing === 0, detail: `${cut} homes not connected, ${missing} of them not listed` }
}
