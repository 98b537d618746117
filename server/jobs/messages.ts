import type { CityAsk } from '../answers/answer.ts'
import type { Located, Place } from '../answers/records/place.ts'
import type { RefusalValue } from '../answers/refusal.ts'
import type { Sited } from '../answers/siting/site-answer.ts'
import type { SitingAsk } from '../siting/siting-messages.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import type { Reply } from '../answers/reply.ts'
import type { ReachCounts } from '../../geodata/kernel/cache.ts'
import type { CityIdentity, Versions } from '../../geodata/model/city.ts'
import type { TileGroup } from '../tiles/encode-tile.ts'

/** What a worker is told when it starts: where the database lies. */
export type WorkerStart = { path: string }

/** What a city worker holds; identity null: the database is empty. */
export type CityReady = { identity: CityIdentity | null; versions: Versions; catalogueVersion: string; born: string; validityEdge: string | null; /** The day it was read or revised for. */ day: string; lastChange: number; buildings: number }

export type CityRequest = { kind: 'ask'; ask: CityAsk } | { kind: 'refresh' } | { kind: 'locate'; place: Place } | { kind: 'counts' } | { kind: 'site'; ask: SitingAsk; pack: boolean; language: Language }
/** outdated: the change cannot be taken in, the city is to be opened anew. */
export type CityResponse =
  | { kind: 'reply'; reply: Reply } | { kind: 'refused'; refusal: RefusalValue } | { kind: 'ready'; ready: CityReady } | { kind: 'outdated' }
  | { kind: 'sited'; sited: Sited } | { kind: 'located'; areas: Located[] } | { kind: 'counted'; reach: ReachCounts | null; revised: number }

export type TileAddress = { group: TileGroup; zoom: number; column: number; row: number }
/** places: sites, units and gates are to be read again. */
export type TileRequest = ({ kind: 'tile' } & TileAddress) | { kind: 'places' }
/** Compressed bytes; null: nothing is there, or nothing was asked for. */
export type TileResponse = Uint8Array<ArrayBuffer> | null

/** Around every message: which request it belongs to. `failure` is a bug, told with its stack; a note belongs to no request. */
export type Envelope<T, Note = never> = { id: number; body: T } | { id: number; failure: string } | { note: Note }
