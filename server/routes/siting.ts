import { readFileSync } from 'node:fs'
import type { BodyOf, QueryOf } from '../../geodata/contract/exchange.ts'
import type { sitingStart } from '../../geodata/contract/siting.ts'
import { Refusal } from '../answers/refusal.ts'
import { jsonReply } from '../answers/reply.ts'
import type { Route } from '../http/exchange-handler.ts'
import { jobAnswer } from '../jobs/job-answer.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { checkAreaScope, type AreaOf } from '../security/area-scope.ts'
import { actorOf, readerOf } from '../security/caller.ts'
import { tellSiting } from '../siting/tell-siting.ts'
import type { SitingAsk, SitingStored } from '../siting/siting-messages.ts'
import type { World } from '../world.ts'
import { ownJob, refuseWhenFull } from './jobs.ts'

export type SitingRoutesSetting = { jobs: Jobs; world: Pick<World, 'site'>; areaOf: AreaOf }
export type SitingRoutes = Record<'sitingStart' | 'sitingResult', Route>

/** Which sites help most: asked as a job, since it may take a minute; what was found is an answer like any other. */
export function sitingRoutes({ jobs, world, areaOf }: SitingRoutesSetting): SitingRoutes {
  return {
    async sitingStart(asked) {
      const { replaces, ...body } = asked.body as BodyOf<typeof sitingStart>
      const ask: SitingAsk = { query: asked.query as QueryOf<typeof sitingStart>, body, reader: readerOf(asked.caller) }
      // What cannot be asked is told at once and makes no job.
      const { problem } = await world.site(ask, false, asked.language)
      if (replaces !== undefined) {
        const older = ownJob(jobs, { ...asked, path: { id: replaces } })
        if (older.kind === 'siting') await jobs.cancel(older.id)
      }
      refuseWhenFull(jobs, 'siting')
      const { zh, en } = problem.head
      const job = jobs.start(jobs.prepare().id, { kind: 'siting', ...ask, categoryName: { zh: zh.question.categoryName, en: en.question.categoryName }, areaName: zh.question.areaName }, actorOf(asked.caller))
      return jsonReply(jobAnswer(job, false, asked.language))
    },
    async sitingResult(asked) {
      const job = ownJob(jobs, asked)
      if (job.wish.kind !== 'siting') throw new Refusal('unknownJob', { found: job.id })
      // The areas of an account may be others by now.
      await checkAreaScope(asked.caller, job.wish.query.area ?? null, areaOf)
      const path = jobs.file(job)
      if (path === null) throw new Refusal('jobNotDone', { found: job.state })
      return jsonReply(tellSiting(JSON.parse(readFileSync(path, 'utf8')) as SitingStored, job.wish, asked.language))
    },
  }
}
