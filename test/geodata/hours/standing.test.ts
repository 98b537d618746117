import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../geodata/hours/calendar.ts'
import { addDays, dayAndMinute, instantOf, isDay, isoInstant, readInstant, weekdayOf } from '../../../geodata/hours/clock.ts'
import { isOpenAt, openHalfHours, type Hours } from '../../../geodata/hours/open.ts'
import { sessionsOn } from '../../../geodata/hours/sessions.ts'
import { standingAt } from '../../../geodata/hours/state.ts'
import { holidays } from '../../../seeds/catalogue/holidays.ts'
import { closingText, dayTypeText, holidayName, stateText } from '../../../geodata/words/hours.ts'
import { on, rule, shanghai } from '../../tools/hours.ts'

const calendar = calendarOf(holidays)
const workweek = { weekdays: [1, 2, 3, 4, 5] }
const suspended = (from: string, until: string | null, reason = ''): Hours['suspensions'][number] => ({ from: isoInstant(shanghai(from)), until: until === null ? null : isoInstant(shanghai(until)), reason })
const plainly = (...args: Parameters<typeof rule>): Hours => ({ rule: rule(...args), suspensions: [] })

const station = plainly('workdays', on(workweek, '8:30-11:30 14:00-17:30'))
const canteen = plainly('weekdays', on({}, '6:30-9:00 10:30-13:30 16:30-19:30'), on({ types: ['holiday'] }, ''))
const museum = plainly('workdays', on({ weekdays: [2, 3, 4, 5, 6, 7] }, '9:00-17:00!16:30'))
const night = plainly('weekdays', on({ weekdays: [5, 6] }, '18:00-26:00'))
const always = plainly('weekdays', on({}, '0:00-24:00'))
const alwaysButFestival = plainly('weekdays', on({}, '0:00-24:00'), on({ holidays: ['springFestival'] }, ''))
const school = plainly('workdays', on({ types: ['workday', 'makeup'] }, '19:00-21:00'), on({ types: ['rest', 'holiday'] }, '8:00-21:00'))
const clinic = plainly('weekdays', on(workweek, '8:00-12:00'), on({ weekdays: [3] }, '14:00-16:00?', true))
const pool = plainly('weekdays', on({ seasons: [{ from: '06-15', to: '09-10' }] }, '9:00-21:00!20:00'))
const repaired: Hours = { ...station, suspensions: [suspended('2026-03-02 00:00', '2026-03-05 00:00', '检修')] }
const today: Hours = { ...canteen, suspensions: [suspended('2026-03-10 11:00', '2026-03-11 00:00', '停水')] }
const shortly: Hours = { ...canteen, suspensions: [suspended('2026-03-10 11:00', '2026-03-10 12:00'), suspended('2026-03-10 11:30', '2026-03-10 12:45')] }
const forGood: Hours = { ...always, suspensions: [suspended('2026-03-10 11:00', null, '拆迁')] }
const nobodyKnows: Hours = { rule: null, suspensions: [suspended('2026-03-10 00:00', '2026-03-11 00:00', '停电')] }

/** Instant, state, next: + opens, - shuts, and the card in both languages. */
type Line = readonly [at: string, state: string, next: string, zh: string, en: string]

