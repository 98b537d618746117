import { describe, expect, test } from 'vitest'
import { readXlsx } from '../tools/read-xlsx.ts'
import { askAllGaps, askBasket, askCoverage, askError, askGaps } from '../tools/asking.ts'
import { building, facility, smallIdentity, smallRecords } from '../tools/small-city.ts'
import { servedCity } from '../tools/served-city.ts'
import { shown } from '../tools/shown.ts'

const evil = building('evil', 15, 5, { name: '=HYPERLINK("http://evil","1号楼")' })
const { app, store, world } = await servedCity({ identity: { ...smallIdentity, demo: true }, records: [...smallRecords, { kind: 'building', record: evil }] })

describe('the list of left-out buildings', () => {
  test('says why, what is nearest and by how much it misses', async () => {
    const rows = await askAllGaps(app, { category: 'canteen', metres: 500 })
    const of = (id: string): (typeof rows)[number] | undefined => rows.find((row) => row.building.id === id)
    // home-9 stands at 19 steps, the staff canteen at 21, the open one at 1: about 85 m a step along the street.
    expect(of('home-9')).toMatchObject({ state: 'uncovered', reason: 'notAdmitted', residents: 20, nearest: { facility: 'canteen-west', admits: true } })
    expect(of('home-9')?.sentence).toMatch(/^最近的只对职工开放。能去的最近一处：canteen-west，\d+ 米，约 [\d.]+ 分钟，超出上限 \d+ 米。$/)
    expect(of('home-5')).toMatchObject({ reason: 'noneInReach' })
    expect(of('far')).toMatchObject({ state: 'cut', reason: 'notConnected', nearest: null })
    expect(of('home-0')).toBe(undefined)
    expect(of('office')).toBe(undefined)
  })

  test.each(['need', 'residents', 'minutes', 'name'])('turned page by page in order of %s it is the whole list, once', async (sort) => {
    const whole = await askGaps(app, { category: 'canteen', metres: 300, sort, limit: 1000 })
    const pages = await askAllGaps(app, { category: 'canteen', metres: 300, sort, limit: 2 })
    expect(pages.map((row) => row.building.id)).toEqual(whole.rows.map((row) => row.building.id))
    expect(whole.total).toBe(pages.length)
  })

  test('need is people times metres missed, and who is cut off counts as the one who misses by most', async () => {
    const { rows } = await askGaps(app, { category: 'canteen', metres: 300, sort: 'need', limit: 1000 })
    const worst = Math.max(...rows.map((row) => row.nearest?.missesByMetres ?? 0))
    const needs = rows.map((row) => shown(row.residents) * (row.nearest?.missesByMetres ?? worst))
    expect(rows.some((row) => row.nearest === null)).toBe(true)
    // Answers round metres to a tenth.
    needs.forEach((need, at) => { if (at > 0) expect(need).toBeLessThanOrEqual(needs[at - 1] + 3) })
  })

  test('a cursor of another question is refused', async () => {
    const { next } = await askGaps(app, { category: 'canteen', metres: 300, limit: 2 })
    expect(await askError(app, `/api/v1/coverage/gaps?category=clinic&metres=300&limit=2&cursor=${next}`)).toMatchObject({ status: 400, code: 'badCursor' })
  })
})

describe('the list as a file', () => {
  const path = '/api/v1/coverage/gaps?category=canteen&metres=500'

  test('csv has a byte order mark, Chinese headings, every row, the rule, and is marked as demonstration data', async () => {
    const response = await app.request(`${path}&format=csv`)
    const bytes = await response.bytes()
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const { total } = await askGaps(app, { category: 'canteen', metres: 500 })
    expect(text.startsWith('\uFEFF楼栋编号,楼栋,街道,')).toBe(true)
    expect(text.split('\r\n').indexOf('')).toBe(total + 1)
    expect(text).toContain('注意,示意数据')
    expect(text).toContain('规则,从楼门沿步行路网到社区食堂')
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('示意数据-手绘小城-社区食堂-服务空白-2026-10-01.csv')
  })

  test('no cell can be taken for a formula', async () => {
    const csv = await (await app.request(`${path}&format=csv`)).text()
    expect(csv).toContain(`evil,"'=HYPERLINK(""http://evil"",""1号楼"")"`)
    const sheets = readXlsx(await (await app.request(`${path}&format=xlsx`)).bytes())
    expect(sheets.text).toContain("'=HYPERLINK")
    expect(sheets.formulas).toBe(0)
  })

  test('xlsx has a sheet of rows and one with question, rule and date', async () => {
    const response = await app.request(`${path}&format=xlsx`)
    const sheets = readXlsx(await response.bytes())
    expect(response.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(sheets.names).toEqual(['服务空白', '说明'])
    for (const word of ['楼栋编号', 'home-5', '注意', '示意数据', '规则', '数据日期', '2026-10-01']) expect(sheets.text).toContain(word)
  })

  test('geojson has a point for every row and carries the question', async () => {
    const body = (await (await app.request(`${path}&format=geojson`)).json()) as { notice: string; total: number; question: { category: string }; features: { id: string; geometry: { type: string; coordinates: number[] } }[] }
    expect([body.notice, body.question.category, body.features.length]).toEqual(['示意数据', 'canteen', body.total])
    expect(body.features[0].geometry).toMatchObject({ type: 'Point', coordinates: [expect.closeTo(116.41, 1), expect.closeTo(39.9, 1)] })
  })

  test('in English the headings are English', async () => {
    const text = await (await app.request(`${path}&format=csv`, { headers: { 'accept-language': 'en' } })).text()
    expect(text).toContain('building id,building,street')
    expect(text).toContain('notice,demonstration data')
  })
})

describe('one building', () => {
  test('every category has a line, and the asked one its route along the streets', async () => {
    const basket = await askBasket(app, 'home-9', { category: 'canteen', metres: 500 })
    const canteen = basket.services.find((service) => service.category === 'canteen')
    expect(basket.services.map((service) => service.category)).toContain('clinic')
    expect(canteen?.nearest?.route?.length).toBeGreaterThan(2)
    expect(basket.services.filter((service) => service.nearest?.route).map((service) => service.category)).toEqual(['canteen'])
    expect(basket.building).toMatchObject({ id: 'home-9', residents: { all: 100 }, counted: true, areas: [{ level: 'grid' }, { level: 'community' }, { level: 'street' }, { level: 'district' }] })
  })

  test('says the same as the list', async () => {
    const rows = await askAllGaps(app, { category: 'canteen', metres: 500 })
    for (const row of rows) {
      const basket = await askBasket(app, row.building.id, { category: 'canteen', metres: 500 })
      const service = basket.services.find((one) => one.category === 'canteen')
      expect([service?.state, service?.reason, service?.nearest?.facility ?? null]).toEqual([row.state, row.reason, row.nearest?.facility ?? null])
    }
  })
})

test('a page turned after the data have changed says so', async () => {
  const { next, dataVersion } = await askGaps(app, { category: 'canteen', metres: 300, limit: 2 })
  await store.edit({ kind: 'facility', id: 'canteen-new', action: 'add', after: facility('canteen-new', 'canteen', 30, 30), ifMatch: null }, 'test')
  await world.refresh()
  const error = await askError(app, `/api/v1/coverage/gaps?category=canteen&metres=300&limit=2&cursor=${next}`)
  expect(error).toMatchObject({ status: 404, code: 'staleVersion', details: { found: dataVersion } })
  expect((await askCoverage(app, { category: 'canteen' })).facilities).toBe(3)
})
