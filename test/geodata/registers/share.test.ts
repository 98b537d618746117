import { describe, expect, test } from 'vitest'
import type { Audience, Facility, Unit, UnitNature } from '../../../geodata/model/facility.ts'
import { shareRegisters } from '../../../geodata/registers/share/all.ts'
import { column, figure } from '../../tools/asked-table.ts'
import { handInput } from '../../tools/hand-input.ts'
import { entry } from '../../tools/registers.ts'
import { facility } from '../../tools/small-city.ts'

const from = { validFrom: null, validTo: null, source: 'drawn by hand', date: '2026-06-30' }
const unit = (id: string, community: string, nature: UnitNature = 'government'): Unit => ({ id, name: id, nature, position: [116.4, 39.9], community, ...from })
const site = (id: string, category: string, owner: string | null, audience: Audience, more: Partial<Facility> = {}): Facility => facility(id, category, 1, 1, { unit: owner, admission: { audience, minAge: null, maxAge: null, onlyAreas: [] }, ...more })
const spare = (seats: number, spareSeats: number): Partial<Facility> => ({ capacity: { seats, spareSeats, squareMetres: null } })

/** Two units in the west: one opens a canteen to retired people and a room to everyone, one keeps a canteen for its staff. One unit in the east opens a room by arrangement. */
const units = [unit('office', 'w'), unit('works', 'w', 'stateEnterprise'), unit('school', 'e', 'school')]
const facilities = [
  site('canteen-office', 'canteen', 'office', 'retired', spare(100, 20)), site('room-office', 'activityRoom', 'office', 'everyone'), site('canteen-works', 'canteen', 'works', 'staff', spare(180, 60)),
  site('room-school', 'meetingRoom', 'school', 'byArrangement'), site('gym-school', 'sports', 'school', 'staff'),
]
const plaque = (id: string, kind: 'memberRoom' | 'memberStation' | 'practiceBase' | 'noticeWindow', area: string, direction: 'unitToCommunity' | 'communityToUnit', site: string | null = null) =>
  entry(id, 'plaque', { facility: site, kind, direction, squareMetres: 12, cost: null }, { area, name: '' })
const entries = [plaque('p1', 'memberRoom', 'w', 'unitToCommunity', 'room-office'), plaque('p2', 'memberStation', 'w', 'communityToUnit'), plaque('p3', 'memberStation', 'e', 'communityToUnit'), plaque('p4', 'practiceBase', 'm', 'communityToUnit')]
const input = handInput({ units, facilities, entries })

