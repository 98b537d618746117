import { bbox, multiPoint } from '@turf/turf'
import { computed } from 'vue'
import { buildingStates } from '../../geodata/model/question.ts'
import type { Box, Position } from '../../geodata/model/geometry.ts'
import type { AreaFocus, ShareDot, Switch, WalkRoute } from '../map/seam.ts'
import { useAnswerStore } from '../stores/answer.ts'
import { useAreaStore } from '../stores/areas.ts'
import type { LayerName } from '../stores/query.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSelectionStore } from '../stores/selection.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpotStore } from '../stores/spot.ts'
import { useTrialStore } from '../stores/trial.ts'

/** What the map is given, derived from the stores. */
export const useMapView = () => {
  const question = useQuestionStore()
  const answer = useAnswerStore()
  const areas = useAreaStore()
  const selection = useSelectionStore()
  const session = useSessionStore()
  const spot = useSpotStore()
  const trial = useTrialStore()

  /** A unit that was looked for is shown whether or not units are switched on. */
  const layersOn = computed<readonly Switch[]>(() => {
    const chosen = question.values.layers
    const names = spot.spot?.kind === 'unit' && !chosen.includes('units') ? [...chosen, 'units' as const] : chosen
    return ['labels', 'patterns', ...names.flatMap((name) => switchesOf[name])]
  })

  const asked = computed(() => selection.basket?.services.find((service) => service.category === question.category?.code) ?? null)
  const route = computed<WalkRoute | null>(() => {
    const nearest = asked.value?.nearest
    const from = selection.basket?.building.position
    if (!nearest || !from) return null
    const straight = question.values.metric === 'straight'
    return { line: nearest.route, from, to: nearest.position, minutes: straight ? null : nearest.minutes, admits: nearest.admits }
  })
  /** Everything of the chosen building that should be in view. */
  const routeBox = computed<Box | null>(() => (route.value ? boxOf([route.value.from, route.value.to, ...(route.value.line ?? [])]) : null))

  const dots = computed<readonly ShareDot[]>(() => (answer.coverage?.byArea ?? []).flatMap((area) => {
    const position = areas.labels.get(area.code)
    return position ? [{ level: area.level, code: area.code, name: area.name, position, share: area.residents.share, residents: area.residents.total }] : []
  }))
  const areaFocus = computed<AreaFocus>(() => {
    const area = areas.place?.area
    return area && area.code === question.values.area ? { code: area.code, level: area.level } : null
  })
  /** No answer per building: for this reader, or for the area asked about. The circles of the areas tell it at every zoom. */
  const coarse = computed(() => (session.known && !session.may('states')) || (answer.coverage !== null && answer.coverage.protection !== null))
  const stateOf = (index: number) => buildingStates[(trial.shown ?? answer.states)?.[index] ?? -1] ?? null
  return { layersOn, route, routeBox, dots, areaFocus, stateOf, coarse, selectedFacility: computed(() => (spot.spot?.kind === 'facility' ? spot.spot.id : asked.value?.nearest?.facility ?? null)) }
}

/** The reader switches boundaries as one thing. */
const switchesOf: Readonly<Record<LayerName, readonly Switch[]>> = {
  facilities: ['facilities'], units: ['units'], gates: ['gates'], boundaries: ['communities', 'grids', 'estates'],
}

const boxOf = (positions: readonly Position[]): Box => {
  const [west, south, east, north] = bbox(multiPoint(positions.map(([lon, lat]) => [lon, lat])))
  return [west, south, east, north]
}
