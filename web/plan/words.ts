import { audiences, type Admission } from '../../geodata/model/facility.ts'
import type { Step } from '../../geodata/model/step.ts'
import { useWords } from '../composables/words.ts'
import { useCityStore } from '../stores/city.ts'
import { useSpeechStore } from '../stores/speech.ts'
import type { DeskFault } from '../workers/deskMessages.ts'

/** Steps and figures of a what-if in the reader's words. */
export const useTrialWords = () => {
  const city = useCityStore()
  const speech = useSpeechStore()
  const words = useWords()

  /** A difference of people with its sign; few are not told apart. */
  const signed = (difference: number): string => (difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${words.few(Math.abs(difference))}`)
  /** The same of what is counted exactly. */
  const signedExact = (difference: number, write: (value: number) => string = words.exact): string => (difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${write(Math.abs(difference))}`)
  /** A difference of shares in percentage points. */
  const points = (difference: number): string => {
    const tenths = Math.round(difference * 1000) / 10
    return speech.say('try.points', { points: tenths === 0 ? '0' : `${tenths > 0 ? '+' : '−'}${Math.abs(tenths).toFixed(1)}` })
  }
  const shareOf = ({ covered, total }: { covered: number; total: number }): string => words.share(total === 0 ? null : covered / total)
  const categoryOf = (code: string): string => {
    const row = city.categories.find((one) => one.code === code)
    return row ? city.nameOf(row) : code
  }
  const hoursOf = (hours: string | null, none: 'try.hoursAny' | 'try.hoursOwn' = 'try.hoursAny'): string => hours ?? speech.say(none)
  const admissionOf = ({ audience, minAge, maxAge }: Admission): string => {
    const who = speech.say(`audience.${audiences.find((one) => one === audience) ?? 'everyone'}`)
    if (minAge === null && maxAge === null) return who
    return speech.say('try.ages', { who, from: minAge ?? 0, to: maxAge ?? '∞' })
  }
  /** `name`: of the site or gate it is about, where it is known. */
  const stepText = (step: Step, name: string): string => {
    switch (step.kind) {
      case 'add': return speech.say('try.step.add', { name: step.site.name, who: admissionOf(step.site.admission), hours: hoursOf(step.site.hours) })
      case 'move': return speech.say('try.step.move', { name })
      case 'close': return speech.say('try.step.close', { name })
      case 'admit': return speech.say('try.step.admit', { name, who: admissionOf(step.admission), hours: hoursOf(step.hours, 'try.hoursOwn') })
      case 'hours': return speech.say('try.step.hours', { name, hours: hoursOf(step.hours) })
      case 'seats': return speech.say('try.step.seats', { name, seats: step.seats ?? speech.say('try.seatsUnknown') })
      case 'openGate': return speech.say('try.step.openGate', { name, hours: hoursOf(step.hours) })
      case 'passage': return speech.say('try.step.passage', { hours: hoursOf(step.hours) })
    }
  }
  /** Why a step cannot be done. */
  const faultText = ({ message, step, code, details }: DeskFault): string => {
    const values = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, value ?? '']))
    const reason = code === null ? message : speech.say(code === 'noStreet' && details['found'] === null ? 'try.fault.noStreetNear' : `try.fault.${code}`, values)
    return step === null ? reason : speech.say('try.fault', { step: step + 1, reason })
  }
  return { signed, signedExact, points, shareOf, categoryOf, admissionOf, stepText, faultText }
}
