import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { answerBasket } from '../../../geodata/kernel/basket.ts'
import { reachCache } from '../../../geodata/kernel/cache.ts'
import { answerClock, clockFigures, sitesIn, type Opening } from '../../../geodata/kernel/clock.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { answerGaps } from '../../../geodata/kernel/gaps.ts'
import { identitiesOf } from '../../../geodata/kernel/identities.ts'
import { openPatterns } from '../../../geodata/kernel/patterns.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { groups } from '../../../geodata/model/facility.ts'
import { emptyOverlay, type Overlay } from '../../../geodata/model/overlay.ts'
import { buildingStates, gapReasons } from '../../../geodata/model/question.ts'
import { countsOf } from '../../tools/counts-of.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf, type RandomCity } from '../../tools/random-city.ts'
import { at, facility } from '../../tools/small-city.ts'

const metrics = ['network', 'straight'] as const
const count = 40
const citySeed = fc.integer({ min: 0, max: 1e6 })
const limit = fc.integer({ min: 100, max: 1400 })
const built = (records: RandomCity) => buildCity(catalogue, records.box, recordsOf(records))

/** Hours by lot: some sites keep the same, some never open, some always. */
function openingOf(seed: number): Opening & { shutAt(t: number, ids: readonly string[]): Set<string> } {
  const random = seededRandom(seed)
  const kinds = Array.from({ length: 4 }, () => Uint32Array.from({ length: Math.ceil(count / 32) }, () => Math.floor(random() * 2 ** 32)))
  const of = (site: string): Uint32Array => {
    const kind = site.charCodeAt(site.length - 1) % 6
    return kind < 4 ? kinds[kind] : new Uint32Array(kinds[0].length).fill(kind === 4 ? 0 : 0xffffffff)
  }
  return { count, of, shutAt: (t, ids) => new Set(ids.filter((id) => ((of(id)[t >> 5] >>> (t & 31)) & 1) === 0)) }
}

describe('the clock of any small city', () => {
  test('is at every instant and in every area the coverage of that hour, by all denominators', () => {
    let differing = 0
    fc.assert(fc.property(citySeed, limit, fc.constantFrom(...groups), fc.constantFrom(...metrics), fc.constantFrom('canteen', 'clinic'), (seed, metres, group, metric, category) => {
      const records = randomCity(seed)
      const city = built(records)
      const question = fillQuestion(catalogue, { category, limit: { metres }, metric, group })
      const opening = openingOf(seed)
      const clock = answerClock(city, emptyOverlay, question, opening)
      const areas = [-1, ...Array.from({ length: city.areas.count + 1 }, (_, i) => i)]
      const figures = areas.map((one) => clockFigures(city, emptyOverlay, clock, one))
      const cache = reachCache()
      for (const t of [0, 1, 7, 31, 32, 39]) {
        const { areas: by, summary } = answerCoverage(city, { ...emptyOverlay, shut: opening.shutAt(t, city.facilities.ids) }, question, cache)
        expect(areas.map((one, k) => [one, figures[k].residents[t], figures[k].households[t], figures[k].buildings[t], figures[k].landSquareMetres[t]]))
          .toEqual(areas.map((one) => (one < 0 ? [one, summary.residentsCovered, summary.householdsCovered, summary.buildingsCovered, summary.landCovered] : [one, by.residentsCovered[one], by.householdsCovered[one], by.buildingsCovered[one], by.landCovered[one]])))
        if (figures[0].residents[t] !== figures[0].residents[0]) differing++
      }
    }), { seed: 20260214, numRuns: 60 })
    expect(differing).toBeGreaterThan(20)
  })

  test('is that of a what-if too: sites added, closed and moved, gates opened, other counts', () => {
    fc.assert(fc.property(citySeed, limit, fc.constantFrom(...metrics), (seed, metres, metric) => {
      const records = randomCity(seed)
      const city = built(records)
      const overlay: Overlay = {
        ...emptyOverlay, added: [facility('n1', 'canteen', 4, 5), facility('n2', 'canteen', 8, 3)], closed: ['f0'], replaced: [{ ...records.facilities[3], position: at(2, 2) }], openedGates: ['gate-2'],
        residents: [countsOf({ residents: { all: 70, over60: 40, over80: 1, children: 1, households: 20, basis: 'permanent', counted: true, source: '', date: null } }, 3)],
      }
      const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres }, metric })
      const opening = openingOf(seed)
      const clock = answerClock(city, overlay, question, opening)
      const { residents } = clockFigures(city, overlay, clock)
      for (const t of [3, 33]) expect(residents[t]).toBe(answerCoverage(city, { ...overlay, shut: opening.shutAt(t, [...city.facilities.ids, 'n1', 'n2']) }, question).summary.residentsCovered)
    }), { seed: 11, numRuns: 25 })
  })

  test('counts the sites of the asked area, whomever they admit', () => {
    const city = built(randomCity(5))
    for (const code of [null, 'district', 'street-1', 'community-2', 'estate-a']) {
      const question = fillQuestion(catalogue, { category: 'canteen', area: code })
      expect(sitesIn(city, emptyOverlay, question)).toHaveLength(answerCoverage(city, emptyOverlay, question).summary.facilities)
    }
  })

  test('refuses masks of another length', () => {
    const city = built(randomCity(5))
    const short: Opening = { count: 336, of: () => new Uint32Array(10) }
    expect(() => answerClock(city, emptyOverlay, fillQuestion(catalogue, { category: 'canteen' }), short)).toThrow(new RangeError('open instants of a site: expected 11 words for 336 instants, got 10'))
    expect(() => openPatterns(0)).toThrow(new RangeError('instants: expected a whole number above 0, got 0'))
  })
})

