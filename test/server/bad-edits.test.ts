import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { errorAnswer } from '../../geodata/contract/errors.ts'
import { testOrigin, type PageHeaders } from '../tools/accounts.ts'
import { editedRecords } from '../tools/random-edits.ts'
import { servedCity } from '../tools/served-city.ts'
import { at, smallIdentity } from '../tools/small-city.ts'

const served = await servedCity({ identity: smallIdentity, records: editedRecords })
const accounts = {
  nobody: { origin: testOrigin }, leader: await served.logIn('leader'), planner: await served.logIn('planner'), editor: await served.logIn('editor'), west: await served.logIn('editor', ['110105001001']),
} satisfies Record<string, PageHeaders>
const loaded = (await served.store.changes(1))[0]?.at ?? ''
const day = (await served.store.known())?.from ?? ''

type Bad = {
  as?: keyof typeof accounts
  /** The etag that stands; one that never stood; the sign for any; absent: none is named. */
  match?: 'standing' | 'stale' | 'any'
  type?: string
  body?: unknown
  raw?: string | Uint8Array<ArrayBuffer>
}
type Row = [method: string, path: string, bad: Bad, status: number, code: string, message: string]

const site = { name: '新食堂', category: 'canteen', position: at(5, 3) }
const without = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }
const noCapacity = { seats: null, spareSeats: null, squareMetres: null }
const residents = { all: 80, over60: 30, over80: 3, children: 4, households: 31, basis: 'permanent', counted: true, source: 'x', date: null }
const one = '有 1 处需要改正：'
const siteFields = 'id、name、category、position、unit、admission、hours、phone、capacity、stepFree、offer、suspensions、validFrom、validTo、source、date'
const elsewhere = '“东一网格”不在您负责的区域（西社区）内。'
const needsEtag = '修改前要先读出这条记录，并在 If-Match 里带上它的 etag。'
const changedSince = `“canteen-west”刚被 test 在 ${loaded} 改过，请看过两个版本再决定。`

const post = (bad: Bad, code: string, message: string, status = 400): Row => ['POST', 'facilities', bad, status, code, message]
const faulty = (fields: Record<string, unknown>, message: string): Row => post({ body: { ...site, ...fields } }, 'invalidRecord', one + message)

