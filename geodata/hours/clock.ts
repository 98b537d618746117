/** Shanghai time: UTC+8 without summer time since 1991, so that arithmetic does and the machine's zone never matters. */

const dayMs = 86_400_000
const shiftMs = 8 * 3_600_000

/** A day counted from 1970-01-01 = 0; within this room days are these numbers. */
export const ordinalAt = (epochMs: number): number => Math.floor((epochMs + shiftMs) / dayMs)
export const startOf = (ordinal: number): number => ordinal * dayMs - shiftMs
export const ordinalOf = (day: string): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / dayMs
export const dayNamed = (ordinal: number): string => new Date(ordinal * dayMs).toISOString().slice(0, 10)
/** 1 Monday … 7 Sunday; 1970-01-01 was a Thursday. */
export const weekdayAt = (ordinal: number): number => ((((ordinal + 3) % 7) + 7) % 7) + 1

/** The day 'yyyy-mm-dd' and the minute since its midnight, whole minutes begun. */
export function dayAndMinute(epochMs: number): { day: string; minute: number } {
  const ordinal = ordinalAt(epochMs)
  return { day: dayNamed(ordinal), minute: Math.floor((epochMs - startOf(ordinal)) / 60_000) }
}

/** The instant of a minute of a day; minutes beyond 1440 lie in the next day. */
export const instantOf = (day: string, minute: number): number => startOf(ordinalOf(day)) + minute * 60_000

export const addDays = (day: string, days: number): string => dayNamed(ordinalOf(day) + days)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => weekdayAt(ordinalOf(day))

/** Whether it is a day that exists, as 'yyyy-mm-dd'. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ordinal = ordinalOf(text)
  return Number.isFinite(ordinal) && dayNamed(ordinal) === text
}

/** '2026-02-14T11:00:00+08:00'. */
export const isoInstant = (epochMs: number): string => `${new Date(epochMs + shiftMs).toISOString().slice(0, 19)}+08:00`

// A + that an address bar turned into a blank is still a +.
const written = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:[Zz]|([+\- ])(\d{2}):?(\d{2}))$/
/** Shanghai is UTC+8 without exception since 1992; a plan beyond 2199 is a slip of the pen. */
const firstYear = 1992, lastYear = 2199

/** An ISO instant with its offset or Z; null for anything else, days that do not exist and years before 1992 or after 2199 among it. */
export function readInstant(text: string): number | null {
  const [, day, hour, minute, second = '0', fraction = '0', sign, offsetHour = '0', offsetMinute = '0'] = written.exec(text) ?? []
  if (day === undefined || !isDay(day)) return null
  const year = Number(day.slice(0, 4))
  if (year < firstYear || year > lastYear || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  if (Number(offsetHour) > 14 || Number(offsetMinute) > 59) return null
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1)
  return ordinalOf(day) * dayMs + ((Number(hour) * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000)
}
