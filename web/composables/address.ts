import { watch } from 'vue'
import type { RouteLocationNormalized, Router } from 'vue-router'
import { useQuestionStore } from '../stores/question.ts'
import { historyOf, readQuery, writeQuery } from '../stores/query.ts'

/** Keeps the address and the question store alike: a change of the store is written, a step back or forward is read. */
export const mirrorAddress = (router: Router): void => {
  const question = useQuestionStore()
  const adopt = ({ query }: RouteLocationNormalized): void => {
    const here = readQuery(query)
    const same = JSON.stringify(writeQuery(here.values)) === JSON.stringify(writeQuery(question.values))
    if (!same || here.faults.length > 0) question.adopt(query)
  }
  adopt(router.currentRoute.value)
  router.afterEach(adopt)
  watch(() => question.values, (values) => {
    const route = router.currentRoute.value
    if (route.matched.length === 0) return
    const how = historyOf(readQuery(route.query).values, values)
    if (how === 'none') return
    void router[how]({ path: route.path, query: writeQuery(values) })
  })
}

/** The whole view as a link of its own: what the catalogue decided is spelled out, so that it reads the same elsewhere. */
export const shareLink = (origin: string, path: string): string => {
  const question = useQuestionStore()
  const { category, group, limit, values } = question
  const spelled = { ...values, category: category?.code ?? null, group, ...limit, theme: 'system' as const }
  return `${origin}${path}?${new URLSearchParams(writeQuery(spelled)).toString()}`
}
