import { areaLevels } from '../model/area.ts'
import type { Group } from '../model/facility.ts'
import type { City } from './columns.ts'
import type { AreaFigures } from './figures.ts'
import { ledgerOf, rollUp } from './ledger.ts'
import { ruleValue } from './question.ts'

type Covered = Pick<AreaFigures, 'residentsCovered' | 'householdsCovered' | 'buildingsCovered' | 'landCovered'>
type Totals = Pick<AreaFigures, 'residentsTotal' | 'residentsEstimated' | 'householdsTotal' | 'buildingsTotal' | 'landTotal'>

/** Homes within the limit by area and estate, all four denominators in one pass. O(homes + areas), whole numbers throughout. */
export function tallyCovered(city: City, group: Group, metres: Float32Array, limitMetres: number): Covered {
  if (metres.length !== city.buildings.count) throw new RangeError(`metres: expected one for each of ${city.buildings.count} buildings, got ${metres.length}`)
  const { homes, residents, households, landSquareMetres, runOffsets, runArea, runEstate, upward } = ledgerOf(city)
  const persons = residents[group]
  const size = city.areas.count + 1
  const covered: Covered = { residentsCovered: new Float64Array(size), householdsCovered: new Float64Array(size), buildingsCovered: new Float64Array(size), landCovered: new Float64Array(size) }
  for (let run = 0; run < runArea.length; run++) {
    const end = runOffsets[run + 1]
    let people = 0, families = 0, count = 0, land = 0
    for (let k = runOffsets[run]; k < end; k++) {
      if (!(metres[homes[k]] <= limitMetres)) continue
      people += persons[k]
      families += households[k]
      land += landSquareMetres[k]
      count++
    }
    if (count > 0) {
      put(covered, runArea[run], people, families, count, land)
      if (runEstate[run] >= 0) put(covered, runEstate[run], people, families, count, land)
    }
  }
  for (const column of [covered.residentsCovered, covered.householdsCovered, covered.buildingsCovered, covered.landCovered]) rollUp(city, upward, column)
  return covered
}

/** What there is to cover; the same for every category, kept for each group. */
export function tallyTotals(city: City, group: Group): Totals {
  const kept = totalsByCity.get(city.buildings) ?? new Map<Group, Totals>()
  totalsByCity.set(city.buildings, kept)
  const known = kept.get(group)
  if (known) return known
  const everywhere = tallyCovered(city, group, new Float32Array(city.buildings.count), 0)
  const estimated = new Float32Array(city.buildings.count)
  for (let i = 0; i < estimated.length; i++) estimated[i] = city.buildings.counted[i]
  const totals = {
    residentsTotal: everywhere.residentsCovered, householdsTotal: everywhere.householdsCovered, buildingsTotal: everywhere.buildingsCovered, landTotal: everywhere.landCovered,
    residentsEstimated: tallyCovered(city, group, estimated, 0).residentsCovered,
  }
  kept.set(group, totals)
  return totals
}

/** A community counts when it has residents of the group, and as covered when the catalogue's share of them is. */
export function tallyCommunities(city: City, residentsCovered: Float64Array, residentsTotal: Float64Array): Pick<AreaFigures, 'communitiesCovered' | 'communitiesTotal'> {
  const { count, levels } = city.areas
  const share = ruleValue(city.catalogue, 'communityCoveredShare')
  const community = areaLevels.indexOf('community')
  const communitiesCovered = new Float64Array(count + 1), communitiesTotal = new Float64Array(count + 1)
  for (let area = 0; area < count; area++) {
    if (levels[area] !== community || residentsTotal[area] === 0) continue
    communitiesTotal[area] = 1
    if (residentsCovered[area] >= share * residentsTotal[area]) communitiesCovered[area] = 1
  }
  const { upward } = ledgerOf(city)
  rollUp(city, upward, communitiesCovered)
  rollUp(city, upward, communitiesTotal)
  return { communitiesCovered, communitiesTotal }
}

const totalsByCity = new WeakMap<City['buildings'], Map<Group, Totals>>()

function put(covered: Covered, area: number, people: number, families: number, count: number, land: number): void {
  covered.residentsCovered[area] += people
  covered.householdsCovered[area] += families
  covered.buildingsCovered[area] += count
  covered.landCovered[area] += land
}
