import { areaLevels } from '../model/area.ts'
import type { Overlay } from '../model/overlay.ts'
import type { ReachCache } from './cache.ts'
import type { City } from './columns.ts'
import { siteAreas } from './coverage.ts'
import type { AreaFigures, CoverageAnswer } from './figures.ts'
import { homeKinds } from './home.ts'
import { ruleValue } from './question.ts'
import { reachedMetres } from './reached.ts'

export const figureNames = [
  'residentsCovered', 'residentsTotal', 'residentsEstimated', 'householdsCovered', 'householdsTotal', 'buildingsCovered', 'buildingsTotal', 'landCovered', 'landTotal',
  'communitiesCovered', 'communitiesTotal', 'noDataBuildings', 'facilities', 'admittingFacilities',
] as const satisfies readonly (keyof AreaFigures)[]

/** What rests on each area itself, without its parts, counted building by building and site by site: the slow way that the tally is held against. */
export function ownFigures(city: City, overlay: Overlay, coverage: CoverageAnswer, cache: ReachCache): AreaFigures {
  const { areas, buildings } = city
  const { question, limitMetres } = coverage
  const own = Object.fromEntries(figureNames.map((name) => [name, new Float64Array(areas.count + 1)])) as Record<keyof AreaFigures, Float64Array>
  const metres = reachedMetres(city, overlay, question, question.group, cache)
  for (let i = 0; i < buildings.count; i++) {
    for (const area of [buildings.area[i], buildings.estate[i]]) {
      if (area < 0) continue
      if (buildings.kind[i] === homeKinds.noData) own.noDataBuildings[area]++
      if (buildings.kind[i] !== homeKinds.home) continue
      const isCovered = metres[i] <= limitMetres
      const put = (total: keyof AreaFigures, covered: keyof AreaFigures, weight: number): void => {
        own[total][area] += weight
        if (isCovered) own[covered][area] += weight
      }
      put('residentsTotal', 'residentsCovered', buildings.residents[question.group][i])
      put('householdsTotal', 'householdsCovered', buildings.households[i])
      put('buildingsTotal', 'buildingsCovered', 1)
      put('landTotal', 'landCovered', buildings.landSquareMetres[i])
      if (buildings.counted[i] === 0) own.residentsEstimated[area] += buildings.residents[question.group][i]
    }
  }
  const share = ruleValue(city.catalogue, 'communityCoveredShare')
  for (let area = 0; area < areas.count; area++) {
    if (areaLevels[areas.levels[area]] !== 'community' || coverage.areas.residentsTotal[area] === 0) continue
    own.communitiesTotal[area] = 1
    if (coverage.areas.residentsCovered[area] >= share * coverage.areas.residentsTotal[area]) own.communitiesCovered[area] = 1
  }
  for (const [name, admitted] of [['facilities', 'any'], ['admittingFacilities', question.group]] as const) {
    for (const { area, estate } of siteAreas(city, overlay, question.category, admitted)) {
      own[name][area]++
      if (estate >= 0) own[name][estate]++
    }
  }
  return own
}
