import { describe, expect, test } from 'vitest'
import type { EntryOf } from '../../../../geodata/model/entry.ts'
import { seededRandom } from '../../../../geodata/kernel/random.ts'
import type { AreaTree } from '../../../../geodata/registers/protect.ts'
import { firmsOf } from '../../../../geodata/registers/twoNew/firm.ts'
import { platformWorkers, protectedWorkers } from '../../../../geodata/registers/twoNew/newEmployment.ts'
import { outside, personsOf } from '../../../../geodata/registers/twoNew/persons.ts'
import { entry, organisation } from '../../../tools/registers.ts'

const k = 10
const tree: AreaTree = { code: '', children: [{ code: 'S', children: [{ code: 'A', children: [] }, { code: 'B', children: [] }] }, { code: 'T', children: [{ code: 'C', children: [] }] }] }
const firm = (id: string, community: string | null, carrier: string | null, members: number) => organisation(id, { community, carrier, members, operating: 'operating' })

describe('members of organisations as leaders are told them', () => {
  // Each with two firms of nobody beside it.
  const three = (id: string, community: string | null, carrier: string | null, members: number) => [members, 0, 0].map((count, at) => firm(`${id}-${at}`, community, carrier, count))
  const told = personsOf(tree, firmsOf([three('1', 'A', 't', 14), three('2', 'A', 't', 3), three('3', 'A', null, 4), three('4', 'B', 't', 30), three('5', 'C', 'm', 40), three('6', null, null, 12)].flat(), ({ community }) => community), k)
  const members = (area: string): number | null => told.ofArea('enterprise', 'members', area)

  test('a carrier in two communities is told as the sum of its parts, or of the part asked about', () => {
    expect([told.ofCarrier('enterprise', 'members', 'm', ['C']), told.ofCarrier('enterprise', 'members', 't', ['B'])]).toEqual([40, 30])
  })

  test('what is too few joins a neighbour, so that no carrier gives away the four without one', () => {
    expect(members('A')).toBe(21)
    expect(told.ofCarrier('enterprise', 'members', 't', ['A'])).toBeNull()
    expect(told.ofCarrier('enterprise', 'members', 't', ['A', 'B'])).toBeNull()
  })

  test('the city is the sum of its streets and of those outside', () => {
    expect([members('S'), members('T'), members(outside), members('')]).toEqual([51, 40, 12, 103])
  })

  test('one or two firms are told neither by themselves nor as what is left of an area', () => {
    const few = personsOf(tree, firmsOf([...three('1', 'A', 't', 30), firm('2', 'A', null, 500), firm('3', 'A', null, 70), firm('4', 'B', 'm', 90), firm('5', 'B', 'm', 10), ...three('6', 'C', null, 20)], ({ community }) => community), k)
    expect([few.ofArea('enterprise', 'members', 'A'), few.ofCarrier('enterprise', 'members', 't', ['A']), few.ofArea('enterprise', 'members', 'B'), few.ofCarrier('enterprise', 'members', 'm', ['B']), few.ofArea('enterprise', 'members', 'S')]).toEqual([null, null, null, null, 700])
    expect(few.ofArea('enterprise', 'members', '')).toBe(720)
  })

  test('no difference of told sums of random registers is one of 1 to 9, or of fewer than three firms', () => {
    const random = seededRandom(7)
    for (let round = 0; round < 200; round++) {
      const register = Array.from({ length: 12 }, (_, at) => firm(String(at), ['A', 'B', 'C', null][Math.floor(random() * 4)], [null, 't', 'm'][Math.floor(random() * 3)], Math.floor(random() * 8)))
      const persons = personsOf(tree, firmsOf(register, ({ community }) => community), k)
      for (const [area, homes] of [['A', ['A']], ['B', ['B']], ['C', ['C']], [outside, [null]], ['S', ['A', 'B']], ['', ['A', 'B', 'C', null]]] as const) {
        const all = persons.ofArea('enterprise', 'members', area)
        const parts = ['t', 'm'].map((carrier) => persons.ofCarrier('enterprise', 'members', carrier, homes)).filter((count) => count !== null)
        if (all === null) continue
        const rest = all - parts.reduce((sum, count) => sum + count, 0)
        expect(rest === 0 || rest >= k).toBe(true)
        for (const part of parts) expect(part === 0 || part >= k).toBe(true)
        const inside = register.filter(({ community }) => homes.some((home) => home === community))
        const untold = inside.filter(({ carrier }) => carrier === null || persons.ofCarrier('enterprise', 'members', carrier, homes) === null)
        for (const left of [inside.length, untold.length]) expect(left === 0 || left >= 3).toBe(true)
      }
    }
  })

  test('those left out of the denominator bring no persons', () => {
    const idle = personsOf(tree, firmsOf([...three('1', 'A', null, 20), organisation('2', { community: 'A', members: 50, operating: 'shell' })], ({ community }) => community), k)
    expect(idle.ofArea('enterprise', 'members', 'A')).toBe(20)
  })
})

describe('new employment groups', () => {
  const row = (id: string, area: string, month: string, workers: number, organised: number | null): EntryOf<'newEmployment'> => entry(id, 'newEmployment', { platform: 'food', month, workers, organised, members: null }, { area }) as unknown as EntryOf<'newEmployment'>
  const rows = [row('1', 'A', '2026-05', 90, 50), row('2', 'A', '2026-06', 100, 60), row('3', 'B', '2026-06', 40, 4), row('4', 'A', '2026-07', 120, 70)]
  const whole = { rows, month: '2026-06', isInside: () => true, leastForRate: 30 }

  test('are told of the newest month up to the asked one, summed over areas', () => {
    expect(platformWorkers(whole)).toEqual([{ platform: 'food', month: '2026-06', workers: 140, organised: 64, share: 64 / 140 }])
  })

  test('where some row does not say how many are organised, nobody guesses', () => {
    expect(platformWorkers({ ...whole, rows: [...rows, row('5', 'C', '2026-06', 30, null)] })).toEqual([{ platform: 'food', month: '2026-06', workers: 170, organised: null, share: null }])
  })

  test('no rate is told of fewer than thirty', () => {
    expect(platformWorkers({ ...whole, rows: [row('1', 'A', '2026-06', 29, 20)] })[0].share).toBeNull()
  })

  test('leaders are told the city, and not the street whose four organised could be worked out', () => {
    expect(protectedWorkers(whole, tree, '', k)[0]).toEqual({ platform: 'food', month: '2026-06', workers: 140, organised: 64, share: 64 / 140 })
    expect(protectedWorkers({ ...whole, isInside: (area) => area === 'B' }, tree, 'B', k)[0]).toEqual({ platform: 'food', month: '2026-06', workers: null, organised: null, share: null })
  })
})
