import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerAccess } from '../../../geodata/kernel/e2sfca.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { overlayOfSteps } from '../../../geodata/kernel/stepOverlay.ts'
import { answerWhatIf } from '../../../geodata/kernel/whatIf.ts'
import { groups, type Admission } from '../../../geodata/model/facility.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { Step } from '../../../geodata/model/step.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf, type RandomCity } from '../../tools/random-city.ts'
import { facility } from '../../tools/small-city.ts'

const everyone: Admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }
const seats = (count: number | null) => ({ seats: count, spareSeats: null, squareMetres: null })

test('steps answer like a city whose records were changed one after the other', () => {
  let changed = 0
  fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 100, max: 1200 }), fc.constantFrom('network', 'straight'), fc.constantFrom(...groups), (seed, metres, metric, group) => {
    const records = randomCity(seed), random = seededRandom(seed)
    const { steps, built } = someSteps(records, random)
    const today = buildCity(catalogue, records.box, recordsOf(records)), anew = buildCity(catalogue, records.box, recordsOf(built))
    for (const category of ['canteen', 'clinic']) {
      const question = fillQuestion(catalogue, { category, limit: { metres }, metric, group })
      const after = overlayOfSteps(today, emptyOverlay, steps, null)
      const over = answerWhatIf(today, emptyOverlay, after, question), whole = answerWhatIf(anew, emptyOverlay, emptyOverlay, question)
      expect(over.states).toEqual(whole.states)
      for (const each of groups) expect([over.groups[each].after, over.groups[each].total]).toEqual([whole.groups[each].after, whole.groups[each].total])
      const { facilities: _, admittingFacilities: __, ...figures } = over.after.areas, { facilities: ___, admittingFacilities: ____, ...expected } = whole.after.areas
      expect(figures).toEqual(expected)
      expect(over.after.states).toEqual(whole.after.states)
      const access = answerAccess(today, after, question).access, again = answerAccess(anew, emptyOverlay, question).access
      access.forEach((places, i) => expect(places).toBeCloseTo(again[i], 9))
      changed += over.changed.length
    }
  }), { seed: 17, numRuns: 30 })
  expect(changed).toBeGreaterThan(100)
})

test('steps that speak of different things may be done in any order', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (seed, order) => {
    const records = randomCity(seed), city = buildCity(catalogue, records.box, recordsOf(records)), place = corners(records)
    const steps: Step[] = [
      { kind: 'add', site: { id: 's-1', name: '', category: 'canteen', position: place(1), admission: everyone, hours: null, seats: 12, candidate: null } }, { kind: 'move', facility: 'f1', position: place(2) },
      { kind: 'close', facility: 'f0' }, { kind: 'admit', facility: 'f3', admission: everyone, hours: null }, { kind: 'seats', facility: 'f6', seats: 40 }, { kind: 'openGate', gate: 'gate-2', hours: null },
    ]
    const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres: 500 } })
    const told = (list: readonly Step[]) => {
      const { after, states, groups: by } = answerWhatIf(city, emptyOverlay, overlayOfSteps(city, emptyOverlay, list, null), question)
      return [after.areas, states, by]
    }
    expect(told(order.map((k) => steps[k]))).toEqual(told(steps))
  }), { seed: 23, numRuns: 20 })
})

test('a gate is opened once', () => {
  const records = randomCity(3), city = buildCity(catalogue, records.box, recordsOf(records))
  const open: Step = { kind: 'openGate', gate: 'gate-2', hours: null }
  expect(() => overlayOfSteps(city, emptyOverlay, [open, open], null)).toThrow('step 2: expected a gate that is locked, got gate-2')
})

/** Street corners, where any site may stand. */
const corners = ({ streets }: RandomCity) => {
  const walkable = streets.filter((street) => street.walkable)
  return (k: number): Position => walkable[k % walkable.length].line[0]
}

/** Steps drawn by lot, and the records as whoever did them by hand would have left them. */
function someSteps(records: RandomCity, random: () => number): { steps: Step[]; built: RandomCity } {
  const place = corners(records), steps: Step[] = []
  let { facilities, gates } = records
  const whole = (count: number): number => Math.floor(random() * count)
  const change = (id: string, more: Partial<RandomCity['facilities'][number]>): void => { facilities = facilities.map((row) => (row.id === id ? { ...row, ...more } : row)) }
  for (let k = 0; k < 8; k++) {
    const kind = whole(6), one = facilities[whole(facilities.length)].id, position = place(whole(40)), count = random() < 0.3 ? null : 1 + whole(50)
    if (kind === 0) {
      const category = random() < 0.5 ? 'canteen' : 'clinic'
      steps.push({ kind: 'add', site: { id: `s-${k}`, name: '', category, position, admission: everyone, hours: null, seats: count, candidate: null } })
      facilities = [...facilities, facility(`s-${k}`, category, 0, 0, { position, admission: everyone, capacity: seats(count) })]
    } else if (kind === 1) {
      steps.push({ kind: 'move', facility: one, position })
      change(one, { position })
    } else if (kind === 2) {
      steps.push({ kind: 'close', facility: one })
      facilities = facilities.filter(({ id }) => id !== one)
    } else if (kind === 3) {
      steps.push({ kind: 'admit', facility: one, admission: { ...everyone, minAge: 60 }, hours: null })
      change(one, { admission: { ...everyone, minAge: 60 } })
    } else if (kind === 4) {
      steps.push({ kind: 'seats', facility: one, seats: count })
      change(one, { capacity: seats(count) })
    } else {
      const gate = gates.find(({ locked }) => locked === 'always')
      if (!gate) continue
      steps.push({ kind: 'openGate', gate: gate.id, hours: null })
      gates = gates.map((row) => (row === gate ? { ...row, locked: 'never' } : row))
    }
  }
  return { steps, built: { ...records, facilities, gates } }
}
