// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useWall } from '../../../web/screen/useWall.ts'
import { useCityStore } from '../../../web/stores/city.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { useWallStore, type WallAnswer, type WallPut } from '../../../web/stores/wall.ts'
import { loggedIn, sessionAnswer } from '../answers.ts'
import { mounted, settle, withStores } from '../mounted.ts'
import { refusal, smallServer, type Ask, type Reply } from '../server.ts'
import { wallAnswer, wallChild, wallNumber } from './answers.ts'

const put = (rests = '1', asked: WallPut['asked'] = {}): WallPut => ({ asked, lang: 'zh', rests })
/** A server whose wall says what the test wants at the moment. */
const wallServer = (say: (ask: Ask) => WallAnswer | Reply, session = sessionAnswer()) => smallServer((ask) => {
  if (ask.path === '/api/v1/session') return { body: session }
  if (ask.path !== '/api/v1/wall') return undefined
  const said = say(ask)
  return 'body' in said ? said : { body: said }
})
let now = wallAnswer()
const meals = (value: number): WallAnswer => wallAnswer({ numbers: wallAnswer().numbers.map((number) => (number.code === 'meals' ? wallNumber('meals', { value }) : number)) })
beforeEach(() => { now = wallAnswer() })

describe('the answer on the wall', () => {
  it('is held piece by piece: only what changed is another object', async () => {
    withStores(wallServer(() => now))
    const wall = useWallStore()
    await wall.ask(put())
    const before = wall.answer
    now = meals(61)
    await wall.ask(put('2'))
    expect(wall.numberOf('meals')?.value).toBe(61)
    expect(wall.answer?.boards).toBe(before?.boards)
    expect(wall.numberOf('rooms')).toBe(before?.numbers.find((number) => number.code === 'rooms'))
    const kept = wall.answer
    await wall.ask(put('3'))
    expect(wall.answer).toBe(kept)
  })
  it('stays when the server cannot answer, and says since when it is', async () => {
    let up = true
    withStores(wallServer(() => (up ? now : { status: 500, body: { error: { code: 'unknown', message: '坏了', details: {} } } })))
    const wall = useWallStore()
    await wall.ask(put())
    const [shown, since] = [wall.answer, wall.answeredAt]
    up = false
    await wall.ask(put('2'))
    wall.stop()
    expect(wall.answer).toBe(shown)
    expect(wall.problem).not.toBeNull()
    expect(wall.answeredAt).toBe(since)
    up = true
    await wall.ask(put('3'))
    expect(wall.problem).toBeNull()
  })
  it('goes when this reader may not see it, and with the reader', async () => {
    let barred = false
    let session = loggedIn('leader')
    withStores(smallServer((ask) => (ask.path === '/api/v1/session' ? { body: session } : ask.path === '/api/v1/wall' ? (barred ? refusal('needsRole', '不行', 403) : { body: now }) : undefined)))
    const wall = useWallStore()
    await useSessionStore().read()
    await wall.ask(put())
    barred = true
    await wall.ask(put('2'))
    expect(wall.answer).toBeNull()
    barred = false
    await wall.ask(put('3'))
    expect(wall.answer).not.toBeNull()
    session = loggedIn('leader', { name: 'li' })
    await useSessionStore().read()
    expect(wall.answer).toBeNull()
  })
  it('of a city with one district begins with the parts one can choose from, and is still the whole', async () => {
    const server = withStores(wallServer(({ query }) => (query.get('area') === null
      ? wallAnswer({ area: null, children: [wallChild('310101', '望澜区', 'district')] })
      : wallAnswer({ area: { code: '310101', name: '望澜区', level: 'district', chain: [] } }))))
    const wall = useWallStore()
    await wall.ask(put('1', wall.asked))
    expect(wall.answer).toBeNull()
    expect(wall.asked).toEqual({ area: '310101' })
    await wall.ask(put('1', wall.asked))
    expect(wall.answer?.area).toBeNull()
    expect(wall.answer?.children).toHaveLength(2)
    expect(server.askedFor('/api/v1/wall')).toHaveLength(2)
  })
})

