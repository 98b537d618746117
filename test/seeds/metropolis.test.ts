import { describe, expect, test } from 'vitest'
import type { CityRecord } from '../../geodata/model/city.ts'
import { demoCity } from '../../seeds/demo.ts'
import { largestNet } from '../tools/component.ts'

/** Six districts, three by two: every kind of seam between neighbours occurs. */
const buildings = 16_000

describe('a metropolis', () => {
  const city = demoCity({ seed: 5, buildings })
  const records: CityRecord[] = Array.from(city.records)
  const areas = records.flatMap((each) => (each.kind === 'area' ? [each.record] : []))
  const streets = records.flatMap((each) => (each.kind === 'street' ? [each.record] : []))

  test('holds about as many buildings as asked for', () => {
    const count = records.filter((each) => each.kind === 'building').length
    expect(count).toBeGreaterThan(buildings * 0.85)
    expect(count).toBeLessThan(buildings * 1.15)
  })

  test('gives every record an id of its own and every area a parent that came before it', () => {
    const ids = records.map(({ kind, record }) => `${kind} ${'code' in record && kind === 'area' ? record.code : 'id' in record ? record.id : ''}`)
    expect(new Set(ids).size).toBe(ids.length)
    const seen = new Set<string>()
    for (const area of areas) {
      expect(area.parent === null || seen.has(area.parent)).toBe(true)
      seen.add(area.code)
    }
  })

  test('names its places in the words of the field, each once', () => {
    const names = records.flatMap((each) => (each.kind === 'facility' ? [each.record.name] : []))
    expect(names.filter((name) => /[a-z]/i.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  test('is walkable from district to district', () => {
    expect(largestNet(streets).share).toBeGreaterThan(0.98)
  })

  test('neighbouring districts share every joint of their ring road', () => {
    const owners = new Map<string, Set<string>>()
    for (const area of areas.filter((each) => each.level === 'district')) {
      for (const point of (area.boundary ?? []).flat(2)) owners.set(point.join(), (owners.get(point.join()) ?? new Set<string>()).add(area.code))
    }
    const shared = [...owners.values()].filter((codes) => codes.size > 1).length
    // Three by two districts share four upright sides of 71 joints and three level ones of 77, two corners counted twice.
    expect(shared).toBeGreaterThanOrEqual(4 * 71 + 3 * 77 - 8)
  })

  test('lies inside the box it states', () => {
    const [west, south, east, north] = city.box
    const astray = streets.filter((street) => street.line.some(([lon, lat]) => lon < west || lon > east || lat < south || lat > north))
    expect(astray).toEqual([])
  })
})
