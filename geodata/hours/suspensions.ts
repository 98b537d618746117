import type { Suspension } from '../model/offer.ts'
import { readInstant } from './clock.ts'

/** A time in which a place is shut out of turn; until is Infinity where nobody knows. */
export type Shut = { from: number; until: number; reason: string }

/** Suspensions in order, those that touch or overlap as one with the reason of the first. What is no instant is left out: intake let none in. */
export function shutTimes(suspensions: readonly Suspension[]): readonly Shut[] {
  if (suspensions.length === 0) return none
  const times = suspensions.map(({ from, until, reason }) => ({ from: readInstant(from) ?? Number.NaN, until: until === null ? Infinity : (readInstant(until) ?? Number.NaN), reason }))
  const merged: Shut[] = []
  for (const time of times.filter(({ from, until }) => from < until).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && time.from <= last.until) merged[merged.length - 1] = { ...last, until: Math.max(last.until, time.until), reason: last.reason || time.reason }
    else merged.push(time)
  }
  return merged
}

const none: readonly Shut[] = []

export const shutAt = (shut: readonly Shut[], at: number): Shut | null => shut.find(({ from, until }) => from <= at && at < until) ?? null

/** When the next shutting begins after an instant; Infinity: none. */
export const nextShutting = (shut: readonly Shut[], at: number): number => shut.find(({ from }) => from > at)?.from ?? Infinity
