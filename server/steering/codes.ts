import { randomInt, timingSafeEqual } from 'node:crypto'
import { codeDigits } from '../../geodata/contract/steering.ts'
import { networkOf } from '../security/limits.ts'

/** Six digits that a wall shows for ten minutes. */
export type Code = { digits: string; until: number }

export const codeMinutes = 10
/** An address that was wrong as often may try again when a code of that time has ended. A code ends by nobody's wrong try: then anybody could end everybody's. */
const mostWrong = 5
/**
 * Whoever has many addresses is held by what all wrong tries together may hope for. A try hits one of `n` open codes with a chance of n in a million; all tries of ten minutes may
 * have 500 of those, so that in any ten minutes, which lie in two such spans at most, a stranger is in with a chance of one in a thousand: 500 tries (a hundred addresses) while one code is open, 50 while ten are.
 * Beyond that everybody waits, at most ten minutes.
 */
const mostChances = 500
/** Addresses remembered; beyond that the first is forgotten. */
const mostAddresses = 10_000

export type Codes<T> = {
  /** A code in place of the owner's one before. */
  give(owner: T): Code
  /** Seconds until the address may try again, for its own wrong tries or for those of all; 0: now. */
  secondsLocked(address: string): number
  /** Whose code it is, which is used up then; null: nobody's, and the try counts. */
  use(digits: string, address: string): T | null
  /** Whether a code of the owner can still be used. */
  stands(owner: T): boolean
  drop(owner: T): void
}

export function oneTimeCodes<T>(clock: () => number): Codes<T> {
  const codes = new Map<T, Code>()
  const tries = new Map<string, { wrong: number; until: number }>()
  let all = { chances: 0, until: 0 }

  function sweep(): void {
    const now = clock()
    for (const [owner, { until }] of codes) if (until <= now) codes.delete(owner)
    for (const [address, { until }] of tries) if (until <= now) tries.delete(address)
    if (all.until <= now) all = { chances: 0, until: now + codeMilliseconds }
  }

  function countAgainst(address: string): void {
    const key = networkOf(address)
    tries.set(key, { wrong: (tries.get(key)?.wrong ?? 0) + 1, until: clock() + codeMilliseconds })
    all.chances += Math.max(1, codes.size)
    if (tries.size > mostAddresses) for (const first of tries.keys()) {
      tries.delete(first)
      break
    }
  }

  return {
    give(owner) {
      sweep()
      codes.delete(owner)
      const taken = new Set([...codes.values()].map(({ digits }) => digits))
      let digits = newDigits()
      while (taken.has(digits)) digits = newDigits()
      const code = { digits, until: clock() + codeMilliseconds }
      codes.set(owner, code)
      return code
    },
    secondsLocked(address) {
      sweep()
      const own = tries.get(networkOf(address))
      const until = Math.max(own && own.wrong >= mostWrong ? own.until : 0, all.chances >= mostChances ? all.until : 0)
      return until === 0 ? 0 : Math.max(1, Math.ceil((until - clock()) / 1000))
    },
    use(digits, address) {
      sweep()
      let found: T | null = null
      // All are compared, so that the time tells nothing of which one was near.
      for (const [owner, code] of codes) if (sameDigits(code.digits, digits)) found = owner
      if (found !== null) {
        codes.delete(found)
        return found
      }
      countAgainst(address)
      return null
    },
    stands(owner) {
      sweep()
      return codes.has(owner)
    },
    drop: (owner) => { codes.delete(owner) },
  }
}

const codeMilliseconds = codeMinutes * 60_000
const newDigits = (): string => String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')

/** In the same time whatever differs; what has another length is none. */
function sameDigits(known: string, tried: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(tried)]
  return a.length === b.length && timingSafeEqual(a, b)
}