describe('what is chosen', () => {
  it('is asked for by itself, and the same choice again takes it back', () => {
    withStores()
    const wall = useWallStore()
    useQuestionStore().change({ area: '310101001' })
    wall.choose(['310101001002', '310101001001'], 'community')
    expect(wall.asked).toEqual({ area: '310101001', only: '310101001001,310101001002' })
    wall.choose(['310101001001', '310101001002'], 'community')
    expect(wall.asked).toEqual({ area: '310101001' })
  })
  it('is entered where it is larger than a community', () => {
    withStores()
    const wall = useWallStore()
    wall.choose(['310101001'], 'street')
    expect(wall.asked).toEqual({ area: '310101001' })
    wall.choose(['310101001', '310101002'], 'street')
    expect(wall.asked).toEqual({ area: '310101001' })
  })
  it('does not follow into another area; month and edition do', () => {
    withStores()
    const wall = useWallStore()
    wall.change({ only: ['310101001001'], month: '2026-03' })
    wall.enter('310101002')
    expect(wall.asked).toEqual({ area: '310101002', month: '2026-03' })
    wall.change({ only: ['310101002001'], edition: 'e1' })
    wall.enter('310101003')
    expect(wall.asked).toEqual({ area: '310101003', edition: 'e1' })
  })
  it('of an edition is of its own month, whatever month a step of a tour asks for', () => {
    withStores()
    const wall = useWallStore()
    wall.change({ edition: 'e1' })
    wall.change({ only: [], month: '2026-03', subject: null })
    expect(wall.asked).toEqual({ edition: 'e1' })
    wall.change({ edition: null, month: '2026-03' })
    expect(wall.asked).toEqual({ month: '2026-03' })
  })
  it('is left step by step: the choice, the area, the one above it, and there is an end', async () => {
    withStores(wallServer(({ query }) => wallAnswer(query.get('area') === '310101' ? { area: { code: '310101', name: '望澜区', level: 'district', chain: [] } } : {})))
    const wall = useWallStore()
    useQuestionStore().change({ area: '310101001' })
    wall.choose(['310101001001'], 'community')
    await wall.ask(put('1', wall.asked))
    const steps: unknown[] = []
    for (let step = 0; step < 4; step += 1) {
      const went = wall.leave()
      steps.push([went, wall.asked.area ?? null, wall.asked.only ?? null])
      await wall.ask(put('1', wall.asked))
    }
    expect(steps).toEqual([[true, '310101001', null], [true, '310101', null], [true, null, null], [false, null, null]])
  })
  it('a number that is opened is the one the map shows; a board leaves the map as it is', async () => {
    withStores(wallServer(() => now))
    const wall = useWallStore()
    await wall.ask(put())
    wall.open('rooms')
    expect([wall.values.subject, wall.values.shows, wall.shown?.code]).toEqual(['rooms', 'rooms', 'rooms'])
    wall.open('hours')
    expect([wall.values.subject, wall.values.shows]).toEqual(['hours', 'rooms'])
    wall.open(null)
    expect([wall.values.subject, wall.values.shows]).toEqual([null, 'rooms'])
  })
})

describe('while a tour plays', () => {
  it('nothing moves, newer values are told of, and come once it has ended', async () => {
    const server = withStores(wallServer(() => now))
    const wall = useWallStore()
    await wall.ask(put('1'))
    wall.hold(true)
    now = meals(99)
    await wall.ask(put('2'))
    expect(wall.numberOf('meals')?.value).toBe(60)
    expect(wall.newer).toBe(true)
    expect(server.askedFor('/api/v1/wall')).toHaveLength(1)
    wall.hold(false)
    expect(wall.newer).toBe(false)
    await wall.ask(put('2'))
    expect(wall.numberOf('meals')?.value).toBe(99)
  })
  it('a place that was seen is shown again as it was', async () => {
    withStores(wallServer(({ query }) => (query.get('area') === null ? meals(10) : now)))
    const wall = useWallStore()
    useQuestionStore().change({ area: '310101001' })
    await wall.ask(put('1', { area: '310101001' }))
    wall.hold(true)
    await wall.ask(put('1', { area: '310101002' }))
    now = meals(99)
    await wall.ask(put('2', { area: '310101001' }))
    expect(wall.numberOf('meals')?.value).toBe(60)
    await wall.ask(put('2', { area: '310101002' }))
    expect(wall.numberOf('meals')?.value).toBe(60)
    expect(wall.newer).toBe(true)
  })
  it('a place that is shown again is kept as itself when the tour is begun anew at once', async () => {
    withStores(wallServer(({ query }) => meals(query.get('area') === '310101001' ? 11 : 22)))
    const wall = useWallStore()
    useQuestionStore().change({ area: '310101001' })
    await wall.ask(put('1', { area: '310101001' }))
    wall.hold(true)
    await wall.ask(put('1', { area: '310101002' }))
    await wall.ask(put('1', { area: '310101001' }))
    wall.hold(false)
    wall.hold(true)
    await wall.ask(put('1', { area: '310101002' }))
    expect(wall.numberOf('meals')?.value).toBe(22)
    await wall.ask(put('1', { area: '310101001' }))
    expect(wall.numberOf('meals')?.value).toBe(11)
  })
})

describe('an address that asks for what is not there', () => {
  it.each([
    ['a choice', 'only=310101009999', 'only', 'unknownArea'], ['a month', 'month=2019-03', 'month', 'badParameter'], ['an edition', 'edition=gone', 'edition', 'unknownEdition'],
  ] as const)('%s: the wall says so and shows the rest', async (_what, asked, parameter, code) => {
    const Wall = defineComponent({ setup() {
      const { refused } = useWall()
      return () => h('p', refused.value.join())
    } })
    const server = wallServer(({ query }) => (query.get(parameter) === null ? now : refusal(code, '没有这个', 400, code === 'unknownEdition' ? { found: 'gone' } : { parameter, found: 'x', expected: 'y' })))
    const { wrapper } = await mounted(Wall, { path: `/screen?${asked}`, server })
    await useSessionStore().read()
    await useCityStore().refresh()
    await settle()
    const wall = useWallStore()
    expect([wall.answer === null, wall.problem, wrapper.text()]).toEqual([false, null, '没有这个'])
    useQuestionStore().change({ area: '310101001' })
    await settle()
    expect(wrapper.text()).toBe('')
    wrapper.unmount()
  })
})
