import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { WallNumber } from '../../../geodata/contract/wall.ts'
import { calendarOf, dayOf } from '../../../geodata/hours/calendar.ts'
import { addDays } from '../../../geodata/hours/clock.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { standsOn } from '../../../geodata/model/entry.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { wallNumberCodes, type WallNumberCode } from '../../../geodata/model/wall.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { tell, type PageHeaders } from '../../tools/accounts.ts'
import { buildCity } from '../../tools/build-city.ts'
import { servedCity } from '../../tools/served-city.ts'
import { planted } from '../../seeds/planted.ts'

/** The wall of the demo's district, each of its numbers counted again through other exchanges or straight from the records. */
const { identity, records, all, box } = planted()
const { app, logIn } = await servedCity({ identity: { ...identity, demo: false }, records })
const planner = await logIn('planner'), leader = await logIn('leader')

type Wall = AnswerOf<typeof exchanges.wall>
const get = async (path: string, headers: PageHeaders = planner): Promise<unknown> => {
  const told = await tell(app, 'GET', `/api/v1/${path}`, headers)
  if (told.status !== 200) throw new Error(`${path}: ${told.message}`)
  return told.body
}
const wallOf = async (query: string, headers: PageHeaders = planner): Promise<Wall> => z.parse(exchanges.wall.answer.schema, await get(`wall?${query}`, headers))
const numberOf = ({ numbers }: Pick<Wall, 'numbers'>, code: WallNumberCode): WallNumber => {
  const found = numbers.find((number) => number.code === code)
  if (!found) throw new Error(`no number ${code}`)
  return found
}
const factOf = (number: WallNumber, code: string) => { const { value = null, of = null } = number.facts.find((fact) => fact.code === code) ?? {}; return { value, of } }
const figure = ({ value, of }: { value: number | null; of: number | null }) => ({ value, of })
const district = '990101'
const codesAt = (level: string): string[] => all('area').filter((area) => area.level === level).map(({ code }) => code).toSorted()
const communities = codesAt('community'), grids = codesAt('grid'), streets = codesAt('street')
const residents = new Map(all('building').map((building) => [building.id, building.residents]))
const everybody = [...residents.values()].reduce((sum, one) => sum + (one?.all ?? 0), 0)
const k = 10

/** Residents of all buildings that a question leaves out, by building. */
async function leftOut(query: string): Promise<Map<string, number>> {
  const left = new Map<string, number>()
  for (let next: string | null = ''; next !== null;) {
    const page: AnswerOf<typeof exchanges.gaps> = z.parse(exchanges.gaps.answer.schema, await get(`coverage/gaps?area=${district}&minutes=10&limit=1000&${query}${next === '' ? '' : `&cursor=${next}`}`))
    for (const { building } of page.rows) left.set(building.id, residents.get(building.id)?.all ?? 0)
    next = page.next
  }
  return left
}
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

