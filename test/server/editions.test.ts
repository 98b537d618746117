import { dirname } from 'node:path'
import * as z from 'zod/mini'
import { afterAll, expect, test } from 'vitest'
import type { EditionAnswer } from '../../geodata/contract/editions.ts'
import type { JobAnswer } from '../../geodata/contract/jobs.ts'
import { wall } from '../../geodata/contract/wall.ts'
import { wallBoardCodes, wallLenses, wallNumberCodes } from '../../geodata/model/wall.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { freezeEdition } from '../../server/jobs/freeze-edition.ts'
import { connect } from '../../server/store/driver.ts'
import { editionChecks } from '../../server/store/edition-checks.ts'
import { reportOf } from '../../web/screen/export/reportWords.ts'
import { areaTitle, basisOf, exportSaying, notesOf, numberShown } from '../../web/screen/export/words.ts'
import { tell, type PageHeaders, type Told } from '../tools/accounts.ts'
import { add, change, remove, taken } from '../tools/edits.ts'
import { linliHere } from '../tools/linli-here.ts'
import { servedCity } from '../tools/served-city.ts'
import { area, at, building, facility, smallIdentity } from '../tools/small-city.ts'
import { walkRecords } from '../tools/walk-city.ts'

const { app, store, world, path, logIn, trouble } = await servedCity({ identity: smallIdentity, records: walkRecords })
const [leader, bound, editor] = [await logIn('leader'), await logIn('leader', ['110105001002']), await logIn('editor')]
const raw = connect(path)
afterAll(() => { raw.close() })

