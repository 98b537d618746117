import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { wallBoardCodes, wallNumberCodes, type WallBoardCode, type WallSubject } from '../../../geodata/model/wall.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { builtCity, planted } from '../../seeds/planted.ts'
import { tell, type PageHeaders } from '../../tools/accounts.ts'
import { servedCity } from '../../tools/served-city.ts'

/** The twelve boards and what lies behind them, on the demo as leaders are told it, against other exchanges. */
const { identity, records, stories, all } = planted()
const { app, logIn } = await servedCity({ identity: { ...identity, demo: false }, records })
const leader = await logIn('leader'), planner = await logIn('planner')

type Wall = AnswerOf<typeof exchanges.wall>
type Board = Wall['boards'][number]
type Records = AnswerOf<typeof exchanges.wallRecords>
type Registers = AnswerOf<typeof exchanges.register>

const get = async (path: string, headers: PageHeaders = leader) => tell(app, 'GET', `/api/v1/${path}`, headers)
const wallOf = async (query = '', headers: PageHeaders = leader): Promise<Wall> => z.parse(exchanges.wall.answer.schema, (await get(`wall?${query}`, headers)).body)
const register = async (code: string, query = ''): Promise<Registers> => z.parse(exchanges.register.answer.schema, (await get(`registers/${code}?limit=1000&${query}`)).body)
const inArea = (area: string | null): string => (area === null ? '' : `area=${area}`)

/** All pages of the records behind a subject. */
async function recordsOf(subject: WallSubject, query = ''): Promise<Records> {
  let answer: Records | null = null
  for (let cursor = ''; answer === null || answer.next !== null; cursor = `&cursor=${answer.next}`) {
    const page = z.parse(exchanges.wallRecords.answer.schema, (await get(`wall/records?subject=${subject}&limit=400&${query}${cursor}`)).body)
    answer = answer === null ? page : { ...page, rows: [...answer.rows, ...page.rows] }
  }
  return answer
}

const communities = all('area').filter(({ level }) => level === 'community').map(({ code }) => code).toSorted()
const [street] = all('area').filter(({ level }) => level === 'street').map(({ code }) => code).toSorted()
const [community] = communities
const grid = all('area').find(({ level, parent }) => level === 'grid' && parent === community)?.code ?? ''
const places = [null, street, community]

const boards = new Map(await Promise.all([...places, grid].map(async (area) => [area, await wallOf(inArea(area))] as const)))
const kinds = { bars: 1, pairs: 1, list: 1 }
type Listed = Extract<Board, { kind: keyof typeof kinds }>
const find = (code: WallBoardCode, area: string | null = null): Board => {
  const board = boards.get(area)?.boards.find((one) => one.code === code)
  if (!board) throw new Error(`no board ${code}`)
  return board
}
function listed(code: WallBoardCode, area: string | null = null): Listed {
  const board = find(code, area)
  if (board.kind === 'halfHours' || board.kind === 'matrix') throw new Error(`${code} is no list`)
  return board
}
const sum = <T>(rows: readonly T[], of: (row: T) => number | null | undefined): number => rows.reduce((total, row) => total + (of(row) ?? 0), 0)
const total = (code: WallBoardCode, area: string | null = null): number => sum(listed(code, area).rows, ({ value }) => value)
const headline = (answer: Registers, code: string): number | null | undefined => answer.headlines.find((one) => one.code === code)?.value
const column = (answer: Registers, code: string): number => answer.columns.findIndex((one) => one.code === code)

