import { expect, test } from 'vitest'
import { hoursDoubts } from '../../../geodata/intake/hours-readings.ts'
import { emptyOffer } from '../../../geodata/model/offer.ts'
import { issueText } from '../../../geodata/words/issues.ts'
import { readCity, withFiles } from '../../tools/files.ts'
import { facility } from '../../tools/small-city.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** 名称,类别,经度,纬度 / 甲,餐馆,120.5,30.5 in GB 18030, by hand. */
const gb = Uint8Array.of(
  0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc0, 0xe0, 0xb1, 0xf0, 0x2c, 0xbe, 0xad, 0xb6, 0xc8, 0x2c, 0xce, 0xb3, 0xb6, 0xc8, 0x0a,
  0xbc, 0xd7, 0x2c, 0xb2, 0xcd, 0xb9, 0xdd, 0x2c, 0x31, 0x32, 0x30, 0x2e, 0x35, 0x2c, 0x33, 0x30, 0x2e, 0x35, 0x0a,
)

test.each([
  ['UTF-8 with its mark', utf8('\ufeff名称,类别,经度,纬度\r\n"甲",餐馆,120.5,30.5\r\n')],
  ['GB 18030', gb],
])('a table in %s gives its places', async (_, bytes) => {
  await withFiles({ 'a.csv': bytes }, async (paths) => {
    expect((await readCity(paths)).of('facility')).toMatchObject([{ name: '甲', category: 'restaurant', position: [120.5, 30.5], source: 'a' }])
  })
})

test('rows without or with a wrong position are left, each with its reason', async () => {
  await withFiles({ 'a.csv': '名称,类别,lon,lat\n甲,餐馆,120.5,30.5\n乙,餐馆,,\n丙,餐馆,东,30\n' }, async (paths) => {
    expect((await readCity(paths)).source.report.roles.facility).toMatchObject({ read: 3, used: 1, leftBy: { noGeometry: { examples: ['#2'] }, badPosition: { examples: ['#3'] } } })
  })
})

test('hours that nobody can read are kept and named in one warning', async () => {
  await withFiles({ 'a.csv': '名称,类别,经度,纬度,开放时间\n甲,餐馆,120.5,30.5,朝九晚五\n乙,餐馆,120.5,30.5,每天 9:00-17:00\n丙,餐馆,120.5,30.5,"每天 9:00-17:00，泳池除外"\n' }, async (paths) => {
    const city = await readCity(paths)
    expect(city.of('facility').map(({ hours }) => hours)).toEqual(['朝九晚五', '每天 9:00-17:00', '每天 9:00-17:00，泳池除外'])
    expect(city.source.report.warnings.map((each) => issueText(each, 'zh'))).toEqual(['2 处的开放时间没有读懂，原文照存，开放状态显示为“时间未知”：甲 “朝九晚五”；丙 “泳池除外”。'])
  })
  // What is on there has hours of its own, and a record that comes in with some is met like any.
  const doubts = hoursDoubts(), site = facility('dances', 'activityRoom', 3, 2, { name: '丁', hours: '每天 9:00-17:00', offer: { ...emptyOffer, programmes: [{ name: '合唱', room: null, hours: '单周周三' }, { name: '书法', room: null, hours: '周三 9:00-11:00' }] } })
  doubts.meet({ kind: 'facility', record: site })
  expect(doubts.issues('a.csv').map((each) => issueText(each, 'zh'))).toEqual(['a.csv：1 处的开放时间没有读懂，原文照存，开放状态显示为“时间未知”：丁 “单周周三”。'])
})
