import { computed } from 'vue'
import { findMapWords, type FindMapKey } from '../../text/findMap.ts'
import { sayIn } from '../../text/saying.ts'
import { useFind } from '../state.ts'

/** Says the map's own texts in the page's language. */
export const useMapWords = () => {
  const { lang } = useFind()
  return computed(() => sayIn<FindMapKey>(findMapWords[lang.value], lang.value))
}
