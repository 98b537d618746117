import { venues } from '../../geodata/contract/venues.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { Client } from '../api/client.ts'
import { answered, type Outcome } from '../api/outcome.ts'
import type { FindQuestion } from './question.ts'

export type VenuesAnswer = AnswerOf<typeof venues>
/** `wish`: the one that was asked about in the end; null: whatever there is. */
export type Listing = { answer: VenuesAnswer; wish: string | null }

/** Asks about the likeliest wish, and about the next where none of it is open near enough; where nothing is, the likeliest stays. */
export const putListing = (client: Client) => async ({ query, wishes, lang, most = Infinity }: FindQuestion & { /** Minutes of a slow walk that an open place is worth. */ most?: number }, signal: AbortSignal): Promise<Outcome<Listing>> => {
  let likeliest: Listing | null = null
  for (const wish of wishes) {
    // The facets of the first answer know already where nothing is open.
    if (likeliest && wish !== null && likeliest.answer.facets.wishes.find(({ code }) => code === wish)?.open === 0) continue
    const outcome = await client.ask(venues, { query: wish === null ? query : { ...query, wish }, lang, signal })
    if (!outcome.ok) return likeliest ? answered(likeliest) : outcome
    const listing = { answer: outcome.value, wish }
    // Without a start, or with one that no street leads to, nothing is first.
    const first = outcome.value.first
    if ((first && (first.venue.walkMinutes ?? 0) <= most) || !outcome.value.origin?.connected) return answered(listing)
    likeliest ??= listing
  }
  return likeliest ? answered(likeliest) : nothingAsked
}

const nothingAsked = { ok: false, error: { kind: 'cancelled', code: null, message: '', details: {}, fields: [] } } as const

/** The page after the last one of a listing, joined to it. */
export const putMore = async (client: Client, { answer, wish }: Listing, { query, lang }: FindQuestion): Promise<Outcome<Listing>> => {
  if (answer.next === null) return answered({ answer, wish })
  const outcome = await client.ask(venues, { query: { ...query, ...(wish === null ? {} : { wish }), cursor: answer.next }, lang })
  if (!outcome.ok) return outcome
  const known = new Set(answer.venues.map(({ id }) => id))
  return answered({ wish, answer: { ...answer, venues: [...answer.venues, ...outcome.value.venues.filter(({ id }) => !known.has(id))], next: outcome.value.next } })
}