describe.each([['the city', null], ['a street', street], ['a community', community]])('the boards of %s', (_, area) => {
  test('count as buildings without meals what coverage leaves uncovered, and give the planner\'s reasons', async () => {
    const { buildings, residents } = z.parse(exchanges.coverage.answer.schema, (await get(`coverage?category=canteen&minutes=10&${inArea(area)}`)).body)
    const board = listed('noMeals', area)
    expect(total('noMeals', area)).toBe(buildings.total - buildings.covered)
    expect(sum(board.rows, ({ second }) => second?.value)).toBe((residents.total ?? 0) - (residents.covered ?? 0))
    const gaps = z.parse(exchanges.gaps.answer.schema, (await get(`coverage/gaps?category=canteen&minutes=10&limit=1000&${inArea(area)}`, planner)).body)
    for (const { id, value, of } of board.rows) expect([id, value, of]).toEqual([id, gaps.rows.filter(({ reason }) => reason === id).length, buildings.total])
    expect(board.answer).toContain(String(total('noMeals', area)))
  })

  test('show at each half hour those whom the clock has in reach', async () => {
    const board = find('hours', area)
    if (board.kind !== 'halfHours') throw new Error('no half hours')
    const clock = z.parse(exchanges.clock.answer.schema, (await get(`coverage/clock?category=canteen&minutes=10&week=${board.day}&${inArea(area)}`)).body)
    const day = clock.days.find((one) => one.day === board.day)
    expect(board.covered).toEqual(day?.covered)
    expect(board.total).toBe(clock.residents.total)
    board.open.forEach((open, h) => expect(open).toBeLessThanOrEqual(day?.open[h] ?? 0))
    expect(board.covered.map((_, h) => (board.areas ?? []).some(({ halves }) => halves[h] === '1'))).toEqual(board.covered.map((count) => (count ?? 0) > 0))
    expect(new Set(board.areas?.map(({ halves }) => halves.length))).toEqual(new Set([48]))
  })

  test('light areas one goes down through, and never an estate beside them', () => {
    const known = new Set(all('area').filter(({ level }) => ['street', 'community', 'grid'].includes(level)).map(({ code }) => code))
    const lit = boards.get(area)?.boards.flatMap((board) => (board.kind === 'matrix' ? [] : board.kind === 'halfHours' ? (board.areas ?? []).map(({ code }) => code) : board.rows.flatMap(({ areas }) => areas))) ?? []
    expect(lit.length).toBeGreaterThan(0)
    expect(lit.filter((code) => !known.has(code))).toEqual([])
    expect(listed('unmanaged', area).rows.every(({ areas }) => areas.length === 1)).toBe(true)
  })

  test('have the matrix of completeness', async () => {
    const board = find('missingRoom', area)
    if (board.kind !== 'matrix') throw new Error('no matrix')
    const { rows, items } = z.parse(exchanges.completeness.answer.schema, (await get(`completeness?${inArea(area)}`)).body)
    expect(board.columns.map(({ code }) => code)).toEqual(items.map(({ code }) => code))
    expect(Object.fromEntries(board.rows.map(({ code, cells }) => [code, cells]))).toEqual(Object.fromEntries(rows.map(({ code, cells }) => [code, cells.map(({ standing }) => standing)])))
  })

  test('pair organisation and work of each carrier as the coverage of organisations does', async () => {
    const { carriers } = z.parse(exchanges.organisationCoverage.answer.schema, (await get(`organisations/coverage?${inArea(area)}`)).body)
    const own = new Map(carriers.map(({ id, enterprises }) => [id, enterprises])), board = listed('emptyCarriers', area)
    expect(board.total).toBe(carriers.filter(({ enterprises }) => enterprises.operating > 0).length)
    for (const { id, value, of, second } of board.rows) expect([value, of, second?.value]).toEqual([own.get(id)?.organised.covered, own.get(id)?.operating, own.get(id)?.work.covered])
    const shares = board.rows.map(({ value, of }) => (value ?? 0) / (of ?? 1))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  test('list what the registers list: vacant seats, reports, estates, needs and tasks', async () => {
    const vacant = await register('vacancies', inArea(area)), reports = await register('doubleCheckin', inArea(area)), estates = await register('selfGovernance', inArea(area)), lists = await register('listMatching', inArea(area))
    expect(listed('fillSeats', area).total).toBe(vacant.total)
    expect(listed('fillSeats', area).rows.map(({ id, value }) => [id, value])).toEqual(vacant.rows.slice(0, 12).map(({ id, cells }) => [id, cells[column(vacant, 'vacantDays')]]))
    const told = new Map(reports.rows.map(({ id, cells }) => [id, cells[column(reports, 'reported')]])), few = listed('fewReported', area)
    expect(few.total).toBe(reports.rows.length)
    for (const { id, value } of few.rows) expect([id, value]).toEqual([id, told.get(id)])
    expect(few.untold).toBe([...told.values()].filter((value) => value === null).length)
    expect(listed('unmanaged', area).total).toBe(estates.rows.length)
    expect((await recordsOf('unmanaged', inArea(area))).total).toBe(headline(estates, 'unmanaged'))
    expect(listed('unclaimed', area).total).toBe((lists.headlines.find(({ code }) => code === 'need')?.of ?? 0) - (headline(lists, 'need') ?? 0))
    const tasks = z.parse(exchanges.tasks.answer.schema, (await get(`tasks?${inArea(area)}`)).body)
    expect(area === community && listed('closedTasks', area).why === 'none' ? 0 : total('closedTasks', area)).toBe(tasks.summary.doneThisYear)
  })

  test('add up to the requests of the register', async () => {
    const requests = await register('requests', inArea(area)), places = await recordsOf('requestPlaces', inArea(area))
    expect(places.figure.value).toBe(headline(requests, 'requests'))
    expect(sum(places.rows, ({ cells }) => Number(cells[2]))).toBe(places.figure.value)
  })

  test('are the sum of their communities', async () => {
    const inside = communities.filter((code) => area === null || code.startsWith(area))
    for (const subject of [...wallNumberCodes, ...wallBoardCodes].filter((code) => code !== 'bestOpening')) {
      const whole = (await recordsOf(subject, inArea(area))).figure, parts = await Promise.all(inside.map(async (code) => (await recordsOf(subject, `area=${code}`)).figure))
      // Committees of streets have seats too, which are no community's.
      if (subject === 'vacant' || subject === 'fillSeats') expect([subject, sum(parts, ({ value }) => value)]).toEqual([subject, whole.value])
      else if (parts.every(({ why }) => why === null)) expect([subject, sum(parts, ({ value }) => value), sum(parts, ({ of }) => of)]).toEqual([subject, whole.value, whole.of ?? 0])
      else expect(sum(parts, ({ value }) => value), subject).toBeLessThanOrEqual(whole.value ?? 0)
    }
  })
})

describe('the stories of the demo', () => {
  test('opening the institute\'s canteen gains what the kernel gains with an overlay', async () => {
    const city = builtCity(), question = fillQuestion(catalogue, { category: 'canteen', group: '60plus', limit: { minutes: 10 } })
    const everyone = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] } as const
    const [before, after] = [emptyOverlay, { ...emptyOverlay, admissions: [{ facility: stories.wall.canteen, admission: everyone }] }].map((overlay) => answerStates(city, overlay, question))
    const gained = Array.from(after, (state, i) => (state === 0 && before[i] !== 0 ? i : -1)).filter((i) => i >= 0)
    const exact = await recordsOfPlanner('bestOpening')
    const row = exact.rows.find(({ id }) => id === stories.wall.canteen)
    expect(row?.cells.slice(0, 2)).toEqual([sum(gained, (i) => city.buildings.residents.all[i]), sum(gained, (i) => city.buildings.residents['60plus'][i])])
    expect(Number(row?.cells[0])).toBeGreaterThan(0.9 * stories.wall.figures.opening.all)
  })

  test('of the seven rooms of the complete community two are open after 17:00', async () => {
    if (stories.evening === null) throw new Error('no story')
    const [row] = listedIn(await wallOf(`area=${stories.evening.community}`), 'shutRooms').rows
    expect([row.value, row.of]).toEqual([stories.evening.rooms.length - stories.evening.open.length, stories.evening.rooms.length])
    const shut = await recordsOf('shutRooms', `area=${stories.evening.community}`)
    expect(shut.lights.places.map(({ id }) => id).toSorted()).toEqual(shut.rows.map(({ id }) => id).toSorted())
  })
})

