import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { BodyOf, QueryOf } from '../../geodata/contract/exchange.ts'
import type * as jobContract from '../../geodata/contract/jobs.ts'
import type * as startContract from '../../geodata/contract/starts.ts'
import { datumFrom, datums } from '../../geodata/intake/datum.ts'
import { formCodes } from '../../geodata/intake/sheets/forms.ts'
import { mediaTypes } from '../answers/export-file.ts'
import { Refusal } from '../answers/refusal.ts'
import { jsonReply } from '../answers/reply.ts'
import { sourceKinds } from '../files/source.ts'
import type { Asked, Route, RouteReply } from '../http/exchange-handler.ts'
import { jobAnswer } from '../jobs/job-answer.ts'
import type { Job, Jobs } from '../jobs/jobs.ts'
import { checkUploadName, receiveUpload } from '../jobs/receive-upload.ts'
import { checkAreaScope, type AreaOf } from '../security/area-scope.ts'
import { roleAdmits } from '../security/authorise.ts'
import { actorOf, type Caller } from '../security/caller.ts'
import type { JobWish } from '../store/jobs.ts'

export type JobRoutesSetting = {
  jobs: Jobs
  areaOf: AreaOf
  /** The days that asOf may name; null: the database is empty. */
  known: () => Promise<{ from: string; to: string } | null>
}

export type JobRoutes = Readonly<Record<(keyof typeof jobContract | keyof typeof startContract) & `${string}${'List' | 'Read' | 'Cancel' | 'Result' | 'Start'}`, Route>>

/** Jobs over HTTP: an account sees its own, an administrator all. */
export function jobRoutes({ jobs, areaOf, known }: JobRoutesSetting): JobRoutes {
  const answer = (job: Job, { language }: Asked): RouteReply => jsonReply(jobAnswer(job, jobs.file(job) !== null, language))
  const begin = (asked: Asked, wish: JobWish): RouteReply => {
    refuseWhenFull(jobs)
    return answer(jobs.start(jobs.prepare().id, wish, actorOf(asked.caller)), asked)
  }
  return {
    jobList(asked) {
      const { limit = usualPage, cursor } = asked.query as QueryOf<typeof jobContract.jobList>
      if (cursor !== undefined && !/^j[0-9a-z]{21}$/.test(cursor)) throw new Refusal('badCursor', { parameter: 'cursor', found: cursor })
      const found = jobs.list(seesAll(asked.caller) ? null : actorOf(asked.caller), cursor ?? null, limit + 1)
      return jsonReply({ jobs: found.slice(0, limit).map((job) => jobAnswer(job, jobs.file(job) !== null, asked.language)), next: found.length > limit ? found[limit - 1].id : null })
    },
    jobRead: (asked) => answer(ownJob(jobs, asked), asked),
    async jobCancel(asked) {
      const { id } = ownJob(jobs, asked)
      await jobs.cancel(id)
      return answer(ownJob(jobs, asked), asked)
    },
    async jobResult(asked) {
      const job = ownJob(jobs, asked)
      // The areas of an account may be others by now.
      if (job.wish.kind === 'export' && asked.caller.areas.length > 0) await checkAreaScope(asked.caller, job.wish.area, areaOf)
      return fileOf(jobs, job, asked.request.method === 'HEAD')
    },
    async importStart(asked) {
      const { file, dryRun, replace, datum, as } = asked.query as QueryOf<typeof startContract.importStart>
      checkUploadName(file)
      if (datum !== undefined && datumFrom(datum) === null) throw new Refusal('badParameter', { parameter: 'datum', found: datum }, { kind: 'oneOf', values: [...datums, 'EPSG:4491'] })
      if (as !== undefined && ![...sourceKinds, ...formCodes].some((kind) => kind === as)) throw new Refusal('badParameter', { parameter: 'as', found: as }, { kind: 'oneOf', values: [...sourceKinds, ...formCodes] })
      const sheetsOnly = !seesAll(asked.caller)
      if (sheetsOnly && (replace === 'yes' || !/\.(csv|xlsx)$/i.test(file))) throw new Refusal('needsRole', { path: replace === 'yes' ? 'replace' : file, expected: 'administrator', found: asked.caller.role })
      refuseWhenFull(jobs)
      const { id, folder } = jobs.prepare()
      try {
        await receiveUpload(asked.request, folder, file)
      } catch (error) {
        jobs.drop(id)
        throw error
      }
      return answer(jobs.start(id, { kind: 'import', file, dryRun: dryRun === 'yes', replace: replace === 'yes', datum: datum ?? null, as: as ?? null, areas: asked.caller.areas, sheetsOnly }, actorOf(asked.caller)), asked)
    },
    async exportStart(asked) {
      const { area } = asked.query as QueryOf<typeof startContract.exportStart>
      const { kind: list, sheet, format, asOf } = asked.body as BodyOf<typeof startContract.exportStart>
      if ((list === 'entry') !== (sheet !== undefined)) throw new Refusal('invalidRecord', {}, null, [{ field: 'sheet', code: list === 'entry' ? 'missingField' : 'notOfSheet', details: {} }])
      const areaName = await checkAreaScope(asked.caller, area ?? null, areaOf)
      const days = await known()
      if (!days) throw new Refusal('emptyCity')
      if (asOf !== undefined && (asOf < days.from || asOf > days.to)) throw new Refusal('asOfUnknown', { ...days, found: asOf })
      return begin(asked, { kind: 'export', list, sheet: sheet ?? null, format, area: area ?? null, areaName, asOf: asOf ?? null, language: asked.language })
    },
    rebuildStart: (asked) => begin(asked, { kind: 'rebuild' }),
  }
}

const usualPage = 50

/** When a queue of fifty may be shorter, seconds. */
const laterSeconds = 60

export function refuseWhenFull(jobs: Jobs, kind?: JobWish['kind']): void {
  if (jobs.isFull(kind)) throw new Refusal('tooManyRequests', { seconds: laterSeconds })
}

const seesAll = ({ role }: Caller): boolean => roleAdmits(role, 'administrator')

/** Another account's job is as unknown as one that never was. */
export function ownJob(jobs: Jobs, { path, caller }: Asked): Job {
  const id = String(path['id'])
  const job = jobs.read(id)
  if (!job || !(seesAll(caller) || job.owner === actorOf(caller))) throw new Refusal('unknownJob', { found: id })
  return job
}

function fileOf(jobs: Jobs, job: Job, headOnly: boolean): RouteReply {
  const path = jobs.file(job)
  const file = job.outcome?.file
  if (path === null || !file || job.wish.kind !== 'export') throw new Refusal('jobNotDone', { found: job.state })
  const headers = { 'content-disposition': `attachment; filename="${job.wish.list}.${job.wish.format}"; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'content-length': String(file.bytes) }
  // A stream that nobody reads would keep its file open.
  const stream = headOnly ? new Blob([]).stream() : (Readable.toWeb(createReadStream(path)) as NodeReadableStream<Uint8Array> as ReadableStream<Uint8Array>)
  return { body: new Uint8Array(0), mediaType: mediaTypes[job.wish.format], headers, stream }
}