describe('share, by hand', () => {
  test('33: units by what they open, those that open most first', () => {
    const table = shareRegisters.units(input)
    expect(column(table, 'unit')).toEqual(['office', 'school', 'works'])
    expect([column(table, 'owned'), column(table, 'open'), column(table, 'openTo')]).toEqual([[2, 2, 1], [2, 1, 0], ['everyone', 'byArrangement', null]])
    expect([figure(table, 'opening'), figure(table, 'openSites')]).toEqual([[2, 3], [3, null]])
    expect(table.answer).toMatchObject({ units: 3, communities: 2, opening: 2, share: 67, place: '西社区', most: 2 })
  })

  test('34: of two canteens one lets retired residents in, the other has 60 spare seats for its staff alone', () => {
    const table = shareRegisters.openCanteens(input)
    expect([column(table, 'name'), column(table, 'state')]).toEqual([['canteen-office', 'canteen-works'], ['done', 'none']])
    expect([figure(table, 'serving'), figure(table, 'spareClosed')]).toEqual([[1, 2], [60, null]])
    expect(table.answer).toMatchObject({ canteens: 2, serving: 1, arranged: 0, closed: 1, spare: 60, places: 'canteen-office' })
  })

  test('35: rooms that are open, one with the sign; the middle community has none', () => {
    const table = shareRegisters.openRooms(input)
    expect([column(table, 'name'), column(table, 'plaque')]).toEqual([['room-office', 'room-school'], [true, false]])
    expect(table.answer).toMatchObject({ rooms: 2, plaques: 1, without: 1, places: '中社区' })
  })

  test('36: services are counted by unit and community, times only where a number was agreed', () => {
    const offer = (id: string, owner: string, area: string, audience: 'older' | 'everyone', timesAYear: number | null) => entry(id, 'serviceOffer', { kind: id, audience, way: 'claimed', timesAYear }, { unit: owner, area })
    const table = shareRegisters.serviceOffers(handInput({ units, entries: [offer('legal', 'office', 'w', 'everyone', null), offer('hair', 'works', 'w', 'older', 6), offer('visits', 'works', 'e', 'older', 12)] }))
    expect(column(table, 'offer')).toEqual(['visits', 'hair', 'legal'])
    expect([figure(table, 'offering'), figure(table, 'timesAYear'), table.answer]).toEqual([[2, 3], [18, null], { offers: 3, units: 2, communities: 2, times: 18, older: 2 }])
  })

  test('64: a need is taken by a claim that stands, a resource by being matched with one; suggestions and claims of later days do not count', () => {
    const item = (id: string, list: 'need' | 'resource', open = true) => entry(id, 'listItem', { list, category: '停车', detail: null, capacity: null, until: null, open }, { area: 'w' })
    const claim = (id: string, of: string, state: 'suggested' | 'claimed' | 'done', day: string, resource: string | null = null) => entry(id, 'claim', { item: of, resource, by: 'unit', state, day, walkMetres: null }, { area: 'w' })
    const table = shareRegisters.listMatching(handInput({ entries: [
      item('n1', 'need'), item('n2', 'need'), item('n3', 'need'), item('n4', 'need'), item('r1', 'resource'), item('r2', 'resource'), item('gone', 'need', false),
      claim('c1', 'n1', 'done', '2026-03-01', 'r1'), claim('c2', 'n2', 'claimed', '2026-06-30'), claim('c3', 'n3', 'suggested', '2026-05-01'), claim('c4', 'n4', 'claimed', '2026-07-01'),
    ] }))
    expect([figure(table, 'need'), figure(table, 'resource'), figure(table, 'project')]).toEqual([[2, 4], [1, 2], [0, 0]])
    expect(column(table, 'state').slice(0, 4)).toEqual(['missing', 'missing', 'done', 'partial'])
    expect(table.answer).toMatchObject({ needs: 4, claimed: 2, unclaimed: 2, places: '西社区' })
  })

  test('65: the two directions are counted each for itself', () => {
    const table = shareRegisters.openBothWays(input)
    expect([figure(table, 'unitToCommunity'), figure(table, 'communityToUnit'), figure(table, 'both')]).toEqual([[1, 4], [3, 4], [1, 3]])
    expect(table.rows.find(({ id }) => id === 'p1')).toMatchObject({ area: 'w', position: facilities[1].position, cells: ['unitToCommunity', 'memberRoom', 'room-office', 'office', 'w'] })
  })

  test('66: a community has all three when it has one site or sign of each; staff rooms are none', () => {
    const table = shareRegisters.threeStrongholds(input)
    // West: canteen and station sign; activity room; members' room sign. East: station sign, no culture (the gym is for staff), meeting room. Middle: no sites.
    expect(table.rows.map(({ id, cells }) => [id, ...cells.slice(1)])).toEqual([['m', 0, 0, 0, 0, 'partial'], ['e', 1, 0, 1, 2, 'partial'], ['w', 2, 1, 1, 4, 'done']])
    expect(table.answer).toMatchObject({ communities: 3, whole: 1, service: 3, culture: 1, publicity: 2, short: 2 })
  })

  test('72, 75: signs of one kind, and the communities that have none', () => {
    expect(shareRegisters.memberStations(input).answer).toEqual({ signs: 2, with: 2, communities: 3, without: 1, places: '中社区', having: '西社区、东社区' })
    expect(figure(shareRegisters.practiceBases(input), 'with')).toEqual([1, 3])
  })

  test('without data there are no rows', () => {
    for (const [code, register] of Object.entries(shareRegisters)) expect([code, register(handInput({})).rows]).toEqual([code, []])
  })
})
