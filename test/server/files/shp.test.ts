import { describe, expect, test } from 'vitest'
import { shpRecords } from '../../../server/files/shapefile/shp.ts'

/** A .shp of records whose contents are lists of [kind of number, value]. */
function shpOf(type: number, ...records: (readonly ['int' | 'double', number])[][]): Uint8Array {
  const contents = records.map((values) => {
    const bytes = new Uint8Array(values.reduce((sum, [kind]) => sum + (kind === 'int' ? 4 : 8), 0))
    const view = new DataView(bytes.buffer)
    let at = 0
    for (const [kind, value] of values) {
      if (kind === 'int') view.setInt32(at, value, true)
      else view.setFloat64(at, value, true)
      at += kind === 'int' ? 4 : 8
    }
    return bytes
  })
  const heads = contents.map((content, index) => {
    const head = new DataView(new ArrayBuffer(8))
    head.setInt32(0, index + 1)
    head.setInt32(4, content.length / 2)
    return new Uint8Array(head.buffer)
  })
  const header = new DataView(new ArrayBuffer(100))
  header.setInt32(0, 9994)
  header.setInt32(24, (100 + contents.reduce((sum, content) => sum + content.length + 8, 0)) / 2)
  header.setInt32(32, type, true)
  return new Uint8Array(Buffer.concat([new Uint8Array(header.buffer), ...contents.flatMap((content, index) => [heads[index], content])]))
}

const int = (value: number) => ['int', value] as const
const double = (value: number) => ['double', value] as const
const box = [double(0), double(0), double(0), double(0)]

describe('shapes of a .shp', () => {
  test('points, with and without heights, and a record without shape', () => {
    expect(shpRecords(shpOf(1, [int(1), double(120), double(30)], [int(0)]), 'a.shp')).toEqual([
      { shape: { type: 'point', position: [120, 30] }, fault: null, repairs: [] },
      { shape: null, fault: 'noGeometry', repairs: [] },
    ])
    expect(shpRecords(shpOf(11, [int(11), double(120), double(30), double(5), double(0)]), 'a.shp')[0]).toEqual({ shape: { type: 'point', position: [120, 30] }, fault: null, repairs: ['heightDropped'] })
  })
  test('a line of two parts', () => {
    const line = [int(3), ...box, int(2), int(4), int(0), int(2), ...[120, 30, 121, 30, 122, 30, 123, 30].map(double)]
    expect(shpRecords(shpOf(3, line), 'a.shp')[0].shape).toEqual({ type: 'line', lines: [[[120, 30], [121, 30]], [[122, 30], [123, 30]]] })
  })
  test('several points give the first, reported', () => {
    const points = [int(8), ...box, int(2), double(120), double(30), double(121), double(31)]
    expect(shpRecords(shpOf(8, points), 'a.shp')[0]).toEqual({ shape: { type: 'point', position: [120, 30] }, fault: null, repairs: ['partsDropped'] })
  })
  test('coordinates that are no numbers leave the record without shape', () => {
    expect(shpRecords(shpOf(1, [int(1), double(Number.NaN), double(30)]), 'a.shp')[0]).toMatchObject({ shape: null, fault: 'badPosition' })
  })
})
