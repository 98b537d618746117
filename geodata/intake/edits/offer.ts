import { readInstant } from '../../hours/clock.ts'
import type { Facility } from '../../model/facility.ts'
import type { Fault } from '../../model/fault.ts'
import type { Suspension } from '../../model/offer.ts'
import { dayFaults } from './days.ts'

/** What a schema cannot hold of an offer: ages in their order, real days. Hours of a programme that nobody can read are kept and said to be unread. */
export function offerFaults({ prices, checked }: Facility['offer']): Fault[] {
  return [
    ...prices.flatMap(({ minAge, maxAge }, i): Fault[] => (minAge !== null && maxAge !== null && minAge > maxAge ? [{ field: `offer.prices.${i}.maxAge`, code: 'badOrder', details: { expected: minAge, found: maxAge } }] : [])),
    ...dayFaults('offer.checked.day', checked?.day ?? null),
  ]
}

/** Instants are real, each shutting ends after it begins, and they stand in the order of their beginning. */
export function suspensionFaults(suspensions: readonly Suspension[]): Fault[] {
  return suspensions.flatMap(({ from, until }, i) => {
    const field = `suspensions.${i}`
    const [begins, ends] = [readInstant(from), until === null ? null : readInstant(until)]
    const unreal = [...(begins === null ? [badInstant(`${field}.from`, from)] : []), ...(until !== null && ends === null ? [badInstant(`${field}.until`, until)] : [])]
    if (unreal.length > 0) return unreal
    const before = i === 0 ? null : readInstant(suspensions[i - 1].from)
    return [
      ...(begins !== null && ends !== null && ends <= begins ? [{ field: `${field}.until`, code: 'notAfter', details: { expected: from, found: until } } as const] : []),
      ...(before !== null && begins !== null && begins < before ? [{ field: `${field}.from`, code: 'badOrder', details: { expected: suspensions[i - 1].from, found: from } } as const] : []),
    ]
  })
}

const badInstant = (field: string, found: string): Fault => ({ field, code: 'badPattern', details: { expected: '2026-02-14T11:00:00+08:00', found } })
