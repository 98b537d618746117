import type { Admission, Audience } from './facility.ts'
import type { Price } from './offer.ts'
import type { Admittance } from './venue.ts'

/** Who asks, as far as he said: whole years; codes of the areas he lives in, from the smallest to the largest; what he is. null: unsaid. */
export type Asker = { age: number | null; livesIn: readonly string[] | null; audience: Audience | null }

export const nobodyInParticular: Asker = { age: null, livesIn: null, audience: null }

/** Everybody is retired from here on; nobody before the other: 国发〔1978〕104号 has men at 60, women at 50, and 45 after hard work. */
const surelyRetiredAge = 60
const earliestRetiredAge = 45
/** 劳动法 art. 15. */
const leastWorkingAge = 16

/** Whether a place lets him in: one thing that speaks against it is a no; one that nobody can know from what was said, an ask. */
export function admittanceOf({ audience, minAge, maxAge, onlyAreas }: Admission, asker: Asker): Admittance {
  const answers = [ofAudience(audience, asker), ofAge(minAge, maxAge, asker.age), ofResidence(onlyAreas, asker.livesIn)]
  return answers.includes('no') ? 'no' : answers.includes('ask') ? 'ask' : 'yes'
}

function ofAudience(asked: Audience, { age, audience }: Asker): Admittance {
  if (asked === 'everyone' || (asked === audience && asked !== 'byArrangement')) return 'yes'
  switch (asked) {
    case 'byArrangement': case 'disabled': return 'ask'
    case 'retired': return age === null ? 'ask' : age >= surelyRetiredAge ? 'yes' : age < earliestRetiredAge ? 'no' : 'ask'
    case 'couriers': case 'staff': if (age !== null && (age < leastWorkingAge || age >= surelyRetiredAge)) return 'no'
  }
  // Who says what he is has said that he is not this.
  return audience === null || audience === 'everyone' || audience === 'byArrangement' ? 'ask' : 'no'
}

function ofAge(minAge: number | null, maxAge: number | null, age: number | null): Admittance {
  if (minAge === null && maxAge === null) return 'yes'
  if (age === null) return 'ask'
  return age >= (minAge ?? 0) && age <= (maxAge ?? Infinity) ? 'yes' : 'no'
}

function ofResidence(onlyAreas: readonly string[], livesIn: readonly string[] | null): Admittance {
  if (onlyAreas.length === 0) return 'yes'
  if (livesIn === null) return 'ask'
  return onlyAreas.some((area) => livesIn.includes(area)) ? 'yes' : 'no'
}

/** Whether a price holds for somebody of that age; unsaid: it may. */
export const holdsFor = ({ minAge, maxAge }: Price, age: number | null): boolean => age === null || (age >= (minAge ?? 0) && age <= (maxAge ?? Infinity))

/** The least that somebody of that age pays for any of the things; null: nobody said, or each of them depends on an age that was not said. */
export function yuanFor(prices: readonly Price[], age: number | null): number | null {
  const byThing = new Map<string, Set<number>>()
  for (const price of prices) if (holdsFor(price, age)) byThing.set(price.what, (byThing.get(price.what) ?? new Set()).add(price.yuan))
  const sure = [...byThing.values()].flatMap((yuan) => (age === null && yuan.size > 1 ? [] : [...yuan]))
  return sure.length === 0 ? null : Math.min(...sure)
}

/** Whether somebody of that age pays for nothing there; unsaid: nobody does. */
export function isFreeFor(prices: readonly Price[], age: number | null): boolean {
  const mine = prices.filter((price) => holdsFor(price, age))
  return mine.length > 0 && mine.every(({ yuan }) => yuan === 0)
}

/** Prices of what is on at an hour first, where they tell sessions apart by name (午餐), all of them otherwise. */
export function pricesOf(prices: readonly Price[], session: string): readonly Price[] {
  const own = session === '' ? [] : prices.filter(({ what }) => what.includes(session))
  return own.length > 0 ? own : prices
}
