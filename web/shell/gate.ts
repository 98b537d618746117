import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useSessionStore } from '../stores/session.ts'

/**
 * Who may enter the view of this route. waiting: it is not known yet who reads; leading: to the log-in; barred: the account may not;
 * open: come in. A view stays open when the log-in ends while it is looked at, so that nothing typed is lost.
 */
export type Gate = 'waiting' | 'leading' | 'barred' | 'open'

export const useGate = () => {
  const session = useSessionStore()
  const route = useRoute()
  const router = useRouter()
  const opened = shallowRef<string | null>(null)

  const gate = computed<Gate>(() => {
    const { role } = route.meta
    if (role === undefined || role === 'public') return 'open'
    if (!session.known) return 'waiting'
    if (session.endedAccount !== null && opened.value === route.path) return 'open'
    if (session.mustChangePassword) return 'leading'
    if (session.admits(role)) return 'open'
    return session.account === null ? 'leading' : 'barred'
  })
  watch([gate, () => route.path], ([now]) => { if (now === 'open') opened.value = route.path }, { immediate: true })
  watch(gate, (now) => {
    const { theme, lang } = route.query
    if (now === 'leading') void router.replace({ path: '/log-in', query: { to: route.fullPath, ...(theme ? { theme } : {}), ...(lang ? { lang } : {}) } })
  }, { immediate: true })
  return gate
}
