import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { exchanges } from '../../../geodata/contract/all.ts'
import { errorAnswer } from '../../../geodata/contract/errors.ts'
import type { JobAnswer } from '../../../geodata/contract/jobs.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import type { PageHeaders } from '../../tools/accounts.ts'
import { fixturePath } from '../../tools/files.ts'
import { servedCity } from '../../tools/served-city.ts'
import { facility, smallIdentity, smallRecords } from '../../tools/small-city.ts'

const many = Array.from({ length: 15_000 }, (_, i): CityRecord => ({ kind: 'facility', record: facility(`s${i}`, 'canteen', (i % 200) * 0.1, Math.floor(i / 200) * 0.05) }))
const city = await servedCity({ identity: { ...smallIdentity, coding: 'text' }, records: [...smallRecords, ...many] })
const west = '110105001001', east = '110105001002'
const editor = await city.logIn('editor', [west]), other = await city.logIn('editor'), administrator = await city.logIn('administrator')
const corner = readFileSync(fixturePath('osm/corner.osm'))

type Asking = { method?: string; body?: BodyInit; type?: string; language?: string; headers?: Record<string, string> }
const ask = (who: PageHeaders, path: string, { method = 'GET', body, type, language = 'zh', headers = {} }: Asking = {}): Promise<Response> =>
  Promise.resolve(city.app.request(path, { method, ...(body !== undefined && { body }), headers: { ...who, 'accept-language': language, ...(type !== undefined && { 'content-type': type }), ...headers } }))

async function job(response: Response): Promise<JobAnswer> {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return z.parse(exchanges.jobRead.answer.schema, await response.json())
}
async function refusal(response: Response): Promise<{ status: number; code: string; message: string }> {
  const { error } = z.parse(errorAnswer, await response.json())
  return { status: response.status, code: error.code, message: error.message }
}
const startExport = (who: PageHeaders, wish: object, query = '', language = 'zh'): Promise<Response> => ask(who, `/api/v1/exports${query}`, { method: 'POST', body: JSON.stringify(wish), type: 'application/json', language })
const upload = (who: PageHeaders, query: string, body: BodyInit = corner, more: Asking = {}): Promise<Response> => ask(who, `/api/v1/imports?${query}`, { method: 'POST', body, type: 'application/octet-stream', ...more })