describe('each number of the district is what other exchanges count', () => {
  test('meals, of those over 60, and buildings left out with their residents', async () => {
    const wall = await wallOf(`area=${district}`)
    const coverage = z.parse(exchanges.coverage.answer.schema, await get(`coverage?category=canteen&minutes=10&group=60plus&area=${district}`))
    expect(figure(numberOf(wall, 'meals'))).toEqual({ value: coverage.residents.covered, of: coverage.residents.total })
    expect(figure(numberOf(wall, 'leftOut'))).toEqual({ value: coverage.buildings.total - coverage.buildings.covered, of: coverage.buildings.total })
    const without = await leftOut('category=canteen&group=60plus')
    expect(factOf(numberOf(wall, 'leftOut'), 'persons')).toEqual({ value: sum(without.values()), of: everybody })
    expect(without.size).toBe(numberOf(wall, 'leftOut').value)
  })

  test('somewhere to go at 18:30 of the next workday: a room or a square', async () => {
    const wall = await wallOf(`area=${district}`), calendar = calendarOf(catalogue.holidays)
    let day = addDays(wall.day, 1)
    while (!['workday', 'makeup'].includes(dayOf(calendar, day).type)) day = addDays(day, 1)
    const at = encodeURIComponent(`${day}T18:30:00+08:00`)
    const [rooms, squares] = [await leftOut(`category=activityRoom&group=all&at=${at}`), await leftOut(`category=square&group=all&at=${at}`)]
    const nowhere = [...rooms].flatMap(([id, persons]) => (squares.has(id) ? [persons] : []))
    expect(figure(numberOf(wall, 'evening'))).toEqual({ value: everybody - sum(nowhere), of: everybody })
    expect(nowhere.length).toBeGreaterThan(0)
  })

  test('communities with all seven rooms', async () => {
    const { items, rows } = z.parse(exchanges.completeness.answer.schema, await get(`completeness?level=community&area=${district}`))
    const seven = items.flatMap(({ code }, at) => (['station', 'garden', 'square'].includes(code) ? [] : [at]))
    expect(seven.length).toBe(7)
    const complete = rows.filter(({ cells }) => seven.every((at) => cells[at].standing === 'built' || cells[at].standing === 'shared'))
    expect(figure(numberOf(await wallOf(`area=${district}`), 'rooms'))).toEqual({ value: complete.length, of: rows.length })
  })

  test('units that opened something, of those that own something', async () => {
    const owners = new Set(all('facility').flatMap(({ unit }) => unit ?? []))
    const openers = new Set(all('facility').flatMap(({ unit, admission }) => (unit !== null && admission.audience !== 'staff' && admission.audience !== 'members' ? [unit] : [])))
    const { headlines } = z.parse(exchanges.register.answer.schema, await get('registers/units?limit=1'))
    const opened = numberOf(await wallOf(''), 'opened')
    expect(figure(opened)).toEqual({ value: openers.size, of: owners.size })
    expect(opened.value).toBe(headlines.find(({ code }) => code === 'opening')?.value)
    expect(factOf(opened, 'sites').value).toBe(headlines.find(({ code }) => code === 'openSites')?.value)
  })

  test('enterprises with an organisation, with work, and due without one; social organisations for themselves', async () => {
    const { kinds } = z.parse(exchanges.organisationCoverage.answer.schema, await get(`organisations/coverage?area=${district}`))
    const [enterprises, societies] = (['enterprise', 'socialOrganisation'] as const).map((kind) => kinds.find((one) => one.kind === kind)?.all)
    if (!enterprises || !societies) throw new Error('no organisations')
    const twoNew = numberOf(await wallOf(`area=${district}`), 'twoNew')
    expect(figure(twoNew)).toEqual({ value: enterprises.organised.covered, of: enterprises.operating })
    expect(factOf(twoNew, 'work')).toEqual({ value: enterprises.work.covered, of: enterprises.operating })
    expect(factOf(twoNew, 'due')).toEqual({ value: enterprises.due.total - enterprises.due.covered, of: enterprises.due.total })
    expect(factOf(twoNew, 'social')).toEqual({ value: societies.organised.covered, of: societies.operating })
  })

  test('seats vacant for over ninety days, and requests by how they ended', async () => {
    const wall = await wallOf(`area=${district}`)
    const headline = async (register: string, code: string) => {
      const { headlines } = z.parse(exchanges.register.answer.schema, await get(`registers/${register}?area=${district}&limit=1`))
      const { value = null, of = null } = headlines.find((one) => one.code === code) ?? {}
      return { value, of }
    }
    const vacant = await headline('vacancies', 'vacant'), long = await headline('vacancies', 'vacantLong')
    expect(figure(numberOf(wall, 'vacant'))).toEqual({ value: long.value, of: vacant.of })
    expect(factOf(numberOf(wall, 'vacant'), 'vacantNow')).toEqual(vacant)
    const { value, of } = await headline('requests', 'resolved')
    const requests = numberOf(wall, 'requests')
    expect([(requests.value ?? 0) / (requests.of ?? 1), requests.of]).toEqual([value, of])
    expect(factOf(requests, 'satisfied').of).toBe(requests.value)
  })

  test('each has its trend, its target and its date, and says what it counts in both languages', async () => {
    const [zh, en] = [await wallOf(`area=${district}`), z.parse(exchanges.wall.answer.schema, (await tell(app, 'GET', `/api/v1/wall?area=${district}`, { ...planner, 'accept-language': 'en' })).body)]
    expect(zh.numbers.map(({ code }) => code)).toEqual([...wallNumberCodes])
    for (const [at, number] of zh.numbers.entries()) {
      for (const part of ['question', 'rule', 'formula', 'denominator', 'unit'] as const) expect([number[part], en.numbers[at][part]].map((words) => /[{}—]/.test(words) || words === '')).toEqual([false, false])
      expect(en.numbers[at].question).not.toMatch(/[一-鿿]/)
      expect([number.months.length, number.months.at(-1)?.month, number.fresh.state === 'unknown', number.target?.confirmed]).toEqual([12, zh.day.slice(0, 7), false, false])
    }
  })
})

