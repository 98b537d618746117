import { jobStageWords } from '../geodata/words/jobs.ts'
import { runRebuild } from './jobs/run-rebuild.ts'
import { startFreezer } from './jobs/freezer.ts'
import { startJobs, type Job, type Jobs } from './jobs/jobs.ts'
import { startWriter, type Writer } from './jobs/writer.ts'
import { startSitingLane } from './siting/siting-lane.ts'
import { createHub, type Hub } from './live.ts'
import type { Store } from './store/store.ts'
import { startWorld, type World } from './world.ts'

/** Everything that works behind the routes of one database. */
export type Engine = { store: Store; world: World; writer: Writer; jobs: Jobs; hub: Hub
  /** Pages hear that the wall's tours have changed, if they have. */
  tellTours(): Promise<void>
  /** Desks hear that a scenario has changed. */
  tellScenarios(): void
  /** Ends open streams first, then the jobs, then the threads. */
  close(): Promise<void>
}

export type EngineSetting = { path: string; dataFolder: string; store: Store; trouble: (error: unknown, request: string | null) => void }

export function startEngine({ path, dataFolder, store, trouble }: EngineSetting): Engine {
  const world = startWorld(path, store, (error) => trouble(error, null))
  const writer = startWriter(path)
  const freezer = startFreezer(path)
  const siting = startSitingLane(world)
  const hub = createHub()
  const jobs = startJobs({
    path, dataFolder, trouble,
    write: (task, progress, signal) => writer.run(task, progress, signal),
    freeze: (task, progress, signal) => freezer.run(task, progress, signal),
    site: (task, progress, signal) => siting.run(task, progress, signal),
    rebuild: (progress, signal) => runRebuild(world, progress, signal),
    publish: (job) => hub.publish({ event: 'job', owner: job.owner, body: (language) => jobEventOf(job, language) }),
  })
  let tours = ''
  let scenarioVersion = 0
  const tellVersions = (): void => {
    const revision = world.version(), tileVersions = world.tileVersions()
    if (revision !== null && tileVersions !== null) hub.publish({ event: 'versions', body: () => ({ revision, tileVersions: { ...tileVersions }, tours }) })
  }
  const tellTours = async (): Promise<void> => {
    const now = await store.tours.version()
    if (now === tours) return
    tours = now
    tellVersions()
  }
  world.onChange(() => {
    tellVersions()
    // Tours of the demonstration come and go with it.
    tellTours().catch((error: unknown) => trouble(error, null))
  })
  world.onReports((version) => hub.publish({ event: 'reports', body: () => ({ version }) }))
  return {
    store, world, writer, jobs, hub, tellTours,
    tellScenarios() {
      const version = ++scenarioVersion
      hub.publish({ event: 'scenarios', body: () => ({ version }) })
    },
    async close() {
      hub.close()
      jobs.close()
      await Promise.all([world.close(), writer.close(), freezer.close(), siting.close()])
    },
  }
}

function jobEventOf({ id, state, progress }: Job, language: keyof (typeof jobStageWords)['reading']): { id: string; state: string; stage: string; done: number; total: number | null } {
  return { id, state, stage: progress ? jobStageWords[progress.stage][language] : '', done: progress?.done ?? 0, total: progress?.total ?? null }
}
