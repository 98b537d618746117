import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { decodePack, encodePack } from '../../../geodata/kernel/pack.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { fromUtf8, utf8 } from '../../../geodata/kernel/utf8.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'

const records = randomCity(21)
const city = buildCity(catalogue, records.box, recordsOf(records))
const questions = ['canteen', 'clinic', 'market'].flatMap((category) => [5, 15].flatMap((minutes) => (['network', 'straight'] as const).map((metric) => fillQuestion(catalogue, { category, limit: { minutes }, metric }))))

describe('a pack', () => {
  test('of the whole city comes back with every column as it was', () => {
    const back = decodePack(encodePack(city, -1))
    expect({ ...back, network: { ...back.network, anchors: city.network.anchors } }).toEqual(city)
    expect(encodePack(back, -1)).toEqual(encodePack(city, -1))
  })

  test('of an area answers about its buildings as the city does', () => {
    for (const code of ['street-1', 'community-0', 'community-3-1', 'estate-a']) {
      const area = city.areas.byCode.get(code) ?? -1
      const part = decodePack(encodePack(city, area))
      expect(part.buildings.count).toBeGreaterThan(0)
      for (const question of questions) {
        const whole = answerStates(city, emptyOverlay, question)
        expect(answerStates(part, emptyOverlay, question)).toEqual(Uint8Array.from(part.buildings.dense, (i) => whole[i]))
        expect(answerCoverage(part, emptyOverlay, { ...question, area: code }).summary.residentsCovered).toBe(answerCoverage(city, emptyOverlay, { ...question, area: code }).summary.residentsCovered)
      }
    }
  })

  test('survives a copy at an odd place in a larger buffer', () => {
    const pack = encodePack(city, -1)
    const larger = new Uint8Array(pack.length + 11)
    larger.set(pack, 3)
    expect(decodePack(larger.subarray(3, 3 + pack.length))).toEqual(decodePack(pack))
  })

  test('that is cut short, of another kind or of another version is refused', () => {
    const pack = encodePack(city, -1)
    expect(() => decodePack(pack.subarray(0, pack.length - 8))).toThrow(`pack: expected ${pack.length} bytes, got ${pack.length - 8}`)
    expect(() => decodePack(new Uint8Array(20))).toThrow('pack: expected the letters LLPK at the start, got 20 bytes of another kind')
    const later = pack.slice()
    later[4] = 2
    expect(() => decodePack(later)).toThrow('pack: expected version 1, got 2')
    expect(() => encodePack(city, city.areas.count)).toThrow(RangeError)
  })
})

test('text of every plane survives UTF-8', () => {
  const text = `邻里 a é ${String.fromCodePoint(0x1f5fa, 0x20000)} `.repeat(3000)
  expect(fromUtf8(utf8(text))).toBe(text)
  expect(utf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)))
})
