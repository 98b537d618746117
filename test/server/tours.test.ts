import { request } from 'node:http'
import { serve } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { tourWritten, type TourAnswer } from '../../geodata/contract/tours.ts'
import type { wall } from '../../geodata/contract/wall.ts'
import { mostTours, type TourStep } from '../../geodata/model/tour.ts'
import { tell, type Told } from '../tools/accounts.ts'
import { usualTour } from '../../server/answers/wall/usual-tour.ts'
import { servedCity } from '../tools/served-city.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'

const { app, engine, store, world, logIn, trouble } = await servedCity({ identity: smallIdentity, records: smallRecords })
const [leader, editor, other] = [await logIn('leader'), await logIn('editor', ['110105001001']), await logIn('editor')]
const step = (more: Partial<TourStep> = {}, place: Partial<TourStep['place']> = {}): TourStep => ({ place: { area: null, only: [], camera: null, building: null, ...place }, subject: null, month: null, words: '', notes: '', seconds: 12, ...more })
const put = (name: string, steps: unknown, more: object = {}): Promise<Told> => tell(app, 'POST', '/api/v1/tours', editor, { name, steps, ...more })
const told = async (language = 'zh'): Promise<TourAnswer[]> => ((await tell(app, 'GET', '/api/v1/tours', { ...leader, 'accept-language': language })).body as { tours: TourAnswer[] }).tours
/** Those that somebody wrote. */
const all = async (language = 'zh'): Promise<TourAnswer[]> => (await told(language)).filter(({ usual }) => !usual)
const tourOf = ({ body }: Told): TourAnswer => body as TourAnswer

test('a tour is written by editors, read by leaders, changed by whoever has read it last, and gone when it is removed', async () => {
  const full = step({ subject: 'meals', month: '2026-03', words: '十分钟内吃得上饭', notes: '先说分母。', seconds: 3 }, { area: '110105001', only: ['110105001001', '110105001002'], camera: { centre: [116.41, 39.9], zoom: 14.5, pitch: 45, bearing: -20 } })
  const added = await put('吃饭', [full, step()])
  expect([added.status, tourOf(added)]).toMatchObject([200, { name: '吃饭', by: expect.stringMatching(/^editor-/), steps: [{ ...full, gone: null, goneSaid: '' }, { ...step(), gone: null }] }])
  expect(added.headers.get('etag')).toBe(tourOf(added).etag)
  expect(await all()).toEqual([tourOf(added)])
  const address = `/api/v1/tours/${tourOf(added).id}`, body = { name: '吃饭和去处', steps: [step({ seconds: 120 })] }
  expect((await tell(app, 'PATCH', address, leader, body)).code).toBe('needsRole')
  expect((await tell(app, 'PATCH', address, editor, body)).code).toBe('ifMatchMissing')
  const saved = await tell(app, 'PATCH', address, { ...other, 'if-match': tourOf(added).etag }, body)
  expect([saved.status, tourOf(saved).steps.length, tourOf(saved).etag === tourOf(added).etag]).toEqual([200, 1, false])
  // Somebody who read it before is told who was first, in a sentence.
  const late = await tell(app, 'PATCH', address, { ...editor, 'if-match': tourOf(added).etag }, { name: '晚了', steps: [step()] })
  expect([late.status, late.code, late.message]).toEqual([412, 'tourChanged', expect.stringContaining('吃饭和去处')])
  expect((await tell(app, 'DELETE', address, { ...editor, 'if-match': tourOf(added).etag })).code).toBe('tourChanged')
  expect((await tell(app, 'DELETE', address, { ...editor, 'if-match': tourOf(saved).etag })).body).toEqual({ id: tourOf(added).id })
  expect([(await tell(app, 'PATCH', address, { ...editor, 'if-match': '"x"' }, body)).code, await all()]).toEqual(['unknownTour', []])
  // Put back under its own id; not twice.
  const again = await put(tourOf(saved).name, [step()], { id: tourOf(added).id })
  expect([tourOf(again).id, (await put('x', [step()], { id: tourOf(added).id })).code]).toEqual([tourOf(added).id, 'tourExists'])
  await tell(app, 'DELETE', address, { ...editor, 'if-match': tourOf(again).etag })
})

