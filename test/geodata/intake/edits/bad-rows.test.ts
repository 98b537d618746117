import { describe, expect, test } from 'vitest'
import { checkRecord, checkRestored } from '../../../../geodata/intake/edits/check.ts'
import type { Facts } from '../../../../geodata/intake/edits/facts.ts'
import type { Editable } from '../../../../geodata/model/edit.ts'
import type { Entry } from '../../../../geodata/model/entry.ts'
import type { Organisation } from '../../../../geodata/model/organisation.ts'
import { faultSentence } from '../../../../geodata/words/faults.ts'
import { entry, organisation } from '../../../tools/registers.ts'

const community = '110105001001'
const committee = entry('c-1', 'committee', { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30', brand: null }, { name: '西社区大党委', area: community })
const seat = entry('s-1', 'seat', { committee: 'c-1', number: 1, category: 'institution', role: 'seatMember', post: '副校长', appointedBy: null }, { unit: 'u-1' })
const strange = entry('s-9', 'seat', { committee: 'c-9', number: 1, category: 'police', role: 'seatMember', post: null, appointedBy: null })
const tenure = entry('t-1', 'tenure', { seat: 's-1', exitReason: null }, { name: '柳浦小学任期', unit: 'u-1', validFrom: '2024-07-01', validTo: '2025-03-01' })
const round = entry('b-1', 'byElection', { committee: 'c-1', date: '2025-05-01', seats: ['s-1'], method: 'otherUnit', status: 'held' }, { name: '2025年增补' })
const branch = entry('p-1', 'partyOrganisation', { tier: 'community', form: 'committee', parent: null, members: 40, retiredMembers: null, standardsMet: null, model: null, termEnd: null, underRepair: null }, { area: community })
const below = entry('p-2', 'partyOrganisation', { ...branch.fields, parent: 'p-1' } as never, { area: community })
const tower = entry('k-1', 'carrier', { kind: 'tower', alsoIn: null, floors: 20, building: null }, { area: community, position: [116.45, 39.95] })
const rows = [committee, seat, strange, tenure, round, branch, below, tower]

const facts: Facts = {
  hasCategory: () => true, hasArea: (code) => code === community, hasUnit: (id) => id === 'u-1', hasFacility: (id) => id === 'f-1', hasOrganisation: () => false, cityBox: [116.4, 39.9, 116.5, 40], creditCodeOwner: () => null,
  entry: (id) => rows.find((row) => row.id === id) ?? null,
  referring: (sheet, id) => rows.filter((row) => row.sheet === sheet && Object.values(row.fields).flat().includes(id)),
}

/** A row with some of its fields, or of what stands beside them, replaced. */
const row = (good: Entry, fields: Record<string, unknown>, more: Partial<Entry> = {}): Editable => ({ kind: 'entry', record: { ...good, ...more, fields: { ...good.fields, ...fields } as Entry['fields'] } })
const without = (good: Entry, field: string): Editable => ({ kind: 'entry', record: { ...good, fields: Object.fromEntries(Object.entries(good.fields).filter(([name]) => name !== field)) } })

const fresh = {
  meeting: entry('m-1', 'meeting', { kind: 'joint', day: '2026-03-01', unitsPresent: 9, majorItems: null, fundItems: null, jointItems: null, volunteerItems: null }, { area: community }),
  post: entry('o-1', 'post', { kind: '助餐', needed: 5, claimed: 9 }, { area: community }),
  notice: entry('n-1', 'notice', { year: 2026, direction: 'unitToCommunity', day: null }, { area: community, unit: 'u-1' }),
  service: entry('r-1', 'serviceRecord', { month: '2026-06', persons: 40, times: 60 }, { area: community }),
  slot: entry('l-1', 'slot', { slot: 'library', state: 'built', facility: 'f-1', squareMetres: 80, builtYear: 2020, batchYear: null, cost: 120_000.5, fund: null }, { area: community }),
  steward: entry('w-1', 'steward', { buildings: 10, assigned: 10 }, { area: community }),
  estate: entry('e-1', 'estate', { kind: 'ordinary', buildStatus: 'built', households: 900, property: 'company', propertyCompany: '柳浦物业', owners: 'committee', ownersMembers: 7, ownersPartyMembers: 7, ownersTermEnd: null, floorSquareMetres: 1_500_000, officeSquareMetres: null, businessSquareMetres: null }, { area: community }),
  checkins: entry('q-1', 'checkinCount', { system: 'other', members: 30, membersWithPost: 30 }, { area: community }),
  staff: entry('a-1', 'staff', { kind: 'gridWorker', required: 3, actual: 10, over50: 10, belowHighSchool: null, origin: null }, { area: community }),
  task: entry('x-1', 'task', { origin: 'gap', subject: 'anything', owner: '街道办', due: '2026-08-01', state: 'open', opened: '2026-06-01', closed: null, measure: 'residents', before: 12.5, after: null, note: null }, { area: community }),
  item: entry('i-1', 'listItem', { list: 'need', category: '助老', detail: null, capacity: 3, until: null, open: true }, { area: community }),
} as const

const missing = (zh: string, en: string, found: string): [string, string] => [`没有编号为“${found}”的${zh}。`, `There is no ${en} with id "${found}".`]
const noDay = (found: string): [string, string] => [`没有“${found}”这一天，应为 年-月-日，例如 2026-03-01。`, `There is no day "${found}"; expected year-month-day such as 2026-03-01.`]
const most = (expected: number, found: number): [string, string] => [`不能大于 ${expected}，收到的是 ${found}。`, `Not above ${expected}, found ${found}.`]
const least = (expected: number, found: number): [string, string] => [`不能小于 ${expected}，收到的是 ${found}。`, `Not below ${expected}, found ${found}.`]
const type = (zh: string, en: string, found: string): [string, string] => [`应为${zh}，收到的是“${found}”。`, `Expected ${en}, found "${found}".`]
const must: [string, string] = ['必须填写。', 'This must be filled in.']
const notHere: [string, string] = ['这类台账不填这一项。', 'Rows of this register have no such field.']
const denied = (found: string): [string, string] => [
  `“${found}”像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。`,
  `"${found}" looks like a military, security or detention unit, which is never kept; enter what it opens under the community's name.`,
]
const mobile = (found: string): [string, string] => [`“${found}”是手机号，这里只放场所的固定电话。`, `"${found}" is a mobile number; only a telephone of the place belongs here.`]
const listed = (expected: string, found: string): [string, string] => [`应为以下之一：${expected}；收到的是“${found}”。`, `Expected one of ${expected.replaceAll('、', ', ')}, found "${found}".`]
const month = (found: string): [string, string] => [`应写成 2026-06，收到的是“${found}”。`, `Expected the form 2026-06, found "${found}".`]

const bad: readonly [string, Editable, string, [string, string]][] = [
  ['a field the sheet has not', row(committee, { secretary: '王' }), 'fields.secretary', ['没有“secretary”这一项，可填：level、termStart、termEnd、brand。', 'There is no field "secretary"; known fields: level, termStart, termEnd, brand.']],
  ['a committee without its term', without(committee, 'termStart'), 'fields.termStart', must],
  ['a required field that is null', row(seat, { number: null }), 'fields.number', must],
  ['a seat without its committee', row(seat, { committee: null }), 'fields.committee', must],
  ['a count in words', row(fresh.post, { needed: '五' }), 'fields.needed', type('数', 'a number', '五')],
  ['a count of half a person', row(fresh.checkins, { members: 30.5, membersWithPost: 1 }), 'fields.members', ['应为整数，收到的是 30.5。', 'Expected a whole number, found 30.5.']],
  ['a count below nought', row(fresh.meeting, { unitsPresent: -1 }), 'fields.unitsPresent', least(0, -1)],
  ['more than there can be', row(fresh.meeting, { unitsPresent: 1_000_000_001 }), 'fields.unitsPresent', most(1_000_000_000, 1_000_000_001)],
  ['money below nought', row(fresh.slot, { cost: -0.5 }), 'fields.cost', least(0, -0.5)],
  ['a flag in words', row(fresh.item, { open: '是' }), 'fields.open', type(' true 或 false', 'true or false', '是')],
  ['a text that is a number', row(committee, { brand: 7 }), 'fields.brand', type('文字', 'text', '7')],
  ['a text of spaces', row(fresh.item, { category: '　 ' }), 'fields.category', ['至少 1 个字，收到 0 个。', 'At least 1 signs, found 0.']],
  ['a choice that is none', row(seat, { category: 'army' }), 'fields.category', listed('institution、twoNew、property、tower、police、retired', 'army')],
  ['a choice that is a flag', row(fresh.steward, {}, { sheet: 'pairing', fields: { kind: true, pairs: null } as never }), 'fields.buildings', ['没有“buildings”这一项，可填：kind、pairs。', 'There is no field "buildings"; known fields: kind, pairs.']],
  ['30 February as a term', row(committee, { termStart: '2026-02-30' }), 'fields.termStart', noDay('2026-02-30')],
  ['a day that is a year', row(fresh.meeting, { day: '2026' }), 'fields.day', noDay('2026')],
  ['a month that is a day', row(fresh.service, { month: '2026-06-01' }), 'fields.month', month('2026-06-01')],
  ['a thirteenth month', row(fresh.service, { month: '2026-13' }), 'fields.month', month('2026-13')],
  ['a month before there were registers', row(fresh.service, { month: '1948-12' }), 'fields.month', month('1948-12')],
  ['a year before the first', row(fresh.notice, { year: 1948 }), 'fields.year', least(1949, 1948)],
  ['a year beyond the last', row(fresh.notice, { year: 2101 }), 'fields.year', most(2100, 2101)],
  ['half a year', row(fresh.notice, { year: 2026.5 }), 'fields.year', ['应为整数，收到的是 2026.5。', 'Expected a whole number, found 2026.5.']],
  ['a row without its area', row(fresh.post, {}, { area: null }), 'area', must],
  ['a notice without its unit', row(fresh.notice, {}, { unit: null }), 'unit', must],
  ['a carrier without its place', row(tower, {}, { position: null }), 'position', must],
  ['an area where the sheet has none', row(seat, {}, { area: community }), 'area', notHere],
  ['a unit where the sheet has none', row(fresh.post, {}, { unit: 'u-1' }), 'unit', notHere],
  ['a place where the sheet has none', row(fresh.post, {}, { position: [116.45, 39.95] }), 'position', notHere],
  ['a place outside the city', row(tower, {}, { position: [0, 0] }), 'position', ['位置（0, 0）离本市（116.350, 39.850 – 116.550, 40.050）太远，请检查经纬度和坐标系。', 'The position (0, 0) lies far from this city (116.350, 39.850 – 116.550, 40.050); check longitude, latitude and datum.']],
  ['an area nobody knows', row(fresh.post, {}, { area: '999' }), 'area', missing('区域', 'area', '999')],
  ['a unit nobody knows', row(fresh.notice, {}, { unit: 'u-7' }), 'unit', missing('驻区单位', 'unit', 'u-7')],
  ['a seat of no committee', row(seat, { committee: 'c-7' }), 'fields.committee', missing('台账行（大党委与大工委）', 'row of "Great committees"', 'c-7')],
  ['a seat of something that is no committee', row(seat, { committee: 'p-1' }), 'fields.committee', missing('台账行（大党委与大工委）', 'row of "Great committees"', 'p-1')],
  ['a slot of a site nobody knows', row(fresh.slot, { facility: 'f-9' }), 'fields.facility', missing('设施', 'site', 'f-9')],
  ['a tower that is also where nobody is', row(tower, { alsoIn: [community, '42'] }), 'fields.alsoIn.1', missing('区域', 'area', '42')],
  ['seats that are a text', row(round, { seats: 's-1' }), 'fields.seats', type('列表 […]', 'a list […]', 's-1')],
  ['a branch above itself', row(branch, { parent: 'p-1' }), 'fields.parent', missing('台账行（党组织）', 'row of "Party organisations"', 'p-1')],
  ['a branch above what is above it', row(branch, { parent: 'p-2' }), 'fields.parent', ['“p-2”在这个组织之下，不能又是它的上级。', '"p-2" lies below this organisation and cannot be above it.']],
  ['a term that ends on the day it begins', row(committee, { termEnd: '2024-07-01' }), 'fields.termEnd', ['应晚于 2024-07-01，收到的是 2024-07-01。', 'Expected a day after 2024-07-01, found 2024-07-01.']],
  ['a task that is closed before it is opened', row(fresh.task, { closed: '2026-05-31' }), 'fields.closed', ['应不早于（不小于）2026-06-01，收到的是 2026-05-31。', 'Expected 2026-06-01 or later (or more), found 2026-05-31.']],
  ['a row that ends before it begins', row(tower, {}, { validFrom: '2026-02-01', validTo: '2026-01-31' }), 'validTo', ['应不早于（不小于）2026-02-01，收到的是 2026-01-31。', 'Expected 2026-02-01 or later (or more), found 2026-01-31.']],
  ['more buildings with a steward than buildings', row(fresh.steward, { assigned: 11 }), 'fields.assigned', most(10, 11)],
  ['more party members than members of the owners\' committee', row(fresh.estate, { ownersPartyMembers: 8 }), 'fields.ownersPartyMembers', most(7, 8)],
  ['more members with a post than members', row(fresh.checkins, { membersWithPost: 31 }), 'fields.membersWithPost', most(30, 31)],
  ['more staff over fifty than staff', row(fresh.staff, { over50: 11 }), 'fields.over50', most(10, 11)],
  ['six of five standards', row(branch, { standardsMet: 6 }), 'fields.standardsMet', most(5, 6)],
  ['two who hold one seat', row(tenure, {}, { id: 't-2', validFrom: '2025-02-28', validTo: null }), 'validFrom', ['与“柳浦小学任期”的任期（2024-07-01 至 2025-03-01）重叠，一个席位同时只能由一方担任。', 'This overlaps the tenure "柳浦小学任期" (2024-07-01 to 2025-03-01); a seat is held by one at a time.']],
  ['a second by-election in a term', row(round, { date: null, status: 'planned' }, { id: 'b-2' }), 'fields.committee', ['“西社区大党委”本届已有一次增补（“2025年增补”），每届只增补一次。', '"西社区大党委" has a by-election in this term already ("2025年增补"); there is one a term.']],
  ['a by-election for the seat of another committee', row(round, { seats: ['s-1', 's-9'] }), 'fields.seats.1', ['席位“s-9”不属于这个委员会。', 'The seat "s-9" is not of this committee.']],
  ['an army in the name', row(fresh.post, {}, { name: '某部队共建岗' }), 'name', denied('某部队共建岗')],
  ['an army in a field', row(seat, { post: '武警支队政委' }), 'fields.post', denied('武警支队政委')],
  ['a prison in a note', row(fresh.task, { note: '北郊监狱旁' }), 'fields.note', denied('北郊监狱旁')],
  ['a mobile number in a detail', row(fresh.item, { detail: '联系 138 0013 8000 王女士' }), 'fields.detail', mobile('138 0013 8000')],
  ['a mobile number in a name, in wide digits', row(fresh.post, {}, { name: '助餐岗１３８００１３８０００' }), 'name', mobile('13800138000')],
]

describe('what is wrong with a row is said by field, in two languages', () => {
  test.each(bad)('%s', (_, editable, field, sentences) => {
    const [fault] = checkRecord(editable, facts)
    expect([fault?.field, fault && faultSentence(fault, 'zh'), fault && faultSentence(fault, 'en')]).toEqual([field, ...sentences])
  })

  test('all that is wrong with its fields is said at once', () => {
    expect(checkRecord(row(committee, { termStart: 'x', brand: 7, more: 1 }, { unit: 'u-1' }), facts).map(({ field }) => field)).toEqual(['unit', 'fields.more', 'fields.termStart', 'fields.brand'])
  })
})

describe('what is right is left in peace', () => {
  const good: readonly [string, Editable][] = [
    ...rows.filter(({ id }) => id !== 's-9').map((one): [string, Editable] => [one.sheet + one.id, { kind: 'entry', record: one }]),
    ...Object.values(fresh).map((one): [string, Editable] => [one.sheet, { kind: 'entry', record: one }]),
    ['an optional field that is not said', without(committee, 'brand')],
    ['more claimed posts than were needed', row(fresh.post, { needed: 1, claimed: 40 })],
    ['who follows on the day the other goes', row(tenure, {}, { id: 't-2', validFrom: '2025-03-01', validTo: null })],
    ['a by-election beside one that was called off', row(round, { status: 'cancelled' }, { id: 'b-2' })],
    ['a by-election of the term before', row(round, { date: '2024-06-30' }, { id: 'b-2' })],
    ['a number that is no mobile number', row(fresh.item, { detail: '档案号 2138001380001，面积 13800 平方米' })],
    ['a credit code in a note', row(fresh.task, { note: '91350100M000100Y43' })],
  ]
  test.each(good)('%s', (_, editable) => {
    expect(checkRecord(editable, facts)).toEqual([])
  })

  test('an organisation in its tower, with its branch', () => {
    const of = (more: Partial<Organisation>): Editable => ({ kind: 'organisation', record: organisation('g-1', more) })
    expect(checkRecord(of({ carrier: 'k-1', branch: 'p-1', registeredCommunity: community, employees: 30, members: 30 }), facts)).toEqual([])
    expect(checkRecord(of({ carrier: 'p-1', branch: 'k-1', instructor: 'x', registeredCommunity: '1', employees: 30, members: 31 }), facts).map((fault) => [fault.field, faultSentence(fault, 'zh')])).toEqual([
      ['registeredCommunity', '没有编号为“1”的区域。'], ['carrier', '没有编号为“p-1”的台账行（载体）。'], ['branch', '没有编号为“k-1”的台账行（党组织）。'], ['instructor', '没有编号为“x”的台账行（党建指导员）。'], ['members', '不能大于 30，收到的是 31。'],
    ])
  })
})

test('what another row took meanwhile is not put back, what was wrong before is', () => {
  expect(checkRestored(row(tenure, {}, { id: 't-2', validFrom: null, validTo: null }), facts).map(({ code }) => code)).toEqual(['overlaps'])
  expect(checkRestored(row(fresh.steward, { assigned: 11 }), facts)).toEqual([])
})
