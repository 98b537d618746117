import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { reachCache } from '../../../geodata/kernel/cache.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { answerGaps } from '../../../geodata/kernel/gaps.ts'
import { answerBasket } from '../../../geodata/kernel/basket.ts'
import { identitiesOf } from '../../../geodata/kernel/identities.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { reachedMetres } from '../../../geodata/kernel/reached.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { noVersions } from '../../../geodata/model/city.ts'
import type { Admission } from '../../../geodata/model/facility.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import { countsOf } from '../../tools/counts-of.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'
import type { RandomCity } from '../../tools/random-city.ts'
import { at, facility } from '../../tools/small-city.ts'

const everyone: Admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }
const metrics = ['network', 'straight'] as const

describe('a what-if', () => {
  test('answers like a city with the change built in', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 100, max: 1400 }), fc.constantFrom(...metrics), fc.nat(13), fc.nat(13), fc.boolean(), (seed, metres, metric, closing, changing, adding) => {
      const records = randomCity(seed)
      const overlay: Overlay = {
        ...emptyOverlay, added: adding ? [facility('new', 'canteen', (seed % 11) + 0.3, (seed % 7) + 0.8)] : [], closed: [`f${closing}`],
        admissions: changing === closing ? [] : [{ facility: `f${changing}`, admission: everyone }], openedGates: seed % 2 === 0 ? ['gate-2'] : [],
      }
      const today = buildCity(catalogue, records.box, recordsOf(records)), built = buildCity(catalogue, records.box, recordsOf(applied(records, overlay)))
      for (const category of ['canteen', 'clinic']) {
        const question = fillQuestion(catalogue, { category, limit: { metres }, metric })
        expect(answerStates(today, overlay, question)).toEqual(answerStates(built, emptyOverlay, question))
        const a = answerGaps(today, overlay, question), b = answerGaps(built, emptyOverlay, question)
        expect([a.building, a.reason, a.metres, a.nearestAdmits]).toEqual([b.building, b.reason, b.metres, b.nearestAdmits])
        expect(answerCoverage(today, { ...overlay, added: [] }, question).areas.facilities).toEqual(answerCoverage(buildCity(catalogue, records.box, recordsOf(applied(records, { ...overlay, added: [] }))), emptyOverlay, question).areas.facilities)
      }
    }), { seed: 7, numRuns: 40 })
  })

  test('that moves sites, changes their kind, locks gates and changes counts answers like a city built so', () => {
    let moved = 0
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 100, max: 1400 }), fc.constantFrom(...metrics), fc.nat(13), fc.nat(13), (seed, metres, metric, moving, turning) => {
      const records = randomCity(seed)
      const replaced = [{ ...records.facilities[moving], position: at((seed % 12) + 0.2, (seed % 9) + 0.4), admission: everyone }, ...(moving === turning ? [] : [{ ...records.facilities[turning], category: 'clinic', admission: everyone }])]
      const residents = [3, 8, 21].map((building) => countsOf({ residents: { all: building, over60: 2, over80: 1, children: 1, households: 2, basis: 'permanent', counted: true, source: '', date: null } }, building))
      const overlay: Overlay = { ...emptyOverlay, replaced, lockedGates: ['gate-0', 'gate-1'], openedGates: seed % 3 === 0 ? ['gate-2'] : [], residents: [...residents, countsOf({ residents: null }, 30)] }
      const today = buildCity(catalogue, records.box, recordsOf(records)), built = buildCity(catalogue, records.box, recordsOf(applied(records, overlay)))
      for (const category of ['canteen', 'clinic']) {
        const question = fillQuestion(catalogue, { category, limit: { metres }, metric })
        const states = answerStates(today, overlay, question)
        if (states.some((state, i) => state !== answerStates(today, emptyOverlay, question)[i])) moved++
        expect(states).toEqual(answerStates(built, emptyOverlay, question))
        const a = answerGaps(today, overlay, question), b = answerGaps(built, emptyOverlay, question)
        expect([a.building, a.reason, a.residents, a.metres, a.nearestAdmits]).toEqual([b.building, b.reason, b.residents, b.metres, b.nearestAdmits])
        const [over, anew] = [answerCoverage(today, overlay, question), answerCoverage(built, emptyOverlay, question)]
        expect([over.areas.residentsCovered, over.areas.landTotal, over.areas.noDataBuildings, over.summary, over.states]).toEqual([anew.areas.residentsCovered, anew.areas.landTotal, anew.areas.noDataBuildings, anew.summary, anew.states])
        const services = answerBasket(today, overlay, 5, question).services
        expect(services.map(({ state, nearest }) => [state, nearest?.metres])).toEqual(answerBasket(built, emptyOverlay, 5, question).services.map(({ state, nearest }) => [state, nearest?.metres]))
        expect(identitiesOf(today, overlay, question).filter((row) => !row.holds)).toEqual([])
      }
    }), { seed: 8, numRuns: 40 })
    expect(moved).toBeGreaterThan(20)
  })

  test('that opens gates equals a city built with the gates open', () => {
    let changed = 0
    for (let seed = 0; seed < 12; seed++) {
      const records = randomCity(seed)
      const open = { ...records, gates: records.gates.map((gate) => ({ ...gate, locked: 'never' as const })) }
      const today = buildCity(catalogue, records.box, recordsOf(records)), built = buildCity(catalogue, records.box, recordsOf(open))
      const question = fillQuestion(catalogue, { category: 'clinic', limit: { metres: 600 } })
      const opened = reachedMetres(today, { ...emptyOverlay, openedGates: ['gate-2', 'gate-3'] }, question, 'all', reachCache())
      expect(opened).toEqual(reachedMetres(built, emptyOverlay, question, 'all', reachCache()))
      if (opened.some((metres, i) => metres < reachedMetres(today, emptyOverlay, question, 'all', reachCache())[i])) changed++
    }
    expect(changed).toBeGreaterThan(3)
  })

  test('that names what the city does not have is refused', () => {
    const records = randomCity(1)
    const city = buildCity(catalogue, records.box, recordsOf(records))
    const question = fillQuestion(catalogue, { category: 'clinic' })
    expect(() => answerStates(city, { ...emptyOverlay, closed: ['f99'] }, question)).toThrow(new RangeError('overlay: expected the id of a facility, got f99'))
    expect(() => answerStates(city, { ...emptyOverlay, openedGates: ['gate-9'] }, question)).toThrow(new RangeError('overlay: expected the id of a gate, got gate-9'))
    expect(() => answerStates(city, { ...emptyOverlay, lockedGates: ['gate-8'] }, question)).toThrow(new RangeError('overlay: expected the id of a gate, got gate-8'))
    expect(() => answerStates(city, { ...emptyOverlay, openedGates: ['gate-2'], lockedGates: ['gate-2'] }, question)).toThrow(new RangeError('overlay: expected a gate to be opened or locked, got gate-2 for both'))
    expect(() => answerStates(city, { ...emptyOverlay, replaced: [facility('f99', 'clinic', 1, 1)] }, question)).toThrow(new RangeError('overlay: expected the id of a facility to replace, got f99'))
    expect(() => answerStates(city, { ...emptyOverlay, residents: [countsOf({ residents: null }, 60)] }, question)).toThrow(new RangeError('building with other counts: expected 0 to 59, got 60'))
    expect(() => answerStates(city, { ...emptyOverlay, added: [facility('f1', 'clinic', 1, 1)] }, question)).toThrow(new RangeError('overlay: expected a new id for an added facility, got f1'))
  })
})

