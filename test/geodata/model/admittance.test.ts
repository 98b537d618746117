import { describe, expect, test } from 'vitest'
import { admittanceOf, holdsFor, isFreeFor, nobodyInParticular, pricesOf, yuanFor, type Asker } from '../../../geodata/model/admittance.ts'
import { audiences, type Admission } from '../../../geodata/model/facility.ts'
import type { Price } from '../../../geodata/model/offer.ts'
import type { Admittance } from '../../../geodata/model/venue.ts'
import { admissionText, priceText } from '../../../geodata/words/venues.ts'

const everyone: Admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }
const asks = (more: Partial<Asker>): Asker => ({ ...nobodyInParticular, ...more })
const lives = ['estate-7', 'grid-1', 'community-1', 'street-1']

const cases: readonly [what: string, admission: Partial<Admission>, asker: Partial<Asker>, answer: Admittance][] = [
  ['everyone lets in whoever says nothing', {}, {}, 'yes'],
  ['everyone lets in whoever says all', {}, { age: 72, livesIn: lives, audience: 'couriers' }, 'yes'],
  ['from 60: unsaid', { minAge: 60 }, {}, 'ask'],
  ['from 60: at 59', { minAge: 60 }, { age: 59 }, 'no'],
  ['from 60: at 60', { minAge: 60 }, { age: 60 }, 'yes'],
  ['up to 3: at 3', { maxAge: 3 }, { age: 3 }, 'yes'],
  ['up to 3: at 4', { maxAge: 3 }, { age: 4 }, 'no'],
  ['60 to 79: at 80', { minAge: 60, maxAge: 79 }, { age: 80 }, 'no'],
  ['from 0: a baby', { minAge: 0 }, { age: 0 }, 'yes'],
  ['locals: unsaid', { onlyAreas: ['community-1'] }, {}, 'ask'],
  ['locals: lives there', { onlyAreas: ['community-1'] }, { livesIn: lives }, 'yes'],
  ['locals: lives in a part of it', { onlyAreas: ['street-1'] }, { livesIn: lives }, 'yes'],
  ['locals of an estate: lives in it', { onlyAreas: ['estate-7'] }, { livesIn: lives }, 'yes'],
  ['locals: lives elsewhere', { onlyAreas: ['community-2', 'community-3'] }, { livesIn: lives }, 'no'],
  ['locals: lives in no area that is known', { onlyAreas: ['community-2'] }, { livesIn: [] }, 'no'],
  ['retired: unsaid', { audience: 'retired' }, {}, 'ask'],
  ['retired: says so', { audience: 'retired' }, { audience: 'retired' }, 'yes'],
  ['retired: says so at 52', { audience: 'retired' }, { audience: 'retired', age: 52 }, 'yes'],
  ['retired: at 60', { audience: 'retired' }, { age: 60 }, 'yes'],
  ['retired: at 55, some are', { audience: 'retired' }, { age: 55 }, 'ask'],
  ['retired: at 44', { audience: 'retired' }, { age: 44 }, 'no'],
  ['retired: a courier may be both', { audience: 'retired' }, { audience: 'couriers' }, 'ask'],
  ['couriers: unsaid', { audience: 'couriers' }, {}, 'ask'],
  ['couriers: one of them', { audience: 'couriers' }, { audience: 'couriers' }, 'yes'],
  ['couriers: a member of staff', { audience: 'couriers' }, { audience: 'staff' }, 'no'],
  ['couriers: at 72', { audience: 'couriers' }, { age: 72 }, 'no'],
  ['couriers: a child', { audience: 'couriers' }, { age: 12 }, 'no'],
  ['staff: unsaid', { audience: 'staff' }, {}, 'ask'],
  ['staff: at 40', { audience: 'staff' }, { age: 40 }, 'ask'],
  ['staff: at 72', { audience: 'staff' }, { age: 72 }, 'no'],
  ['staff: of the staff', { audience: 'staff' }, { audience: 'staff' }, 'yes'],
  ['staff: retired', { audience: 'staff' }, { audience: 'retired' }, 'no'],
  ['members: at 72', { audience: 'members' }, { age: 72 }, 'ask'],
  ['members: one of them', { audience: 'members' }, { audience: 'members' }, 'yes'],
  ['disabled: nobody says what he is not', { audience: 'disabled' }, { audience: 'couriers' }, 'ask'],
  ['disabled: says so', { audience: 'disabled' }, { audience: 'disabled' }, 'yes'],
  ['by arrangement is always asked', { audience: 'byArrangement' }, { age: 72, livesIn: lives, audience: 'byArrangement' }, 'ask'],
  ['by arrangement, and too young', { audience: 'byArrangement', minAge: 60 }, { age: 30 }, 'no'],
  ['one no outweighs what is not known', { minAge: 60, onlyAreas: ['community-2'] }, { livesIn: lives }, 'no'],
  ['what is not known outweighs a yes', { minAge: 60, onlyAreas: ['community-1'] }, { age: 72 }, 'ask'],
]
test.each(cases)('%s', (_, admission, asker, answer) => {
  expect(admittanceOf({ ...everyone, ...admission }, asks(asker))).toBe(answer)
})

