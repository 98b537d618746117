import { computed } from 'vue'
import { findShareWords, type FindShareKey } from '../../text/findShare.ts'
import { sayIn } from '../../text/saying.ts'
import { useFind } from '../state.ts'

/** Says the texts of sheet, share and embedded view in the page's language. */
export const useShareWords = () => {
  const { lang } = useFind()
  return computed(() => sayIn<FindShareKey>(findShareWords[lang.value], lang.value))
}
