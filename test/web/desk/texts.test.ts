import { isoInstant } from '../../../geodata/hours/clock.ts'
import { bookings, payments } from '../../../geodata/model/offer.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facility, unit } from '../../../geodata/contract/schemas.ts'
import { audiences } from '../../../geodata/model/facility.ts'
import { fieldAt, fieldOfFault, fieldsOf } from '../../../web/desk/field.ts'
import { differingParts, type DeskRecord, type SiteRecord } from '../../../web/desk/record.ts'
import { readText, sameText, textOf, textsOf, typedTexts, withTexts } from '../../../web/desk/texts.ts'
import { site, unitRecord } from './recordServer.ts'

const words = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value)
const day = fc.constantFrom('2026-01-01', '2025-12-31')
const instant = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true }).map((date) => isoInstant(Math.floor(date.getTime() / 60_000) * 60_000))
const offers = fc.record({
  address: maybe(words), prices: fc.array(fc.record({ what: fc.constantFrom('', '午餐'), minAge: maybe(fc.nat(150)), maxAge: maybe(fc.nat(150)), yuan: fc.constantFrom(0, 12, 9.5) }), { maxLength: 3 }), payments: fc.subarray([...payments]), bring: maybe(words), booking: maybe(fc.constantFrom(...bookings)),
  delivers: maybe(fc.boolean()), halal: maybe(fc.boolean()), toilet: maybe(fc.boolean()), menu: maybe(words), programmes: fc.array(fc.record({ name: words, hours: words, room: maybe(words) }), { maxLength: 3 }), checked: maybe(fc.record({ day, by: words })),
})
const sites: fc.Arbitrary<SiteRecord> = fc.record({
  id: fc.constant('f-1'), name: words, category: words, position: fc.tuple(fc.double({ min: 70, max: 140, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true })).map(([lon, lat]): [number, number] => [Number(lon.toFixed(7)), Number(lat.toFixed(7))]),
  unit: maybe(words), admission: fc.record({ audience: fc.constantFrom(...audiences), minAge: maybe(fc.nat(150)), maxAge: maybe(fc.nat(150)), onlyAreas: fc.array(fc.constantFrom('310101', '310102001'), { maxLength: 2 }) }),
  hours: maybe(words), phone: maybe(words), capacity: fc.record({ seats: maybe(fc.nat(1000)), spareSeats: maybe(fc.nat(1000)), squareMetres: maybe(fc.constantFrom(12.5, 100)) }),
  stepFree: maybe(fc.boolean()), offer: offers, suspensions: fc.array(fc.record({ from: instant, until: maybe(instant), reason: words }), { maxLength: 3 }).map((all) => all.toSorted((one, other) => (one.from < other.from ? -1 : 1))), validFrom: maybe(day), validTo: maybe(day), source: words, date: maybe(day),
})
const field = (path: string) => fieldAt('facility', path) ?? expect.fail(path)

