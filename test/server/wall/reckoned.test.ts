import * as z from 'zod/mini'
import { afterAll, describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import { readHours } from '../../../geodata/hours/read.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { connect } from '../../../server/store/driver.ts'
import { planted } from '../../seeds/planted.ts'
import { tell } from '../../tools/accounts.ts'
import { change, standing as recordOf, taken } from '../../tools/edits.ts'
import { walkingOracle } from '../../tools/dijkstra.ts'
import { sessionsOf } from '../../tools/hours-oracle.ts'
import { servedCity } from '../../tools/served-city.ts'

/**
 * Every number and board of the wall worked out a second time: rows by SQL straight from the tables, walks by a Dijkstra over the streets, hours session by session, sums by
 * plain loops. Nothing here asks the kernel, the registers or another exchange.
 */
const { identity, records, all } = planted()
const { app, engine, path, logIn, store, world } = await servedCity({ identity: { ...identity, demo: false }, records })
const planner = await logIn('planner')
const database = connect(path)
afterAll(() => { database.close() })
const rows = <T>(sql: string, ...values: readonly string[]): T[] => database.prepare(sql).all(...values) as T[]

type Wall = AnswerOf<typeof exchanges.wall>
const wallOf = async (area: string | null, month: string | null): Promise<Wall> => {
  const query = new URLSearchParams({ ...(area !== null && { area }), ...(month !== null && { month }) })
  return z.parse(exchanges.wall.answer.schema, (await tell(app, 'GET', `/api/v1/wall?${query}`, planner)).body)
}

// Areas: who is part of whom, by the parents the table names; a place lies in the community whose outline holds it.
const parents = new Map(rows<{ code: string; parent: string | null }>('SELECT code, parent FROM area').map(({ code, parent }) => [code, parent]))
function isIn(code: string | null, area: string | null): boolean {
  for (let at: string | null = code; at !== null; at = parents.get(at) ?? null) if (at === area) return true
  return area === null
}
const codes = (level: string): string[] => rows<{ code: string }>('SELECT code FROM area WHERE level = ? ORDER BY code', level).map(({ code }) => code)
const communities = codes('community'), [street] = codes('street'), [district] = codes('district')
const outlines = all('area').filter(({ level }) => level === 'community')
const holds = (ring: readonly Position[], [lon, lat]: Position): boolean => ring.reduce((inside, [x, y], at) => { const [u, v] = ring.at(at - 1) ?? [x, y]; return y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x ? !inside : inside }, false)
const communityAt = (place: Position): string | null => outlines.find(({ boundary }) => boundary?.some((polygon) => polygon.reduce((inside, ring) => inside !== holds(ring, place), false)))?.code ?? null

// Days.
const perDay = 86_400_000
const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * perDay).toISOString().slice(0, 10)
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / perDay
const isWorked = (day: string): boolean => {
  const isFree = catalogue.holidays.some(({ holidays }) => holidays.some(({ from, to }) => day >= from && day <= to))
  return catalogue.holidays.some(({ makeupDays }) => makeupDays.includes(day)) || (!isFree && ![0, 6].includes(new Date(day).getUTCDay()))
}
const nextWorkday = (day: string): string => { const next = dayAfter(day, 1); return isWorked(next) ? next : nextWorkday(next) }
const monthsBefore = (month: string, count: number): string => { const [year, number] = month.split('-').map(Number); return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7) }

// Sites, and when their doors are open.
type Site = { id: string; category: string; lon: number; lat: number; unit: string | null; metres: number | null; from: string | null; to: string | null; audience: string; hours: string | null; shut: string }
const sites = rows<Site>(`SELECT f.id, category, lon / 1e7 AS lon, lat / 1e7 AS lat, unit, square_metres AS metres, f.valid_from AS "from", f.valid_to AS "to", audience, hours, suspensions AS shut FROM facility f
  JOIN facility_admission a ON a.facility = f.id AND a.valid_to IS NULL JOIN facility_hours h ON h.facility = f.id AND h.valid_to IS NULL ORDER BY f.id`)
