import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../geodata/model/entry.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import { mutualAssessment, workReports } from '../../../geodata/registers/train/assessments.ts'
import { claimedPosts } from '../../../geodata/registers/train/claimedPosts.ts'
import { doubleCheckin } from '../../../geodata/registers/train/doubleCheckin.ts'
import { doubleNotices } from '../../../geodata/registers/train/doubleNotices.ts'
import { fourTeams } from '../../../geodata/registers/train/fourTeams.ts'
import { memberMix } from '../../../geodata/registers/train/memberMix.ts'
import { memberSkills } from '../../../geodata/registers/train/memberSkills.ts'
import { organisationLife } from '../../../geodata/registers/train/organisationLife.ts'
import { pairings } from '../../../geodata/registers/train/pairings.ts'
import { responsibilityZones } from '../../../geodata/registers/train/responsibilityZones.ts'
import { schoolsAndClasses } from '../../../geodata/registers/train/schoolsAndClasses.ts'
import { staffStructure } from '../../../geodata/registers/train/staffStructure.ts'
import { figure } from '../../tools/asked-table.ts'
import { handInput } from '../../tools/hand-input.ts'
import { entry } from '../../tools/registers.ts'

const reported = (area: string, members: number, validFrom = '2024-07-01'): Entry => entry(`reported ${area} ${validFrom}`, 'checkinCount', { system: 'administration', members, membersWithPost: null }, { area, validFrom })
const checkin = (id: string, direction: 'unitToCommunity' | 'communityToUnit', isIn: boolean): Entry => entry(`${id} ${direction}`, 'checkin', { direction, reported: isIn }, { area: 'w', unit: id })
const post = (area: string, kind: string, needed: number, claimed: number): Entry => entry(`${area} ${kind}`, 'post', { kind, needed, claimed }, { area })
const counted = (area: string, fields: Partial<FieldsOf<'memberCount'>> & { members: number }): Entry => entry(`${area} ${JSON.stringify(fields)}`, 'memberCount', { management: 'direct', age: null, skill: null, ...fields }, { area })
const tally = (area: string, kind: FieldsOf<'tally'>['kind'], done: number, required: number | null = null, year = 2026): Entry => entry(`${area} ${kind} ${year}`, 'tally', { kind, year, required, done }, { area })

describe('members reported, their posts and service, drawn by hand', () => {
  const entries = [reported('w', 40), reported('w', 20, '2026-07-01'), reported('m', 30), reported('e', 6), checkin('u1', 'unitToCommunity', true), checkin('u2', 'unitToCommunity', false), checkin('u1', 'communityToUnit', true), tally('c', 'reportedMembers', 50_401, null, 2025)]

  test('the two directions are counted apart, members by community; who reports later is not there yet', () => {
    const table = doubleCheckin(handInput({ entries, residents: { w: { households: 2000 } } }))
    expect([figure(table, 'reported'), figure(table, 'unitsReported'), figure(table, 'communitiesReported'), figure(table, 'cityReported')]).toEqual([[76, null], [1, 2], [1, 1], [50_401, null]])
    expect(Object.fromEntries(table.rows.map(({ id, cells }) => [id, [cells[1], cells[2]]]))).toEqual({ w: [40, 2], m: [30, null], e: [6, null] })
    expect(table.answer['leastMembers']).toEqual({ value: 6, areas: ['e'], keys: ['reported|2024-07-01|'] })
  })

  test('the gap is counted post by post, so that a post claimed twice fills no other', () => {
    const service = (month: string, times: number): Entry => entry(month, 'serviceRecord', { month, persons: 12, times }, { area: 'w' })
    const table = claimedPosts(handInput({ entries: [...entries, post('w', '法律援助岗', 10, 4), post('w', '助老服务岗', 2, 5), post('m', '法律援助岗', 3, 3), service('2026-06', 50), service('2025-07', 30), service('2025-06', 99), service('2026-07', 99)] }))
    expect([figure(table, 'claimed'), figure(table, 'gap'), table.answer['kind'], table.answer['kindGap']]).toEqual([[12, 15], [6, 15], '法律援助岗', 6])
    expect(table.rows[0].cells.slice(1)).toEqual([12, 9, 6, '法律援助岗', 40, 9 / 40, 80, 2, 12])
    expect(table.answer['enough']).toBe(1)
  })

  test('skills are summed over areas beside the posts whose name holds them', () => {
    const table = memberSkills(handInput({ entries: [counted('w', { management: 'inService', skill: '法律', members: 4 }), counted('m', { management: 'inService', skill: '法律', members: 9 }), counted('w', { management: 'inService', skill: '医疗', members: 2 }), post('w', '法律援助岗', 10, 4)] }))
    expect(table.rows.map(({ cells }) => cells)).toEqual([['法律', 13, 10, 6], ['医疗', 2, null, null]])
    expect(table.rows[0].keys).toEqual({ members: ['skill:法律||'] })
  })

  test('ages are told by street, members by grid and community, skills are no second count', () => {
    const table = memberMix(handInput({ entries: [counted('w1', { age: 'over60', members: 90 }), counted('w1', { age: 'to35', members: 8 }), counted('m', { age: 'over60', members: 20 }), counted('w', { management: 'floating', members: 11 }), counted('w', { management: 'inService', skill: '法律', members: 4 })], residents: { w: { all: 4000 } } }))
    expect(table.rows.find(({ id }) => id === 'w')?.cells).toEqual(['w', 'community', 98, 2.45, 11, 0])
    // Floating members are counted by community: of a grid nobody knows.
    expect(table.rows.find(({ id }) => id === 'w1')?.cells).toEqual(['w1', 'grid', 98, null, null, null])
    expect([figure(table, 'direct')[0], figure(table, 'over60Share')[0]]).toEqual([118, 110 / 118])
    expect(table.atoms.filter(({ key }) => key.startsWith('age:')).every(({ area }) => area === 's')).toBe(true)
  })
})

