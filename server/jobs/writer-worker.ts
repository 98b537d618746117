import '../node-version.ts'
import { openStore } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import { answerRequests } from './answering.ts'
import type { WriterRequest, WriterResponse } from './writer-messages.ts'

/** The one thread that writes, on a connection of its own: edits at once, also while a long job is under way. */
await answerRequests<null, WriterRequest, WriterResponse>(async ({ path }) => {
  const store = await openStore(path)
  /** A load holds the database: waiting for its lock in this very thread would wait for ever. */
  const load = { isUnderWay: false }
  return {
    ready: null,
    respond: async ({ edit, actor }) => {
      if (load.isUnderWay) return { kind: 'loading' }
      try {
        return { kind: 'edited', outcome: await store.edit(edit, actor) }
      } catch (error) {
        if (error instanceof StoreError) return { kind: 'trouble', code: error.code, details: error.details }
        throw error
      }
    },
    transfers: () => [],
  }
}, 'together')
