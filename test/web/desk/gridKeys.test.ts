import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridStep, nextEditable } from '../../../web/desk/gridKeys.ts'

const size = { rows: 100, columns: 9, page: 20 }
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false })

describe('keys in the grid', () => {
  it('lead by one cell, to the ends of a row, by a page, and with Ctrl to the corners', () => {
    const at = { row: 50, column: 4 }
    expect(gridStep(at, key('ArrowDown'), size)).toEqual({ row: 51, column: 4 })
    expect(gridStep(at, key('ArrowLeft'), size)).toEqual({ row: 50, column: 3 })
    expect(gridStep(at, key('Home'), size)).toEqual({ row: 50, column: 0 })
    expect(gridStep(at, key('End'), size)).toEqual({ row: 50, column: 8 })
    expect(gridStep(at, key('PageUp'), size)).toEqual({ row: 30, column: 4 })
    expect(gridStep(at, key('Home', true), size)).toEqual({ row: 0, column: 0 })
    expect(gridStep(at, key('End', true), size)).toEqual({ row: 99, column: 8 })
  })
  it('never lead out of the grid', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown')
    fc.assert(fc.property(fc.nat(99), fc.nat(8), keys, fc.boolean(), (row, column, name, ctrl) => {
      const to = gridStep({ row, column }, key(name, ctrl), size)
      expect(to !== null && to.row >= 0 && to.row < 100 && to.column >= 0 && to.column < 9).toBe(true)
    }), { seed: 2026 })
  })
  it('that belong to nobody, and those of an empty grid, lead nowhere', () => {
    expect(gridStep({ row: 0, column: 0 }, key('a'), size)).toBeNull()
    expect(gridStep({ row: 0, column: 0 }, key('ArrowDown'), { ...size, rows: 0 })).toBeNull()
  })
  it('Tab goes from one cell that may be written in to the next, over the ends of rows, and stops at the last', () => {
    const editable = [0, 2, 3]
    expect(nextEditable({ row: 0, column: 0 }, 1, editable, 2)).toEqual({ row: 0, column: 2 })
    expect(nextEditable({ row: 0, column: 3 }, 1, editable, 2)).toEqual({ row: 1, column: 0 })
    expect(nextEditable({ row: 1, column: 3 }, 1, editable, 2)).toBeNull()
    expect(nextEditable({ row: 1, column: 0 }, -1, editable, 2)).toEqual({ row: 0, column: 3 })
    expect(nextEditable({ row: 0, column: 0 }, -1, editable, 2)).toBeNull()
  })
})
