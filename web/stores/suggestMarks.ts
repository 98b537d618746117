import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Position } from '../../geodata/model/geometry.ts'

/** A suggested site on the map, by its place in the list. */
export type SuggestMark = { id: string; number: number; name: string; position: Position }

/** What the map shows of suggested sites. It is small and comes with the page; all else comes when something is suggested (stores/suggest.ts). */
export const useSuggestMarksStore = defineStore('suggestMarks', () => {
  const marks = shallowRef<readonly SuggestMark[]>([])
  /** Under the pointer or the keys, in the list or on the map. */
  const pointed = ref<string | null>(null)
  /** Asked for on the map: the list goes there. */
  const picked = ref<string | null>(null)
  return { marks, pointed, picked }
})