async function ended(who: PageHeaders, id: string, language = 'zh'): Promise<JobAnswer> {
  for (;;) {
    const found = await job(await ask(who, `/api/v1/jobs/${id}`, { language }))
    if (found.ended !== null) return found
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

describe('an export over HTTP', () => {
  test('is begun, watched and fetched under a name in the language of the asker', async () => {
    const begun = await job(await startExport(editor, { kind: 'facility', format: 'csv' }, `?area=${west}`))
    expect(begun).toMatchObject({ kind: 'export', state: 'queued', title: '导出设施（西社区，csv）', owner: expect.stringContaining('editor'), stage: '', file: null, failure: null })
    const done = await ended(editor, begun.id)
    expect(done).toMatchObject({ state: 'done', file: { name: '手绘小城-设施-西社区-2026-10-01.csv' } })
    expect(done.report?.[0]).toMatch(/^设施：\d+ 行$/)
    const file = await ask(editor, `/api/v1/jobs/${begun.id}/result`)
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', `attachment; filename="facility.csv"; filename*=UTF-8''${encodeURIComponent('手绘小城-设施-西社区-2026-10-01.csv')}`])
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect([bytes.length, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).startsWith('\uFEFF编号,名称')]).toEqual([done.file?.bytes, true])
    expect(await job(await ask(editor, `/api/v1/jobs/${begun.id}`, { language: 'en' }))).toMatchObject({ title: 'Export sites (西社区, csv)' })
  })

  test('keeps to the areas of the account', async () => {
    expect(await refusal(await startExport(editor, { kind: 'unit', format: 'csv' }, `?area=${east}`))).toMatchObject({ status: 403, code: 'outsideAreas', message: expect.stringContaining('东社区') })
    expect(await refusal(await startExport(editor, { kind: 'unit', format: 'csv' }))).toMatchObject({ status: 403, code: 'outsideAreas' })
    expect(await refusal(await startExport(editor, { kind: 'unit', format: 'csv' }, '?area=nowhere'))).toMatchObject({ status: 404, code: 'unknownArea' })
    // A grid of one's community is one's own.
    expect((await job(await startExport(editor, { kind: 'unit', format: 'csv' }, `?area=${west}001`))).title).toContain('西一网格')
    expect((await job(await startExport(other, { kind: 'unit', format: 'xlsx' }))).title).toBe('导出驻区单位（全部，xlsx）')
  })

  test('is not fetched any more by an account that has lost its area', async () => {
    const moving = await city.logIn('editor', [west])
    const { id, owner } = await job(await startExport(moving, { kind: 'building', format: 'csv' }, `?area=${west}`))
    await ended(moving, id)
    const { accounts } = city.security.store
    const fetched = (): Promise<Response> => ask(moving, `/api/v1/jobs/${id}/result`)
    expect((await fetched()).status).toBe(200)
    accounts.setAreas(accounts.byName(owner)?.key ?? 0, [east])
    expect(await refusal(await fetched())).toMatchObject({ status: 403, code: 'outsideAreas' })
  })

  test.each([
    [{ kind: 'tree', format: 'csv' }, 'invalidRecord'], [{ kind: 'unit', format: 'pdf' }, 'invalidRecord'], [{ kind: 'unit' }, 'invalidRecord'], [{ kind: 'unit', format: 'csv', all: true }, 'invalidRecord'],
    [{ kind: 'unit', format: 'csv', asOf: 'yesterday' }, 'invalidRecord'], [{ kind: 'unit', format: 'csv', asOf: '2001-01-01' }, 'asOfUnknown'], [{ kind: 'unit', format: 'csv', asOf: '2999-01-01' }, 'asOfUnknown'],
  ])('refuses %o as %s', async (wish, code) => {
    expect(await refusal(await startExport(other, wish))).toMatchObject({ status: 400, code })
  })
})

describe('who sees which job', () => {
  test('an account its own, an administrator all; another account\'s job is as unknown as one that never was', async () => {
    const { id } = await job(await startExport(other, { kind: 'gate', format: 'csv' }))
    await ended(other, id)
    const mine = (who: PageHeaders) => ask(who, '/api/v1/jobs').then(async (response) => z.parse(exchanges.jobList.answer.schema, await response.json()).jobs.map((one) => one.id))
    expect([(await mine(other)).includes(id), (await mine(editor)).includes(id), (await mine(administrator)).includes(id)]).toEqual([true, false, true])
    for (const [path, method] of [[`/api/v1/jobs/${id}`, 'GET'], [`/api/v1/jobs/${id}`, 'DELETE'], [`/api/v1/jobs/${id}/result`, 'GET']]) {
      expect(await refusal(await ask(editor, path, { method }))).toEqual({ status: 404, code: 'unknownJob', message: `没有编号为“${id}”的任务。` })
      expect((await ask(administrator, path, { method })).status).toBe(200)
    }
    expect(await refusal(await ask(administrator, '/api/v1/jobs/j-never'))).toMatchObject({ status: 404, code: 'unknownJob' })
  })

  test('lists are paged, newest first', async () => {
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.push((await job(await startExport(other, { kind: 'gate', format: 'csv' }))).id)
    const page = async (query: string) => z.parse(exchanges.jobList.answer.schema, await (await ask(other, `/api/v1/jobs?${query}`)).json())
    const first = await page('limit=2')
    expect(first.jobs.map((one) => one.id)).toEqual([ids[2], ids[1]])
    expect((await page(`limit=1&cursor=${first.next}`)).jobs[0].id).toBe(ids[0])
    expect(await refusal(await ask(other, '/api/v1/jobs?cursor=soon'))).toMatchObject({ status: 400, code: 'badCursor' })
    for (const id of ids) await ended(other, id)
  })

  test('planners have their own and bring and take nothing, editors bring no maps, and nobody comes in without an account', async () => {
    const planner = await city.logIn('planner')
    expect(await (await ask(planner, '/api/v1/jobs')).json()).toEqual({ jobs: [], next: null })
    expect(await refusal(await upload(planner, 'file=seat.csv'))).toMatchObject({ status: 403, code: 'needsRole' })
    expect(await refusal(await ask(await city.logIn('leader'), '/api/v1/jobs'))).toMatchObject({ status: 403, code: 'needsRole' })
    expect(await refusal(await upload(other, 'file=corner.osm'))).toMatchObject({ status: 403, code: 'needsRole' })
    expect(await refusal(await ask(other, '/api/v1/rebuilds', { method: 'POST' }))).toMatchObject({ status: 403, code: 'needsRole' })
    expect(await refusal(await startExport({ origin: editor.origin }, { kind: 'gate', format: 'csv' }))).toMatchObject({ status: 401, code: 'notLoggedIn' })
  })
})

describe('an import over HTTP', () => {
  test('a check reports the lines of the command line and leaves no upload behind', async () => {
    const { id, title } = await job(await upload(administrator, 'file=corner.osm&dryRun=yes'))
    expect(title).toBe('试导入 corner.osm，不写入')
    const done = await ended(administrator, id)
    expect(done).toMatchObject({ state: 'done', failure: null, file: null })
    expect(done.report?.at(-1)).toContain('（试运行，没有写入）')
    expect(done.report?.some((line) => /^建筑：读到 \d+/.test(line))).toBe(true)
    expect(readdirSync(join(dirname(city.path), 'jobs')).includes(id)).toBe(false)
    expect(await refusal(await ask(administrator, `/api/v1/jobs/${id}/result`))).toMatchObject({ status: 409, code: 'jobNotDone', message: '任务没有结果文件（已完成）：导出完成后才有，保留 7 天。' })
  })

  test.each([
    ['file=..%2Fcorner.osm', 'badParameter', 400], ['file=a%5Cb.osm', 'badParameter', 400], ['file=%2Fetc%2Fpasswd', 'badParameter', 400], ['file=.osm', 'badParameter', 400], ['file=C%3Acorner.osm', 'badParameter', 400],
    ['file=a%00.osm', 'badParameter', 400], ['file=%20a.osm', 'badParameter', 400], [`file=${encodeURIComponent('楼'.repeat(80))}.osm`, 'badParameter', 400], ['file=a.exe', 'unknownFormat', 400], ['file=corner', 'unknownFormat', 400],
    ['', 'missingParameter', 400], ['file=a.osm&datum=mars', 'badParameter', 400], ['file=a.osm&as=trees', 'badParameter', 400], ['file=a.osm&replace=perhaps', 'badParameter', 400], ['file=a.osm&name=x', 'unknownParameter', 400],
  ])('%s is refused as %s before a byte is kept', async (query, code, status) => {
    expect(await refusal(await upload(administrator, query))).toMatchObject({ status, code })
  })

  test('what is too large, of the wrong kind or cut off is refused, and nothing of it stays', async () => {
    const before = readdirSync(join(dirname(city.path), 'jobs'))
    expect(await refusal(await upload(administrator, 'file=a.osm', corner, { headers: { 'content-length': String(513 * 1024 * 1024) } }))).toEqual({ status: 413, code: 'tooLarge', message: '请求超过 512 MB，收到的是 513 MB。' })
    expect(await refusal(await upload(administrator, 'file=a.osm', corner, { headers: { 'content-type': 'text/plain' } }))).toMatchObject({ status: 415, code: 'wrongMediaType' })
    expect(await refusal(await upload(administrator, 'file=a.osm', corner, { headers: { 'content-length': '999999' } }))).toEqual({ status: 400, code: 'uploadIncomplete', message: `文件没有传完：应有 999999 字节，收到 ${corner.length} 字节，请重新上传。` })
    expect(readdirSync(join(dirname(city.path), 'jobs'))).toEqual(before)
  })

  test('a page of another origin imports nothing', async () => {
    expect(await refusal(await upload({ ...administrator, origin: 'http://evil.example' }, 'file=a.osm'))).toMatchObject({ status: 403, code: 'foreignOrigin' })
  })
})

describe('a page that is loaded again', () => {
  test('finds the job by its address, and its events go on on a new stream', async () => {
    const first = await events(other)
    const { id } = await job(await startExport(other, { kind: 'facility', format: 'xlsx' }))
    await first.until(({ id: told, stage }) => told === id && stage === '正在汇集')
    await first.leave()
    expect((await job(await ask(other, `/api/v1/jobs/${id}`))).state).toBe('running')
    const second = await events(other)
    const last = await second.until(({ id: told, state }) => told === id && state === 'done')
    expect(last).toEqual({ id, state: 'done', stage: '', done: 0, total: null })
    await second.leave()
  })

  test('events of a job are for its owner and for administrators', async () => {
    const [own, foreign, all] = [await events(other), await events(editor), await events(administrator)]
    const { id } = await job(await startExport(other, { kind: 'gate', format: 'csv' }))
    for (const stream of [own, all]) await stream.until(({ id: told, state }) => told === id && state === 'done')
    const second = await job(await startExport(editor, { kind: 'gate', format: 'csv' }, `?area=${west}`))
    await foreign.until(({ id: told, state }) => told === second.id && state === 'done')
    expect(foreign.seen.some((one) => one.id === id)).toBe(false)
    await Promise.all([own, foreign, all].map((stream) => stream.leave()))
  })

  test('a job that is cancelled says so at once', async () => {
    const { id } = await job(await startExport(other, { kind: 'facility', format: 'xlsx' }))
    expect(await job(await ask(other, `/api/v1/jobs/${id}`, { method: 'DELETE' }))).toMatchObject({ state: 'cancelled', file: null, failure: null })
    expect(await job(await ask(other, `/api/v1/jobs/${id}`, { method: 'DELETE' }))).toMatchObject({ state: 'cancelled' })
  })
})

// Last: it replaces the workers that the others ask.
test('a rebuild opens the city anew and says how many buildings it has', async () => {
  const before = (await city.world.counts()).citiesOpened
  const { id } = await job(await ask(administrator, '/api/v1/rebuilds', { method: 'POST' }))
  expect(await ended(administrator, id)).toMatchObject({ state: 'done', report: ['手绘小城：13 栋楼，已重建'] })
  expect((await city.world.counts()).citiesOpened).toBe(before + 1)
  expect(city.trouble).toEqual([])
})

type JobEvent = { id: string; state: string; stage: string; done: number; total: number | null }

/** The events of jobs on a stream of one page. */
async function events(who: PageHeaders): Promise<{ seen: JobEvent[]; until(like: (event: JobEvent) => boolean): Promise<JobEvent>; leave(): Promise<void> }> {
  const response = await ask(who, '/api/v1/events')
  if (!response.body) throw new Error('no stream')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const seen: JobEvent[] = []
  let text = ''
  return {
    seen,
    async until(like) {
      for (;;) {
        const found = seen.find(like)
        if (found) return found
        const { value, done } = await reader.read()
        if (done) throw new Error('the stream ended')
        text += value
        const whole = text.split('\n\n')
        text = whole.pop() ?? ''
        for (const event of whole) if (event.startsWith('event: job')) seen.push(JSON.parse(event.slice(event.indexOf('data: ') + 6)) as JobEvent)
      }
    },
    leave: () => reader.cancel(),
  }
}
