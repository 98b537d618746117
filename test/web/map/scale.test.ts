import { expect, test } from 'vitest'
import { pixelsPerMetre, scaleBar } from '../../../web/map/scale.ts'

test('a metre at the equator takes the 512-pixel tile over the circumference', () => {
  expect(pixelsPerMetre(0, 0) * 40_075_016.686).toBeCloseTo(512, 6)
  expect(pixelsPerMetre(60, 10)).toBeCloseTo(pixelsPerMetre(0, 11), 9)
})

test('the scale bar is round, fits, and is more than a third of the room', () => {
  for (let zoom = 8; zoom <= 20; zoom += 0.25) {
    const { metres, pixels } = scaleBar(31, zoom, 110)
    expect(['1', '2', '5']).toContain(String(metres).replace(/[0.]/g, ''))
    expect(pixels).toBeLessThanOrEqual(110)
    expect(pixels).toBeGreaterThan(110 / 3)
    expect(pixels).toBeCloseTo(metres * pixelsPerMetre(31, zoom), 9)
  }
})
