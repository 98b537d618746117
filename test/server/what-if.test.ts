import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { innerPoint, squareMetres } from '../../geodata/kernel/inner.ts'
import type { Step } from '../../geodata/model/step.ts'
import { demoCity } from '../../seeds/demo.ts'
import { tell, type Told } from '../tools/accounts.ts'
import { askCoverage } from '../tools/asking.ts'
import { readXlsx } from '../tools/read-xlsx.ts'
import { servedCity } from '../tools/served-city.ts'

const demo = demoCity({ seed: 1 })
const stories = demo.stories()
if (!stories) throw new Error('the demo has no stories')
const { wall } = stories
const { app, logIn, trouble } = await servedCity(demo)
const community = '990101001004'
const [planner, bound] = [await logIn('planner'), await logIn('planner', [community])]
const asked = { category: 'canteen', group: '60plus', minutes: 10, profile: 'planning' } as const
const ask = (steps: readonly Step[], more: Record<string, string | number> = {}, headers = planner, against?: readonly Step[]): Promise<Told> =>
  tell(app, 'POST', `/api/v1/what-if?${new URLSearchParams(Object.entries({ ...asked, ...more }).map(([name, value]) => [name, String(value)]))}`, headers, { steps, ...(against && { against }) })
const answered = async (...of: Parameters<typeof ask>): Promise<AnswerOf<typeof exchanges.whatIf>> => {
  const told = await ask(...of)
  if (told.status !== 200) throw new Error(`${told.code}: ${told.message}`)
  return z.parse(exchanges.whatIf.answer.schema, told.body)
}

/** The middle of the widest water. */
const river = [...demo.records].flatMap((one) => (one.kind === 'ground' && one.record.kind === 'water' ? [one.record.shape] : [])).toSorted((a, b) => squareMetres(b) - squareMetres(a)).map(innerPoint)[0]
const everyone = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] } as const
const open: Step = { kind: 'admit', facility: wall.canteen, admission: everyone, hours: null }
const gate: Step = { kind: 'openGate', gate: wall.gate, hours: null }
const room: Step = { kind: 'add', site: { id: 's-room', name: '新建助餐点', category: 'canteen', position: wall.newRoom.position, admission: everyone, hours: null, seats: 60, candidate: null } }
/** Figures of the stories are met by about a tenth. */
const near = (value: number, figure: number): void => expect(Math.abs(value - figure)).toBeLessThanOrEqual(figure * 0.1)
const group = (answer: AnswerOf<typeof exchanges.whatIf>, of: string): number => { const found = answer.groups.find((one) => one.group === of); return found ? found.after - found.before : NaN }

/** Everybody who lives in the buildings gained. */
const people = ({ gained }: AnswerOf<typeof exchanges.whatIf>): number => gained.people[0].residents ?? NaN

test('story 1: opening the canteen, building a room, opening the side gate gain what is told of them', async () => {
  const opening = await answered([open])
  expect(opening.gained.rows.map(({ building }) => building.id).toSorted()).toEqual(wall.opening.toSorted())
  expect(opening.gained.people.slice(0, 2)).toMatchObject([{ group: 'all' }, { group: '60plus', residents: opening.difference.residents }])
  near(people(opening), wall.figures.opening.all)
  near(opening.difference.residents, wall.figures.opening.over60)
  expect(opening.difference.residents).toBe(group(opening, '60plus'))
  expect([opening.lost.total, opening.steps.map(({ sentence }) => sentence)]).toEqual([0, ['“柳浦机械设计院职工食堂”对所有人开放']])
  const building = await answered([room])
  near(building.difference.residents, wall.figures.newRoom.over60)
  near(people(building), wall.figures.newRoom.all)
  // Held against the canteen alone, the gate is all there is.
  const through = await answered([open, gate], {}, planner, [open])
  near(people(through), wall.figures.sideGate)
  expect([through.before, through.difference.residents]).toEqual([opening.after, (await answered([open, gate])).difference.residents - opening.difference.residents])
})

test('before is what coverage says, area by area and to the last resident, and nothing done changes nothing', async () => {
  const [today, none] = [await askCoverage(app, asked), await answered([])]
  const { residents, households, buildings, landSquareMetres, communities, noDataBuildings, facilities, admittingFacilities } = today
  expect([none.before, none.after]).toEqual([{ residents, households, buildings, landSquareMetres, communities, noDataBuildings, facilities, admittingFacilities }, none.before])
  const areas = (await answered([open])).byArea.map((row) => [row.code, row.residents.before, row.residents.total, row.buildings.before, row.landSquareMetres.before])
  expect(areas).toEqual(today.byArea.map((row) => [row.code, row.residents.covered, row.residents.total, row.buildings.covered, row.landSquareMetres.covered]))
  const back = await answered([room, { kind: 'close', facility: 's-room' }])
  expect([back.after, back.gained.total, back.lost.total]).toEqual([none.before, 0, 0])
})

