import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPlayer, idleMilliseconds, type PlayedTour, type Player, type PlayerClock } from '../../../../web/screen/tour/player.ts'

type FakeClock = PlayerClock & { /** Calls what is due, in order, and stands at the end of it. */ pass(milliseconds: number): void; readonly waiting: number }

function fakeClock(): FakeClock {
  let now = 0, made = 0
  const timers = new Map<number, { at: number; run: () => void }>()
  return {
    now: () => now,
    after(milliseconds, run) {
      const id = made++
      timers.set(id, { at: now + milliseconds, run })
      return () => { timers.delete(id) }
    },
    pass(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const [due] = [...timers].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)
        if (!due) break
        timers.delete(due[0])
        now = due[1].at
        due[1].run()
      }
      now = end
    },
    get waiting() { return timers.size },
  }
}

const step = (seconds: number, gone: string | null = null): PlayedTour['steps'][number] => ({ seconds, gone })
const two: PlayedTour[] = [{ id: 'meals', steps: [step(10), step(5), step(20)] }, { id: 'rooms', steps: [step(4, 'area'), step(8)] }]
const started = (tours: readonly PlayedTour[] = two): { player: Player; clock: FakeClock } => {
  const clock = fakeClock(), player = createPlayer(clock)
  player.load(tours)
  return { player, clock }
}
const at = ({ state }: Player): string => (state.at ? `${state.at.tour}.${state.at.step} ${state.mode}` : state.mode)

test('tours follow one another, each step for its own time, and begin again; what is gone is passed over', () => {
  const { player, clock } = started()
  expect([at(player), clock.waiting]).toEqual(['stopped', 0])
  player.play()
  const seen = [at(player)]
  for (const seconds of [10, 5, 20, 8]) {
    clock.pass(seconds * 1000 - 1)
    seen.push(at(player))
    clock.pass(1)
    seen.push(at(player))
  }
  expect(seen).toEqual(['0.0', '0.0', '0.1', '0.1', '0.2', '0.2', '1.1', '1.1', '0.0'].map((one) => `${one} playing`))
})

test('a touch stops it where it is; a minute after the last touch the same step is shown again, with all of its time', () => {
  const { player, clock } = started()
  player.play()
  clock.pass(9_000)
  player.touched()
  expect([at(player), player.state.resumes, player.state.since]).toEqual(['0.0 held', 69_000, null])
  clock.pass(50_000)
  player.touched()
  clock.pass(59_999)
  const shown = player.state.showing
  expect(at(player)).toBe('0.0 held')
  clock.pass(1)
  expect([at(player), player.state.showing - shown, player.state.lasts]).toEqual(['0.0 playing', 1, 10_000])
  clock.pass(10_000)
  expect(at(player)).toBe('0.1 playing')
})

test('what somebody paused stays paused, touched or not, until somebody plays it', () => {
  const { player, clock } = started()
  player.play()
  player.pause()
  player.touched()
  clock.pass(3_600_000)
  expect([at(player), clock.waiting]).toEqual(['0.0 paused', 0])
  player.toggle()
  expect(at(player)).toBe('0.0 playing')
  player.toggle()
  expect(at(player)).toBe('0.0 paused')
})

test('a person goes on, back and to any step; what plays plays on from there, what is held is held another minute', () => {
  const { player, clock } = started()
  player.back()
  expect(at(player)).toBe('0.0 paused')
  player.back()
  expect(at(player)).toBe('1.1 paused')
  player.play()
  player.next()
  clock.pass(6_000)
  player.goTo(2)
  clock.pass(19_999)
  expect(at(player)).toBe('0.2 playing')
  player.goTo(0, 1)
  player.goTo(99)
  expect(at(player)).toBe('0.2 playing')
  player.touched()
  clock.pass(40_000)
  player.next()
  clock.pass(59_999)
  expect(at(player)).toBe('1.1 held')
  clock.pass(1)
  expect(at(player)).toBe('1.1 playing')
})

