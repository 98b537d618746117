import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { scenarioSchema, type ScenarioAnswer } from '../../geodata/contract/scenarios.ts'
import type { Step } from '../../geodata/model/step.ts'
import { tell, type Told } from '../tools/accounts.ts'
import { servedCity } from '../tools/served-city.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'

const west = '110105001001', east = '110105001002'
const { app, engine, store, logIn, trouble } = await servedCity({ identity: { ...smallIdentity, demo: true }, records: smallRecords })
const [planner, other, bound, leader, editor] = [await logIn('planner'), await logIn('planner'), await logIn('planner', [west]), await logIn('leader'), await logIn('editor')]
const close: Step = { kind: 'close', facility: 'canteen-west' }
const room: Step = { kind: 'add', site: { id: 's-1', name: '新食堂', category: 'canteen', position: [116.4, 39.9], admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }, hours: null, seats: 40, candidate: null } }
const put = (name: string, steps: readonly Step[], more: object = {}, headers = planner): Promise<Told> => tell(app, 'POST', '/api/v1/scenarios', headers, { name, query: { category: 'canteen', area: west }, steps, ...more })
const all = async (headers = planner): Promise<ScenarioAnswer[]> => ((await tell(app, 'GET', '/api/v1/scenarios', headers)).body as { scenarios: ScenarioAnswer[] }).scenarios
const of = ({ body }: Told): ScenarioAnswer => z.parse(scenarioSchema, body)

test('a scenario is kept as it was written, changed by whoever read it last, and gone and put back with what it was computed against', async () => {
  const made = await put('甲', [close, room])
  const scenario = of(made), address = `/api/v1/scenarios/${scenario.id}`
  expect([made.status, made.headers.get('etag'), scenario]).toMatchObject([200, scenario.etag, { name: '甲', query: { category: 'canteen', area: west }, steps: [close, room], stale: [] }])
  expect(of(await tell(app, 'GET', address, other))).toEqual(scenario)
  expect((await tell(app, 'PATCH', address, planner, { name: '乙' })).code).toBe('ifMatchMissing')
  // Two tabs: the second is told who was first and what stands now, and keeps what it has.
  const first = of(await tell(app, 'PATCH', address, { ...planner, 'if-match': scenario.etag }, { steps: [room] }))
  const second = await tell(app, 'PATCH', address, { ...other, 'if-match': scenario.etag }, { steps: [close] })
  expect([second.status, second.code, second.message, (second.body as { error: { standing: unknown } }).error.standing]).toEqual([412, 'scenarioChanged', expect.stringContaining('甲'), first])
  const saved = of(await tell(app, 'PATCH', address, { ...other, 'if-match': first.etag }, { steps: [close] }))
  const gone = of(await tell(app, 'DELETE', address, { ...other, 'if-match': saved.etag }))
  expect([gone, (await tell(app, 'GET', address, planner)).code, await all()]).toEqual([saved, 'unknownScenario', []])
  const back = of(await put(gone.name, gone.steps, { id: gone.id, base: gone.base }))
  expect([back.id, back.etag, (await put('x', [], { id: gone.id })).code]).toEqual([gone.id, gone.etag, 'scenarioExists'])
  await tell(app, 'DELETE', address, { ...planner, 'if-match': back.etag })
})

test('what changes under a scenario is said with its day; a name leaves it so, new steps and a recount do not', async () => {
  const scenario = of(await put('旧', [room])), address = `/api/v1/scenarios/${scenario.id}`
  const site = (await tell(app, 'GET', '/api/v1/facilities/canteen-west', editor)).headers.get('etag') ?? ''
  const phoned = await tell(app, 'PATCH', '/api/v1/facilities/canteen-west', { ...editor, 'if-match': site }, { phone: '010-10000' })
  expect([phoned.status, (await all())[0].stale]).toEqual([200, []])
  await tell(app, 'PATCH', '/api/v1/facilities/canteen-west', { ...editor, 'if-match': phoned.headers.get('etag') ?? '' }, { hours: '周一至周五 11:00-13:00' })
  const [stale] = await all()
  const [, month, day] = (await store.scenarios.changedOn('category', 'canteen') ?? '').split('-').map(Number)
  expect(stale.stale).toMatchObject([{ what: 'category', sentence: `社区食堂名单于 ${month} 月 ${day} 日有改动，需重算` }])
  const renamed = of(await tell(app, 'PATCH', address, { ...planner, 'if-match': stale.etag }, { name: '新名' }))
  expect([renamed.stale.length, renamed.base]).toEqual([1, scenario.base])
  const counted = of(await tell(app, 'PATCH', address, { ...planner, 'if-match': renamed.etag }, { recomputed: true }))
  expect([counted.stale, counted.steps]).toEqual([[], [room]])
  await tell(app, 'DELETE', address, { ...planner, 'if-match': counted.etag })
})

