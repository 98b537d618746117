import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { completeness as completenessExchange, serviceItems as serviceItemsExchange } from '../../../geodata/contract/completeness.ts'
import { planted } from '../../seeds/planted.ts'
import { readXlsx } from '../../tools/read-xlsx.ts'
import { servedCity } from '../../tools/served-city.ts'
import type { RegisterAnswer } from './asked.ts'

/** Completeness, service items and the stories of the resettlement community and of the estate without a company, on the demo as it is served. */
const { app, logIn } = await servedCity(planted(), null, { openDemo: false })
const leader = await logIn('leader')

type Completeness = AnswerOf<typeof completenessExchange>
type ServiceItems = AnswerOf<typeof serviceItemsExchange>

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await app.request(`/api/v1/${path}`, { headers })
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response
}
const completeness = async (query: string, headers: Record<string, string> = leader): Promise<Completeness> => z.parse(exchanges.completeness.answer.schema, await (await get(`completeness?${query}`, headers)).json())
const register = async (code: string, query = 'month=2026-06&limit=1000'): Promise<RegisterAnswer> => z.parse(exchanges.register.answer.schema, await (await get(`registers/${code}?${query}`, leader)).json())

const june = await completeness('month=2026-06')
const resettled = june.rows.find(({ name }) => name === '东榆新社区')