describe('at an hour', () => {
  test('states, gaps and baskets are those of a city without the sites that are shut, and the whole adds up', () => {
    let closed = 0
    fc.assert(fc.property(citySeed, limit, fc.constantFrom(...metrics), fc.constantFrom(...groups), (seed, metres, metric, group) => {
      const records = randomCity(seed)
      const city = built(records)
      const shut = openingOf(seed).shutAt(seed % count, city.facilities.ids)
      const overlay: Overlay = { ...emptyOverlay, shut }
      // Those that are shut still stand: nobody is cut off for the hour. Strangers' sites of that kind keep the streets they stand on connected.
      const strangers = records.facilities.map((row) => (shut.has(row.id) ? { ...row, admission: { audience: 'staff', minAge: null, maxAge: null, onlyAreas: [] } as const } : row))
      const fewer = built({ ...records, facilities: strangers })
      const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres }, metric, group })
      const anyHour = answerGaps(city, emptyOverlay, question)
      const gaps = answerGaps(city, overlay, question), without = answerGaps(fewer, emptyOverlay, question)
      expect(answerStates(city, overlay, question)).toEqual(answerStates(fewer, emptyOverlay, question))
      expect(gaps.building).toEqual(without.building)
      expect(identitiesOf(city, overlay, question).filter((row) => !row.holds)).toEqual([])
      const before = new Set(anyHour.building)
      gaps.building.forEach((home, k) => {
        const reason = gapReasons[gaps.reason[k]]
        // Left out for the hour: whoever is not left out at any opening hour.
        expect([home, reason === 'closedAtThisHour']).toEqual([home, !before.has(home)])
        expect(gaps.shut[k] >= 0).toBe(reason === 'closedAtThisHour')
        if (gaps.shut[k] >= 0) expect([shut.has(city.facilities.ids[gaps.shut[k]]), gaps.shut[k] === gaps.nearest[k]]).toEqual([true, gaps.nearestIsOpen[k] === 0])
        if (gaps.nearest[k] >= 0) expect(gaps.nearestIsOpen[k]).toBe(shut.has(city.facilities.ids[gaps.nearest[k]]) ? 0 : 1)
        // The nearest is one that is open wherever one that admits is.
        if (without.nearestAdmits[k] === 1) expect([gaps.nearest[k], gaps.metres[k], gaps.nearestAdmits[k], gaps.nearestIsOpen[k]]).toEqual([without.nearest[k], without.metres[k], 1, 1])
        if (reason === 'closedAtThisHour') closed++
        const service = answerBasket(city, overlay, home, question).services.find((row) => row.question.category === 'canteen')
        expect([service?.reason, buildingStates.indexOf(service?.state ?? 'other'), service?.nearest?.facility ?? -1, service?.nearest?.admits ?? false, service?.nearest?.isOpen ?? false, service?.shut])
          .toEqual([reason, gaps.state[k], gaps.nearest[k], gaps.nearestAdmits[k] === 1, gaps.nearest[k] >= 0 && gaps.nearestIsOpen[k] === 1, gaps.shut[k]])
      })
    }), { seed: 3, numRuns: 40 })
    expect(closed).toBeGreaterThan(100)
  })

  test('one cache serves all hours, revisions of the category among them, and keeps each apart', () => {
    const records = randomCity(21)
    const before = built(records)
    const cache = reachCache()
    const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres: 700 } })
    const opening = openingOf(21)
    const overlayAt = (t: number): Overlay => ({ ...emptyOverlay, shut: opening.shutAt(t, before.facilities.ids) })
    for (const t of [0, 5, 9, 5, 0]) expect(answerStates(before, overlayAt(t), question, cache)).toEqual(answerStates(before, overlayAt(t), question, reachCache()))
    const { columns } = cache.counts
    for (const t of [0, 5, 9]) answerCoverage(before, overlayAt(t), question, cache)
    expect(cache.counts.columns).toBe(columns)
    // The first canteen moves; the same ids are shut.
    const moved = buildCity(catalogue, records.box, recordsOf({ ...records, facilities: records.facilities.map((row, i) => (i === 0 ? { ...row, position: at(9, 9) } : row)) }), { ...before.versions, categories: { canteen: 1 } })
    for (const t of [0, 5, 9]) {
      expect(answerStates(moved, overlayAt(t), question, cache)).toEqual(answerStates(moved, overlayAt(t), question, reachCache()))
      expect(answerGaps(moved, overlayAt(t), question, cache)).toEqual(answerGaps(moved, overlayAt(t), question, reachCache()))
    }
    expect(answerStates(before, emptyOverlay, question, cache)).toEqual(answerStates(before, emptyOverlay, question, reachCache()))
  })

  test('a site that nobody knows cannot be shut', () => {
    const city = built(randomCity(5))
    expect(() => answerStates(city, { ...emptyOverlay, shut: new Set(['f99']) }, fillQuestion(catalogue, { category: 'canteen' }))).toThrow(new RangeError('overlay: expected the id of a facility that is shut, got f99'))
  })
})
