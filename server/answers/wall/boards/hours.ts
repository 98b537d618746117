import { dayOf } from '../../../../geodata/hours/calendar.ts'
import { clockFigures, type ClockAnswer } from '../../../../geodata/kernel/clock.ts'
import { wallDayName } from '../../../../geodata/words/wallBoards.ts'
import { isTold } from '../../../security/visibility.ts'
import { describeDay } from '../../hours/moment.ts'
import { areaLevels } from '../../../../geodata/model/area.ts'
import { mealsKnown } from '../reach.ts'
import { mealsQuestion, type BoardAsk } from './board-ask.ts'
import type { BoardBody } from './board-body.ts'
import { admittingSites, clockOf, dayOfSite, halfHoursOfDay } from './half-hours.ts'
import { areaOf, homesIn } from './homes-in.ts'

const everyHalfHour = Array.from({ length: halfHoursOfDay }, (_, h) => h)

/** 哪个时段断档: residents of 60 and over within reach of an open canteen at each half hour of the next workday, and how many canteens of the area that admit them are open. */
export async function hours(ask: BoardAsk): Promise<BoardBody> {
  const { open, area, at, sites, view, workday, language } = ask
  const question = mealsQuestion(open, area)
  const day = { day: workday, dayName: wallDayName(workday, describeDay(dayOf(open.hours.calendar, workday), language).name, language) }
  if (question === null || !(await mealsKnown(open))) return { kind: 'halfHours', ...day, covered: everyHalfHour.map(() => null), open: everyHalfHour.map(() => 0), total: null, areas: [], untold: 0, why: 'none' }
  const clock = clockOf(ask, question), { residents } = clockFigures(view.city, sites, clock, at)
  const told = isTold(open, view, question.group, at), site = dayOfSite(ask), own = admittingSites(ask, question).map(site)
  const persons = view.city.buildings.residents[question.group]
  return {
    kind: 'halfHours', ...day, covered: everyHalfHour.map((h) => (told ? residents[h] : null)), open: everyHalfHour.map((h) => own.filter(({ isOpen }) => isOpen(h)).length),
    total: told ? homesIn(view.city, at).reduce((sum, i) => sum + persons[i], 0) : null, areas: reached(ask, clock), untold: told ? 0 : 1, why: told ? null : 'few',
  }
}

/** Communities, inside one its grids, each with the half hours at which any home there has an open canteen in reach. */
function reached({ view: { city }, at, level }: BoardAsk, { patternOf, patterns }: ClockAnswer): { code: string; halves: string }[] {
  const below = areaLevels.indexOf(level) >= areaLevels.indexOf('community') ? 'grid' : 'community'
  const byArea = new Map<string, Uint8Array>()
  for (const home of homesIn(city, at)) {
    const code = areaOf(city, home, below)
    if (code === null || patternOf[home] === 0) continue
    const words = patterns.words(patternOf[home]), halves = byArea.get(code) ?? new Uint8Array(halfHoursOfDay)
    for (const h of everyHalfHour) halves[h] |= (words[h >> 5] >>> (h & 31)) & 1
    byArea.set(code, halves)
  }
  return [...byArea].map(([code, halves]) => ({ code, halves: halves.join('') })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
