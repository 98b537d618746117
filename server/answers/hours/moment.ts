import type * as z from 'zod/mini'
import type { hour as hourPart } from '../../../geodata/contract/parts.ts'
import { dayOf, type Day } from '../../../geodata/hours/calendar.ts'
import { dayAndMinute, isoInstant, readInstant } from '../../../geodata/hours/clock.ts'
import { isOpenAt, type Hours } from '../../../geodata/hours/open.ts'
import { sitesIn } from '../../../geodata/kernel/clock.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import { holidayName } from '../../../geodata/words/hours.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { cityThen, type CityThen } from '../as-of.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { hoursOf } from './hours-of.ts'

/** The city of an answer at an hour: sites that are not open then are shut in the overlay. */
export type Moment = CityThen & { hour: Hour | null }
/** The sites are those of the question's category in the asked area. */
export type Hour = { at: string; day: Day; sites: number; openSites: number; unknownSites: number }

/** The instant of a parameter, in Shanghai time and to the second; Refusal for what is no instant with its offset. */
export function readAt(found: string): string {
  const at = readInstant(found)
  if (at === null) throw new Refusal('badParameter', { parameter: 'at', found }, { kind: 'instant' })
  return isoInstant(at)
}

/** `every`: sites of all categories are looked at, else those of the question's alone. */
export async function momentOf(open: OpenCity, question: Question, asOf: string | undefined, every: 'every' | 'one' = 'one'): Promise<Moment> {
  return momentWith(open, question, await cityThen(open, asOf), every)
}

/** The same of a city that somebody has thought out. */
export function momentWith(open: OpenCity, question: Question, then: CityThen, every: 'every' | 'one' = 'one'): Moment {
  if (question.at === null) return { ...then, hour: null }
  const epochMs = readInstant(question.at) ?? NaN
  const states = new Map<string, ReturnType<typeof isOpenAt>>()
  const hours = hoursThen(open, then.overlay)
  const categories = every === 'every' ? open.catalogue.categories.map(({ code }) => code) : [question.category]
  for (const category of categories) for (const { id } of sourcesOf(open.city, then.overlay, category, 'any')) states.set(id, isOpenAt(hours(id), epochMs, open.hours.calendar))
  const shut = new Set([...states].flatMap(([id, state]) => (state === 'open' ? [] : [id])))
  const sites = sitesIn(open.city, then.overlay, question).map((id) => states.get(id))
  return {
    ...then, overlay: { ...then.overlay, shut },
    hour: {
      at: question.at, day: dayOf(open.hours.calendar, dayAndMinute(epochMs).day), sites: sites.length,
      openSites: sites.filter((state) => state === 'open').length, unknownSites: sites.filter((state) => state === 'unknown').length,
    },
  }
}

/** Hours of the sites of a day: those of today's record unless the site was another one then. */
export function hoursThen({ hours }: Pick<OpenCity, 'hours'>, { added, replaced }: Overlay): (site: string) => Hours {
  const other = new Map([...added, ...replaced].map(({ id, hours: text = null, suspensions = [] }) => [id, hoursOf(hours, { hours: text, suspensions })]))
  return (site) => other.get(site) ?? hours.bySite.get(site) ?? unknown
}

const unknown: Hours = { rule: null, suspensions: [] }

export function describeHour(hour: Hour | null, language: Language): z.infer<typeof hourPart> {
  return hour && { at: hour.at, ...describeDay(hour.day, language), sites: hour.sites, openSites: hour.openSites, unknownSites: hour.unknownSites }
}

/** Without an arrangement of holidays for the year nobody knows of what kind a day is, but for the holidays by law. */
export function describeDay({ day, type, holiday, known, sure }: Day, language: Language): { day: string; type: Day['type'] | null; name: string; calendarMissing: boolean } {
  return { day, type: sure ? type : null, name: holiday === null ? '' : holidayName(holiday, language), calendarMissing: !known }
}
