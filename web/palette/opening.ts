import { useRoute, useRouter } from 'vue-router'
import { linkTo } from '../composables/address.ts'
import { useQuestionStore } from '../stores/question.ts'
import type { Hit } from '../stores/search.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpotStore } from '../stores/spot.ts'
import { viewPlaces } from '../shell/places.ts'

/** Opens what was found: an area becomes the area asked about, a site or unit its record for those who may edit it, else its place on the map. */
export const useOpening = () => {
  const route = useRoute()
  const router = useRouter()
  const question = useQuestionStore()
  const session = useSessionStore()
  const spot = useSpotStore()
  const desk = viewPlaces.find((place) => place.path === '/data')

  const toPlan = async (): Promise<void> => { if (route.path !== '/plan') await router.push(linkTo('/plan')) }
  const open = async (hit: Hit): Promise<void> => {
    if (hit.kind === 'area') {
      question.change({ area: hit.id, building: null })
      spot.show(null)
      if (route.path !== '/plan' && route.path !== desk?.path) await toPlan()
      return
    }
    // At the desk records are opened; elsewhere a site is, too, by those who may change it.
    if (desk && session.admits(desk.role) && (hit.kind === 'facility' || route.path === desk.path)) {
      await router.push({ path: desk.path, query: { ...linkTo(desk.path).query, kind: hit.kind, record: hit.id } })
      return
    }
    if (hit.kind === 'register') {
      await router.push(`/registers/${hit.id}`)
      return
    }
    if (hit.position === null || hit.kind === 'organisation') return
    spot.show({ kind: hit.kind, id: hit.id, name: hit.name, place: hit.place, position: hit.position })
    await toPlan()
  }
  return { open }
}
