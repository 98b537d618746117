import { computed, watch } from 'vue'
import { useViewAddress } from '../../composables/viewAddress.ts'
import { useSuggestStore } from '../../stores/suggest.ts'
import { valuesOf, wishOf, wishTable } from './wish.ts'

/** Keeps the address and the wish alike, both ways: a link gives the wish back, and what was suggested for it is worked out anew. */
export const useSuggestAddress = () => {
  const suggest = useSuggestStore()
  const { values, faults, change } = useViewAddress(wishTable)
  const alike = (): boolean => JSON.stringify(valuesOf(suggest.wish, suggest.begun)) === JSON.stringify(values.value)
  const adopt = (): void => {
    suggest.change(wishOf(values.value))
    // Own places are not in a link.
    if (values.value.aim !== null && !suggest.begun) suggest.begun = true
  }
  if (!suggest.begun && values.value.aim !== null) adopt()
  else if (!alike()) change(valuesOf(suggest.wish, suggest.begun), true)

  watch(() => [suggest.wish, suggest.begun] as const, () => { if (!alike()) change(valuesOf(suggest.wish, suggest.begun), true) })
  watch(values, () => { if (!alike()) adopt() })
  return { unread: computed(() => faults.value.length > 0) }
}