test('at an hour the hours of the steps count', async () => {
  const lunch = { at: '2026-11-23T12:00:00+08:00' }, night = { at: '2026-11-23T21:00:00+08:00' }
  const timed: Step = { ...room, site: { ...room.site, hours: '周一至周日 11:00-13:00' } }
  expect([(await answered([timed], lunch)).difference.residents > 0, (await answered([timed], night)).difference.residents]).toEqual([true, 0])
  const byDay: Step = { ...gate, hours: '07:00-19:00' }
  const gain = async (at: { at: string }): Promise<number> => (await answered([room, byDay], at)).difference.residents - (await answered([room], at)).difference.residents
  expect([await gain(lunch) >= 0, await gain(night)]).toEqual([true, 0])
})

test.each<[string, Step[], string]>([
  ['a site in the river', [open, { ...room, site: { ...room.site, position: river } }], '步骤 2：位置在“柳江”的水面上'],
  ['a site outside the city', [{ ...room, site: { ...room.site, position: [113.5, 30.4] } }], '步骤 1：位置 113.50000, 30.40000 在本市范围之外'],
  ['a site that is not there', [{ kind: 'close', facility: 'nobody' }], '步骤 1：没有编号为“nobody”的设施'],
  ['hours that nobody can read', [{ ...gate, hours: 'foo bar' }], '步骤 1：看不懂时间“foo bar”'],
  ['ages that are no span', [open, { ...open, admission: { ...everyone, minAge: 90, maxAge: 10 } }], '步骤 2：年龄 90–10 岁不成一段'],
  ['people of an area that is not there', [{ ...open, admission: { ...everyone, onlyAreas: ['nowhere'] } }], '步骤 1：没有编码为“nowhere”的区域'],
  ['no seats at all', [{ kind: 'seats', facility: wall.canteen, seats: 0 }], '步骤 1：座位数应为 1 或更多的整数，收到的是 0'],
])('%s is refused with the number of its step', async (_, steps, sentence) => {
  const { status, code, message } = await ask(steps)
  expect([status, code, message]).toEqual([400, 'badStep', expect.stringContaining(sentence)])
})

test('a name that cannot be read is refused before it stands in any file', async () => {
  const { status, code } = await ask([{ ...room, site: { ...room.site, name: 'a\u0000b' } }])
  expect([status, code]).toEqual([400, 'invalidRecord'])
})

test('a day that is over is refused, and so is whatever lies beyond the areas of an account', async () => {
  expect((await ask([open], { asOf: '2026-06-01' })).code).toBe('conflictingParameters')
  expect([(await ask([open], {}, bound)).code, (await ask([open], { area: '990101001003' }, bound)).code, (await ask([open], { area: community }, bound)).status]).toEqual(['outsideAreas', 'outsideAreas', 200])
  expect(trouble).toEqual([])
})

test('goes into files with the same figures: a workbook of five sheets, who is left as a table, and everything as GeoJSON', async () => {
  const file = async (format: string): Promise<Response> => app.request(`/api/v1/what-if/file?${new URLSearchParams({ ...asked, minutes: '10', format })}`, { method: 'POST', headers: { ...planner, 'content-type': 'application/json' }, body: JSON.stringify({ name: '开放设计院食堂', steps: [open, gate] }) })
  const answer = await answered([open, gate])
  const book = await file('xlsx'), { names, text, formulas } = readXlsx(new Uint8Array(await book.arrayBuffer()))
  expect([book.status, names, formulas]).toEqual([200, ['总表', '分区域', '仍未覆盖', '点位与步骤', '方法与口径'], 0])
  expect(decodeURIComponent(book.headers.get('content-disposition') ?? '')).toContain('示意数据-')
  for (const said of ['开放设计院食堂', '“柳浦机械设计院职工食堂”对所有人开放', '示意数据', String(answer.difference.residents), String(answer.after.buildings.covered)]) expect(text).toContain(said)
  const left = answer.after.buildings.total - answer.after.buildings.covered
  const lines = (await (await file('csv')).text()).split('\r\n')
  expect(lines.indexOf('')).toBe(left + 1)
  const { features, after } = await (await file('geojson')).json() as { features: { geometry: unknown; properties: { role: string } }[]; after: unknown }
  const count = (role: string): number => features.filter(({ properties }) => properties.role === role).length
  expect([after, count('step'), count('gained'), count('lost'), count('left')]).toEqual([answer.after, 2, answer.gained.total, 0, left])
  expect((await app.request(`/api/v1/what-if/file?${new URLSearchParams({ ...asked, minutes: '10', format: 'pdf' })}`, { method: 'POST', headers: { ...planner, 'content-type': 'application/json' }, body: '{"steps":[]}' })).status).toBe(400)
})

