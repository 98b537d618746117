import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reachCache } from '../../../geodata/kernel/cache.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { residentsWithin } from '../../../geodata/kernel/residentsWithin.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { overlayOfSteps, StepError } from '../../../geodata/kernel/stepOverlay.ts'
import { answerWhatIf } from '../../../geodata/kernel/whatIf.ts'
import { groups, type Admission } from '../../../geodata/model/facility.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { NewSite, Step } from '../../../geodata/model/step.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'
import { at } from '../../tools/small-city.ts'

const everyone: Admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }
const site = (id: string, position: NewSite['position'], more: Partial<NewSite> = {}): NewSite => ({ id, name: id, category: 'canteen', position, admission: everyone, hours: null, seats: null, candidate: null, ...more })
const built = (seed: number) => {
  const records = randomCity(seed)
  return { records, city: buildCity(catalogue, records.box, recordsOf(records)), cache: reachCache() }
}
/** A street corner, where any site may stand. */
const corner = (records: ReturnType<typeof randomCity>, k: number) => records.streets.filter(({ walkable }) => walkable)[k % 9].line[0]

describe('steps of a scenario', () => {
  test('closing what was just added, and opening what was just closed to the same people, restores every figure of every area and group', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 100, max: 1200 }), fc.nat(8), (seed, metres, k) => {
      const { records, city, cache } = built(seed)
      const steps: Step[] = [{ kind: 'add', site: site('s-1', corner(records, k)) }, { kind: 'move', facility: 's-1', position: corner(records, k + 1) }, { kind: 'seats', facility: 's-1', seats: 9 }, { kind: 'close', facility: 's-1' }]
      const overlay = overlayOfSteps(city, emptyOverlay, steps, null)
      for (const group of groups) {
        const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres }, group })
        expect(answerCoverage(city, overlay, question, cache)).toEqual(answerCoverage(city, emptyOverlay, question, cache))
      }
      const whole = answerWhatIf(city, emptyOverlay, overlay, fillQuestion(catalogue, { category: 'canteen', limit: { metres } }), cache)
      expect([whole.gained.length, whole.lost.length, whole.changed.length]).toEqual([0, 0, 0])
    }), { seed: 3, numRuns: 25 })
  })

  test('gain and lose the buildings whose state says so, and add up to the difference of the figures', () => {
    let gained = 0, lost = 0
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 100, max: 1200 }), fc.constantFrom(...groups), (seed, metres, group) => {
      const { records, city, cache } = built(seed)
      const steps: Step[] = [{ kind: 'add', site: site('s-1', corner(records, seed)) }, { kind: 'close', facility: 'f0' }, { kind: 'admit', facility: 'f3', admission: { ...everyone, minAge: 60 }, hours: null }, { kind: 'openGate', gate: 'gate-2', hours: null }]
      const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres }, group })
      const after = overlayOfSteps(city, emptyOverlay, steps, null), whole = answerWhatIf(city, emptyOverlay, after, question, cache)
      const people = (positions: Int32Array): number => positions.reduce((sum, i) => sum + city.buildings.residents[group][i], 0)
      expect(people(whole.gained) - people(whole.lost)).toBe(whole.after.summary.residentsCovered - whole.before.summary.residentsCovered)
      expect(whole.gained.length - whole.lost.length).toBe(whole.after.summary.buildingsCovered - whole.before.summary.buildingsCovered)
      for (const each of groups) expect(whole.groups[each].after).toBe(answerCoverage(city, after, { ...question, group: each }, cache).summary.residentsCovered)
      expect(whole.states).toEqual(answerStates(city, after, question, cache))
      gained += whole.gained.length
      lost += whole.lost.length
    }), { seed: 5, numRuns: 25 })
    expect([gained > 0, lost > 0]).toEqual([true, true])
  })

  test('a site stands where it was moved to last, and one that is gone is not spoken of again', () => {
    const { records, city } = built(7)
    const moved = overlayOfSteps(city, emptyOverlay, [{ kind: 'move', facility: 'f1', position: corner(records, 1) }, { kind: 'move', facility: 'f1', position: corner(records, 2) }], null)
    expect(moved.replaced.map(({ id, position, category }) => ({ id, position, category }))).toEqual([{ id: 'f1', position: corner(records, 2), category: records.facilities[1].category }])
    expect(() => overlayOfSteps(city, emptyOverlay, [{ kind: 'close', facility: 'f1' }, { kind: 'seats', facility: 'f1', seats: 10 }], null)).toThrow('step 2: expected the id of a facility that stands, got f1')
  })

  test('at an hour count by their own hours, and gates by theirs', () => {
    const { records, city } = built(7)
    const steps: Step[] = [
      { kind: 'add', site: site('s-1', corner(records, 1), { hours: 'noon' }) }, { kind: 'add', site: site('s-2', corner(records, 2), { hours: 'night' }) }, { kind: 'add', site: site('s-3', corner(records, 3)) },
      { kind: 'hours', facility: 'f0', hours: 'noon' }, { kind: 'hours', facility: 'f1', hours: 'night' }, { kind: 'openGate', gate: 'gate-2', hours: 'night' }, { kind: 'openGate', gate: 'gate-3', hours: 'noon' },
    ]
    const overlay = overlayOfSteps(city, { ...emptyOverlay, shut: new Set(['f0', 'f5']) }, steps, (hours) => hours === 'noon')
    expect([...overlay.shut ?? []].toSorted()).toEqual(['f1', 'f5', 's-2'])
    expect(overlay.openedGates).toEqual(['gate-3'])
    expect(overlayOfSteps(city, emptyOverlay, steps, null).openedGates).toEqual(['gate-2', 'gate-3'])
  })

  test.each<[string, Step, string]>([
    ['a site beyond the streets', { kind: 'add', site: site('s-1', at(12.9, 12.9)) }, 'noStreet'],
    ['a site outside the city', { kind: 'add', site: site('s-1', [10, 10]) }, 'outsideCity'],
    ['an id that is taken', { kind: 'add', site: site('f1', at(1, 1)) }, 'usedId'],
    ['a category nobody knows', { kind: 'add', site: site('s-1', at(1, 1), { category: 'casino' }) }, 'unknownCategory'],
    ['no seats at all', { kind: 'seats', facility: 'f1', seats: 0 }, 'badSeats'],
    ['half a seat', { kind: 'seats', facility: 'f1', seats: 1.5 }, 'badSeats'],
    ['a site that is not there', { kind: 'close', facility: 'f99' }, 'unknownFacility'],
    ['a gate that is not there', { kind: 'openGate', gate: 'gate-9', hours: null }, 'unknownGate'],
    ['a gate that is open', { kind: 'openGate', gate: 'gate-0', hours: null }, 'notLocked'],
  ])('refuse %s, naming the step', (_title, step, code) => {
    const { city } = built(7)
    const done: Step = { kind: 'close', facility: 'f0' }
    let told: unknown = null
    try {
      overlayOfSteps(city, emptyOverlay, [done, step], null)
    } catch (error) {
      told = error
    }
    expect(told).toBeInstanceOf(StepError)
    expect(told).toMatchObject({ step: 1, code })
  })
})

describe('who lives within a drawn line', () => {
  test('is everybody within the box of a square, and nobody else', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0.5, max: 6, noNaN: true }), (seed, east, north, wide) => {
      const { city } = built(seed)
      const ring = [at(east, north), at(east + wide, north), at(east + wide, north + wide), at(east, north + wide)]
      const within = residentsWithin(city, ring)
      const { buildings } = city
      const all = Array.from({ length: buildings.count }, (_, i) => i)
      const inside = new Set(within.positions)
      expect(within.residents.all).toBe(all.reduce((sum, i) => sum + (inside.has(i) && buildings.kind[i] === 1 ? buildings.residents.all[i] : 0), 0))
      expect(within.positions.length).toBe(within.buildings + within.noDataBuildings)
      // Turned about and begun elsewhere it is the same line.
      expect(residentsWithin(city, [...ring.slice(2), ...ring.slice(0, 2)].toReversed())).toEqual(within)
    }), { seed: 9, numRuns: 20 })
  })

  test('asks for three corners', () => {
    expect(() => residentsWithin(built(1).city, [at(0, 0), at(1, 1)])).toThrow(new RangeError('ring: expected at least 3 corners, got 2'))
  })
})
