import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { exchanges } from '../../geodata/contract/all.ts'
import { errorAnswer } from '../../geodata/contract/errors.ts'
import { decodePack } from '../../geodata/kernel/pack.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'
import { someResidents } from '../tools/few-people.ts'
import { readXlsx } from '../tools/read-xlsx.ts'
import { servedCity } from '../tools/served-city.ts'
import { area, building, smallIdentity, smallRecords, square } from '../tools/small-city.ts'

const [west, east] = ['110105001001', '110105001002']
const random = seededRandom(2)
/** Houses of some people each, two in an estate, one grid where four people live, and one with twelve of the oldest. */
const houses = Array.from({ length: 12 }, (_, i) => building(`house-${i}`, 1.5 + i * 0.7, 3.5, { residents: { ...someResidents(random), source: 'drawn by hand' }, estate: i < 2 ? 'estate-1' : null }))
const lonely = building('lonely', 12.5, 6.2, { grid: 'grid-lonely', residents: { all: 4, over60: 1, over80: 0, children: 1, households: 2, basis: 'permanent', counted: true, source: 'drawn by hand', date: null } })
const twelve = building('twelve', 13.5, 6.2, { grid: 'grid-twelve', residents: { all: 60, over60: 30, over80: 12, children: 10, households: 20, basis: 'permanent', counted: true, source: 'drawn by hand', date: null } })
const records = [
  ...smallRecords, ...[...houses, lonely, twelve].map((record) => ({ kind: 'building' as const, record })),
  { kind: 'area' as const, record: area('estate-1', 'estate', '手绘小区', west, square(1, 3, 2, 1)) }, { kind: 'area' as const, record: area('grid-lonely', 'grid', '小网格', east, null) }, { kind: 'area' as const, record: area('grid-twelve', 'grid', '十二网格', east, null) },
]
const { app, logIn } = await servedCity({ identity: { ...smallIdentity, coding: 'text' }, records })
const headers = { public: {}, leader: await logIn('leader'), planner: await logIn('planner'), western: await logIn('planner', [west]) }
type Who = keyof typeof headers

const ask = (who: Who, path: string): Promise<Response> => Promise.resolve(app.request(`/api/v1${path}`, { headers: headers[who] }))
async function coverage(who: Who, more = '') {
  const response = await ask(who, `/coverage?category=canteen${more}`)
  if (response.status !== 200) throw new Error(await response.text())
  return z.parse(exchanges.coverage.answer.schema, await response.json())
}
async function refused(who: Who, path: string) {
  const response = await ask(who, path)
  const { error } = z.parse(errorAnswer, await response.json())
  return { status: response.status, code: error.code, message: error.message }
}

