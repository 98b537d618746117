import { Refusal } from '../answers/refusal.ts'
import type { JobOutcome } from '../store/jobs.ts'
import type { Store } from '../store/store.ts'
import { freezeEdition } from './freeze-edition.ts'
import type { EditionTask, JobHooks } from './job-task.ts'
import { failureOf } from './run-job.ts'

/** An edition as a job. What a person can put right is a failure as a value; an aborted job throws the signal's reason, a bug its error. */
export async function runEdition(store: Store, { wish: { name, month, note }, owner }: EditionTask, hooks: Pick<JobHooks, 'progress' | 'signal'>): Promise<JobOutcome> {
  const failed = (failure: JobOutcome['failure']): JobOutcome => ({ failure, report: null, file: null })
  try {
    const edition = await freezeEdition(store, { name, month, note, by: owner }, hooks)
    if (!edition) return failed({ code: 'editionExists', details: { found: name } })
    const { id, areas, answers, bytes } = edition
    return { failure: null, report: { kind: 'edition', id, name, areas, answers, bytes }, file: null }
  } catch (error) {
    hooks.signal.throwIfAborted()
    if (error instanceof Refusal) return failed({ code: error.value.code, details: error.value.details })
    const failure = failureOf(error)
    if (failure === null) throw error
    return failed(failure)
  }
}
