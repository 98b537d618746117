import type { CandidateAnswer } from '../../../geodata/contract/siting.ts'
import { useWords } from '../../composables/words.ts'
import { useSpeechStore } from '../../stores/speech.ts'
import { spaced } from '../../text/speech.ts'
import { gapPercent, type Suggestion } from './curve.ts'

/** Candidates and proofs in the reader's words. */
export const useCandidateWords = () => {
  const speech = useSpeechStore()
  const words = useWords()

  const costOf = (yuan: number): string => String(Math.round(yuan / 100) / 100)
  /** Kind, what the owner says, seats, hours and cost, as far as they are known; a kind that nobody owns says nothing of willingness. */
  const factsOf = ({ kind, willingness, spareSeats, hours, costYuan, unit }: CandidateAnswer): string => [
    speech.say(`suggest.kind.${kind}`),
    ...(kind === 'networkPoint' || kind === 'uploaded' ? [] : [speech.say('suggest.willingness', { willingness: speech.say(`suggest.willing.${willingness ?? 'unasked'}`) })]),
    ...(unit && kind === 'vacantPremises' ? [unit.name] : []), ...(spareSeats === null ? [] : [speech.say('suggest.spare', { seats: words.exact(spareSeats) })]), ...(hours === null ? [] : [hours]),
    ...(costYuan === null ? [] : [speech.say('suggest.cost', { cost: costOf(costYuan) })]),
  ].join(' · ')
  /** How good it is proven to be: never more than the answer says. */
  const proofOf = ({ proven, gapShare, joint }: Pick<Suggestion, 'proven' | 'gapShare' | 'joint'>): string => {
    if (proven) return speech.say(joint ? 'suggest.provenEach' : 'suggest.proven')
    const gap = gapPercent(gapShare)
    return gap === null ? speech.say('suggest.unproven') : speech.say('suggest.within', { gap })
  }
  /** What was reached by aims other than the most residents; '' for that one, whose coverage says it. */
  const reachedOf = ({ unit, value, before }: Pick<Suggestion, 'unit' | 'value' | 'before'>): string => {
    if (unit === 'residents') return ''
    if (unit === 'yuan') return speech.say('suggest.reached.yuan', { value: costOf(value) })
    if (unit === 'personMetres') return before.residents.total ? speech.say('suggest.reached.personMetres', { value: words.exact(Math.round(value / before.residents.total)) }) : ''
    return speech.say(`suggest.reached.${unit}`, { value: words.exact(Math.round(value)) })
  }
  /** A sentence of the server in the page's own typography. */
  const saidOf = (sentence: string): string => {
    const apart = sentence.replace(/(\d),(?=\d{3})/g, '$1\u202F')
    return speech.lang === 'zh' ? spaced(apart) : apart
  }
  return { saidOf, factsOf, proofOf, reachedOf, costOf }
}
