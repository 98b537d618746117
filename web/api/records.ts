import { exchanges } from '../../geodata/contract/all.ts'
import type { BodyOf } from '../../geodata/contract/exchange.ts'
import type { DeskChange, DeskKind, DeskStanding } from '../desk/record.ts'
import type { Lang } from '../text/numbers.ts'
import type { Client } from './client.ts'
import { answered, type Outcome } from './outcome.ts'

export type ListQuery = { area?: string; category?: string; q?: string; limit: number; cursor?: string }
export type ListPage = { rows: readonly DeskStanding[]; total: number; next: string | null }
export type HistoryPage = { changes: readonly DeskChange[]; next: string | null }
/** Fields by their name, as a PATCH or POST sends them; the server judges them. */
export type Parts = Readonly<Record<string, unknown>>
export type State = 'before' | 'after'

/** The record exchanges of sites and units alike: each is asked by the kind it belongs to. Never throws. */
export const recordsOf = (client: Client, lang: () => Lang) => ({
  list: (kind: DeskKind, { category, ...query }: ListQuery, signal?: AbortSignal): Promise<Outcome<ListPage>> => {
    const asked = { lang: lang(), ...(signal ? { signal } : {}) }
    return kind === 'facility' ? client.ask(exchanges.facilityList, { query: { ...query, ...(category === undefined ? {} : { category }) }, ...asked }) : client.ask(exchanges.unitList, { query, ...asked })
  },
  read: (kind: DeskKind, id: string): Promise<Outcome<DeskStanding>> =>
    (kind === 'facility' ? client.ask(exchanges.facilityRead, { path: { id }, lang: lang() }) : client.ask(exchanges.unitRead, { path: { id }, lang: lang() })),
  create: (kind: DeskKind, parts: Parts): Promise<Outcome<DeskStanding>> => (kind === 'facility'
    ? client.ask(exchanges.facilityCreate, { body: parts as BodyOf<typeof exchanges.facilityCreate>, lang: lang() })
    : client.ask(exchanges.unitCreate, { body: parts as BodyOf<typeof exchanges.unitCreate>, lang: lang() })),
  change: (kind: DeskKind, id: string, parts: Parts, ifMatch: string): Promise<Outcome<DeskStanding>> => (kind === 'facility'
    ? client.ask(exchanges.facilityChange, { path: { id }, body: parts as BodyOf<typeof exchanges.facilityChange>, ifMatch, lang: lang() })
    : client.ask(exchanges.unitChange, { path: { id }, body: parts as BodyOf<typeof exchanges.unitChange>, ifMatch, lang: lang() })),
  remove: (kind: DeskKind, id: string, ifMatch: string): Promise<Outcome<{ id: string; change: number }>> =>
    client.ask(kind === 'facility' ? exchanges.facilityRemove : exchanges.unitRemove, { path: { id }, ifMatch, lang: lang() }),
  /** `ifMatch` null: the record is gone. The answer is null when the state restored is that of a record that was not there. */
  restore: async (kind: DeskKind, id: string, change: number, state: State, ifMatch: string | null): Promise<Outcome<DeskStanding | null>> => {
    const asked = { path: { id }, body: { change, state }, ifMatch, lang: lang() }
    const restored = await (kind === 'facility' ? client.ask(exchanges.facilityRestore, asked) : client.ask(exchanges.unitRestore, asked))
    return restored.ok ? answered<DeskStanding | null>(restored.value.standing) : restored
  },
  history: (kind: DeskKind, id: string, limit: number, cursor: string | null): Promise<Outcome<HistoryPage>> => {
    const asked = { path: { id }, query: { limit, ...(cursor === null ? {} : { cursor }) }, lang: lang() }
    return kind === 'facility' ? client.ask(exchanges.facilityHistory, asked) : client.ask(exchanges.unitHistory, asked)
  },
})
export type Records = ReturnType<typeof recordsOf>
