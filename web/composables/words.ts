import { computed } from 'vue'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { coverage } from '../../geodata/contract/coverage.ts'
import type { BuildingState } from '../../geodata/model/question.ts'
import { useCityStore } from '../stores/city.ts'
import { useSpeechStore } from '../stores/speech.ts'
import * as number from '../text/numbers.ts'

type Question = AnswerOf<typeof coverage>['question']

/** Figures and codes in the reader's words. */
export const useWords = () => {
  const speech = useSpeechStore()
  const city = useCityStore()

  const metres = (value: number): string => (value >= 10_000
    ? speech.say('unit.kilometres', { kilometres: (value / 1000).toFixed(1) }) : speech.say('unit.metres', { metres: number.exact(value) }))
  const minutes = (value: number): string => speech.say('unit.minutes', { minutes: number.minutes(value) })
  /** `of`: the whole it is a part of, so that both are said in one unit. */
  const land = (squareMetres: number, of = squareMetres): string => (of >= 10_000
    ? speech.say('unit.hectares', { hectares: number.exact(squareMetres / 10_000) }) : speech.say('unit.squareMetres', { metres: number.exact(squareMetres) }))
  /** null: too few to be shown. */
  const count = (value: number | null): string => (value === null ? number.fewSign(city.k) : number.count(value, speech.lang))
  const exact = (value: number | null): string => (value === null ? number.fewSign(city.k) : number.exact(value))
  /** People of one building or class, never below k. */
  const few = (value: number | null): string => number.fewPeople(value, city.k, speech.lang)
  const isFew = (value: number | null): boolean => number.isFew(value, city.k)
  /** Why a figure is not shown. */
  const whyFew = computed(() => speech.say('few.why', { k: city.k }))
  const day = (iso: string): string => number.day(iso, speech.lang)
  /** The limit as it was asked: metres for a radius, minutes for a walk. */
  const limit = (question: Question, factor = 1): string => (question.metric === 'straight'
    ? metres(question.limitMetres * factor) : minutes(question.limitMinutes * factor))

  const marginalFactor = computed(() => city.rules.find((rule) => rule.code === 'marginalFactor')?.value ?? null)
  const state = (code: BuildingState, question: Question | null): string => {
    if (!question) return speech.say(`state.${code}`)
    const straight = question.metric === 'straight'
    if (code === 'covered') return speech.say(straight ? 'legend.coveredStraight' : 'legend.covered', { limit: limit(question) })
    if (code === 'marginal' && marginalFactor.value !== null) return speech.say('legend.marginal', { limit: shortLimit(question), beyond: limit(question, marginalFactor.value) })
    if (code === 'uncovered' && straight) return speech.say('legend.uncoveredStraight')
    return code === 'marginal' ? speech.say('state.marginal') : speech.say(`legend.${code}`)
  }
  /** Only the figure: "10 to 12 minutes" names the unit once. */
  const shortLimit = (question: Question): string => (question.metric === 'straight' ? number.exact(question.limitMetres) : number.minutes(question.limitMinutes))
  return { metres, minutes, land, count, few, isFew, whyFew, day, limit, state, share: number.share, exact }
}