const rows: Row[] = [
  // What is sent is no record at all.
  post({ raw: '{"name": "食堂",' }, 'badJson', '请求内容不是完整的 JSON：Expected double-quoted property name in JSON at position 14 (line 1 column 15)。'),
  post({ raw: '' }, 'badJson', '请求内容不是完整的 JSON：Unexpected end of JSON input。'),
  post({ raw: '[]' }, 'invalidRecord', `${one}应为一组带名称的项目 {…}，收到的是“[]”。`),
  post({ raw: 'null' }, 'invalidRecord', `${one}应为一组带名称的项目 {…}，收到的是“null”。`),
  post({ raw: '"食堂"' }, 'invalidRecord', `${one}应为一组带名称的项目 {…}，收到的是“食堂”。`),
  post({ type: 'text/plain', body: site }, 'wrongMediaType', '请求内容应为 application/json，收到的是 text/plain。', 415),
  post({ type: 'application/x-www-form-urlencoded', raw: 'name=x' }, 'wrongMediaType', '请求内容应为 application/json，收到的是 application/x-www-form-urlencoded。', 415),
  post({ type: '', body: site }, 'wrongMediaType', '请求内容应为 application/json，收到的是 —。', 415),
  post({ body: { ...site, name: 'x'.repeat(300_000) } }, 'tooLarge', '请求超过 256 kB，收到的是 > 256 kB。', 413),

  // Fields.
  post({ body: {} }, 'invalidRecord', '有 3 处需要改正：name 必须填写。 category 必须填写。 position 必须填写。'),
  faulty({ colour: 'red' }, `colour 没有“colour”这一项，可填：${siteFields}。`),
  post({ body: { ...site, admission: { audience: 'everyone' } } }, 'invalidRecord', '有 3 处需要改正：admission.minAge 必须填写。 admission.maxAge 必须填写。 admission.onlyAreas 必须填写。'),
  faulty({ admission: { ...without, why: 1 } }, 'admission.why 没有“why”这一项，可填：audience、minAge、maxAge、onlyAreas。'),
  faulty({ admission: { ...without, audience: 'friends' } }, 'admission.audience 应为以下之一：everyone、retired、disabled、couriers、members、staff、byArrangement；收到的是“friends”。'),
  faulty({ admission: { ...without, minAge: 70, maxAge: 60 } }, 'admission.maxAge 应不早于（不小于）70，收到的是 60。'),
  faulty({ admission: { ...without, onlyAreas: 'west' } }, 'admission.onlyAreas 应为列表 […]，收到的是“west”。'),
  faulty({ admission: { ...without, onlyAreas: Array.from({ length: 51 }, () => '110105') } }, 'admission.onlyAreas 至多 50 项，收到 51 项。'),
  faulty({ admission: { ...without, onlyAreas: ['999'] } }, 'admission.onlyAreas.0 没有编号为“999”的区域。'),
  faulty({ position: 'here' }, 'position 应为 [经度, 纬度]，收到的是“here”。'),
  faulty({ position: [116.4] }, 'position 应为 [经度, 纬度]，收到的是“[116.4]”。'),
  faulty({ position: [116.4, 39.9, 5] }, 'position 应为 [经度, 纬度]，收到的是“[116.4,39.9,5]”。'),
  faulty({ position: ['116.4', 39.9] }, 'position.0 应为数，收到的是“116.4”。'),
  faulty({ position: [121.4, 31.2] }, 'position 位置（121.4, 31.2）离本市（116.351, 39.853 – 116.470, 39.980）太远，请检查经纬度和坐标系。'),
  faulty({ name: '' }, 'name 至少 1 个字，收到 0 个。'),
  faulty({ name: '长'.repeat(81) }, 'name 至多 80 个字，收到 81 个。'),
  faulty({ name: 7 }, 'name 应为文字，收到的是“7”。'),
  faulty({ name: '某部队食堂' }, 'name “某部队食堂”像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。'),
  faulty({ name: '武\u0020警食堂' }, 'name “武 警食堂”像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。'),
  faulty({ name: 'ＰＲＩＳＯＮ canteen' }, 'name “ＰＲＩＳＯＮ canteen”像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。'),
  faulty({ hours: '某部队 07:00-09:00' }, 'hours “某部队 07:00-09:00”像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。'),
  faulty({ source: '武警支队' }, 'source “武警支队”像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。'),
  faulty({ id: '武警1' }, 'id “武警1”像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。'),
  faulty({ name: '食\u0000堂' }, 'name 里有看不见的控制字符或乱码（U+0000），请去掉后再保存。'),
  faulty({ name: '食\u202E堂' }, 'name 里有看不见的控制字符或乱码（U+202E），请去掉后再保存。'),
  faulty({ name: '食\uD800堂' }, 'name 里有看不见的控制字符或乱码（U+D800），请去掉后再保存。'),
  faulty({ hours: '07:00-09:00\n' }, 'hours 里有看不见的控制字符或乱码（U+000A），请去掉后再保存。'),
  faulty({ name: ' \u3000' }, 'name 至少 1 个字，收到 0 个。'),
  faulty({ id: '..' }, 'id 应写成 f-0001，收到的是“..”。'),
  post({ raw: Buffer.from('7b226e616d65223a22fffe227d', 'hex') }, 'badJson', '请求内容不是完整的 JSON：not UTF-8。'),
  post({ raw: `{"name":${'['.repeat(50_000)}${']'.repeat(50_000)},"category":"canteen","position":[116.4,39.9]}` }, 'invalidRecord', `${one}name 应为文字，收到的是“[[…”。`),
  faulty({ category: 'soup' }, 'category 没有编号为“soup”的类别。'),
  faulty({ unit: 'nobody' }, 'unit 没有编号为“nobody”的驻区单位。'),
  faulty({ stepFree: 'yes' }, 'stepFree 应为 true 或 false，收到的是“yes”。'),
  faulty({ validFrom: '2026-02-30' }, 'validFrom 没有“2026-02-30”这一天，应为 年-月-日，例如 2026-03-01。'),
  faulty({ validFrom: 'soon' }, 'validFrom 应写成 2026-03-01，收到的是“soon”。'),
  faulty({ capacity: { ...noCapacity, seats: 1.5 } }, 'capacity.seats 应为整数，收到的是 1.5。'),
  faulty({ capacity: { ...noCapacity, seats: -1 } }, 'capacity.seats 不能小于 0，收到的是 -1。'),
  faulty({ capacity: { ...noCapacity, seats: 10, spareSeats: 11 } }, 'capacity.spareSeats 不能大于 10，收到的是 11。'),
  faulty({ phone: '13800138000' }, 'phone “13800138000”是手机号，这里只放场所的固定电话。'),
  post({ body: { ...site, category: 'soup', phone: 'x' } }, 'invalidRecord', '有 2 处需要改正：category 没有编号为“soup”的类别。 phone 应为电话号码，例如 010-0000 0000，收到的是“x”。'),
  ['POST', 'units', { body: { name: '设计院', position: at(3, 3) } }, 400, 'invalidRecord', `${one}nature 必须填写。`],
  ['POST', 'organisations', { body: { name: '公司', kind: 'enterprise', creditCode: '91350100M000100Y44' } }, 400, 'invalidRecord', `${one}creditCode 统一社会信用代码应为 18 位且校验位正确（应为 3），收到的是“91350100M000100Y44”。`],
  ['POST', 'organisations', { body: { name: '公司', kind: 'enterprise', creditCode: '91350100M000100Y43' } }, 400, 'invalidRecord', `${one}creditCode 统一社会信用代码“91350100M000100Y43”已经属于“o-1”。`],
  ['POST', 'gates', { body: { position: at(10, 8), locked: 'sometimes' } }, 400, 'invalidRecord', `${one}locked 应为以下之一：never、always、{ hours }；收到的是“sometimes”。`],
  ['PATCH', 'buildings/home-1', { match: 'standing', body: { name: 'x' } }, 400, 'invalidRecord', `${one}name 没有“name”这一项，可填：residents。`],
  ['PATCH', 'buildings/home-1', { match: 'standing', body: { residents: { ...residents, over60: 90 } } }, 400, 'invalidRecord', `${one}residents.all 60 岁及以上、14 岁及以下 合计 94，超过了 80。`],
  ['PATCH', 'buildings/home-1', { match: 'standing', body: { residents: { ...residents, households: -1 } } }, 400, 'invalidRecord', `${one}residents.households 不能小于 0，收到的是 -1。`],

  // Which record, and which state of it.
  post({ body: { ...site, id: 'canteen-west' } }, 'recordExists', '编号“canteen-west”的设施已经有了。', 409),
  ['PATCH', 'facilities/nowhere', { match: 'stale', body: { name: 'x' } }, 404, 'unknownRecord', '没有编号为“nowhere”的设施。'],
  ['PATCH', 'facilities/canteen-west', { body: { name: 'x' } }, 428, 'ifMatchMissing', needsEtag],
  ['PATCH', 'facilities/canteen-west', { match: 'any', body: { name: 'x' } }, 428, 'ifMatchMissing', needsEtag],
  ['PATCH', 'facilities/canteen-west', { match: 'stale', body: { name: 'x' } }, 412, 'changedMeanwhile', changedSince],
  ['PATCH', 'facilities/canteen-west', { match: 'standing', body: {} }, 400, 'invalidRecord', `${one}没有要修改的内容。`],
  ['PATCH', 'facilities/canteen-west', { match: 'standing', body: { name: 'canteen-west' } }, 400, 'invalidRecord', `${one}没有要修改的内容。`],
  ['PATCH', 'facilities/canteen-west', { match: 'standing', body: { id: 'other' } }, 400, 'invalidRecord', `${one}id 这一项不能在这里修改。`],
  ['PATCH', 'facilities/canteen-west', { match: 'standing', body: { name: null } }, 400, 'invalidRecord', `${one}name 应为文字，收到的是“null”。`],
  ['PATCH', `facilities/${'x'.repeat(201)}`, { match: 'stale', body: { name: 'x' } }, 400, 'badParameter', `参数 id 应为至少 1 个、至多 200 个字符的文字，收到的是“${'x'.repeat(80)}…”。`],
  ['DELETE', 'facilities/canteen-west', {}, 428, 'ifMatchMissing', needsEtag],
  ['DELETE', 'facilities/canteen-west', { match: 'stale' }, 412, 'changedMeanwhile', changedSince],
  ['DELETE', 'facilities/nowhere', { match: 'stale' }, 404, 'unknownRecord', '没有编号为“nowhere”的设施。'],
  ['DELETE', 'units/unit-1', { match: 'standing' }, 409, 'inUse', '“某机关”还被 1 条记录引用（例如“canteen-staff”），不能删除。'],
  ['POST', 'facilities/canteen-west/restore', { match: 'standing', body: { change: 999, state: 'before' } }, 409, 'notRestorable', '不能恢复：这条记录没有编号为 999 的改动。'],
  ['POST', 'facilities/canteen-west/restore', { match: 'standing', body: { change: 1.5, state: 'before' } }, 400, 'invalidRecord', `${one}change 应为整数，收到的是 1.5。`],
  ['POST', 'facilities/canteen-west/restore', { match: 'standing', body: { change: 1, state: 'yesterday' } }, 400, 'invalidRecord', `${one}state 应为以下之一：before、after；收到的是“yesterday”。`],
  ['POST', 'facilities/nowhere/restore', { body: { change: 1, state: 'before' } }, 404, 'unknownRecord', '没有编号为“nowhere”的设施。'],

  // Who, and where.
  post({ as: 'nobody', body: site }, 'notLoggedIn', '/api/v1/facilities 需要登录。', 401),
  post({ as: 'leader', body: site }, 'needsRole', '/api/v1/facilities 需要“数据员”权限，当前是“领导”。', 403),
  post({ as: 'planner', body: site }, 'needsRole', '/api/v1/facilities 需要“数据员”权限，当前是“规划人员”。', 403),
  post({ as: 'west', body: { ...site, position: at(15, 3) } }, 'outsideAreas', elsewhere, 403),
  post({ as: 'west', body: { ...site, position: at(20, 30) } }, 'outsideAreas', '“新食堂”不在您负责的区域（西社区）内。', 403),
  ['PATCH', 'facilities/canteen-west', { as: 'west', match: 'standing', body: { position: at(15, 3) } }, 403, 'outsideAreas', elsewhere],
  ['PATCH', 'facilities/clinic-middle', { as: 'west', match: 'standing', body: { name: 'x' } }, 403, 'outsideAreas', elsewhere],
  ['PATCH', 'buildings/home-8', { as: 'west', match: 'standing', body: { residents } }, 403, 'outsideAreas', elsewhere],
  ['DELETE', 'facilities/clinic-middle', { as: 'west', match: 'standing' }, 403, 'outsideAreas', elsewhere],
  ['POST', 'facilities/clinic-middle/restore', { as: 'west', match: 'standing', body: { change: 1, state: 'before' } }, 403, 'outsideAreas', elsewhere],

  // What there is no way to do.
  post({ body: site }, 'unknownParameter', '没有参数 colour，这里可用的参数：—。'),
  ['POST', 'buildings', { body: { residents } }, 405, 'methodNotAllowed', '/api/v1/buildings 只接受 GET，收到的是 POST。'],
  ['PUT', 'facilities/canteen-west', { body: site }, 405, 'methodNotAllowed', '/api/v1/facilities/canteen-west 只接受 GET、PATCH、DELETE，收到的是 PUT。'],
  ['PATCH', 'facilities', { body: site }, 405, 'methodNotAllowed', '/api/v1/facilities 只接受 GET、POST，收到的是 PATCH。'],
  ['DELETE', 'buildings/home-1', { match: 'standing' }, 405, 'methodNotAllowed', '/api/v1/buildings/home-1 只接受 GET、PATCH，收到的是 DELETE。'],

  // What is only read.
  ['GET', 'facilities/nowhere', {}, 404, 'unknownRecord', '没有编号为“nowhere”的设施。'],
  ['GET', 'gates/nowhere/history', {}, 404, 'unknownRecord', '没有编号为“nowhere”的门。'],
  ['GET', 'facilities/clinic-middle', { as: 'west' }, 403, 'outsideAreas', elsewhere],
  ['GET', 'facilities', { as: 'west' }, 403, 'outsideAreas', '“*”不在您负责的区域（西社区）内。'],
  ['GET', 'facilities?area=42', {}, 404, 'unknownArea', '没有编码为“42”的区域，全部区域见 /api/v1/areas。'],
  ['GET', 'units?category=canteen', {}, 400, 'unknownParameter', '没有参数 category，这里可用的参数：area、q、asOf、limit、cursor。'],
  ['GET', 'facilities?asOf=1999-01-01', {}, 400, 'asOfUnknown', `只知道 ${day} 至 ${day} 的数据，“1999-01-01”不在其中。`],
  ['GET', 'facilities?asOf=yesterday', {}, 400, 'badParameter', '参数 asOf 应为年-月-日，例如 2026-03-01，收到的是“yesterday”。'],
  ['GET', 'facilities/canteen-west/history?cursor=x', {}, 400, 'badCursor', '游标“x”不属于这次查询，请从第一页重新取。'],
  ['GET', 'search', {}, 400, 'missingParameter', '缺少参数 q，它应为至少 1 个、至多 60 个字符的文字。'],
  ['GET', 'search?q=x&kind=person', {}, 400, 'badParameter', '参数 kind 应为area、facility、unit、organisation、register 之一，收到的是“person”。'],
  ['GET', 'search?q=x&limit=51', {}, 400, 'badParameter', '参数 limit 应为不小于 1、不超过 50 的整数，收到的是“51”。'],
]

