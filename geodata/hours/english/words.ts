import type { DayType, HolidayCode } from '../../model/holidays.ts'
import type { CalendarMode, SessionName } from '../rule.ts'

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
export const ordinals: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last' }
export const typeNames: Readonly<Record<DayType, string>> = { workday: 'ordinary working days', rest: 'weekends', holiday: 'public holidays', makeup: 'make-up working days' }
/** workday and makeup together */
export const workedDays = 'working days'
export const holidayNames: Readonly<Record<HolidayCode, string>> = {
  newYear: 'New Year holiday', springFestival: 'Spring Festival holiday', qingming: 'Qingming holiday', labourDay: 'Labour Day holiday',
  dragonBoat: 'Dragon Boat holiday', midAutumn: 'Mid-Autumn holiday', nationalDay: 'National Day holiday',
}
export const sessionWords: Readonly<Record<SessionName, string>> = { breakfast: 'breakfast', lunch: 'lunch', dinner: 'dinner', morning: 'morning', afternoon: 'afternoon', evening: 'evening', outpatient: 'outpatients', emergency: 'emergencies' }
/** Said where it is not what is usual. */
export const modes: Readonly<Record<CalendarMode, string>> = { weekdays: ' (weekdays by the calendar, make-up days not counted)', workdays: ' (weekdays as they are worked, make-up days counted)' }
