import { computed } from 'vue'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import { wallHexagons } from '../../../geodata/contract/wall.ts'
import { buildingStates } from '../../../geodata/model/question.ts'
import { useClient } from '../../api/key.ts'
import { useAsked } from '../../composables/asked.ts'
import type { OverlayCell } from '../../map/overlay/shapes.ts'
import { useCityStore } from '../../stores/city.ts'
import type { WallAnswer } from './answer.ts'

export type HomesByHexagon = Pick<AnswerOf<typeof wallHexagons>, 'cells' | 'buildings'>

/** Upper bounds of the classes: they stay whatever month is played. */
export const hexagonBounds = [0.2, 0.4, 0.6, 0.8, 1] as const

/** Hexagons by the share of homes in them that are covered; homes without a known state count on neither side. Nothing but the states that are told of each building. */
export const hexagonCells = ({ cells, buildings }: HomesByHexagon, states: Uint8Array): OverlayCell[] => {
  const covered = new Uint32Array(cells.length), known = new Uint32Array(cells.length)
  if (states.length !== buildings.length) return []
  buildings.forEach((cell, building) => {
    const state = states[building]
    if (cell < 0 || state === nodata || state === other) return
    known[cell] += 1
    if (buildingStates[state] === 'covered') covered[cell] += 1
  })
  return cells.map(({ id, ring }, at) => {
    const share = covered[at] / known[at]
    return { id, name: '', ring, step: known[at] === 0 ? 'none' : Math.max(0, hexagonBounds.findIndex((bound) => share <= bound)) }
  })
}

const [nodata, other] = [buildingStates.indexOf('nodata'), buildingStates.indexOf('other')]

/** About 460, 170 and 65 metres from the middle to a corner: more of a city is seen by larger ones. */
export const resolutionFor = (level: string | null, buildings: number): 8 | 9 | 10 => (level === 'community' || level === 'grid' ? 10 : buildings > 50_000 ? 8 : 9)

/** Of a community or a grid the street around it: the smallest hexagons of a whole city are megabytes. null: the whole city. */
export const partFor = (area: WallAnswer['area']): string | null => (area?.level === 'community' || area?.level === 'grid' ? (area.chain.find(({ level }) => level === 'street')?.code ?? null) : null)

/** `area`: of which homes; null: of all. */
export type WantedHexagons = { resolution: 8 | 9 | 10; area: string | null }

/** Which home lies in which hexagon, asked for once it is wanted; null: not at all. */
export const useHexagons = (wanted: () => WantedHexagons | null) => {
  const client = useClient()
  const city = useCityStore()
  const { answer } = useAsked(() => {
    const now = wanted()
    // With other buildings it is another question.
    return now === null ? null : { ...now, geometry: city.meta?.tileVersions.outlines ?? '' }
  }, ({ resolution, area }, lang, signal) => client.ask(wallHexagons, { query: { resolution, ...(area === null ? {} : { area }) }, lang, signal }))
  return computed<HomesByHexagon | null>(() => {
    const now = wanted(), told = answer.value
    return now && told && told.resolution === now.resolution && told.area === now.area ? told : null
  })
}
