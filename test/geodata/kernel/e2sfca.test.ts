import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import { answerAccess } from '../../../geodata/kernel/e2sfca.ts'
import { wholeCity } from '../../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { withFacilities } from '../../../geodata/kernel/revise.ts'
import { emptyOverlay, type Overlay } from '../../../geodata/model/overlay.ts'
import { groups, type Admission } from '../../../geodata/model/facility.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'
import { area, at, building, facility, smallBox, square, street } from '../../tools/small-city.ts'

/**
 * One straight street; a step is 85.5 m, so that under a limit of 600 m one and two steps count 1, three and four 0.68, five and six 0.22, more nothing.
 *
 *   steps     0   1   3   5   6   11   14
 *             a   X   b   Y   c   Z    d
 *
 * Step 1: X reaches a (1 step), b (2), c (5):        30 seats over 100 x 1 + 50 x 1 + 200 x 0.22          = 30 / 194
 *         Y reaches a (5), b (2), c (1):             40 seats over 100 x 0.22 + 50 x 1 + 200 x 1          = 40 / 272
 *         Z reaches c (5), d (3):                    20 seats over 200 x 0.22 + 80 x 0.68                 = 20 / 98.4
 * Step 2: a = 1 X + 0.22 Y;  b = 1 X + 1 Y;  c = 0.22 X + 1 Y + 0.22 Z;  d = 0.68 Z
 */
const homes = { a: { step: 0, all: 100 }, b: { step: 3, all: 50 }, c: { step: 6, all: 200 }, d: { step: 14, all: 80 } }
const sites = { X: { step: 1, seats: 30 }, Y: { step: 5, seats: 40 }, Z: { step: 11, seats: 20 } }
const [x, y, z] = [30 / 194, 40 / 272, 20 / 98.4]
const byHand = { a: x + 0.22 * y, b: x + y, c: 0.22 * x + y + 0.22 * z, d: 0.68 * z }

const admitting = (audience: Admission['audience']): Admission => ({ audience, minAge: null, maxAge: null, onlyAreas: [] })
const placed = (id: string, step: number, seats: number | null, audience: Admission['audience'] = 'everyone') => facility(id, 'canteen', step, 2, { capacity: { seats, spareSeats: null, squareMetres: null }, admission: admitting(audience) })

function drawn(more: readonly ReturnType<typeof placed>[] = []): City {
  return buildCity(catalogue, smallBox, [
    { kind: 'area', record: area('west', 'community', 'west', null, square(-1, 0, 6, 8)) }, { kind: 'area', record: area('east', 'community', 'east', null, square(5, 0, 15, 8)) },
    { kind: 'street', record: street('main', Array.from({ length: 24 }, (_, i) => at(i - 1, 2))) },
    ...Object.entries(homes).map(([id, { step, all }]) => ({ kind: 'building', record: building(id, step, 2, { entrances: [at(step, 2)], residents: { all, over60: 0, over80: 0, children: 0, households: 1, basis: 'permanent', counted: true, source: '', date: null } }) }) as const),
    ...[...Object.entries(sites).map(([id, { step, seats }]) => placed(id, step, seats)), ...more].map((record) => ({ kind: 'facility', record }) as const),
  ])
}
const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres: 600 }, group: 'all' })

