import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { clock } from '../../../geodata/contract/clock.ts'
import { dayOf, type Calendar } from '../../../geodata/hours/calendar.ts'
import { addDays, readInstant, weekdayOf } from '../../../geodata/hours/clock.ts'
import { openHalfHours } from '../../../geodata/hours/open.ts'
import { answerClock, clockFigures, sitesIn, type Opening } from '../../../geodata/kernel/clock.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import type { DayType } from '../../../geodata/model/holidays.ts'
import { hourNotes } from '../../../geodata/words/hour.ts'
import { protectionSentence } from '../../../geodata/words/protection.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { checkAsked, viewOf } from '../../security/visibility.ts'
import { cityThen } from '../as-of.ts'
import { peopleShare, residentsShare } from '../coverage.ts'
import { describeQuestion, describeRule } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'
import { readQuestion } from '../read-question.ts'
import { Refusal } from '../refusal.ts'
import { standingOf } from '../standing.ts'
import { describeDay, hoursThen } from './moment.ts'

type Answer = AnswerOf<typeof clock>
type Day = Answer['days'][number]

const halfHours = 48

/** Coverage in residents at the half hours of the week of a day, and of the next workday, rest day and holiday; shielded as coverage is. */
export async function clockAnswer(open: OpenCity, { week, ...query }: QueryOf<typeof clock>, reader: Reader, language: Language): Promise<Answer> {
  // The same years as an instant.
  if (week !== undefined && readInstant(`${week}T00:00+08:00`) === null) throw new Refusal('badParameter', { parameter: 'week', found: week }, { kind: 'day' })
  const question = readQuestion(open, query)
  const view = viewOf(open, reader, question.area)
  checkAsked(open, view, reader, question, query.asOf)
  const { day: asOf, overlay } = await cityThen(open, query.asOf)
  const { calendar } = open.hours
  const days = weekOf(week ?? open.day), examples = examplesFrom(calendar, days[0])
  // Examples within the week are the week's own bits; the others follow it, a day after the other.
  const all = [...days, ...examples.filter((day) => !days.includes(day))]
  const hours = hoursThen(open, overlay)
  const openings = openingOf((site, from) => openHalfHours(hours(site), from, calendar), all)

  const anyHour = answerCoverage(view.city, overlay, question, open.cache)
  const times = answerClock(view.city, overlay, question, openings)
  const { residents } = clockFigures(view.city, overlay, times)
  const sites = sitesIn(view.city, overlay, question)
  const bits = sites.map((site) => openings.of(site))
  const told = (covered: number): Pick<Answer['residents'], 'covered' | 'share'> => peopleShare(open, view, question.group, covered, anyHour.summary.residentsTotal, anyHour.area)
  const unknownSites = sites.filter((site) => openings.isUnknown(site)).length, unknownYear = all.map((day) => dayOf(calendar, day)).find(({ known }) => !known)?.day.slice(0, 4)

  const dayAnswer = (day: string): Day => {
    const from = all.indexOf(day) * halfHours
    const figures = Array.from({ length: halfHours }, (_, h) => told(residents[from + h]))
    return {
      ...describeDay(dayOf(calendar, day), language), covered: figures.map(({ covered }) => covered), share: figures.map(({ share }) => share),
      open: Array.from({ length: halfHours }, (_, h) => bits.reduce((count, words) => count + isSet(words, from + h), 0)),
    }
  }
  return {
    question: describeQuestion(open, anyHour, asOf, language), rule: describeRule(open, anyHour, language) + hourNotes(unknownSites, unknownYear === undefined ? null : Number(unknownYear), language),
    ...standingOf(open.identity, open.versions, open.catalogue.version, question.category),
    protection: view.shield && { k: view.shield.k, finest: view.finest, sentence: protectionSentence(view.shield.k, view.finest, language) },
    residents: residentsShare(open, view, question.group, anyHour.summary, anyHour.area),
    days: days.map(dayAnswer), examples: examples.map(dayAnswer), unknownSites, sites: sites.length, calendarMissing: unknownYear !== undefined,
  }
}

/** Monday to Sunday around a day. */
const weekOf = (day: string): string[] => Array.from({ length: 7 }, (_, i) => addDays(day, i + 1 - weekdayOf(day)))

/** Days searched for a day of a kind: between two arrangements of holidays lies most of a year. */
const searchedDays = 400
const kinds: readonly DayType[] = ['workday', 'rest', 'holiday']

/** The first day of each kind from a day on; the last before it where the calendar knows none after. */
function examplesFrom(calendar: Calendar, first: string): string[] {
  return kinds.flatMap((kind) => {
    const is = (day: string): boolean => {
      const { type, known } = dayOf(calendar, day)
      return known && type === kind
    }
    for (const step of [1, -1]) for (let i = step === 1 ? 0 : 1; i < searchedDays; i++) if (is(addDays(first, i * step))) return [addDays(first, i * step)]
    return []
  })
}

/** Bits of the days in their order, 48 each: the first seven are one week, each other is read for itself. */
function openingOf(read: (site: string, from: string) => ReturnType<typeof openHalfHours>, days: readonly string[]): Opening & { isUnknown(site: string): boolean } {
  const count = days.length * halfHours
  const kept = new Map<string, { words: Uint32Array; unknown: boolean }>()
  const bitsOf = (site: string): { words: Uint32Array; unknown: boolean } => {
    const known = kept.get(site)
    if (known) return known
    const week = read(site, days[0])
    const words = new Uint32Array(Math.ceil(count / 32))
    words.set(week.open)
    for (let extra = 7; extra < days.length; extra++) {
      const { open } = read(site, days[extra])
      for (let h = 0; h < halfHours; h++) if (isSet(open, h)) words[(extra * halfHours + h) >> 5] |= 1 << ((extra * halfHours + h) & 31)
    }
    const bits = { words, unknown: week.unknown }
    kept.set(site, bits)
    return bits
  }
  return { count, of: (site) => bitsOf(site).words, isUnknown: (site) => bitsOf(site).unknown }
}

const isSet = (words: Uint32Array, bit: number): number => (words[bit >> 5] >>> (bit & 31)) & 1
