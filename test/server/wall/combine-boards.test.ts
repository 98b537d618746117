import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WallBoard, WallRow } from '../../../geodata/contract/wall.ts'
import { slotStandings } from '../../../geodata/model/register.ts'
import { combineBoards } from '../../../server/answers/wall/boards/boards.ts'
import { combineLists } from '../../../server/answers/wall/records/combine-lists.ts'
import { counted, noLights, record } from '../../../server/answers/wall/records/record-list.ts'

/** Boards of several areas put together, against sums taken one by one; no city is needed. */
const head = (code: WallBoard['code']) => ({
  code, question: '', answer: '', fresh: { source: 'sites' as const, date: null, state: 'unknown' as const, ageDays: null, ageingAfter: 1, oldAfter: 2 }, rule: '', formula: '', denominator: '', page: '', untold: 0, why: null,
})
const line = (id: string, value: number | null, of: number | null, second: WallRow['second'] = null): WallRow => ({ id, name: id, value, of, second, state: null, note: '', areas: [id], position: null })
const bars = (code: WallBoard['code'], rows: WallRow[]): WallBoard => ({ ...head(code), kind: 'bars', measures: [], unit: '', rows, total: rows.length })
const rowsOf = (board: WallBoard | undefined): WallRow[] => (board && board.kind !== 'matrix' && board.kind !== 'halfHours' ? board.rows : [])

const value = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null })
const row = fc.record({ id: fc.integer({ min: 0, max: 40 }).map(String), value, of: fc.integer({ min: 50, max: 90 }) }).map(({ id, value: count, of }) => line(id, count, of))
const part = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 30 })
const parts = fc.array(part, { minLength: 1, maxLength: 5 })
const told = (values: readonly (number | null)[]): number | null => (values.every((one) => one === null) ? null : values.reduce<number>((sum, one) => sum + (one ?? 0), 0))

