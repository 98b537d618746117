// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { typingMs, useSearchStore } from '../../../web/stores/search.ts'
import { hit } from '../answers.ts'
import { withStores } from '../mounted.ts'
import { smallServer } from '../server.ts'

const found = smallServer(({ path, query }) => (path === '/api/v1/search' ? { body: { hits: [hit('area', `a-${query.get('q')}`, '望澜社区')] } } : undefined))

describe('searching', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    found.asked.length = 0
  })
  afterEach(() => { vi.useRealTimers() })

  it('asks once the fingers rest, not at every key', async () => {
    withStores(found)
    const search = useSearchStore()
    for (const typed of ['w', 'wl', 'wls']) {
      search.type(typed)
      await vi.advanceTimersByTimeAsync(typingMs / 2)
    }
    expect(search.pending).toBe(true)
    await vi.advanceTimersByTimeAsync(typingMs)
    expect(found.asked.map((ask) => ask.query.get('q'))).toEqual(['wls'])
    expect(search.hits?.[0].id).toBe('a-wls')
    expect(search.pending).toBe(false)
  })
  it('asks nothing for nothing', async () => {
    withStores(found)
    const search = useSearchStore()
    search.type('wl')
    search.type('  ')
    await vi.advanceTimersByTimeAsync(1000)
    expect(found.asked).toEqual([])
    expect([search.hits, search.pending]).toEqual([null, false])
  })
  it('calls off what is asked when more is typed', async () => {
    const slow = smallServer(() => new Promise(() => {}))
    withStores(slow)
    const search = useSearchStore()
    search.type('w')
    await vi.advanceTimersByTimeAsync(typingMs)
    search.type('wl')
    await vi.advanceTimersByTimeAsync(typingMs)
    expect(slow.asked.map((ask) => ask.signal?.aborted)).toEqual([true, false])
  })
  it('remembers what was chosen, the last first and each once, and forgets the words when it closes', () => {
    withStores(found)
    const search = useSearchStore()
    for (const id of ['1', '2', '3', '1']) search.remember(hit('facility', id, id))
    search.type('x')
    search.close()
    expect(search.recent.map((one) => one.id)).toEqual(['1', '3', '2'])
    expect(search.text).toBe('')
    search.clear()
    expect(search.recent).toEqual([])
  })
})