describe('three sites and four buildings, worked out by hand', () => {
  test('every building has the places per person of the hand', () => {
    const { access } = answerAccess(drawn(), emptyOverlay, question)
    Object.values(byHand).forEach((expected, i) => expect(access[i]).toBeCloseTo(expected, 12))
  })

  test('each site is shared by the persons in reach, each by the weight of the zone', () => {
    expect(answerAccess(drawn(), emptyOverlay, question).sites.map(({ seats, weightedDemand }) => [seats, Math.round(weightedDemand * 1e9) / 1e9])).toEqual([[30, 194], [40, 272], [20, 98.4]])
  })

  test('areas hold what their buildings are offered', () => {
    const { supplied, demand } = answerAccess(drawn(), emptyOverlay, question)
    expect([demand[0], demand[1]]).toEqual([150, 280])
    expect(supplied[0]).toBeCloseTo(100 * byHand.a + 50 * byHand.b, 12)
    expect(supplied[1]).toBeCloseTo(200 * byHand.c + 80 * byHand.d, 12)
  })

  test('a site of unknown capacity offers nothing and says so; one for staff is not there', () => {
    const { sites: told, access, seatsInReach } = answerAccess(drawn([placed('unknown', 2, null), placed('staff', 2, 500, 'staff')]), emptyOverlay, question)
    expect(told.map(({ seats }) => seats)).toEqual([30, 40, 20, null])
    expect(seatsInReach).toBe(90)
    expect(access[0]).toBeCloseTo(byHand.a, 12)
  })

  test('a site that nobody reaches is not in reach', () => {
    const far = answerAccess(drawn([placed('far', 22, 70)]), emptyOverlay, question)
    expect([far.sites[3].weightedDemand, far.seatsInReach]).toEqual([0, 90])
  })

  test('an overlay closes a site and adds one with its seats', () => {
    const overlay: Overlay = { ...emptyOverlay, closed: ['Z'], added: [placed('new', 14, 8)] }
    const { access, seatsInReach } = answerAccess(drawn(), overlay, question)
    expect(access[3]).toBeCloseTo(8 / 80, 12)
    expect(access[2]).toBeCloseTo(0.22 * x + y, 12)
    expect(seatsInReach).toBe(78)
  })

  test('a site whose seats are corrected offers the new ones', () => {
    const city = drawn()
    const { access } = answerAccess(withFacilities(city, [{ facility: placed('Z', 11, 40), area: 1, estate: -1 }], [], city.versions), emptyOverlay, question)
    expect(access[3]).toBeCloseTo(2 * byHand.d, 12)
  })

  test('zones that do not rise to the limit are refused with what was expected', () => {
    expect(() => answerAccess(drawn(), emptyOverlay, question, [{ within: 0.5, weight: 1 }])).toThrow('zones: expected the last to end at 1, the limit, got 0.5')
    expect(() => answerAccess(drawn(), emptyOverlay, question, [{ within: 1, weight: -1 }])).toThrow('weight of the zone up to 1: expected a number from 0, got -1')
    expect(() => answerAccess(drawn(), emptyOverlay, { ...question, area: 'nowhere' })).toThrow('area: expected the code of an area of the city, got nowhere')
  })
})

test('in any small city the sum of access x demand is the seats at sites with somebody in reach, and the sum over areas too', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 50, max: 1500 }), fc.constantFrom(...groups), fc.constantFrom('network', 'straight'), (seed, metres, group, metric) => {
    const records = randomCity(seed), random = seededRandom(seed)
    const facilities = records.facilities.map((site) => ({ ...site, capacity: { ...site.capacity, seats: random() < 0.2 ? null : Math.floor(random() * 90) } }))
    const city = buildCity(catalogue, records.box, recordsOf({ ...records, facilities }))
    const { access, sites: told, seatsInReach, supplied } = answerAccess(city, emptyOverlay, fillQuestion(catalogue, { category: 'canteen', limit: { metres }, group, metric }))
    const reached = told.reduce((sum, { seats, weightedDemand }) => sum + (weightedDemand > 0 ? (seats ?? 0) : 0), 0)
    const offered = access.reduce((sum, places, i) => sum + places * city.buildings.residents[group][i], 0)
    expect(seatsInReach).toBe(reached)
    expect(Math.abs(offered - reached)).toBeLessThanOrEqual(1e-9 * reached)
    expect(Math.abs(wholeCity(city, supplied) - reached)).toBeLessThanOrEqual(1e-9 * reached)
  }), { seed: 20261122, numRuns: 60 })
})
