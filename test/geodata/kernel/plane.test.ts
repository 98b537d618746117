import { describe, expect, test } from 'vitest'
import { planeOf, project, unproject } from '../../../geodata/kernel/plane.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { squareMetres } from '../../../geodata/kernel/inner.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { geodesicMetres } from '../../tools/geodesic.ts'

describe('the metric plane', () => {
  test.each([18, 25, 31.2, 39.9, 45.75, 53])('agrees with the geodesic within 0.05 % up to 5 km at %d degrees north', (lat) => {
    const random = seededRandom(lat * 10)
    const plane = planeOf([116, lat - 0.3, 116.8, lat + 0.3])
    let worst = 0
    for (let k = 0; k < 2000; k++) {
      const from: Position = [116.05 + random() * 0.7, lat - 0.25 + random() * 0.5]
      const turn = random() * 2 * Math.PI, reach = 0.0005 + random() * 0.04
      const to: Position = [from[0] + Math.cos(turn) * reach, from[1] + Math.sin(turn) * reach]
      const geodesic = geodesicMetres(from, to)
      if (geodesic > 5000) continue
      const a = place(plane, from), b = place(plane, to)
      worst = Math.max(worst, Math.abs(Math.hypot(a[0] - b[0], a[1] - b[1]) / geodesic - 1))
    }
    expect(worst).toBeLessThan(0.0005)
    // What is really reached 30 km from the meridian: ten times better than promised.
    expect(worst).toBeLessThan(0.00005)
  })

  test('there and back is the same position to a tenth of a millimetre', () => {
    const plane = planeOf([113.7, 22.4, 114.7, 22.9])
    for (const position of [[113.7, 22.4], [114.2, 22.65], [114.7, 22.9], [114.05, 22.54]] as Position[]) {
      const [x, y] = place(plane, position)
      const back = unproject(plane, x, y)
      expect(geodesicMetres(position, back)).toBeLessThan(0.0001)
    }
  })

  test('the middle of the box is the origin', () => {
    const [x, y] = place(planeOf([116, 39, 117, 40]), [116.5, 39.5])
    expect(Math.hypot(x, y)).toBeLessThan(1e-6)
  })

  test('a box turned inside out is refused with what was got', () => {
    expect(() => planeOf([117, 39, 116, 40])).toThrow(new RangeError('box longitudes: expected -180 <= west <= east <= 180, got 117 and 116'))
    expect(() => planeOf([116, 40, 117, Number.NaN])).toThrow(RangeError)
  })

  test('areas agree with the geodesic sides of a small square', () => {
    const [west, south] = [116.4, 39.9]
    const shape = [[[[west, south], [west + 0.001, south], [west + 0.001, south + 0.001], [west, south + 0.001], [west, south]] as Position[]]]
    const expected = geodesicMetres([west, south + 0.0005], [west + 0.001, south + 0.0005]) * geodesicMetres([west, south], [west, south + 0.001])
    expect(squareMetres(shape) / expected).toBeCloseTo(1, 5)
  })
})

function place(plane: ReturnType<typeof planeOf>, [lon, lat]: Position): [number, number] {
  const point = new Float64Array(2)
  project(plane, lon, lat, point)
  return [point[0], point[1]]
}
