import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import { planted } from '../../seeds/planted.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'
import { readXlsx } from '../../tools/read-xlsx.ts'
import { servedCity } from '../../tools/served-city.ts'
import { columnOf, headline, type RegisterAnswer } from './asked.ts'

/** What the source documents count, seen on the demo's registers as a leader sees them. */
const { app, logIn } = await servedCity(planted())
const headers = { leader: await logIn('leader'), planner: await logIn('planner'), editor: await logIn('editor') }
const areas = planted().all('area')
const street = areas.find(({ name }) => name === '柳浦街道')?.code ?? '', resettled = areas.find(({ name }) => name === '东榆新社区')?.code ?? ''

async function ask(code: string, query = '', who: keyof typeof headers = 'leader', language = 'zh'): Promise<RegisterAnswer> {
  const response = await app.request(`/api/v1/registers/${code}?month=2026-06${query}`, { headers: { ...headers[who], 'accept-language': language } })
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return z.parse(exchanges.register.answer.schema, await response.json())
}
const refused = async (path: string, who: keyof typeof headers): Promise<string> => ((await (await app.request(path, { headers: headers[who] })).json()) as { error: { code: string } }).error.code

describe('document 000: a street of ten communities', () => {
  test('40 seats of 22, 10 and 8, two-new, property and towers told apart', async () => {
    const mix = await ask('seatMix', `&area=${street}`)
    expect(['institution', 'twoNewPropertyTower', 'police'].map((code) => headline(mix, code))).toEqual([[22, 40], [10, 40], [8, 40]])
    expect(headline(await ask('greatCommittees', `&area=${street}`), 'communitiesWith')).toEqual([10, 10])
    expect(['twoNew', 'property', 'tower'].map((code) => columnOf(mix, code).reduce((sum: number, count) => sum + Number(count), 0)).reduce((sum, count) => sum + count)).toBe(10)
  })

  test('four seats of two communities empty for ten months, and no others so long', async () => {
    const table = await ask('vacancies', '&state=late')
    expect(table.rows.map(({ area }) => area?.startsWith(street))).toEqual([true, true, true, true])
    expect(new Set(table.rows.map(({ area }) => area)).size).toBe(2)
    for (const days of columnOf(table, 'vacantDays')) expect(Math.abs(Number(days) - 304)).toBeLessThan(20)
    expect(table.answer).toContain('其中 4 个超过 90 天')
  })

  test('before they were left nobody misses them: the month is asked, not today', async () => {
    const response = await app.request(`/api/v1/registers/vacancies?month=2025-07&area=${street}`, { headers: headers.leader })
    const before = z.parse(exchanges.register.answer.schema, await response.json())
    expect([before.total, before.day, before.months]).toEqual([0, '2025-07-31', { from: '2024-01', to: '2026-06' }])
    expect(before.answer).toBe('社区大党委和街道大工委 49 个席位均无超过 90 天的空缺')
  })

  test('49 units, each with its one organisation', async () => {
    const table = await ask('chamberAndTower', `&area=${street}`)
    expect([headline(table, 'unitOrganisations')[0], headline(table, 'unitsWith')]).toEqual([49, [49, 49]])
  })

  test('15 to 25 % of what meetings are due has not been held', async () => {
    const [late, all] = headline(await ask('meetingFrequency'), 'behind')
    expect(Number(late) / Number(all)).toBeGreaterThanOrEqual(0.15)
    expect(Number(late) / Number(all)).toBeLessThanOrEqual(0.25)
  })
})

describe('story 8, crowded and empty', () => {
  test('1,040 members, 38 % of them in three communities; how few are in the resettlement community only its planners learn', async () => {
    const [leader, planner] = [await ask('doubleCheckin'), await ask('doubleCheckin', '', 'planner')]
    expect(headline(leader, 'reported')).toEqual([1040, null])
    expect(leader.answer).toMatch(/^1\u2009040 名在职党员报到，38% 在.*最少的是东榆新社区，少于 10 名/)
    expect(planner.answer).toContain('最少的是东榆新社区，6 名')
    expect([leader, planner].map(({ rows }) => rows.find(({ id }) => id === resettled)?.cells[1])).toEqual([null, 6])
  })

  test('document 003: 1,750 households, 4,000 residents, 98 members and four branches, no mass organisation', async () => {
    const [size] = (await ask('communitySize', `&area=${resettled}`)).rows
    expect(size.cells.slice(1, 3)).toEqual([1750, 4000])
    expect(headline(await ask('memberMix', `&area=${resettled}`), 'direct')[0]).toBe(98)
    expect(headline(await ask('grids', `&area=${resettled}`), 'gridsWith')).toEqual([4, 5])
    expect((await ask('massOrganisations', '&state=missing')).rows.map(({ id }) => id)).toEqual([resettled])
  })
})