const stands = ({ from, to }: { from: string | null; to: string | null }, day: string): boolean => (from ?? '') <= day && (to ?? '9999') > day
function isOpenAt({ hours, shut }: Site, day: string, minute: number): boolean {
  const reading = hours === null ? null : readHours(hours), instant = Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000
  const suspensions = JSON.parse(shut) as { from: string; until: string | null }[]
  if (reading?.rule == null || suspensions.some(({ from, until }) => Date.parse(from) <= instant && (until === null || instant < Date.parse(until)))) return false
  const { rule } = reading
  return [0, 1].some((back) => sessionsOf(rule, dayAfter(day, -back), catalogue.holidays).some(({ from, to, lastEntry }) => minute + back * 1440 >= from && minute + back * 1440 < (lastEntry ?? to)))
}
const letsIn = (site: Site): boolean => ['everyone', 'retired', 'disabled', 'couriers', 'byArrangement'].includes(site.audience)

// Homes, and how far each is from a site: ten minutes at the pace of planning.
const people = new Map(rows<{ id: string; everybody: number; older: number; grid: string }>('SELECT id, residents_all AS everybody, residents_over60 AS older, grid FROM building WHERE residents_all > 0').map((one) => [one.id, one]))
const homes = all('building').flatMap(({ id, entrances, footprint }) => { const own = people.get(id); return own ? [{ ...own, doors: entrances.length > 0 ? entrances : [innerPoint(footprint)] }] : [] })
const [{ snap }] = rows<{ snap: number }>("SELECT value AS snap FROM rule_value WHERE code = 'snapMetres'"), [{ pace }] = rows<{ pace: number }>("SELECT metres_per_second AS pace FROM profile WHERE code = 'planning'")
const limit = 10 * 60 * pace
const oracle = walkingOracle(all('street'), all('gate').filter(({ locked }) => locked === 'always').map(({ position }) => position), false, snap)
const walks = new Map<string, number[]>()
const walksTo = ({ id, lon, lat }: Site): number[] => {
  const known = walks.get(id) ?? oracle.metresTo([lon, lat], homes.map(({ doors }) => doors), limit + 5)
  walks.set(id, known)
  return known
}
/** By home: whether any walk leads to where most homes are. */
const joined = oracle.metresTo([sites[0].lon, sites[0].lat], homes.map(({ doors }) => doors)).map((metres) => metres < Infinity)
/** By home: whether any of the sites is within the limit. */
const reached = (from: readonly Site[]): boolean[] => homes.map((_, i) => from.some((site) => walksTo(site)[i] <= limit))
const of = (category: string, day: string): Site[] => sites.filter((site) => site.category === category && stands(site, day))
const forOlder = ({ audience }: Site): boolean => audience === 'everyone' || audience === 'retired'
const canteensOn = (day: string): Site[] => of('canteen', day).filter(forOlder)

// Rows of registers.
type Entry = { id: string; name: string; area: string | null; from: string | null; to: string | null } & Readonly<Record<string, string | number | null>>
const entries = (sheet: string, ...fields: readonly string[]): Entry[] =>
  rows<Entry>(`SELECT id, name, area, valid_from AS "from", valid_to AS "to"${fields.map((field) => `, json_extract(fields, '$.${field}') AS ${field}`).join('')} FROM entry WHERE sheet = ? ORDER BY key`, sheet)
const standing = (all: readonly Entry[], day: string): Entry[] => all.filter((one) => stands(one, day))
const count = <T>(things: readonly T[], is: (thing: T) => boolean): number => things.filter(is).length
const sum = <T>(things: readonly T[], value: (thing: T) => number): number => things.reduce((total, thing) => total + value(thing), 0)

