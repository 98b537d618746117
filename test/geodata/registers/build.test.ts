import { describe, expect, test } from 'vitest'
import type { AreaLevel } from '../../../geodata/model/area.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import { buildRegisters } from '../../../geodata/registers/build/all.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { column, figure } from '../../tools/asked-table.ts'
import { handInput } from '../../tools/hand-input.ts'
import { entry } from '../../tools/registers.ts'
import { facility } from '../../tools/small-city.ts'

const slot = (area: string, code: string, fields: Partial<FieldsOf<'slot'>>) => entry(`${area}-${code}`, 'slot', { slot: code, state: 'built', facility: null, squareMetres: null, builtYear: null, batchYear: null, cost: null, fund: null, ...fields }, { area })
const estate = (id: string, area: string, fields: Partial<FieldsOf<'estate'>>, more: { validFrom?: string; validTo?: string } = {}) => entry(id, 'estate', {
  kind: 'ordinary', buildStatus: 'built', households: null, property: 'company', propertyCompany: null, owners: 'none', ownersMembers: null, ownersPartyMembers: null, ownersTermEnd: null, floorSquareMetres: null, officeSquareMetres: null, businessSquareMetres: null, ...fields,
}, { area, ...more })
const fund = (id: string, area: string, purpose: FieldsOf<'fund'>['purpose'], source: FieldsOf<'fund'>['source'], year: number, yuan: number) => entry(id, 'fund', { year, purpose, source, yuan, members: null }, { area })
const programme = (id: string, fields: Partial<FieldsOf<'programme'>>) => entry(id, 'programme', { kind: 'villagePlatform', status: 'done', year: 2016, count: null, squareMetres: null, yuan: null, renovated: null, ...fields }, { area: 'c' })

