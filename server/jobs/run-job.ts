import { basename } from 'node:path'
import type { JobOutcome } from '../store/jobs.ts'
import { StoreError } from '../store/store-error.ts'
import type { Store } from '../store/store.ts'
import type { JobHooks, WriterTask } from './job-task.ts'
import { runExport } from './run-export.ts'
import { runImport } from './run-import.ts'

/** A long job in the writing thread. Failures that a person can cause are values; an aborted job throws the signal's reason, a bug its error. */
export async function runJob(store: Store, { wish, ...task }: WriterTask, hooks: JobHooks): Promise<JobOutcome> {
  try {
    switch (wish.kind) {
      case 'import': return await runImport(store, { ...task, wish }, hooks)
      case 'export': return await runExport(store, { ...task, wish }, hooks)
    }
  } catch (error) {
    hooks.signal.throwIfAborted()
    const failure = failureOf(error)
    if (failure === null) throw error
    return { failure, report: null, file: null }
  }
}

/** What a person can put right: the disk, the lock of the database; null: a bug. */
export function failureOf(error: unknown): JobOutcome['failure'] {
  if (error instanceof StoreError) {
    // Where the database lies on this machine is nobody's business.
    const { path } = error.details
    return { code: error.code, details: { ...error.details, ...(typeof path === 'string' && { path: basename(path) }) } }
  }
  // Errors of the file system: no room, no right, too many files.
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null
  return code === null ? null : { code: 'diskTrouble', details: { found: code } }
}
