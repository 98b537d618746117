import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../geodata/hours/calendar.ts'
import { addDays, isoInstant } from '../../../geodata/hours/clock.ts'
import { isRule, normalRule } from '../../../geodata/hours/normal.ts'
import { isOpenAt, openHalfHours } from '../../../geodata/hours/open.ts'
import { calendarModes, everyDay, type Clause, type Days, type Rule, type Session } from '../../../geodata/hours/rule.ts'
import { sessionsOn } from '../../../geodata/hours/sessions.ts'
import { standingAt } from '../../../geodata/hours/state.ts'
import { dayTypes, holidayCodes } from '../../../geodata/model/holidays.ts'
import type { Suspension } from '../../../geodata/model/offer.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { holidays } from '../../../seeds/catalogue/holidays.ts'
import { firstDay, instantAt, minuteCount, oracle, sessionsOf, stateOf } from '../../tools/hours-oracle.ts'

const calendar = calendarOf(holidays)

const day = fc.integer({ min: 0, max: 729 }).map((n) => addDays(firstDay, n))
const rangeOfDays = fc.tuple(day, fc.integer({ min: 0, max: 40 })).map(([from, length]) => ({ from, to: addDays(from, length) }))
const monthDay = day.map((one) => one.slice(5))
const maybe = <T>(one: fc.Arbitrary<T>, weight = 2): fc.Arbitrary<T | null> => fc.oneof({ weight, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one })
const weekdays = fc.oneof(fc.constantFrom([1, 2, 3, 4, 5], [6, 7], [1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 7], [1]), fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }))

/** Quarters of an hour, so that sessions touch, cross midnight and share their ends often. */
const quarters = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }), maybe(fc.integer({ min: 1, max: 8 }), 4)).map(([from, length, before]): Session => {
  const to = Math.min((from + length) * 15, 2880)
  return { from: from * 15, to, lastEntry: before === null ? null : Math.max(to - before * 15, from * 15 + 1), byAppointment: false, name: '' }
})
const sessions = fc.array(quarters, { maxLength: 3 }).map((some) => some.toSorted((a, b) => a.from - b.from).filter((one, i, all) => all.slice(0, i).every((earlier) => earlier.to <= one.from)))
const wholeDay = fc.constant<Session[]>([{ from: 0, to: 1440, lastEntry: null, byAppointment: false, name: '' }])

const days = fc.record({
  weekdays: maybe(weekdays, 1), types: maybe(fc.subarray([...dayTypes], { minLength: 1 }), 3), holidays: maybe(fc.subarray([...holidayCodes], { minLength: 1 }), 6),
  seasons: maybe(fc.array(fc.record({ from: monthDay, to: monthDay }), { minLength: 1, maxLength: 2 }), 5), dates: maybe(fc.array(rangeOfDays, { minLength: 1, maxLength: 2 }), 5), nth: maybe(fc.subarray([1, 2, 3, 4, 5, -1], { minLength: 1 }), 6),
}).map((one): Days => ({ ...everyDay, ...one, nth: one.weekdays ? one.nth : null }))
const clause: fc.Arbitrary<Clause> = fc.record({ days, sessions: fc.oneof({ weight: 6, arbitrary: sessions }, { weight: 1, arbitrary: wholeDay }), adds: fc.boolean() })
const rules: fc.Arbitrary<Rule> = fc.record({ clauses: fc.array(clause, { minLength: 1, maxLength: 4 }), calendarMode: fc.constantFrom(...calendarModes) })
const suspensions: fc.Arbitrary<Suspension[]> = fc.array(fc.tuple(fc.integer({ min: 0, max: minuteCount - 1 }), maybe(fc.integer({ min: 1, max: 20 * 1440 }), 0)), { maxLength: 3 })
  .map((some) => some.map(([from, length], i) => ({ from: isoInstant(instantAt(from)), until: length === null ? null : isoInstant(instantAt(from + length)), reason: `reason ${i}` })))

const seed = 20260214

/** What lies beyond the oracle's sight may be told; what lies within and is not there may not. */
const blind = (next: string | null): string | null => (next === null || Date.parse(next) >= instantAt(minuteCount) || Date.parse(next) - instantAt(0) >= 399 * 86_400_000 ? next : 'nothing in these years')

