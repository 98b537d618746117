import type { Map as GlMap, MapSourceDataEvent } from 'maplibre-gl'
import { stateLedger } from './differences.ts'
import type { StateChange } from './differences.ts'

const source = 'buildings'
const target = (id: number) => ({ source, sourceLayer: source, id })
/** Above this many buildings held, those whose tiles are gone are dropped at the next rest. */
const heldLimit = 60_000

type Identified = { id?: number | string | undefined }
/** The one thing asked of the library's tile: the features it holds. */
type AskedTile = { querySourceFeatures: (found: Identified[], asked: { sourceLayer: string }) => void }

/** The state of buildings on one GL map: answers and emphasis come in, feature-states go out, and survive new tiles and a lost context. */
export type BuildingStatesOnMap = ReturnType<typeof buildingStatesOn>

export function buildingStatesOn(map: GlMap) {
  const ledger = stateLedger()
  let emphasised: { chosen: number | null; hover: number | null } = { chosen: null, hover: null }

  const send = (changes: readonly StateChange[]): void => {
    if (!map.getSource(source)) return
    for (const { index, state } of changes) map.setFeatureState(target(index), { state })
  }
  const mark = (kind: 'chosen' | 'hover', index: number | null, on: boolean): void => {
    if (index !== null && map.getSource(source)) map.setFeatureState(target(index), { [kind]: on })
  }

  return {
    /** A new answer; null clears. */
    answer: (states: Uint8Array | null) => send(ledger.answer(states)),
    /** Differences to the answer. */
    change: (indices: Int32Array, states: Uint8Array) => send(ledger.change(indices, states)),

    /** Outlines one building; null takes the outline away. */
    emphasise(kind: 'chosen' | 'hover', index: number | null) {
      if (emphasised[kind] === index) return
      mark(kind, emphasised[kind], false)
      emphasised = { ...emphasised, [kind]: index }
      mark(kind, index, true)
    },

    /** A tile of buildings came: what it holds gets its state before it is first drawn. */
    tileCame(event: MapSourceDataEvent) {
      const tile: AskedTile | undefined = event.tile
      if (event.sourceId !== source || !tile) return
      const features: Identified[] = []
      tile.querySourceFeatures(features, { sourceLayer: source })
      send(ledger.load(idsOf(features)))
    },

    /** At rest: drops what is no longer in any loaded tile, once there is much of it. */
    rest() {
      if (ledger.held() <= heldLimit) return
      const loaded = new Set(idsOf(map.querySourceFeatures(source, { sourceLayer: source })))
      for (const index of ledger.keep(loaded)) map.removeFeatureState(target(index))
    },

    /** The GL map has forgotten its states: says again what is emphasised; buildings follow with their tiles. */
    again() {
      ledger.forget()
      mark('chosen', emphasised.chosen, true)
      mark('hover', emphasised.hover, true)
    },

    shown(index: number): number | null {
      const value: unknown = map.getSource(source) ? map.getFeatureState(target(index))?.['state'] : undefined
      return typeof value === 'number' && value >= 0 ? value : null
    },
  }
}

function* idsOf(features: Iterable<Identified>): Generator<number> {
  for (const { id } of features) if (typeof id === 'number') yield id
}
