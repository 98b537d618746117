import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import type { City } from './columns.ts'
import type { Asked } from './figures.ts'
import { limitMetresOf, profileOf, ruleValue } from './question.ts'
import { checkOverlay } from './sources.ts'

/** The door of every answer: checks the question and the overlay against the city, and says what the limit means in metres. */
export function asked(city: City, overlay: Overlay, question: Question): Asked {
  checkOverlay(city, overlay)
  const { metresPerSecond } = profileOf(city.catalogue, question)
  const limitMetres = limitMetresOf(city.catalogue, question)
  return { question, limitMetres, limitMinutes: limitMetres / metresPerSecond / 60, metresPerSecond, marginalMetres: limitMetres * Math.max(1, ruleValue(city.catalogue, 'marginalFactor')) }
}

/** Index of the asked area, -1 for the whole city. */
export function askedArea(city: City, question: Question): number {
  if (question.area === null) return -1
  const area = city.areas.byCode.get(question.area)
  if (area === undefined) throw new RangeError(`area: expected the code of an area of the city, got ${question.area}`)
  return area
}
