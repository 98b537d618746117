import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import { calendarOf } from '../../../geodata/hours/calendar.ts'
import { addDays, isoInstant } from '../../../geodata/hours/clock.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import { ruleCodes } from '../../../geodata/model/catalogue.ts'
import type { EventCount } from '../../../geodata/model/eventCount.ts'
import { emptyOffer } from '../../../geodata/model/offer.ts'
import { wallBoardCodes, wallNumberCodes, wallSources } from '../../../geodata/model/wall.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { askAhead } from '../../../server/ask-ahead.ts'
import { trendOf } from '../../../server/answers/wall/months.ts'
import { eveningOf } from '../../../server/answers/wall/reach.ts'
import { isReached, targetOf } from '../../../server/answers/wall/target.ts'
import { shanghaiDay } from '../../../server/store/day.ts'
import { tell } from '../../tools/accounts.ts'
import { servedCity } from '../../tools/served-city.ts'
import { facility, smallIdentity, smallRecords } from '../../tools/small-city.ts'

const communities = ['110105001001', '110105001002'], [community] = communities
type Wall = AnswerOf<typeof exchanges.wall>

/** A city drawn by hand, with some sites of its own. */
async function wallsOver(sites: readonly ReturnType<typeof facility>[], more: readonly CityRecord[] = []) {
  const records = [...more, ...smallRecords.filter(({ kind }) => kind !== 'facility'), ...sites.map((record) => ({ kind: 'facility' as const, record }))]
  const { app, logIn, world } = await servedCity({ identity: smallIdentity, records })
  const headers = { leader: await logIn('leader'), western: await logIn('planner', [community]) }
  const raw = (path: string, who: keyof typeof headers = 'leader') => tell(app, 'GET', `/api/v1/wall${path}`, headers[who])
  const wall = async (query = '', who: keyof typeof headers = 'leader'): Promise<Wall> => z.parse(exchanges.wall.answer.schema, (await raw(query, who)).body)
  return { raw, wall, world }
}

