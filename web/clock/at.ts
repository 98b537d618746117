import { dayAndMinute, instantOf, isoInstant, readInstant } from '../../geodata/hours/clock.ts'

/** An instant as the address holds it: Shanghai time to the minute, 2026-02-14T11:00+08:00. */
export const writtenAt = (epochMs: number): string => isoInstant(epochMs).replace(/:00(?=\+)/, '')

/** The same from an address, whatever offset it names; undefined: no instant. */
export const readAt = (found: string): string | undefined => {
  const epochMs = readInstant(found)
  return epochMs === null ? undefined : writtenAt(epochMs)
}

/** What `writtenAt` wrote, as an instant. */
export const instantAt = (at: string): number => readInstant(at) ?? Number.NaN

/** The minute that is running. */
export const minuteNow = (): number => Math.floor(Date.now() / 60_000) * 60_000

/** As a field of date and time holds it, and back; null: not filled in. */
export const fieldOf = (epochMs: number): string => isoInstant(epochMs).slice(0, 16)
export const fromField = (value: string): number | null => readInstant(`${value}+08:00`)

/** Half hour of its day, 0 to 47, where the instant begins one. */
export const halfHourOf = (at: string): { day: string; half: number } | null => {
  const { day, minute } = dayAndMinute(instantAt(at))
  return minute % 30 === 0 ? { day, half: minute / 30 } : null
}
export const atHalfHour = (day: string, half: number): string => writtenAt(instantOf(day, half * 30))
