import { describe, expect, test } from 'vitest'
import { checkRecord, checkRestored } from '../../../../geodata/intake/edits/check.ts'
import type { Facts } from '../../../../geodata/intake/edits/facts.ts'
import type { BuildingCountsRecord, Gate, Residents } from '../../../../geodata/model/building.ts'
import type { Editable } from '../../../../geodata/model/edit.ts'
import type { Facility, Unit } from '../../../../geodata/model/facility.ts'
import { unsaid, type Organisation } from '../../../../geodata/model/organisation.ts'
import { faultSentence } from '../../../../geodata/words/faults.ts'
import { emptyOffer } from '../../../../geodata/model/offer.ts'

const facts: Facts = {
  hasCategory: (code) => code === 'canteen',
  hasArea: (code) => code === '110105001001',
  hasUnit: (id) => id === 'u-1',
  hasFacility: () => false, hasOrganisation: () => false, entry: () => null, referring: () => [],
  cityBox: [116.4, 39.9, 116.5, 40],
  creditCodeOwner: (code) => (code === '91350100M000100Y43' ? { id: 'o-9', name: '柳浦软件有限公司' } : null),
}

const from = { validFrom: null, validTo: null, source: '手工录入', date: null }
const goodFacility: Facility = {
  id: 'f-1', name: '老年食堂', category: 'canteen', position: [116.45, 39.95], unit: 'u-1', admission: { audience: 'everyone', minAge: 60, maxAge: null, onlyAreas: ['110105001001'] },
  hours: null, phone: '010-6500 0000', capacity: { seats: 40, spareSeats: 40, squareMetres: null }, stepFree: null, offer: emptyOffer, suspensions: [], ...from,
}
const goodUnit: Unit = { id: 'u-1', name: '柳浦小学', nature: 'school', position: [116.45, 39.95], community: '110105001001', ...from }
const goodOrganisation: Organisation = { id: 'o-1', name: '望澜商会', kind: 'socialOrganisation', creditCode: '51110000500000000B', position: null, community: null, unit: null, ...unsaid, ...from }
const goodGate: Gate = { id: 'g-1', name: '东门', position: [116.45, 39.95], estate: null, locked: 'never', source: '手工录入', date: null }
const goodPeople: Residents = { all: 100, over60: 40, over80: 40, children: 60, households: 100, basis: 'permanent', counted: true, source: '社区台账', date: '2024-02-29' }
const goodBuilding: BuildingCountsRecord = { id: 'b-1', name: '1号楼', code: null, position: [116.45, 39.95], use: 'residential', storeys: 6, residents: goodPeople, source: '示意数据', date: null }

const facility = (fields: Partial<Facility>): Editable => ({ kind: 'facility', record: { ...goodFacility, ...fields } })
const unit = (fields: Partial<Unit>): Editable => ({ kind: 'unit', record: { ...goodUnit, ...fields } })
const organisation = (fields: Partial<Organisation>): Editable => ({ kind: 'organisation', record: { ...goodOrganisation, ...fields } })
const gate = (fields: Partial<Gate>): Editable => ({ kind: 'gate', record: { ...goodGate, ...fields } })
const people = (fields: Partial<Residents>): Editable => ({ kind: 'building', record: { ...goodBuilding, residents: { ...goodPeople, ...fields } } })
const phone = (text: string): Editable => facility({ phone: text })