test('walls hear of a tour that was added, saved or removed, those that come later too, and of nothing else by it', async () => {
  const heard: unknown[] = []
  const caller = { role: 'leader', areas: [], account: null, mustChangePassword: false, session: null, address: '10.0.0.1' } as const
  const listen = () => engine.hub.subscribe(caller, { send: (event) => { if (event.event === 'versions') heard.push([event.body().revision === world.version(), event.body().tours]) }, end: () => {} })
  const leave = listen()
  const added = tourOf(await put('听', [step()])), address = `/api/v1/tours/${added.id}`
  const saved = tourOf(await tell(app, 'PATCH', address, { ...editor, 'if-match': added.etag }, { name: '听', steps: [step({ words: '新' })] }))
  leave?.()
  listen()?.()
  expect(await tell(app, 'DELETE', address, { ...editor, 'if-match': added.etag })).toMatchObject({ code: 'tourChanged' })
  listen()?.()
  await tell(app, 'DELETE', address, { ...editor, 'if-match': saved.etag })
  listen()?.()
  expect(heard).toEqual([[true, ''], [true, `1 ${added.changed}`], [true, `1 ${saved.changed}`], [true, `1 ${saved.changed}`], [true, `1 ${saved.changed}`], [true, '']])
})

test.each([
  ['no name', { name: ' ', steps: [step()] }, 'name'], ['no steps', { name: 'x', steps: [] }, 'steps'], ['61 steps', { name: 'x', steps: Array.from({ length: 61 }, () => step()) }, 'steps'],
  ['too short', { name: 'x', steps: [step({ seconds: 2 })] }, 'steps.0.seconds'], ['too long', { name: 'x', steps: [step(), step({ seconds: 121 })] }, 'steps.1.seconds'],
  ['an unknown subject', { name: 'x', steps: [{ ...step(), subject: 'weather' }] }, 'steps.0.subject'], ['a month that is none', { name: 'x', steps: [step({ month: '2026-13' })] }, 'steps.0.month'],
  ['a camera in space', { name: 'x', steps: [step({}, { camera: { centre: [116, 99], zoom: 3, pitch: 0, bearing: 0 } })] }, 'steps.0.place.camera.centre.1'],
  ['words that no wall holds', { name: 'x', steps: [step({ words: '很'.repeat(81) })] }, 'steps.0.words'], ['something else', { name: 'x', steps: [{ ...step(), colour: 'red' }] }, 'steps.0.colour'],
])('a tour with %s is refused at its field', async (_, body, field) => {
  const { status, code, body: told } = await tell(app, 'POST', '/api/v1/tours', editor, body)
  expect([status, code, (told as { error: { fields: { field: string }[] } }).error.fields.map((one) => one.field)]).toEqual([400, 'invalidRecord', [field]])
  expect(await all()).toEqual([])
})

test('what is missing is said as it is: a name of blanks, no steps at all', async () => {
  const said = async (body: unknown, language = 'zh'): Promise<string> => (await tell(app, 'POST', '/api/v1/tours', { ...editor, 'accept-language': language }, body)).message
  expect([await said({ name: ' ', steps: [step()] }), await said({ name: '', steps: [step()] }), await said({ name: 'x', steps: [] })]).toEqual([expect.stringContaining('不能只有空格'), expect.stringContaining('至少 1 个字，收到 0 个'), expect.stringContaining('至少 1 项，收到 0 项')])
  expect(await said({ name: ' ', steps: [] }, 'en')).toMatch(/cannot be blank.*At least 1 entries, found 0/)
})

test('ten million bytes are refused in an answer that arrives, over a real connection', async () => {
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (address) => resolve({ server, port: address.port }))
  })
  onTestFinished(() => { server.close() })
  const heard = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/v1/tours', headers: { ...editor, 'content-type': 'application/json', 'accept-language': 'zh' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => { parts.push(part) }).on('end', () => { resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() }) })
    })
    sent.on('error', reject).end(JSON.stringify({ name: 'x', steps: [step({ notes: '长'.repeat(3_500_000) })] }))
  })
  expect([heard.status, heard.text]).toEqual([413, expect.stringContaining('请求超过 256 kB')])
})

test('a step whose area, building or subject has gone is kept, and says in both languages that it is passed over', async () => {
  const version = world.tileVersions()?.outlines ?? ''
  const added = tourOf(await put('会变的', [step({}, { area: '110105' }), step({}, { only: ['110105001001', '42'] }), step({}, { building: { index: 3, version } }), step({}, { building: { index: 3, version: 'old' } })]))
  expect(added.steps.map(({ gone }) => gone)).toEqual([null, 'area', null, 'building'])
  expect([added.steps[1].goneSaid, (await all('en'))[0].steps[3].goneSaid]).toEqual(['没有编码为“42”的区域，这一步跳过。', 'The buildings of the map have changed; choose the building anew. The step is passed over.'])
  // A later release may show another number in its place.
  await store.tours.write({ id: 't-of-another-release', ifMatch: null, actor: 'test', tour: { id: 't-of-another-release', name: '旧', steps: [{ ...step(), subject: 'weather' as 'meals' }] } })
  expect((await all()).find(({ name }) => name === '旧')?.steps[0]).toMatchObject({ gone: 'subject', goneSaid: '大屏上没有“weather”，这一步跳过。' })
  for (const { id, etag } of await store.tours.all()) await store.tours.write({ id, tour: null, ifMatch: etag, actor: 'test' })
})

