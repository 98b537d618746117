import '../node-version.ts'
import { answer } from '../answers/answer.ts'
import { openCity, type OpenCity } from '../answers/open-city.ts'
import { asksEdition, editionReply } from '../answers/editions/edition-reply.ts'
import type { FrozenGroups } from '../answers/editions/frozen-protection.ts'
import { locate } from '../answers/records/place.ts'
import { Refusal } from '../answers/refusal.ts'
import { reviseCity } from '../answers/revise-city.ts'
import { siteAnswer } from '../answers/siting/site-answer.ts'
import { citySummary } from '../answers/summary.ts'
import { shanghaiDay } from '../store/day.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { answerRequests } from './answering.ts'
import { giveBackMemory } from './give-back-memory.ts'
import type { CityReady, CityRequest, CityResponse } from './messages.ts'

/** Holds one city, follows its changes and answers questions about it, one after the other. */
await answerRequests<CityReady, CityRequest, CityResponse>(async ({ path }) => {
  const store = await openStore(path)
  let open = await openCity(store)
  let revised = 0
  // The first question would otherwise pay for the first walk over the network.
  if (open) citySummary(open)
  giveBackMemory()

  const groups: FrozenGroups = new Map()

  async function refresh(): Promise<CityResponse> {
    const next = open && (await reviseCity(open, store))
    if (!next) return { kind: 'outdated' }
    if (next.city !== open?.city) revised++
    open = next
    return { kind: 'ready', ready: await readyOf(store, open) }
  }

  async function respond(request: CityRequest): Promise<CityResponse> {
    switch (request.kind) {
      case 'ask': return { kind: 'reply', reply: await (asksEdition(request.ask) ? editionReply(store.editions, request.ask, open, groups) : answer(open, request.ask)) }
      case 'site': return { kind: 'sited', sited: await siteAnswer(open, request.ask, request.pack, request.language) }
      case 'refresh': return refresh()
      case 'locate': return { kind: 'located', areas: await locate(open, request.place) }
      case 'counts': return { kind: 'counted', reach: open && { ...open.cache.counts }, revised }
    }
  }

  return {
    ready: await readyOf(store, open),
    respond: async (request) => {
      try {
        return await respond(request)
      } catch (error) {
        if (error instanceof Refusal) return { kind: 'refused', refusal: error.value }
        throw error
      }
    },
    transfers: (response) => (response.kind === 'reply' ? [response.reply.body.buffer] : response.kind === 'sited' && response.sited.pack ? [response.sited.pack.buffer] : []),
  }
})

async function readyOf(store: Store, open: OpenCity | null): Promise<CityReady> {
  if (open) {
    const { identity, versions, catalogue, born, validityEdge, day, lastChange, city } = open
    return { identity, versions, catalogueVersion: catalogue.version, born, validityEdge, day, lastChange, buildings: city.buildings.count }
  }
  const day = shanghaiDay()
  return {
    identity: null, versions: await store.versions(), catalogueVersion: (await store.catalogue())?.version ?? '', born: await store.born(), validityEdge: await store.validityEdge(day), day,
    lastChange: await store.lastChange(), buildings: 0,
  }
}