const recordsOfPlanner = async (subject: WallSubject): Promise<Records> => z.parse(exchanges.wallRecords.answer.schema, (await get(`wall/records?subject=${subject}&limit=1000`, planner)).body)
function listedIn({ boards: all }: Wall, code: WallBoardCode): Listed {
  const board = all.find((one) => one.code === code)
  if (!board || board.kind === 'halfHours' || board.kind === 'matrix') throw new Error(`no list ${code}`)
  return board
}

/** Subjects of which each row is one of what is counted; of the others a cell of each row is added up. */
const things: readonly WallSubject[] = ['leftOut', 'rooms', 'opened', 'vacant', 'noMeals', 'hours', 'bestOpening', 'missingRoom', 'shutRooms', 'fillSeats', 'unmanaged', 'unclaimed', 'closedTasks']
const summed: Readonly<Partial<Record<WallSubject, number>>> = { meals: 0, evening: 0, twoNew: 0, requests: 0, emptyCarriers: 0, fewReported: 0, requestPlaces: 2 }

describe('the drawer', () => {
  test.each([...wallNumberCodes, ...wallBoardCodes])('counts for %s in its rows what the figure says, for the city, a street, a community and a grid', async (subject) => {
    for (const area of [...places, grid]) {
      const { rows, figure, total: count, lights } = await recordsOf(subject, inArea(area))
      expect(rows.length).toBe(count)
      const cell = summed[subject]
      expect([area, things.includes(subject) ? rows.length : sum(rows, ({ cells }) => Number(cells[cell ?? 0]))]).toEqual([area, figure.value ?? 0])
      const number = boards.get(area)?.numbers.find(({ code }) => code === subject)
      if (number) expect([figure.value, figure.of, figure.why, figure.untold]).toEqual([number.value, number.of, number.why, number.untold])
      const ids = new Set(rows.map(({ id }) => id))
      expect(ids.size).toBe(rows.length)
      for (const place of lights.places) expect(ids.has(place.id)).toBe(true)
      for (const code of lights.areas) expect(rows.some((row) => row.area === code || row.id === code), `${subject} ${code}`).toBe(true)
    }
  })

  test('shows of buildings state and reason, and no resident', async () => {
    const { rows, columns, lights } = await recordsOf('leftOut', inArea(community))
    expect(columns).toEqual(['状态', '原因'])
    for (const { cells } of rows) for (const cell of cells) expect(typeof cell).toBe('string')
    expect(lights.states).not.toContain('covered')
  })

  test('lights exactly the homes it lists or counts: no home beyond the asked areas, whatever its state', async () => {
    const lit = ({ lights: { buildings = '' } }: Records): Set<number> => { const bits = Buffer.from(buildings, 'base64'); return new Set(Array.from({ length: bits.length * 8 }, (_, i) => i).filter((i) => (bits[i >> 3] >> (i & 7)) & 1)) }
    const nameOf = async (index: number): Promise<string> => ((await get(`wall/buildings/${index}?lens=leftOut`)).body as { name: string }).name
    for (const question of [inArea(community), inArea(grid), `only=${communities.slice(0, 2).join(',')}`]) {
      for (const subject of ['leftOut', 'noMeals'] as const) {
        const found = await recordsOf(subject, question), homes = lit(found)
        expect([subject, question, homes.size]).toEqual([subject, question, found.rows.length])
        expect((await Promise.all([...homes].map(nameOf))).toSorted()).toEqual(found.rows.map(({ name }) => name).toSorted())
      }
    }
    for (const subject of ['meals', 'evening'] as const) {
      const [whole, ...parts] = await Promise.all([`only=${communities.slice(0, 3).join(',')}`, ...communities.slice(0, 3).map(inArea)].map(async (question) => lit(await recordsOf(subject, question))))
      expect([...whole].toSorted((a, b) => a - b)).toEqual(parts.flatMap((part) => [...part]).toSorted((a, b) => a - b))
      expect(whole.size).toBeGreaterThan(0)
    }
  })

  test('of several areas counts what is counted of each, whichever they are', async () => {
    const singles = new Map<string, Records>()
    const single = async (subject: WallSubject, code: string): Promise<Records> => {
      const known = singles.get(subject + code) ?? (await recordsOf(subject, `area=${code}`))
      singles.set(subject + code, known)
      return known
    }
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...communities), { minLength: 2, maxLength: 5 }), fc.constantFrom<WallSubject>(...wallNumberCodes, ...wallBoardCodes), async (chosen, subject) => {
      const together = await recordsOf(subject, `only=${chosen.join(',')}`), parts = await Promise.all(chosen.map((code) => single(subject, code)))
      if (subject === 'bestOpening') expect(together.rows.map(({ id }) => id).toSorted()).toEqual([...new Set(parts.flatMap(({ rows }) => rows.map(({ id }) => id)))].toSorted())
      else expect([subject, sum([together.figure], ({ value }) => value)]).toEqual([subject, sum(parts, ({ figure }) => figure.value)])
      const wall = await wallOf(`only=${chosen.join(',')}`), board = wall.boards.find(({ code }) => code === subject)
      if (board?.kind === 'matrix') expect(board.rows.map(({ code }) => code).toSorted()).toEqual(chosen.toSorted())
      if (board?.kind === 'halfHours') expect(board.total).toBe(sum(await Promise.all(chosen.map(async (code) => (await wallOf(`area=${code}`)).boards.find(({ kind }) => kind === 'halfHours'))), (one) => (one?.kind === 'halfHours' ? one.total : null)))
    }), { seed: 6, numRuns: 30 })
  })

  test('stays within the month it is asked for', async () => {
    const { months } = await wallOf()
    const { figure } = await recordsOf('leftOut', `month=${months.from}`), then = (await wallOf(`month=${months.from}`)).numbers.find(({ code }) => code === 'leftOut')
    expect([figure.value, figure.of]).toEqual([then?.value, then?.of])
    expect((await recordsOf('noMeals', `month=${months.from}`)).total).toBe(figure.value)
  })
})

