import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { areaPage } from '../../../geodata/contract/areaPage.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import type { Group } from '../../../geodata/model/facility.ts'
import { isTold, type View } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'

type People = Omit<AnswerOf<typeof areaPage>['people'], 'squareKilometres'>

/** Who lives in an area, as far as the view tells; homes of those the figures count. O(buildings). */
export function peopleOf(open: OpenCity, view: View, area: number): People {
  const { areas, buildings } = view.city
  const sums: Record<Group | 'households', number> = { all: 0, '60plus': 0, '80plus': 0, children: 0, households: 0 }
  let homes = 0
  for (let i = 0; i < buildings.count; i++) {
    if (buildings.kind[i] !== homeKinds.home || !isIn(areas.parents, buildings.area[i], areas.count, area)) continue
    homes++
    for (const group of groups) sums[group] += buildings.residents[group][i]
    sums.households += buildings.households[i]
  }
  const told = (figure: Group | 'households'): number | null => (isTold(open, view, figure, area) ? sums[figure] : null)
  return { all: told('all'), over60: told('60plus'), over80: told('80plus'), children: told('children'), households: told('households'), buildings: homes }
}

const groups = ['all', '60plus', '80plus', 'children'] as const satisfies readonly Group[]

function isIn(parents: Int32Array, from: number, count: number, area: number): boolean {
  for (let at = from; at >= 0 && at < count; at = parents[at]) if (at === area) return true
  return false
}