describe('completeness of the demo', () => {
  test('26 communities have 7.8 of ten items on average, the resettlement community four, and one or more has all', () => {
    expect([june.summary.areas, june.withoutData, june.items.length]).toEqual([26, 0, 10])
    expect(june.summary.meanItems ?? 0).toBeGreaterThan(7.6)
    expect(june.summary.meanItems ?? 0).toBeLessThan(8)
    expect([june.rows[0].name, june.rows[0].complete, june.rows[1].complete > 4]).toEqual(['东榆新社区', 4, true])
    expect(june.summary.complete).toBeGreaterThan(0)
    expect(june.rows.at(-1)?.complete).toBe(10)
  })

  test('every standing occurs, and a few cells that nobody entered', () => {
    const cells = june.rows.flatMap((row) => row.cells)
    expect([...new Set(cells.map(({ standing }) => standing))].toSorted()).toEqual(['belowArea', 'built', 'missing', 'shared', 'underway'])
    expect(cells.filter(({ known }) => !known).length).toBe(3)
    for (const [at, item] of june.items.entries()) expect(item.counts.missing).toBe(june.rows.filter((row) => row.cells[at].standing === 'missing').length)
  })

  test('a built item is a site of the map, in the category whose basket it opens', () => {
    const sites = new Map(planted().all('facility').map((site) => [site.id, site]))
    const built = june.rows.flatMap((row) => row.cells.flatMap((cell, at) => (cell.standing === 'built' ? [{ cell, item: june.items[at] }] : [])))
    expect(built.filter(({ cell, item }) => sites.get(cell.facility ?? '')?.category !== item.category)).toEqual([])
    expect(built.filter(({ cell }) => cell.squareMetres !== sites.get(cell.facility ?? '')?.capacity.squareMetres)).toEqual([])
  })

  test('streets have six, five and six of six', async () => {
    const streets = await completeness('level=street&month=2026-06')
    expect(streets.rows.map(({ name, complete, of }) => [name, complete, of])).toEqual([['望澜街道', 5, 6], ['柳浦街道', 6, 6], ['枕溪街道', 6, 6]])
  })

  test('months differ: less was complete two years ago', async () => {
    const then = await completeness('month=2024-07')
    expect((june.summary.meanItems ?? 0) - (then.summary.meanItems ?? 0)).toBeGreaterThan(0.4)
    expect(then.rows.find(({ name }) => name === '东榆新社区')?.complete).toBe(4)
  })

  test('the filter leaves the communities that lack an item, and the counts stay those of all', async () => {
    const lacking = await completeness('month=2026-06&missing=garden')
    const at = lacking.items.findIndex(({ code }) => code === 'garden')
    expect(lacking.rows.length).toBe(lacking.items[at].counts.missing)
    expect(lacking.rows.every((row) => row.cells[at].standing === 'missing')).toBe(true)
    expect([lacking.summary, lacking.items]).toEqual([june.summary, june.items])
  })

  test('a community asked by itself, or by one of its grids, is answered alone', async () => {
    const code = resettled?.code ?? ''
    for (const area of [code, `${code}001`]) expect((await completeness(`month=2026-06&area=${area}`)).rows.map((row) => row.code)).toEqual([code])
  })

  test('whoever has no account is told states alone: no square metres, households or rows of registers', async () => {
    const told = await completeness('month=2026-06', {})
    expect(told.rows.map((row) => [row.code, row.complete, row.cells.map(({ standing, known }) => [standing, known])])).toEqual(june.rows.map((row) => [row.code, row.complete, row.cells.map(({ standing, known }) => [standing, known])]))
    expect(told.rows.every(({ squareMetres, households, perHundredHouseholds, reachesThreshold, cells }) => [squareMetres, households, perHundredHouseholds, reachesThreshold, ...cells.flatMap((cell) => [cell.squareMetres, cell.entry])].every((value) => value === null))).toBe(true)
    expect(await (await get('completeness?month=2026-06&format=csv')).text()).not.toMatch(/,1750,/)
  })

  test('an item or month that does not exist is refused with those that do', async () => {
    const response = await app.request('/api/v1/completeness?missing=cinema', { headers: leader })
    expect([response.status, ((await response.json()) as { error: { code: string; message: string } }).error]).toMatchObject([400, { code: 'badParameter', message: expect.stringContaining('daycare') }])
  })

  test('files hold a row for each community, with the rule and 示意数据', async () => {
    const csv = await (await get('completeness?month=2026-06&format=csv', leader)).text()
    const lines = csv.split('\r\n')
    expect(lines[1]).toMatch(/^990101002009,东榆新社区,望澜街道,已建,缺,缺,已建,缺,已建,已建,缺,缺,缺,4,10,\d+,1750,/)
    expect(lines.findIndex((line) => line === '')).toBe(27)
    expect([csv.includes('示意数据'), csv.includes(june.rule.slice(0, 12))]).toEqual([true, true])
    const { features } = (await (await get('completeness?month=2026-06&format=geojson', leader)).json()) as { features: { id: string; geometry: { type: string } }[] }
    expect([features.length, new Set(features.map(({ geometry }) => geometry.type))]).toEqual([26, new Set(['MultiPolygon'])])
    const { text } = readXlsx(new Uint8Array(await (await get('completeness?month=2026-06&format=xlsx', leader)).arrayBuffer()))
    expect(june.rows.filter(({ name }) => !text.includes(name))).toEqual([])
  })
})

describe('service items of the demo', () => {
  test('38 items over 26 communities; the five that the document names are everywhere, each with a counter and its telephone', async () => {
    const told: ServiceItems = z.parse(exchanges.serviceItems.answer.schema, await (await get('service-items')).json())
    expect([told.items.length, told.places.length]).toEqual([38, 26])
    expect(told.items.filter(({ confirmed }) => confirmed).map(({ communities }) => communities)).toEqual([26, 26, 26, 26, 26])
    const counters = told.places.map(({ items }) => items.find(({ code }) => code === 'birth')?.facility)
    expect(counters.filter((counter) => !/^0\d+-\d{7}$/.test(counter?.phone ?? ''))).toEqual([])
  })

  test('one item tells where it is done', async () => {
    const told: ServiceItems = z.parse(exchanges.serviceItems.answer.schema, await (await get(`service-items?item=care&area=${june.rows.at(-1)?.code ?? ''}`)).json())
    expect(told.places.every(({ items }) => items.length === 1 && items[0].code === 'care')).toBe(true)
    expect(told.items).toHaveLength(38)
  })

  test('a grid is answered with its community, and an unknown item with those there are', async () => {
    const ofGrid: ServiceItems = z.parse(exchanges.serviceItems.answer.schema, await (await get(`service-items?area=${resettled?.code ?? ''}001`)).json())
    expect([ofGrid.places.map(({ name }) => name), ofGrid.places[0].items.length]).toEqual([['东榆新社区'], 21])
    const refused = await app.request('/api/v1/service-items?item=tea')
    expect([refused.status, ((await refused.json()) as { error: { message: string } }).error.message.includes('birth')]).toEqual([400, true])
  })
})

