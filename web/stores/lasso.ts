import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Ring } from '../plan/ring.ts'
import { useTrialStore } from './trial.ts'

/** An area drawn on the map by the planner, and whether one is being drawn. Only one thing at a time is in the hand. */
export const useLassoStore = defineStore('lasso', () => {
  const trial = useTrialStore()
  const drawing = ref(false)
  const ring = shallowRef<Ring | null>(null)
  const begin = (): void => {
    trial.take(null)
    drawing.value = true
  }
  const finish = (drawn: Ring | null): void => {
    drawing.value = false
    if (drawn) ring.value = drawn
  }
  const forget = (): void => {
    drawing.value = false
    ring.value = null
  }
  return { drawing, ring, begin, finish, forget }
})