/** Of each community that entered any item: what is there of each, by the row that began last. */
function itemsOn(day: string) {
  const slots = rows<{ code: string; metres: number | null; outdoors: number | null }>("SELECT code, json_extract(body, '$.minSquareMetres') AS metres, json_extract(body, '$.outdoors') AS outdoors FROM catalogue_row WHERE list = 'slots' AND json_extract(body, '$.level') = 'community'")
  const entered = standing(entries('slot', 'slot', 'state', 'squareMetres', 'facility'), day)
  return communities.flatMap((community) => {
    const own = entered.filter(({ area }) => area === community)
    if (own.length === 0) return []
    return [{ community, items: slots.map(({ code, metres, outdoors }) => {
      const row = own.filter(({ slot }) => slot === code).toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).at(-1)
      const place = sites.find(({ id }) => id === row?.['facility']), size = row?.['squareMetres'] ?? place?.metres ?? null
      const isBuilt = row?.['state'] === 'built' || row?.['state'] === 'shared'
      return { code, isRoom: !outdoors && code !== 'station', isBuilt, place, isThere: isBuilt && (size === null || metres === null || Number(size) >= metres) }
    }) }]
  })
}

type Firm = { id: string; kind: string; code: string | null; operating: string | null; organised: string | null; work: string | null; instructor: string | null; members: number | null; community: string; carrier: string | null; from: string | null; to: string | null }
const rank = ({ operating, organised }: Firm): number => 2 * ['operating', null, 'shell', 'closed'].indexOf(operating) + (organised === 'single' || organised === 'joint' ? 0 : 1)
/** One for each credit code, which operates or of which nobody knows. */
function firmsOn(day: string): Firm[] {
  const ranked = rows<Firm>('SELECT id, kind, credit_code AS code, operating, organised, work, instructor, members, community, carrier, valid_from AS "from", valid_to AS "to" FROM organisation ORDER BY id').filter((firm) => stands(firm, day)).toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
  const seen = new Set<string>()
  return ranked.filter(({ code, operating }) => { const isFirst = code === null || !seen.has(code); if (code !== null) seen.add(code); return isFirst && operating !== 'shell' && operating !== 'closed' })
}
const isOrganised = ({ organised }: Firm): boolean => organised === 'single' || organised === 'joint'
const hasWork = (firm: Firm): boolean => isOrganised(firm) || (firm.work !== null && firm.work !== 'none') || firm.instructor !== null

/** Seats of committees in their term, each with the days it has been empty. */
type Seat = { id: string; area: string | null; /** Days; null: somebody holds it. */ empty: number | null }
function seatsOn(day: string): Seat[] {
  const committees = new Map(entries('committee', 'termStart', 'termEnd').filter(({ termStart, termEnd }) => String(termStart) <= day && String(termEnd) > day).map((one) => [one.id, one]))
  const tenures = entries('tenure', 'seat')
  return standing(entries('seat', 'committee'), day).flatMap(({ id, committee }): Seat[] => {
    const holder = committees.get(String(committee))
    if (!holder) return []
    const own = tenures.filter(({ seat }) => seat === id)
    if (own.some((one) => stands(one, day))) return [{ id, area: holder.area, empty: null }]
    const since = own.flatMap(({ to }) => (to !== null && to <= day ? [to] : [])).toSorted().at(-1) ?? String(holder['termStart'])
    return [{ id, area: holder.area, empty: daysFrom(since, day) }]
  })
}

const requestsOn = (day: string) => rows<{ area: string; times: number; responded: number | null; resolved: number | null; satisfied: number | null }>("SELECT area, times, responded, resolved, satisfied FROM event_count WHERE stream = 'request' AND month BETWEEN ? AND ?", monthsBefore(day.slice(0, 7), 11), day.slice(0, 7))
const unitsPlaces = new Map(rows<{ id: string; community: string | null; lon: number; lat: number }>('SELECT id, community, lon / 1e7 AS lon, lat / 1e7 AS lat FROM unit').map(({ id, community, lon, lat }) => [id, community ?? communityAt([lon, lat])]))

const now = await wallOf(null, null)
const lateGrid = rows<{ grid: string }>("SELECT grid FROM building WHERE residents_all > 0 GROUP BY grid ORDER BY sum(residents_all) DESC, grid")[0]?.grid ?? ''
const areas: readonly [string, string | null][] = [['the city', null], ['the district', district], ['a street', street], ['a community', communities[12]], ['a grid', lateGrid]]
const [early, middle] = [monthsBefore(now.day.slice(0, 7), 17), monthsBefore(now.day.slice(0, 7), 8)]
const asked = areas.flatMap(([name, area]) => [null, middle, early].map((month): [string, string, string | null, string | null] => [name, month ?? 'today', area, month]))

