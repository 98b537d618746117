import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { CityRecord } from '../../../geodata/model/city.ts'
import { jobFailureSentence } from '../../../geodata/words/jobs.ts'
import { jobAnswer } from '../../../server/jobs/job-answer.ts'
import { jobFolders } from '../../../server/jobs/job-folders.ts'
import { startJobs, type JobsSetting } from '../../../server/jobs/jobs.ts'
import { progressTeller } from '../../../server/jobs/progress-teller.ts'
import { runRebuild } from '../../../server/jobs/run-rebuild.ts'
import { etagOf } from '../../../server/store/etag.ts'
import { exportWish, jobCity, type JobCity } from '../../tools/job-city.ts'
import { facility, smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

/** Enough that a job is still at it when whoever watches has done something. */
const many = function* (): Iterable<CityRecord> {
  yield* smallRecords
  for (let i = 0; i < 20_000; i++) yield { kind: 'facility', record: facility(`s${i}`, 'canteen', (i % 200) * 0.1, Math.floor(i / 200) * 0.05) }
}

/** One for all tests that only read it and leave it as it was. */
const big = await jobCity({ identity: smallIdentity, records: many() })

const filesOf = (city: JobCity): string[] => {
  const home = join(dirname(city.path), 'jobs')
  return existsSync(home) ? readdirSync(home, { recursive: true }).map(String) : []
}

describe('a queue of long work', () => {
  test('one job runs at a time, in the order in which they came', async () => {
    const city = await jobCity({ identity: smallIdentity, records: smallRecords })
    const ids = [city.begin(exportWish('building')), city.begin(exportWish('unit')), city.begin(exportWish('gate'))].map(({ id }) => id)
    await Promise.all(ids.map((id) => city.end(id)))
    const steps = city.told.filter(({ progress }) => progress === null).map(({ id, state }) => `${ids.indexOf(id)} ${state}`)
    expect(steps).toEqual(['0 queued', '1 queued', '2 queued', '0 running', '0 done', '1 running', '1 done', '2 running', '2 done'])
    expect(city.jobs.list(null, null, 10).map(({ id }) => id)).toEqual(ids.toReversed())
    expect(city.jobs.list(null, ids[1], 10).map(({ id }) => id)).toEqual([ids[0]])
    expect(city.jobs.list('someone else', null, 10)).toEqual([])
  })

  test('progress names its stages and ends with all rows', async () => {
    const { id } = await big.end(big.begin(exportWish('facility')).id)
    const steps = big.told.flatMap((job) => (job.id === id && job.progress ? [job.progress] : []))
    expect([...new Set(steps.map(({ stage }) => stage))]).toEqual(['gathering', 'rows'])
    const rows = steps.filter(({ stage }) => stage === 'rows')
    expect(rows.every(({ done, total }, i) => total === 20_003 && done <= total && (i === 0 || done > rows[i - 1].done))).toBe(true)
  })

  test('within a stage no more than ten words a second are handed on', () => {
    const handed: number[] = []
    const tell = progressTeller(({ done }) => { handed.push(done) })
    const until = performance.now() + 250
    let asked = 0
    while (performance.now() < until) tell({ stage: 'rows', done: asked++, total: null })
    expect(handed[0]).toBe(0)
    expect([handed.length <= 3, asked > 100]).toEqual([true, true])
    tell({ stage: 'writing', done: -1, total: null })
    expect(handed.at(-1)).toBe(-1)
  })

  test('edits go on while a list is exported', async () => {
    const { id } = big.begin(exportWish('facility', { format: 'xlsx' }))
    await big.at(id, 'rows')
    const standing = await big.store.record('gate', 'gate-1')
    if (!standing) throw new Error('no gate')
    const outcome = await big.writer.edit({ kind: 'gate', id: 'gate-1', action: 'change', after: { ...standing, name: '西门' }, ifMatch: etagOf(standing) }, 'an-editor', 'zh')
    expect(outcome.ok).toBe(true)
    expect(big.jobs.read(id)?.state).toBe('running')
    // The export goes on from the view it began with.
    expect(await big.end(id)).toMatchObject({ state: 'done', outcome: { report: { rows: 20_003 } } })
  })
})

test('while another process holds the database, jobs are taken and told of; their rows follow when they can', async () => {
  const city = await jobCity({ identity: smallIdentity, records: smallRecords })
  const other = new Database(city.path)
  other.exec('BEGIN IMMEDIATE')
  const { id } = await city.end(city.begin(exportWish('unit')).id)
  const rows = other.prepare('SELECT state FROM job WHERE id = ?').pluck()
  expect([city.jobs.read(id)?.state, city.jobs.list('an-editor', null, 10).map((job) => job.id), rows.all(id)]).toEqual(['done', [id], []])
  other.exec('ROLLBACK')
  for (const until = Date.now() + 20_000; rows.get(id) !== 'done' && Date.now() < until;) await new Promise((resolve) => { setTimeout(resolve, 50) })
  expect(rows.all(id)).toEqual(['done'])
  expect(city.jobs.list('an-editor', null, 10).map((job) => job.id)).toEqual([id])
  other.close()
})

describe('cancelling', () => {
  test('a job that waits never begins', async () => {
    const first = big.begin(exportWish('facility')), second = big.begin(exportWish('unit'))
    await big.jobs.cancel(second.id)
    expect(big.jobs.read(second.id)).toMatchObject({ state: 'cancelled', started: null })
    expect((await big.end(first.id)).state).toBe('done')
    expect(big.told.some(({ id, state }) => id === second.id && state === 'running')).toBe(false)
  })

  test.each(['gathering', 'rows'] as const)('an export cancelled while it is at "%s" leaves no file', async (stage) => {
    const { id } = big.begin(exportWish('facility', { format: 'xlsx' }))
    await big.at(id, stage)
    await big.jobs.cancel(id)
    const job = big.jobs.read(id)
    expect([job?.state, job?.outcome, filesOf(big).filter((file) => file.startsWith(id))]).toEqual(['cancelled', null, []])
    // The next one is not held up.
    expect((await big.end(big.begin(exportWish('unit')).id)).state).toBe('done')
  })

  test('a rebuild that is cancelled ends at once, though the thread that reads the city cannot be stopped', async () => {
    const asked: AbortSignal[] = []
    const world = { status: () => ({ city: null, buildings: 0 }), rebuild: (stage: (one: 'columns' | 'tiles') => void, signal: AbortSignal) => { stage('columns'); asked.push(signal); return new Promise<void>(() => {}) } }
    const city = await jobCity(null, { rebuild: (progress, signal) => runRebuild(world, progress, signal) })
    const { id } = city.begin({ kind: 'rebuild' })
    await city.at(id, 'columns')
    await city.jobs.cancel(id)
    expect([city.jobs.read(id)?.state, asked.map(({ aborted }) => aborted), city.trouble]).toEqual(['cancelled', [true], []])
  })

  test('what has ended stays as it is', async () => {
    const city = await jobCity({ identity: smallIdentity, records: smallRecords })
    const job = await city.end(city.begin(exportWish('unit')).id)
    await city.jobs.cancel(job.id)
    expect(city.jobs.read(job.id)).toEqual(job)
    expect(city.jobs.file(job)).not.toBeNull()
  })
})

describe('rebuilding', () => {
  test('its stages are told and its report counts the city', async () => {
    const world = { status: () => ({ city: '手绘小城', buildings: 13 }), rebuild: async (stage: (one: 'columns' | 'tiles') => void) => { stage('columns'); stage('tiles') } }
    const city = await jobCity(null, { rebuild: (progress, signal) => runRebuild(world, progress, signal) })
    const job = await city.end(city.begin({ kind: 'rebuild' }).id)
    expect(city.told.flatMap(({ progress }) => (progress ? [[progress.stage, progress.done, progress.total]] : []))).toEqual([['columns', 0, 2], ['tiles', 1, 2]])
    expect(jobAnswer(job, false, 'zh')).toMatchObject({ state: 'done', title: '重建路网和瓦片', report: ['手绘小城：13 栋楼，已重建'], failure: null })
  })

  test('a bug in a job fails it with a number that the log has too', async () => {
    const city = await jobCity(null)
    const job = await city.end(city.begin({ kind: 'rebuild' }).id)
    expect(jobAnswer(job, false, 'en').failure).toBe(`The job went wrong and this is logged; nothing was written. Number ${job.id}.`)
    expect(city.trouble.map(String)).toEqual(['Error: there is no world here'])
  })
})

describe('a server that is started again', () => {
  test('what was running or waiting has failed and says why; what was done is still there, with its file', async () => {
    const city = await jobCity({ identity: smallIdentity, records: smallRecords })
    const never: JobsSetting['write'] = () => new Promise(() => {})
    const setting: JobsSetting = { path: city.path, dataFolder: dirname(city.path), write: (...asked) => city.writer.run(...asked), freeze: () => Promise.reject(new Error('nothing is frozen here')), site: () => Promise.reject(new Error('nothing is sited here')), rebuild: () => new Promise(() => {}), publish: () => {}, trouble: (error) => { city.trouble.push(error) } }
    const done = await city.end(city.begin(exportWish('unit')).id)
    city.jobs.close()

    const stopped = startJobs({ ...setting, write: never })
    const running = stopped.start(stopped.prepare().id, exportWish('gate'), 'an-editor')
    const waiting = stopped.start(stopped.prepare().id, exportWish('facility'), 'an-editor')
    const abandoned = stopped.prepare()
    mkdirSync(abandoned.folder, { recursive: true })
    writeFileSync(join(abandoned.folder, 'half.osm.pbf'), 'half')
    // As if it were killed: it writes down what is waiting, and no more.
    stopped.close()

    const again = startJobs(setting)
    for (const { id } of [running, waiting]) {
      const job = again.read(id)
      expect(job).toMatchObject({ state: 'failed', ended: expect.any(String) })
      expect(job?.outcome?.failure && jobFailureSentence(job.outcome.failure, 'zh')).toBe('服务器重新启动，任务没有做完；没有留下半成品，请重新开始。')
    }
    const kept = again.read(done.id)
    expect(kept).toEqual(done)
    expect(kept && again.file(kept)).toBe(join(dirname(city.path), 'jobs', done.id, 'result.csv'))
    expect([existsSync(abandoned.folder), again.list(null, null, 10).map(({ id }) => id)]).toEqual([false, [waiting.id, running.id, done.id]])
    again.close()
    expect(city.trouble).toEqual([])
  })
})

describe('folders of jobs', () => {
  test('go after a week, and when a hundred newer ones are there', () => {
    const home = temporaryFolder()
    const folders = jobFolders(home, () => Date.parse('2026-11-22T00:00:00Z'))
    const ids = Array.from({ length: 120 }, (_, i) => `j${String(i).padStart(3, '0')}`)
    for (const id of ids) {
      mkdirSync(folders.path(id), { recursive: true })
      const at = Date.parse(id === 'j050' ? '2026-11-14T00:00:00Z' : '2026-11-21T00:00:00Z') / 1000
      utimesSync(join(home, 'jobs', id), at, at)
    }
    folders.sweep()
    expect(readdirSync(join(home, 'jobs')).toSorted()).toEqual(ids.slice(20).filter((id) => id !== 'j050'))
  })
})
