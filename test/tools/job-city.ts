import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { CityIdentity, CityRecord } from '../../geodata/model/city.ts'
import type { JobStage } from '../../geodata/words/jobs.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { startJobs, type Job, type Jobs, type JobsSetting } from '../../server/jobs/jobs.ts'
import { startWriter, type Writer } from '../../server/jobs/writer.ts'
import type { JobWish } from '../../server/store/jobs.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/store.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type JobCity = {
  store: Store; writer: Writer; jobs: Jobs; path: string
  /** Everything that was published, in order. */
  told: Job[]
  trouble: unknown[]
  /** Begins a job; `upload`: what lies in its folder. */
  begin(wish: JobWish, upload?: Uint8Array | string, owner?: string): Job
  /** Resolves once the job is told of at this stage. */
  at(id: string, stage: JobStage): Promise<void>
  /** The job once it has ended. */
  end(id: string): Promise<Job>
}

/** Store, writing thread and jobs without a server around them; ended when the test file is done. */
export async function jobCity(city: { identity: CityIdentity; records: Iterable<CityRecord> } | null, setting: Partial<JobsSetting> = {}): Promise<JobCity> {
  const path = join(temporaryFolder(), 'linli.sqlite')
  const store = await openStore(path)
  if (city) await store.load({ ...city, catalogue, actor: 'test', replace: false })
  const writer = startWriter(path)
  const told: Job[] = [], trouble: unknown[] = []
  const rebuild: JobsSetting['rebuild'] = () => Promise.reject(new Error('there is no world here'))
  const jobs = startJobs({ path, dataFolder: dirname(path), write: (...asked) => writer.run(...asked), rebuild, site: () => Promise.reject(new Error('nothing is suggested here')), freeze: () => Promise.reject(new Error('nothing is frozen here')), publish: (job) => { told.push(job) }, trouble: (error) => { trouble.push(error) }, ...setting })
  afterAll(async () => {
    jobs.close()
    await writer.close()
    store.close()
  })
  return {
    store, writer, jobs, path, told, trouble,
    begin(wish, upload, owner = 'an-editor') {
      const { id, folder } = jobs.prepare()
      mkdirSync(folder, { recursive: true })
      if (upload !== undefined && wish.kind === 'import') writeFileSync(join(folder, wish.file), upload)
      return jobs.start(id, wish, owner)
    },
    async at(id, stage) {
      while (!told.some((job) => job.id === id && job.progress?.stage === stage)) {
        if (jobs.read(id)?.ended) throw new Error(`the job ended before it was at ${stage}`)
        await new Promise((resolve) => { setTimeout(resolve, 2) })
      }
    },
    async end(id) {
      for (;;) {
        const job = jobs.read(id)
        if (job?.ended) return job
        await new Promise((resolve) => { setTimeout(resolve, 10) })
      }
    },
  }
}

export const exportWish = (list: Extract<JobWish, { kind: 'export' }>['list'], more: Partial<Extract<JobWish, { kind: 'export' }>> = {}): JobWish => ({ kind: 'export', list, format: 'csv', area: null, areaName: null, asOf: null, language: 'zh', ...more })
export const importWish = (file: string, more: Partial<Extract<JobWish, { kind: 'import' }>> = {}): JobWish => ({ kind: 'import', file, dryRun: false, replace: false, datum: null, as: null, ...more })
