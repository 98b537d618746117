import { membersOf } from '../../geodata/kernel/members.ts'
import { overlaid } from '../../geodata/kernel/overlaid.ts'
import type { Overlay } from '../../geodata/model/overlay.ts'
import { buildingStates, type Question } from '../../geodata/model/question.ts'
import type { OpenCity } from './open-city.ts'

/** Residents of the asked group by state within the asked area, in the order of buildingStates, for the legend beside the map. */
export function residentsHeader(open: OpenCity, overlay: Overlay, question: Question, states: Uint8Array): Record<string, string> {
  const city = overlaid(open.city, overlay)
  const sums = new Float64Array(buildingStates.length)
  const residents = city.buildings.residents[question.group]
  const area = question.area === null ? undefined : city.areas.byCode.get(question.area)
  if (area === undefined) for (let i = 0; i < states.length; i++) sums[states[i]] += residents[i]
  else for (const i of membersOf(city, [area])) sums[states[i]] += residents[i]
  return { 'x-linli-residents': Array.from(sums).join(',') }
}
