import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../geodata/hours/calendar.ts'
import { isRule, normalRule } from '../../../geodata/hours/normal.ts'
import { readHours } from '../../../geodata/hours/read.ts'
import { everyDay, type Rule, type Session } from '../../../geodata/hours/rule.ts'
import { sessionsOn } from '../../../geodata/hours/sessions.ts'
import { writeHours } from '../../../geodata/hours/write.ts'
import { osmPbfScan } from '../../../server/files/osm/pbf.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'
import { holidays } from '../../../seeds/catalogue/holidays.ts'
import { doubtfulNotices, noticeDays, notices } from './notices.ts'
import { extractSpellings, hongKongSpellings } from './real-spellings.ts'
import { anyRule } from './rules.ts'
import { sketch, sketchOf } from './sketch.ts'
import { chineseSpellings, doubtfulChinese, doubtfulOsm, osmSpellings } from './spellings.ts'

const lists = { 'Chinese text': chineseSpellings, 'doubtful Chinese': doubtfulChinese, 'OSM values': osmSpellings, 'doubtful OSM values': doubtfulOsm, 'Hong Kong': hongKongSpellings, 'OSM extracts': extractSpellings }

describe.each(Object.entries(lists))('%s', (_, spellings) => {
  test.each(spellings)('%j is read as it stands in the list', (text, expected) => {
    expect(sketch(text)).toBe(expected)
  })
})

describe('notices at doors, by the days they speak of', () => {
  const calendar = calendarOf(holidays)
  const hoursOn = (rule: Rule, day: string): string => {
    const { sessions } = sessionsOn(rule, day, calendar)
    return sketchOf({ clauses: [{ days: everyDay, sessions, adds: false }], calendarMode: 'workdays' }).replace('daily ', '')
  }

  test.each(notices)('%j is open on the days %j', (text, days, ...hours) => {
    const { rule } = readHours(text)
    expect(noticeDays.map((day) => rule && hoursOn(rule, day))).toEqual([...days.replace(' ', '')].map((sign) => (sign === '-' ? '-' : hours['ABCD'.indexOf(sign)])))
  })

  test.each(doubtfulNotices)('%j is not read, for %j', (text, part) => {
    expect(sketch(text)).toBe(`? ${part}`)
  })

  test('a weekend that is no holiday can be said, and a weekend by name or by its days differs on the Sunday of a holiday week', () => {
    const on = (text: string): (string | null)[] => ['2026-10-04', '2026-11-22', '2026-10-10'].map((day) => { const { rule } = readHours(text); return rule && hoursOn(rule, day) })
    expect(on('工作日 9:00-20:00，周末 10:00-16:00')).toEqual(['-', '10:00-16:00', '9:00-20:00'])
    expect(on('工作日 9:00-20:00，周六、周日 10:00-16:00')).toEqual(['10:00-16:00', '10:00-16:00', '9:00-20:00'])
    expect(on('每天 9:00-20:00，周末 10:00-16:00')).toEqual(['10:00-16:00', '10:00-16:00', '9:00-20:00'])
    expect(on('每天 9:00-20:00，周末休息')).toEqual(['-', '-', '9:00-20:00'])
    expect(on('每天 9:00-20:00，普通周末休息')).toEqual(['9:00-20:00', '-', '9:00-20:00'])
    expect(on('每天 9:00-20:00，周三 13:00-20:00，周末休息')).toEqual(['-', '-', '9:00-20:00'])
  })
})

describe('real places', () => {
  test('of the 44 spellings of Hong Kong at least 80 in a hundred are read, the others say which part was not', () => {
    const read = hongKongSpellings.filter(([, expected]) => !expected.startsWith('? '))
    expect(hongKongSpellings).toHaveLength(44)
    expect(read.length / hongKongSpellings.length).toBeGreaterThanOrEqual(0.8)
    for (const [text] of hongKongSpellings) expect(readHours(text).rule === null).toBe(readHours(text).notUnderstood.length > 0)
  })

  test('maintenance days without a date are told beside the hours', () => {
    expect(readHours('上午7時至晚上11時 (定期保養日除外)').caveats).toEqual(['定期保養日除外'])
    expect(readHours('每天 9:00-17:00，以现场公告为准')).toMatchObject({ caveats: ['以现场公告为准'], notUnderstood: [] })
  })

  test.skipIf(!sharedPresent)(`the list holds every spelling of the Hong Kong file, which covers 251 places${sharedNote}`, () => {
    const file = JSON.parse(readFileSync(sharedPath('data/hongkong_lcsd_hours/hk_basketball_courts.geojson'), 'utf8')) as { features: { properties: Record<string, unknown> }[] }
    const texts = file.features.map(({ properties }) => properties['NSEARCH02_TC']).filter((text) => typeof text === 'string')
    expect([...new Set(texts)].toSorted()).toEqual(hongKongSpellings.map(([text]) => text).toSorted())
    expect(texts).toHaveLength(251)
    expect(texts.filter((text) => readHours(text).rule !== null)).toHaveLength(246)
  })

  test.skipIf(!sharedPresent)(`the list holds every opening_hours of the OSM extracts${sharedNote}`, () => {
    const found = new Set<string>()
    const keep = (tags: Record<string, string> | null): void => void (tags?.['opening_hours'] !== undefined && found.add(tags['opening_hours']))
    for (const path of ['scale_liechtenstein_osm/li.osm.pbf', 'beijing_tsinghua_osm/tsinghua.osm.pbf']) {
      osmPbfScan(sharedPath(`data/${path}`), path, { day: null })({ node: (_id, _lon, _lat, tags) => keep(tags), way: (_id, _nodes, tags) => keep(tags), relation: (_id, _members, tags) => keep(tags) })
    }
    expect([...found].toSorted()).toEqual(extractSpellings.map(([text]) => text).toSorted())
  })
})