const tables: readonly { name: string; hours: Hours; lines: readonly Line[] }[] = [
  { name: 'a counter on days worked, with a break at noon', hours: station, lines: [
    ['2026-02-13 08:29', 'opens-later', '+2026-02-13 08:30', '今天 8:30 开', 'Opens today 8:30'],
    ['2026-02-13 08:30', 'open', '-2026-02-13 11:30', '正在开放', 'Open'],
    ['2026-02-13 10:59', 'open', '-2026-02-13 11:30', '正在开放', 'Open'],
    ['2026-02-13 11:00', 'closes-soon', '-2026-02-13 11:30', '30 分钟后关门', 'Closes in 30 min'],
    ['2026-02-13 11:29', 'closes-soon', '-2026-02-13 11:30', '1 分钟后关门', 'Closes in 1 min'],
    ['2026-02-13 11:30', 'opens-later', '+2026-02-13 14:00', '今天 14:00 开', 'Opens today 14:00'],
    ['2026-02-13 14:00', 'open', '-2026-02-13 17:30', '正在开放', 'Open'],
    ['2026-02-13 17:30', 'closed-for-today', '+2026-02-14 08:30', '明天 8:30 开', 'Opens tomorrow 8:30'],
    ['2026-02-14 11:00', 'closes-soon', '-2026-02-14 11:30', '30 分钟后关门', 'Closes in 30 min'],
    ['2026-02-14 17:30', 'closed-for-today', '+2026-02-24 08:30', '2月24日 8:30 开', 'Opens 24 February 8:30'],
    ['2026-02-17 11:00', 'closed-today', '+2026-02-24 08:30', '今日不开放，2月24日 8:30 开', 'Closed today, opens 24 February 8:30'],
    ['2026-02-18 11:00', 'closed-today', '+2026-02-24 08:30', '今日不开放，周二 8:30 开', 'Closed today, opens Tuesday 8:30'],
    ['2026-02-23 23:59', 'closed-today', '+2026-02-24 08:30', '今日不开放，明天 8:30 开', 'Closed today, opens tomorrow 8:30'],
    ['2026-02-27 17:30', 'closed-for-today', '+2026-02-28 08:30', '明天 8:30 开', 'Opens tomorrow 8:30'],
    ['2026-02-28 17:30', 'closed-for-today', '+2026-03-02 08:30', '周一 8:30 开', 'Opens Monday 8:30'],
    ['2026-03-01 09:00', 'closed-today', '+2026-03-02 08:30', '今日不开放，明天 8:30 开', 'Closed today, opens tomorrow 8:30'],
    ['2025-01-26 09:00', 'open', '-2025-01-26 11:30', '正在开放', 'Open'],
    ['2025-01-27 17:30', 'closed-for-today', '+2025-02-05 08:30', '2月5日 8:30 开', 'Opens 5 February 8:30'],
    ['2025-02-08 17:45', 'closed-for-today', '+2025-02-10 08:30', '周一 8:30 开', 'Opens Monday 8:30'],
    ['2025-04-03 17:30', 'closed-for-today', '+2025-04-07 08:30', '周一 8:30 开', 'Opens Monday 8:30'],
    ['2025-04-27 08:30', 'open', '-2025-04-27 11:30', '正在开放', 'Open'],
    ['2025-04-30 18:00', 'closed-for-today', '+2025-05-06 08:30', '周二 8:30 开', 'Opens Tuesday 8:30'],
    ['2025-09-28 14:00', 'open', '-2025-09-28 17:30', '正在开放', 'Open'],
    ['2025-09-30 17:30', 'closed-for-today', '+2025-10-09 08:30', '10月9日 8:30 开', 'Opens 9 October 8:30'],
    ['2025-10-11 10:00', 'open', '-2025-10-11 11:30', '正在开放', 'Open'],
    ['2025-12-31 17:30', 'closed-for-today', '+2026-01-04 08:30', '周日 8:30 开', 'Opens Sunday 8:30'],
    ['2026-05-09 15:00', 'open', '-2026-05-09 17:30', '正在开放', 'Open'],
    ['2026-09-20 17:10', 'closes-soon', '-2026-09-20 17:30', '20 分钟后关门', 'Closes in 20 min'],
    ['2026-09-30 17:30', 'closed-for-today', '+2026-10-08 08:30', '10月8日 8:30 开', 'Opens 8 October 8:30'],
    ['2026-11-21 19:30', 'closed-today', '+2026-11-23 08:30', '今日不开放，周一 8:30 开', 'Closed today, opens Monday 8:30'],
  ] },
  { name: 'a canteen with three meals, shut on holidays', hours: canteen, lines: [
    ['2026-02-14 06:00', 'opens-later', '+2026-02-14 06:30', '今天 6:30 开', 'Opens today 6:30'],
    ['2026-02-14 08:30', 'closes-soon', '-2026-02-14 09:00', '30 分钟后关门', 'Closes in 30 min'],
    ['2026-02-14 11:00', 'open', '-2026-02-14 13:30', '正在开放', 'Open'],
    ['2026-02-14 13:10', 'closes-soon', '-2026-02-14 13:30', '20 分钟后关门', 'Closes in 20 min'],
    ['2026-02-14 15:00', 'opens-later', '+2026-02-14 16:30', '今天 16:30 开', 'Opens today 16:30'],
    ['2026-02-14 19:30', 'closed-for-today', '+2026-02-24 06:30', '2月24日 6:30 开', 'Opens 24 February 6:30'],
    ['2026-02-17 11:00', 'closed-today', '+2026-02-24 06:30', '今日不开放，2月24日 6:30 开', 'Closed today, opens 24 February 6:30'],
    ['2026-04-04 12:00', 'closed-today', '+2026-04-07 06:30', '今日不开放，周二 6:30 开', 'Closed today, opens Tuesday 6:30'],
    ['2026-11-21 19:29', 'closes-soon', '-2026-11-21 19:30', '1 分钟后关门', 'Closes in 1 min'],
    ['2026-11-21 19:30', 'closed-for-today', '+2026-11-22 06:30', '明天 6:30 开', 'Opens tomorrow 6:30'],
  ] },
  { name: 'a museum with a last entry, shut on Mondays', hours: museum, lines: [
    ['2026-03-03 08:00', 'opens-later', '+2026-03-03 09:00', '今天 9:00 开', 'Opens today 9:00'],
    ['2026-03-03 15:59', 'open', '-2026-03-03 16:30', '正在开放', 'Open'],
    ['2026-03-03 16:00', 'closes-soon', '-2026-03-03 16:30', '30 分钟后停止入场', 'Last entry in 30 min'],
    ['2026-03-03 16:30', 'closed-for-today', '+2026-03-04 09:00', '已停止入场，明天 9:00 开', 'Last entry has passed, opens tomorrow 9:00'],
    ['2026-03-03 17:00', 'closed-for-today', '+2026-03-04 09:00', '明天 9:00 开', 'Opens tomorrow 9:00'],
    ['2026-03-08 16:45', 'closed-for-today', '+2026-03-10 09:00', '已停止入场，周二 9:00 开', 'Last entry has passed, opens Tuesday 9:00'],
    ['2026-03-09 12:00', 'closed-today', '+2026-03-10 09:00', '今日不开放，明天 9:00 开', 'Closed today, opens tomorrow 9:00'],
    ['2026-02-17 12:00', 'open', '-2026-02-17 16:30', '正在开放', 'Open'],
  ] },
  { name: 'Friday and Saturday nights', hours: night, lines: [
    ['2026-03-06 17:00', 'opens-later', '+2026-03-06 18:00', '今天 18:00 开', 'Opens today 18:00'],
    ['2026-03-06 23:59', 'open', '-2026-03-07 02:00', '正在开放', 'Open'],
    ['2026-03-07 00:00', 'open', '-2026-03-07 02:00', '正在开放', 'Open'],
    ['2026-03-07 01:30', 'closes-soon', '-2026-03-07 02:00', '30 分钟后关门', 'Closes in 30 min'],
    ['2026-03-07 02:00', 'opens-later', '+2026-03-07 18:00', '今天 18:00 开', 'Opens today 18:00'],
    ['2026-03-08 01:00', 'open', '-2026-03-08 02:00', '正在开放', 'Open'],
    // The session belongs to the Saturday on which it began.
    ['2026-03-08 02:00', 'closed-today', '+2026-03-13 18:00', '今日不开放，周五 18:00 开', 'Closed today, opens Friday 18:00'],
    ['2025-12-31 12:00', 'closed-today', '+2026-01-02 18:00', '今日不开放，周五 18:00 开', 'Closed today, opens Friday 18:00'],
  ] },
  { name: 'day and night', hours: always, lines: [
    ['2026-03-06 23:59', 'open', '', '正在开放', 'Open'],
    ['2026-02-17 00:00', 'open', '', '正在开放', 'Open'],
    ['2031-07-01 12:00', 'open', '', '正在开放', 'Open'],
  ] },
  { name: 'day and night but for Spring Festival', hours: alwaysButFestival, lines: [
    ['2026-02-13 23:50', 'open', '-2026-02-15 00:00', '正在开放', 'Open'],
    ['2026-02-14 23:45', 'closes-soon', '-2026-02-15 00:00', '15 分钟后关门', 'Closes in 15 min'],
    ['2026-02-15 00:00', 'closed-today', '+2026-02-24 00:00', '今日不开放，2月24日 0:00 开', 'Closed today, opens 24 February 0:00'],
    ['2025-03-01 12:00', 'open', '-2026-02-15 00:00', '正在开放', 'Open'],
  ] },
  { name: 'a school ground: evenings of days worked, all of days off', hours: school, lines: [
    ['2026-02-14 12:00', 'opens-later', '+2026-02-14 19:00', '今天 19:00 开', 'Opens today 19:00'],
    ['2026-02-15 12:00', 'open', '-2026-02-15 21:00', '正在开放', 'Open'],
    ['2026-02-28 08:00', 'opens-later', '+2026-02-28 19:00', '今天 19:00 开', 'Opens today 19:00'],
    ['2026-03-01 08:00', 'open', '-2026-03-01 21:00', '正在开放', 'Open'],
    ['2026-03-02 21:00', 'closed-for-today', '+2026-03-03 19:00', '明天 19:00 开', 'Opens tomorrow 19:00'],
  ] },
  { name: 'a practice with an hour by appointment', hours: clinic, lines: [
    ['2026-03-04 13:00', 'opens-later', '+2026-03-04 14:00', '今天 14:00 开', 'Opens today 14:00'],
    ['2026-03-04 14:00', 'open', '-2026-03-04 16:00', '正在开放（须预约）', 'Open by appointment'],
    ['2026-03-04 11:45', 'closes-soon', '-2026-03-04 12:00', '15 分钟后关门', 'Closes in 15 min'],
    ['2026-03-05 13:00', 'closed-for-today', '+2026-03-06 08:00', '明天 8:00 开', 'Opens tomorrow 8:00'],
  ] },
  { name: 'an outdoor pool in summer', hours: pool, lines: [
    ['2026-03-04 13:00', 'closed-today', '+2026-06-15 09:00', '今日不开放，6月15日 9:00 开', 'Closed today, opens 15 June 9:00'],
    ['2026-06-14 23:59', 'closed-today', '+2026-06-15 09:00', '今日不开放，明天 9:00 开', 'Closed today, opens tomorrow 9:00'],
    ['2026-09-10 19:40', 'closes-soon', '-2026-09-10 20:00', '20 分钟后停止入场', 'Last entry in 20 min'],
    ['2026-09-10 20:30', 'closed-for-today', '+2027-06-15 09:00', '已停止入场，2027年6月15日 9:00 开', 'Last entry has passed, opens 15 June 2027 9:00'],
  ] },
  { name: 'under repair for three days', hours: repaired, lines: [
    ['2026-02-28 17:20', 'closes-soon', '-2026-02-28 17:30', '10 分钟后关门', 'Closes in 10 min'],
    ['2026-02-28 18:00', 'closed-for-today', '+2026-03-05 08:30', '周四 8:30 开', 'Opens Thursday 8:30'],
    ['2026-03-02 09:00', 'suspended', '+2026-03-05 08:30', '暂停开放：检修，预计 3月5日恢复', 'Closed for now: 检修, expected back 5 March'],
    ['2026-03-04 23:59', 'suspended', '+2026-03-05 08:30', '今日暂停开放：检修，明天 8:30 开', 'Closed for today, out of turn: 检修, opens tomorrow 8:30'],
    ['2026-03-05 00:00', 'opens-later', '+2026-03-05 08:30', '今天 8:30 开', 'Opens today 8:30'],
  ] },
  { name: 'shut for the rest of the day', hours: today, lines: [
    ['2026-03-10 10:29', 'opens-later', '+2026-03-10 10:30', '今天 10:30 开', 'Opens today 10:30'],
    ['2026-03-10 10:30', 'closes-soon', '-2026-03-10 11:00', '30 分钟后关门', 'Closes in 30 min'],
    ['2026-03-10 11:00', 'suspended', '+2026-03-11 06:30', '今日暂停开放：停水，明天 6:30 开', 'Closed for today, out of turn: 停水, opens tomorrow 6:30'],
    ['2026-03-11 00:00', 'opens-later', '+2026-03-11 06:30', '今天 6:30 开', 'Opens today 6:30'],
  ] },
  { name: 'shut twice, one running into the other', hours: shortly, lines: [
    ['2026-03-10 11:00', 'suspended', '+2026-03-10 12:45', '暂停开放，预计今天 12:45 恢复', 'Closed for now, expected back today 12:45'],
    ['2026-03-10 12:44', 'suspended', '+2026-03-10 12:45', '暂停开放，预计今天 12:45 恢复', 'Closed for now, expected back today 12:45'],
    ['2026-03-10 12:45', 'open', '-2026-03-10 13:30', '正在开放', 'Open'],
  ] },
  { name: 'shut for good', hours: forGood, lines: [
    ['2026-03-10 10:00', 'open', '-2026-03-10 11:00', '正在开放', 'Open'],
    ['2026-03-10 10:40', 'closes-soon', '-2026-03-10 11:00', '20 分钟后关门', 'Closes in 20 min'],
    ['2026-03-10 11:00', 'suspended', '', '暂停开放：拆迁，恢复时间未定', 'Closed for now: 拆迁, nobody knows until when'],
    ['2030-01-01 00:00', 'suspended', '', '暂停开放：拆迁，恢复时间未定', 'Closed for now: 拆迁, nobody knows until when'],
  ] },
  { name: 'hours nobody stated', hours: nobodyKnows, lines: [
    ['2026-03-09 12:00', 'unknown', '', '时间未知，请先致电', 'Hours unknown, please call first'],
    ['2026-03-10 12:00', 'suspended', '', '今日暂停开放：停电', 'Closed for today, out of turn: 停电'],
    ['2026-03-11 00:00', 'unknown', '', '时间未知，请先致电', 'Hours unknown, please call first'],
  ] },
  { name: 'never open', hours: plainly('weekdays', on({}, '')), lines: [['2026-03-09 12:00', 'closed-today', '', '今日不开放', 'Closed today']] },
  { name: 'open once', hours: plainly('weekdays', on({ dates: [{ from: '2026-03-09', to: '2026-03-09' }] }, '9:00-10:00')), lines: [['2026-03-09 12:00', 'closed-for-today', '', '今日已关门', 'Closed for today']] },
]

