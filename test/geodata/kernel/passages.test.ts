import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerAccess } from '../../../geodata/kernel/e2sfca.ts'
import { answerBasket } from '../../../geodata/kernel/basket.ts'
import { reachCache } from '../../../geodata/kernel/cache.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import { connectedTo } from '../../../geodata/kernel/connected.ts'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import { identitiesOf } from '../../../geodata/kernel/identities.ts'
import { decodePack, encodePack } from '../../../geodata/kernel/pack.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { reachedMetres } from '../../../geodata/kernel/reached.ts'
import { withFacilities } from '../../../geodata/kernel/revise.ts'
import { answerStates, stateIndex } from '../../../geodata/kernel/states.ts'
import { wayOf } from '../../../geodata/kernel/way.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { emptyOverlay, type Overlay, type Passage } from '../../../geodata/model/overlay.ts'
import type { Street } from '../../../geodata/model/street.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf, type RandomCity } from '../../tools/random-city.ts'
import { at, building, facility, smallBox, smallRecords, street } from '../../tools/small-city.ts'

test('a city with passages walks like one built with them as streets, with and without stairs', () => {
  let nearer = 0, joined = 0
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 1e6 }), fc.constantFrom('planning', 'wheelchair'), fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.constantFrom(0, 0.25, 0.4, 1), fc.constantFrom(0, 0.6, 1)), { minLength: 1, maxLength: 3 }),
    (seed, profile, wishes) => {
      const records = randomCity(seed), { passages, built } = withStreets(records, wishes)
      const today = buildCity(catalogue, records.box, recordsOf(records)), anew = buildCity(catalogue, records.box, recordsOf(built))
      for (const category of ['canteen', 'clinic']) {
        const question = fillQuestion(catalogue, { category, limit: { metres: 500 }, profile })
        const overlay: Overlay = { ...emptyOverlay, passages, openedGates: seed % 2 === 0 ? ['gate-2'] : [] }, same: Overlay = { ...emptyOverlay, openedGates: overlay.openedGates }
        const metres = reachedMetres(today, overlay, question, 'all', reachCache()), expected = reachedMetres(anew, same, question, 'all', reachCache()), without = reachedMetres(today, same, question, 'all', reachCache())
        // Vertices of a built street are rounded to a centimetre.
        metres.forEach((walk, i) => { expect(walk === expected[i] || Math.abs(walk - expected[i]) < 0.1, `${walk} of building ${i} as ${expected[i]}`).toBe(true) })
        if (metres.some((walk, i) => walk < without[i] - 1)) nearer++
        const connected = connectedTo(today, overlay, question)
        expect(connected).toEqual(connectedTo(anew, same, question))
        if (connected.some((one, i) => one > connectedTo(today, same, question)[i])) joined++
      }
    }), { seed: 31, numRuns: 60 })
  expect(nearer).toBeGreaterThan(30)
  expect(joined).toBeGreaterThan(0)
})

const court = [
  ...smallRecords, { kind: 'street' as const, record: street('court', [at(4, 5), at(5, 5), at(8, 5)]) }, { kind: 'building' as const, record: building('in-court', 6, 5.2) },
]
const city: City = buildCity(catalogue, smallBox, court)
const passage: Passage = { id: 'p-1', from: at(5, 5), to: at(5, 2) }
const through: Overlay = { ...emptyOverlay, passages: [passage] }
const question = fillQuestion(catalogue, { category: 'canteen', group: 'all', limit: { metres: 1200 } })
const home = city.buildings.count - 1

test('a court behind a wall is cut off, and covered once a passage leads in; its route goes through', () => {
  expect([answerStates(city, emptyOverlay, question)[home], answerStates(city, through, question)[home]]).toEqual([stateIndex.cut, stateIndex.covered])
  const { services } = answerBasket(city, through, home, question)
  const route = services.find(({ question: asked }) => asked.category === 'canteen')?.nearest?.route ?? []
  expect(identitiesOf(city, through, question).filter(({ holds }) => !holds)).toEqual([])
  for (const [lon, lat] of [passage.from, passage.to]) expect(Math.min(...route.map((point) => Math.hypot(point[0] - lon, point[1] - lat)))).toBeLessThan(1e-6)
  const seated = { ...through, seats: [{ facility: 'canteen-west', seats: 10 }] }
  expect([answerAccess(city, { ...seated, passages: [] }, question).access[home], answerAccess(city, seated, question).access[home] > 0]).toEqual([0, true])
})

test('a pack of the city, and a city after an edit, walk through the same passage; equal passages are worked out once', () => {
  expect(answerStates(decodePack(encodePack(city, -1)), through, question)).toEqual(answerStates(city, through, question))
  const later = withFacilities(city, [{ facility: facility('new', 'canteen', 7, 5), area: 0, estate: -1 }], ['canteen-west'], { ...city.versions, text: 1, categories: { canteen: 1 } })
  expect(answerStates(later, through, question)[home]).toBe(stateIndex.covered)
  expect(wayOf(city, through, question).key).not.toBe(wayOf(city, emptyOverlay, question).key)
  expect(footingOf(city, false, [], [], [{ ...passage }])).toBe(footingOf(city, false, [], [], [passage]))
  expect(footingOf(later, false, [], [], [passage]).doors).toBe(footingOf(city, false, [], [], [passage]).doors)
})

test('a passage to nowhere, or one of an id already used, is refused', () => {
  const odd = (passages: Passage[]) => () => answerStates(city, { ...emptyOverlay, passages }, question)
  expect(odd([{ id: 'p-2', from: at(20, 20), to: at(5, 2) }])).toThrow(/^passage p-2: expected a walkable street near 116.42, 39.92, got none$/)
  expect(odd([passage, { ...passage, to: at(6, 2) }])).toThrow(new RangeError('passage p-1: expected an id of its own, got one already used'))
})

/** Passages between places on two streets, given by their share of the way; and the records with these streets cut there and the passages as streets. */
function withStreets(records: RandomCity, wishes: readonly (readonly [number, number, number, number])[]): { passages: Passage[]; built: RandomCity } {
  const walkable = records.streets.filter((one) => one.walkable), cuts = new Map<string, { share: number; position: Position }[]>()
  const on = (one: Street, share: number): Position => {
    const [a, b] = one.line
    if (share === 0 || share === 1) return share === 0 ? a : b
    const position: Position = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
    cuts.set(one.id, [...(cuts.get(one.id) ?? []), { share, position }])
    return position
  }
  const passages = wishes.map(([a, b, x, y], k): Passage => ({ id: `p-${k}`, from: on(walkable[a % walkable.length], x), to: on(walkable[b % walkable.length], y) }))
  const streets = records.streets.map((one) => {
    const places = (cuts.get(one.id) ?? []).toSorted((a, b) => a.share - b.share).map(({ position }) => position)
    return { ...one, line: [one.line[0], ...places, ...one.line.slice(1)] }
  })
  return { passages, built: { ...records, streets: [...streets, ...passages.filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1]).map(({ id, from, to }) => street(id, [from, to]))] } }
}