describe('persons', () => {
  const k = 10, grids = all('area').filter(({ level, parent }) => level === 'grid' && parent !== null && communities.slice(0, 4).includes(parent)).map(({ code }) => code)

  test('are told to leaders as none or as k and more, on every board of every community and of grids', async () => {
    let told = 0
    for (const code of [...communities, ...grids]) {
      const persons = (await wallOf(`area=${code}`)).boards.flatMap((board): (number | null)[] => {
        if (board.kind === 'halfHours') return [board.total, ...board.covered]
        if (board.kind === 'matrix') return []
        if (board.code === 'noMeals') return board.rows.flatMap(({ second }) => [second?.value ?? null, second?.of ?? null])
        if (board.code === 'bestOpening') return board.rows.flatMap(({ value, second }) => [value, second?.value ?? null])
        return board.code === 'fewReported' ? board.rows.map(({ value }) => value) : []
      })
      for (const count of persons) if (count !== null && count > 0) { told++; expect(count, code).toBeGreaterThanOrEqual(k) }
    }
    expect(told).toBeGreaterThan(500)
  })

  test('of a gain between two areas are what is told of each', async () => {
    const rows = async (query: string) => (await recordsOf('bestOpening', query)).rows
    const [one, other] = [communities[0], communities[1]], both = await rows(`only=${one},${other}`), parts = [...(await rows(`area=${one}`)), ...(await rows(`area=${other}`))]
    for (const { id, cells } of both) expect([id, cells[0]]).toEqual([id, sum(parts.filter((part) => part.id === id), (part) => Number(part.cells[0]))])
  })
})

