import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { reachCache, type ReachCache } from '../../../geodata/kernel/cache.ts'
import type { City } from '../../../geodata/kernel/columns.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import { answerGaps } from '../../../geodata/kernel/gaps.ts'
import { decodePack, encodePack } from '../../../geodata/kernel/pack.ts'
import { areaLookup } from '../../../geodata/kernel/polygons.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { withFacilities, withGateLocks, withResidents, type PlacedFacility } from '../../../geodata/kernel/revise.ts'
import { reachedMetres } from '../../../geodata/kernel/reached.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { administrativeLevels } from '../../../geodata/model/area.ts'
import { noVersions, type Versions } from '../../../geodata/model/city.ts'
import type { Facility } from '../../../geodata/model/facility.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { buildCity } from '../../tools/build-city.ts'
import { countsOf } from '../../tools/counts-of.ts'
import { randomCity, recordsOf, type RandomCity } from '../../tools/random-city.ts'
import { at } from '../../tools/small-city.ts'

const metrics = ['network', 'straight'] as const
const categories = ['canteen', 'clinic', 'market'] as const
const built = (records: RandomCity, versions?: Versions): City => buildCity(catalogue, records.box, recordsOf(records), versions)

describe('a revised city answers like one built anew', () => {
  test('after sites came, went, moved, changed kind and admission', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(...metrics), fc.integer({ min: 100, max: 1400 }), (seed, metric, metres) => {
      const random = seededRandom(seed)
      const cache = reachCache()
      const start = randomCity(seed)
      let { facilities } = start, city = built(start)
      expectSame(city, start, metric, metres, cache)
      for (const step of [1, 2, 3]) {
        const edited = editSites(facilities, random, step)
        facilities = edited.facilities
        city = withFacilities(city, edited.put.map((one) => placed(city, start, one)), edited.gone, { ...noVersions, categories: { canteen: step, clinic: step, market: step } })
        expectSame(city, { ...start, facilities }, metric, metres, cache)
      }
    }), { seed: 31, numRuns: 40 })
  })

  test('after counts changed, also where a building became a home or ceased to be one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(...metrics), fc.integer({ min: 100, max: 1400 }), (seed, metric, metres) => {
      const random = seededRandom(seed)
      const records = randomCity(seed), cache = reachCache()
      const city = built(records)
      expectSame(city, records, metric, metres, cache)
      for (const category of categories) reachedMetres(city, emptyOverlay, fillQuestion(catalogue, { category, metric, limit: { metres } }), 'any', cache)
      const buildings = records.buildings.map((one) => {
        if (random() < 0.6) return one
        const all = random() < 0.3 ? 0 : 30 + Math.floor(random() * 100)
        return { ...one, residents: random() < 0.2 ? null : { all, over60: all >> 2, over80: all >> 4, children: all >> 3, households: all >> 1, basis: 'permanent' as const, counted: random() < 0.5, source: 'random', date: null } }
      })
      const changed = buildings.flatMap((one, i) => (one === records.buildings[i] ? [] : [countsOf(one, i)]))
      const before = { ...cache.counts }
      expectSame(withResidents(city, changed, { ...noVersions, residents: 1 }), { ...records, buildings }, metric, metres, cache)
      expect([cache.counts.columns, cache.counts.rows]).toEqual([before.columns, before.rows])
    }), { seed: 32, numRuns: 40 })
  })

  test('after gates were locked and opened', () => {
    let changed = 0
    for (let seed = 0; seed < 20; seed++) {
      const records = randomCity(seed), cache = reachCache()
      const city = built(records)
      const doors = footingOf(city, false, []).doors
      expectSame(city, records, 'network', 600, cache)
      const locks = [{ id: 'gate-0', locked: 'always' as const }, { id: 'gate-2', locked: 'never' as const }, { id: 'gate-3', locked: { hours: '22:00-06:00' } }]
      const gates = records.gates.map((gate) => ({ ...gate, locked: locks.find((lock) => lock.id === gate.id)?.locked ?? gate.locked }))
      const later = withGateLocks(city, locks, { ...noVersions, network: 1 })
      expectSame(later, { ...records, gates }, 'network', 600, cache)
      expect(later.network).toBe(city.network)
      expect(footingOf(later, false, []).doors).toBe(doors)
      const question = fillQuestion(catalogue, { category: 'clinic', limit: { metres: 600 } })
      if (answerStates(later, emptyOverlay, question).some((state, i) => state !== answerStates(city, emptyOverlay, question)[i])) changed++
    }
    expect(changed).toBeGreaterThan(3)
  })
})

