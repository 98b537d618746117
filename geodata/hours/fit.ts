import type { Audience } from '../model/facility.ts'

/** Codes of the wishes (catalogue) that an hour may call for. */
export type HourWish = 'eat' | 'play' | 'rest'

/**
 * Minutes of the day at which a canteen is what one looks for: its three sessions (DOMAIN.md 9.3: 6:30-9:00, 10:30-13:30, 16:30-19:30),
 * from half an hour before, to set out in time, to half an hour before the end.
 */
const mealTimes: readonly (readonly [number, number])[] = [[360, 510], [600, 780], [960, 1140]]

/** What somebody is likely to want at this minute of the day, the likeliest first: a meal around the times of meals, else an activity, else a rest. Who delivers wants a seat before a pastime. */
export function wishesOfHour(minute: number, audience: Audience | null): readonly HourWish[] {
  const between: readonly HourWish[] = audience === 'couriers' ? ['rest', 'play'] : ['play', 'rest']
  return mealTimes.some(([from, to]) => minute >= from && minute < to) ? ['eat', ...between] : [...between, 'eat']
}
