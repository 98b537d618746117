// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { useJobStore } from '../../../web/stores/jobs.ts'
import { jobAnswer } from '../answers.ts'
import { settle, withStores } from '../mounted.ts'
import { refusal, smallServer, type Otherwise } from '../server.ts'

const store = async (otherwise: Otherwise) => {
  const server = withStores(smallServer(otherwise))
  const jobs = useJobStore()
  await jobs.load()
  return { server, jobs }
}
const list = (...rows: ReturnType<typeof jobAnswer>[]): Otherwise => ({ path }) => (path === '/api/v1/jobs' ? { body: { jobs: rows, next: null } } : undefined)

describe('jobs', () => {
  it('are those the server knows, also after a reload', async () => {
    const { jobs } = await store(list(jobAnswer('a', { state: 'running', done: 5, total: 10 }), jobAnswer('b', { state: 'done' })))
    expect(jobs.rows.map((job) => [job.id, job.state])).toEqual([['a', 'running'], ['b', 'done']])
    expect(jobs.running).toBe(1)
  })
  it('move on by themselves as the server tells', async () => {
    const { jobs, server } = await store(list(jobAnswer('a', { state: 'queued' })))
    jobs.hear({ id: 'a', state: 'running', stage: '正在写文件', done: 4, total: 8 })
    expect(jobs.rows[0]).toMatchObject({ state: 'running', stage: '正在写文件', done: 4, total: 8, title: '导出设施' })
    expect(server.asked).toHaveLength(1)
  })
  it('that end are read whole and told once', async () => {
    const done = jobAnswer('a', { state: 'done', file: { name: '设施.xlsx', bytes: 2048 } })
    const { jobs } = await store((ask) => list(jobAnswer('a', { state: 'running' }))(ask) ?? (ask.path === '/api/v1/jobs/a' ? { body: done } : undefined))
    jobs.hear({ id: 'a', state: 'done', stage: '', done: 8, total: 8 })
    await settle()
    expect(jobs.rows[0].file?.name).toBe('设施.xlsx')
    expect(jobs.lastEnded?.id).toBe('a')
  })
  it('that began elsewhere are read when they are first heard of', async () => {
    const { jobs } = await store((ask) => list()(ask) ?? (ask.path === '/api/v1/jobs/x' ? { body: jobAnswer('x', { state: 'running' }) } : undefined))
    jobs.hear({ id: 'x', state: 'running', stage: '', done: 0, total: null })
    await settle()
    expect(jobs.rows.map((job) => job.id)).toEqual(['x'])
    expect(jobs.lastEnded).toBeNull()
  })
  it('had ended before the page was opened are not told', async () => {
    const { jobs } = await store(list(jobAnswer('a', { state: 'done' })))
    await jobs.load()
    expect(jobs.lastEnded).toBeNull()
  })
  it('are started, cancelled and fetched by what the contract says', async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const { jobs, server } = await store((ask) => {
      if (ask.path === '/api/v1/jobs' && ask.method === 'GET') return { body: { jobs: [], next: null } }
      if (ask.path.endsWith('/result')) return { body: new Uint8Array([1]), headers: { 'content-disposition': 'attachment; filename="a.csv"' } }
      return { body: jobAnswer('a', { state: ask.method === 'DELETE' ? 'cancelled' : 'queued' }) }
    })
    await jobs.startExport({ kind: 'facility', format: 'csv' }, '310101001')
    await jobs.startImport(new Blob(['x']), { file: 'x.csv', dryRun: 'yes' })
    await jobs.startRebuild()
    await jobs.cancel('a')
    await jobs.keep(jobAnswer('a', { state: 'done' }))
    expect(server.asked.slice(1).map((ask) => `${ask.method} ${ask.path}?${ask.query.toString()}`)).toEqual([
      'POST /api/v1/exports?area=310101001', 'POST /api/v1/imports?file=x.csv&dryRun=yes', 'POST /api/v1/rebuilds?', 'DELETE /api/v1/jobs/a?', 'GET /api/v1/jobs/a/result?',
    ])
    expect(click).toHaveBeenCalledOnce()
    expect(jobs.rows.map((job) => job.state)).toEqual(['cancelled'])
  })
  it('that are refused say why and leave the list as it was', async () => {
    const { jobs } = await store((ask) => (ask.path === '/api/v1/rebuilds' ? refusal('writerBusy', '正在写入一批数据。', 409) : list()(ask)))
    await jobs.startRebuild()
    expect(jobs.actProblem?.message).toBe('正在写入一批数据。')
    expect(jobs.rows).toEqual([])
  })
})
