import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { answerGaps } from '../../../geodata/kernel/gaps.ts'
import { identitiesOf } from '../../../geodata/kernel/identities.ts'
import { figureNames } from '../../../geodata/kernel/recount.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { answerStates, stateIndex } from '../../../geodata/kernel/states.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import { groups } from '../../../geodata/model/facility.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import { profileCodes } from '../../../geodata/model/catalogue.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'

const settings = { seed: 20261122, numRuns: 40 }
const citySeed = fc.integer({ min: 0, max: 1_000_000 })
const limits = fc.integer({ min: 50, max: 1500 })
const group = fc.constantFrom(...groups)
const profile = fc.constantFrom(...profileCodes)
const category = fc.constantFrom('canteen', 'clinic', 'market')

const cityOf = (seed: number): City => {
  const records = randomCity(seed)
  return buildCity(catalogue, records.box, recordsOf(records))
}
const covered = (city: City, question: Question): Set<number> => {
  const states = answerStates(city, emptyOverlay, question)
  return new Set([...states.keys()].filter((i) => states[i] === stateIndex.covered))
}
const contains = (larger: ReadonlySet<number>, smaller: ReadonlySet<number>): boolean => [...smaller].every((i) => larger.has(i))

describe('for any small city', () => {
  test('the network covers no home that the straight line of the same metres leaves out', () => {
    fc.assert(fc.property(citySeed, limits, group, profile, category, (seed, metres, who, how, what) => {
      const city = cityOf(seed)
      const question = fillQuestion(catalogue, { category: what, limit: { metres }, group: who, profile: how })
      return contains(covered(city, { ...question, metric: 'straight' }), covered(city, question))
    }), settings)
  })

  test('coverage never falls when the limit grows', () => {
    fc.assert(fc.property(citySeed, limits, limits, category, fc.constantFrom('network', 'straight'), (seed, a, b, what, metric) => {
      const city = cityOf(seed)
      const at = (metres: number): Set<number> => covered(city, fillQuestion(catalogue, { category: what, limit: { metres }, metric }))
      return contains(at(Math.max(a, b)), at(Math.min(a, b)))
    }), settings)
  })

  test('coverage never falls when a site is added', () => {
    fc.assert(fc.property(citySeed, limits, group, fc.constantFrom('network', 'straight'), (seed, metres, who, metric) => {
      const records = randomCity(seed)
      const fewer = buildCity(catalogue, records.box, recordsOf({ ...records, facilities: records.facilities.slice(0, -3) }))
      const question = fillQuestion(catalogue, { category: 'clinic', limit: { metres }, group: who, metric })
      return contains(covered(cityOf(seed), question), covered(fewer, question))
    }), settings)
  })

  test('coverage never falls when admission widens', () => {
    fc.assert(fc.property(citySeed, limits, group, category, fc.constantFrom('network', 'straight'), (seed, metres, who, what, metric) => {
      const records = randomCity(seed)
      const wider = records.facilities.map((row, k) => (k % 2 === 0 ? { ...row, admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] } as const } : row))
      const question = fillQuestion(catalogue, { category: what, limit: { metres }, group: who, metric })
      return contains(covered(buildCity(catalogue, records.box, recordsOf({ ...records, facilities: wider })), question), covered(cityOf(seed), question))
    }), settings)
  })

  test('every identity holds: sums over levels, coverage and gaps, states, unreachable homes', () => {
    fc.assert(fc.property(citySeed, limits, group, profile, category, fc.constantFrom('network', 'straight'), (seed, metres, who, how, what, metric) => {
      const broken = identitiesOf(cityOf(seed), emptyOverlay, fillQuestion(catalogue, { category: what, limit: { metres }, group: who, profile: how, metric })).filter((row) => !row.holds)
      expect(broken).toEqual([])
    }), settings)
  })

  test('sums over grids, communities, streets and districts with what lies outside are the city, for every denominator', () => {
    fc.assert(fc.property(citySeed, limits, group, (seed, metres, who) => {
      const city = cityOf(seed)
      const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres }, group: who })
      const { areas, summary } = answerCoverage(city, emptyOverlay, question)
      for (const name of figureNames) {
        // A community is counted in the areas above it, not in its grids.
        for (const level of name.startsWith('communities') ? [1, 2, 3] : [1, 2, 3, 5]) {
          let sum = areas[name][city.areas.count]
          city.areas.levels.forEach((at, area) => { if (at === level) sum += areas[name][area] })
          expect([name, level, sum]).toEqual([name, level, summary[name]])
        }
      }
    }), settings)
  })

  test('the gaps of an area and its covered homes are its homes', () => {
    fc.assert(fc.property(citySeed, limits, fc.constantFrom('district', 'street-1', 'community-2', 'community-0-1', 'estate-a'), (seed, metres, area) => {
      const city = cityOf(seed)
      const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres }, area })
      const { summary } = answerCoverage(city, emptyOverlay, question)
      const gaps = answerGaps(city, emptyOverlay, question)
      expect([summary.buildingsCovered + gaps.count, summary.residentsCovered + gaps.totalResidents]).toEqual([summary.buildingsTotal, summary.residentsTotal])
    }), settings)
  })
})
