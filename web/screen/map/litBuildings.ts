import { buildingStates, type BuildingState } from '../../../geodata/model/question.ts'
import type { WallLights } from './answer.ts'

/** What the map is given while a drawer counts buildings: the state of those, and every other building as one among the houses. */
export type LitBuildings = { states: Uint8Array | null; lights: readonly BuildingState[] | null }

/** Exactly the buildings the drawer counts. An older edition tells their states alone; one of other buildings lights none. */
export const litBuildings = (states: Uint8Array | null, lights: WallLights | null): LitBuildings => {
  if (!states || !lights || lights.states.length === 0) return { states, lights: null }
  if (lights.buildings === undefined) return { states, lights: lights.states }
  const bits = Uint8Array.from(atob(lights.buildings), (sign) => sign.charCodeAt(0))
  if (bits.length !== Math.ceil(states.length / 8)) return { states, lights: null }
  const counted = states.map((state, i) => ((bits[i >> 3] >> (i & 7)) & 1 ? state : other))
  return { states: counted, lights: buildingStates.filter((_, state) => state !== other && counted.includes(state)) }
}

const other = buildingStates.indexOf('other')
