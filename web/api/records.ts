import { exchanges } from '../../geodata/contract/all.ts'
import type { BodyOf } from '../../geodata/contract/exchange.ts'
import { sheetOf, type DeskChange, type DeskKind, type DeskStanding } from '../desk/record.ts'
import type { Lang } from '../text/numbers.ts'
import type { Client } from './client.ts'
import { answered, type Outcome } from './outcome.ts'

export type ListQuery = { area?: string; category?: string; unchecked?: 'yes'; q?: string; limit: number; cursor?: string }
export type ListPage = { rows: readonly DeskStanding[]; total: number; next: string | null }
export type HistoryPage = { changes: readonly DeskChange[]; next: string | null }
/** Fields by their name, as a PATCH or POST sends them; the server judges them. */
export type Parts = Readonly<Record<string, unknown>>
export type State = 'before' | 'after'

/** The record exchanges of every kind alike: each is asked by the kind it belongs to. Never throws. */
export const recordsOf = (client: Client, lang: () => Lang) => ({
  list: (kind: DeskKind, { category, unchecked, ...query }: ListQuery, signal?: AbortSignal): Promise<Outcome<ListPage>> => {
    const asked = { lang: lang(), ...(signal ? { signal } : {}) }
    const sheet = sheetOf(kind)
    if (sheet) return client.ask(exchanges.entryList, { query: { ...query, sheet }, ...asked })
    if (kind === 'entry') return client.ask(exchanges.entryList, { query, ...asked })
    if (kind === 'organisation') return client.ask(exchanges.organisationList, { query, ...asked })
    return kind === 'facility' ? client.ask(exchanges.facilityList, { query: { ...query, ...(category === undefined ? {} : { category }), ...(unchecked === undefined ? {} : { unchecked }) }, ...asked }) : client.ask(exchanges.unitList, { query, ...asked })
  },
  read: (kind: DeskKind, id: string): Promise<Outcome<DeskStanding>> => client.ask(exchangesOf(kind).read, { path: { id }, lang: lang() }),
  create: (kind: DeskKind, parts: Parts): Promise<Outcome<DeskStanding>> => client.ask(exchangesOf(kind).create, { body: parts as Body, lang: lang() }),
  change: (kind: DeskKind, id: string, parts: Parts, ifMatch: string): Promise<Outcome<DeskStanding>> =>
    client.ask(exchangesOf(kind).change, { path: { id }, body: parts as Body, ifMatch, lang: lang() }),
  remove: (kind: DeskKind, id: string, ifMatch: string): Promise<Outcome<{ id: string; change: number }>> => client.ask(exchangesOf(kind).remove, { path: { id }, ifMatch, lang: lang() }),
  /** `ifMatch` null: the record is gone. The answer is null when the state restored is that of a record that was not there. */
  restore: async (kind: DeskKind, id: string, change: number, state: State, ifMatch: string | null): Promise<Outcome<DeskStanding | null>> => {
    const restored = await client.ask(exchangesOf(kind).restore, { path: { id }, body: { change, state }, ifMatch, lang: lang() })
    return restored.ok ? answered<DeskStanding | null>(restored.value.standing) : restored
  },
  history: (kind: DeskKind, id: string, limit: number, cursor: string | null): Promise<Outcome<HistoryPage>> =>
    client.ask(exchangesOf(kind).history, { path: { id }, query: { limit, ...(cursor === null ? {} : { cursor }) }, lang: lang() }),
})
export type Records = ReturnType<typeof recordsOf>

/** The exchanges of each kind: rows of all sheets share theirs. */
const byKind = {
  facility: { read: exchanges.facilityRead, create: exchanges.facilityCreate, change: exchanges.facilityChange, remove: exchanges.facilityRemove, restore: exchanges.facilityRestore, history: exchanges.facilityHistory },
  unit: { read: exchanges.unitRead, create: exchanges.unitCreate, change: exchanges.unitChange, remove: exchanges.unitRemove, restore: exchanges.unitRestore, history: exchanges.unitHistory },
  organisation: { read: exchanges.organisationRead, create: exchanges.organisationCreate, change: exchanges.organisationChange, remove: exchanges.organisationRemove, restore: exchanges.organisationRestore, history: exchanges.organisationHistory },
  entry: { read: exchanges.entryRead, create: exchanges.entryCreate, change: exchanges.entryChange, remove: exchanges.entryRemove, restore: exchanges.entryRestore, history: exchanges.entryHistory },
} as const
const exchangesOf = (kind: DeskKind) => (kind === 'facility' || kind === 'unit' || kind === 'organisation' ? byKind[kind] : byKind.entry)
type Body = BodyOf<(typeof byKind)[keyof typeof byKind]['create' | 'change']>
