import { watch } from 'vue'
import type { RouteLocationNormalized, Router } from 'vue-router'
import { useDeskStore } from '../stores/desk.ts'
import { deskStep, readDesk, writeDesk } from '../stores/deskQuery.ts'
import { useQuestionStore } from '../stores/question.ts'
import { historyOf, readQuery, writeQuery } from '../stores/query.ts'

/** The view whose address also holds what is being edited. */
const deskPath = '/data'

/** Keeps the address and the stores alike: a change of a store is written, a step back or forward is read. */
export const mirrorAddress = (router: Router): void => {
  const question = useQuestionStore()
  const desk = useDeskStore()
  const adopt = ({ path, query }: RouteLocationNormalized): void => {
    const here = readQuery(query)
    if (!same(writeQuery(here.values), writeQuery(question.values)) || here.faults.length > 0) question.adopt(query)
    if (path !== deskPath) return
    const there = readDesk(query)
    if (!same(writeDesk(there.values), writeDesk(desk.values)) || there.faults.length > 0) desk.adopt(query)
  }
  adopt(router.currentRoute.value)
  router.afterEach(adopt)
  watch(() => [question.values, desk.values] as const, ([values, deskValues]) => {
    const { path, query, matched } = router.currentRoute.value
    if (matched.length === 0) return
    const steps = [historyOf(readQuery(query).values, values), ...(path === deskPath ? [deskStep(readDesk(query).values, deskValues)] : [])]
    const how = steps.find((step) => step === 'push') ?? steps.find((step) => step === 'replace')
    if (how === undefined) return
    void router[how]({ path, query: { ...writeQuery(values), ...(path === deskPath ? writeDesk(deskValues) : {}) } })
  })
}

/** The whole view as a link of its own: what the catalogue decided is spelled out, so that it reads the same elsewhere. */
export const shareLink = (origin: string, path: string): string => {
  const question = useQuestionStore()
  const { category, group, limit, values } = question
  const spelled = { ...values, category: category?.code ?? null, group, ...limit, theme: 'system' as const }
  return `${origin}${path}?${new URLSearchParams(writeQuery(spelled)).toString()}`
}

const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other)
