import { openHalfHours } from '../../../../geodata/hours/open.ts'
import { answerClock, type ClockAnswer, type Opening } from '../../../../geodata/kernel/clock.ts'
import { siteAreas } from '../../../../geodata/kernel/coverage.ts'
import { within } from '../../../../geodata/kernel/members.ts'
import { sourcesOf } from '../../../../geodata/kernel/sources.ts'
import type { Question } from '../../../../geodata/model/question.ts'
import { hoursThen } from '../../hours/moment.ts'
import type { OpenCity } from '../../open-city.ts'
import type { BoardAsk } from './board-ask.ts'

export const halfHoursOfDay = 48

const isSet = (words: Uint32Array, bit: number): boolean => ((words[bit >> 5] >>> (bit & 31)) & 1) === 1

/** Whether a site is open when half hour h of the day begins; `known` false: nobody can say for some of it. */
export function dayOfSite({ open, sites, workday }: Pick<BoardAsk, 'open' | 'sites' | 'workday'>): (site: string) => { isOpen: (halfHour: number) => boolean; known: boolean } {
  const hours = hoursThen(open, sites)
  return (site) => {
    const { open: bits, unknown } = openHalfHours(hours(site), workday, open.hours.calendar)
    return { isOpen: (halfHour) => isSet(bits, halfHour), known: !unknown }
  }
}

/** Ids of the sites in the area that admit the group of the question. */
export function admittingSites({ open: { city }, sites, at }: Pick<BoardAsk, 'open' | 'sites' | 'at'>, { category, group }: Question): string[] {
  const places = siteAreas(city, sites, category, group)
  return sourcesOf(city, sites, category, group).flatMap(({ id }, i) => (at < 0 || within(city, places[i].area, at) ? [id] : []))
}

const kept = new WeakMap<OpenCity, Map<string, ClockAnswer>>()

/** Which buildings are covered at each half hour of the workday: once for all areas. The question's own area is of no matter. */
export function clockOf(ask: BoardAsk, question: Question): ClockAnswer {
  const { open, sites, view, workday, day } = ask
  const days = kept.get(open) ?? new Map<string, ClockAnswer>()
  kept.set(open, days)
  const key = JSON.stringify([question.category, day, workday, view.shield === null])
  const site = dayOfSite(ask)
  const opening: Opening = { count: halfHoursOfDay, of: (id) => wordsOf(site(id).isOpen) }
  const known = days.get(key) ?? answerClock(view.city, sites, { ...question, area: null }, opening)
  days.set(key, known)
  return known
}

function wordsOf(isOpen: (halfHour: number) => boolean): Uint32Array {
  const words = new Uint32Array(Math.ceil(halfHoursOfDay / 32))
  for (let h = 0; h < halfHoursOfDay; h++) if (isOpen(h)) words[h >> 5] |= 1 << (h & 31)
  return words
}