describe('how a register is asked', () => {
  test('headlines stand beside the median of the parent’s other areas', async () => {
    const community = (await ask('greatCommittees', `&area=${resettled}`)).headlines.find(({ code }) => code === 'seatsHeld')
    const others = await Promise.all(areas.filter(({ code, level }) => level === 'community' && code.startsWith(resettled.slice(0, 9)) && code !== resettled).map(async ({ code }) => headline(await ask('greatCommittees', `&area=${code}`), 'seatsHeld')[0] ?? 0))
    const sorted = others.toSorted((a, b) => a - b)
    expect(community?.median).toBe((sorted[3] + sorted[4]) / 2)
  })

  test('pages follow one another, words are looked for, choices are told in the reader’s language', async () => {
    const first = await ask('roster', '&limit=100')
    const second = await ask('roster', `&limit=100&cursor=${first.next}`)
    expect([first.rows.length, first.total, second.rows.length, second.next]).toEqual([100, 178, 78, null])
    const police = await ask('roster', `&q=${encodeURIComponent('社区民警')}`)
    expect(police.total).toBe(24)
    expect(new Set(columnOf(await ask('roster', '&q=police&limit=5', 'leader', 'en'), 'seatCategory'))).toEqual(new Set(['community police']))
    expect(await refused(`/api/v1/registers/roster?month=2026-06&limit=50&cursor=${first.next}&q=x`, 'leader')).toBe('badCursor')
  })

  test('classes of the map are the same in every month', async () => {
    const classes = async (month: string): Promise<number[] | undefined> => z.parse(exchanges.register.answer.schema, await (await app.request(`/api/v1/registers/meetingFrequency?month=${month}`, { headers: headers.leader })).json()).map?.classes
    const [one, other] = [await classes('2025-03'), await classes('2026-06')]
    expect(one?.length).toBeGreaterThan(1)
    expect(other).toEqual(one)
  })

  test('registers for staff are hidden from leaders, unknown ones and those without data are refused', async () => {
    const listOf = async (who: keyof typeof headers): Promise<string[]> => z.parse(exchanges.registers.answer.schema, await (await app.request('/api/v1/registers?month=2026-06', { headers: headers[who] })).json()).registers.map(({ code }) => code)
    expect((await listOf('leader')).includes('organisationLife')).toBe(false)
    expect((await listOf('editor')).includes('organisationLife')).toBe(true)
    expect(await refused('/api/v1/registers/organisationLife', 'leader')).toBe('needsRole')
    expect(await refused('/api/v1/registers/nothing', 'leader')).toBe('unknownRegister')
    expect(await refused(`/api/v1/registers/resettlementBodies?area=${street}`, 'leader')).toBe('unknownRegister')
    expect(await refused('/api/v1/registers/roster?area=42', 'leader')).toBe('unknownArea')
  })

  test('a file says what it is, in a workbook as well', async () => {
    const response = await app.request(`/api/v1/registers/seatMix/export?month=2026-06&format=xlsx&area=${street}`, { headers: headers.leader })
    const { names, text, formulas } = readXlsx(await response.bytes())
    expect([names, formulas]).toEqual([['席位构成', '说明'], 0])
    for (const said of ['示意数据', '柳浦街道', '2 席位构成', '2026-06-30', '来源文件', '各类占比 = 该类席位', '水泵厂新社区']) expect(text).toContain(said)
    expect(await refused('/api/v1/registers/placeCounts/export?month=2026-06&format=geojson', 'leader')).toBe('unknownFormat')
  })
})

test.skipIf(!sharedPresent || !existsSync(sharedPath('data/admin_names_cn/streets.csv')))(`no real place bears a name of the demo’s register${sharedNote}`, () => {
  const register = ['streets', 'villages_subset', 'areas', 'cities'].map((name) => readFileSync(sharedPath(`data/admin_names_cn/${name}.csv`), 'utf8')).join('\n')
  const rows = register.split('\n').map((line) => (line.split(',')[1] ?? '').replaceAll('"', ''))
  const real = new Set(rows.flatMap((name) => [name, name.replace(/居委会$/, ''), name.replace(/委会$/, ''), name.replace(/村委会$/, '')]))
  const own = planted().all('entry').filter(({ sheet }) => sheet === 'placeRegister').map(({ name }) => name)
  expect(own.length).toBe(127 + 42 + 1548 + 714 + 9 + 6)
  expect(new Set(own).size).toBe(own.length)
  expect(own.filter((name) => real.has(name))).toEqual([])
})