describe.each(asked)('%s, %s', (_, __, area, month) => {
  const isGrid = area !== null && !communities.includes(area) && area !== street && area !== district
  let wall: Wall
  const number = (code: string) => { const { value, of: whole, facts } = wall.numbers.find((one) => one.code === code) ?? { value: null, of: null, facts: [] }; return { value, of: whole, facts: Object.fromEntries(facts.map((fact) => [fact.code, [fact.value, fact.of]])) } }
  const board = (code: string) => { const found = wall.boards.find((one) => one.code === code); if (!found) throw new Error(`no board ${code}`); return found }
  const list = (code: string) => { const found = board(code); if (found.kind === 'halfHours' || found.kind === 'matrix') throw new Error(`${code} is no list`); return found }

  test('is as far from meals and from a place to go as its streets say', async () => {
    wall = await wallOf(area, month)
    const day = wall.day, workday = nextWorkday(day)
    expect(day).toBe(month === null ? now.day : dayAfter(`${monthsBefore(month, -1)}-01`, -1))
    const own = homes.map(({ grid }) => isIn(grid, area)), inside = homes.filter((_, i) => own[i])
    const people = (is: readonly boolean[], which: 'everybody' | 'older'): number => sum(homes.filter((_, i) => own[i] && is[i]), (home) => home[which])
    const fed = reached(canteensOn(day)), busy = reached([...of('activityRoom', day), ...of('square', day)].filter((site) => site.audience === 'everyone' && isOpenAt(site, workday, 18 * 60 + 30)))
    expect(number('meals')).toMatchObject({ value: people(fed, 'older'), of: sum(inside, ({ older }) => older) })
    expect(number('evening')).toMatchObject({ value: people(busy, 'everybody'), of: sum(inside, ({ everybody }) => everybody) })
    const left = homes.filter((_, i) => own[i] && !fed[i])
    expect(number('leftOut')).toEqual({ value: left.length, of: inside.length, facts: { persons: [sum(left, ({ everybody }) => everybody), sum(inside, ({ everybody }) => everybody)] } })
    const other = reached(of('canteen', day)), why = (is: boolean): number => count(homes.map((_, i) => own[i] && joined[i] && !fed[i] && other[i] === is), (one) => one)
    const reasons = new Map(list('noMeals').rows.map(({ id, value }) => [id, value]))
    expect([reasons.get('notAdmitted') ?? 0, reasons.get('noneInReach') ?? 0, sum(list('noMeals').rows, ({ value }) => value ?? 0)]).toEqual([why(true), why(false), left.length])
    const clock = board('hours')
    if (clock.kind !== 'halfHours') throw new Error('no half hours')
    expect(clock.day).toBe(workday)
    for (const h of [12, 15, 22, 24, 27, 33, 35, 38, 44]) {
      const open = canteensOn(day).filter((site) => isOpenAt(site, workday, h * 30))
      expect([h, clock.covered[h], clock.open[h]]).toEqual([h, people(reached(open), 'older'), count(open, ({ lon, lat }) => isIn(area === null || !isGrid ? communityAt([lon, lat]) : gridAt([lon, lat]), area))])
    }
    // Opening each closed canteen or room of a unit by itself.
    const gains = new Map(['canteen', 'activityRoom'].flatMap((category) => {
      const before = reached(of(category, day).filter(forOlder))
      return of(category, day).filter((site) => site.unit !== null && !forOlder(site)).map((site) => [site.id, people(reached([site]).map((is, i) => is && !before[i]), 'everybody')] as const)
    }).filter(([, gain]) => gain > 0))
    expect([list('bestOpening').total, ...list('bestOpening').rows.map(({ id, value }) => [id, value])]).toEqual([gains.size, ...[...gains].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12)])
  })

  test('counts rooms, units, enterprises, seats and requests as the tables have them', () => {
    const day = wall.day, level = { value: null, of: null, facts: {} }
    const items = itemsOn(day).filter(({ community }) => isIn(community, area)), isComplete = (one: (typeof items)[number]): boolean => one.items.every(({ isRoom, isThere }) => !isRoom || isThere)
    const owned = [...unitsPlaces].filter(([, community]) => isIn(community, area)).map(([unit]) => sites.filter((site) => site.unit === unit && stands(site, day))).filter((all) => all.length > 0)
    const firms = firmsOn(day).filter(({ community }) => isIn(community, area)), enterprises = firms.filter(({ kind }) => kind === 'enterprise'), societies = firms.filter(({ kind }) => kind !== 'enterprise')
    const due = enterprises.filter(({ members }) => (members ?? 0) >= 3)
    const seats = seatsOn(day).filter((seat) => isIn(seat.area, area))
    const requests = requestsOn(day).filter((one) => isIn(one.area, area)), told = requests.filter(({ resolved }) => resolved !== null), settled = sum(told, ({ resolved }) => resolved ?? 0), outcomes = sum(told, ({ times }) => times)
    if (isGrid) {
      for (const code of ['rooms', 'opened', 'twoNew', 'vacant', 'requests']) expect([code, number(code)]).toEqual([code, level])
      return
    }
    expect(number('rooms')).toEqual({ value: count(items, isComplete), of: items.length, facts: {} })
    expect(number('opened')).toMatchObject({ value: count(owned, (all) => all.some(letsIn)), of: owned.length, facts: { sites: [sum(owned, (all) => count(all, letsIn)), sum(owned, (all) => all.length)] } })
    const shared = Object.entries(number('opened').facts).filter(([code]) => code.startsWith('category.')).map(([code, [value]]) => [code, value])
    expect(shared).toEqual(shared.map(([code]) => [code, sum(owned, (all) => count(all, (site) => letsIn(site) && `category.${site.category}` === code))]))
    expect(number('twoNew')).toEqual({ value: count(enterprises, isOrganised), of: enterprises.length, facts: {
      work: [count(enterprises, hasWork), enterprises.length], due: [count(due, ({ organised }) => organised !== 'single'), due.length], ...(societies.length > 0 && { social: [count(societies, isOrganised), societies.length], socialWork: [count(societies, hasWork), societies.length] }),
    } })
    const vacant = { value: count(seats, ({ empty }) => empty !== null && empty > 90), of: seats.length, facts: { vacantNow: [count(seats, ({ empty }) => empty !== null), seats.length] } }
    expect(number('vacant')).toEqual(seats.length === 0 ? level : vacant)
    expect(number('requests')).toEqual(outcomes < 30 ? level : { value: settled, of: outcomes, facts: { responded: [sum(requests, ({ responded }) => responded ?? 0), sum(requests, ({ times }) => times)], satisfied: [sum(requests, ({ satisfied }) => satisfied ?? 0), settled] } })
  })

  test('fills its boards from the rows of the tables', () => {
    const day = wall.day, workday = nextWorkday(day), year = day.slice(0, 4)
    if (isGrid) {
      for (const code of ['missingRoom', 'shutRooms', 'emptyCarriers', 'fillSeats', 'fewReported', 'unmanaged', 'unclaimed', 'closedTasks']) expect(board(code)).toMatchObject({ why: 'level', rows: [] })
      return
    }
    const here = ({ area: at }: Entry): boolean => isIn(at, area)
    const rowsOf = (code: string): Record<string, unknown> => Object.fromEntries(list(code).rows.map(({ id, value, of: whole }) => [id, [value, whole]]))
    /** All rows there are; those that are shown hold what they should. */
    const same = (code: string, expected: Record<string, unknown>): void => {
      expect([code, list(code).total]).toEqual([code, Object.keys(expected).length])
      expect([code, rowsOf(code)]).toEqual([code, Object.fromEntries(Object.keys(rowsOf(code)).map((id) => [id, expected[id]]))])
    }
    const items = itemsOn(day).filter(({ community }) => isIn(community, area)), matrix = board('missingRoom')
    if (matrix.kind !== 'matrix') throw new Error('no matrix')
    expect(matrix.rows.map(({ code, cells }) => [code, cells.map((cell) => cell === 'built' || cell === 'shared')]).toSorted()).toEqual(items.map((one) => [one.community, matrix.columns.map(({ code }) => one.items.some((item) => item.code === code && item.isThere))]).toSorted())
    const isShut = (site: Site): boolean => !letsIn(site) || !Array.from({ length: 14 }, (_, h) => isOpenAt(site, workday, (34 + h) * 30)).some((isOpen) => isOpen)
    same('shutRooms', Object.fromEntries(items.flatMap(({ community, items: own }) => { const built = own.flatMap(({ isRoom, isBuilt, place }) => (isRoom && isBuilt && place ? [place] : [])); return built.length === 0 ? [] : [[community, [count(built, isShut), built.length]]] })))
    const firms = firmsOn(day).filter(({ kind, community }) => kind === 'enterprise' && isIn(community, area))
    same('emptyCarriers', Object.fromEntries(standing(entries('carrier'), day).filter(here).flatMap(({ id }) => { const own = firms.filter(({ carrier }) => carrier === id); return own.length === 0 ? [] : [[id, [count(own, isOrganised), own.length]]] })))
    same('fillSeats', Object.fromEntries(seatsOn(day).filter((seat) => isIn(seat.area, area)).flatMap(({ id, empty }) => (empty === null ? [] : [[id, [empty, null]]]))))
    const reported = standing(entries('checkinCount', 'members'), day)
    same('fewReported', Object.fromEntries(communities.filter((code) => isIn(code, area)).map((code) => [code, [sum(reported.filter(({ area: at }) => at === code), ({ members }) => Number(members)), null]])))
    const requests = requestsOn(day).filter((one) => isIn(one.area, area)), isFine = communities.includes(area ?? '')
    same('requestPlaces', Object.fromEntries([...new Set(requests.map(({ area: at }) => (isFine ? at : communities.find((code) => isIn(at, code))) ?? ''))].map((place) => [place, [sum(requests.filter(({ area: at }) => (isFine ? at === place : isIn(at, place))), ({ times }) => times), null]])))
    const newest = new Map(standing(entries('estate', 'property', 'owners', 'ownersTermEnd'), day).filter(here).toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).map((row) => [row.area, row]))
    const lacking = [...newest].flatMap(([code, { property, owners }]) => (['company', 'selfRun'].includes(String(property)) || owners === 'committee' ? [] : [code]))
    expect(list('unmanaged').total).toBe(newest.size)
    expect(list('unmanaged').rows.flatMap(({ id, state }) => (state === 'missing' ? [id] : [])).toSorted()).toEqual(lacking.toSorted().slice(0, 12))
    const taken = new Set(entries('claim', 'item', 'resource', 'state', 'day').filter((claim) => stands(claim, day) && claim['state'] !== 'suggested' && claim['state'] !== 'withdrawn' && String(claim['day']) <= day).flatMap(({ item, resource }) => [item, resource]))
    same('unclaimed', Object.fromEntries(standing(entries('listItem', 'list', 'open'), day).filter((need) => here(need) && need['list'] === 'need' && need['open'] === 1 && !taken.has(need.id)).map(({ id, from }) => [id, [from === null ? null : daysFrom(from, day), null]])))
    const tasks = entries('task', 'origin', 'state', 'opened', 'closed').filter((task) => here(task) && String(task['opened']) <= day)
    const done = tasks.filter(({ state, closed }) => state === 'done' && String(closed) <= day && String(closed).startsWith(year)), left = tasks.filter(({ state, closed }) => state === 'open' || state === 'doing' || String(closed) > day)
    same('closedTasks', Object.fromEntries([...new Set([...done, ...left].map(({ origin }) => String(origin)))].map((origin) => { const own = count(done, (task) => task['origin'] === origin); return [origin, [own, own + count(left, (task) => task['origin'] === origin)]] })))
  })
})
const gridOutlines = all('area').filter(({ level }) => level === 'grid')
const gridAt = (place: Position): string | null => gridOutlines.find(({ boundary }) => boundary?.some((polygon) => polygon.reduce((inside, ring) => inside !== holds(ring, place), false)))?.code ?? null

