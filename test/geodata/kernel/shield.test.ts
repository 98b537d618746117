import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { reachCache } from '../../../geodata/kernel/cache.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import type { City } from '../../../geodata/kernel/columns.ts'
import { within } from '../../../geodata/kernel/members.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { withResidents } from '../../../geodata/kernel/revise.ts'
import { bands, inSteps, shieldedBand, shieldOf, shieldWith, type Band, type Shield } from '../../../geodata/kernel/shield.ts'
import { noVersions } from '../../../geodata/model/city.ts'
import { groups } from '../../../geodata/model/facility.ts'
import { emptyOverlay, type BuildingCounts } from '../../../geodata/model/overlay.ts'
import { buildCity } from '../../tools/build-city.ts'
import { countsOf } from '../../tools/counts-of.ts'
import { fewPeople, someResidents } from '../../tools/few-people.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'

const settings = { seed: 20261123, numRuns: 60 }
const seeds = fc.integer({ min: 0, max: 1e6 })
const ks = fc.constantFrom(5, 10, 20)

describe('a shielded city', () => {
  test('holds in every block of every band nobody or at least k, and every building in one block', () => {
    fc.assert(fc.property(seeds, ks, (seed, k) => {
      const { city } = few(seed)
      for (const band of bands) {
        const { blocks, told, seat } = shieldedBand(city, shieldOf(city, k), band)
        expect([...told].filter((people) => people > 0 && people < k)).toEqual([])
        expect(blocks.of.every((block) => block >= 0 && block < told.length)).toBe(true)
        expect([...told.keys()].filter((block) => told[block] > 0 && blocks.of[seat[block]] !== block)).toEqual([])
      }
    }), settings)
  })

  test('tells of the whole city and of every area that is exact just what there is', () => {
    let exact = 0, inexact = 0
    fc.assert(fc.property(seeds, ks, (seed, k) => {
      const { city } = few(seed)
      const shield = shieldOf(city, k)
      for (const figure of [...groups, 'households'] as const) {
        const whole = city.areas.count + 1
        for (let area = 0; area <= whole; area++) {
          if (city.areas.levels[area] === estateLevel) continue
          if (shield.inexact[figure][area] === 1) inexact++
          else {
            exact++
            expect([figure, area, sumIn(shield.city, figure, area)]).toEqual([figure, area, sumIn(city, figure, area)])
          }
        }
      }
    }), settings)
    expect(Math.min(exact, inexact)).toBeGreaterThan(500)
  })

  test('is the city itself in all but persons, households and whether they were counted', () => {
    const { city } = few(5)
    const { buildings, ...rest } = shieldOf(city, 10).city
    expect(rest).toEqual({ ...rest, ...omit(city, 'buildings') })
    expect(omit(buildings, 'residents', 'households', 'counted')).toEqual(omit(city.buildings, 'residents', 'households', 'counted'))
  })

  test('keeps groups parts of one another, and people in homes alone', () => {
    fc.assert(fc.property(seeds, ks, (seed, k) => {
      const { residents, kind, households } = shieldOf(few(seed).city, k).city.buildings
      for (let i = 0; i < kind.length; i++) {
        expect(residents['80plus'][i] <= residents['60plus'][i] && residents['60plus'][i] + residents.children[i] <= residents.all[i]).toBe(true)
        if (kind[i] !== 1) expect([residents.all[i], households[i]]).toEqual([0, 0])
      }
    }), settings)
  })

  test('answers coverage by sums of blocks: covered and left out are each nobody or at least k, in every area, group and limit', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 50, max: 1500 }), fc.constantFrom('network', 'straight'), (seed, metres, metric) => {
      const { city } = few(seed)
      const shield = shieldOf(city, 10), cache = reachCache()
      for (const group of groups) {
        const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres }, group, metric })
        const { areas } = answerCoverage(shield.city, emptyOverlay, question, cache)
        for (const [covered, total] of [[areas.residentsCovered, areas.residentsTotal], [areas.householdsCovered, areas.householdsTotal]]) {
          expect([...covered].filter((figure, area) => tooFew(figure) || tooFew(total[area] - figure))).toEqual([])
        }
      }
    }), settings)
  })

  test('says nothing of a city that has fewer than k in all', () => {
    const { city } = few(3)
    const empty = withResidents(city, Array.from({ length: city.buildings.count }, (_, building) => counts(building, 0)), noVersions)
    const three = withResidents(empty, [counts(4, 2), counts(9, 1)], noVersions)
    const shield = shieldOf(three, 10)
    expect([shield.inexact.all[city.areas.count + 1], shield.inexact['60plus'][city.areas.count + 1]]).toEqual([1, 0])
    expect(sumIn(shield.city, 'all', city.areas.count + 1)).toBe(0)
  })

  test('refuses groups that are no parts, and a k that shields nothing', () => {
    const { city } = few(3)
    expect(() => shieldOf(withResidents(city, [{ ...counts(4, 2), over60: 3 }], noVersions), 10)).toThrow('residents of building 4: expected groups within the whole, got 2 of whom 3 over 60')
    expect(() => shieldOf(city, 1)).toThrow(new RangeError('k: expected a whole number from 2, got 1'))
  })
})

