import { join } from 'node:path'
import { collectRows } from '../answers/collect-rows.ts'
import { dataVersion } from '../answers/standing.ts'
import { fileName } from '../answers/export-file.ts'
import { fileWriter } from '../exports/file-writer.ts'
import { listFile } from '../exports/list-file.ts'
import { listRows } from '../exports/list-rows.ts'
import { placesOf } from '../exports/places.ts'
import { shownRows } from '../exports/shown-rows.ts'
import { listWords } from '../../geodata/words/jobs.ts'
import { kOf } from '../exports/k.ts'
import type { JobOutcome, JobWish } from '../store/jobs.ts'
import { StoreError } from '../store/store-error.ts'
import type { Reading, Store } from '../store/store.ts'
import { breather } from './breather.ts'
import type { JobHooks, JobTask } from './job-task.ts'

type ExportTask = JobTask<Extract<JobWish, { kind: 'export' }>>

/** Writes a list into a file of the job's folder, from one unmoving view; whatever ends it early leaves no file. */
export async function runExport(store: Store, task: ExportTask, hooks: JobHooks): Promise<JobOutcome> {
  const view = await store.snapshot()
  try {
    return await exportFrom(view, task, hooks)
  } finally {
    view.close()
  }
}

async function exportFrom(view: Reading, { wish, folder }: ExportTask, { progress, signal }: JobHooks): Promise<JobOutcome> {
  const { list, format, area, areaName, asOf, language } = wish
  const [identity, catalogue, versions, counts] = [await view.identity(), await view.catalogue(), await view.versions(), await view.counts()]
  if (!identity || !catalogue) throw new StoreError('noCatalogue')
  const breathe = breather(signal)
  const total = counts[list]
  progress({ stage: 'gathering', done: 0, total })
  const places = placesOf(await collectRows(view.areas()))
  const earlier = asOf === null ? [] : await view.before(asOf)
  await breathe()
  const k = kOf(catalogue)
  const shown = await shownRows(() => listRows(view, places, { list, area, earlier }, breathe), k)

  const name = fileName([identity.name, listWords[list][language], areaName ?? '', asOf ?? identity.sourceDate ?? ''], identity.demo, format, language)
  const out = fileWriter(join(folder, name))
  try {
    const file = listFile(format, { list, identity, dataVersion: dataVersion(versions, null), areaName, asOf, k, catalogue, language }, out)
    let rows = 0
    for await (const row of shown.rows()) {
      file.row(row)
      if (++rows % progressRows === 0) {
        progress({ stage: 'rows', done: rows, total: Math.max(total, rows) })
        await breathe()
      }
    }
    file.end({ rows, hidden: shown.hidden })
    return { failure: null, report: { kind: 'export', list, rows, hidden: shown.hidden, k }, file: { name, bytes: out.close() } }
  } catch (error) {
    out.discard()
    throw error
  }
}

/** Rows between two words of progress. */
const progressRows = 200
