import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { tell, type PageHeaders } from '../tools/accounts.ts'
import { servedCity } from '../tools/served-city.ts'
import { planted } from '../seeds/planted.ts'

/** One page for each area of the demo, its figures worked out again straight from the records. */
const { identity, records } = planted()
const { app, logIn } = await servedCity({ identity: { ...identity, demo: false }, records })
const planner = await logIn('planner'), leader = await logIn('leader')

type Page = AnswerOf<typeof exchanges.areaPage>
const page = async (code: string, headers: PageHeaders = planner): Promise<Page> => z.parse(exchanges.areaPage.answer.schema, (await tell(app, 'GET', `/api/v1/areas/${code}/page?month=2026-06`, headers)).body)
const areas = records.flatMap((one) => (one.kind === 'area' ? [one.record] : []))
const communities = areas.filter(({ level }) => level === 'community').map(({ code }) => code).toSorted()
const [first] = communities

describe('the page of a community', () => {
  test('tells who lives there as the buildings do, and who is above, below and beside it', async () => {
    const { people, area } = await page(first)
    const homes = records.flatMap((one) => (one.kind === 'building' && one.record.grid?.startsWith(first) && (one.record.residents?.all ?? 0) > 0 ? [one.record.residents] : []))
    const sum = (of: 'all' | 'over60' | 'households'): number => homes.reduce((total, one) => total + (one?.[of] ?? 0), 0)
    expect({ all: people.all, over60: people.over60, households: people.households }).toEqual({ all: sum('all'), over60: sum('over60'), households: sum('households') })
    expect(area.chain.map(({ level }) => level)).toEqual(['city', 'district', 'street'])
    expect(area.neighbours.map(({ code }) => code)).toEqual(communities.filter((code) => code !== first && code.startsWith(first.slice(0, 9))))
    expect(area.children.length).toBe(areas.filter(({ parent, level }) => parent === first && level === 'grid').length)
  })

  test('puts each figure beside the median of its neighbours', async () => {
    const pages = await Promise.all(communities.filter((code) => code.startsWith(first.slice(0, 9))).map((code) => page(code)))
    const own = pages.find(({ area }) => area.code === first)
    if (!own) throw new Error('no page')
    expect(own.figures.length).toBeGreaterThan(3)
    for (const { code, median } of own.figures) {
      const others = pages.filter((one) => one !== own).flatMap(({ figures }) => {
        const found = figures.find((figure) => figure.code === code)
        const share = !found || found.value === null ? null : found.of === null ? found.value : found.of === 0 ? null : found.value / found.of
        return share === null ? [] : [share]
      }).toSorted((a, b) => a - b)
      const middle = others.length < 3 ? null : others.length % 2 === 1 ? others[others.length >> 1] : (others[others.length / 2 - 1] + others[others.length / 2]) / 2
      expect([code, median]).toEqual([code, middle])
    }
  })

  test('names its seats by post and unit, and the vacant ones by days', async () => {
    const seats = records.flatMap((one) => (one.kind === 'entry' && one.record.sheet === 'seat' ? [one.record] : []))
    const committees = new Set(records.flatMap((one) => (one.kind === 'entry' && one.record.sheet === 'committee' && one.record.area === first ? [one.record.id] : [])))
    const told = (await page(first)).seats
    expect(told.map(({ id }) => id).toSorted()).toEqual(seats.filter(({ fields }) => committees.has(String(fields['committee']))).map(({ id }) => id).toSorted())
    for (const { unit, vacantDays } of told) expect(unit === null || vacantDays === null).toBe(true)
  })

  test('hides from a leader what rests on too few, and says so', async () => {
    expect((await page(first)).protection).toBe(null)
    expect((await page(first, leader)).protection).toMatchObject({ k: 10, finest: 'grid' })
    const estate = areas.find(({ level }) => level === 'estate')?.code ?? ''
    expect(await tell(app, 'GET', `/api/v1/areas/${estate}/page`, leader)).toMatchObject({ status: 403, code: 'areaTooFine' })
  })

  test('is there for every area of the demo', async () => {
    for (const { code, level } of areas.filter((area) => area.level !== 'grid' && area.level !== 'estate')) expect((await page(code)).area.level).toBe(level)
  })
})
