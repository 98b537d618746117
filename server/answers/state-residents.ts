import { buildingStates, type Question } from '../../geodata/model/question.ts'
import type { OpenCity } from './open-city.ts'

/** Residents of the asked group by state, in the order of buildingStates, for the legend beside the map. */
export function residentsHeader(open: OpenCity, question: Question, states: Uint8Array): Record<string, string> {
  const sums = new Float64Array(buildingStates.length)
  const residents = open.city.buildings.residents[question.group]
  for (let i = 0; i < states.length; i++) sums[states[i]] += residents[i]
  return { 'x-linli-residents': Array.from(sums).join(',') }
}