describe.each(metrics)('the cache, %s', (metric) => {
  const records = { ...randomCity(4), facilities: randomCity(4).facilities.map((row) => ({ ...row, admission: everyone })) }
  const city = buildCity(catalogue, records.box, recordsOf(records))
  const question = fillQuestion(catalogue, { category: 'canteen', group: 'all', metric })

  test('works a column out once, for every limit and for the empty overlay at no cost', () => {
    const cache = reachCache()
    answerCoverage(city, emptyOverlay, question, cache)
    answerCoverage(city, { ...emptyOverlay }, { ...question, limit: { metres: 333 } }, cache)
    answerStates(city, emptyOverlay, { ...question, area: 'district' }, cache)
    expect(cache.counts).toEqual({ columns: 1, rows: 0, repairs: 0, nearest: 0 })
  })

  test('an added site redoes its row alone', () => {
    const cache = reachCache()
    answerStates(city, emptyOverlay, question, cache)
    answerStates(city, { ...emptyOverlay, added: [facility('new', 'canteen', 5, 5)] }, question, cache)
    expect(cache.counts).toEqual({ columns: 1, rows: 1, repairs: 0, nearest: 0 })
  })

  test('a closed site redoes its row and fills the hole from its neighbours', () => {
    const cache = reachCache()
    answerStates(city, emptyOverlay, question, cache)
    answerStates(city, { ...emptyOverlay, closed: ['f0'] }, question, cache)
    expect(cache.counts.columns).toBe(1)
    expect(cache.counts.rows).toBe(1)
    expect(cache.counts.repairs).toBeLessThanOrEqual(1)
  })

  test('a new version in which one site was added redoes one row, and another category none', () => {
    const cache = reachCache()
    const clinics = fillQuestion(catalogue, { category: 'clinic', metric })
    for (const row of [question, clinics]) answerStates(city, emptyOverlay, row, cache)
    const next = { ...records, facilities: [...records.facilities, { ...facility('new', 'canteen', 5, 5), position: at(4.2, 3.3) }] }
    const later = buildCity(catalogue, records.box, recordsOf(next), { ...noVersions, text: 1, categories: { canteen: 1 } })
    const states = answerStates(later, emptyOverlay, question, cache)
    answerStates(later, emptyOverlay, clinics, cache)
    expect(cache.counts).toEqual({ columns: 2, rows: 1, repairs: 0, nearest: 0 })
    expect(states).toEqual(answerStates(later, emptyOverlay, question))
  })

  test('a new network is searched anew, straight lines rest on none', () => {
    const cache = reachCache()
    answerStates(city, emptyOverlay, question, cache)
    const later = buildCity(catalogue, records.box, recordsOf({ ...records, streets: records.streets.slice(5) }), { ...noVersions, network: 1 })
    expect(answerStates(later, emptyOverlay, question, cache)).toEqual(answerStates(later, emptyOverlay, question))
    expect(cache.counts.columns).toBe(metric === 'network' ? 2 : 1)
  })

  test('drops the longest unused columns beyond its cap', () => {
    const cache = reachCache(city.buildings.count * 4 * 2)
    for (const category of ['canteen', 'clinic', 'market', 'canteen']) answerStates(city, emptyOverlay, fillQuestion(catalogue, { category, metric }), cache)
    expect(cache.columns.size).toBe(2)
    expect(cache.counts.columns).toBe(4)
  })
})

function applied(records: RandomCity, overlay: Overlay): RandomCity {
  const replaced = records.facilities.map((row) => ({ ...row, ...overlay.replaced.find((other) => other.id === row.id) }))
  const kept = replaced.filter((row) => !overlay.closed.includes(row.id)).map((row) => ({ ...row, admission: overlay.admissions.find((change) => change.facility === row.id)?.admission ?? row.admission }))
  return {
    ...records, facilities: [...kept, ...overlay.added.map((row) => ({ ...records.facilities[0], ...row }))],
    gates: records.gates.map((gate) => (overlay.openedGates.includes(gate.id) ? { ...gate, locked: 'never' as const } : overlay.lockedGates.includes(gate.id) ? { ...gate, locked: 'always' as const } : gate)),
    buildings: records.buildings.map((one, i) => {
      const counts = overlay.residents.find((row) => row.building === i)
      return counts ? { ...one, residents: counts.unknown ? null : { ...counts, basis: 'permanent' as const, source: 'overlay', date: null } } : one
    }),
  }
}
