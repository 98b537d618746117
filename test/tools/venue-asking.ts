import * as fc from 'fast-check'
import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { venueFilters, type VenueFilter } from '../../geodata/model/venue.ts'
import { catalogue } from '../../seeds/catalogue.ts'

export type Venues = AnswerOf<typeof exchanges.venues>
export type Venue = AnswerOf<typeof exchanges.venue>
export type Homes = AnswerOf<typeof exchanges.homes>

/** The query of the venues exchange as parameters of an address; a filter is asked by any text. */
export type VenueAsk = Readonly<Partial<Record<VenueFilter | 'wish' | 'category' | 'q' | 'minutes' | 'near' | 'building' | 'at' | 'age' | 'audience' | 'resident' | 'area', string>>>
type Parameters = Readonly<Record<string, string>>

/** Asks an app and holds its answers to the contract. Error with what was answered instead. */
export type VenueAsking = {
  address(path: string, ask: Parameters): string
  read<T extends z.ZodMiniType>(path: string, schema: T): Promise<z.infer<T>>
  venues(ask: VenueAsk, limit?: number): Promise<Venues>
  venue(id: string, ask: Parameters): Promise<Venue>
  homes(ask: Parameters): Promise<Homes>
}

export function venueAsking(app: Hono): VenueAsking {
  const address = (path: string, ask: Parameters): string => `${path}?${new URLSearchParams(ask).toString()}`
  const read: VenueAsking['read'] = async (path, schema) => {
    const response = await app.request(path)
    if (response.status !== 200) throw new Error(`${path}: ${await response.text()}`)
    return z.parse(schema, await response.json())
  }
  const parameters = ({ open, ...rest }: VenueAsk): Parameters => ({ ...(open !== undefined && { open: 'now' }), ...rest })
  return {
    address, read,
    venues: (ask, limit = 200) => read(address('/api/v1/venues', { ...parameters(ask), limit: String(limit) }), exchanges.venues.answer.schema),
    venue: (id, ask) => read(address(`/api/v1/venues/${id}`, ask), exchanges.venue.answer.schema),
    homes: (ask) => read(address('/api/v1/homes', ask), exchanges.homes.answer.schema),
  }
}

/** A combination of what people may choose. */
export type Chosen = {
  wish: string | undefined; category: string | undefined; q: string | undefined; minutes: number | undefined; filters: readonly VenueFilter[]; age: number | undefined; audience: 'couriers' | undefined; start: string; at: string; area: string | undefined
}

/** Of a city of venue-city.ts. */
export const venueAsks = (starts: readonly string[], instants: readonly string[]): fc.Arbitrary<Chosen> => fc.record({
  wish: fc.option(fc.constantFrom(...catalogue.wishes.map(({ code }) => code)), { nil: undefined }), category: fc.option(fc.constantFrom('canteen', 'garden', 'toilet', 'school'), { nil: undefined, freq: 5 }),
  q: fc.option(fc.constantFrom('听涛', 'wj', 'chongqing', '食堂', '锻炼 3号', '没有'), { nil: undefined, freq: 2 }), minutes: fc.option(fc.constantFrom(5, 15, 25), { nil: undefined, freq: 2 }),
  filters: fc.subarray([...venueFilters], { maxLength: 2 }), age: fc.option(fc.constantFrom(30, 72), { nil: undefined }), audience: fc.option(fc.constant('couriers' as const), { nil: undefined, freq: 4 }),
  start: fc.constantFrom(...starts), at: fc.constantFrom(...instants), area: fc.option(fc.constantFrom('community-1', 'street-0', 'estate-a'), { nil: undefined, freq: 2 }),
})

export const asQuery = ({ wish, category, q, minutes, filters, age, audience, start, at, area }: Chosen): VenueAsk => ({
  building: start, at, ...Object.fromEntries(filters.map((filter) => [filter, 'yes'])), ...(wish && { wish }), ...(category && { category }), ...(q && { q }), ...(minutes && { minutes: String(minutes) }), ...(age && { age: String(age) }), ...(audience && { audience }), ...(area && { area }),
})