describe('print', () => {
  test('any rule printed in Chinese or English and read back is the same rule', () => {
    fc.assert(fc.property(anyRule, (rule) => {
      expect(isRule(rule)).toBe(true)
      expect(normalRule(normalRule(rule))).toEqual(normalRule(rule))
      for (const language of ['zh', 'en'] as const) {
        const text = writeHours(rule, language)
        expect({ text, ...readHours(text) }).toEqual({ text, rule: normalRule(rule), notation: language === 'zh' ? 'chinese' : 'english', notUnderstood: [], caveats: [] })
      }
    }), { numRuns: 600, seed: 20260214 })
  })

  test('whatever was read, from people or from OSM, is printed and read back to the same', () => {
    for (const [text] of [...Object.values(lists).flat(), ...notices]) {
      const { rule } = readHours(text)
      if (rule) for (const language of ['zh', 'en'] as const) expect(sketch(writeHours(rule, language))).toBe(sketchOf(rule))
    }
  })

  test.each([
    ['周一至周五8:30-11:30,14:00-17:30,法定节假日休息', '周一至周五 8:30-11:30，14:00-17:30；法定节假日不开放', 'Monday to Friday: 8:30-11:30 and 14:00-17:30; public holidays: closed'],
    ['工作日18:30至次日7:30，双休日及法定节假日全天开放', '工作日 18:30-次日7:30；周末、法定节假日 全天', 'Working days: 18:30-7:30 next day; weekends and public holidays: all day'],
    ['逢周一闭馆(法定节假日除外)，9:00-17:00（16:30停止入馆）', '每天 9:00-17:00（16:30停止入场）；周一（法定节假日除外）不开放', 'Every day: 9:00-17:00 (last entry 16:30); Monday, except public holidays: closed'],
    ['全天急诊，门诊 8:00-17:00', '每天 急诊 全天；每天另有 门诊 8:00-17:00', 'Every day: emergencies all day; also every day: outpatients 8:00-17:00'],
    ['5-9月 6:00-21:00，每月第二个周三休息', '每年5月1日至9月30日 6:00-21:00；每月第二个周三不开放', '1 May to 30 September: 6:00-21:00; second Wednesday of the month: closed'],
    ['Mo-Fr 08:00-20:00', '周一至周五 8:00-20:00（放假和调休时也按星期几开门）', 'Monday to Friday: 8:00-20:00 (weekdays by the calendar, make-up days not counted)'],
  ])('%j is printed plainly in both languages', (text, chinese, english) => {
    const { rule } = readHours(text)
    expect(rule && [writeHours(rule, 'zh'), writeHours(rule, 'en')]).toEqual([chinese, english])
  })

  test('that weekdays go by the wall is said as people say it, truly, and was written otherwise before', () => {
    for (const text of ['周一至周五 8:00-20:00（放假和调休时也按星期几开门）', '周一至周五 8:00-20:00；法定节假日不开放（调休上班的周末，按星期几开门）']) {
      const { rule } = readHours(text)
      expect([rule?.calendarMode, rule && writeHours(rule, 'zh')], text).toEqual(['weekdays', text])
    }
    expect(readHours('周一至周五 8:00-20:00（星期按日历，不随调休）').rule).toEqual(readHours('Mo-Fr 08:00-20:00').rule)
  })

  test('what is meant before what it is an exception to is said with "but"', () => {
    const open: Session = { from: 540, to: 1020, lastEntry: null, byAppointment: false, name: '' }
    const rule: Rule = { clauses: [{ days: { ...everyDay, types: ['holiday'] }, sessions: [], adds: false }, { days: { ...everyDay, weekdays: [2, 3] }, sessions: [open], adds: false }], calendarMode: 'weekdays' }
    expect(writeHours(rule, 'zh')).toBe('法定节假日不开放；但周二、周三 9:00-17:00（调休上班的周末，按星期几开门）')
  })
})

describe('bad input', () => {
  test.each(['', '  ', '\n'])('%j says nothing and is not taken for closed', (text) => {
    expect(readHours(text)).toEqual({ rule: null, notation: null, notUnderstood: [], caveats: [] })
  })

  test('texts of thousands of signs, script and SQL are reported in a few signs or whole, never read', () => {
    for (const text of ['周一、'.repeat(4000), '('.repeat(1999), '9:00-'.repeat(390), '每月第'.repeat(600), '<script>alert(1)</script>', "'; DROP TABLE facility; --", '\u0000\uFFFF', '<'.repeat(1999), '&'.repeat(1999)]) {
      const reading = readHours(text)
      expect(reading.rule).toBeNull()
      expect(reading.notUnderstood.length).toBeGreaterThan(0)
    }
  })

  test.each([
    [{ clauses: [], calendarMode: 'workdays' }, 'no clause'],
    [{ clauses: [{ days: { ...everyDay, nth: [1] }, sessions: [], adds: false }], calendarMode: 'workdays' }, 'an ordinal without its weekday'],
    [{ clauses: [{ days: { ...everyDay, weekdays: [] }, sessions: [], adds: false }], calendarMode: 'workdays' }, 'no weekday at all'],
    [{ clauses: [{ days: { ...everyDay, dates: [{ from: '2026-02-30', to: '2026-03-01' }] }, sessions: [], adds: false }], calendarMode: 'workdays' }, 'a day that is none'],
    [{ clauses: [{ days: everyDay, sessions: [{ from: 600, to: 500, lastEntry: null, byAppointment: false, name: '' }], adds: false }], calendarMode: 'workdays' }, 'hours that end before they begin'],
  ] satisfies [Rule, string][])('%j is no rule: %s', (rule) => {
    expect(isRule(rule)).toBe(false)
  })
})
