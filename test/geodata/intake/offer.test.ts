import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRecord } from '../../../geodata/intake/edits/check.ts'
import type { Facts } from '../../../geodata/intake/edits/facts.ts'
import { readPrices } from '../../../geodata/intake/sheets/prices.ts'
import type { Facility } from '../../../geodata/model/facility.ts'
import { emptyOffer, type Offer, type Price, type Suspension } from '../../../geodata/model/offer.ts'
import { pricesText } from '../../../geodata/words/offer.ts'
import { facility } from '../../tools/small-city.ts'

const price = (what: string, minAge: number | null, maxAge: number | null, yuan: number): Price => ({ what, minAge, maxAge, yuan })

describe('prices as people write them', () => {
  test.each<[text: string, ...prices: Price[]]>([
    ['60-69岁 12元；70岁以上 10元', price('', 60, 69, 12), price('', 70, null, 10)],
    ['午餐 60—69 周岁 12.5 元，晚餐70岁及以上老人8元', price('午餐', 60, 69, 12.5), price('晚餐', 70, null, 8)],
    ['免费', price('', null, null, 0)],
    ['６０岁以上免费；其他人：１８元', price('', 60, null, 0), price('其他人', null, null, 18)],
    ['不满60岁 20元', price('', null, 59, 20)], ['12岁以下儿童 6元', price('', null, 12, 6)], ['满 80 周岁 5元', price('', 80, null, 5)],
    ['剪发 15元\n染发 60元。', price('剪发', null, null, 15), price('染发', null, null, 60)],
    ['A套餐：12块', price('A套餐', null, null, 12)],
    ['lunch aged 60-69 12 yuan; aged 70+ free', price('lunch', 60, 69, 12), price('', 70, null, 0)],
  ])('%s', (text, ...prices) => { expect(readPrices(text)).toEqual({ ok: true, prices }) })

  test.each([
    ['12-18元', '12-18元'], ['面议', '面议'], ['60岁以上半价', '60岁以上半价'], ['午餐 12', '午餐 12'], ['老人 8 折 12元', '老人 8 折 12元'], ['60岁以上 10元；看情况', '看情况'], ['80-60岁 10元', '80-60岁 10元'], ['12元起', '12元起'], ['200岁以上 1元', '200岁以上 1元'],
    ['1000000元', '1000000元'], ['', ''], [Array.from({ length: 21 }, (_, i) => `${i}元`).join('；'), '20元'], ['午餐12元晚餐15元', '午餐12元晚餐15元'],
  ])('what cannot be read is refused, not guessed: %s', (text, part) => { expect(readPrices(text)).toEqual({ ok: false, part }) })

  test('what is written is read again, in both languages', () => {
    const age = fc.option(fc.nat(120))
    const prices = fc.array(fc.record({ what: fc.constantFrom('', '午餐', '一小时', 'lunch', '理发'), minAge: age, maxAge: age, yuan: fc.nat(10_000).map((cents) => cents / 100) }).filter(({ minAge, maxAge }) => minAge === null || maxAge === null || minAge <= maxAge), { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(prices, fc.constantFrom('zh' as const, 'en' as const), (all, language) => { expect(readPrices(pricesText(all, language))).toEqual({ ok: true, prices: all }) }), { seed: 2026, numRuns: 500 })
  })
})

describe('an offer is held against what a schema cannot hold', () => {
  const facts: Facts = { hasCategory: () => true, hasArea: () => true, hasUnit: () => true, hasFacility: () => true, hasOrganisation: () => true, entry: () => null, referring: () => [], cityBox: null, creditCodeOwner: () => null }
  const faults = (more: Partial<Facility>): string[] => checkRecord({ kind: 'facility', record: facility('f', 'canteen', 1, 1, more) }, facts).map(({ field, code }) => `${field} ${code}`)
  const offer = (more: Partial<Offer>): Partial<Facility> => ({ offer: { ...emptyOffer, ...more } })
  const shut = (from: string, until: string | null): Suspension => ({ from, until, reason: '检修' })

  test('ages in their order, days that exist', () => {
    expect(faults(offer({ prices: [price('', 60, 69, 12), price('', 70, 60, 10)] }))).toEqual(['offer.prices.1.maxAge badOrder'])
    expect(faults(offer({ checked: { day: '2026-02-30', by: '西社区' } }))).toEqual(['offer.checked.day badDate'])
    expect(faults(offer({ menu: '周一：红烧肉\n周二：清蒸鱼', programmes: [{ name: '书法', hours: '看老师有没有空', room: null }] }))).toEqual([])
  })

  test('shuttings that end after they begin, in order, at instants that exist', () => {
    const [morning, evening, next] = ['2026-02-14T08:00:00+08:00', '2026-02-14T20:00:00+08:00', '2026-02-15T00:00:00+08:00']
    expect(faults({ suspensions: [shut(morning, evening), shut(evening, null)] })).toEqual([])
    expect(faults({ suspensions: [shut(evening, morning)] })).toEqual(['suspensions.0.until notAfter'])
    expect(faults({ suspensions: [shut(next, null), shut(morning, evening)] })).toEqual(['suspensions.1.from badOrder'])
    expect(faults({ suspensions: [shut('2026-02-30T08:00:00+08:00', null)] })).toEqual(['suspensions.0.from badPattern'])
    // The same instants in other zones.
    expect(faults({ suspensions: [shut('2026-02-14T00:00:00Z', morning)] })).toEqual(['suspensions.0.until notAfter'])
  })

  test('numbers of persons are in none of its texts, nor what nobody can see; scripts are words', () => {
    const mobile = '打 138 0000 0000'
    expect(faults({ ...offer({ address: mobile, bring: mobile, menu: mobile, prices: [price(mobile, null, null, 1)], programmes: [{ name: mobile, hours: mobile, room: mobile }] }), suspensions: [{ ...shut('2026-02-14T08:00:00+08:00', null), reason: mobile }] }))
      .toEqual(['offer.address', 'offer.prices.0.what', 'offer.bring', 'offer.menu', 'offer.programmes.0.name', 'offer.programmes.0.hours', 'offer.programmes.0.room', 'suspensions.0.reason'].map((field) => `${field} mobilePhone`))
    expect(faults(offer({ address: 'a\u202Eb', bring: '证\n件' }))).toEqual(['offer.address unreadableSign', 'offer.bring unreadableSign'])
    expect(faults(offer({ address: '<script>alert(1)</script>', bring: `'; DROP TABLE facility; --`, menu: '{{7*7}}' }))).toEqual([])
  })
})
