import { array, assert, constantFrom, integer, oneof, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../geodata/model/step.ts'
import { readSteps, writeSteps } from '../../../web/plan/stepText.ts'
import { changed, freshId, redone, trackOf, undone, withoutStep, withStep, type Steps } from '../../../web/plan/steps.ts'
import { useScenarioStore } from '../../../web/stores/scenario.ts'
import { withStores } from '../mounted.ts'

const everyone = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] } as const
const put = (id: string, lon = 112.59, name = '新设社区食堂'): Step => ({ kind: 'add', site: { id, name, category: 'canteen', position: [lon, 30.4], admission: everyone, hours: null, seats: null, candidate: null } })

const site = constantFrom('s-1', 's-2', 's-3', 'f-1', 'f-2')
const position = record({ lon: integer({ min: 0, max: 400 }), lat: integer({ min: 0, max: 300 }) }).map(({ lon, lat }) => [112.58 + lon / 1e4, 30.38 + lat / 1e4] as const)
const hours = constantFrom(null, '每天 11:00-13:00', 'Mo-Fr 07:00-09:00')
const step = oneof(
  record({ id: constantFrom('s-1', 's-2', 's-3'), at: position }).map(({ id, at }): Step => put(id, at[0])),
  record({ facility: site, position }).map((row): Step => ({ kind: 'move', ...row })),
  record({ facility: site }).map((row): Step => ({ kind: 'close', ...row })),
  record({ facility: site, hours }).map((row): Step => ({ kind: 'admit', admission: everyone, ...row })),
  record({ facility: site, hours }).map((row): Step => ({ kind: 'hours', ...row })),
  record({ facility: site, seats: constantFrom(null, 0, 40) }).map((row): Step => ({ kind: 'seats', ...row })),
  record({ gate: constantFrom('gate-1', 'gate-2'), hours }).map((row): Step => ({ kind: 'openGate', ...row })),
  record({ id: constantFrom('p-1', 'p-2'), from: position, to: position, hours }).map((row): Step => ({ kind: 'passage', ...row })),
)
const act = oneof({ weight: 6, arbitrary: step.map((one) => ({ act: 'add' as const, one })) }, { weight: 2, arbitrary: integer({ min: 0, max: 6 }).map((at) => ({ act: 'remove' as const, at })) }, { weight: 1, arbitrary: constantFrom({ act: 'clear' as const }) })

describe('what is tried out', () => {
  test('undo leads from any 50 changes back to the first state and redo to the last, through every state between', () => {
    assert(property(array(act, { minLength: 50, maxLength: 50 }), (acts) => {
      withStores()
      const scenario = useScenarioStore()
      const seen: Steps[] = [scenario.steps]
      for (const one of acts) {
        if (one.act === 'add') scenario.add(one.one)
        else if (one.act === 'remove') scenario.remove(one.at)
        else scenario.clear()
        if (scenario.steps !== seen.at(-1)) seen.push(scenario.steps)
      }
      for (const before of seen.slice(0, -1).toReversed()) {
        scenario.undo()
        expect(scenario.steps).toEqual(before)
      }
      expect([scenario.canUndo, scenario.steps]).toEqual([false, []])
      for (const after of seen.slice(1)) {
        scenario.redo()
        expect(scenario.steps).toEqual(after)
      }
      expect(scenario.canRedo).toBe(false)
    }), { seed: 20_261_123, numRuns: 60 })
  })

  test('a new change after an undo ends what could be redone', () => {
    let track = changed(changed(trackOf([]), [put('s-1')]), [put('s-1'), put('s-2')])
    track = changed(undone(track), [put('s-1'), put('s-3')])
    expect(redone(track)).toEqual(track)
    expect(undone(undone(track)).now).toEqual([])
  })

  test('what is done to a site of its own changes that site, and closing it takes it away', () => {
    const moved = withStep([put('s-1'), put('s-2')], { kind: 'move', facility: 's-1', position: [112.6, 30.4] })
    expect(moved).toEqual([put('s-1', 112.6), put('s-2')])
    expect(withStep(moved, { kind: 'close', facility: 's-1' })).toEqual([put('s-2')])
    expect(withoutStep(moved, 1)).toEqual([put('s-1', 112.6)])
  })

  test('what is done again to a site of the city replaces what was done, and closing it ends the rest', () => {
    const twice = withStep(withStep([], { kind: 'hours', facility: 'f-1', hours: null }), { kind: 'hours', facility: 'f-1', hours: '每天 11:00-13:00' })
    expect(twice).toEqual([{ kind: 'hours', facility: 'f-1', hours: '每天 11:00-13:00' }])
    expect(withStep(twice, { kind: 'close', facility: 'f-1' })).toEqual([{ kind: 'close', facility: 'f-1' }])
  })

  test('a new id is none that stands', () => {
    expect([freshId([], 's'), freshId([put('s-1'), put('s-3')], 's'), freshId([put('s-1')], 'p')]).toEqual(['s-1', 's-2', 'p-1'])
  })
})

describe('steps in an address', () => {
  test('come back exactly, whatever they are', () => {
    assert(property(array(step, { maxLength: 12 }), (steps) => {
      const text = writeSteps(steps)
      expect(text).toMatch(/^1[\w-]+$/)
      expect(readSteps(text)).toEqual(steps)
    }), { seed: 20_261_123, numRuns: 200 })
  })
  test('take about a hundred letters each', () => {
    expect(writeSteps([put('s-1', 112.5912345)]).length).toBeLessThan(100)
    expect(writeSteps(Array.from({ length: 10 }, (_, at) => put(`s-${at + 1}`, 112.59 + at * 0.0012345))).length).toBeLessThan(600)
  })
  test('of another kind, cut short or too long are none', () => {
    const text = writeSteps([put('s-1')])
    for (const other of ['', '1', 'x', `2${text.slice(1)}`, text.slice(0, -6), `${text}${'A'.repeat(6000)}`, writeSteps([{ kind: 'close' } as unknown as Step])]) expect(readSteps(other), other.slice(0, 20)).toBeNull()
  })
})
