import '../node-version.ts'
import { answer } from '../answers/answer.ts'
import { openCity, refreshWords, type OpenCity } from '../answers/open-city.ts'
import { Refusal } from '../answers/refusal.ts'
import { figuresKey } from '../answers/standing.ts'
import { citySummary } from '../answers/summary.ts'
import { shanghaiDay } from '../store/day.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { answerRequests } from './answering.ts'
import { giveBackMemory } from './give-back-memory.ts'
import type { CityReady, CityRequest, CityResponse } from './messages.ts'

/** Holds one city and answers questions about it, one after the other. */
await answerRequests<CityReady, CityRequest, CityResponse>(async ({ path }) => {
  const store = await openStore(path)
  const open = await openCity(store)
  // The first question would otherwise pay for the first walk over the network.
  if (open) citySummary(open)
  giveBackMemory()
  return {
    ready: await readyOf(store, open),
    respond: async (request) => {
      if (request.kind === 'refresh') return open && (await refreshWords(open, store)) ? { kind: 'ready', ready: await readyOf(store, open) } : { kind: 'outdated' }
      try {
        return { kind: 'reply', reply: await answer(open, request.ask) }
      } catch (error) {
        if (error instanceof Refusal) return { kind: 'refused', refusal: error.value }
        throw error
      }
    },
    transfers: (response) => (response.kind === 'reply' ? [response.reply.body.buffer] : []),
  }
})

async function readyOf(store: Store, open: OpenCity | null): Promise<CityReady> {
  if (open) {
    const { identity, versions, catalogue, born, validityEdge, figuresKey: key, city } = open
    return { identity, versions, catalogueVersion: catalogue.version, born, validityEdge, figuresKey: key, buildings: city.buildings.count }
  }
  const versions = await store.versions()
  const catalogueVersion = (await store.catalogue())?.version ?? ''
  const validityEdge = await store.validityEdge(shanghaiDay())
  return { identity: null, versions, catalogueVersion, born: await store.born(), validityEdge, figuresKey: figuresKey(versions, catalogueVersion, validityEdge), buildings: 0 }
}