describe('months', () => {
  test('move the reach of meals and evenings as sites opened, with the residents of today', async () => {
    const { months } = await wallOf('')
    for (const month of [months.from, '2025-06', '2026-01', '2026-05'].filter((one) => one >= months.from)) {
      const { day, numbers } = await wallOf(`area=${district}&month=${month}`)
      const city = buildCity(catalogue, box, records.filter((row) => row.kind !== 'facility' || standsOn(row.record, day)))
      const { summary } = answerCoverage(city, emptyOverlay, fillQuestion(catalogue, { category: 'canteen', area: district, limit: { minutes: 10 } }))
      expect([month, figure(numberOf({ numbers }, 'meals'))]).toEqual([month, { value: summary.residentsCovered, of: summary.residentsTotal }])
    }
    const trend = numberOf(await wallOf(`area=${district}&month=2026-06`), 'meals').months.map(({ value }) => value ?? 0)
    expect(trend).toEqual(trend.toSorted((a, b) => a - b))
    expect(new Set(trend).size).toBeGreaterThan(3)
  })

  test('a trend holds what each of its months answers by itself', async () => {
    const wall = await wallOf(`area=${streets[0]}&month=2026-04`)
    for (const month of ['2025-08', '2026-01', '2026-04']) {
      const then = await wallOf(`area=${streets[0]}&month=${month}`)
      for (const number of wall.numbers) expect([number.code, month, number.months.find((one) => one.month === month)]).toEqual([number.code, month, { month, ...figure(numberOf(then, number.code)) }])
    }
  })
})

describe('a choice of several areas', () => {
  const additive = ({ numbers, strip }: Wall) => ({ strip, numbers: numbers.map(({ code, value, of, untold, facts, months }) => ({ code, value, of, untold, facts: facts.map((fact) => ({ code: fact.code, ...figure(fact) })).toSorted((a, b) => (a.code < b.code ? -1 : 1)), months: months.map(figure) })) })
  const added = (values: readonly (number | null)[]): number | null => (values.every((value) => value === null) ? null : sum(values.map((value) => value ?? 0)))
  const addedFigures = (figures: readonly { value: number | null; of: number | null }[]) => ({ value: added(figures.map(({ value }) => value)), of: added(figures.map(({ of }) => of)) })

  test.each([['planner', 'communities'], ['leader', 'communities'], ['leader', 'grids']] as const)('is told to a %s as the sum of single %s', async (who, level) => {
    const random = seededRandom(level.length + who.length), headers = who === 'planner' ? planner : leader, from = level === 'grids' ? grids : communities
    for (let round = 0; round < 4; round++) {
      const chosen = from.filter(() => random() < 3 / from.length + 0.1).slice(0, 9)
      if (chosen.length === 0) continue
      const together = additive(await wallOf(`only=${chosen.join()}`, headers))
      const parts = []
      for (const code of chosen) parts.push(additive(await wallOf(`area=${code}`, headers)))
      for (const name of ['communities', 'grids', 'buildings', 'units', 'sites', 'residents'] as const) expect([name, together.strip[name]]).toEqual([name, added(parts.map(({ strip }) => strip[name]))])
      for (const [at, number] of together.numbers.entries()) {
        const own = parts.map(({ numbers }) => numbers[at])
        expect([number.code, figure(number), number.untold]).toEqual([number.code, addedFigures(own), sum(own.map(({ untold }) => untold))])
        expect(number.months).toEqual(number.months.map((_, month) => addedFigures(own.map(({ months }) => months[month]))))
        for (const fact of number.facts) expect([number.code, fact.code, figure(fact)]).toEqual([number.code, fact.code, addedFigures(own.flatMap(({ facts }) => facts.filter(({ code }) => code === fact.code)))])
      }
    }
  })

  test('all communities together are the district, to a planner in all and to a leader in all that is not of persons', async () => {
    for (const headers of [planner, leader]) {
      const [whole, parts] = [await wallOf(`area=${district}`, headers), await wallOf(`area=${district}&only=${communities.join()}`, headers)]
      expect([parts.area?.code, parts.only.length, parts.children.map(({ code }) => code)]).toEqual([district, communities.length, communities])
      for (const code of headers === planner ? (['meals', 'evening', 'leftOut', 'rooms', 'opened', 'twoNew'] as const) : (['leftOut', 'rooms', 'opened', 'twoNew'] as const)) {
        expect([code, figure(numberOf(parts, code))]).toEqual([code, figure(numberOf(whole, code))])
      }
      // Committees of streets have seats in no community.
      const ownOfStreets = all('entry').filter(({ sheet, area }) => sheet === 'committee' && streets.includes(area ?? '')).map(({ id }) => id)
      const seats = all('entry').filter(({ sheet, fields }) => sheet === 'seat' && ownOfStreets.includes(String(fields['committee']))).length
      expect([numberOf(parts, 'vacant').value, (numberOf(parts, 'vacant').of ?? 0) + seats]).toEqual([numberOf(whole, 'vacant').value, numberOf(whole, 'vacant').of])
      expect(parts.strip).toMatchObject({ communities: communities.length, grids: grids.length, buildings: whole.strip.buildings })
    }
  })

  test('of one area it is that area', async () => {
    const [one, same] = [await wallOf(`area=${communities[3]}`, leader), await wallOf(`only=${communities[3]}`, leader)]
    expect(additive(same)).toEqual(additive(one))
    expect(same.boards).toEqual(one.boards)
  })
})

