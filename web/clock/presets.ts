import { dayOf, type Calendar } from '../../geodata/hours/calendar.ts'
import { addDays, instantOf, weekdayOf } from '../../geodata/hours/clock.ts'

/** Times one often asks about. */
export const presetCodes = ['workdayNoon', 'workdayEvening', 'saturdayNoon', 'newYearNoon'] as const
export type PresetCode = (typeof presetCodes)[number]

const noon = 11 * 60 + 30, evening = 17 * 60 + 30
/** Two weeks hold a workday and a Saturday off, whatever the holidays; make-up Saturdays come one at a time. */
const searchedDays = 30

/** The next such instant from a day on; null: the calendar knows none. */
export const presetAt = (code: PresetCode, today: string, calendar: Calendar): number | null => {
  if (code === 'newYearNoon') {
    const day = lunarNewYear(today, calendar)
    return day === null ? null : instantOf(day, noon)
  }
  for (let i = 0; i < searchedDays; i += 1) {
    const day = addDays(today, i)
    const { type } = dayOf(calendar, day)
    if (code === 'saturdayNoon' ? type === 'rest' && weekdayOf(day) === 6 : type === 'workday') return instantOf(day, code === 'workdayEvening' ? evening : noon)
  }
  return null
}

/** 正月初一 among the days off of a Spring Festival: the next one, else the last that is known. */
const lunarNewYear = (today: string, { years }: Calendar): string | null => {
  const firsts = years.flatMap(({ holidays }) => holidays.filter(({ code }) => code === 'springFestival').map(({ from, to }) => firstOfYear(from, to))).toSorted()
  return firsts.find((day) => day >= today) ?? firsts.at(-1) ?? null
}

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/** By the browser's own lunar calendar; the first day off where it has none. */
const firstOfYear = (from: string, to: string): string => {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const parts = lunar.formatToParts(new Date(`${day}T00:00Z`))
    const of = (type: string): string | undefined => parts.find((part) => part.type === type)?.value
    if (of('month') === '1' && of('day') === '1') return day
  }
  return from
}