test('a planner of one community has its scenarios alone, and can move none out of it; leaders have none', async () => {
  const [own, others, whole] = [of(await put('西', [])), of(await put('东', [], { query: { category: 'canteen', area: east } })), of(await put('全市', [], { query: { category: 'canteen' } }))]
  expect([(await all(bound)).map(({ id }) => id), (await all()).length]).toEqual([[own.id], 3])
  for (const { id, etag } of [others, whole]) for (const method of ['GET', 'PATCH', 'DELETE']) expect((await tell(app, method, `/api/v1/scenarios/${id}`, { ...bound, 'if-match': etag }, method === 'PATCH' ? { name: 'x' } : undefined)).code).toBe('outsideAreas')
  expect((await tell(app, 'PATCH', `/api/v1/scenarios/${own.id}`, { ...bound, 'if-match': own.etag }, { query: { category: 'canteen' } })).code).toBe('outsideAreas')
  expect([(await put('x', [], { query: { category: 'canteen', area: east } }, bound)).code, (await tell(app, 'GET', '/api/v1/scenarios', leader)).code]).toEqual(['outsideAreas', 'needsRole'])
  for (const { id, etag } of [own, others, whole]) await tell(app, 'DELETE', `/api/v1/scenarios/${id}`, { ...planner, 'if-match': etag })
})

test.each([
  ['a blank name', { name: ' ' }, 'name'], ['a step that is none', { steps: [{ kind: 'fly', facility: 'x' }] }, 'steps.0.kind'], ['more steps than there may be', { steps: Array.from({ length: 201 }, () => close) }, 'steps'],
  ['an id of the city for a new site', { steps: [{ ...room, site: { ...room.site, id: 'canteen-west' } }] }, 'steps.0.site.id'], ['a day that is over', { query: { category: 'canteen', asOf: '2026-01-01' } }, 'query.asOf'],
])('a scenario with %s is refused at its field', async (_, more, field) => {
  const { status, code, body } = await put('x', [], more)
  expect([status, code, (body as { error: { fields: { field: string }[] } }).error.fields.map((one) => one.field)]).toEqual([400, 'invalidRecord', [field]])
})

test('an address that is no id is told what one looks like', async () => {
  const told = await tell(app, 'GET', '/api/v1/scenarios/c-x', planner)
  expect([told.status, told.code, told.message]).toEqual([400, 'badParameter', expect.stringContaining('系统给出的编号，形如 c-')])
})

test('open desks hear of a scenario that was written, and nobody below a planner does', async () => {
  const heard: string[] = []
  const listen = (role: 'planner' | 'leader') => engine.hub.subscribe({ role, areas: [], account: role, mustChangePassword: false, session: null, address: role }, { send: ({ event }) => { if (event === 'scenarios') heard.push(role) }, end: () => {} })
  const leave = [listen('planner'), listen('leader')]
  const { id, etag } = of(await put('听', []))
  await tell(app, 'DELETE', `/api/v1/scenarios/${id}`, { ...planner, 'if-match': etag })
  for (const one of leave) one?.()
  expect(heard).toEqual(['planner', 'planner'])
})

test('scenarios about the demonstration go with it', async () => {
  await put('示意', [room])
  await store.load({ identity: { ...smallIdentity, demo: true }, records: smallRecords, actor: 'test', replace: true })
  expect((await store.scenarios.all()).length).toBe(1)
  await store.load({ identity: { ...smallIdentity, demo: false }, records: smallRecords, actor: 'test', replace: true })
  expect([await store.scenarios.all(), trouble]).toEqual([[], []])
})
