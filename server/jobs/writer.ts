import { basename } from 'node:path'
import type { Edit } from '../../geodata/model/edit.ts'
import { busyWords } from '../../geodata/words/busy.ts'
import { errorSentence } from '../../geodata/words/errors.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { Refusal } from '../answers/refusal.ts'
import type { EditOutcome } from '../store/store.ts'
import { startCaller } from './caller.ts'
import type { WriterRequest, WriterResponse } from './writer-messages.ts'

/** The writing thread as the routes see it. */
export type Writer = {
  /** Throws Refusal: writerBusy while someone else writes, diskTrouble when nothing can be written. The language is that of what the database complains of. */
  edit(edit: Edit, actor: string, language: Language): Promise<EditOutcome>
  close(): Promise<void>
}

const workerFile = new URL('writer-worker.ts', import.meta.url)

/** Returns at once; the thread starts behind it. */
export function startWriter(path: string): Writer {
  const started = startCaller<null, WriterRequest, WriterResponse>(workerFile, { path })
  // Told to whoever edits; nobody may be waiting yet.
  started.catch(() => {})
  return {
    async edit(edit, actor, language) {
      const { caller } = await started
      const response = await caller.call({ kind: 'edit', edit, actor })
      if (response.kind === 'edited') return response.outcome
      throw refusalOf(response, language)
    },
    async close() {
      const running = await started.catch(() => null)
      await running?.caller.close()
    },
  }
}

/** Codes of the store that only mean: wait. */
function refusalOf(trouble: Exclude<WriterResponse, { kind: 'edited' }>, language: Language): Refusal {
  if (trouble.kind === 'loading') return new Refusal('writerBusy', { found: busyWords.loading[language] })
  if (trouble.code === 'databaseBusy') return new Refusal('writerBusy', { found: busyWords.other[language] })
  // Where the database lies on this machine is nobody's business.
  const { path } = trouble.details
  return new Refusal('diskTrouble', { found: errorSentence(trouble.code, { ...trouble.details, ...(typeof path === 'string' && { path: basename(path) }) }, language) })
}