describe('against a minute-by-minute oracle over 2025 and 2026', () => {
  test('state, next opening or closing, next change of state and half hours of weeks agree for 20 rules, at the edges and in between', () => {
    fc.assert(fc.property(rules, suspensions, fc.nat(), (rule, shut, dice) => {
      const told = oracle(rule, shut, holidays), hours = { rule, suspensions: shut }, random = seededRandom(dice)
      const anywhere = Array.from({ length: 250 }, () => Math.floor(random() * minuteCount))
      const edges = anywhere.slice(0, 100).flatMap((minute) => [told.change[minute] - 1, told.change[minute], told.stateChange[minute] - 1, told.stateChange[minute]])
      const wrong: string[] = []
      for (const minute of [...anywhere, ...edges]) {
        // What ran over from the last day of 2024 nobody knows.
        if (minute < 1440 || minute >= minuteCount) continue
        const at = instantAt(minute), { state, next, nextChangeOfState } = standingAt(hours, at, calendar)
        const found = { state, openness: isOpenAt(hours, at, calendar), next: next && isoInstant(next.at), opens: next?.opens ?? null, change: nextChangeOfState && isoInstant(nextChangeOfState) }
        // Beyond the two years the oracle is blind, and beyond 400 days nobody looks.
        const seen = (other: number): string | null => (other < minuteCount && other - minute < 399 * 1440 ? isoInstant(instantAt(other)) : null)
        const changes = seen(told.change[minute]), differs = seen(told.stateChange[minute])
        const expected = { state: stateOf(told, minute), openness: told.open[minute] ? 'open' : 'closed', next: changes ?? blind(found.next), opens: changes ? !told.open[minute] : found.opens, change: differs ?? found.change }
        if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`${isoInstant(at)} ${JSON.stringify(found)} should be ${JSON.stringify(expected)}`)
      }
      expect(wrong.slice(0, 3)).toEqual([])
      for (let i = 0; i < 20; i++) {
        const week = 1 + Math.floor(random() * 722)
        const { open, unknown } = openHalfHours(hours, addDays(firstDay, week), calendar)
        const bits = Array.from({ length: 352 }, (_, h) => (open[h >> 5] >>> (h & 31)) & 1).join('')
        expect({ bits, unknown, words: open.length }).toEqual({ bits: Array.from({ length: 352 }, (_, h) => (h < 336 ? told.open[week * 1440 + h * 30] : 0)).join(''), unknown: false, words: 11 })
      }
    }), { seed, numRuns: 20, endOnFailure: true })
  })

  test('sessions of a day are those of the oracle, in order', () => {
    fc.assert(fc.property(rules, day, (rule, one) => {
      const { sessions: found, unknown } = sessionsOn(rule, one, calendar)
      expect(unknown).toBe(false)
      expect(found).toEqual(sessionsOf(rule, one, holidays).toSorted((a, b) => a.from - b.from || a.to - b.to))
    }), { seed, numRuns: 1000, endOnFailure: true })
  })

  test('the normal form of a rule, which is printed and read back, has the same sessions on every day of both years', () => {
    fc.assert(fc.property(rules.filter(isRule), (rule) => {
      const normal = normalRule(rule)
      const told = (one: Rule): string[] => Array.from({ length: 729 }, (_, i) => sessionsOn(one, addDays(firstDay, i + 1), calendar).sessions.map(({ from, to, lastEntry }) => `${from}-${to}!${lastEntry === to ? '' : lastEntry ?? ''}`).join(' '))
      expect(told(normal)).toEqual(told(rule))
    }), { seed, numRuns: 150, endOnFailure: true })
  })

  test('what becomes of a standing at its next change is another state, also in years without a calendar', () => {
    fc.assert(fc.property(rules, suspensions, fc.integer({ min: 0, max: 4 * minuteCount }), (rule, shut, minute) => {
      const hours = { rule, suspensions: shut }, now = standingAt(hours, instantAt(minute), calendar)
      if (now.nextChangeOfState === null) return
      expect(now.nextChangeOfState).toBeGreaterThan(instantAt(minute))
      expect(standingAt(hours, now.nextChangeOfState, calendar).state).not.toBe(now.state)
      expect(standingAt(hours, now.nextChangeOfState - 60_000, calendar).state).toBe(now.state)
    }), { seed, numRuns: 1000, endOnFailure: true })
  })
})
