import { homes } from '../../geodata/contract/venues.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { Client } from '../api/client.ts'
import type { Lang } from '../text/numbers.ts'

export type Home = AnswerOf<typeof homes>['homes'][number]
/** By name, within an estate, or near a spot. */
export type HomeQuestion = { q: string; estate: string | null; near: readonly [number, number] | null; lang: Lang }

const mostHomes = 30

export const putHomes = (client: Client) => ({ q, estate, near, lang }: HomeQuestion, signal: AbortSignal) => client.ask(homes, {
  query: { ...(q === '' ? {} : { q }), ...(estate === null ? {} : { estate }), ...(near === null ? {} : { near: near.join(',') }), limit: mostHomes }, lang, signal,
})