describe('how a place stands, and what its card says', () => {
  for (const { name, hours, lines } of tables) {
    test.each(lines)(`${name}: %s is %s`, (at, state, next, zh, en) => {
      const instant = shanghai(at), standing = standingAt(hours, instant, calendar)
      const found = standing.next === null ? '' : `${standing.next.opens ? '+' : '-'}${isoInstant(standing.next.at).slice(0, 16).replace('T', ' ')}`
      expect({ state: standing.state, next: found, zh: stateText(standing, instant, 'zh'), en: stateText(standing, instant, 'en') }).toEqual({ state, next, zh, en })
      expect(isOpenAt(hours, instant, calendar)).toBe(state === 'unknown' ? 'unknown' : state === 'open' || state === 'closes-soon' ? 'open' : 'closed')
    })
  }

  test('the other half of an open card says when it shuts', () => {
    const text = (hours: Hours, at: string): string => closingText(standingAt(hours, shanghai(at), calendar), shanghai(at), 'zh')
    expect([text(station, '2026-02-13 09:00'), text(museum, '2026-03-03 10:00'), text(night, '2026-03-06 23:00'), text(always, '2026-03-06 23:00'), text(station, '2026-02-13 12:00')]).toEqual(['11:30 关门', '16:30 停止入场', '明天 2:00 关门', '', ''])
  })

  test('a session that runs is told, also to whoever comes too late for it', () => {
    const { session, lastEntryPassed, state } = standingAt(museum, shanghai('2026-03-03 16:40'), calendar)
    expect({ session, lastEntryPassed, state }).toEqual({ session: { from: 540, to: 1020, lastEntry: 990, byAppointment: false, name: '' }, lastEntryPassed: true, state: 'closed-for-today' })
  })

  test('the machine may be in any zone', () => {
    const zone = process.env['TZ']
    const told = (): unknown => [standingAt(night, shanghai('2026-03-07 00:30'), calendar), dayAndMinute(shanghai('2026-03-29 02:30')), openHalfHours(night, '2026-03-02', calendar)]
    try {
      const all = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Shanghai'].map((one) => {
        process.env['TZ'] = one
        return told()
      })
      expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1)
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})

