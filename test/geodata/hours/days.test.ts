import { describe, expect, test } from 'vitest'
import { calendarOf, dayOf } from '../../../geodata/hours/calendar.ts'
import { addDays } from '../../../geodata/hours/clock.ts'
import type { Rule } from '../../../geodata/hours/rule.ts'
import { sessionsOn } from '../../../geodata/hours/sessions.ts'
import { holidays } from '../../../seeds/catalogue/holidays.ts'
import { on, rule } from '../../tools/hours.ts'

/** Day by day around every holiday of 2025 and 2026, each written down by hand from the notices of the State Council. */
const calendar = calendarOf(holidays)

/** From this day on; W worked, R rest, H holiday, M make-up day. */
const around = {
  'New Year 2025': ['2025-01-01', 'HWWRRW'],
  'Spring Festival 2025': ['2025-01-24', 'WRMWHHHHHHHHWWWMRW'],
  'Qingming 2025': ['2025-04-03', 'WHHHW'],
  'Labour Day 2025': ['2025-04-25', 'WRMWWWHHHHHWWWWRR'],
  'Dragon Boat 2025': ['2025-05-30', 'WHHHW'],
  'National Day 2025': ['2025-09-26', 'WRMWWHHHHHHHHWWMRW'],
  'New Year 2026': ['2025-12-31', 'WHHHMW'],
  'Spring Festival 2026': ['2026-02-13', 'WMHHHHHHHHHWWWWMRW'],
  'Qingming 2026': ['2026-04-03', 'WHHHW'],
  'Labour Day 2026': ['2026-04-30', 'WHHHHHWWWMRW'],
  'Dragon Boat 2026': ['2026-06-18', 'WHHHW'],
  'Mid-Autumn and National Day 2026': ['2026-09-18', 'WRMWWWWHHHWWWHHHHHHHWWMRW'],
} as const

const letters = { workday: 'W', rest: 'R', holiday: 'H', makeup: 'M' } as const

describe('what kind of day it is', () => {
  for (const [name, [from, kinds]] of Object.entries(around)) {
    test.each([...kinds].map((kind, i) => ({ day: addDays(from, i), kind })))(`${name}: $day is $kind`, ({ day, kind }) => {
      const { type, known } = dayOf(calendar, day)
      expect({ kind: letters[type], known }).toEqual({ kind, known: true })
    })
  }
})

