import { array, assert, constant, nat, oneof, option, property, record, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stateLedger } from '../../../web/map/differences.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('states sent to the map', () => {
  test('a building gets its state when its tile comes', () => {
    const ledger = stateLedger()
    expect(ledger.answer(bytes(0, 3, 6))).toEqual([])
    expect(ledger.load([1, 2])).toEqual([{ index: 1, state: 3 }, { index: 2, state: 6 }])
  })

  test('a tile that comes again sends nothing', () => {
    const ledger = stateLedger()
    ledger.answer(bytes(0, 3, 6))
    ledger.load([0, 1, 2])
    expect(ledger.load([0, 1, 2])).toEqual([])
  })

  test('a new answer sends only what changed, and only for loaded buildings', () => {
    const ledger = stateLedger()
    ledger.answer(bytes(0, 3, 6, 3))
    ledger.load([0, 1, 2])
    expect(ledger.answer(bytes(0, 0, 6, 0))).toEqual([{ index: 1, state: 0 }])
    expect(ledger.load([3])).toEqual([{ index: 3, state: 0 }])
  })

  test('no answer clears what was coloured', () => {
    const ledger = stateLedger()
    ledger.answer(bytes(0, 3))
    ledger.load([0, 1])
    expect(ledger.answer(null)).toEqual([{ index: 0, state: -1 }, { index: 1, state: -1 }])
    expect(ledger.answer(null)).toEqual([])
  })

  test('tiles that come before the first answer wait for it', () => {
    const ledger = stateLedger()
    expect(ledger.load([1, 0])).toEqual([])
    expect(ledger.answer(bytes(2, 4))).toEqual([{ index: 0, state: 2 }, { index: 1, state: 4 }])
  })

  test('after a lost context every tile that comes is sent anew', () => {
    const ledger = stateLedger()
    ledger.answer(bytes(0, 3))
    ledger.load([0, 1])
    ledger.forget()
    expect(ledger.held()).toBe(0)
    expect(ledger.load([1])).toEqual([{ index: 1, state: 3 }])
  })

  test('what is out of sight is dropped and sent again when it returns', () => {
    const ledger = stateLedger()
    ledger.answer(bytes(0, 3, 1))
    ledger.load([0, 1, 2])
    expect(ledger.keep(new Set([1]))).toEqual([0, 2])
    expect(ledger.held()).toBe(1)
    expect(ledger.load([2])).toEqual([{ index: 2, state: 1 }])
  })

  test('a change over the answer sends only what differs, leaves the answer as it was given, and ends with the next answer', () => {
    const ledger = stateLedger()
    const given = bytes(0, 3, 6, 3)
    ledger.answer(given)
    ledger.load([0, 1, 2])
    expect(ledger.change([1, 2, 3], [0, 6, 0])).toEqual([{ index: 1, state: 0 }])
    expect(ledger.load([3])).toEqual([{ index: 3, state: 0 }])
    expect([...given]).toEqual([0, 3, 6, 3])
    expect(ledger.change([1, 9], [3, 1])).toEqual([{ index: 1, state: 3 }])
    expect(ledger.answer(given)).toEqual([{ index: 3, state: 3 }])
  })

  test('without an answer nothing can be changed', () => {
    const ledger = stateLedger()
    ledger.load([0])
    expect(ledger.change([0], [3])).toEqual([])
  })

  test('an answer of another length than before is taken as it is', () => {
    const ledger = stateLedger()
    ledger.answer(bytes(0))
    ledger.load([0, 1])
    expect(ledger.answer(bytes(0, 5))).toEqual([{ index: 1, state: 5 }])
    expect(ledger.answer(bytes(0))).toEqual([{ index: 1, state: -1 }])
  })

  test('a map that plays back the changes always shows the answer on every loaded building', () => {
    const size = 40
    const step = oneof(
      record({ kind: constant('answer' as const), states: option(uint8Array({ minLength: size, maxLength: size, max: 6 }), { nil: null }) }),
      record({ kind: constant('load' as const), indices: array(nat(size - 1), { maxLength: 12 }) }),
      record({ kind: constant('change' as const), indices: array(nat(size - 1), { minLength: 1, maxLength: 12 }), state: nat(6) }),
      record({ kind: constant('keep' as const), indices: array(nat(size - 1), { maxLength: 30 }) }),
    )
    assert(property(array(step, { maxLength: 30 }), (steps) => {
      const ledger = stateLedger()
      const map = new Map<number, number>()
      const loaded = new Set<number>()
      let answer: Uint8Array | null = null
      for (const one of steps) {
        if (one.kind === 'keep') {
          const kept = new Set(one.indices)
          for (const index of ledger.keep(kept)) map.delete(index)
          for (const index of loaded) if (!kept.has(index)) loaded.delete(index)
          continue
        }
        if (one.kind === 'change') {
          if (answer) answer = answer.map((state, index) => (one.indices.includes(index) ? one.state : state))
          for (const { index, state } of ledger.change(one.indices, one.indices.map(() => one.state))) map.set(index, state)
          for (const index of loaded) expect(map.get(index) ?? -1).toBe(answer ? answer[index] : -1)
          continue
        }
        if (one.kind === 'answer') answer = one.states
        else for (const index of one.indices) loaded.add(index)
        const changes = one.kind === 'answer' ? ledger.answer(one.states) : ledger.load(one.indices)
        for (const { index, state } of changes) map.set(index, state)
        for (const index of loaded) expect(map.get(index) ?? -1).toBe(answer ? answer[index] : -1)
        expect(ledger.held()).toBe(loaded.size)
      }
    }), { seed: 20_261_122, numRuns: 300 })
  })
})