test('no file tells of fewer than ten persons: not of who lives in a house that alone is gained', async () => {
  const very = { category: 'canteen', group: '80plus', metres: '20' }, houses = [...demo.records].flatMap((one) => (one.kind === 'building' && (one.record.residents?.over80 ?? 0) > 0 && (one.record.residents?.over80 ?? 0) < 10 ? [one.record.entrances[0]] : []))
  const steps = houses.slice(0, 1).map((position): Step => ({ kind: 'add', site: { ...room.site, position, seats: null } }))
  const { difference } = z.parse(exchanges.whatIf.answer.schema, (await tell(app, 'POST', `/api/v1/what-if?${new URLSearchParams(very)}`, planner, { steps })).body)
  expect(difference.residents > 0 && difference.residents < 10).toBe(true)
  const file = (format: string) => app.request(`/api/v1/what-if/file?${new URLSearchParams({ ...very, format })}`, { method: 'POST', headers: { ...planner, 'content-type': 'application/json' }, body: JSON.stringify({ steps }) })
  const { groups, difference: written, after } = await (await file('geojson')).json() as { groups: { group: string; after: number | null }[]; difference: { residents: number | null }; after: { residents: { covered: number | null } } }
  expect([groups.find(({ group: of }) => of === '80plus')?.after, written.residents, after.residents.covered]).toEqual([null, null, null])
  expect(groups.filter(({ after: count }) => count !== null && count > 0 && count < 10)).toEqual([])
  const { text } = readXlsx(new Uint8Array(await (await file('xlsx')).arrayBuffer()))
  expect(text.split('<row>')[2]).not.toContain('<v>')
  // Nor does what the areas of one area leave of it.
  const cells = text.split('<row>').map((row) => [...row.matchAll(/<c[^>]*?(?:\/>|>(.*?)<\/c>)/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, ''))).filter((row) => row.length === 15)
  const untold = [...new Set(cells.map((row) => `${row[2]} ${row[3]}`))].map((of) => cells.filter((row) => `${row[2]} ${row[3]}` === of)).map((beside) => [beside.length, beside.filter((row) => row[4] === '*').length])
  expect([untold.some(([, hidden]) => hidden > 1), untold.filter(([areas, hidden]) => areas > 1 && hidden === 1)]).toEqual([true, []])
})

test('a planner of one community is told of nobody outside it by the seats of a site there', async () => {
  const home = [...demo.records].flatMap((one) => (one.kind === 'building' && one.record.residents && one.record.grid?.startsWith('990101001003') ? [one.record.entrances[0]] : []))[0]
  const spy: Step = { kind: 'add', site: { ...room.site, id: 's-spy', position: home, seats: null } }
  const address = (path: string): string => `/api/v1/what-if/${path}?category=canteen&metres=150&area=`
  const load = async (headers: typeof planner, area: string): Promise<number> => z.parse(exchanges.capacity.answer.schema, (await tell(app, 'POST', `${address('capacity')}${area}`, headers, { steps: [spy] })).body).sites.find(({ facility }) => facility === 's-spy')?.load ?? NaN
  expect([await load(planner, community) > 0, await load(bound, community)]).toEqual([true, 0])
  const full = async (headers: typeof planner): Promise<number> => {
    const reply = await app.request(`${address('capacity/states')}${community}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ steps: [{ ...spy, site: { ...spy.site, seats: 1 } }], personsPerSeat: 0.1, useShare: 1 }) })
    return new Uint8Array(await reply.arrayBuffer()).filter((state) => state === 2).length
  }
  expect(await full(bound)).toBeLessThan(await full(planner))
})

test('seats go to whoever lives nearest: residents are served, turned away or out of reach, and catchments share out all in reach', async () => {
  const seated = async (body: object): Promise<AnswerOf<typeof exchanges.capacity>> => z.parse(exchanges.capacity.answer.schema, (await tell(app, 'POST', `/api/v1/what-if/capacity?${new URLSearchParams({ ...asked, minutes: '10' })}`, planner, body)).body)
  const [today, more, few] = [await seated({ steps: [] }), await seated({ steps: [open] }), await seated({ steps: [], personsPerSeat: 0.1 })]
  const { before, after } = await answered([open])
  for (const [{ residents, sites }, covered] of [[today, before.residents.covered], [more, after.residents.covered], [few, before.residents.covered]] as const) {
    expect([residents.served + residents.turnedAway, sites.reduce((sum, { catchment }) => sum + catchment, 0)]).toEqual([covered, covered])
    expect(sites.reduce((sum, { contribution }) => sum + contribution, 0) + residents.backup).toBe(covered)
    expect(sites.every(({ load, holds }) => holds === null || load <= holds)).toBe(true)
  }
  expect([few.residents.turnedAway > today.residents.turnedAway, today.unconfirmed, today.rule.includes('待确认')]).toEqual([true, true, true])
  // What a site alone reaches is what closing it loses.
  const { facility, contribution } = today.sites.find(({ contribution: alone }) => alone > 0)!
  expect((await answered([{ kind: 'close', facility }])).difference.residents).toBe(-contribution)
  const states = await app.request(`/api/v1/what-if/capacity/states?${new URLSearchParams({ ...asked, minutes: '10' })}`, { method: 'POST', headers: { ...planner, 'content-type': 'application/json' }, body: JSON.stringify({ steps: [], personsPerSeat: 0.1 }) })
  expect(new Uint8Array(await states.arrayBuffer()).filter((state) => state === 2).length).toBeGreaterThan(0)
  expect((await tell(app, 'POST', `/api/v1/what-if/capacity?${new URLSearchParams({ ...asked, minutes: '10' })}`, planner, { steps: [], useShare: 0 })).code).toBe('invalidRecord')
})