async function made(method: string, path: string, { as = 'editor', match, type = 'application/json', body, raw }: Bad, language: string) {
  const headers: Record<string, string> = { ...accounts[as], 'accept-language': language }
  if (match === 'standing') headers['if-match'] = (await served.app.request(`/api/v1/${path.replace('/restore', '')}`, { headers: accounts.editor })).headers.get('etag') ?? ''
  if (match === 'stale') headers['if-match'] = '"AAAAAAAAAAAAAAAAAAAAAA"'
  if (match === 'any') headers['if-match'] = '*'
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  if (text !== undefined && type !== '') headers['content-type'] = type
  // A blob, so that no content type comes by itself.
  const response = await served.app.request(`/api/v1/${path}`, { method, headers, ...(text !== undefined && { body: new Blob([text]) }) })
  return { status: response.status, error: z.parse(errorAnswer, await response.json()).error }
}

describe('a bad edit is told what is wrong with it', () => {
  test.each(rows)('%s %s %o', async (method, path, bad, status, code, message) => {
    const asked = code === 'unknownParameter' && method === 'POST' ? `${path}?colour=red` : path
    const { status: told, error } = await made(method, asked, bad, 'zh')
    expect([told, error.code, error.message]).toEqual([status, code, message])
    expect((await made(method, asked, bad, 'en')).error.message).not.toMatch(/[，。；：]/)
  })

  test('and nothing of it was written, and nothing went wrong behind it', async () => {
    expect((await served.store.changes(10)).length).toBe(1)
    expect(served.trouble).toEqual([])
  })
})