const places: Readonly<Record<string, { rule: Rule; open: Readonly<Partial<Record<keyof typeof around, string>>> }>> = {
  'Monday to Friday, read as days worked': {
    rule: rule('workdays', on({ weekdays: [1, 2, 3, 4, 5] }, '8:30-11:30 14:00-17:30')),
    open: {
      'New Year 2025': '.oo..o', 'Spring Festival 2025': 'o.oo........oooo.o', 'Qingming 2025': 'o...o', 'Labour Day 2025': 'o.oooo.....oooo..', 'Dragon Boat 2025': 'o...o', 'National Day 2025': 'o.ooo........ooo.o',
      'New Year 2026': 'o...oo', 'Spring Festival 2026': 'oo.........ooooo.o', 'Qingming 2026': 'o...o', 'Labour Day 2026': 'o.....oooo.o', 'Dragon Boat 2026': 'o...o', 'Mid-Autumn and National Day 2026': 'o.ooooo...ooo.......ooo.o',
    },
  },
  'Monday to Friday, read from the wall': {
    rule: rule('weekdays', on({ weekdays: [1, 2, 3, 4, 5] }, '8:30-11:30 14:00-17:30')),
    open: { 'Spring Festival 2025': 'o..ooooo..ooooo..o', 'National Day 2025': 'o..ooooo..ooooo..o', 'New Year 2026': 'ooo..o', 'Spring Festival 2026': 'o..ooooo..ooooo..o', 'Labour Day 2026': 'oo..ooooo..o' },
  },
  'Saturday and Sunday': {
    rule: rule('workdays', on({ weekdays: [6, 7] }, '9:00-17:00')),
    open: {
      'Spring Festival 2025': '.o......oo......o.', 'Qingming 2025': '..oo.', 'National Day 2025': '.o......oo......o.', 'New Year 2026': '...o..', 'Spring Festival 2026': '..o.....oo......o.', 'Qingming 2026': '.oo..', 'Labour Day 2026': '..oo......o.',
      'Mid-Autumn and National Day 2026': '.o......oo.....oo......o.',
    },
  },
  'Tuesday to Sunday: a week of its own': {
    rule: rule('workdays', on({ weekdays: [2, 3, 4, 5, 6, 7] }, '9:00-17:00!16:30')),
    open: { 'Spring Festival 2025': 'ooo.oooooo.oooooo.', 'New Year 2026': 'ooooo.', 'Spring Festival 2026': 'ooo.oooooo.oooooo.', 'Labour Day 2026': 'oooo.oooooo.' },
  },
  'Monday to Saturday: the working week and a day more': {
    rule: rule('workdays', on({ weekdays: [1, 2, 3, 4, 5, 6] }, '8:00-17:00')),
    open: { 'Spring Festival 2025': 'oooo........oooo.o', 'National Day 2025': 'ooooo........ooo.o', 'New Year 2026': 'o...oo', 'Spring Festival 2026': 'oo.........ooooo.o' },
  },
  'Mondays, Wednesdays and Fridays': {
    rule: rule('workdays', on({ weekdays: [1, 3, 5] }, '14:00-16:00')),
    open: { 'Spring Festival 2025': 'o..o........o.o..o', 'Qingming 2025': '....o', 'New Year 2026': 'o....o', 'Spring Festival 2026': 'o...........o.o..o', 'Labour Day 2026': '......o.o..o' },
  },
  'every day, shut on holidays': {
    rule: rule('weekdays', on({}, '6:30-9:00 10:30-13:30 16:30-19:30'), on({ types: ['holiday'] }, '')),
    open: { 'Spring Festival 2025': 'oooo........oooooo', 'National Day 2025': 'ooooo........ooooo', 'New Year 2026': 'o...oo', 'Spring Festival 2026': 'oo.........ooooooo' },
  },
  'every day, shut on Mondays, whatever Monday it is': {
    rule: rule('workdays', on({}, '9:00-17:00'), on({ weekdays: [1] }, '')),
    open: { 'Spring Festival 2025': 'ooo.oooooo.oooooo.', 'Spring Festival 2026': 'ooo.oooooo.oooooo.' },
  },
  'every day, weekends off: on a make-up day they work': {
    rule: rule('workdays', on({}, '9:00-17:00'), on({ weekdays: [6, 7] }, '')),
    open: { 'Spring Festival 2025': 'o.oooooo..oooooo.o', 'New Year 2026': 'ooo.oo', 'Spring Festival 2026': 'oo.ooooo..oooooo.o' },
  },
  'days off only': {
    rule: rule('workdays', on({ types: ['rest', 'holiday'] }, '9:00-21:00')),
    open: { 'Spring Festival 2025': '.o..oooooooo....o.', 'New Year 2026': '.ooo..', 'Spring Festival 2026': '..ooooooooo.....o.', 'Labour Day 2026': '.ooooo....o.' },
  },
  'days worked, make-up days among them': {
    rule: rule('weekdays', on({ types: ['workday', 'makeup'] }, '18:30-31:00')),
    open: { 'Spring Festival 2025': 'o.oo........oooo.o', 'Spring Festival 2026': 'oo.........ooooo.o' },
  },
  'on make-up days alone': {
    rule: rule('weekdays', on({ types: ['makeup'] }, '9:00-12:00')),
    open: { 'Spring Festival 2025': '..o............o..', 'New Year 2026': '....o.', 'Labour Day 2026': '.........o..' },
  },
  'Saturdays of the calendar, shut on make-up ones': {
    rule: rule('weekdays', on({ weekdays: [6] }, '9:00-12:00'), on({ weekdays: [6], types: ['makeup'] }, '')),
    open: { 'Spring Festival 2025': '.o......o.........', 'Labour Day 2026': '..o.........' },
  },
  'every day but Spring Festival': {
    rule: rule('workdays', on({}, '9:00-17:00'), on({ holidays: ['springFestival'] }, '')),
    open: { 'Spring Festival 2025': 'oooo........oooooo', 'Qingming 2025': 'ooooo', 'Spring Festival 2026': 'oo.........ooooooo' },
  },
  'the first Saturday of the month, worked or not': {
    rule: rule('workdays', on({ weekdays: [6], nth: [1] }, '9:00-11:00')),
    open: { 'Spring Festival 2025': '........o.........', 'Qingming 2026': '.o...', 'Labour Day 2026': '..o.........', 'National Day 2025': '........o.........' },
  },
  'every day, for maintenance shut on the second and the last Monday': {
    rule: rule('workdays', on({}, '7:00-22:00'), on({ weekdays: [1], nth: [2, -1] }, '')),
    open: { 'Spring Festival 2025': 'ooo.ooooooooooooo.', 'National Day 2025': 'ooo.ooooooooooooo.', 'Labour Day 2025': 'ooo.ooooooooooooo', 'Mid-Autumn and National Day 2026': 'oooooooooo.ooooooooooooo.' },
  },
  'every day, the rest of May and over the turn of the year': {
    rule: rule('workdays', on({ seasons: [{ from: '05-03', to: '05-31' }, { from: '12-20', to: '01-02' }] }, '9:00-17:00')),
    open: { 'New Year 2025': 'oo....', 'New Year 2026': 'ooo...', 'Labour Day 2025': '........ooooooooo', 'Labour Day 2026': '...ooooooooo' },
  },
  'days worked, and openings and closures of certain days': {
    rule: rule('workdays', on({ weekdays: [1, 2, 3, 4, 5] }, '9:00-17:00'), on({ dates: [{ from: '2026-02-17', to: '2026-02-18' }] }, '10:00-12:00'), on({ dates: [{ from: '2026-02-26', to: '2026-03-01' }] }, '')),
    open: { 'Spring Festival 2025': 'o.oo........oooo.o', 'Spring Festival 2026': 'oo..oo.....oo....o' },
  },
}

describe('which days a place is open', () => {
  for (const [name, place] of Object.entries(places)) {
    for (const [span, marks] of Object.entries(place.open)) {
      const [from, kinds] = around[span as keyof typeof around]
      test(`${name}, ${span}: a mark for each day`, () => expect(marks.length).toBe(kinds.length))
      test.each([...marks].map((mark, i) => ({ day: addDays(from, i), mark: mark === 'o' ? 'open' : 'shut' })))(`${name}: $day $mark`, ({ day, mark }) => {
        const { sessions, unknown } = sessionsOn(place.rule, day, calendar)
        expect({ mark: sessions.length > 0 ? 'open' : 'shut', unknown }).toEqual({ mark, unknown: false })
      })
    }
  }
})