const noDay = (found: string): [string, string] => [`没有“${found}”这一天，应为 年-月-日，例如 2026-03-01。`, `There is no day "${found}"; expected year-month-day such as 2026-03-01.`]
const far = (found: string): [string, string] => [
  `位置（${found}）离本市（116.350, 39.850 – 116.550, 40.050）太远，请检查经纬度和坐标系。`,
  `The position (${found}) lies far from this city (116.350, 39.850 – 116.550, 40.050); check longitude, latitude and datum.`,
]
const denied = (found: string): [string, string] => [
  `“${found}”像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。`,
  `"${found}" looks like a military, security or detention unit, which is never kept; enter what it opens under the community's name.`,
]
const mobile = (found: string): [string, string] => [`“${found}”是手机号，这里只放场所的固定电话。`, `"${found}" is a mobile number; only a telephone of the place belongs here.`]
const noPhone = (found: string): [string, string] => [`应为电话号码，例如 010-0000 0000，收到的是“${found}”。`, `Expected a telephone number such as 010-0000 0000, found "${found}".`]
const missing = (zh: string, en: string, found: string): [string, string] => [`没有编号为“${found}”的${zh}。`, `There is no ${en} with id "${found}".`]
const order = (expected: string | number, found: string | number): [string, string] => [`应不早于（不小于）${expected}，收到的是 ${found}。`, `Expected ${expected} or later (or more), found ${found}.`]
const most = (expected: number, found: number): [string, string] => [`不能大于 ${expected}，收到的是 ${found}。`, `Not above ${expected}, found ${found}.`]
const sum = (found: number, expected: number): [string, string] => [`60 岁及以上、14 岁及以下 合计 ${found}，超过了 ${expected}。`, `those of 60 and over and children up to 14 are ${found} together, more than ${expected}.`]
const codeForm = (found: string): [string, string] => [`应写成 91350100M000100Y43，收到的是“${found}”。`, `Expected the form 91350100M000100Y43, found "${found}".`]
const checkDigit = (expected: string, found: string): [string, string] => [`统一社会信用代码应为 18 位且校验位正确（应为 ${expected}），收到的是“${found}”。`, `A unified social credit code has 18 signs and a matching check digit (${expected}), found "${found}".`]