describe('a grid', () => {
  test('has the boards that are counted below communities, and of the others says why not', () => {
    const counted = wallBoardCodes.filter((code) => find(code, grid).why !== 'level')
    expect(counted).toEqual(['noMeals', 'hours', 'bestOpening', 'requestPlaces'])
    for (const code of wallBoardCodes) if (!counted.includes(code)) expect(find(code, grid)).toMatchObject({ answer: '', rows: [] })
  })
})

describe('what cannot be answered', () => {
  test.each([
    ['an unknown area', 'subject=noMeals&area=42', 'unknownArea', '42'], ['an estate', `subject=noMeals&area=${all('area').find(({ level }) => level === 'estate')?.code}`, 'badParameter', ''],
    ['areas of several levels', `subject=noMeals&only=${community},${grid}`, 'badParameter', ''], ['an unknown subject', 'subject=everything', 'badParameter', 'everything'],
    ['a month nobody knows', 'subject=noMeals&month=1999-01', 'badParameter', '1999-01'], ['a page that is none', 'subject=noMeals&cursor=abc', 'badCursor', 'abc'],
  ])('%s is refused with a sentence', async (_, query, code, found) => {
    const refused = await get(`wall/records?${query}`)
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.code).toBe(code)
    expect(JSON.stringify(refused.body)).toContain(found)
  })
})
