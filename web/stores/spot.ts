import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Position } from '../../geodata/model/geometry.ts'

/** What was looked for: the map goes there and marks it. candidate: something that could be opened or built, which is no site yet. */
export type Spot = { kind: 'facility' | 'unit' | 'candidate'; id: string; name: string; place: string; position: Position }

export const useSpotStore = defineStore('spot', () => {
  const spot = shallowRef<Spot | null>(null)
  const show = (found: Spot | null): void => { spot.value = found }
  return { spot, show }
})
