import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { answerBasket } from '../../../geodata/kernel/basket.ts'
import { answerGaps } from '../../../geodata/kernel/gaps.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { buildingStates, gapReasons } from '../../../geodata/model/question.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import { buildCity } from '../../tools/build-city.ts'
import { geodesicMetres } from '../../tools/geodesic.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'
import { facility } from '../../tools/small-city.ts'

describe.each([1, 2, 3])('the basket of every building of city %d', (seed) => {
  const records = randomCity(seed)
  const city = buildCity(catalogue, records.box, recordsOf(records))
  const overlay: Overlay = { ...emptyOverlay, added: [facility('new', 'canteen', 3.3, 4.4)], closed: ['f1'], openedGates: ['gate-3'] }

  test.each([['network', 'planning'], ['network', 'wheelchair'], ['straight', 'elderly']] as const)('says the same as states and gaps, %s, %s', (metric, profile) => {
    const question = fillQuestion(catalogue, { category: 'canteen', metric, profile })
    const states = answerStates(city, overlay, question)
    const gaps = answerGaps(city, overlay, question)
    for (let i = 0; i < city.buildings.count; i++) {
      const service = answerBasket(city, overlay, i, question).services.find((row) => row.question.category === 'canteen')
      expect(service?.state).toBe(buildingStates[states[i]])
      const k = gaps.building.indexOf(i)
      expect(service?.reason ?? null).toBe(k < 0 ? null : gapReasons[gaps.reason[k]])
      if (k < 0) continue
      expect(service?.nearest?.metres ?? null).toBe(gaps.nearest[k] < 0 ? null : gaps.metres[k])
      expect(service?.nearest?.admits ?? false).toBe(gaps.nearestAdmits[k] === 1)
    }
  })

  test('routes run from the door to the site and are as long as they say', () => {
    const question = fillQuestion(catalogue, { category: 'clinic' })
    let routes = 0
    for (let i = 0; i < city.buildings.count; i++) {
      const basket = answerBasket(city, overlay, i, question)
      for (const service of basket.services) if (service.question.category !== 'clinic') expect(service.nearest?.route ?? null).toBeNull()
      const found = basket.services.find((row) => row.question.category === 'clinic')?.nearest
      if (!found) continue
      const route = found.route ?? []
      let metres = 0
      for (let p = 1; p < route.length; p++) metres += geodesicMetres(route[p - 1], route[p])
      expect(Math.abs(metres - found.metres)).toBeLessThan(0.5)
      expect(geodesicMetres(route[route.length - 1], records.facilities[found.facility].position)).toBeLessThan(0.05)
      routes++
    }
    expect(routes).toBeGreaterThan(20)
  })

  test('without a question every category of the catalogue is told, in its order', () => {
    const basket = answerBasket(city, emptyOverlay, 0, null)
    expect(basket.services.map((row) => row.question.category)).toEqual(catalogue.categories.map((row) => row.code))
  })
})

test('a building that is not there is refused', () => {
  const records = randomCity(1)
  const city = buildCity(catalogue, records.box, recordsOf(records))
  expect(() => answerBasket(city, emptyOverlay, 60, null)).toThrow(new RangeError('building: expected 0 to 59, got 60'))
})
