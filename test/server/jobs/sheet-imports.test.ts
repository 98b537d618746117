import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { exchanges } from '../../../geodata/contract/all.ts'
import { errorAnswer } from '../../../geodata/contract/errors.ts'
import type { JobAnswer } from '../../../geodata/contract/jobs.ts'
import type { PageHeaders } from '../../tools/accounts.ts'
import { fixturePath } from '../../tools/files.ts'
import { servedCity } from '../../tools/served-city.ts'
import { bookOf, lines } from '../../tools/sheets.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'

const city = await servedCity({ identity: smallIdentity, records: smallRecords })
const west = '110105001001'
const [editor, everywhere, planner, administrator] = [await city.logIn('editor', [west]), await city.logIn('editor'), await city.logIn('planner'), await city.logIn('administrator')]

const ask = (who: PageHeaders, path: string, more: RequestInit = {}): Promise<Response> => Promise.resolve(city.app.request(path, { ...more, headers: { ...who, 'accept-language': 'zh', 'content-type': 'application/octet-stream' } }))
const upload = (who: PageHeaders, query: string, body: BodyInit): Promise<Response> => ask(who, `/api/v1/imports?${query}`, { method: 'POST', body })
const refused = async (response: Response): Promise<unknown> => [response.status, z.parse(errorAnswer, await response.json()).error.code]

async function ended(who: PageHeaders, started: Response): Promise<JobAnswer> {
  const { id } = z.parse(exchanges.importStart.answer.schema, await started.json())
  for (;;) {
    const found = z.parse(exchanges.jobRead.answer.schema, await (await ask(who, `/api/v1/jobs/${id}`)).json())
    if (found.ended !== null) return found
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

const meetings = lines('会议类型,区域,会议日期', '社区党委会,西社区,2026-3-5', '社区党委会,东社区,2026-3-5')
const entries = async (): Promise<number> => (await city.store.counts()).entry

test('an editor brings a sheet: rows within his areas go in, the others are listed', async () => {
  const done = await ended(editor, await upload(editor, `file=${encodeURIComponent('会议.csv')}`, meetings))
  expect(done).toMatchObject({ state: 'done', failure: null })
  expect(done.report).toEqual(['会议.csv：会议（按文件名），2 行，收入 1 行，未收 1 行', '  第 3 行“区域”：不在您负责的区域内。', '手绘小城：新增 1 条、更新 0 条、不变 0 条'])
  expect(await entries()).toBe(1)
  const log = (await city.store.changes(1))[0]
  expect([log.action, log.kind]).toEqual(['load', null])
})

test('a workbook comes over HTTP as well, and a check writes nothing', async () => {
  const done = await ended(everywhere, await upload(everywhere, 'file=a.xlsx&dryRun=yes', bookOf({ 会议: meetings.trim().split('\n').map((line) => line.split(',')) })))
  expect(done.report?.at(-1)).toBe('手绘小城：新增 1 条、更新 0 条、不变 1 条（试运行，没有写入）')
  expect(await entries()).toBe(1)
})

test('what is wrong with a whole file is the job\'s failure, in a sentence', async () => {
  const done = await ended(everywhere, await upload(everywhere, 'file=seat.csv', lines('所属委员会,席位号,席位类别,委员会职务,姓名', '西社区,1,社区民警,席位委员,张三')))
  expect(done).toMatchObject({ state: 'failed', report: null })
  expect(done.failure).toMatch(/^seat\.csv：这张表有“姓名”一列，像是个人信息。/)
})

test('maps and replacing are an administrator\'s, whatever the file is called', async () => {
  expect(await refused(await upload(everywhere, 'file=corner.osm', readFileSync(fixturePath('osm/corner.osm'))))).toEqual([403, 'needsRole'])
  expect(await refused(await upload(everywhere, 'file=seat.csv&replace=yes', meetings))).toEqual([403, 'needsRole'])
  expect(await refused(await upload(planner, 'file=seat.csv', meetings))).toEqual([403, 'needsRole'])
  const before = (await city.store.counts()).facility
  const points = await ended(everywhere, await upload(everywhere, 'file=points.csv', lines('名称,类别,经度,纬度', '甲,canteen,116.405,39.903')))
  expect(points).toMatchObject({ state: 'failed', failure: 'points.csv 需要“管理员”权限，当前是“数据员”。' })
  expect((await city.store.counts()).facility).toBe(before)
})

test('a template is handed out to editors, with what it is called in their language', async () => {
  const reply = await ask(editor, '/api/v1/sheets/seat?format=xlsx')
  expect([reply.status, reply.headers.get('content-disposition')]).toEqual([200, `attachment; filename="seat.xlsx"; filename*=UTF-8''${encodeURIComponent('席位.xlsx')}`])
  expect(await refused(await ask(planner, '/api/v1/sheets/seat?format=csv'))).toEqual([403, 'needsRole'])
  const empty = await ended(administrator, await upload(administrator, 'file=a.xlsx', await reply.arrayBuffer()))
  expect(empty.failure).toBe('a.xlsx：表头下面没有一行数据。')
  const text = await (await ask(administrator, '/api/v1/sheets/unit?format=csv')).text()
  expect(text.split('\r\n')[0].replace('\uFEFF', '')).toBe('编号,名称*,性质*,社区,经度*,纬度*,起始日期,截止日期,来源,日期')
})