describe('a year without a calendar', () => {
  const at = shanghai('2027-03-10 10:00')

  test('weekdays decide, and the card says that holidays are not announced', () => {
    const standing = standingAt(station, at, calendar)
    expect({ state: standing.state, calendarMissing: standing.calendarMissing }).toEqual({ state: 'open', calendarMissing: true })
    expect([stateText(standing, at, 'zh'), stateText(standing, at, 'en')]).toEqual(['正在开放（放假安排未公布）', 'Open (holidays not announced)'])
  })

  test('a rule that tells holidays apart is unknown, not open and not shut', () => {
    const standing = standingAt(canteen, shanghai('2027-03-10 11:00'), calendar)
    expect(standing).toEqual({ state: 'unknown', session: null, next: null, nextChangeOfState: null, until: null, reason: '', lastEntryPassed: false, calendarMissing: true })
    expect([isOpenAt(canteen, at, calendar), stateText(standing, at, 'zh'), openHalfHours(canteen, '2027-03-08', calendar).unknown]).toEqual(['unknown', '时间未知，请先致电', true])
    expect(openHalfHours(canteen, '2027-03-08', calendar).open.every((word) => word === 0)).toBe(true)
  })

  test('make-up days told apart are unknown at weekends only, and not where they merely mean days worked', () => {
    const makeup = rule('weekdays', on({ types: ['makeup'] }, '9:00-12:00')), worked = rule('weekdays', on({ types: ['workday', 'makeup'] }, '9:00-12:00'))
    expect(['2027-03-10', '2027-03-13'].map((day) => [sessionsOn(makeup, day, calendar).unknown, sessionsOn(worked, day, calendar).unknown])).toEqual([[false, false], [true, false]])
  })

  test('a named holiday is unknown only in the weeks into which it can fall', () => {
    const unknown = (day: string): boolean => sessionsOn(alwaysButFestival.rule ?? rule('weekdays'), day, calendar).unknown
    expect([unknown('2027-01-10'), unknown('2027-02-06'), unknown('2027-02-20'), unknown('2027-03-05')]).toEqual([false, true, true, false])
  })

  test('a place whose rule needs no calendar is as sure as ever', () => {
    expect(standingAt(museum, at, calendar).calendarMissing).toBe(true)
    expect([standingAt(always, at, calendar).calendarMissing, standingAt(plainly('weekdays', on(workweek, '9:00-17:00')), at, calendar).calendarMissing]).toEqual([false, false])
  })

  test('an opening that lies in such a year says so already on the evening before, and what nobody can tell is not told', () => {
    const evening = shanghai('2026-12-31 18:00')
    expect(stateText(standingAt(station, evening, calendar), evening, 'zh')).toBe('周一 8:30 开（放假安排未公布）')
    const late = shanghai('2026-12-31 19:30'), standing = standingAt(canteen, late, calendar)
    expect([standing.state, standing.next, standing.calendarMissing, stateText(standing, late, 'en')]).toEqual(['closed-for-today', null, true, 'Closed for today (holidays not announced)'])
    // What is open every day needs no calendar.
    expect(standingAt(plainly('weekdays', on({}, '9:00-17:00')), evening, calendar)).toMatchObject({ next: { at: shanghai('2027-01-01 09:00') }, calendarMissing: false })
  })

  test('the holidays that have a date by law are shut in every year, and the rest of what will be arranged is not told', () => {
    const states = (where: typeof canteen, ...days: string[]): string[] => days.map((day) => standingAt(where, shanghai(`${day} 11:00`), calendar).state)
    const law = ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03', '2028-01-01']
    expect(new Set(states(canteen, ...law))).toEqual(new Set(['closed-today']))
    expect(states(canteen, '2027-01-02', '2027-05-03', '2027-10-04', '2024-05-01')).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
    expect(states(station, '2027-01-01', '2027-10-01', '2027-09-30')).toEqual(['closed-today', 'closed-today', 'closes-soon'])
    expect(standingAt(canteen, shanghai('2027-01-01 11:00'), calendar)).toMatchObject({ next: null, calendarMissing: true })
  })

  test('a night that began on a day that is known goes on, and then it is unknown', () => {
    const late = plainly('weekdays', on({}, '9:00-17:00'), on({ types: ['holiday'] }, '20:00-26:00'))
    const { state, next, nextChangeOfState } = standingAt(late, shanghai('2027-01-02 01:00'), calendar)
    expect({ state, next, at: isoInstant(nextChangeOfState ?? 0) }).toEqual({ state: 'open', next: null, at: '2027-01-02T02:00:00+08:00' })
    expect(standingAt(late, shanghai('2027-01-02 02:00'), calendar).state).toBe('unknown')
  })

  test('without any calendar at all every year is such a year', () => {
    expect(standingAt(station, shanghai('2026-02-17 10:00'), calendarOf([]))).toMatchObject({ state: 'open', calendarMissing: true })
  })
})

