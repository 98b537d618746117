import type { Position } from '../../../geodata/model/geometry.ts'
import { buildingStates } from '../../../geodata/model/question.ts'
import type { OverlaySpark } from '../../map/overlay/shapes.ts'
import type { HomesByHexagon } from './hexagons.ts'
import type { LitBuildings } from './litBuildings.ts'

/** Of a large city hexagons of 170 metres to a corner (of 100,000 buildings half a megabyte compressed, where the smaller ones would be two), of all others of 65: farther away than buildings are drawn, those are about as large as their dots. */
export const litResolution = (buildings: number): 9 | 10 => (buildings > 20_000 ? 9 : 10)

/** Homes a drawer counts as dots, one in the middle of each hexagon that holds some, the more the larger. None where the answer is of other buildings. */
export const litHomes = ({ cells, buildings }: HomesByHexagon, { states, lights }: LitBuildings): OverlaySpark[] => {
  if (!states || !lights || states.length !== buildings.length) return []
  const counted = new Set(lights.map((state) => buildingStates.indexOf(state)))
  const counts = new Uint32Array(cells.length)
  buildings.forEach((cell, building) => { if (cell >= 0 && counted.has(states[building] ?? -1)) counts[cell] += 1 })
  const most = counts.reduce((one, other) => Math.max(one, other), 1)
  return cells.flatMap(({ id, ring }, at) => (counts[at] === 0 ? [] : [{ id, position: middle(ring), root: Math.sqrt(counts[at] / most) }]))
}

/** Of a hexagon, whose corners lie evenly around it; a ring that is closed tells its first corner twice. */
const middle = (ring: readonly Position[]): Position => {
  const [first, last] = [ring[0], ring.at(-1)]
  const corners = first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1] ? ring.slice(1) : ring
  const mean = (axis: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length
  return [mean(0), mean(1)]
}
