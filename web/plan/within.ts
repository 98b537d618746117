import type { Group } from '../../geodata/model/facility.ts'
import type { DeskWithin } from '../workers/deskMessages.ts'

/** Residents of a group within a drawn line who live in buildings of the state `covered`. `states`: one byte a building of the city, as the map has it. */
export const coveredWithin = ({ indices, people, residents }: DeskWithin, states: Uint8Array, covered: number, group: Group): { covered: number; total: number } => {
  const counts = people[group]
  let sum = 0
  for (let at = 0; at < indices.length; at++) if (states[indices[at]] === covered) sum += counts[at]
  return { covered: sum, total: residents[group] }
}
