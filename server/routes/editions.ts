import type { BodyOf } from '../../geodata/contract/exchange.ts'
import type { EditionAnswer, editionFreeze } from '../../geodata/contract/editions.ts'
import { checkTexts } from '../answers/checked-texts.ts'
import { Refusal } from '../answers/refusal.ts'
import { jsonReply } from '../answers/reply.ts'
import type { Route } from '../http/exchange-handler.ts'
import { jobAnswer } from '../jobs/job-answer.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { checkWholeCity, type AreaOf } from '../security/area-scope.ts'
import { actorOf } from '../security/caller.ts'
import type { EditionChecks } from '../store/edition-checks.ts'
import type { Store } from '../store/store.ts'
import type { World } from '../world.ts'
import { refuseWhenFull } from './jobs.ts'

export type EditionRoutesSetting = { editions: Store['editions']; checks: EditionChecks; jobs: Jobs; world: Pick<World, 'ask'>; areaOf: AreaOf }
export type EditionRoutes = Record<'editions' | 'editionFreeze', Route>

/** 定版. What an edition answers is asked of the wall itself, with edition=. */
export function editionRoutes({ editions, checks, jobs, world, areaOf }: EditionRoutesSetting): EditionRoutes {
  return {
    async editions() {
      const rows: EditionAnswer[] = []
      for (const { catalogue, data, geometry: _, ...row } of await editions.all()) rows.push({ ...row, catalogueVersion: catalogue, dataVersion: data, sound: await checks.sound(row.id) })
      return jsonReply({ editions: rows })
    },
    async editionFreeze({ body, caller, language }) {
      const { name, month, note = '' } = body as BodyOf<typeof editionFreeze>
      await checkWholeCity(caller, areaOf)
      checkTexts({ name, note })
      if (await editions.named(name)) throw new Refusal('editionExists', { found: name })
      refuseWhenFull(jobs)
      // A month without figures is refused now, in the words of the wall, and not by a job that fails.
      if (month !== undefined) await world.ask({ name: 'wall', path: {}, query: { month }, language, reader: { role: 'leader', areas: [] } })
      return jsonReply(jobAnswer(jobs.start(jobs.prepare().id, { kind: 'edition', name, month: month ?? null, note }, actorOf(caller)), false, language))
    },
  }
}
