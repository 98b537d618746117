import { addDays, dayAndMinute, weekdayOf } from '../hours/clock.ts'
import { entryEnd } from '../hours/open.ts'
import type { Standing } from '../hours/state.ts'
import type { DayType, HolidayCode } from '../model/holidays.ts'
import { fillSentence, type Language, type Sentence } from './sentence.ts'

/** How a place stands, as on a card: 正在开放, 20 分钟后关门, 明天 9:00 开. `now` is the instant of the standing. */
export function stateText(standing: Standing, now: number, language: Language): string {
  const text = capital(withoutDoubt(standing, now, language))
  return standing.calendarMissing && standing.state !== 'unknown' ? text + words.uncertain[language] : text
}

/** The other half of an open card: 17:00 关门. '' for what is not open, or does not shut within the days that are searched. */
export function closingText({ state, next, session }: Standing, now: number, language: Language): string {
  if ((state !== 'open' && state !== 'closes-soon') || !next) return ''
  return fillSentence(shutsAtLastEntry(next.at, session) ? words.lastEntry : words.shuts, { when: whenText(next.at, now, language) }, language)
}

export const dayTypeText = (type: DayType, language: Language): string => dayTypes[type][language]

export const holidayName = (code: HolidayCode, language: Language): string => holidays[code][language]

/** Why an answer is less sure in a year whose arrangement of holidays nobody has put in. */
export const calendarMissingText = (year: number, language: Language): string => fillSentence(words.noCalendar, { year }, language)

/** '9:00', '明天 9:00', '周一 9:00', '3月5日 9:00'; the time alone today, the year where it is another. */
export function whenText(at: number, now: number, language: Language): string {
  const day = dayText(at, now, language)
  return day === '' ? clockText(dayAndMinute(at).minute) : `${day} ${clockText(dayAndMinute(at).minute)}`
}

/** Minutes since midnight as 9:00; what runs into the next day goes on with its hours. */
export const clockText = (minute: number): string => `${Math.floor(minute / 60) % 24}:${String(minute % 60).padStart(2, '0')}`

/** A day ISO as 3月5日 or 5 March, with its year where that is not `year`. */
export function dateText(day: string, year: number, language: Language): string {
  const own = Number(day.slice(0, 4)), month = Number(day.slice(5, 7)), date = Number(day.slice(8))
  if (language === 'zh') return `${own === year ? '' : `${own}年`}${month}月${date}日`
  return `${date} ${months[month - 1]}${own === year ? '' : ` ${own}`}`
}

function withoutDoubt(standing: Standing, now: number, language: Language): string {
  const { state, next, session, lastEntryPassed } = standing
  const say = (sentence: Sentence, details: Readonly<Record<string, string | number>> = {}): string => fillSentence(sentence, details, language)
  if (state === 'unknown') return say(words.unknown)
  if (state === 'suspended') return suspendedText(standing, now, language)
  if (state === 'open') return say(session?.byAppointment ? words.openBooked : words.open)
  if (state === 'closes-soon') return say(next && shutsAtLastEntry(next.at, session) ? words.soonNoEntry : words.soon, { minutes: next ? Math.ceil((next.at - now) / 60_000) : 0 })
  const opens = next ? say(words.opens, { when: whenText(next.at, now, language) }) : ''
  const first = lastEntryPassed ? say(words.noEntry) : state === 'closed-today' ? say(words.closedToday) : ''
  if (state === 'opens-later') return joinedText(first, next ? say(words.opensToday, { time: clockText(dayAndMinute(next.at).minute) }) : '', language)
  return joinedText(first || (opens === '' ? say(words.doneToday) : ''), opens, language)
}

function suspendedText({ until, reason, next }: Standing, now: number, language: Language): string {
  const today = dayAndMinute(now).day, ends = until === null ? null : dayAndMinute(until)
  const say = (plain: Sentence, because: Sentence): string => fillSentence(reason === '' ? plain : because, { reason }, language)
  // 今日暂停 ends with the day.
  if (ends && ends.minute === 0 && ends.day === addDays(today, 1)) return joinedText(say(words.suspendedToday, words.suspendedTodayFor), next ? fillSentence(words.opens, { when: whenText(next.at, now, language) }, language) : '', language)
  return joinedText(say(words.suspended, words.suspendedFor), backText(until, now, language), language)
}