describe('areas', () => {
  test('children hold their own figures, and registers say nothing below communities', async () => {
    const street = await wallOf(`area=${streets[1]}`, leader)
    expect(street.children.map(({ code }) => code)).toEqual(communities.filter((code) => code.startsWith(streets[1])))
    for (const child of street.children.slice(0, 3)) {
      const own = await wallOf(`area=${child.code}`, leader)
      for (const number of own.numbers) expect([number.code, child.numbers[number.code]]).toEqual([number.code, figure(number)])
      expect([child.residents, child.box === null, child.label === null]).toEqual([own.strip.residents, false, false])
    }
    const grid = await wallOf(`area=${grids[5]}`, leader)
    expect(grid.numbers.map(({ code, why }) => [code, why])).toEqual(wallNumberCodes.map((code) => [code, ['rooms', 'opened', 'twoNew', 'vacant', 'requests'].includes(code) ? 'level' : null]))
    expect([grid.children, grid.area?.chain.map(({ level }) => level)]).toEqual([[], ['city', 'district', 'street', 'community']])
    const city = await wallOf('', leader)
    expect([city.area, city.children.map(({ level }) => level)]).toEqual([null, ['city']])
  })

  test.each([
    ['area=42', 404, 'unknownArea', '没有编码为“42”的区域'], [`area=${codesAt('estate')[0]}`, 400, 'badParameter', '市、区、街道、社区或网格的编码'],
    [`only=${communities[0]},${grids[0]}`, 400, 'badParameter', '同为社区或同为网格的编码'], [`only=${streets.join()}`, 400, 'badParameter', '同为社区或同为网格的编码'], [`only=${communities[0]},`, 404, 'unknownArea', '没有编码为“”的区域'],
    [`area=${streets[0]}&only=${communities.at(-1)}`, 400, 'badParameter', '之内的区域'], ['month=2019-01', 400, 'badParameter', '的月份'], ['month=2099-12', 400, 'badParameter', '的月份'], ['month=2026-13', 400, 'badParameter', '月'],
  ])('%s is refused with a sentence', async (query, status, code, words) => {
    const told = await tell(app, 'GET', `/api/v1/wall?${query}`, leader)
    expect([told.status, told.code]).toEqual([status, code])
    expect(told.message).toContain(words)
  })
})

