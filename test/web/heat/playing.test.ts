// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref, type EffectScope } from 'vue'
import { standMs, usePlaying } from '../../../web/heat/playing.ts'

const months = ['2026-04', '2026-05', '2026-06']
let scope: EffectScope
const stillness = (still: boolean): void => { vi.stubGlobal('matchMedia', (query: string) => ({ matches: still && query.includes('reduced-motion'), media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {}, dispatchEvent: () => false, onchange: null })) }
const player = (ready = () => true) => {
  const month = ref('2026-06')
  scope = effectScope()
  return { month, play: scope.run(() => usePlaying(() => months, () => month.value, (next) => { month.value = next }, ready)) as ReturnType<typeof usePlaying> }
}

beforeEach(() => {
  vi.useFakeTimers()
  stillness(false)
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('months that play', () => {
  it('begin again after the last and stop at it', () => {
    const { month, play } = player()
    play.toggle()
    expect(month.value).toBe('2026-04')
    vi.advanceTimersByTime(standMs)
    expect(month.value).toBe('2026-05')
    vi.advanceTimersByTime(standMs * 3)
    expect([month.value, play.playing.value]).toEqual(['2026-06', false])
  })
  it('wait for a month that has not come yet', () => {
    let ready = false
    const { month, play } = player(() => ready)
    play.toggle()
    vi.advanceTimersByTime(standMs * 2)
    expect(month.value).toBe('2026-04')
    ready = true
    vi.advanceTimersByTime(standMs)
    expect(month.value).toBe('2026-05')
  })
  it('stand still while nobody looks', () => {
    const { month, play } = player()
    play.toggle()
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    document.dispatchEvent(new Event('visibilitychange'))
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => false })
    vi.advanceTimersByTime(standMs * 3)
    expect([month.value, play.playing.value]).toEqual(['2026-04', false])
  })
  it('do not play by themselves under reduced motion, and step at both ends no further', () => {
    stillness(true)
    const { month, play } = player()
    play.toggle()
    vi.advanceTimersByTime(standMs * 3)
    expect([month.value, play.playing.value]).toEqual(['2026-06', false])
    play.step(1)
    expect(month.value).toBe('2026-06')
    play.step(-1)
    expect(month.value).toBe('2026-05')
    play.step(-9)
    expect(month.value).toBe('2026-04')
  })
})
