import { describe, expect, test } from 'vitest'
import { fillZoom } from '../../../web/map/framing.ts'

describe('the first view', () => {
  test('of a broad city on a tall map comes nearer, half of the way to filling its height', () => {
    // 325 of 690 pixels high and 342 of 390 wide: 1.086 and 0.189 levels free.
    expect(fillZoom({ width: 390, height: 690 }, { width: 342, height: 325 })).toBeCloseTo(0.448, 3)
  })

  test('never comes so near that most of the city is out of view', () => {
    expect(fillZoom({ width: 300, height: 3000 }, { width: 280, height: 100 })).toBe(0.7)
  })

  test('shows the whole city on a broad map', () => {
    expect(fillZoom({ width: 1100, height: 1000 }, { width: 900, height: 900 })).toBe(0)
  })
})
