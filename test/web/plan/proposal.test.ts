import { describe, expect, test } from 'vitest'
import type { WhatIfAnswer } from '../../../web/scenarios/compared.ts'
import { areasOf, boxOf, marksOf, mostAreas } from '../../../web/plan/sheet/proposal.ts'

type Row = WhatIfAnswer['byArea'][number]
const change = (before: number, after: number, total: number) => ({ before, after, total })
const area = (code: string, level: Row['level'], before: number, after: number, total = 100): Row => {
  const residents = change(before, after, total)
  return { code, name: code, level, parent: null, residents, households: residents, buildings: residents, landSquareMetres: residents, communities: residents }
}
const answer = (byArea: Row[], asked: string | null = null) => ({ byArea, question: { area: asked } }) as unknown as WhatIfAnswer

describe('the areas of a proposal', () => {
  test('are communities, those that change most first, and grids of the one community asked about', () => {
    const rows = [area('street', 'street', 10, 40), area('a', 'community', 10, 12), area('b', 'community', 50, 20), area('empty', 'community', 0, 0, 0), area('g', 'grid', 1, 2)]
    expect(areasOf(answer(rows), () => null).rows.map(({ code, gain }) => [code, gain])).toEqual([['b', -30], ['a', 2]])
    expect(areasOf(answer(rows, 'a'), () => 'community').rows.map(({ code }) => code)).toEqual(['g'])
  })

  test('are as many as find room on the page, and the rest is counted', () => {
    const { rows, rest } = areasOf(answer(Array.from({ length: mostAreas + 5 }, (_, k) => area(`c${k}`, 'community', 0, k))), () => null)
    expect([rows.length, rest, rows[0]?.gain]).toEqual([mostAreas, 5, mostAreas + 4])
  })

  test('have their steps marked where they are done, when the place is known', () => {
    const { places = [] } = marksOf([{ kind: 'close', facility: 'f1' }, { kind: 'openGate', gate: 'g1', hours: null }, { kind: 'move', facility: 'f2', position: [3, 4] }], (id) => (id === 'f1' ? [1, 2] : null))
    expect(places.map(({ name, position }) => [name, position])).toEqual([['1', [1, 2]], ['3', [3, 4]]])
  })

  test('are on a map of what changes, with room, or of the whole where that is most of it', () => {
    const whole = [112.57, 30.37, 112.63, 30.43] as const
    expect(boxOf([], whole)).toEqual(whole)
    expect(boxOf([[112.58, 30.38], [112.62, 30.42]], whole)).toEqual(whole)
    const [west, south, east, north] = boxOf([[112.588, 30.394], [112.59, 30.396]], whole)
    expect([west < 112.588, east > 112.59, south < 30.394, north > 30.396]).toEqual([true, true, true, true])
    expect([east - west, north - south].map((degrees) => Math.round(degrees * 1000))).toEqual([12, 12])
  })
})
