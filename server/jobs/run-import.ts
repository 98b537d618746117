import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { datumFrom } from '../../geodata/intake/datum.ts'
import { importFiles, NotSheets } from '../files/import-files.ts'
import { readInThread } from '../files/read-in-thread.ts'
import { formCodes } from '../../geodata/intake/sheets/forms.ts'
import { sourceKinds } from '../files/source.ts'
import type { JobOutcome, JobWish } from '../store/jobs.ts'
import type { Store } from '../store/store.ts'
import type { JobHooks, JobTask } from './job-task.ts'

/** Takes an upload in: the file is decoded in a thread of its own, its records are written in one transaction, the upload is removed whatever happens. */
export async function runImport(store: Store, { wish, folder, owner }: JobTask<Extract<JobWish, { kind: 'import' }>>, { progress, signal, loading }: JobHooks): Promise<JobOutcome> {
  const ended = new AbortController()
  const path = join(folder, wish.file)
  const datum = wish.datum === null ? null : datumFrom(wish.datum)
  const as = [...sourceKinds, ...formCodes].find((kind) => kind === wish.as)
  try {
    const imported = await importFiles(store, { paths: [path], ...(datum && { datum }), ...(as && { as }), name: null, dryRun: wish.dryRun, replace: wish.replace, areas: wish.areas ?? [], sheetsOnly: wish.sheetsOnly === true, actor: owner }, {
      read: async (paths, options, reading) => {
        const source = await readInThread({ paths, options }, reading, AbortSignal.any([signal, ended.signal]))
        if (source.ok) loading(true)
        return source
      },
      reading: ({ stage, done, total }) => progress({ stage, done, total }),
      writing: (records) => progress({ stage: 'writing', done: records, total: null }),
    })
    if (!imported.ok) return { failure: { issues: imported.issues }, report: null, file: null }
    const { city, report, counts } = imported.value
    // What no table asks for is a long list that no line of the report shows.
    return { failure: null, report: { kind: 'import', city, report: { ...report, others: {} }, ...counts, dryRun: wish.dryRun }, file: null }
  } catch (error) {
    if (error instanceof NotSheets) return { failure: { code: 'needsRole', details: { path: wish.file, expected: 'administrator', found: 'editor' } }, report: null, file: null }
    throw error
  } finally {
    loading(false)
    ended.abort()
    rmSync(path, { force: true })
  }
}
