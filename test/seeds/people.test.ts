import { describe, expect, test } from 'vitest'
import { residentialUses } from '../../geodata/model/building.ts'
import { planted, usualSeed } from './planted.ts'

describe.each([usualSeed, 7])('the people and units of seed %i', (seed) => {
  const { all } = planted(seed)
  const buildings = all('building')
  const homes = buildings.filter((building) => building.use !== null && residentialUses.includes(building.use))
  const sum = (of: (residents: NonNullable<(typeof homes)[number]['residents']>) => number, list = homes): number => list.reduce((total, home) => total + (home.residents === null ? 0 : of(home.residents)), 0)

  test('about 1,300 homes and at least 700 other buildings', () => {
    expect(homes.length).toBeGreaterThanOrEqual(1170)
    expect(homes.length).toBeLessThanOrEqual(1430)
    expect(buildings.length - homes.length).toBeGreaterThanOrEqual(700)
  })

  test('every home has people, nothing else has, and groups are parts of all', () => {
    for (const building of buildings) {
      const who = building.residents
      expect(who !== null).toBe(building.use !== null && residentialUses.includes(building.use))
      if (who === null) continue
      expect([who.all, who.over60, who.over80, who.children, who.households].every(Number.isInteger)).toBe(true)
      expect(who.over80).toBeLessThanOrEqual(who.over60)
      expect(who.over60 + who.children).toBeLessThanOrEqual(who.all)
      expect(who.basis).toBe('permanent')
    }
  })

  test('households, persons per household and ages are those of a Chinese district', () => {
    expect(sum((who) => who.households)).toBeGreaterThan(26 * 2600 * 0.85)
    expect(sum((who) => who.households)).toBeLessThan(26 * 2600 * 1.15)
    const perHousehold = sum((who) => who.all) / sum((who) => who.households)
    expect(perHousehold).toBeGreaterThan(2.3)
    expect(perHousehold).toBeLessThan(2.8)
    const share60 = sum((who) => who.over60) / sum((who) => who.all)
    expect(share60).toBeGreaterThan(0.21)
    expect(share60).toBeLessThan(0.27)
    const share80 = sum((who) => who.over80) / sum((who) => who.all)
    expect(share80).toBeGreaterThan(0.03)
    expect(share80).toBeLessThan(0.04)
  })

  test('some estates are estimates and most are counted', () => {
    const estimated = sum((who) => (who.counted ? 0 : who.all)) / sum((who) => who.all)
    expect(estimated).toBeGreaterThan(0.03)
    expect(estimated).toBeLessThan(0.25)
  })

  test('the resettlement community holds 1,750 households and 4,000 residents', () => {
    const own = homes.filter((home) => home.grid?.startsWith(resettled()) === true)
    expect(sum((who) => who.households, own)).toBe(1750)
    expect(sum((who) => who.all, own)).toBe(4000)
  })

  test('buildings are numbered 1号楼 and on, with a few 甲5号楼', () => {
    const slabs = homes.filter((home) => home.name.endsWith('号楼'))
    const second = slabs.filter((home) => home.name === '甲5号楼')
    expect(slabs.length).toBeGreaterThan(800)
    expect(second.length).toBeGreaterThan(2)
    expect(second.length).toBeLessThan(60)
  })

  test('some houses are known without use, height or people', () => {
    const unknown = buildings.filter((building) => building.use === null)
    expect(unknown.length).toBeGreaterThan(10)
    expect(unknown.every((building) => building.storeys === null && building.residents === null)).toBe(true)
  })

  test('365 units stand in the district, 49 in the first street, none of them military', () => {
    const units = all('unit').filter((unit) => unit.community !== null)
    const first = all('area').find((area) => area.level === 'street')?.code ?? 'none'
    expect(units).toHaveLength(365)
    expect(units.filter((unit) => unit.community?.startsWith(first))).toHaveLength(49)
    expect(new Set(units.map((unit) => unit.name)).size).toBe(365)
    expect(units.filter((unit) => /军|部队|武警|看守|监狱/.test(unit.name))).toEqual([])
  })

  test('six units of the first street run canteens and four let retired residents in', () => {
    const first = all('area').find((area) => area.level === 'street')?.code ?? 'none'
    const units = new Set(all('unit').filter((unit) => unit.community?.startsWith(first)).map((unit) => unit.id))
    const canteens = all('facility').filter((facility) => facility.category === 'canteen' && facility.unit !== null && units.has(facility.unit))
    expect(canteens).toHaveLength(6)
    expect(canteens.filter((canteen) => canteen.admission.audience === 'retired')).toHaveLength(4)
    expect(canteens.filter((canteen) => canteen.admission.audience === 'staff')).toHaveLength(1)
  })

  test('sites complete 7.8 of ten items on average and four in the resettlement community', () => {
    const slots = new Set(['station', 'meetingRoom', 'policeRoom', 'activityRoom', 'garden', 'square', 'readingRoom', 'clinic', 'mediation', 'daycare'])
    const own = all('facility').filter((facility) => facility.unit === null && slots.has(facility.category) && facility.capacity.squareMetres !== null)
    expect(own.length / 26).toBeGreaterThan(7.4)
    expect(own.length / 26).toBeLessThan(8.2)
    const resettlement = all('area').find((area) => area.code === resettled())?.name.replace(/社区$/, '') ?? 'none'
    expect(own.filter((facility) => facility.name.startsWith(resettlement))).toHaveLength(4)
  })

  test('six rest stops for couriers and drivers, two of them open day and night', () => {
    const stops = all('facility').filter((facility) => facility.category === 'restStop')
    expect([stops.length, stops.filter((stop) => stop.hours?.startsWith('24 小时')).length]).toEqual([6, 2])
  })

  test('one place of each of five kinds has told nobody its hours, a canteen among them', () => {
    const silent = all('facility').filter((facility) => facility.hours === null)
    expect(silent.map(({ category }) => category).toSorted()).toEqual(['canteen', 'market', 'meetingRoom', 'repair', 'sports'])
  })

  test('identifiers are given once in each kind', () => {
    for (const kind of ['building', 'street', 'gate', 'ground', 'facility', 'unit', 'organisation'] as const) {
      const ids = all(kind).map((record) => record.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  function resettled(): string {
    const estate = all('area').find((area) => area.level === 'estate' && area.name === '东榆新村')
    return estate?.parent ?? 'none'
  }
})
