import { randomInt, timingSafeEqual } from 'node:crypto'
import { codeDigits } from '../../geodata/contract/steering.ts'
import { networkOf } from '../security/limits.ts'

/** Six digits that a wall shows for ten minutes. */
export type Code = { digits: string; until: number; wrong: number }

export const codeMinutes = 10
/** A code ends after as many wrong tries, whoever made them: of a million codes, five are tried. An address that made as many may try again when a code of that time has ended. */
const mostWrong = 5
/** Addresses remembered; beyond that the first is forgotten. */
const mostAddresses = 10_000

export type Codes<T> = {
  /** A code in place of the owner's one before. */
  give(owner: T): Code
  /** Seconds until the address may try again; 0: now. */
  secondsLocked(address: string): number
  /** Whose code it is, which is used up then; null: nobody's, and the try counts. `lost` hears of owners whose code has ended by that. */
  use(digits: string, address: string, lost: (owner: T) => void): T | null
  /** Whether a code of the owner can still be used. */
  stands(owner: T): boolean
  drop(owner: T): void
}

export function oneTimeCodes<T>(clock: () => number): Codes<T> {
  const codes = new Map<T, Code>()
  const tries = new Map<string, { wrong: number; until: number }>()

  function sweep(): void {
    const now = clock()
    for (const [owner, { until }] of codes) if (until <= now) codes.delete(owner)
    for (const [address, { until }] of tries) if (until <= now) tries.delete(address)
  }

  function countAgainst(address: string): void {
    const key = networkOf(address)
    tries.set(key, { wrong: (tries.get(key)?.wrong ?? 0) + 1, until: clock() + codeMinutes * 60_000 })
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
      const code = { digits, until: clock() + codeMinutes * 60_000, wrong: 0 }
      codes.set(owner, code)
      return code
    },
    secondsLocked(address) {
      sweep()
      const known = tries.get(networkOf(address))
      return known && known.wrong >= mostWrong ? Math.max(1, Math.ceil((known.until - clock()) / 1000)) : 0
    },
    use(digits, address, lost) {
      sweep()
      let found: T | null = null
      // All are compared, so that the time tells nothing of which one was near.
      for (const [owner, code] of codes) if (sameDigits(code.digits, digits)) found = owner
      if (found !== null) {
        codes.delete(found)
        return found
      }
      countAgainst(address)
      // Nobody knows which wall was meant: it counts against every code that is open.
      for (const [owner, code] of codes) {
        code.wrong++
        if (code.wrong < mostWrong) continue
        codes.delete(owner)
        lost(owner)
      }
      return null
    },
    stands(owner) {
      sweep()
      return codes.has(owner)
    },
    drop: (owner) => { codes.delete(owner) },
  }
}

const newDigits = (): string => String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')

/** In the same time whatever differs; what has another length is none. */
function sameDigits(known: string, tried: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(tried)]
  return a.length === b.length && timingSafeEqual(a, b)
}