describe('boards of several areas', () => {
  test('add rows of one id, and cut the list only then', () => {
    fc.assert(fc.property(parts, (areas) => {
      const board = combineBoards(areas.map((rows) => [bars('shutRooms', rows)]), 'zh')[0]
      const every = areas.flat(), ids = [...new Set(every.map(({ id }) => id))]
      const sums = new Map(ids.map((id) => [id, told(every.filter((one) => one.id === id).map((one) => one.value))]))
      const rows = rowsOf(board)
      expect(board).toMatchObject({ total: ids.length })
      expect(rows.map(({ id, value: sum }) => [id, sum])).toEqual([...sums].toSorted((a, b) => (b[1] ?? -1) - (a[1] ?? -1) || (a[0] < b[0] ? -1 : 1)).slice(0, 12))
    }), { seed: 10 })
  })

  test('come out the same whichever are put together first', () => {
    fc.assert(fc.property(parts, (areas) => {
      const boards = areas.map((rows) => [bars('requestPlaces', rows)])
      expect(combineBoards(boards.toReversed(), 'en')).toEqual(combineBoards(boards, 'en'))
    }), { seed: 11 })
  })

  test('write figures in words as those beside them: thin spaces in thousands, 万 from ten thousand', () => {
    const board = bars('noMeals', [line('none', 1340, 12_600, { value: 17_864, of: 90_000 })])
    expect([combineBoards([[board]], 'zh')[0].answer, combineBoards([[board]], 'en')[0].answer]).toEqual([
      expect.stringContaining('1.3\u2009万 栋住宅中 1\u2009340 栋没饭吃，住着 1.8\u2009万 位'), expect.stringContaining('1\u2009340 of 12\u2009600'),
    ])
  })

  test('say nothing of what is not told, and count it', () => {
    const few: WallBoard = { ...bars('noMeals', [line('none', 3, 5, { value: null, of: null })]), untold: 1 }
    const open: WallBoard = bars('noMeals', [line('none', 4, 7, { value: 20, of: 90 })])
    const [board] = combineBoards([[few], [open]], 'en')
    expect(board.untold).toBe(1)
    expect(rowsOf(board)).toMatchObject([{ value: 7, of: 12, second: { value: 20, of: 90 } }])
    expect(board.answer).toBe('7 of 12 residential buildings have no meals; mostly because: none (7).')
    expect(combineBoards([[open]], 'zh')[0].answer).toBe('7 栋住宅中 4 栋没饭吃，住着 20 位 60 岁及以上居民；最多是因为“none”（4 栋）。')
  })

  test('add half hours one by one, and the untold to none', () => {
    fc.assert(fc.property(fc.array(fc.record({ covered: fc.option(fc.array(fc.nat(99), { minLength: 48, maxLength: 48 }), { nil: null }), open: fc.array(fc.nat(9), { minLength: 48, maxLength: 48 }) }), { minLength: 1, maxLength: 4 }), (areas) => {
      const [board] = combineBoards(areas.map(({ covered, open }) => [{ ...head('hours'), kind: 'halfHours' as const, day: '2026-06-30', dayName: '', covered: covered ?? open.map(() => null), open, total: covered === null ? null : 100 }]), 'en')
      if (board.kind !== 'halfHours') throw new Error('no half hours')
      board.covered.forEach((count, h) => expect(count).toBe(told(areas.map(({ covered }) => covered?.[h] ?? null))))
      board.open.forEach((count, h) => expect(count).toBe(areas.reduce((sum, { open }) => sum + open[h], 0)))
      expect(board.total).toBe(told(areas.map(({ covered }) => (covered === null ? null : 100))))
    }), { seed: 12 })
  })

  test('stand one below the other in a table, the least complete first', () => {
    const cell = fc.constantFrom(...slotStandings)
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 9 }), (communities) => {
      const columns = ['a', 'b', 'c'].map((code) => ({ code, name: code, short: code }))
      const [board] = combineBoards(communities.map((cells, at) => [{ ...head('missingRoom'), kind: 'matrix' as const, columns, rows: [{ code: String(at), name: '', cells }] }]), 'en')
      if (board.kind !== 'matrix') throw new Error('no table')
      const there = board.rows.map(({ cells }) => cells.filter((one) => one === 'built' || one === 'shared').length)
      expect(board.rows.length).toBe(communities.length)
      const short = there.filter((count) => count < 3).length
      if (communities.length > 1 && short > 0) expect(board.answer.startsWith(`${short} of ${communities.length} communities are incomplete`)).toBe(true)
      expect(there).toEqual(there.toSorted((a, b) => a - b))
    }), { seed: 13 })
  })

  test('put those of whom nothing is told before the fewest, and the worst share before the larger', () => {
    const few = bars('fewReported', [line('a', 30, null), line('b', null, null), line('c', 12, null)])
    expect(rowsOf(combineBoards([[few]], 'en')[0]).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
    const pairs = bars('emptyCarriers', [line('half', 2, 4), line('none', 0, 1), line('unsaid', null, 9)])
    expect(rowsOf(combineBoards([[pairs]], 'en')[0]).map(({ id }) => id)).toEqual(['none', 'half', 'unsaid'])
  })

  test('of two kinds cannot be put together', () => {
    expect(() => combineBoards([[bars('hours', [])], [{ ...head('hours'), kind: 'matrix', columns: [], rows: [] }]], 'en')).toThrow('board hours: expected two of one kind, got bars and matrix')
  })

  test('have their longest stretch without any canteen said between the first and the last meal', () => {
    const open = Array.from({ length: 48 }, (_, h) => Number(h >= 14 && h < 18) + 2 * Number(h >= 22 && h < 26))
    const [board] = combineBoards([[{ ...head('hours'), kind: 'halfHours', day: '2026-06-30', dayName: '', covered: open.map((count) => 10 * count), open, total: 40 }]], 'en')
    expect(board.answer).toBe('Best at 11:00: 50% of those of 60 and over in reach; at supper (17:30): 0%. From 13:00 to 20:00 none is in reach.')
  })
})

describe('records of several areas', () => {
  test('are one row where areas share one, its counts added; the figure is theirs', () => {
    const list = (gain: number, ids: readonly string[]) => ({ rows: ids.map((id) => record({ id, name: id, cells: [gain, 'staff'] })), figure: counted(ids.length, null), lights: { ...noLights, places: ids.map((id) => ({ id, name: id, position: [0, 0] as [number, number] })) }, shared: true as const })
    const { rows, figure, lights } = combineLists([list(10, ['a', 'b']), list(5, ['b', 'c'])])
    expect(rows.map(({ id, cells }) => [id, ...cells])).toEqual([['a', 10, 'staff'], ['b', 15, 'staff'], ['c', 5, 'staff']])
    expect([figure.value, lights.places.length]).toEqual([3, 3])
  })

  test('that nobody is told of are in no figure', () => {
    const untold = { rows: [], figure: counted(null, null, 'few', 1), lights: noLights }, own = { rows: [], figure: counted(4, 9), lights: noLights }
    expect(combineLists([untold, own]).figure).toEqual({ value: 4, of: 9, untold: 1, why: null })
    expect(combineLists([untold, untold]).figure).toEqual({ value: null, of: null, untold: 2, why: 'few' })
  })
})
