import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import { nearestOf } from '../../../geodata/kernel/nearest.ts'
import { ruleValue } from '../../../geodata/kernel/question.ts'
import { reachColumn } from '../../../geodata/kernel/reach.ts'
import { reachRow } from '../../../geodata/kernel/row.ts'
import type { Source } from '../../../geodata/kernel/sources.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { buildCity } from '../../tools/build-city.ts'
import { walkingOracle } from '../../tools/dijkstra.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'

const snapMetres = ruleValue(catalogue, 'snapMetres')
const seeds = [1, 2, 3, 4, 5, 6, 7, 8]

describe.each([false, true])('reach, without stairs: %s', (stepFree) => {
  test.each(seeds)('of city %d equals a plain Dijkstra over the streets for every pair of building and site', (seed) => {
    const { city, sources, oracleMetres } = prepare(seed, stepFree)
    const footing = footingOf(city, stepFree, [])
    let pairs = 0, worst = 0
    for (const source of sources) {
      const row = reachRow(footing, source, Infinity)
      const metres = new Float64Array(city.buildings.count).fill(Infinity)
      row.buildings.forEach((building, k) => { metres[building] = row.metres[k] })
      oracleMetres(source).forEach((expected, building) => {
        if (expected === Infinity) return expect(metres[building]).toBe(Infinity)
        pairs++
        worst = Math.max(worst, Math.abs(metres[building] - expected))
      })
    }
    expect(pairs).toBeGreaterThan(100)
    expect(worst).toBeLessThan(0.5)
  })

  test.each(seeds)('of city %d by category is the least of its rows, to the bit', (seed) => {
    const { city, sources } = prepare(seed, stepFree)
    const footing = footingOf(city, stepFree, [])
    const column = reachColumn(footing, sources, 700)
    const least = new Float32Array(city.buildings.count).fill(Infinity)
    for (const source of sources) {
      const row = reachRow(footing, source, 700)
      row.buildings.forEach((building, k) => { least[building] = Math.min(least[building], row.metres[k]) })
    }
    expect(column).toEqual(least)
  })

  test.each(seeds)('of city %d names the nearest site, the lowest index of equally near ones', (seed) => {
    const { city, sources } = prepare(seed, stepFree)
    const footing = footingOf(city, stepFree, [])
    const nearest = nearestOf(footing, sources)
    const rows = sources.map((source) => ({ source, row: reachRow(footing, source, Infinity) }))
    for (let building = 0; building < city.buildings.count; building++) {
      let metres = Infinity, facility = -1
      for (const { source, row } of rows) {
        const k = row.buildings.indexOf(building)
        if (k < 0 || row.metres[k] >= metres) continue
        metres = row.metres[k]
        facility = source.facility
      }
      expect([nearest.facility[building], nearest.metres[building]]).toEqual([facility, metres])
    }
  })
})

test('a site confined to areas is searched for their residents alone', () => {
  const { city, sources } = prepare(3, false)
  const footing = footingOf(city, false, [])
  const area = city.areas.byCode.get('community-1') ?? -1
  let inside = 0
  for (const free of sources) {
    const confined: Source = { ...free, onlyAreas: [area], onlyKey: String(area) }
    const all = reachColumn(footing, [free], 900), some = reachColumn(footing, [confined], 900)
    const row = reachRow(footing, confined, 900)
    for (let i = 0; i < city.buildings.count; i++) {
      const isIn = city.areas.parents[city.buildings.area[i]] === area || city.buildings.area[i] === area
      if (isIn && all[i] < Infinity) inside++
      expect(some[i]).toBe(isIn ? all[i] : Infinity)
      expect(row.buildings.includes(i)).toBe(some[i] < Infinity)
    }
  }
  expect(inside).toBeGreaterThan(0)
})

test('a column filled for some buildings leaves the others out', () => {
  const { city, sources } = prepare(5, false)
  const footing = footingOf(city, false, [])
  const all = reachColumn(footing, sources, 900)
  const only = Int32Array.of(3, 8, 21, 40)
  const some = reachColumn(footing, sources, 900, only)
  some.forEach((metres, i) => expect(metres).toBe(only.includes(i) ? all[i] : Infinity))
})

function prepare(seed: number, stepFree: boolean) {
  const records = randomCity(seed)
  const city = buildCity(catalogue, records.box, recordsOf(records))
  const locked = records.gates.filter((gate) => gate.locked === 'always').map((gate) => gate.position)
  const oracle = walkingOracle(records.streets, locked, stepFree, snapMetres)
  const doors = records.buildings.map((building) => (building.entrances.length > 0 ? building.entrances : [innerPoint(building.footprint)]))
  const sources = ['canteen', 'clinic', 'market'].flatMap((category) => sourcesOf(city, emptyOverlay, category, 'any')).toSorted((a, b) => a.facility - b.facility)
  return { city, sources, oracleMetres: (source: Source) => oracle.metresTo(records.facilities[source.facility].position, doors) }
}
