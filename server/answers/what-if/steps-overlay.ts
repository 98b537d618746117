import { readInstant } from '../../../geodata/hours/clock.ts'
import { isOpenAt } from '../../../geodata/hours/open.ts'
import { readHours } from '../../../geodata/hours/read.ts'
import { overlayOfSteps, StepError } from '../../../geodata/kernel/stepOverlay.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import type { Step } from '../../../geodata/model/step.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { stepErrorSentence, unreadHoursSentence } from '../../../geodata/words/steps.ts'
import { checkTexts } from '../checked-texts.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'

/** What steps do to a city. Refusal badStep says which step and why, in the reader's language. */
export function stepsOverlay(open: OpenCity, base: Overlay, steps: readonly Step[], question: Question, language: Language): Overlay {
  checkTexts(steps)
  checkHours(steps, language)
  try {
    return overlayOfSteps(open.city, base, steps, steps.length === 0 ? null : openingOf(open, question))
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    const { step, code, details } = error
    throw new Refusal('badStep', { ...details, step: step + 1, reason: code, found: stepErrorSentence({ code, details }, language) })
  }
}

/** Hours are read whether or not an hour is asked for: what nobody can read would shut the site for good. */
function checkHours(steps: readonly Step[], language: Language): void {
  for (const [at, step] of steps.entries()) {
    const text = step.kind === 'add' ? step.site.hours : 'hours' in step ? step.hours : null
    if (text !== null && readHours(text).rule === null) throw new Refusal('badStep', { step: at + 1, reason: 'badHours', found: unreadHoursSentence(text, language) })
  }
}

/** Whether a rule of hours lets people in at the hour asked for; null: none is. What nobody can read lets nobody in. Texts that come with a question are not kept. */
export function openingOf({ hours: { calendar } }: Pick<OpenCity, 'hours'>, { at }: Pick<Question, 'at'>): ((text: string) => boolean) | null {
  if (at === null) return null
  const epochMs = readInstant(at) ?? NaN
  return (text) => isOpenAt({ rule: readHours(text).rule, suspensions: [] }, epochMs, calendar) === 'open'
}