describe('a city of which little was entered', () => {
  test('has no figure where nothing of the kind was entered, and buildings without a state', async () => {
    const { wall, raw } = await wallsOver([facility('shop', 'convenience', 3, 3), facility('square-1', 'square', 3, 3, { hours: null })])
    const { numbers, boards, strip, months } = await wall()
    // Hexagons hold every home once; those of an area its own, and the places of all others stay.
    type Cells = AnswerOf<typeof exchanges.wallHexagons>
    const hexagons = async (area = ''): Promise<Cells> => z.parse(exchanges.wallHexagons.answer.schema, (await raw(`/hexagons?resolution=10${area && `&area=${area}`}`)).body)
    const whole = await hexagons(), parts = await Promise.all(communities.map((area) => hexagons(area)))
    const idsOf = ({ cells, buildings }: Cells): (string | null)[] => buildings.map((cell) => (cell < 0 ? null : cells[cell].id))
    expect([whole.area, parts.map(({ area }) => area)]).toEqual([null, communities])
    const both = idsOf(parts[0]).map((id, at) => id ?? idsOf(parts[1])[at])
    // One home lies in no area at all.
    expect([both.filter((id, at) => id !== null && id !== idsOf(whole)[at]), idsOf(whole).filter((id, at) => id !== null && both[at] === null).length]).toEqual([[], 1])
    expect(idsOf(parts[0]).filter((id, at) => id !== null && idsOf(parts[1])[at] !== null)).toEqual([])
    expect([idsOf(parts[0]).some((id) => id !== null), (await raw('/hexagons?resolution=10&area=42')).code]).toEqual([true, 'unknownArea'])
    // Of a square whose hours nobody knows nobody can say that it is shut at 18:30; a board tells no more than the number beside it.
    expect(boards.map(({ code, why, answer }) => [code, why, answer])).toEqual(wallBoardCodes.map((code) => [code, 'none', '']))
    for (const subject of [...wallNumberCodes, ...wallBoardCodes]) {
      const { figure, total, lights } = z.parse(exchanges.wallRecords.answer.schema, (await raw(`/records?subject=${subject}`)).body)
      expect([subject, figure, total, lights.states, lights.areas, lights.places]).toEqual([subject, { value: null, of: null, untold: subject === 'rooms' ? 2 : 0, why: 'none' }, 0, [], [], []])
    }
    expect(numbers.map(({ code, value, why }) => [code, value, why])).toEqual(wallNumberCodes.map((code) => [code, null, 'none']))
    expect(numbers.map(({ target }) => target)).toEqual(wallNumberCodes.map(() => null))
    expect([strip.communities, strip.sites, months.from === months.to]).toEqual([2, 2, true])
    const building = z.parse(exchanges.wallBuilding.answer.schema, (await raw('/buildings/0?lens=meals')).body)
    expect([building.state === 'nodata' || building.state === 'other', building.nearest]).toEqual([true, null])
  })

  test('a canteen nobody is near to is a figure of nought, and one that opened in March was not there in February', async () => {
    const { wall } = await wallsOver([facility('canteen-1', 'canteen', 3, 3, { validFrom: '2026-03-10' }), facility('canteen-2', 'canteen', 19, 3, { validFrom: '2025-01-01', validTo: '2026-05-01' }), facility('square-1', 'square', 3, 3, { hours: '每日 6:00-18:00' })])
    const reached = async (query: string): Promise<number | null> => { const { value, of } = (await wall(query)).numbers[0]; return of === null || value === null ? null : value / of }
    const [february, march, may] = [await reached('?month=2026-02'), await reached('?month=2026-03'), await reached('?month=2026-05')]
    if (february === null || march === null || may === null) throw new Error('no figure')
    expect([february > 0, march > february, may < march, may > 0]).toEqual([true, true, true, true])
    const { value, of, why } = (await wall()).numbers[1]
    expect([value, (of ?? 0) > 0, why]).toEqual([0, true, null])
  })

  test('is asked what walls ask first before they do; an empty database has nothing to be asked', async () => {
    const { wall, world } = await wallsOver([facility('canteen-1', 'canteen', 3, 3)])
    await askAhead(world)
    const walked = (await world.counts()).reach
    expect([(await wall()).numbers[0].value === null, (await world.counts()).reach]).toEqual([false, walked])
    await expect(askAhead((await servedCity(null)).world)).resolves.toBe(undefined)
  })

  test('a planner is told exact figures of the own community and what leaders are told of the others', async () => {
    const { wall } = await wallsOver([facility('canteen-1', 'canteen', 3, 3)])
    expect((await wall(`?area=${community}`, 'western')).protection).toBe(null)
    const other = '?area=110105001002'
    expect(await wall(other, 'western')).toEqual(await wall(other))
    expect((await wall(`?only=${community},110105001002`, 'western')).protection).toMatchObject({ k: 10 })
  })
})

describe('requests', () => {
  const counted = (id: string, told: Partial<EventCount>): CityRecord => ({ kind: 'eventCount', record: { id, stream: 'request', month: shanghaiDay().slice(0, 7), category: '噪声', area: community, position: null, times: 40, people: null, responded: null, resolved: null, satisfied: null, source: 'test', date: null, ...told } })
  const requests = async (...told: readonly Partial<EventCount>[]) => {
    const { value, of, why, facts } = (await (await wallsOver([], told.map((one, at) => counted(`e-${at}`, one)))).wall(`?area=${community}`, 'western')).numbers[7]
    return [value, of, why, ...facts.map((fact) => [fact.code, fact.value, fact.of])]
  }

  test('of which nobody wrote down how they ended are no bad mark', async () => {
    expect(await requests({})).toEqual([null, null, 'none'])
    expect(await requests({ responded: 38, resolved: 30 }, {})).toEqual([30, 40, null, ['responded', 38, 40]])
    expect(await requests({ responded: 38, resolved: 30, satisfied: 27 }, { responded: 40, resolved: 20 })).toEqual([50, 80, null, ['responded', 78, 80], ['satisfied', 27, 30]])
  })
})

