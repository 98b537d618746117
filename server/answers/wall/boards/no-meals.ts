import { gapReasons } from '../../../../geodata/model/question.ts'
import { reasonWords } from '../../../../geodata/words/reasons.ts'
import { isTold } from '../../../security/visibility.ts'
import { mealsKnown } from '../reach.ts'
import { mealsQuestion, type BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'
import { communityOf, homesIn } from './homes-in.ts'
import { mealGaps } from './meal-gaps.ts'

/** 哪些楼没饭吃，为何: homes left out by why, with the residents of 60 and over that are told of the area. */
export async function noMeals({ open, area, at, sites, view, language }: BoardAsk): Promise<BoardBody> {
  const question = mealsQuestion(open, area)
  if (question === null || !(await mealsKnown(open))) return { kind: 'bars', rows: [], why: 'none' }
  const { reasons } = mealGaps(open, sites, question)
  const homes = homesIn(open.city, at), persons = view.city.buildings.residents[question.group]
  const told = isTold(open, view, question.group, at)
  const residents = (of: readonly number[]): number | null => (told ? of.reduce((sum, i) => sum + persons[i], 0) : null)
  const total = residents(homes)
  // Reasons of no home stay until areas have been put together: each row's whole is that of all of them.
  const rows = gapReasons.map((reason, code) => {
    const own = homes.filter((i) => reasons[i] === code)
    const areas = [...new Set(own.flatMap((i) => communityOf(open.city, i) ?? []))].toSorted()
    return wallRow({ id: reason, name: reasonWords[reason][language], value: own.length, of: homes.length, second: { value: residents(own), of: total }, areas })
  })
  return { kind: 'bars', rows, untold: told ? 0 : 1, why: homes.length === 0 ? 'none' : null }
}