describe('typed texts', () => {
  it('write a record and read it back the same', () => {
    fc.assert(fc.property(sites, (record) => {
      const { record: back, faults } = withTexts('facility', site(1), textsOf('facility', record))
      expect(faults).toEqual({})
      expect(back).toEqual(record)
    }), { seed: 2026, numRuns: 300 })
  })
  it('cover every field of a record but its id', () => {
    const leaves = (record: DeskRecord, nested: readonly string[]): string[] => Object.entries(record).flatMap(([name, value]) => (nested.includes(name) ? Object.keys(value as object).map((inner) => `${name}.${inner}`) : [name])).filter((path) => path !== 'id')
    expect(fieldsOf('facility').map(({ path }) => path).sort()).toEqual(leaves(site(1), ['admission', 'capacity', 'offer']).sort())
    expect(fieldsOf('unit').map(({ path }) => path).sort()).toEqual(leaves(unitRecord(1), []).sort())
    expect(facility.safeParse(site(1)).success && unit.safeParse(unitRecord(1)).success).toBe(true)
  })
  it('refuse only what nobody could read, each with its own fault', () => {
    expect(readText(field('capacity.seats'), '四十')).toEqual({ ok: false, fault: 'desk.fault.whole' })
    expect(readText(field('capacity.seats'), '4.5')).toEqual({ ok: false, fault: 'desk.fault.whole' })
    expect(readText(field('capacity.squareMetres'), '-3')).toEqual({ ok: false, fault: 'desk.fault.amount' })
    expect(readText(field('date'), '2026年3月')).toEqual({ ok: false, fault: 'desk.fault.day' })
    expect(readText(field('position'), '121.5')).toEqual({ ok: false, fault: 'desk.fault.place' })
    expect(readText(field('position'), '31.2, 121.4')).toEqual({ ok: false, fault: 'desk.fault.place' })
    expect(readText(field('name'), '  ')).toEqual({ ok: false, fault: 'desk.fault.required' })
    expect(readText(field('hours'), '随便写')).toEqual({ ok: true, value: '随便写' })
  })
  it('take full-width commas and spaces in a place for what they mean', () => {
    expect(readText(field('position'), '121.5，31.25')).toEqual({ ok: true, value: [121.5, 31.25] })
    expect(sameText(field('position'), '121.5,31.25', '121.5, 31.25')).toBe(true)
  })
  it('of a draft keep only what differs', () => {
    expect(typedTexts('facility', site(1), { name: '纺织食堂 1', hours: '10:00-14:00', 'capacity.seats': '40' })).toEqual({ hours: '10:00-14:00' })
  })
  it('change one part of a nested value and keep the rest', () => {
    const { record } = withTexts('facility', site(1), { 'capacity.spareSeats': '5' })
    expect(differingParts(site(1), record)).toEqual({ capacity: { seats: 40, spareSeats: 5, squareMetres: null } })
  })
  it('say unknown as nothing, and a yes or no as such', () => {
    expect(['yes', 'no', ''].map((text) => readText(field('stepFree'), text))).toEqual([{ ok: true, value: true }, { ok: true, value: false }, { ok: true, value: null }])
    expect(textOf(field('stepFree'), site(1, { stepFree: false }))).toBe('no')
  })
  it('keep a list while it is typed, and refuse it while a part of it means nothing', () => {
    const prices = (...yuan: string[]): string => JSON.stringify(yuan.map((one) => ({ what: '', minAge: '60', maxAge: '', yuan: one })))
    expect(readText(field('offer.prices'), prices('12', '9.5'))).toEqual({ ok: true, value: [12, 9.5].map((yuan) => ({ what: '', minAge: 60, maxAge: null, yuan })) })
    // An entry that was added and not filled in yet is typed text like any other.
    expect(typedTexts('facility', site(1), { 'offer.prices': prices('') })).toEqual({ 'offer.prices': prices('') })
    expect(readText(field('offer.prices'), prices('十二'))).toEqual({ ok: false, fault: 'desk.fault.list' })
    expect(typedTexts('facility', site(1), { 'offer.prices': '' })).toEqual({})
  })
  it('say instants in the city\'s time, whatever zone they were sent in, and in their order', () => {
    const shut = (from: string, until: string): string => JSON.stringify([{ from, until, reason: '检修' }])
    expect(textOf(field('suspensions'), site(1, { suspensions: [{ from: '2026-02-14T00:30:00Z', until: null, reason: '检修' }] }))).toBe(shut('2026-02-14 08:30', ''))
    expect(readText(field('suspensions'), shut('2026-02-14 8:30', '2026-02-15 00:00'))).toEqual({ ok: true, value: [{ from: '2026-02-14T08:30:00+08:00', until: '2026-02-15T00:00:00+08:00', reason: '检修' }] })
    for (const from of ['2026-02-30 08:00', '2026-02-14', '2026-02-14 25:00', '明天']) expect(readText(field('suspensions'), shut(from, ''))).toEqual({ ok: false, fault: 'desk.fault.list' })
    const two = JSON.stringify(['2026-03-01 00:00', '2026-02-01 00:00'].map((from) => ({ from, until: '', reason: 'x' })))
    expect(readText(field('suspensions'), two)).toMatchObject({ ok: true, value: [{ from: '2026-02-01T00:00:00+08:00' }, { from: '2026-03-01T00:00:00+08:00' }] })
  })
  it('find the field a fault of the server belongs to', () => {
    expect(fieldOfFault('facility', 'admission.onlyAreas.0')?.path).toBe('admission.onlyAreas')
    expect(fieldOfFault('facility', 'position')?.path).toBe('position')
    expect(fieldOfFault('facility', 'capacity')?.path).toBe('capacity.seats')
    expect(fieldOfFault('facility', 'offer.prices.1.maxAge')?.path).toBe('offer.prices')
    expect(fieldOfFault('facility', 'palace')).toBeUndefined()
  })
})