test('while nobody has written a tour there is one of the city\'s own numbers and areas, which can be saved as a new one', async () => {
  for (const language of ['zh', 'en']) {
    const [usual, ...others] = await told(language)
    const answer = (await tell(app, 'GET', '/api/v1/wall', { ...leader, 'accept-language': language })).body as AnswerOf<typeof wall>
    expect([others, usual.usual, usual.name, usual.steps.map(({ gone }) => gone)]).toEqual([[], true, language === 'zh' ? '全貌' : 'Overview', usual.steps.map(() => null)])
    // Nothing is shown of which there is nothing, and nothing that moves with the data.
    const asked = new Map([...answer.numbers.map((one) => [one.code, one.value !== null] as const), ...answer.boards.map((one) => [one.code, one.answer !== ''] as const)])
    expect(usual.steps.every(({ subject }) => subject !== null && asked.get(subject))).toBe(true)
    expect(answer.numbers.filter(({ value }) => value !== null).every(({ code }) => usual.steps.some(({ subject }) => subject === code))).toBe(true)
  }
  const [{ name, steps }] = await told()
  // It has one district with one street, of which there is nothing to say beside the whole: communities are visited.
  const visited = steps.flatMap(({ place }) => place.area ?? [])
  expect(visited.length).toBeGreaterThan(0)
  expect(visited.filter((code) => !['110105001001', '110105001002'].includes(code))).toEqual([])
  const written = { name, steps: steps.map(({ gone: _gone, goneSaid: _said, ...step }) => step) }
  expect(z.safeParse(tourWritten, written).success).toBe(true)
  const saved = tourOf(await put(name, written.steps))
  expect([(await told()).map(({ id, usual }) => [id, usual])]).toEqual([[[saved.id, false]]])
  await store.tours.write({ id: saved.id, tour: null, ifMatch: saved.etag, actor: 'test' })
})

test('the usual tour visits the area where most is amiss, and none where nothing is told or all is well', () => {
  const number = (code: string, value: number | null, of: number | null, better: 'high' | 'low') => ({ code, question: `${code}?`, rule: 'rule', value, of, better })
  const child = (code: string, name: string, numbers: object) => ({ code, name, numbers })
  const made = (numbers: unknown[], children: unknown[], boards: unknown[] = []) => usualTour({ area: null, numbers, boards, children } as unknown as AnswerOf<typeof wall>, { name: '小城', box: [116, 39, 116.2, 39.2] }, 'zh')
  const children = [child('a', '甲', { meals: { value: 90, of: 100 }, leftOut: { value: 3, of: 9 }, rooms: { value: null, of: null } }), child('b', '乙', { meals: { value: 10, of: 30 }, leftOut: { value: 3, of: 90 } })]
  const tour = made([number('meals', 100, 130, 'high'), number('leftOut', 6, 99, 'low'), number('rooms', null, null, 'high')], children, [{ code: 'hours', question: '哪个时段断档？', rule: 'r', answer: '' }, { code: 'noMeals', question: '哪些楼？', rule: 'r', answer: '有' }])
  expect(tour.steps.map(({ subject, place, words }) => [subject, place.area, words])).toEqual([['meals', null, 'meals?'], ['meals', 'b', '乙：meals?'], ['leftOut', null, 'leftOut?'], ['noMeals', null, '哪些楼？']])
  // Of a city of which only the map was entered: the map.
  const looks = made([number('meals', null, null, 'high')], children).steps
  expect(looks.map(({ subject, place, words }) => [subject, place.area, place.camera?.centre ?? null, words])).toEqual([[null, null, null, '小城'], [null, 'a', null, '甲'], [null, 'b', null, '乙'], [null, null, [116.1, 39.1], '从近处看']])
})

test('there are fifty tours at most; another city takes the planted ones away and leaves those of people', async () => {
  await store.tours.write({ id: 't-planted', tour: { id: 't-planted', name: '种下的', steps: [step()] }, ifMatch: null, actor: 'test', planted: true })
  for (let i = 1; i < mostTours; i++) expect((await put(`tour ${i}`, [step()])).status).toBe(200)
  expect([(await put('one more', [step()])).code, (await all()).length]).toEqual(['tooManyTours', mostTours])
  await store.load({ identity: smallIdentity, records: smallRecords, actor: 'test', replace: true })
  expect((await store.tours.all()).map(({ id }) => id)).not.toContain('t-planted')
  expect([(await store.tours.all()).length, trouble]).toEqual([mostTours - 1, []])
})
