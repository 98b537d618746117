import type { Group } from '../../model/facility.ts'
import { groups } from '../../model/facility.ts'
import type { City } from '../columns.ts'
import { homeKinds } from '../home.ts'
import { membersOf } from '../members.ts'

/** The homes a question asks about, one demand each in dense order. `demandOf[building]`: -1 = none. */
export type Demands = {
  count: number; building: Int32Array; demandOf: Int32Array
  residents: Record<Group, Float64Array>
  land: Float64Array
}

/** area: -1 = the whole city. */
export function demandsOf(city: City, area: number): Demands {
  const { buildings } = city
  const asked = area < 0 ? buildings.dense.map((_, i) => i) : membersOf(city, [area])
  const building = asked.filter((i) => buildings.kind[i] === homeKinds.home)
  const demandOf = new Int32Array(buildings.count).fill(-1)
  building.forEach((at, demand) => { demandOf[at] = demand })
  const column = (of: ArrayLike<number>): Float64Array => Float64Array.from(building, (at) => of[at])
  return {
    count: building.length, building, demandOf, land: column(buildings.landSquareMetres),
    residents: Object.fromEntries(groups.map((group) => [group, column(buildings.residents[group])])) as Record<Group, Float64Array>,
  }
}

/** Thousandths of a resident: what a balance of two aims is rounded to. */
export const balanceParts = 1000

/**
 * What covering a home counts for: its residents, or, where land counts too, both as shares of their totals, told in residents. `parts`: the weights are so many times that, whole numbers.
 */
export function weightsOf(demands: Demands, group: Group, landWeight: number): { weights: Float64Array; parts: number } {
  const people = demands.residents[group]
  if (landWeight === 0) return { weights: people, parts: 1 }
  const sum = (column: Float64Array): number => column.reduce((a, b) => a + b, 0)
  const perSquareMetre = sum(people) / Math.max(1, sum(demands.land))
  return { weights: people.map((persons, demand) => Math.round(balanceParts * ((1 - landWeight) * persons + landWeight * demands.land[demand] * perSquareMetre))), parts: balanceParts }
}