describe('when counts change', () => {
  test('blocks never split or merge, and what is told of each moves by nothing or by at least k', () => {
    let moved = 0, stayed = 0
    fc.assert(fc.property(seeds, ks, (seed, k) => {
      const { city, counts: base } = few(seed)
      const random = seededRandom(seed + 1)
      let before = Object.fromEntries(bands.map((band) => [band, shieldedBand(city, shieldOf(city, k), band)])) as Record<Band, ReturnType<typeof shieldedBand>>
      const now = new Map<number, BuildingCounts>()
      for (let edition = 0; edition < 5; edition++) {
        for (let edit = 0; edit < 12; edit++) {
          const building = base[Math.floor(random() * base.length)].building
          now.set(building, random() < 0.2 ? counts(building, 0) : countsOf({ residents: someResidents(random) }, building))
        }
        const edited = base.filter((row) => now.has(row.building))
        const later = withResidents(city, [...now.values()], noVersions)
        const after = Object.fromEntries(bands.map((band) => [band, shieldedBand(later, shieldOf(later, k, edited), band)])) as Record<Band, ReturnType<typeof shieldedBand>>
        expect(shieldWith(later, k, shieldOf(city, k).blocks).city.buildings).toEqual(shieldOf(later, k, edited).city.buildings)
        for (const band of bands) {
          expect(after[band].blocks).toEqual(before[band].blocks)
          for (const [block, people] of after[band].told.entries()) {
            const step = Math.abs(people - before[band].told[block])
            if (step > 0) moved++
            else stayed++
            expect(step === 0 || step >= k).toBe(true)
            expect(people === 0 || people >= k).toBe(true)
          }
        }
        before = after
      }
    }), settings)
    expect(Math.min(moved, stayed)).toBeGreaterThan(1000)
  })

  test('buildings that come later move each block by nothing or at least k, and blocks stay; an area that comes as a whole is told within k of each band', () => {
    let hidden = 0, whole = 0
    fc.assert(fc.property(seeds, (seed) => {
      const { city, counts: all } = few(seed)
      const random = seededRandom(seed + 2)
      const newArea = city.buildings.area[all[0].building]
      const came = all.filter(({ building }) => city.buildings.area[building] === newArea || random() < 0.2)
      const before = withResidents(city, came.map(({ building }) => counts(building, 0)), noVersions)
      const shield = shieldOf(city, 10, came.map((row) => ({ ...row, added: true })))
      for (const band of bands) {
        const then = shieldedBand(before, shieldOf(before, 10), band), now = shieldedBand(city, shield, band)
        const settled = [...city.buildings.area.keys()].filter((i) => city.buildings.area[i] !== newArea && then.told[then.blocks.of[i]] >= 10 && then.blocks.node[then.blocks.of[i]] === city.buildings.area[i])
        for (const i of settled) {
          const step = now.told[now.blocks.of[i]] - then.told[then.blocks.of[i]]
          expect(step === 0 || step >= 10).toBe(true)
          if (step === 0) hidden++
        }
      }
      if (shield.inexact.all[newArea] === 0) {
        whole++
        // Bands of fewer than k are told in steps, the others as they came.
        const few = bands.filter((band) => band !== 'households').length
        expect(Math.abs(sumIn(shield.city, 'all', newArea) - sumIn(city, 'all', newArea))).toBeLessThan(few * 10)
        expect(sumIn(shield.city, 'all', newArea) > 0).toBe(sumIn(city, 'all', newArea) > 0)
      }
    }), settings)
    expect([hidden > 500, whole > 5]).toEqual([true, true])
  })

  test('a block is nobody only when nobody is there, and near enough otherwise', () => {
    fc.assert(fc.property(fc.constantFrom(5, 10, 20), fc.nat(200), fc.nat(200), (k, above, now) => {
      const base = above === 0 ? 0 : above + k - 1
      const told = inSteps(base, now, k)
      expect([told === 0, told === base || Math.abs(told - base) >= k, Math.abs(told - now) < 2 * k]).toEqual([now === 0, true, true])
    }), settings)
  })
})

const estateLevel = 4
const tooFew = (figure: number): boolean => figure > 0 && figure < 10

const counts = (building: number, all: number): BuildingCounts => ({ building, all, over60: 0, over80: 0, children: 0, households: all, counted: true })

function few(seed: number): { city: City; counts: BuildingCounts[] } {
  const records = fewPeople(randomCity(seed), seed)
  return { city: buildCity(catalogue, records.box, recordsOf(records)), counts: records.buildings.flatMap((one, i) => (one.residents === null ? [] : [countsOf(one, i)])) }
}

/** Straight from the columns; areas.count = outside, + 1 = the whole city. */
function sumIn({ areas, buildings }: City, figure: keyof Shield['inexact'], area: number): number {
  const column = figure === 'households' ? buildings.households : buildings.residents[figure]
  const city = { areas } as City
  return column.reduce((sum, count, i) => sum + (area > areas.count || buildings.area[i] === area || (area < areas.count && within(city, buildings.area[i], area)) ? count : 0), 0)
}

function omit<T extends object, K extends keyof T>(from: T, ...keys: K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>
}