describe('story 5: the resettlement community', () => {
  test('1,750 households and 4 of 10 items, above the threshold for each hundred households all the same', () => {
    expect(resettled).toMatchObject({ households: 1750, complete: 4, of: 10 })
  })

  test('12,250 square metres of rooms owed, 5,250 of offices and 7,000 of business, 1,100 handed over', async () => {
    const owed = await register('roomsOwed', `month=2026-06&area=${resettled?.code ?? ''}`)
    const sums = ['floor', 'officeOwed', 'businessOwed', 'officeGiven', 'businessGiven', 'missingRooms'].map((code) => {
      const at = owed.columns.findIndex((column) => column.code === code)
      return owed.rows.reduce((sum, { cells }) => sum + Number(cells[at]), 0)
    })
    expect(sums).toEqual([175_000, 5250, 7000, 800, 300, 11_150])
    expect(owed.answer).toContain('应配 1.225 万平方米')
  })

  test('its accounts: 1.6 million yuan to open with, 240 yuan a year for each household', async () => {
    expect((await register('resettlementAccounts')).answer).toBe('东榆新社区开办经费 160 万元；2025 年物业费 42 万元，1\u2009750 户，每户 240 元')
  })
})

describe('story 6: the estate that lost its property company', () => {
  const rows = planted().all('entry').filter(({ sheet, name }) => sheet === 'estate' && name === '汀岸新城')
  const at = (day: string) => rows.filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo ?? '9') > day).map(({ fields }) => [fields['property'], fields['owners'], fields['ownersMembers'], fields['ownersPartyMembers']])

  test('its buildings hold exactly 391 households and more than a thousand people', () => {
    const own = planted().all('building').filter(({ estate }) => estate === rows[0].area)
    expect(own.reduce((sum, { residents }) => sum + (residents?.households ?? 0), 0)).toBe(391)
    expect(own.reduce((sum, { residents }) => sum + (residents?.all ?? 0), 0)).toBe(1017)
    expect(new Set(rows.map(({ fields }) => fields['households']))).toEqual(new Set([391]))
  })

  test('month by month of 2025: the company leaves in March, 21 owners with 17 party members are elected in April, another company comes in July', () => {
    expect([at('2025-02-28'), at('2025-03-31'), at('2025-04-30'), at('2025-06-30'), at('2025-07-31')]).toEqual([
      [['company', 'committee', 9, 2]], [['withdrawn', 'resigned', null, null]], [['selfRun', 'committee', 21, 17]], [['selfRun', 'committee', 21, 17]], [['company', 'committee', 21, 17]],
    ])
  })

  test('the register of self-government shows it as the months go by', async () => {
    const shown = async (month: string) => {
      const { columns, rows: all } = await register('selfGovernance', `month=${month}&area=${rows[0].area?.slice(0, 12) ?? ''}&limit=1000`)
      const own = all.find(({ id }) => id === rows[0].area)
      return ['ownersMembers', 'ownersPartyMembers', 'state'].map((code) => own?.cells[columns.findIndex((column) => column.code === code)])
    }
    expect([await shown('2025-02'), await shown('2025-03'), await shown('2025-04'), await shown('2025-07')]).toEqual([[9, 2, 'done'], [null, null, 'missing'], [21, 17, 'done'], [21, 17, 'done']])
  })
})
