import { onScopeDispose, watch } from 'vue'
import type { RouteLocationNormalizedLoaded, Router } from 'vue-router'
import { useDeskStore } from '../stores/desk.ts'
import { deskStep, deskTable, readDesk, writeDesk } from '../stores/deskQuery.ts'

/** Keeps the desk's part of the address and its store alike, while the desk is open. The question's part is kept by composables/address.ts. */
export const mirrorDesk = (router: Router): void => {
  const desk = useDeskStore()
  const { path } = router.currentRoute.value
  let writing: ReturnType<typeof setTimeout> | undefined
  let planned: 'push' | 'replace' = 'replace'

  const adopt = (route: RouteLocationNormalizedLoaded): void => {
    if (route.path !== path || writing !== undefined) return
    const here = readDesk(route.query)
    if (JSON.stringify(writeDesk(here.values)) !== JSON.stringify(writeDesk(desk.values)) || here.faults.length > 0) desk.adopt(route.query)
  }
  const write = (): void => {
    writing = undefined
    const route = router.currentRoute.value
    if (route.path !== path) return
    const others = Object.fromEntries(Object.entries(route.query).filter(([key]) => !(key in deskTable)))
    void router[planned]({ path, query: { ...others, ...writeDesk(desk.values) } })
  }
  adopt(router.currentRoute.value)
  const stop = router.afterEach(adopt)
  watch(() => desk.values, (values) => {
    const step = deskStep(readDesk(router.currentRoute.value.query).values, values)
    clearTimeout(writing)
    writing = undefined
    if (step === 'none') return
    planned = step
    // A change of the question in the same breath is on its way into the address: it must have arrived, or one would undo the other.
    writing = setTimeout(write, 0)
  })
  onScopeDispose(() => {
    stop()
    clearTimeout(writing)
  })
}