describe('buildings on the wall', () => {
  const bytes = async (path: string, headers: PageHeaders): Promise<{ states: number[]; names: string[] }> => {
    const response = await app.request(`/api/v1/${path}`, { headers })
    return { states: [...new Uint8Array(await response.arrayBuffer())], names: [...response.headers.keys()].filter((name) => name.startsWith('x-linli')) }
  }

  test('have the state that planners see, and nothing of residents', async () => {
    const [own, plan] = [await bytes('wall/states?lens=meals', leader), await bytes('coverage/states?category=canteen&minutes=10', planner)]
    expect(own.states).toEqual(plan.states)
    expect([own.names.toSorted(), plan.names.includes('x-linli-residents')]).toEqual([['x-linli-buildings', 'x-linli-day', 'x-linli-version'], true])
    expect((await bytes('wall/states?lens=meals', planner)).states).toEqual(own.states)
    expect((await bytes('wall/states?lens=leftOut', leader)).states).toEqual(own.states)
    const { months } = await wallOf('', leader)
    expect((await bytes(`wall/states?lens=meals&month=${months.from}`, leader)).states.filter((state) => state === 0).length).toBeLessThan(own.states.filter((state) => state === 0).length)
  })

  test('are counted as the numbers count them', async () => {
    const wall = await wallOf('', leader)
    const { states } = await bytes('wall/states?lens=leftOut', leader)
    expect(states.filter((state) => state >= 1 && state <= 4).length).toBe(numberOf(wall, 'leftOut').value)
    const evening = await bytes('wall/states?lens=evening', leader)
    for (const index of [0, 57, 400, states.length - 1]) {
      for (const [lens, byte] of [['meals', states[index]], ['evening', evening.states[index]]] as const) {
        const told = z.parse(exchanges.wallBuilding.answer.schema, await get(`wall/buildings/${index}?lens=${lens}`, leader))
        expect([index, lens, told.state]).toEqual([index, lens, ['covered', 'marginal', 'full', 'uncovered', 'cut', 'nodata', 'other'][byte]])
        expect(JSON.stringify(told)).not.toMatch(/residents|over60|households/)
      }
    }
  })
})

test('a leader who asks for all pairs of grids learns no cell of one to nine', { timeout: 60_000 }, async () => {
  const cells = ({ numbers, strip }: Wall): (number | null)[] => {
    const [meals, evening, left] = (['meals', 'evening', 'leftOut'] as const).map((code) => numberOf({ numbers }, code))
    const persons = factOf(left, 'persons'), rest = (one: { value: number | null; of: number | null }): number | null => (one.value === null || one.of === null ? null : one.of - one.value)
    return [meals.value, meals.of, rest(meals), evening.value, evening.of, rest(evening), persons.value, rest(persons), strip.residents, ...meals.months.flatMap((month) => [month.value, rest(month)]), ...evening.months.flatMap((month) => [month.value, rest(month)])]
  }
  const single = new Map<string, (number | null)[]>()
  for (const code of grids) single.set(code, cells(await wallOf(`area=${code}`, leader)))
  const isSmall = (count: number): boolean => count !== 0 && Math.abs(count) < k
  // A pair is the sum of what is told of each, so that a pair less one of them is the other as it is told; the same for all pairs, put together here and asked of some.
  for (const [code, told] of single) {
    expect([code, told.filter((count) => count !== null && isSmall(count))]).toEqual([code, []])
    // One month against another: what opened between them.
    for (const start of [9, 9 + 24]) for (let at = start + 2; at < start + 24; at += 2) expect([code, at, isSmall((told[at] ?? 0) - (told[at - 2] ?? 0))]).toEqual([code, at, false])
  }
  const random = seededRandom(8)
  for (let round = 0; round < 12; round++) {
    const [a, b] = [grids[Math.floor(random() * grids.length)], grids[Math.floor(random() * grids.length)]]
    if (a === b) continue
    const [one, other] = [single.get(a) ?? [], single.get(b) ?? []]
    expect([a, b, cells(await wallOf(`only=${a},${b}`, leader)).slice(0, 8).filter((_, at) => at % 3 !== 2 && at < 6)]).toEqual([a, b, one.slice(0, 8).map((value, at) => (value === null && other[at] === null ? null : (value ?? 0) + (other[at] ?? 0))).filter((_, at) => at % 3 !== 2 && at < 6)])
  }
  // A community less its grids that are told: what is left is nobody, or enough.
  const withheld = [...single].filter(([, told]) => told[1] === null).length
  expect(withheld).toBeGreaterThan(0)
  for (const community of communities) {
    const whole = cells(await wallOf(`area=${community}`, leader)), parts = grids.filter((code) => code.startsWith(community)).map((code) => single.get(code) ?? [])
    for (const [at, count] of whole.slice(0, 9).entries()) if (count !== null) expect([community, at, isSmall(count - sum(parts.map((told) => told[at] ?? 0)))]).toEqual([community, at, false])
  }
})
