import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { wall, WallNumber } from '../../../geodata/contract/wall.ts'
import type { Box } from '../../../geodata/model/geometry.ts'
import { longestStepWords, type Tour, type TourStep } from '../../../geodata/model/tour.ts'
import type { WallSubject } from '../../../geodata/model/wall.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { usualTourWords } from '../../../geodata/words/tours.ts'

type Wall = AnswerOf<typeof wall>
type Asked = Pick<Wall, 'area' | 'numbers' | 'boards' | 'children'>

/** Numbers of which the area is visited where most is amiss, and boards that are shown: with the eight numbers some four minutes. */
const mostVisits = 3, mostBoards = 6
const numberSeconds = 12, boardSeconds = 16

/** Where nothing is told yet: areas below that are looked at, and a look from nearby, close enough to see which buildings are high. */
const mostLooks = 8, nearby = { zoom: 15.5, pitch: 50, bearing: -15 }

export const usualTourId = 't-usualtour'

/**
 * What a wall plays where nobody has written a tour: every number there are data for, the area below where most is amiss, and the boards that have an answer. Nothing in it is a figure, so that it stays the
 * same tour while they move; notes are the rules. Of a city of which nothing but the map was entered, the map: the whole, its areas, and a part of it from nearby.
 */
export function usualTour({ area, numbers, boards, children }: Asked, { name, box }: { name: string; box: Box | null }, language: Language): Tour {
  const told = numbers.filter(({ value }) => value !== null), answered = boards.filter(({ answer }) => answer !== '').slice(0, mostBoards)
  let visits = 0
  const steps = [
    ...told.flatMap((number) => {
      const worst = visits < mostVisits ? worstChild(number, children) : null
      if (worst) visits++
      const here = step(area?.code ?? null, number.code, number.question, number.rule, numberSeconds)
      return worst ? [here, step(worst.code, number.code, fillSentence(usualTourWords.visit, { area: worst.name, question: number.question }, language), number.rule, numberSeconds)] : [here]
    }),
    ...answered.map(({ code, question, rule }) => step(area?.code ?? null, code, question, rule, boardSeconds)),
  ]
  return { id: usualTourId, name: usualTourWords.name[language], steps: steps.length > 0 ? steps : looks(area, children, name, box, language) }
}

function looks(area: Asked['area'], children: Asked['children'], name: string, box: Box | null, language: Language): TourStep[] {
  const whole = step(area?.code ?? null, null, area?.name ?? name, '', numberSeconds)
  const near = box && { ...whole, place: { ...whole.place, camera: { centre: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const, ...nearby } }, words: usualTourWords.nearby[language] }
  return [whole, ...children.slice(0, mostLooks).map((child) => step(child.code, null, child.name, '', numberSeconds)), ...(near ? [near] : [])]
}

const step = (area: string | null, subject: WallSubject | null, words: string, notes: string, seconds: number): TourStep =>
  ({ place: { area, only: [], camera: null, building: null }, subject, month: null, words: [...words].slice(0, longestStepWords).join(''), notes, seconds })

/** Where most is amiss of those that are told; one of a single area, or where nothing is amiss, is none. */
function worstChild({ code, better, of: whole }: WallNumber, children: Wall['children']): Wall['children'][number] | null {
  const found = children.flatMap((child) => {
    const figure = child.numbers[code]
    if (!figure || figure.value === null) return []
    return [{ child, amiss: better === 'low' ? figure.value : whole === null ? -figure.value : (figure.of ?? 0) - figure.value }]
  }).toSorted((one, other) => other.amiss - one.amiss)
  return found.length > 1 && found[0].amiss > found[1].amiss && found[0].amiss > 0 ? found[0].child : null
}