describe('a revision keeps what it does not touch', () => {
  const everyone = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] } as const
  const plain = randomCity(4)
  const records: RandomCity = { ...plain, facilities: plain.facilities.map((row) => ({ ...row, admission: everyone })) }
  const [canteens, clinics] = (['canteen', 'clinic'] as const).map((category) => fillQuestion(catalogue, { category, group: 'all' }))

  test('a canteen that moves costs the row where it stood and the row where it stands, and nothing of another category', () => {
    const cache = reachCache(), city = built(records)
    for (const question of [canteens, clinics]) answerStates(city, emptyOverlay, question, cache)
    const moved: Facility = { ...records.facilities[0], position: at(5.2, 4.1) }
    const later = withFacilities(city, [placed(city, records, moved)], [], { ...noVersions, categories: { canteen: 1 } })
    for (const question of [canteens, clinics]) answerStates(later, emptyOverlay, question, cache)
    expect(cache.counts).toMatchObject({ columns: 2, rows: 2, nearest: 0 })
    expect(cache.counts.repairs).toBeLessThanOrEqual(1)
    expect(footingOf(later, false, []).walk).toBe(footingOf(city, false, []).walk)
    expect(later.buildings).toBe(city.buildings)
  })

  test('a site that is gone is in no pack, and comes back under its index', () => {
    const city = built(records)
    const less = withFacilities(city, [], ['f1'], noVersions)
    expect([less.facilities.count, less.facilities.byId.has('f1'), less.facilities.byId.get('f2')]).toEqual([city.facilities.count, false, city.facilities.byId.get('f2')])
    expect(decodePack(encodePack(less, -1)).facilities.ids).not.toContain('f1')
    expect(JSON.stringify(decodePack(encodePack(less, -1)).facilities.names)).not.toContain('"f1"')
    const again = withFacilities(less, [placed(city, records, records.facilities[1])], [], noVersions)
    expect(again.facilities).toEqual(city.facilities)
  })

  test('what no city holds is refused', () => {
    const city = built(records)
    expect(() => withFacilities(city, [], ['f99'], noVersions)).toThrow(new RangeError('facility that is gone: expected the id of a facility, got f99'))
    expect(() => withFacilities(city, [{ facility: records.facilities[0], area: 99, estate: -1 }], [], noVersions)).toThrow(`area of facility f0: expected 0 to ${city.areas.count}, got 99`)
    expect(() => withFacilities(city, [{ facility: { ...records.facilities[0], category: 'castle' }, area: 0, estate: -1 }], [], noVersions)).toThrow('category: expected a code of the catalogue, got castle')
    expect(() => withGateLocks(city, [{ id: 'gate-9', locked: 'always' }], noVersions)).toThrow(new RangeError('gate to revise: expected the id of a gate, got gate-9'))
    expect(() => withResidents(city, [{ building: 60, all: 1, over60: 0, over80: 0, children: 0, households: 1, counted: true }], noVersions)).toThrow('building with other counts: expected 0 to 59, got 60')
    expect(() => withResidents(city, [{ building: 6, all: 1.5, over60: 0, over80: 0, children: 0, households: 1, counted: true }], noVersions)).toThrow('all of building 6: expected a whole number from 0, got 1.5')
  })
})

function expectSame(revised: City, records: RandomCity, metric: (typeof metrics)[number], metres: number, cache: ReachCache): void {
  const fresh = built(records)
  expect(revised.buildings).toEqual(fresh.buildings)
  for (const category of categories) {
    const question = fillQuestion(catalogue, { category, metric, limit: { metres } })
    expect(answerStates(revised, emptyOverlay, question, cache)).toEqual(answerStates(fresh, emptyOverlay, question))
    const a = answerGaps(revised, emptyOverlay, question, cache), b = answerGaps(fresh, emptyOverlay, question)
    expect([a.building, a.reason, a.residents, a.metres, a.nearestAdmits]).toEqual([b.building, b.reason, b.residents, b.metres, b.nearestAdmits])
    const summed = answerCoverage(revised, emptyOverlay, question, cache)
    expect([summed.areas, summed.states]).toEqual([answerCoverage(fresh, emptyOverlay, question).areas, answerCoverage(fresh, emptyOverlay, question).states])
  }
}

function placed(city: City, records: RandomCity, facility: Facility): PlacedFacility {
  const [lon, lat] = facility.position
  const area = areaLookup(records.areas, administrativeLevels.toReversed())(lon, lat)
  return { facility, area: area < 0 ? city.areas.count : area, estate: areaLookup(records.areas, ['estate'])(lon, lat) }
}

/** One comes, one goes, one moves, one becomes another kind, one admits others, and one that had gone comes back. */
function editSites(here: readonly Facility[], random: () => number, step: number): { facilities: Facility[]; put: Facility[]; gone: string[] } {
  const pick = (): Facility => here[Math.floor(random() * here.length)]
  const gone = pick(), moved = pick(), other = pick()
  const put = [
    { ...moved, position: at(random() * 12, random() * 12) }, { ...other, category: categories[step % 3], admission: { ...other.admission, audience: 'everyone' as const } },
    { ...here[0], id: `new-${step}`, position: at(random() * 12, random() * 12) }, ...(step === 3 ? [{ ...here[0], id: 'new-1', position: at(3, 3) }] : []),
  ].filter((one, i, all) => one.id !== gone.id && all.findLastIndex((same) => same.id === one.id) === i)
  return { put, gone: [gone.id], facilities: [...here.filter((one) => one.id !== gone.id && !put.some((same) => same.id === one.id)), ...put] }
}
