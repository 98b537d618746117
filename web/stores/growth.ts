import { defineStore } from 'pinia'
import { computed } from 'vue'
import { exchanges } from '../../geodata/contract/first.ts'
import { useClient } from '../api/key.ts'
import { answered, type Outcome } from '../api/outcome.ts'
import { asking } from '../composables/asking.ts'
import type { Put } from './answer.ts'

export type GrowthPoint = { limit: number; share: number | null; covered: number | null; total: number | null }

/** Minutes of a walk, and metres of a radius, that are compared; the asked limit is added. Those of GB 50180 and steps around them. */
const walkMinutes = [5, 10, 15, 20, 30]
const radiusMetres = [200, 300, 500, 800, 1000]

/** How coverage grows with the limit: the same question at several limits. */
export const useGrowthStore = defineStore('growth', () => {
  const client = useClient()
  const points = asking(async ({ asked, lang }: Put, signal: AbortSignal): Promise<Outcome<GrowthPoint[]>> => {
    const { minutes, metres, ...rest } = asked
    const unit = metres === undefined ? 'minutes' : 'metres'
    const limits = limitsWith(unit, metres ?? minutes)
    const answers = await Promise.all(limits.map((limit) => client.ask(exchanges.coverage, { query: { ...rest, [unit]: limit }, lang, signal })))
    const found: GrowthPoint[] = []
    for (const [at, answer] of answers.entries()) {
      if (!answer.ok) return answer
      const { share, covered, total } = answer.value.residents
      found.push({ limit: limits[at], share, covered, total })
    }
    return answered(found)
  })
  return {
    points: computed(() => points.answer.value), question: computed(() => points.answeredQuestion.value), problem: computed(() => points.problem.value),
    busy: computed(() => points.busy.value), ask: points.ask, retry: points.retry, clear: points.clear,
  }
})

/** The limits compared, the asked one among them, smallest first. */
export const limitsWith = (unit: 'minutes' | 'metres', asked: number | undefined): number[] =>
  [...new Set([...(unit === 'minutes' ? walkMinutes : radiusMetres), ...(asked === undefined ? [] : [asked])])].sort((a, b) => a - b)
