import { answerClock } from '../../../geodata/kernel/clock.ts'
import type { City } from '../../../geodata/kernel/columns.ts'
import { wholeCity } from '../../../geodata/kernel/coverage.ts'
import { ledgerOf, rollUp } from '../../../geodata/kernel/ledger.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { dayOf, type Calendar } from '../../../geodata/hours/calendar.ts'
import { addDays, instantOf } from '../../../geodata/hours/clock.ts'
import { isOpenAt } from '../../../geodata/hours/open.ts'
import { standsOn } from '../../../geodata/model/entry.ts'
import type { Group } from '../../../geodata/model/facility.ts'
import { emptyOverlay, type Overlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import { hoursThen } from '../hours/moment.ts'
import type { OpenCity } from '../open-city.ts'
import { registerRecords, type RegisterRecords } from '../registers/register-records.ts'
import { dataVersion } from '../standing.ts'

/** Figures of one day, by area index; areas.count = outside all, + 1 = the whole city. */
export type Reach = { meals: Float64Array; evening: Float64Array; homes: Float64Array; persons: Float64Array }
/** `total`: what there is to reach, the same on every day: with today's residents. */
export type ReachOver = { total: Reach; on(day: string): Reach }

/** Minutes of the limit where the catalogue offers them, else its middle one. */
const tenMinutes = 10
/** 18:30, minutes of the day. */
export const eveningMinute = 18 * 60 + 30
export const mealCategories: readonly string[] = ['canteen']
export const eveningCategories: readonly string[] = ['activityRoom', 'square']

export function wallQuestion({ catalogue }: Pick<OpenCity, 'catalogue'>, category: string, group?: Group): Question | null {
  const row = catalogue.categories.find(({ code }) => code === category)
  if (!row) return null
  return fillQuestion(catalogue, { category, ...(group && { group }), ...(row.minutes.includes(tenMinutes) && { limit: { minutes: tenMinutes } }) })
}

/** Those of the categories of which any site was ever entered, for the evening with its hours: of the others nobody can say that nothing is in reach. */
export async function knownCategories(open: OpenCity, categories: readonly string[]): Promise<string[]> {
  const records = await registerRecords(open)
  const known = entered.get(records) ?? new Set([...records.facilities.values()].flatMap(({ category, hours }) => (hours === null && eveningCategories.includes(category) ? [] : [category])))
  entered.set(records, known)
  return categories.filter((category) => known.has(category))
}
const entered = new WeakMap<RegisterRecords, ReadonlySet<string>>()

/** Whether anybody can say who has no meals. */
export const mealsKnown = async (open: OpenCity): Promise<boolean> => (await knownCategories(open, mealCategories)).length > 0

/** Instant of 18:30 on the first workday after a day. */
export function eveningOf(calendar: Calendar, day: string): { day: string; epochMs: number } {
  let at = addDays(day, 1)
  for (let i = 0; i < mostFree && !isWorked(calendar, at); i++) at = addDays(at, 1)
  return { day: at, epochMs: instantOf(at, eveningMinute) }
}
/** No stretch of free days is longer. */
const mostFree = 15
const isWorked = (calendar: Calendar, day: string): boolean => ['workday', 'makeup'].includes(dayOf(calendar, day).type)

type Kept = { key: string; reach: Promise<ReachOver> }
const kept = new WeakMap<City['buildings'], Kept>()

/** What was in reach on each of the days, by one walk from each set of sites that stood (and were open) on the same ones. At most 32 days. */
export function reachOver(open: OpenCity, city: City, days: readonly string[]): Promise<ReachOver> {
  const key = `${dataVersion(open.versions, null)} ${open.catalogue.version} ${open.day} ${days.join(' ')}`
  const known = kept.get(city.buildings)
  if (known?.key === key) return known.reach
  const reach = compute(open, city, days)
  kept.set(city.buildings, { key, reach })
  reach.catch(() => kept.delete(city.buildings))
  return reach
}

async function compute(open: OpenCity, city: City, days: readonly string[]): Promise<ReachOver> {
  const records = (await registerRecords(open)).facilities
  const { byId } = open.city.facilities
  const categories = open.catalogue.categories.map(({ code }) => code)
  const overlay: Overlay = { ...emptyOverlay, added: [...records.values()].filter(({ id, category }) => !byId.has(id) && categories.includes(category)) }
  const hours = hoursThen(open, overlay), evenings = days.map((day) => eveningOf(open.hours.calendar, day))
  const stood = (id: string, at: number): boolean => { const site = records.get(id); return site !== undefined && standsOn(site, days[at]) }
  const openThen = (id: string, at: number): boolean => stood(id, at) && isOpenAt(hours(id), evenings[at].epochMs, open.hours.calendar) === 'open'
  const meals = masks(city, overlay, wallQuestion(open, 'canteen'), days.length, stood)
  const evening = new Uint32Array(city.buildings.count)
  for (const category of eveningCategories) masks(city, overlay, wallQuestion(open, category, 'all'), days.length, openThen).forEach((mask, i) => { evening[i] |= mask })
  const byDay = days.map((_, at) => tally(city, meals, evening, at, wallQuestion(open, 'canteen')?.group ?? '60plus'))
  return {
    total: reachTotals(open, city),
    on: (day) => {
      const found = byDay[days.indexOf(day)]
      if (!found) throw new RangeError(`day: expected one of ${days.join(', ')}, got ${day}`)
      return found
    },
  }
}

const totals = new WeakMap<City['buildings'], Reach>()

/** Everybody there is to reach. */
export function reachTotals(open: OpenCity, city: City): Reach {
  const known = totals.get(city.buildings)
  if (known) return known
  const all = new Uint32Array(city.buildings.count).fill(1)
  const made = tally(city, all, all, 0, wallQuestion(open, 'canteen')?.group ?? '60plus')
  totals.set(city.buildings, made)
  return made
}

/** Bit t of a building: reached on the t-th day. */
function masks(city: City, overlay: Overlay, question: Question | null, count: number, is: (id: string, at: number) => boolean): Uint32Array {
  if (question === null) return new Uint32Array(city.buildings.count)
  const { patternOf, patterns } = answerClock(city, overlay, question, {
    count, of: (id) => Uint32Array.of(Array.from({ length: count }, (_, at) => (is(id, at) ? 2 ** at : 0)).reduce((sum, bit) => sum + bit, 0)),
  })
  return Uint32Array.from(patternOf, (pattern) => patterns.words(pattern)[0])
}

/** One day's figures of every area, in one pass over the homes. */
function tally(city: City, meals: Uint32Array, evening: Uint32Array, at: number, group: Group): Reach {
  const { homes, residents, runOffsets, runArea, upward } = ledgerOf(city)
  const column = (): Float64Array => new Float64Array(city.areas.count + 2)
  const reach: Reach = { meals: column(), evening: column(), homes: column(), persons: column() }
  const older = residents[group], persons = residents.all
  for (let run = 0; run < runArea.length; run++) {
    for (let k = runOffsets[run]; k < runOffsets[run + 1]; k++) {
      const home = homes[k]
      if ((evening[home] >>> at) & 1) reach.evening[runArea[run]] += persons[k]
      if (!((meals[home] >>> at) & 1)) continue
      reach.meals[runArea[run]] += older[k]
      reach.persons[runArea[run]] += persons[k]
      reach.homes[runArea[run]]++
    }
  }
  for (const figures of Object.values(reach)) {
    rollUp(city, upward, figures)
    figures[city.areas.count + 1] = wholeCity(city, figures)
  }
  return reach
}
