import type { Audience } from '../model/facility.ts'
import type { Admittance } from '../model/venue.ts'

/** Codes of the wishes (catalogue) that an hour may call for. */
export type HourWish = 'eat' | 'play' | 'rest'

/**
 * Minutes of the day at which a canteen is what one looks for: its three sessions (DOMAIN.md 9.3: 6:30-9:00, 10:30-13:30, 16:30-19:30),
 * from half an hour before, to set out in time, to half an hour before the end.
 */
const mealTimes: readonly (readonly [number, number])[] = [[360, 510], [600, 780], [960, 1140]]

/** Minutes of the day from which nobody is sent out for a pastime, and until which: squares and parks empty at ten, and fill again at half past five. */
const nightFrom = 1320
const nightTo = 330

export const isNight = (minute: number): boolean => minute >= nightFrom || minute < nightTo

/**
 * What somebody is likely to want at this minute of the day, the likeliest first: a meal around the times of meals, else an activity, else a rest. Who delivers wants a seat before a pastime.
 * At night nobody is sent to a square: a meal, which is soonest breakfast, and a seat for who is out at work.
 */
export function wishesOfHour(minute: number, audience: Audience | null): readonly HourWish[] {
  if (isNight(minute)) return audience === 'couriers' ? ['rest', 'eat'] : ['eat']
  const between: readonly HourWish[] = audience === 'couriers' ? ['rest', 'play'] : ['play', 'rest']
  return mealTimes.some(([from, to]) => minute >= from && minute < to) ? ['eat', ...between] : [...between, 'eat']
}

/** Minutes of a slow walk that a place is worth to who did not ask for it: half an hour, a usual walk of an older person (DOMAIN.md 3.8); at night a quarter of one. */
export const worthMinutes = (minute: number): number => (isNight(minute) ? 15 : 30)

/** An open place that may be the first card. `minutes`: slow walk, null: nobody knows; `priced`: says what he pays; `own`: made for his like. */
export type Fit = { minutes: number | null; admits: Admittance; priced: boolean; own: boolean }

/** A place made for one's like is worth this walk, 一刻钟, even where another is nearer. */
const ownMinutes = 15
/** So many minutes more are nothing to who then knows what he pays. */
const pricedMinutes = 3

/**
 * Place in the list of the one to go to, among open ones sorted by the walk: the nearest that surely lets him in, or one hardly farther that says its price as well; before it what is made for his like,
 * after it the nearest that may let him in. `fitOf`: null where the place is out of the question. -1: none. Stops where nothing better can follow.
 */
export function bestFit<T>(places: readonly T[], fitOf: (place: T) => Fit | null, { most = Infinity, hasLike = false } = {}): number {
  let sure = -1, maybe = -1, enough = Infinity, isPriced = false
  for (const [index, place] of places.entries()) {
    const fit = fitOf(place)
    if (!fit || fit.admits === 'no') continue
    const minutes = fit.minutes ?? 0
    if (minutes > most || (minutes > enough && !(hasLike && minutes <= ownMinutes))) break
    if (fit.admits === 'ask') {
      if (maybe < 0) maybe = index
      continue
    }
    if (fit.own && minutes <= ownMinutes) return index
    if (sure >= 0 && (isPriced || !fit.priced || minutes > enough)) continue
    if (sure < 0) enough = minutes + pricedMinutes
    sure = index
    isPriced = fit.priced
    if (isPriced && !hasLike) break
  }
  return sure >= 0 ? sure : maybe
}