/** After everything above: what is changed here stays changed. */
describe('a row that is written', () => {
  const codesOf = ({ numbers, boards }: Wall): Map<string, string> => new Map([...numbers.map((one) => [one.code, JSON.stringify(one)] as const), ...boards.map((one) => [one.code, JSON.stringify(one)] as const)])
  const staffed = sites.find(({ category, unit, audience }) => category === 'canteen' && unit !== null && audience === 'staff'), lone = [...unitsPlaces.keys()].find((unit) => sites.filter((site) => site.unit === unit).filter(letsIn).length === 1)
  const edits: readonly [string, () => Promise<unknown>, readonly string[]][] = [
    ['hours of a canteen', async () => taken(await change(store, 'facility', sites.find((site) => site.category === 'canteen' && forOlder(site))?.id ?? '', { hours: '每日 0:00-24:00' })), ['hours']],
    ['a canteen that opens to everyone', async () => { const { id, admission } = await recordOf(store, 'facility', staffed?.id ?? ''); return taken(await change(store, 'facility', id, { admission: { ...admission, audience: 'everyone' } })) }, ['meals', 'leftOut', 'noMeals', 'hours', 'bestOpening']],
    ['an enterprise that organises itself', async () => taken(await change(store, 'organisation', firmsOn(now.day).find((firm) => firm.kind === 'enterprise' && !isOrganised(firm) && !hasWork(firm) && firm.members === 0 && firm.carrier !== null)?.id ?? '', { organised: 'joint' })), ['twoNew']],
    ['a seat that falls vacant', async () => taken(await change(store, 'entry', entries('tenure').find((one) => stands(one, now.day))?.id ?? '', { validTo: dayAfter(now.day, -200) })), ['vacant', 'fillSeats']],
    ['a unit that leaves', async () => taken(await change(store, 'unit', lone ?? '', { validTo: dayAfter(now.day, -1) })), ['opened']],
    ['people who move in', async () => { const { id, residents } = await recordOf(store, 'building', homes[0].id); if (!residents) throw new Error('no residents'); return taken(await change(store, 'building', id, { residents: { ...residents, all: residents.all + 500, over60: residents.over60 + 100 } })) }, ['meals', 'evening']],
    ['a room that is lost', async () => { const row = entries('slot', 'slot', 'state').find((one) => one['state'] === 'built' && one['slot'] === 'mediation' && stands(one, now.day)); const { fields } = await recordOf(store, 'entry', row?.id ?? ''); return taken(await change(store, 'entry', row?.id ?? '', { fields: { ...fields, state: 'missing', facility: null } })) }, ['missingRoom']],
  ]
  /** What may differ beside them: a row beyond the first twelve, a name in a sentence. */
  const beside: Readonly<Record<string, readonly string[]>> = { twoNew: ['emptyCarriers'], opened: ['bestOpening', 'fewReported'], meals: ['leftOut', 'noMeals', 'hours', 'bestOpening', 'opened'], missingRoom: ['rooms', 'shutRooms'] }

  test.each(edits)('%s: walls are told, and of all figures only those that rest on it differ', async (_, edit, expected) => {
    const before = codesOf(await wallOf(null, null)), heard: string[] = []
    const leave = engine.hub.subscribe({ role: 'leader', areas: [], account: null, mustChangePassword: false, session: null, address: '10.0.0.1' }, { send: ({ event }) => { heard.push(event) }, end: () => {} })
    await edit()
    await world.refresh()
    leave?.()
    const after = codesOf(await wallOf(null, null)), differ = [...after].flatMap(([code, text]) => (before.get(code) === text ? [] : [code]))
    expect(heard.filter((event) => event === 'versions').length).toBeGreaterThanOrEqual(2)
    expect(differ).toEqual(expect.arrayContaining([...expected]))
    expect(differ.filter((code) => !expected.includes(code) && !expected.some((one) => beside[one]?.includes(code)))).toEqual([])
  })
})
