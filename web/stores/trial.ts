import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Position } from '../../geodata/model/geometry.ts'
import type { BuildingState } from '../../geodata/model/question.ts'
import type { MapPin, PinMove } from '../map/seam.ts'
import type { GhostStart } from '../plan/ghost.ts'

/** What is in the planner's hand over the map: a site to be put somewhere, a way through a wall, or something of the map that was picked up to be changed. */
export type Tool =
  /** `start`: one that stands already and is moved; absent: a new one. */
  | { kind: 'site'; start?: GhostStart }
  | { kind: 'passage' }
  | { kind: 'facility'; id: string; name: string; category: string }
  | { kind: 'gate'; id: string; name: string; locked: 'never' | 'always' | 'hours' }

/** Whoever works with the tool is told what happens on the map. */
export type Hand = { moved: (move: PinMove) => void; kept: () => void; forgotten: () => void; pointed: (position: Position) => void; placed: (position: Position) => void }

/** What the map shows of a what-if. It is small and comes with the page; all that works it out comes when one begins (stores/whatIf.ts). */
export const useTrialStore = defineStore('trial', () => {
  const tool = shallowRef<Tool | null>(null)
  const pin = shallowRef<MapPin | null>(null)
  const placing = ref(false)
  const hand = shallowRef<Hand | null>(null)
  /** State of every building with the steps done; null: nothing is tried out, or it is not known yet. */
  const states = shallowRef<Uint8Array | null>(null)
  /** Buildings and residents by state in the asked area, with the steps done. */
  const counts = shallowRef<readonly { state: BuildingState; buildings: number; residents: number }[] | null>(null)
  /** The same when seats count; null: they do not. */
  const seated = shallowRef<{ states: Uint8Array; counts: NonNullable<typeof counts.value> } | null>(null)
  /** The reader looks at today's city for a moment. */
  const today = ref(false)

  const take = (next: Tool | null): void => { tool.value = next }
  return {
    tool, pin, placing, hand, states, counts, seated, today, take,
    shown: computed(() => (today.value ? null : seated.value?.states ?? states.value)), shownCounts: computed(() => (today.value ? null : seated.value?.counts ?? counts.value)),
  }
})
