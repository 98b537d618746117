import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import { mostChangedRows, type whatIf } from '../../../geodata/contract/whatIf.ts'
import { overlaid } from '../../../geodata/kernel/overlaid.ts'
import { unproject } from '../../../geodata/kernel/plane.ts'
import { groups, type Group } from '../../../geodata/model/facility.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import { buildingStates, type Question } from '../../../geodata/model/question.ts'
import { hideSmall, saysNothing, type Hiding } from '../../security/hide-small.ts'
import { kOf } from '../../security/k.ts'
import { shownCounts } from '../../security/shown-counts.ts'
import { areasOf } from '../gap-rows.ts'
import type { OpenCity } from '../open-city.ts'

type Buildings = AnswerOf<typeof whatIf>['gained']

const fieldOf = { all: 'all', '60plus': 'over60', '80plus': 'over80', children: 'children' } as const

/** Buildings that change, those with most residents first; counts below k are not shown, nor those that would give one away. `positions`: in the city's columns. */
export async function changedBuildings(open: OpenCity, overlay: Overlay, question: Question, positions: Int32Array, states: { before: Uint8Array; after: Uint8Array }): Promise<Buildings> {
  const { buildings, plane } = overlaid(open.city, overlay), k = kOf(open.catalogue)
  const people = buildings.residents[question.group], counts = Array.from(positions, (i) => people[i])
  const hidings = hideSmall(counts, k)
  positions.forEach((i, row) => {
    const { all, '60plus': over60, '80plus': over80, children } = buildings.residents
    if (hidings[row] === 'shown' && shownCounts({ all: all[i], over60: over60[i], over80: over80[i], children: children[i] }, k)[fieldOf[question.group]] === null) hidings[row] = 'kept'
  })
  // Whatever is hidden weighs alike, so that its place does not tell how many they are.
  const weight = (row: number): number => (hidings[row] === 'shown' ? counts[row] : k)
  const order = Array.from(counts.keys()).toSorted((a, b) => weight(b) - weight(a) || positions[a] - positions[b]).slice(0, mostChangedRows)
  const rows: Buildings['rows'] = []
  const areaName = (code: string | null): string | null => (code === null ? null : (open.city.areas.names[open.city.areas.byCode.get(code) ?? -1] ?? null))
  for (const row of order) {
    const i = positions[row], id = open.ids.at(i), { estate, community } = areasOf(open, i)
    const [lon, lat] = unproject(plane, buildings.x[i], buildings.y[i])
    rows.push({
      building: { id, name: (await open.names.buildingName(id)) ?? '', index: i, position: [rounded(lon), rounded(lat)] }, estate: areaName(estate), community: areaName(community),
      residents: hidings[row] === 'shown' ? counts[row] : null, counted: buildings.counted[i] === 1, before: buildingStates[states.before[i]], after: buildingStates[states.after[i]],
    })
  }
  const peopleOf = (group: Group): number | null => {
    const own = Array.from(positions, (i) => buildings.residents[group][i])
    return sumOf(own, group === question.group ? hidings : hideSmall(own, k), k)
  }
  return { total: positions.length, people: groups.map((group) => ({ group, residents: peopleOf(group) })), rows }
}

/** null: the sum would give a hidden count away. */
function sumOf(counts: readonly number[], hidings: readonly Hiding[], k: number): number | null {
  const hidden = counts.filter((_, row) => hidings[row] !== 'shown'), few = hidings.filter((one) => one === 'few').length
  const sum = counts.reduce((total, count) => total + count, 0)
  return few === 0 || saysNothing(few, hidden.length - few, hidden.reduce((total, count) => total + count, 0), k) ? sum : null
}

/** To a centimetre, as the columns hold it. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
