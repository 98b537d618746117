import '../node-version.ts'
import type { JobOutcome } from '../store/jobs.ts'
import { openStore } from '../store/open-store.ts'
import { answerRequests } from './answering.ts'
import type { EditionNote, EditionRequest, EditionResponse } from './edition-messages.ts'
import { progressTeller } from './progress-teller.ts'
import { runEdition } from './run-edition.ts'

/** Freezes one edition, in a thread with a city of its own, so that neither questions nor edits wait for it. */
await answerRequests<null, EditionRequest, EditionResponse, EditionNote>(async ({ path }, tell) => {
  const store = await openStore(path)
  const controller = new AbortController()

  /** Null: it was cancelled. */
  async function outcomeOf({ task }: Extract<EditionRequest, { kind: 'freeze' }>): Promise<JobOutcome | null> {
    try {
      return await runEdition(store, task, { signal: controller.signal, progress: progressTeller((progress) => tell({ progress })) })
    } catch (error) {
      if (controller.signal.aborted) return null
      throw error
    } finally {
      store.close()
    }
  }

  return {
    ready: null,
    async respond(request) {
      if (request.kind === 'freeze') return { kind: 'ended', outcome: await outcomeOf(request) }
      controller.abort()
      return { kind: 'told' }
    },
    transfers: () => [],
  }
}, 'together')
