import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { listName } from '../../geodata/words/jobs.ts'
import { fileName } from '../answers/export-file.ts'
import { dataVersion } from '../answers/standing.ts'
import { fileWriter } from '../exports/file-writer.ts'
import { kOf } from '../security/k.ts'
import { listFile } from '../exports/list-file.ts'
import { listRows } from '../exports/list-rows.ts'
import { placesOf } from '../exports/places.ts'
import { shownRows } from '../exports/shown-rows.ts'
import { visibleReading } from '../security/visible-reading.ts'
import type { JobOutcome, JobWish } from '../store/jobs.ts'
import { StoreError } from '../store/store-error.ts'
import type { Reading, Store } from '../store/store.ts'
import { breather } from './breather.ts'
import { resultName } from './job-folders.ts'
import type { JobHooks, JobTask } from './job-task.ts'

type ExportTask = JobTask<Extract<JobWish, { kind: 'export' }>>

/** Writes a list into a file of the job's folder, from one unmoving view; whatever ends it early leaves no file. */
export async function runExport(store: Store, task: ExportTask, hooks: JobHooks): Promise<JobOutcome> {
  const view = await store.snapshot()
  try {
    return await exportFrom(visibleReading(view), task, hooks)
  } finally {
    view.close()
  }
}

async function exportFrom(view: Reading, { wish, folder }: ExportTask, { progress, signal }: JobHooks): Promise<JobOutcome> {
  const { list, sheet = null, format, area, areaName, asOf, language } = wish
  const [identity, catalogue, versions] = [await view.identity(), await view.catalogue(), await view.versions()]
  if (!identity || !catalogue) throw new StoreError('noCatalogue')
  const breathe = breather(signal)
  progress({ stage: 'gathering', done: 0, total: null })
  const places = await placesOf(view, breathe)
  const earlier = asOf === null ? [] : await view.before(asOf)
  const k = kOf(catalogue)
  const { rows, count, hidden } = await shownRows({ rows: () => listRows(view, places, { list, sheet, earlier }, breathe), area, k, progress: (done) => progress({ stage: 'gathering', done, total: null }), breathe })

  mkdirSync(folder, { recursive: true })
  const out = fileWriter(join(folder, resultName(format)))
  try {
    const file = listFile(format, { list, sheet, identity, dataVersion: dataVersion(versions, null), areaName, asOf, k, catalogue, language }, out)
    let done = 0
    for await (const row of rows()) {
      progress({ stage: 'rows', done: done++, total: count })
      file.row(row)
    }
    file.end({ rows: done, hidden: hidden() })
    const name = fileName([identity.name, listName(list, sheet, language), areaName ?? '', asOf ?? identity.sourceDate ?? ''], identity.demo, format, language)
    return { failure: null, report: { kind: 'export', list, ...(sheet && { sheet }), rows: done, hidden: hidden(), k }, file: { name, bytes: out.close() } }
  } catch (error) {
    out.discard()
    throw error
  }
}