describe('leaders and the public', () => {
  test('see figures down to grids and to communities, of no estate, and are told how they are protected', async () => {
    const [all, grids, exact] = [await coverage('public', '&group=all'), await coverage('leader', '&group=all'), await coverage('planner', '&group=all')]
    const levels = (rows: typeof all.byArea): string[] => [...new Set(rows.map((row) => row.level))]
    expect([levels(all.byArea), levels(grids.byArea)].map((one) => one.toSorted())).toEqual([['city', 'community', 'district', 'street'], ['city', 'community', 'district', 'grid', 'street']])
    expect(levels(exact.byArea)).toContain('estate')
    expect([all.protection?.k, all.protection?.finest, grids.protection?.finest, exact.protection]).toEqual([10, 'community', 'grid', null])
    expect(all.protection?.sentence).toMatch(/不少于 10 .*最细到社区/)
    expect([all.residents.total, grids.residents.total]).toEqual([exact.residents.total, exact.residents.total])
  })

  test('are told nothing of an area with too few, and no rate of fewer than thirty', async () => {
    const { byArea } = await coverage('leader', '&group=all')
    expect(byArea.find((row) => row.code === 'grid-lonely')).toMatchObject({ residents: { covered: null, total: null, share: null, estimatedShare: null }, households: { covered: null, total: null, share: null }, buildings: { total: 1 } })
    const few = (await coverage('leader', '&group=80plus')).byArea.filter((row) => row.residents.total !== null && row.residents.total > 0 && row.residents.total < 30)
    expect(few.length).toBeGreaterThan(0)
    expect(few.filter((row) => row.residents.share !== null || row.residents.estimatedShare !== null)).toEqual([])
  })

  test.each([
    ['public', '/coverage?category=canteen&minutes=7', 'limitNotListed', '“7 min”不是目录里的范围'],
    ['leader', '/coverage?category=canteen&metres=301', 'limitNotListed', '“301 m”不是目录里的范围，您的权限可用：5 min、10 min、15 min、300 m'],
    ['public', '/coverage?category=canteen&area=110105001001001', 'areaTooFine', '您的权限看到社区为止，“西一网格”不在其中。'],
    ['leader', '/coverage?category=canteen&area=estate-1', 'areaTooFine', '您的权限看到网格为止，“手绘小区”不在其中。'],
    ['leader', '/coverage?category=canteen&asOf=2026-11-01', 'needsRole', 'asOf'],
    ['leader', '/coverage/gaps?category=canteen', 'needsRole', '/coverage/gaps'],
    ['leader', '/coverage/states?category=canteen', 'needsRole', '/coverage/states'],
    ['leader', '/packs/110105', 'needsRole', '/packs/110105'],
    ['leader', '/buildings/home-0/basket', 'needsRole', '/buildings/home-0/basket'],
  ] as const)('%s asking %s is refused: %s', async (who, path, code, words) => {
    const error = await refused(who, path)
    expect([error.status, error.code]).toEqual([403, code])
    expect(error.message).toContain(words)
  })

  test('may ask for the metres of a standard, and for every minute of the catalogue', async () => {
    for (const limit of ['&metres=300', '&metres=500&metric=straight', '&minutes=5', '&minutes=15&profile=elderly']) expect((await coverage('public', limit)).protection).not.toBe(null)
  })

  test('read the same totals in the tree of areas and in the description of the data', async () => {
    for (const who of ['public', 'leader'] as const) {
      const { areas } = z.parse(exchanges.areas.answer.schema, await (await ask(who, '/areas')).json())
      const rows = new Map((await coverage(who, '&group=all')).byArea.map((row) => [row.code, row]))
      for (const one of areas) expect([one.code, one.residents, one.households]).toEqual([one.code, rows.get(one.code)?.residents.total ?? null, rows.get(one.code)?.households.total ?? null])
      expect(areas.filter((one) => one.level === 'estate' && (one.residents !== null || one.households !== null))).toEqual([])
      const meta = z.parse(exchanges.meta.answer.schema, await (await ask(who, '/meta')).json())
      expect([meta.role, meta.counts.residents, meta.known]).toEqual([who, (await coverage(who, '&group=all')).residents.total, null])
    }
  })
})

