import type { Reader } from '../../../geodata/contract/exchange.ts'
import type { WallNumber } from '../../../geodata/contract/wall.ts'
import type { WallNumberCode, WallSource } from '../../../geodata/model/wall.ts'
import { wallNumberCodes } from '../../../geodata/model/wall.ts'
import { monthOf } from '../../../geodata/registers/days.ts'
import { ruleOf } from '../../../geodata/registers/rule.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { wallFactWords, wallNumberWords, wallSitesUnit } from '../../../geodata/words/wall.ts'
import { categoryName } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'
import type { Fact } from './figure.ts'
import { freshOf } from './fresh.ts'
import { monthEnd, trendOf } from './months.ts'
import { numbersOf, type AreaThen } from './numbers.ts'
import { eveningOf, wallQuestion } from './reach.ts'
import { targetOf } from './target.ts'

type Shape = Pick<WallNumber, 'shown' | 'better' | 'map' | 'page'> & { source: WallSource }

/** How each number is shown, and where one works on it. */
const shapes: Readonly<Record<WallNumberCode, Shape>> = {
  meals: { shown: 'share', better: 'high', map: 'states', source: 'sites', page: '/plan?category=canteen' },
  evening: { shown: 'share', better: 'high', map: 'states', source: 'sites', page: '/plan?category=activityRoom' },
  leftOut: { shown: 'count', better: 'low', map: 'states', source: 'sites', page: '/plan?category=canteen' },
  rooms: { shown: 'count', better: 'high', map: 'areas', source: 'completeness', page: '/completeness' },
  opened: { shown: 'count', better: 'high', map: 'areas', source: 'units', page: '/registers/units' },
  twoNew: { shown: 'share', better: 'high', map: 'areas', source: 'organisations', page: '/two-new' },
  vacant: { shown: 'count', better: 'low', map: 'areas', source: 'seats', page: '/registers/vacancies' },
  requests: { shown: 'share', better: 'high', map: 'areas', source: 'events', page: '/heat' },
}

/** The eight numbers of one area with their trends, targets and words. */
export async function shownNumbers(open: OpenCity, then: AreaThen, reader: Reader, language: Language): Promise<WallNumber[]> {
  const now = await numbersOf(open, then, reader)
  const trend = await Promise.all(trendOf(then.months, monthOf(then.day)).map(async (month) => ({ month, numbers: await numbersOf(open, { ...then, day: monthEnd(open, month) }, reader) })))
  const limit = wallQuestion(open, 'canteen')?.limit
  const details = {
    minutes: limit && 'minutes' in limit ? limit.minutes : null, days: ruleOf(open.catalogue, 'vacancyDays'), least: ruleOf(open.catalogue, 'ownBranchMembers'), day: eveningOf(open.hours.calendar, then.day).day,
  }
  return Promise.all(wallNumberCodes.map(async (code): Promise<WallNumber> => {
    const words = wallNumberWords[code], { source, ...shape } = shapes[code], { value, of, untold, why, facts } = now[code]
    const say = (name: keyof typeof words): string => fillSentence(words[name], details, language)
    return {
      code, question: say('question'), value, of, untold, why, unit: say('unit'), ...shape, facts: facts.map((fact) => namedFact(open, fact, language)), target: targetOf(open.catalogue, code, shape, { value, of }),
      months: trend.map(({ month, numbers }) => ({ month, value: numbers[code].value, of: numbers[code].of })), fresh: await freshOf(open, source, then.area), rule: say('rule'), formula: say('formula'), denominator: say('denominator'),
    }
  }))
}

function namedFact(open: OpenCity, { code, value, of }: Fact, language: Language): WallNumber['facts'][number] {
  const words = wallFactWords[code]
  if (words) return { code, name: words.name[language], value, of, shown: words.shown, unit: words.unit[language] }
  return { code, name: categoryName(open, code.replace(/^category\./, ''), language), value, of, shown: 'count', unit: wallSitesUnit[language] }
}