const get = (address: string, headers: PageHeaders = leader, language = 'zh'): Promise<Told> => tell(app, 'GET', `/api/v1/${address}`, { ...headers, 'accept-language': language })
const list = async (): Promise<EditionAnswer[]> => ((await get('editions')).body as { editions: EditionAnswer[] }).editions
const named = async (name: string): Promise<EditionAnswer> => {
  const found = (await list()).find((one) => one.name === name)
  if (!found) throw new Error(`there is no edition ${name}`)
  return found
}
async function frozen(body: { name: string; month?: string; note?: string }): Promise<JobAnswer> {
  const begun = await tell(app, 'POST', '/api/v1/editions', editor, body)
  if (begun.status !== 200) throw new Error(begun.message)
  return ended((begun.body as JobAnswer).id)
}
async function ended(id: string): Promise<JobAnswer> {
  for (;;) {
    const job = (await get(`jobs/${id}`, editor)).body as JobAnswer
    if (job.ended !== null) return job
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

/** What a picture, a page and a report of that wall say: all of it comes of the answer. */
async function exported(query: string): Promise<string> {
  const answer = z.parse(wall.answer.schema, (await get(`wall?${query}`)).body), say = exportSaying('zh')
  const scene = { lang: 'zh' as const, attributions: [], mapApprovals: [], cityName: '小城', today: '2026-11-23' }
  return JSON.stringify([areaTitle(answer, scene, say), basisOf(answer, 'zh', say), notesOf(answer, scene, say), answer.numbers.map((number) => numberShown(number, { change: '', untold: '' }, 'zh', say)), answer.boards, reportOf(answer, scene, say)])
}

const areas = ['', '110105', '110105001', '110105001001', '110105001002', '110105001001001', '110105001002001']
/** Everything a wall may ask of this city. */
const questions = [
  ...areas.map((code) => `wall?${code && `area=${code}`}`), 'wall?only=110105001001,110105001002', 'wall?area=110105001&only=110105001002', 'wall?only=110105001001001,110105001002001',
  ...wallLenses.map((lens) => `wall/states?lens=${lens}`),
  ...areas.slice(0, 5).flatMap((code) => ['meals', 'vacant', 'noMeals'].map((subject) => `wall/records?subject=${subject}${code && `&area=${code}`}`)),
]
const texts = async (edition: string): Promise<string[]> => {
  const told: string[] = []
  for (const question of questions) for (const language of ['zh', 'en']) {
    const response = await app.request(`/api/v1/${question}&edition=${edition}`, { headers: { ...leader, 'accept-language': language } })
    told.push(`${question} ${language} ${response.status} ${response.headers.get('x-linli-geometry') ?? ''} ${Buffer.from(await response.arrayBuffer()).toString('base64')}`)
  }
  return told
}

test('an edition holds what leaders are shown now, of the whole city and every area down to grids, in both languages', async () => {
  const job = await frozen({ name: '上报口径 2026Q3', note: '报区里' })
  expect([job.state, job.title, job.report?.[0]]).toEqual(['done', '定版“上报口径 2026Q3”', expect.stringContaining('6 个区域')])
  const [edition] = await list()
  expect(edition).toMatchObject({ name: '上报口径 2026Q3', note: '报区里', month: null, by: job.owner, areas: 6, sound: true, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const { tileVersions } = (await get('meta')).body as { tileVersions: { outlines: string } }
  for (const question of questions.filter((one) => !one.startsWith('wall/states'))) for (const language of ['zh', 'en']) {
    const [live, kept] = [await get(question, leader, language), await get(`${question}&edition=${edition.id}`, leader, language)]
    expect([live.status, kept.status], question).toEqual([200, 200])
    const head = question.startsWith('wall?') ? { edition: { id: edition.id, name: edition.name, day: edition.day, frozen: edition.frozen, geometry: tileVersions.outlines } } : { next: null }
    expect(kept.body, question).toEqual({ ...(live.body as object), ...head })
  }
  // Of a choice of communities, put together from what was kept of each.
  for (const subject of [...wallNumberCodes, ...wallBoardCodes]) {
    const question = `wall/records?subject=${subject}&only=110105001001,110105001002`
    expect((await get(`${question}&edition=${edition.id}`)).body, subject).toEqual((await get(question)).body)
  }
  for (const lens of wallLenses) expect((await get(`wall/states?lens=${lens}&edition=${edition.id}`)).body).toEqual((await get(`wall/states?lens=${lens}`)).body)
})

test('a building of an edition is told by its frozen state, and that why and the nearest place were not kept', async () => {
  const { id, name } = await named('上报口径 2026Q3')
  for (const lens of wallLenses) {
    const live = (await get(`wall/buildings/0?lens=${lens}`)).body as { name: string; state: string }
    const told = await get(`wall/buildings/0?lens=${lens}&edition=${id}`)
    expect([told.status, told.body]).toMatchObject([200, { name: live.name, state: live.state, nearest: null, sentence: expect.stringContaining(`定版“${name}”里是`) }])
  }
  expect([(await get(`wall/buildings/99999?lens=meals&edition=${id}`)).code, (await get('wall/buildings/0?lens=meals&edition=nothing')).code]).toEqual(['unknownBuilding', 'unknownEdition'])
})

test('everybody is answered from an edition as the leader it was frozen for', async () => {
  const { id } = await named('上报口径 2026Q3')
  const planner = await logIn('planner')
  for (const question of ['wall?', 'wall?area=110105001001', 'wall/records?subject=meals']) {
    const told = (await get(`${question}&edition=${id}`)).body
    for (const headers of [planner, editor, bound]) expect((await get(`${question}&edition=${id}`, headers)).body, question).toEqual(told)
  }
  expect([(await get(`wall?edition=${id}`, await logIn('public'))).code, (await get('editions', await logIn('public'))).code]).toEqual(['notLoggedIn', 'notLoggedIn'])
})

test('names are taken once whatever their capitals; months without figures, other months and unknown places are refused in a sentence', async () => {
  await frozen({ name: 'Q4 draft' })
  const refusal = async (body: unknown): Promise<unknown> => { const { status, code, message } = await tell(app, 'POST', '/api/v1/editions', editor, body); return [status, code, message] }
  expect(await refusal({ name: ' q4 DRAFT ' })).toEqual([409, 'editionExists', '已经有名为“q4 DRAFT”的定版，定版不能改，请换一个名字。'])
  expect(await refusal({ name: 'x', month: '1999-01' })).toEqual([400, 'badParameter', expect.stringContaining('1999-01')])
  expect(await refusal({ name: 'x', month: '2026-13' })).toEqual([400, 'invalidRecord', expect.any(String)])
  // An edition never goes: its name must be one that can be read.
  for (const name of ['a\u0000b', '口径\u202e3Q', '\ud800']) expect(await refusal({ name })).toEqual([400, 'invalidRecord', expect.stringContaining('控制字符')])
  expect(await refusal({ name: '  ' })).toEqual([400, 'invalidRecord', expect.any(String)])
  const { id } = await named('Q4 draft')
  const codes = await Promise.all([`wall?edition=nothing`, `wall?edition=${id}&month=2026-03`, `wall?edition=${id}&area=42`, `wall?edition=${id}&only=42`, `wall?edition=${id}&only=110105001`, `wall?edition=${id}&only=110105001001,110105001002001`,
    `wall?edition=${id}&area=110105001001&only=110105001002`, `wall/records?subject=meals&edition=${id}&area=110105001001001`, `wall/states?lens=meals&edition=nothing`,
    // A grid counted beside its community would be counted twice.
    ...['only=110105001001,110105001', 'area=110105001001&only=110105001002', 'only=110105001'].map((chosen) => `wall/records?subject=meals&edition=${id}&${chosen}`)].map(async (question) => (await get(question)).code))
  expect(codes).toEqual(['unknownEdition', 'conflictingParameters', 'unknownArea', 'unknownArea', 'badParameter', 'badParameter', 'badParameter', 'notFrozen', 'unknownEdition', 'badParameter', 'badParameter', 'badParameter'])
  expect((await list()).length).toBe(2)
})

test('whoever is bound to a community freezes nothing of the whole city, and is told whose it is', async () => {
  const { status, code, message } = await tell(app, 'POST', '/api/v1/editions', await logIn('editor', ['110105001001']), { name: '只有一个社区' })
  expect([status, code, message]).toEqual([403, 'wholeCityOnly', expect.stringMatching(/^这件事关系全市，只有负责全市的账号可以做；您负责的是：.+。$/)])
  expect((await list()).map(({ name }) => name)).not.toContain('只有一个社区')
})

test('an edition of a month holds that month, and is asked with it or without', async () => {
  const { months } = (await get('wall?')).body as { months: { from: string; to: string } }
  await frozen({ name: '月末', month: months.to })
  const { id, month } = await named('月末')
  const told = (await get(`wall?edition=${id}`)).body
  expect([month, (told as { month: string }).month, (await get(`wall?edition=${id}&month=${months.to}`)).body]).toEqual([months.to, months.to, told])
})

test('cancelled at any time it leaves nothing', async () => {
  const rows = (): unknown => raw.prepare('SELECT (SELECT count(*) FROM edition), (SELECT count(*) FROM edition_part)').raw().get()
  const before = rows()
  for (const last of [0, 1, 9]) {
    const controller = new AbortController()
    await expect(freezeEdition(store, { name: 'never', month: null, note: '', by: 'test' }, { signal: controller.signal, progress: ({ stage, done }) => { if (stage === 'freezing' && done >= last) controller.abort() } })).rejects.toThrow('aborted')
  }
  const begun = await tell(app, 'POST', '/api/v1/editions', editor, { name: 'never' })
  const { id } = begun.body as JobAnswer
  await tell(app, 'DELETE', `/api/v1/jobs/${id}`, editor)
  expect([(await ended(id)).state, rows()]).toEqual(['cancelled', before])
})

test('the command line freezes and lists, and says what is wrong as every command does', async () => {
  const here = dirname(path)
  const froze = await linliHere(['edition', 'freeze', '年报', '--note', '年底', '--json'], here)
  expect([froze.code, JSON.parse(froze.out)]).toMatchObject([0, { name: '年报', note: '年底', by: 'linli edition', areas: 6 }])
  const listed = await linliHere(['edition', 'list'], here)
  expect([listed.code, listed.out.includes('上报口径 2026Q3'), listed.out.includes('年报')]).toEqual([0, true, true])
  const wrong = [['edition'], ['edition', 'thaw', 'x'], ['edition', 'freeze'], ['edition', 'list', 'x'], ['edition', 'freeze', '年报'], ['edition', 'freeze', 'y', '--month', '2026-3'], ['edition', 'freeze', 'y', '--month', '1999-01'], ['edition', 'freeze', 'x'.repeat(61)], ['edition', 'freeze', '口径\u202e3Q'], ['edition', 'freeze', 'y', '--note', '110101199003070011']]
  const codes: unknown[] = []
  for (const words of wrong) {
    const { code, out } = await linliHere([...words, '--json'], here)
    codes.push([code, (JSON.parse(out) as { error: { code: string } }).error.code])
  }
  expect((await linliHere(['edition', 'freeze', '口径\u202e3Q'], here)).err).toContain('控制字符')
  expect(codes).toEqual(['unknownAction', 'unknownAction', 'missingName', 'tooManyWords', 'editionExists', 'badParameter', 'badParameter', 'badParameter', 'invalidRecord', 'invalidRecord'].map((code) => [1, code]))
})

test('nothing in the database changes an edition or takes it away', async () => {
  const { id } = await named('上报口径 2026Q3')
  const attempts = [
    "UPDATE edition SET name = 'x'", "UPDATE edition SET note = 'x' WHERE name = '年报'", 'DELETE FROM edition', 'UPDATE edition_part SET body = zeroblob(9)', 'DELETE FROM edition_part',
    `INSERT INTO edition_part (edition, kind, subject, area, language, headers, digest, body) VALUES ('${id}', 'wall', '', 'new', 'zh', '{}', zeroblob(32), zeroblob(3))`,
    'INSERT OR REPLACE INTO edition SELECT * FROM edition', 'INSERT OR REPLACE INTO edition_part SELECT * FROM edition_part',
  ]
  for (const sql of attempts) expect(() => raw.exec(sql), sql).toThrow('an edition is never changed')
  expect((await list()).every(({ sound }) => sound)).toBe(true)
})

test('counts, hours, sites, rows, the catalogue, even another city in its place: an edition answers the same bytes as before', async () => {
  const { id } = await named('上报口径 2026Q3')
  const before = await texts(id)
  const live = await Promise.all(questions.slice(0, 7).map(async (question) => JSON.stringify((await get(question)).body)))
  const state = async (): Promise<unknown> => { const { status, code, body } = await get(`wall/buildings/0?lens=meals&edition=${id}`); return [status, code, body] }
  const touched = await state()
  const [page, livePage] = [await exported(`edition=${id}`), await exported('')]
  expect([page, livePage].map((one) => one.includes('2026Q3'))).toEqual([true, false])
  taken(await change(store, 'building', 'home-1', { residents: { all: 900, over60: 800, over80: 200, children: 1, households: 300, basis: 'permanent', counted: true, source: 'test', date: '2026-11-01' } }))
  taken(await change(store, 'facility', 'facility-west', { hours: 'Mo-Su 11:00-13:00' }))
  taken(await remove(store, 'facility', 'facility-east'))
  taken(await add(store, 'facility', facility('new', 'canteen', 2, 3)))
  await world.refresh()
  expect([await texts(id), await state()]).toEqual([before, touched])
  expect(await Promise.all(questions.slice(0, 7).map(async (question) => JSON.stringify((await get(question)).body)))).not.toEqual(live)
  expect([await exported(`edition=${id}`) === page, await exported('') === livePage]).toEqual([true, false])
  const records = [{ kind: 'area', record: area('990101', 'district', '别的区', null, null) }, { kind: 'building', record: building('elsewhere', 3, 3) }, { kind: 'street', record: { id: 's', name: 's', class: 'local', line: [at(0, 0), at(9, 0)], walkable: true, steps: false, bridge: false, widthMetres: null, source: 'test', date: '2026-11-01' } }] as const
  await store.load({ identity: { ...smallIdentity, name: '别的城' }, catalogue: { ...catalogue, version: 'another' }, records, actor: 'test', replace: true })
  await world.refresh()
  expect([world.status().city, (await get('wall?area=110105')).code]).toEqual(['别的城', 'unknownArea'])
  expect(await texts(id)).toEqual(before)
  expect((await list()).map(({ name, sound }) => [name, sound])).toContainEqual(['上报口径 2026Q3', true])
  expect(await state()).toEqual([409, 'otherOutlines', { error: expect.objectContaining({ message: expect.stringContaining('现在的楼栋已经不同') }) }])
})

test('an edition frozen with smaller groups than the rule asks today is refused, in words, to whoever sees no exact figures', async () => {
  const { id, name } = await named('上报口径 2026Q3')
  const planner = await logIn('planner')
  const before = (await get(`wall?edition=${id}`, planner)).body
  const stricter = (value: number) => ({ ...catalogue, version: `k ${value}`, rules: catalogue.rules.map((rule) => (rule.code === 'kAnonymity' ? { ...rule, value } : rule)) })
  const loaded = async (value: number): Promise<void> => {
    await store.load({ identity: smallIdentity, catalogue: stricter(value), records: walkRecords, actor: 'test', replace: true })
    await world.refresh()
  }
  const questions = [`wall?edition=${id}`, `wall?edition=${id}&area=110105001001`, `wall?edition=${id}&only=110105001001,110105001002`, `wall/records?edition=${id}&subject=meals`]
  await loaded(20)
  for (const question of questions) {
    const { status, code, message } = await get(question)
    expect([status, code, message], question).toEqual([403, 'editionTooFine', `定版“${name}”的人数按每组不少于 10 合并，现在规定不少于 20，不再显示；请重新定版。`])
  }
  // States of buildings speak of nobody, and a planner sees exact figures anyway.
  expect([(await get(`wall/states?lens=meals&edition=${id}`)).status, (await get(`wall?edition=${id}`, planner)).body]).toEqual([200, before])
  await loaded(5)
  for (const question of questions) expect((await get(question)).status, question).toBe(200)
})

test('a row that is damaged is told by its digest: it answers nothing, and the list says so; what is whole answers on', async () => {
  const { id } = await named('Q4 draft')
  // As a disk that lies would, not as a program may.
  raw.exec('DROP TRIGGER edition_part_stays')
  const where = `edition = '${id}' AND kind = 'wall' AND area = '110105' AND language = 'zh'`
  raw.exec(`UPDATE edition_part SET body = CAST(substr(body, 1, length(body) - 5) || x'2a' || substr(body, -4) AS BLOB) WHERE ${where}`)
  const told = await get(`wall?edition=${id}&area=110105`)
  expect([told.status, told.code, told.message]).toEqual([500, 'editionDamaged', expect.stringContaining('Q4 draft')])
  expect([(await get(`wall?edition=${id}&area=110105001`)).status, (await list()).map(({ name, sound }) => [name, sound])]).toEqual([200, expect.arrayContaining([['Q4 draft', false], ['年报', true]])])
  // An answer that stands where another stood is found as well.
  const { id: other } = await named('年报')
  raw.exec(`UPDATE edition_part SET body = (SELECT body FROM edition_part o WHERE o.edition = '${other}' AND o.kind = 'wall' AND o.area = '110105001' AND o.language = 'zh') WHERE edition = '${other}' AND kind = 'wall' AND area = '110105' AND language = 'zh'`)
  expect([(await get(`wall?edition=${other}&area=110105`)).code, (await named('年报')).sound, (await linliHere(['edition', 'list'], dirname(path))).code]).toEqual(['editionDamaged', false, 1])
  // So is one that is missing.
  raw.exec('DROP TRIGGER edition_part_is_kept')
  raw.exec(`DELETE FROM edition_part WHERE edition = (SELECT id FROM edition WHERE name = '月末') AND kind = 'states'`)
  const { id: cut } = await named('月末')
  expect([await store.editions.sound(cut), trouble]).toEqual([false, []])
  const { code, out } = await linliHere(['verify', '--json'], dirname(path))
  const faults = (JSON.parse(out) as { faults: { check: string; detail: string }[] }).faults.filter(({ check }) => check === 'editions')
  expect([code, faults.map(({ detail }) => detail).toSorted()]).toEqual([1, ['Q4 draft', '年报', '月末'].map((name) => expect.stringContaining(name)).toSorted()])
})

test('the whole of an edition is looked through once a day, and anew when one of its answers was found damaged', async () => {
  let now = 0, looked = 0, holds = true
  const checks = editionChecks({ sound: async () => { looked++; return holds } }, () => now)
  expect([await Promise.all([checks.sound('a'), checks.sound('a'), checks.sound('b')]), looked]).toEqual([[true, true, true], 2])
  now += 23 * 3_600_000
  holds = false
  expect([await checks.sound('a'), looked]).toEqual([true, 2])
  checks.doubt('a')
  expect([await checks.sound('a'), await checks.sound('b'), looked]).toEqual([false, true, 3])
  now += 2 * 3_600_000
  expect([await checks.sound('b'), looked]).toEqual([false, 4])
  const failing = editionChecks({ sound: () => Promise.reject(new Error('busy')) }, () => now)
  for (let i = 0; i < 2; i++) await expect(failing.sound('a')).rejects.toThrow('busy')
})
