import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answered, failed, type Outcome } from '../../../web/api/outcome.ts'
import { asking, retryPausesMs } from '../../../web/composables/asking.ts'

/** A server whose answers come when the test says so. */
const slowServer = () => {
  const open: { question: string; signal: AbortSignal; answer: (outcome: Outcome<string>) => Promise<void> }[] = []
  const put = (question: string, signal: AbortSignal): Promise<Outcome<string>> => new Promise((resolve) => {
    open.push({ question, signal, answer: async (outcome) => { resolve(outcome); await Promise.resolve(); await Promise.resolve() } })
  })
  return { open, put }
}

describe('asking', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('drops the answer of an older question that comes late', async () => {
    const { open, put } = slowServer()
    const one = asking(put)
    void one.ask('first')
    void one.ask('second')
    await open[1].answer(answered('two'))
    await open[0].answer(answered('one'))
    expect(one.answer.value).toBe('two')
    expect(one.answeredQuestion.value).toBe('second')
    expect(open[0].signal.aborted).toBe(true)
  })
  it('keeps the last good answer when the next one fails', async () => {
    const { open, put } = slowServer()
    const one = asking(put, () => 1000)
    void one.ask('first')
    await open[0].answer(answered('one'))
    void one.ask('second')
    await open[1].answer(failed('server', { message: 'No.', code: 'badParameter' }))
    expect(one.answer.value).toBe('one')
    expect(one.answeredAt.value).toBe(1000)
    expect(one.problem.value?.message).toBe('No.')
    expect(one.busy.value).toBe(false)
  })
  it('keeps nothing of what this reader may not ask', async () => {
    const { open, put } = slowServer()
    const one = asking(put)
    void one.ask('my street')
    await open[0].answer(answered('one'))
    void one.ask('another street')
    await open[1].answer(failed('server', { message: 'No.', code: 'outsideAreas' }))
    expect(one.answer.value).toBeNull()
    expect(one.problem.value?.code).toBe('outsideAreas')
  })
  it('asks again by itself while the server starts, and no more once it answered', async () => {
    const { open, put } = slowServer()
    const one = asking(put)
    void one.ask('first')
    await open[0].answer(failed('notReady'))
    await vi.advanceTimersByTimeAsync(retryPausesMs[0])
    expect(open).toHaveLength(2)
    await open[1].answer(failed('network'))
    await vi.advanceTimersByTimeAsync(retryPausesMs[1])
    await open[2].answer(answered('one'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(open).toHaveLength(3)
    expect(one.problem.value).toBeNull()
    expect(one.answer.value).toBe('one')
  })
  it('does not ask again what the server refused', async () => {
    const { open, put } = slowServer()
    const one = asking(put)
    void one.ask('first')
    await open[0].answer(failed('server', { message: 'No.', code: 'badParameter' }))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(open).toHaveLength(1)
  })
  it('can be cancelled, and keeps what it had', async () => {
    const { open, put } = slowServer()
    const one = asking(put)
    void one.ask('first')
    await open[0].answer(answered('one'))
    void one.ask('second')
    one.cancel()
    await open[1].answer(answered('two'))
    expect(one.answer.value).toBe('one')
    expect(one.problem.value?.kind).toBe('cancelled')
    expect(open[1].signal.aborted).toBe(true)
  })
})