describe('units and communities, drawn by hand', () => {
  test('a community without a paired unit is missing; pairs of members are counts', () => {
    const entries = [entry('p', 'pairing', { kind: 'unitCommunity', pairs: null }, { area: 'w', unit: 'u1' }), entry('q', 'pairing', { kind: 'memberMember', pairs: 31 }, { area: 'm' })]
    const table = pairings(handInput({ entries }))
    expect([figure(table, 'paired'), figure(table, 'memberPairs')]).toEqual([[1, 3], [31, null]])
    expect(table.rows.map(({ id, cells }) => [id, cells.at(-1)])).toEqual([['e', 'missing'], ['m', 'missing'], ['w', 'done']])
  })

  test('notices of this year are due until its end; of earlier years only those that never came remain', () => {
    const notice = (id: string, year: number, day: string | null): Entry => entry(id, 'notice', { year, direction: 'unitToCommunity', day }, { area: 'w', unit: id })
    const table = doubleNotices(handInput({ entries: [notice('a', 2026, '2026-05-01'), notice('b', 2026, '2026-07-02'), notice('c', 2026, null), notice('d', 2025, null), notice('e', 2025, '2025-12-30'), notice('f', 2027, null)] }))
    expect(table.rows.map(({ id, cells }) => [id, cells.at(-1)])).toEqual([['d', 'late'], ['b', 'due'], ['c', 'due'], ['a', 'done']])
    expect([figure(table, 'noticesDone'), figure(table, 'noticesLate')]).toEqual([[1, 3], [1, null]])
  })

  test('assessments: those of the year before with their scores, this year’s not due yet', () => {
    const assessment = (id: string, kind: 'mutual' | 'report', year: number, score: number | null): Entry =>
      entry(id, 'assessment', { year, subject: 'unit', kind, score, result: score === null ? null : score >= 90 ? 'excellent' : 'good', day: score === null ? null : `${year}-12-20`, consulted: null }, { area: 'w' })
    const entries = [assessment('a', 'mutual', 2025, 92), assessment('b', 'mutual', 2025, 81), assessment('c', 'mutual', 2025, null), assessment('d', 'mutual', 2026, null), assessment('x', 'mutual', 2024, 99), assessment('r', 'report', 2025, 90)]
    const table = mutualAssessment(handInput({ entries }))
    expect(table.rows.map(({ id, cells }) => [id, cells.at(-1)])).toEqual([['c', 'late'], ['d', 'due'], ['a', 'done'], ['b', 'done']])
    expect([figure(table, 'assessedLastYear'), figure(table, 'excellent'), figure(table, 'meanScore')[0], figure(workReports(handInput({ entries })), 'assessedLastYear')]).toEqual([[2, 3], [1, 2], 86.5, [1, 1]])
  })
})

