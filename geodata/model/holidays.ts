import type { Receipt } from './provenance.ts'

/** 法定节假日 and 调休 of one year, as the 国务院 arranged them. Days are ISO yyyy-mm-dd. */
export type HolidayYear = Receipt & {
  year: number
  /** Days off, each block whole and inclusive, in order; a block may begin in the year before. */
  holidays: readonly HolidayBlock[]
  /** Saturdays and Sundays that are worked (调休). */
  makeupDays: readonly string[]
}

export type HolidayBlock = { code: HolidayCode; from: string; to: string }

export const holidayCodes = ['newYear', 'springFestival', 'qingming', 'labourDay', 'dragonBoat', 'midAutumn', 'nationalDay'] as const
export type HolidayCode = (typeof holidayCodes)[number]

export const dayTypes = ['workday', 'rest', 'holiday', 'makeup'] as const
/** workday; rest = a Saturday or Sunday that is one; holiday = statutory; makeup = a Saturday or Sunday that is worked. */
export type DayType = (typeof dayTypes)[number]