describe('the age of a number', () => {
  test('is that of the newest record of its source, ageing and old from the days after the rule on; days to come do not count, and a site found right is as new as that', async () => {
    const today = shanghaiDay(), ago = (days: number): string => addDays(today, -days)
    const ages = async (...dates: readonly Partial<ReturnType<typeof facility>>[]) => {
      const { wall } = await wallsOver(dates.map((more, at) => facility(`canteen-${at}`, 'canteen', at === 0 ? 3 : 19, 3, more)))
      return Promise.all(['', ...communities.map((code) => `?area=${code}`)].map(async (query) => { const { fresh } = (await wall(query)).numbers[0]; return [fresh.date, fresh.state, fresh.ageDays] }))
    }
    expect(await ages({ date: ago(180) }, { date: ago(181) })).toEqual([[ago(180), 'fresh', 180], [ago(180), 'fresh', 180], [ago(181), 'ageing', 181]])
    expect(await ages({ date: ago(365) }, { date: ago(366) })).toEqual([[ago(365), 'ageing', 365], [ago(365), 'ageing', 365], [ago(366), 'old', 366]])
    expect(await ages({ date: ago(-1) }, { date: ago(400), offer: { ...emptyOffer, checked: { day: ago(3), by: '社区' } } })).toEqual([[ago(3), 'fresh', 3], [null, 'unknown', null], [ago(3), 'fresh', 3]])
  })
})

describe('what a number rests on', () => {
  test('the evening is that of the first workday after a day, holidays and days worked in their place among them', () => {
    const calendar = calendarOf(catalogue.holidays)
    // Friday; the eve of the National Day of 2026; a Friday before a Saturday that is worked (国办发明电〔2025〕7号).
    expect(['2026-06-26', '2026-09-30', '2026-10-09'].map((day) => isoInstant(eveningOf(calendar, day).epochMs))).toEqual(['2026-06-29T18:30:00+08:00', '2026-10-08T18:30:00+08:00', '2026-10-10T18:30:00+08:00'])
  })

  test('a trend is twelve months, fewer where nothing is known before', () => {
    expect(trendOf({ from: '2024-01', to: '2026-06' }, '2026-06')).toEqual(['2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'])
    expect(trendOf({ from: '2026-05', to: '2026-06' }, '2026-06')).toEqual(['2026-05', '2026-06'])
    expect(trendOf({ from: '2026-06', to: '2026-06' }, '2026-06')).toEqual(['2026-06'])
  })

  test('targets and ages are rows of the catalogue, none of them confirmed', () => {
    const own = catalogue.rules.filter(({ code }) => /^(target|ageing|old)\./.test(code))
    expect(own.map(({ code }) => code).toSorted()).toEqual([...wallNumberCodes.map((code) => `target.${code}`), ...wallSources.flatMap((source) => [`ageing.${source}`, `old.${source}`])].toSorted())
    expect([own.every(({ code }) => ruleCodes.includes(code)), own.filter(({ confirmed }) => confirmed)]).toEqual([true, []])
    const value = (code: string): number => own.find((rule) => rule.code === code)?.value ?? NaN
    for (const source of wallSources) expect([source, value(`ageing.${source}`) < value(`old.${source}`)]).toEqual([source, true])
  })

  test('a target is in the unit shown: a share, or so many of the whole', () => {
    expect(targetOf(catalogue, 'meals', { shown: 'share', better: 'high' }, { value: 90, of: 100 })).toMatchObject({ value: 0.8, reached: true })
    expect(targetOf(catalogue, 'opened', { shown: 'count', better: 'high' }, { value: 3, of: 6 })).toMatchObject({ value: 5, reached: false })
    expect(targetOf(catalogue, 'vacant', { shown: 'count', better: 'low' }, { value: 0, of: 40 })).toMatchObject({ value: 0, reached: true })
    expect(targetOf(catalogue, 'rooms', { shown: 'count', better: 'high' }, { value: null, of: null })).toBe(null)
    expect(isReached({ shown: 'share', better: 'high' }, 0.8, { value: null, of: 10 })).toBe(null)
  })
})
