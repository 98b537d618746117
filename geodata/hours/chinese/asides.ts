import { mayMeet } from '../dayset.ts'
import type { Days, Session } from '../rule.ts'
import type { Group } from './group.ts'

/** Days left out within brackets: 周一至周五 8:30-17:30（法定节假日除外）. `of`: the group they stand in or behind; `closing`: the one that closes them. */
export type LeftOut = { of: Group; closing: Group; days: readonly Days[]; from: number; to: number }

/** 工作日（周一至周五） and 双休日（周六、周日） say the same twice. */
export const restates = (one: Days, other: Days): boolean => isSaidBy(one, other) || isSaidBy(other, one)

/**
 * What stands in brackets right behind the last of several hours may be of those alone: 午餐 11:00-13:00，晚餐 17:00-19:00（周末除外）, and 9:00-11:30，14:00-16:30（周三）
 * with its free afternoon. Hours without names are all meant where the days are the working week, a weekend or holidays.
 */
export const mayBeOfLast = (sessions: readonly Session[], days: readonly Days[]): boolean =>
  sessions.length > 1 && (sessions.some(({ name }) => name !== '') || days.some(({ weekdays }) => weekdays !== null && weekdays.some((day) => day <= 5) && !isWorkingWeek(weekdays)))

/** 周一至周五 8:30-20:00（节假日除外），周六、周日 9:00-17:00: and on a Sunday of a holiday? Only where the other hours are none of those days anyway is it plain. */
export const unclear = (all: readonly LeftOut[], groups: readonly Group[]): LeftOut[] => all.filter(({ of, closing, days }) => !of.closed && groups.some((other) => other !== of && other !== closing && other.sessions.length > 0
  && (other.alternatives.length === 0 ? days.length > 0 : other.alternatives.some((one) => days.some((day) => mayMeet(one, day) && !(isOfHolidays(day) && one.weekdays !== null && isWorkingWeek(one.weekdays)))))))

export const namesWorkingWeekAndMore = (days: readonly Days[]): boolean => days.some(({ weekdays, nth }) => nth === null && weekdays !== null && isWorkingWeek(weekdays)) && days.some(({ weekdays }) => weekdays === null)

const isSaidBy = ({ types }: Days, { weekdays }: Days): boolean => types !== null && weekdays !== null
  && ((types.length === 2 && types.includes('workday') && types.includes('makeup') && weekdays.length === 5 && isWorkingWeek(weekdays)) || (types.length === 1 && types[0] === 'rest' && weekdays.length === 2 && weekdays.includes(6) && weekdays.includes(7)))

/** All of Monday to Friday: worked days, closed on holidays anyway. */
const isWorkingWeek = (weekdays: readonly number[]): boolean => [1, 2, 3, 4, 5].every((day) => weekdays.includes(day)) && weekdays.length < 7

const isOfHolidays = ({ types, holidays, weekdays }: Days): boolean => weekdays === null && (holidays !== null || (types !== null && types.every((type) => type === 'holiday')))
