import { dayOf } from '../../../../geodata/hours/calendar.ts'
import { clockFigures } from '../../../../geodata/kernel/clock.ts'
import { wallDayName } from '../../../../geodata/words/wallBoards.ts'
import { isTold } from '../../../security/visibility.ts'
import { describeDay } from '../../hours/moment.ts'
import { mealsQuestion, type BoardAsk } from './board-ask.ts'
import type { BoardBody } from './board-body.ts'
import { admittingSites, clockOf, dayOfSite, halfHoursOfDay } from './half-hours.ts'
import { homesIn } from './homes-in.ts'

const everyHalfHour = Array.from({ length: halfHoursOfDay }, (_, h) => h)

/** 哪个时段断档: residents of 60 and over within reach of an open canteen at each half hour of the next workday, and how many canteens of the area that admit them are open. */
export function hours(ask: BoardAsk): BoardBody {
  const { open, area, at, sites, view, workday, language } = ask
  const question = mealsQuestion(open, area)
  const day = { day: workday, dayName: wallDayName(workday, describeDay(dayOf(open.hours.calendar, workday), language).name, language) }
    if (question === null) return { kind: 'halfHours', ...day, covered: everyHalfHour.map(() => null), open: everyHalfHour.map(() => 0), total: null, untold: 0, why: 'none' }
  const { residents } = clockFigures(view.city, sites, clockOf(ask, question), at)
  const told = isTold(open, view, question.group, at), site = dayOfSite(ask), own = admittingSites(ask, question).map(site)
  const persons = view.city.buildings.residents[question.group]
  return {
    kind: 'halfHours', ...day, covered: everyHalfHour.map((h) => (told ? residents[h] : null)), open: everyHalfHour.map((h) => own.filter(({ isOpen }) => isOpen(h)).length),
    total: told ? homesIn(view.city, at).reduce((sum, i) => sum + persons[i], 0) : null, untold: told ? 0 : 1, why: told ? null : 'few',
  }
}
