import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reachCache } from '../../../geodata/kernel/cache.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { ghostOf } from '../../../geodata/kernel/ghost.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { answerWhatIf } from '../../../geodata/kernel/whatIf.ts'
import { groups, type Admission } from '../../../geodata/model/facility.ts'
import { emptyOverlay, type Overlay } from '../../../geodata/model/overlay.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'
import { at, facility } from '../../tools/small-city.ts'

const everyone: Admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }

describe('a site that is dragged', () => {
  test('changes states and figures as if it had been added there, to the last resident, and leaves no trace', () => {
    let positions = 0, changes = 0, joined = 0
    fc.assert(fc.property(
      fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 80, max: 1200 }), fc.constantFrom('network', 'straight'), fc.constantFrom('planning', 'wheelchair'), fc.constantFrom(...groups), fc.nat(5), fc.constantFrom(null, 'community-1'),
      (seed, metres, metric, profile, group, kind, areaCode) => {
        const records = randomCity(seed)
        const city = buildCity(catalogue, records.box, recordsOf(records)), cache = reachCache()
        const area = areaCode !== null && city.areas.byCode.has(areaCode) ? areaCode : null
        const admission: Admission = [everyone, { ...everyone, audience: 'retired' }, { ...everyone, minAge: 60 }, { ...everyone, audience: 'staff' }, { ...everyone, onlyAreas: ['community-1'] }, { ...everyone, onlyAreas: ['nowhere'] }][kind] as Admission
        const base: Overlay = seed % 3 === 0 ? { ...emptyOverlay, closed: ['f0', 'f3'], openedGates: ['gate-2'] } : seed % 3 === 1 ? { ...emptyOverlay, closed: records.facilities.map(({ id }) => id) } : emptyOverlay
        const question = fillQuestion(catalogue, { category: 'canteen', limit: { metres }, metric, profile, group, area })
        const ghost = ghostOf(city, base, question, { category: 'canteen', admission }, cache)
        const before = answerStates(city, base, question, cache), shown = before.slice()
        const random = seededRandom(seed)
        for (let k = 0; k < 9; k++) {
          const position = at(random() * 13 - 0.5, random() * 13 - 0.5)
          const move = ghost.moveTo(position[0], position[1])
          move.changed.forEach((building, i) => { shown[building] = move.states[i] })
          changes += move.changed.length
          const overlay: Overlay = Number.isNaN(move.snapMetres) ? base : { ...base, added: [facility('ghost', 'canteen', 0, 0, { position, admission })] }
          const states = answerStates(city, overlay, question, cache)
          expect(shown).toEqual(states)
          const whole = answerWhatIf(city, base, overlay, question, cache), after = answerCoverage(city, overlay, question, cache)
          expect([move.covered, move.total, move.buildingsGained]).toEqual([after.summary.residentsCovered, after.summary.residentsTotal, whole.gained.length])
          for (const each of groups) expect(move.gained[each].residents).toBe(whole.groups[each].after - whole.groups[each].before)
          if (states.some((state, i) => before[i] === 4 && state === 3)) joined++
          positions++
        }
        const left = ghost.leave()
        left.changed.forEach((building, i) => { shown[building] = left.states[i] })
        expect(shown).toEqual(before)
      }), { seed: 11, numRuns: 112 })
    expect(positions).toBeGreaterThanOrEqual(1000)
    expect(changes).toBeGreaterThan(1000)
    expect(joined).toBeGreaterThan(0)
  })
})