describe('build, by hand', () => {
  test('37, 38: every item of a community or street that has any, missing ones first, sites at their places', () => {
    const input = handInput({ entries: [slot('w', 'station', { facility: 'hall', squareMetres: 320 }), slot('w', 'clinic', { squareMetres: 60 }), slot('s', 'school', { state: 'underway' })], facilities: [facility('hall', 'station', 1, 1)] })
    const table = buildRegisters.communitySlots(input)
    expect([table.rows.length, column(table, 'state').slice(0, 10)]).toEqual([10, [...Array.from({ length: 8 }, () => 'missing'), 'partial', 'done']])
    expect(table.rows.at(-1)).toMatchObject({ id: 'w-station', opens: 'entry', position: facility('hall', 'station', 1, 1).position })
    expect([figure(table, 'complete'), figure(table, 'full'), table.answer]).toMatchObject([[1, 10], [0, 1], { areas: 1, least: 1, places: '西社区' }])
    expect(buildRegisters.streetSlots(input).answer).toMatchObject({ areas: 1, items: 6, mean: 0, least: 0, places: '手绘街道' })
  })

  test('39: platforms by status, of villages and communities where the register of places knows them', () => {
    const place = (id: string, level: 'village' | 'community' | 'town') => entry(id, 'placeRegister', { level, parent: null, urban: false, central: false, form: null, greatCommittee: null })
    const rows = [programme('p1', { count: 30 }), programme('p2', { year: 2018 }), programme('p3', { status: 'building', count: 4 }), programme('p4', { kind: 'station', count: 99 })]
    expect(buildRegisters.villagePlatforms(handInput({ entries: rows })).answer).toEqual({ done: 31, underway: 4, planned: 0, from: 2016, to: 2018, places: null, share: null })
    const table = buildRegisters.villagePlatforms(handInput({ entries: [...rows, ...Array.from({ length: 50 }, (_, at) => place(`v${at}`, at < 40 ? 'village' : 'community')), place('t', 'town')] }))
    expect([figure(table, 'done'), table.answer]).toMatchObject([[31, 50], { share: 62 }])
  })

  test('43, 58: sites and accounts of the communities that hold a resettlement estate, 240 yuan for each of 1,750 households', () => {
    const input = handInput({
      entries: [
        estate('r', 'eE', { kind: 'resettlement' }), slot('e', 'activityRoom', { squareMetres: 100, cost: 300_000, builtYear: 2012 }), slot('e', 'garden', { state: 'missing' }), slot('w', 'station', { cost: 900_000 }),
        entry('window', 'plaque', { facility: null, kind: 'noticeWindow', direction: 'communityToUnit', squareMetres: 55, cost: 130_000 }, { area: 'e', validFrom: '2012-09-01' }),
        fund('o1', 'e', 'opening', 'finance', 2012, 600_000), fund('o2', 'e', 'opening', 'street', 2012, 200_000), fund('o3', 'e', 'opening', 'collective', 2012, 800_000), fund('m24', 'e', 'management', 'collective', 2024, 400_000), fund('m25', 'e', 'management', 'collective', 2025, 420_000), fund('w', 'w', 'management', 'street', 2025, 1),
      ],
      residents: { e: { households: 1750 } },
    })
    const sites = buildRegisters.resettlementSites(input)
    expect(sites.rows.map(({ id, cells }) => [id, ...cells.slice(2, 6)])).toEqual([['e-activityRoom', 'activityRoom', 100, 300_000, 2012], ['window', 'noticeWindow', 55, 130_000, 2012]])
    expect(sites.answer).toEqual({ communities: 1, sites: 2, squareMetres: 155, yuan: 430_000, marketSquareMetres: 0, windowSquareMetres: 55 })
    expect(buildRegisters.resettlementAccounts(input).answer).toEqual({ places: '东社区', opening: 1_600_000, year: 2025, management: 420_000, households: 1750, perHousehold: 240 })
    expect(buildRegisters.resettlementAccounts(handInput({ entries: [estate('r', 'eE', { kind: 'resettlement' }), fund('m25', 'e', 'management', 'collective', 2025, 420_000)] })).answer).toMatchObject({ households: null, perHousehold: null })
  })

  test('44: 3 % and 4 % of the floor, each kind for itself, what is given too much of one not taken from the other', () => {
    const table = buildRegisters.roomsOwed(handInput({ entries: [
      estate('owing', 'eE', { floorSquareMetres: 175_000, officeSquareMetres: 6000, businessSquareMetres: 100 }), estate('unknown', 'w', { officeSquareMetres: 1 }),
      estate('before', 'm', { floorSquareMetres: 1000 }, { validTo: '2026-01-01' }), estate('now', 'm', { floorSquareMetres: 1000, officeSquareMetres: 30, businessSquareMetres: 40 }, { validFrom: '2026-01-01' }),
    ] }))
    expect(table.rows.map(({ id, cells }) => [id, ...cells.slice(2)])).toEqual([['owing', 175_000, 5250, 6000, 7000, 100, 6900, 'partial'], ['now', 1000, 30, 30, 40, 40, 0, 'done']])
    expect(table.answer).toEqual({ estates: 1, owed: 12_250, office: 5250, business: 7000, given: 6100, missing: 6900, places: '东社区', settled: null })
    const half = { ...catalogue, rules: catalogue.rules.map((rule) => (rule.code === 'businessRoomShare' ? { ...rule, value: 0.02 } : rule)) }
    expect(buildRegisters.roomsOwed(handInput({ catalogue: half, entries: [estate('owing', 'eE', { floorSquareMetres: 1000 })] })).rows[0].cells.at(-1)).toBe('missing')
  })

  test('45: floor area by status', () => {
    const rows = [programme('a', { kind: 'estate', squareMetres: 300_000, yuan: 440_000_000 }), programme('b', { kind: 'estate', status: 'building', squareMetres: 700_000 }), programme('c', { kind: 'estate', status: 'planned', squareMetres: 375_000 })]
    const table = buildRegisters.estateBuilding(handInput({ entries: rows }))
    expect([figure(table, 'done'), table.answer]).toEqual([[300_000, 1_375_000], { done: 300_000, building: 700_000, planned: 375_000, yuan: 440_000_000 }])
  })

  test('54: 200 yuan for each member kept here against what was paid; members of units and money of other years do not count', () => {
    const members = (id: string, area: string, management: 'direct' | 'inService', count: number) => entry(id, 'memberCount', { management, age: null, skill: null, members: count }, { area })
    const input = handInput({ entries: [members('a', 'w1', 'direct', 60), members('b', 'w', 'direct', 40), members('c', 'w', 'inService', 500), members('d', 'e', 'direct', 30), fund('p', 'w', 'activities', 'finance', 2025, 15_000), fund('q', 'e', 'activities', 'dues', 2025, 6000), fund('r', 'w', 'activities', 'finance', 2024, 99_000), fund('s', 'm', 'activities', 'finance', 2025, 1000)] })
    const table = buildRegisters.activityFunds(input)
    expect(table.rows.map(({ cells }) => cells)).toEqual([['w', 100, 20_000, 15_000, 5000, 0.75], ['e', 30, 6000, 6000, 0, 1], ['m', null, null, 1000, null, null]])
    expect(table.answer).toMatchObject({ year: 2025, perMember: 200, paid: 22_000, due: { value: 26_000 }, short: { value: 1 } })
    // What is due tells how many members there are, and is told only with them.
    expect(table.atoms.reduce((sum, { count }) => sum + count, 0)).toBe(130)
    expect(table.columns.filter(({ rests, persons }) => rests ?? persons).map(({ code }) => code)).toEqual(['members', 'due', 'gap', 'paidShare'])
    // Of one community: where its members are told, not where those of the city are.
    const one = { ...input, areas: { ...input.areas, at: (level: AreaLevel) => input.areas.at(level).filter(({ code }) => code === 'w') } }
    expect(buildRegisters.activityFunds(one).answer).toMatchObject({ due: { value: 20_000, areas: ['w'] } })
  })

  test('55, 56, 57: money by source in the newest year, allowances, and sites by year and in all', () => {
    const input = handInput({ entries: [
      fund('a', 'c', 'sites', 'finance', 2014, 100), fund('b', 'c', 'sites', 'finance', 2015, 100), fund('c', 'w', 'sites', 'society', 2015, 40), fund('d', 'w', 'allowances', 'street', 2025, 25), fund('e', 'e', 'activities', 'finance', 2025, 75), fund('f', 'w', 'activities', 'dues', 2027, 1000),
      slot('w', 'station', { batchYear: 2015, cost: 30 }), slot('e', 'clinic', { batchYear: 2016, cost: 9 }),
    ] })
    expect(buildRegisters.fundSources(input).answer).toMatchObject({ year: 2025, yuan: 100, finance: 75, street: 25, dues: 0 })
    expect(column(buildRegisters.fundSources(input), 'yuan')).toEqual([75, 25, 100, 40, 100])
    expect(buildRegisters.allowances(input).answer).toEqual({ year: 2025, yuan: 25, communities: 1 })
    expect(buildRegisters.siteFunds(input).rows.map(({ cells }) => cells)).toEqual([[2014, 100, 100, 0, 0], [2015, 100, 200, 1, 30]])
  })

  test('without data there are no rows', () => {
    for (const [code, register] of Object.entries(buildRegisters)) expect([code, register(handInput({})).rows]).toEqual([code, []])
  })
})