test('whoever says more is never told less surely: what is known stays, only an ask is settled', () => {
  const admissions = audiences.flatMap((audience) => [null, 60].flatMap((minAge) => [[], ['community-1'], ['community-2']].map((onlyAreas): Admission => ({ audience, minAge, maxAge: null, onlyAreas }))))
  const unsettled: string[] = []
  for (const admission of admissions) {
    for (const less of [asks({}), asks({ livesIn: lives }), asks({ audience: 'couriers' })]) {
      for (const age of [10, 50, 72]) {
        const [before, after] = [admittanceOf(admission, less), admittanceOf(admission, { ...less, age })]
        if (before !== 'ask' && before !== after) unsettled.push(JSON.stringify([admission, less, age, before, after]))
      }
    }
  }
  expect(unsettled).toEqual([])
})

const price = (what: string, yuan: number, minAge: number | null = null, maxAge: number | null = null): Price => ({ what, minAge, maxAge, yuan })
/** 泸州金井湾, DOMAIN.md 9.4. */
const tiers = [price('午餐', 15, null, 59), price('午餐', 12, 60, 69), price('午餐', 10.5, 70, 79), price('午餐', 9, 80, 89), price('午餐', 0, 90, null)]

describe('prices', () => {
  test.each([[30, 15], [60, 12], [69, 12], [70, 10.5], [89, 9], [90, 0], [101, 0], [null, null]] as const)('at %s a lunch is %s', (age, yuan) => {
    expect(yuanFor(tiers, age)).toBe(yuan)
  })
  test('what costs everyone the same needs no age', () => {
    expect([yuanFor([...tiers, price('早餐', 3)], null), yuanFor([...tiers, price('早餐', 3)], 30), yuanFor([], 30), yuanFor([price('午餐', 9, 60)], 30)]).toEqual([3, 3, null, null])
  })
  test('free is what costs nothing for whoever asks, and without an age for everyone', () => {
    expect([isFreeFor(tiers, 90), isFreeFor(tiers, 72), isFreeFor(tiers, null), isFreeFor([price('', 0)], null), isFreeFor([], null), isFreeFor([price('', 0, 60)], 30)]).toEqual([true, false, false, true, false, false])
  })
  test('a session that bears a name has its own prices', () => {
    const prices = [...tiers, price('早餐', 3)]
    expect([pricesOf(prices, '早餐').length, pricesOf(prices, '晚餐').length, pricesOf(prices, '').length]).toEqual([1, 6, 6])
    expect(holdsFor(price('', 1, 60, 69), 70)).toBe(false)
  })
  test('in words, each thing once, and free where it is', () => {
    const prices = [...tiers, price('早餐', 3)]
    expect([priceText(prices, 72, 'zh'), priceText(prices, null, 'zh'), priceText(prices, 95, 'en'), priceText([price('', 0)], null, 'zh'), priceText([], 72, 'zh'), priceText([price('', 5)], null, 'en')])
      .toEqual(['午餐 10.5 元，早餐 3 元', '午餐 0–15 元，早餐 3 元', '午餐 free, 早餐 ¥3', '免费', '', '¥5'])
  })
})

test('who may come, in a sentence', () => {
  const said = (admission: Partial<Admission>, areas: readonly string[] = []): string[] => (['zh', 'en'] as const).map((language) => admissionText({ ...everyone, ...admission }, areas, language))
  expect([said({}), said({ minAge: 60 }), said({ audience: 'retired', onlyAreas: ['1', '2'] }, ['东社区', '西社区']), said({ maxAge: 3, audience: 'byArrangement' }), said({ minAge: 6, maxAge: 14 }), said({ audience: 'staff' })]).toEqual([
    ['谁都可以去', 'Everyone'], ['60 岁及以上', 'aged 60 and over'], ['退休人员，限东社区、西社区居民', 'Retired people, residents of 东社区, 西社区'], ['要先约好，请先打电话，3 岁及以下', 'By arrangement, call first, aged up to 3'], ['6 至 14 岁', 'aged 6 to 14'], ['只限本单位职工', 'Staff only'],
  ])
})
