import { computed, onScopeDispose, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { keysOf, readTable, writeTable, type Table, type ValuesOf } from '../stores/table.ts'

/**
 * A view's own part of the address as values, both ways: a change is written, a step back or forward is read. The question's part is kept by address.ts.
 * Names must differ from those of stores/query.ts that the route shares.
 */
export const useViewAddress = <T extends Table>(table: T) => {
  const router = useRouter()
  const route = useRoute()
  const { name } = route
  const values = shallowRef<ValuesOf<T>>(readTable(table, route.query).values)
  const faults = computed(() => (route.name === name ? readTable(table, route.query).faults : []))
  let writing: ReturnType<typeof setTimeout> | undefined
  let how: 'push' | 'replace' = 'replace'

  const stop = router.afterEach((to, _from, failure) => {
    // What a later change overtook never was the address.
    if (failure || to.name !== name || writing !== undefined) return
    const here = readTable(table, to.query).values
    if (JSON.stringify(writeTable(table, here)) !== JSON.stringify(writeTable(table, values.value))) values.value = here
  })
  const write = (): void => {
    writing = undefined
    const now = router.currentRoute.value
    if (now.name !== name) return
    const others = Object.fromEntries(Object.entries(now.query).filter(([key]) => !(key in table)))
    void router[how]({ path: now.path, query: { ...others, ...writeTable(table, values.value) } })
  }
  /** `quiet`: it comes by itself, and is no step one goes back to. */
  const change = (part: Partial<ValuesOf<T>>, quiet = false): void => {
    const before = writeTable(table, values.value)
    values.value = { ...values.value, ...part }
    const after = writeTable(table, values.value)
    const changed = keysOf(table).filter((key) => before[key] !== after[key])
    if (changed.length === 0) return
    const pushes = !quiet && changed.some((key) => table[key]?.history === 'push')
    how = pushes || (writing !== undefined && how === 'push') ? 'push' : 'replace'
    clearTimeout(writing)
    // A change of the question in the same breath is on its way into the address: it must have arrived first.
    writing = setTimeout(write, 0)
  }
  onScopeDispose(() => {
    stop()
    clearTimeout(writing)
  })
  return { values, faults, change }
}