describe('the half hours of a week', () => {
  test('hold what begins open: a session from 8:45 counts from 9:00, one until 11:35 still at 11:30', () => {
    const { open } = openHalfHours(plainly('weekdays', on({ weekdays: [1] }, '8:45-11:35')), '2026-03-02', calendar)
    expect([...Array(336).keys()].filter((h) => (open[h >> 5] >>> (h & 31)) & 1)).toEqual([18, 19, 20, 21, 22, 23])
  })

  test('begin with what runs over from the Sunday before', () => {
    const { open } = openHalfHours(plainly('weekdays', on({ weekdays: [7] }, '23:00-25:00')), '2026-03-02', calendar)
    expect([...Array(336).keys()].filter((h) => (open[h >> 5] >>> (h & 31)) & 1)).toEqual([0, 1, 334, 335])
  })

  test('are unknown where hours are, unless it is shut all week', () => {
    expect(openHalfHours({ rule: null, suspensions: [] }, '2026-03-02', calendar)).toEqual({ open: new Uint32Array(11), unknown: true })
    expect(openHalfHours({ rule: null, suspensions: [suspended('2026-03-01 00:00', null)] }, '2026-03-02', calendar).unknown).toBe(false)
  })
})

describe('the clock of Shanghai', () => {
  test('reads an instant in any offset, and a plus that an address bar made a blank', () => {
    const same = ['2026-02-14T11:00:00+08:00', '2026-02-14T03:00Z', '2026-02-13T22:00:00-0500', '2026-02-14T11:00:00.000+08:00', '2026-02-14T11:00:00 08:00', '2026-02-14T08:30:00+05:30']
    expect(same.map(readInstant)).toEqual(same.map(() => 1_771_038_000_000))
    expect(isoInstant(1_771_038_000_000)).toBe('2026-02-14T11:00:00+08:00')
  })

  test.each(['', '2026-02-14', '2026-02-14T11:00:00', '2026-02-30T11:00:00Z', '2026-02-14T24:00:00Z', '2026-02-14T11:60Z', '2026-13-01T00:00Z', '1991-06-01T00:00Z', '9999-01-01T00:00Z', '2026-02-14T11:00:00+15:00', '1771038000000', 'now', '2026-02-14T11:00:00Z;DROP TABLE', `${'2'.repeat(10_000)}`])('takes %s for no instant', (text) => {
    expect(readInstant(text)).toBeNull()
  })

  test('knows days, weekdays and minutes', () => {
    expect([addDays('2026-02-28', 1), addDays('2024-02-28', 1), addDays('2026-01-01', -1), weekdayOf('2026-02-14'), weekdayOf('2026-03-02'), weekdayOf('1969-12-31')]).toEqual(['2026-03-01', '2024-02-29', '2025-12-31', 6, 1, 3])
    expect(dayAndMinute(instantOf('2026-02-14', 1500))).toEqual({ day: '2026-02-15', minute: 60 })
    expect([isDay('2026-02-29'), isDay('2024-02-29'), isDay('2026-2-1'), isDay('2026-00-10')]).toEqual([false, true, false, false])
  })

  test('names kinds of days and holidays', () => {
    expect([dayTypeText('makeup', 'zh'), dayTypeText('workday', 'en'), holidayName('springFestival', 'zh'), holidayName('nationalDay', 'en')]).toEqual(['调休上班日', 'working day', '春节', 'National Day'])
  })
})
