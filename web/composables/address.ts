import { watch } from 'vue'
import type { LocationQuery, RouteLocationNormalizedLoaded, Router } from 'vue-router'
import { useQuestionStore } from '../stores/question.ts'
import { historyOf, queryKeys, readQuery, writeQuery, type Query, type QueryKey, type QueryValues } from '../stores/query.ts'

/** What every view's address may hold. */
const everywhere: readonly QueryKey[] = ['theme', 'lang']

/** Keeps the address and the question store alike: a change of the store is written, a step back or forward is read. What a view does not share stays in the store. */
export const mirrorAddress = (router: Router): void => {
  const question = useQuestionStore()
  const adopt = (route: RouteLocationNormalizedLoaded): void => {
    const shared = sharedBy(route)
    const here = readQuery(partOf(route.query, shared))
    const same = JSON.stringify(writeQuery(here.values)) === JSON.stringify(partOf(writeQuery(question.values), shared))
    if (!same || here.faults.length > 0) question.adopt(route.query, shared)
  }
  adopt(router.currentRoute.value)
  // A change that a later one overtook never was the address: read, it would take the later one back, and the two would undo each other for ever.
  router.afterEach((to, _from, failure) => { if (!failure) adopt(to) })
  watch(() => question.values, (values) => {
    const route = router.currentRoute.value
    if (route.matched.length === 0) return
    const shared = sharedBy(route)
    const how = historyOf(readQuery(partOf(route.query, shared)).values, sharedValues(values, shared))
    if (how === 'none') return
    void router[question.cameByItself ? 'replace' : how]({ path: route.path, query: { ...foreign(route.query, shared), ...partOf(writeQuery(values), shared) } })
  })
}

/** The address of another view, the question taken along as far as that view shares it (`shares`; absent: all of it). */
export const linkTo = (path: string, shares: readonly QueryKey[] = queryKeys): { path: string; query: Query } => {
  const question = useQuestionStore()
  const { building: _building, ...query } = writeQuery(question.values)
  return { path, query: partOf(query, [...everywhere, ...shares]) }
}

/** The whole view as a link of its own: what the catalogue decided is spelled out, so that it reads the same elsewhere. `own`: the view's own parameters that go with it. */
export const shareLink = (origin: string, path: string, own: Readonly<Record<string, string>> = {}): string => {
  const question = useQuestionStore()
  const { category, group, limit, values } = question
  const spelled = { ...values, category: category?.code ?? null, group, ...limit, theme: 'system' as const }
  return `${origin}${path}?${new URLSearchParams({ ...writeQuery(spelled), ...own }).toString()}`
}

const sharedBy = ({ meta }: RouteLocationNormalizedLoaded): readonly QueryKey[] => [...everywhere, ...(meta.shares ?? [])]

const partOf = <Q extends Readonly<Record<string, unknown>>>(query: Q, keys: readonly QueryKey[]): Partial<Q> =>
  Object.fromEntries(Object.entries(query).filter(([key]) => keys.some((shared) => shared === key))) as Partial<Q>

/** What stands in the address beside the question: a view's own parameters, such as the wall's building, whose name it does not share. */
const foreign = (query: LocationQuery, shared: readonly QueryKey[]): LocationQuery => Object.fromEntries(Object.entries(query).filter(([key]) => !shared.some((known) => known === key)))

/** The values of the shared keys, the others as they are by default: only the shared ones count as a change. */
const sharedValues = (values: QueryValues, keys: readonly QueryKey[]): QueryValues => readQuery(partOf(writeQuery(values), keys)).values
