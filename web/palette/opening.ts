import { useRoute, useRouter } from 'vue-router'
import { linkTo } from '../composables/address.ts'
import { useQuestionStore } from '../stores/question.ts'
import type { Hit } from '../stores/search.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpotStore } from '../stores/spot.ts'
import { viewPlaces } from '../shell/places.ts'

/**
 * Opens what was found. An area becomes the area asked about where the view asks about one, else its own page; a register its page; a site, unit or
 * organisation its record for those who may edit it, else its place on the map.
 */
export const useOpening = () => {
  const route = useRoute()
  const router = useRouter()
  const question = useQuestionStore()
  const session = useSessionStore()
  const spot = useSpotStore()
  const desk = viewPlaces.find((place) => place.path === '/data')

  const toPlan = async (): Promise<void> => { if (route.path !== '/plan') await router.push(linkTo('/plan')) }
  const openArea = async (code: string): Promise<void> => {
    if (!route.meta.shares?.includes('area')) return void (await router.push(`/area/${encodeURIComponent(code)}`))
    question.change({ area: code, building: null })
    spot.show(null)
  }
  const open = async (hit: Hit): Promise<void> => {
    if (hit.kind === 'area') return openArea(hit.id)
    if (hit.kind === 'register') return void (await router.push(`/registers/${hit.id}`))
    // At the desk records are opened; elsewhere a site and an organisation are, too, by those who may change them.
    if (desk && session.admits(desk.role) && (hit.kind !== 'unit' || route.path === desk.path)) {
      await router.push({ path: desk.path, query: { ...linkTo(desk.path).query, kind: hit.kind, record: hit.id } })
      return
    }
    if (hit.position === null) return
    spot.show({ kind: hit.kind === 'organisation' ? 'unit' : hit.kind, id: hit.id, name: hit.name, place: hit.place, position: hit.position })
    await toPlan()
  }
  return { open }
}