/** What is sent, the field it is about, and what is said of it in Chinese and English. */
const bad: readonly [string, Editable, string, [string, string]][] = [
  ['30 February', facility({ validFrom: '2026-02-30' }), 'validFrom', noDay('2026-02-30')],
  ['29 February of a common year', facility({ validTo: '2025-02-29' }), 'validTo', noDay('2025-02-29')],
  ['29 February of a century that is no leap year', facility({ date: '1900-02-29' }), 'date', noDay('1900-02-29')],
  ['a thirteenth month', unit({ date: '2026-13-01' }), 'date', noDay('2026-13-01')],
  ['day nought', unit({ validFrom: '2026-01-00' }), 'validFrom', noDay('2026-01-00')],
  ['31 April at a gate', gate({ date: '2026-04-31' }), 'date', noDay('2026-04-31')],
  ['a count of no day', people({ date: '2026-06-31' }), 'residents.date', noDay('2026-06-31')],
  ['an organisation from no day', organisation({ validFrom: '2026-00-10' }), 'validFrom', noDay('2026-00-10')],
  ['a site that ends before it begins', facility({ validFrom: '2026-03-02', validTo: '2026-03-01' }), 'validTo', order('2026-03-02', '2026-03-01')],
  ['a unit that ends before it begins', unit({ validFrom: '2026-01-01', validTo: '2025-12-31' }), 'validTo', order('2026-01-01', '2025-12-31')],
  ['an organisation that ends before it begins', organisation({ validFrom: '2026-01-01', validTo: '2001-01-01' }), 'validTo', order('2026-01-01', '2001-01-01')],
  ['ages the wrong way round', facility({ admission: { ...goodFacility.admission, minAge: 60, maxAge: 59 } }), 'admission.maxAge', order(60, 59)],
  ['more free seats than seats', facility({ capacity: { seats: 40, spareSeats: 41, squareMetres: null } }), 'capacity.spareSeats', most(40, 41)],
  ['free seats where there are none', facility({ capacity: { seats: 0, spareSeats: 1, squareMetres: null } }), 'capacity.spareSeats', most(0, 1)],
  ['more people of 80 than of 60', people({ over60: 5, over80: 6 }), 'residents.over80', most(5, 6)],
  ['more old people and children than people', people({ over60: 41 }), 'residents.all', sum(101, 100)],
  ['old people where nobody lives', people({ all: 0, over60: 1, over80: 0, children: 0, households: 0 }), 'residents.all', sum(1, 0)],
  ['more households than people', people({ households: 101 }), 'residents.households', most(100, 101)],
  ['longitude and latitude swapped', facility({ position: [39.95, 116.45] }), 'position', far('39.95, 116.45')],
  ['a site in another city', facility({ position: [121.47, 31.23] }), 'position', far('121.47, 31.23')],
  ['a unit just too far west', unit({ position: [116.3499999, 39.95] }), 'position', far('116.3499999, 39.95')],
  ['a gate in the sea', gate({ position: [0, 0] }), 'position', far('0, 0')],
  ['an organisation too far north', organisation({ position: [116.45, 40.0500001] }), 'position', far('116.45, 40.0500001')],
  ['a category that is in no catalogue', facility({ category: 'casino' }), 'category', missing('类别', 'category', 'casino')],
  ['a unit nobody knows', facility({ unit: 'u-7' }), 'unit', missing('驻区单位', 'unit', 'u-7')],
  ['an organisation of a unit nobody knows', organisation({ unit: 'u-8' }), 'unit', missing('驻区单位', 'unit', 'u-8')],
  ['residents of an area nobody knows', facility({ admission: { ...goodFacility.admission, onlyAreas: ['110105001001', '999'] } }), 'admission.onlyAreas.1', missing('区域', 'area', '999')],
  ['a unit in a community nobody knows', unit({ community: '110105001009' }), 'community', missing('区域', 'area', '110105001009')],
  ['an organisation in a community nobody knows', organisation({ community: '1' }), 'community', missing('区域', 'area', '1')],
  ['a gate of an estate nobody knows', gate({ estate: '110105001001E01' }), 'estate', missing('区域', 'area', '110105001001E01')],
  ['a canteen of the army', facility({ name: '某部队食堂' }), 'name', denied('某部队食堂')],
  ['a prison', unit({ name: '北郊监狱' }), 'name', denied('北郊监狱')],
  ['a barracks in English', unit({ name: 'North Barracks' }), 'name', denied('North Barracks')],
  ['a house of detention as an organisation', organisation({ name: '看守所服务中心' }), 'name', denied('看守所服务中心')],
  ['a gate of an armed force', gate({ name: '武警支队南门' }), 'name', denied('武警支队南门')],
  ['a mobile number', phone('13800138000'), 'phone', mobile('13800138000')],
  ['a mobile number in groups', phone('138 0013 8000'), 'phone', mobile('138 0013 8000')],
  ['a mobile number with the country', phone('+86 199-0013-8000'), 'phone', mobile('+86 199-0013-8000')],
  ['a mobile number dialled from abroad', phone('008615900138000'), 'phone', mobile('008615900138000')],
  ['a mobile number in wide digits', phone('１３８００１３８０００'), 'phone', mobile('13800138000')],
  ['a mobile number behind another', phone('010-65000000；13900138000'), 'phone', mobile('13900138000')],
  ['a telephone that is a word', phone('请到门卫处询问'), 'phone', noPhone('请到门卫处询问')],
  ['a telephone of two digits', phone('12'), 'phone', noPhone('12')],
  ['a telephone of sixteen digits', phone('0106500000012345'), 'phone', noPhone('0106500000012345')],
  ['a telephone that is nothing', phone(' / '), 'phone', noPhone(' / ')],
  ['a telephone with a word behind', phone('010-65000000 李先生'), 'phone', noPhone('010-65000000 李先生')],
  ['a credit code of 17 signs', organisation({ creditCode: '91350100M000100Y4' }), 'creditCode', codeForm('91350100M000100Y4')],
  ['a credit code with the letter O', organisation({ creditCode: '9135O100M000100Y43' }), 'creditCode', codeForm('9135O100M000100Y43')],
  ['a credit code in small letters', organisation({ creditCode: '91350100m000100y43' }), 'creditCode', codeForm('91350100m000100y43')],
  ['a credit code with two digits exchanged', organisation({ creditCode: '91350010M000100Y43' }), 'creditCode', checkDigit('D', '91350010M000100Y43')],
  ['a credit code with another check digit', organisation({ creditCode: '91350100M000100Y44' }), 'creditCode', checkDigit('3', '91350100M000100Y44')],
  ['a credit code that another has', organisation({ creditCode: '91350100M000100Y43' }), 'creditCode', ['统一社会信用代码“91350100M000100Y43”已经属于“柳浦软件有限公司”。', 'The credit code "91350100M000100Y43" belongs to "柳浦软件有限公司" already.']],
]

