import * as fc from 'fast-check'
import { dayTypes, holidayCodes } from '../../../geodata/model/holidays.ts'
import { calendarModes, sessionNames, type Clause, type Days, type Rule, type Session } from '../../../geodata/hours/rule.ts'

/** Any rule whatever within the limits of its type. */
export const anyRule: fc.Arbitrary<Rule> = fc.record({ clauses: fc.array(anyClause(), { minLength: 1, maxLength: 5 }), calendarMode: fc.constantFrom(...calendarModes) })

function anyClause(): fc.Arbitrary<Clause> {
  return fc.record({ days: anyDays(), sessions: anySessions(), adds: fc.boolean() })
}

function anyDays(): fc.Arbitrary<Days> {
  const often = <Item>(arbitrary: fc.Arbitrary<Item>): fc.Arbitrary<Item | null> => fc.option(arbitrary, { freq: 1 })
  const rarely = <Item>(arbitrary: fc.Arbitrary<Item>): fc.Arbitrary<Item | null> => fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
  return fc.record({
    weekdays: often(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })), nth: rarely(fc.subarray([1, 2, 3, 4, 5, -1], { minLength: 1 })),
    types: often(fc.subarray([...dayTypes], { minLength: 1 })), holidays: rarely(fc.subarray([...holidayCodes], { minLength: 1 })),
    seasons: rarely(fc.array(fc.record({ from: monthDay(), to: monthDay() }), { minLength: 1, maxLength: 2 })),
    dates: rarely(fc.array(fc.tuple(isoDay(), isoDay(), fc.boolean()).map(([one, other, onward]) => ({ from: one < other ? one : other, to: onward ? '9999-12-31' : one < other ? other : one })), { minLength: 1, maxLength: 2 })),
  }).map((days) => (days.weekdays === null ? { ...days, nth: null } : days))
}

function monthDay(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 365 }).map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10))
}

function isoDay(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 2000 }).map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10))
}

function anySessions(): fc.Arbitrary<Session[]> {
  const ends = fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 2880 })), { maxLength: 6 }).map((minutes) => minutes.toSorted((one, other) => one - other))
  return fc.tuple(ends, fc.array(fc.tuple(fc.boolean(), fc.constantFrom('' as const, ...sessionNames), fc.option(fc.nat())), { minLength: 3, maxLength: 3 })).map(([minutes, extras]) => {
    const sessions: Session[] = []
    for (let at = 0; at + 1 < minutes.length; at += 2) {
      const from = minutes[at] ?? 0, to = minutes[at + 1] ?? 0
      const [byAppointment, name, entry] = extras[at / 2] ?? [false, '' as const, null]
      if (from < 1440) sessions.push({ from, to, lastEntry: entry === null ? null : from + (entry % (to - from + 1)), byAppointment, name })
    }
    return sessions
  })
}