describe('a planner of one community', () => {
  test('has exact figures there with any limit, and elsewhere what leaders have', async () => {
    const [own, all] = [await coverage('western', `&area=${west}&metres=333`), await coverage('planner', `&area=${west}&metres=333`)]
    expect(own).toEqual(all)
    expect(own.protection).toBe(null)
    expect(await coverage('western')).toEqual(await coverage('leader'))
    expect(await coverage('western', `&area=${east}`)).toEqual(await coverage('leader', `&area=${east}`))
  })

  test.each([
    [`/coverage?category=canteen&area=${east}&metres=333`, 'limitNotListed', '333 m'],
    [`/coverage?category=canteen&area=${east}&asOf=2026-11-22`, 'outsideAreas', '“东社区”不在您负责的区域（西社区）内。'],
    ['/coverage/gaps?category=canteen', 'outsideAreas', '“手绘小城”不在您负责的区域（西社区）内。'],
    [`/coverage/gaps?category=canteen&area=${east}&format=csv`, 'outsideAreas', '东社区'],
    ['/coverage/states?category=canteen&area=110105', 'outsideAreas', '手绘区'],
    [`/packs/${east}`, 'outsideAreas', '东社区'],
    ['/buildings/home-9/basket?category=canteen', 'outsideAreas', 'home-9'],
  ])('asking %s is refused: %s', async (path, code, words) => {
    const error = await refused('western', path)
    expect([error.status, error.code]).toEqual([403, code])
    expect(error.message).toContain(words)
  })

  test('gets lists, bytes, packs and baskets of its own, the bytes with the residents of that area alone', async () => {
    const pack = decodePack(await (await ask('western', `/packs/${west}`)).bytes())
    const total = pack.buildings.residents.all.reduce((sum, people) => sum + people, 0)
    const header = (await ask('western', `/coverage/states?category=canteen&group=all&area=${west}`)).headers.get('x-linli-residents') ?? ''
    expect(header.split(',').reduce((sum, people) => sum + Number(people), 0)).toBe(total)
    for (const path of [`/coverage/gaps?category=canteen&area=${west}`, '/coverage/gaps?category=canteen&area=estate-1', '/buildings/home-0/basket?category=canteen']) expect((await ask('western', path)).status).toBe(200)
  })
})

describe('counts of single buildings', () => {
  const question = '/coverage/gaps?category=clinic&metres=100&group=all&limit=1000'

  test('below ten are not shown, and others with them until the sum says nothing', async () => {
    const { rows, totalResidents } = z.parse(exchanges.gaps.answer.schema, await (await ask('planner', question)).json())
    const shown = rows.map((row) => row.residents)
    expect(shown.filter((people) => people !== null && people > 0 && people < 10)).toEqual([])
    expect(shown.filter((people) => people === null).length).toBeGreaterThan(1)
    const hidden = (totalResidents ?? 0) - shown.reduce((sum: number, people) => sum + (people ?? 0), 0)
    expect(hidden).toBeGreaterThanOrEqual(10)
  })

  test('a list whose only row is below ten tells neither the row nor the sum', async () => {
    const { rows, totalResidents, estimatedShare } = z.parse(exchanges.gaps.answer.schema, await (await ask('planner', `${question}&area=grid-lonely`)).json())
    expect([rows.map((row) => row.residents), totalResidents, estimatedShare]).toEqual([[null], null, null])
  })

  test('are "<10" or a star in files, and the notes say what that means', async () => {
    const csv = await (await ask('planner', `${question}&format=csv`)).text()
    const xlsx = readXlsx(await (await ask('planner', `${question}&format=xlsx`)).bytes()).text
    const geojson = (await (await ask('planner', `${question}&format=geojson`)).json()) as { features: { id: string; properties: { residents: number | null; residentsText: string } }[] }
    expect(csv).toMatch(/lonely,lonely,.*,<10,登记,/)
    expect(csv).toContain('少于 10 的人数写作“<10”')
    expect(xlsx).toMatch(/<10|&lt;10/)
    expect(geojson.features.find((one) => one.id === 'lonely')?.properties).toMatchObject({ residents: null, residentsText: '<10' })
    expect(csv.split('\r\n').filter((line) => /,(登记|估算),/.test(line) && /,[1-9],(登记|估算),/.test(line))).toEqual([])
  })

  test('in a basket hide what would give a group below ten away', async () => {
    for (const house of [...houses, lonely]) {
      const { building: told } = z.parse(exchanges.basket.answer.schema, await (await ask('planner', `/buildings/${house.id}/basket?category=canteen`)).json())
      const { all, over60, over80, children } = told.residents ?? { all: null, over60: null, over80: null, children: null }
      const rests = [all, over60, over80, children, told.households, less(all, over60), less(over60, over80), less(all, over80), less(all, children), less(less(all, children), over60), less(less(all, children), over80)]
      expect([house.id, rests.filter((count) => count !== null && count > 0 && count < 10)]).toEqual([house.id, []])
    }
  })
})

const less = (whole: number | null, part: number | null): number | null => (whole === null || part === null ? null : whole - part)