describe('what is wrong with a record is said by field, in two languages', () => {
  test.each(bad)('%s', (_, editable, field, sentences) => {
    const faults = checkRecord(editable, facts)
    expect(faults.map((fault) => [fault.field, faultSentence(fault, 'zh'), faultSentence(fault, 'en')])).toEqual([[field, ...sentences]])
  })

  test('all that is wrong is said at once', () => {
    expect(checkRecord(facility({ name: '军械所', category: 'x', phone: '1', validFrom: '2026-02-30' }), facts).map(({ field }) => field)).toEqual(['name', 'category', 'phone', 'validFrom'])
  })
})

describe('what is right is left in peace', () => {
  const good: readonly [string, Editable][] = [
    ['a site', facility({})], ['a unit', unit({})], ['an organisation', organisation({})], ['a gate', gate({})], ['counts at their bounds', people({})],
    ['a house of one household of one', people({ all: 1, over60: 0, over80: 0, children: 0, households: 1 })], ['households of a house whose people are not known', people({ all: 0, over60: 0, over80: 0, children: 0, households: 3 })],
    ['no counts at all', { kind: 'building', record: { ...goodBuilding, residents: null } }], ['one day only', facility({ validFrom: '2026-03-01', validTo: '2026-03-01' })],
    ['a site just outside the last house', facility({ position: [116.35, 40.05] })], ['its own credit code', organisation({ id: 'o-9', creditCode: '91350100M000100Y43' })],
    ['a museum of the army', facility({ name: '军事博物馆' })], ['a police post', facility({ name: '柳浦派出所' })],
    ...['110', '12345', '010-65000000', '(010) 6500 0000', '+86 10 6500 0000', '400-810-0000', '010-65000000转8001', '010-65000000 ext. 12', '010-65000000/65000001', '０１０－６５００００００'].map((text): [string, Editable] => [`the telephone ${text}`, phone(text)]),
  ]
  test.each(good)('%s', (_, editable) => {
    expect(checkRecord(editable, facts)).toEqual([])
  })

  test('in a city without anything in it no place is too far', () => {
    expect(checkRecord(facility({ position: [0, 0] }), { ...facts, cityBox: null })).toEqual([])
  })
})

describe('what was wrong before', () => {
  const before = facility({ phone: '无', validFrom: '2026-02-30', position: [0, 0] })

  test('is not held against who changes something else', () => {
    expect(checkRecord({ ...before, record: { ...before.record, name: '老食堂' } } as Editable, facts, before)).toEqual([])
  })

  test('is said again when it is changed and still wrong', () => {
    expect(checkRecord({ ...before, record: { ...before.record, phone: '没有' } } as Editable, facts, before).map(({ field }) => field)).toEqual(['phone'])
  })

  test('is always said of names that are never kept and of references that lead nowhere', () => {
    const wrong = facility({ name: '某部队食堂', unit: 'u-7', phone: '无' })
    expect(checkRecord(wrong, facts, wrong).map(({ code }) => code)).toEqual(['deniedName', 'missingReference'])
    expect(checkRestored(wrong, facts).map(({ code }) => code)).toEqual(['deniedName', 'missingReference'])
  })
})