function backText(until: number | null, now: number, language: Language): string {
  if (until === null) return words.backUnknown[language]
  const { day, minute } = dayAndMinute(until), today = dayAndMinute(now).day
  if (minute === 0) return fillSentence(words.backOn, { day: dateText(day, Number(today.slice(0, 4)), language) }, language)
  const when = (day === today ? words.today[language] : '') + whenText(until, now, language)
  return fillSentence(words.backAt, { when: language === 'zh' && /^\d/.test(when) ? ` ${when}` : when }, language)
}

const shutsAtLastEntry = (at: number, session: Standing['session']): boolean => session !== null && entryEnd(session) < session.to && dayAndMinute(at).minute === entryEnd(session) % 1440

function dayText(at: number, now: number, language: Language): string {
  const { day } = dayAndMinute(at), today = dayAndMinute(now).day
  if (day === today) return ''
  if (day === addDays(today, 1)) return words.tomorrow[language]
  // A week on, the same weekday would be taken for today's.
  if (day > today && day < addDays(today, 7)) return weekdays[weekdayOf(day) - 1][language]
  return dateText(day, Number(today.slice(0, 4)), language)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const joinedText = (first: string, second: string, language: Language): string => [first, second].filter((one) => one !== '').join(language === 'zh' ? '，' : ', ')

const words = {
  open: { zh: '正在开放', en: 'Open' },
  openBooked: { zh: '正在开放（须预约）', en: 'Open by appointment' },
  soon: { zh: '{minutes} 分钟后关门', en: 'Closes in {minutes} min' },
  soonNoEntry: { zh: '{minutes} 分钟后停止入场', en: 'Last entry in {minutes} min' },
  noEntry: { zh: '已停止入场', en: 'Last entry has passed' },
  opens: { zh: '{when} 开', en: 'opens {when}' },
  opensToday: { zh: '今天 {time} 开', en: 'opens today {time}' },
  closedToday: { zh: '今日不开放', en: 'Closed today' },
  doneToday: { zh: '今日已关门', en: 'Closed for today' },
  suspended: { zh: '暂停开放', en: 'Closed for now' },
  suspendedFor: { zh: '暂停开放：{reason}', en: 'Closed for now: {reason}' },
  suspendedToday: { zh: '今日暂停开放', en: 'Closed for today, out of turn' },
  suspendedTodayFor: { zh: '今日暂停开放：{reason}', en: 'Closed for today, out of turn: {reason}' },
  backOn: { zh: '预计 {day}恢复', en: 'expected back {day}' },
  backAt: { zh: '预计{when} 恢复', en: 'expected back {when}' },
  backUnknown: { zh: '恢复时间未定', en: 'nobody knows until when' },
  unknown: { zh: '时间未知，请先致电', en: 'Hours unknown, please call first' },
  uncertain: { zh: '（放假安排未公布）', en: ' (holidays not announced)' },
  shuts: { zh: '{when} 关门', en: 'closes {when}' },
  lastEntry: { zh: '{when} 停止入场', en: 'last entry {when}' },
  today: { zh: '今天 ', en: 'today ' },
  tomorrow: { zh: '明天', en: 'tomorrow' },
  noCalendar: { zh: '{year} 年的放假安排尚未录入，时间按周一至周日推算，节假日请先致电。', en: 'The holidays of {year} have not been put in: hours go by weekdays alone; please call first on holidays.' },
} satisfies Record<string, Sentence>

const dayTypes: Readonly<Record<DayType, Sentence>> = {
  workday: { zh: '工作日', en: 'working day' }, rest: { zh: '休息日', en: 'weekend' }, holiday: { zh: '法定节假日', en: 'public holiday' }, makeup: { zh: '调休上班日', en: 'make-up working day' },
}

const holidays: Readonly<Record<HolidayCode, Sentence>> = {
  newYear: { zh: '元旦', en: 'New Year' }, springFestival: { zh: '春节', en: 'Spring Festival' }, qingming: { zh: '清明节', en: 'Qingming' }, labourDay: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' }, midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' }, nationalDay: { zh: '国庆节', en: 'National Day' },
}

const weekdays: readonly Sentence[] = [['周一', 'Monday'], ['周二', 'Tuesday'], ['周三', 'Wednesday'], ['周四', 'Thursday'], ['周五', 'Friday'], ['周六', 'Saturday'], ['周日', 'Sunday']].map(([zh, en]) => ({ zh, en }))

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