test('tours that were edited while they play leave it where it is, or at the step before', () => {
  const { player } = started()
  player.play()
  player.goTo(2)
  player.load([two[1], { id: 'meals', steps: [step(10), step(5), step(9)] }])
  expect([at(player), player.state.lasts]).toEqual(['1.2 playing', 9000])
  player.load([{ id: 'meals', steps: [step(10), step(5)] }])
  expect(at(player)).toBe('0.1 playing')
  player.load([{ id: 'other', steps: [step(3)] }])
  expect(at(player)).toBe('0.0 playing')
  player.load([{ id: 'other', steps: [step(3, 'area')] }])
  expect(at(player)).toBe('stopped')
})

test('with nothing that can be shown nothing plays', () => {
  for (const tours of [[], [{ id: 'gone', steps: [step(5, 'area')] }]]) {
    const { player, clock } = started(tours)
    for (const act of [player.play, player.toggle, player.next, player.back, player.touched, player.pause]) act()
    expect([at(player), clock.waiting]).toEqual(['stopped', 0])
  }
})

test('a clock that slept through ten steps moves by one', () => {
  let due: (() => void) | null = null
  const player = createPlayer({ now: () => 0, after: (_, run) => { due = run; return () => {} } })
  player.load(two)
  player.play()
  const late = due as (() => void) | null
  late?.()
  expect(at(player)).toBe('0.1 playing')
})

test('whatever people touch and steer, it never skips a step by itself and never moves within a minute of a touch', () => {
  const command = fc.constantFrom('play', 'pause', 'toggle', 'next', 'back', 'stop', 'goTo', 'touched', 'touched')
  const act = fc.record({ command, wait: fc.integer({ min: 0, max: 90_000 }), step: fc.integer({ min: 0, max: 4 }) })
  fc.assert(fc.property(fc.array(act, { maxLength: 60 }), fc.array(fc.array(fc.record({ seconds: fc.integer({ min: 3, max: 120 }), gone: fc.constantFrom(null, null, 'area') }), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }), (acts, lists) => {
    const tours = lists.map((steps, i) => ({ id: `t${i}`, steps }))
    const { player, clock } = started(tours)
    const order = tours.flatMap(({ steps }, tour) => steps.flatMap(({ gone }, one) => (gone === null ? [`${tour}.${one}`] : [])))
    let before = player.state.at, byHand = true, touched = -Infinity
    const faults: string[] = []
    player.listen(({ at: now, mode }) => {
      if (!byHand) {
        const name = now ? `${now.tour}.${now.step}` : '', last = before ? `${before.tour}.${before.step}` : ''
        if (name !== last && name !== order[(order.indexOf(last) + 1) % order.length]) faults.push(`${last} to ${name}`)
        if (mode === 'playing' && clock.now() - touched < idleMilliseconds) faults.push(`${name} plays ${clock.now() - touched} ms after a touch`)
      }
      before = now
    })
    for (const { command: name, wait, step: to } of acts) {
      byHand = true
      if (name === 'goTo') player.goTo(to)
      else player[name]()
      // Who says play, says so: the touch before it holds nothing any more.
      if (name === 'touched') touched = clock.now()
      if (name === 'play' || name === 'toggle' || name === 'stop') touched = -Infinity
      byHand = false
      clock.pass(wait)
    }
    expect(faults).toEqual([])
    expect(clock.waiting).toBeLessThanOrEqual(1)
  }), { seed: 6, numRuns: 300 })
})

test('ten thousand steps leave one timer and no listeners behind', () => {
  const { player, clock } = started()
  let heard = 0
  const leave = player.listen(() => { heard++ })
  player.play()
  for (let i = 0; i < 10_000; i++) {
    const { lasts } = player.state
    clock.pass(lasts ?? 0)
    if (clock.waiting !== 1) throw new Error(`${clock.waiting} timers after ${i} steps`)
  }
  // A listener that comes and goes at each step leaves nothing.
  for (let i = 0; i < 100; i++) player.listen(() => { heard += 1e6 })()
  player.next()
  expect([heard, player.state.showing]).toEqual([10_002, 10_002])
  leave()
  player.next()
  expect(heard).toBe(10_002)
  player.close()
  expect(clock.waiting).toBe(0)
})