describe('teams and what a year asks, drawn by hand', () => {
  const staff = (area: string, kind: FieldsOf<'staff'>['kind'], actual: number, more: Partial<FieldsOf<'staff'>> = {}): Entry => entry(`${area} ${kind} ${JSON.stringify(more)}`, 'staff', { kind, required: null, actual, over50: null, belowHighSchool: null, origin: null, ...more }, { area })

  test('one liaison a community and one worker a grid; posts above the rule make up for nobody else', () => {
    const table = fourTeams(handInput({ entries: [staff('w', 'liaison', 1), staff('w1', 'gridWorker', 2), staff('m', 'liaison', 0), staff('m1', 'gridWorker', 1), staff('e', 'cadre', 7)] }))
    expect(table.rows.map(({ id, cells }) => [id, cells[5], cells[7], cells.at(-1)])).toEqual([['e', 1, 1, 'missing'], ['m', 1, 0, 'missing'], ['w', 0, 0, 'done']])
    expect([figure(table, 'withLiaison'), figure(table, 'gridWorkers')]).toEqual([[1, 3], [3, 3]])
  })

  test('shares of staff only of thirty and more, origins apart', () => {
    const table = staffStructure(handInput({ entries: [staff('w', 'cadre', 20, { over50: 15 }), staff('m', 'cadre', 20, { over50: 5, belowHighSchool: 10 }), staff('c', 'cadre', 1225, { origin: 'entrepreneur' })] }))
    expect(table.rows.map(({ cells }) => cells)).toEqual([['cadre', null, 40, 20, 0.5, 10, null], ['cadre', 'entrepreneur', 1225, null, null, null, null]])
    // Of what age they are counts persons: those over fifty and the others are told together, the share in a sentence only of thirty and more.
    expect(table.atoms.filter(({ key }) => key.startsWith('over50')).map(({ area, key, count }) => [area, key, count])).toEqual([['w', 'over50 cadre :yes||', 15], ['m', 'over50 cadre :yes||', 5], ['w', 'over50 cadre :no||', 5], ['m', 'over50 cadre :no||', 15]])
    expect([table.columns.filter(({ persons }) => persons).map(({ code }) => code), table.rows[0].keys?.['over50'], table.answer['over50']]).toEqual([['over50', 'over50Share', 'belowHighSchool', 'belowHighSchoolShare'], ['over50 cadre :yes||', 'over50 cadre :no||'], { value: 50, areas: ['c'], keys: ['over50 cadre :yes||', 'over50 cadre :no||'], rate: true }])
  })

  test('zones against those asked; what a year asks is prorated to the day', () => {
    const zones = responsibilityZones(handInput({ entries: [tally('w', 'responsibilityZones', 9, 9), tally('m', 'responsibilityZones', 2, 8), tally('m', 'serviceTeams', 3)] }))
    expect([figure(zones, 'zones'), zones.rows.map(({ id, cells }) => [id, cells.at(-1)])]).toEqual([[11, 17], [['e', 'missing'], ['m', 'partial'], ['w', 'done']]])
    const life = organisationLife(handInput({ entries: [tally('w', 'threeMeetings', 12, 24), tally('m', 'threeMeetings', 11, 24), tally('e', 'cadreTraining', 4, 4)] }))
    expect(life.rows.map(({ area, cells }) => [area, cells[3], cells.at(-1)])).toEqual([['m', 12, 'late'], ['e', 2, 'done'], ['w', 12, 'done']])
  })

  test('schools stand at their places with the classes of their community; classes without a school follow', () => {
    const school = entry('school', 'plaque', { facility: null, kind: 'school', direction: 'communityToUnit', squareMetres: 60, cost: null }, { area: 'w', position: [116.4, 39.9], name: '西社区学校' })
    const table = schoolsAndClasses(handInput({ entries: [school, tally('w', 'classes', 4), tally('m', 'classes', 7), tally('w', 'classes', 50, null, 2025)] }))
    expect(table.rows.map(({ id, cells }) => [id, cells.at(-1)])).toEqual([['school', 4], ['m', 7]])
    expect([figure(table, 'communitiesWith'), figure(table, 'classes')]).toEqual([[1, 3], [11, null]])
  })
})
