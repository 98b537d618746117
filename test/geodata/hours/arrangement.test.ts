import { describe, expect, test } from 'vitest'
import { arrangementFaults } from '../../../geodata/hours/arrangement.ts'
import { holidayYearsOfJson, holidayYearsOfTable } from '../../../geodata/intake/holidays.ts'
import type { Result } from '../../../geodata/intake/result.ts'
import type { RawCell, SheetTable } from '../../../geodata/intake/sheets/table.ts'
import type { HolidayYear } from '../../../geodata/model/holidays.ts'
import { issueText } from '../../../geodata/words/issues.ts'
import { holidays } from '../../../seeds/catalogue/holidays.ts'
import { holidays2027 } from '../../tools/holidays-2027.ts'

const faultsOf = (change: Partial<HolidayYear>): string[] => arrangementFaults([...holidays, { ...holidays2027, ...change }]).map(({ code, year, found }) => `${year} ${code} ${found}`)
const without = (code: string): HolidayYear['holidays'] => holidays2027.holidays.filter((block) => block.code !== code)
const labour = (from: string, to: string): HolidayYear['holidays'] => [...without('labourDay'), { code: 'labourDay', from, to }]

describe('arrangements hold together', () => {
  test('those of 2025 and 2026 do: every make-up day is a Saturday or Sunday, every holiday one run of days', () => expect(arrangementFaults(holidays)).toEqual([]))
  test('a later year that fits does', () => expect(faultsOf({})).toEqual([]))

  test.each<[string, Partial<HolidayYear>, string]>([
    ['a make-up day on a Wednesday', { makeupDays: ['2027-02-17'] }, '2027 makeupWeekday 2027-02-17'],
    ['a make-up day within a holiday', { makeupDays: ['2027-02-06'] }, '2027 makeupOff 2027-02-06'],
    ['a make-up day twice', { makeupDays: ['2027-02-20', '2027-02-20'] }, '2027 makeupTwice 2027-02-20'],
    ['a make-up day of another year', { makeupDays: ['2028-01-08'] }, '2027 holidaysOtherYear 2028-01-08'],
    ['a make-up day that does not exist', { makeupDays: ['2027-02-30'] }, '2027 holidaysNoDay 2027-02-30'],
    ['a holiday that ends before it begins', { holidays: labour('2027-05-05', '2027-05-01') }, '2027 holidaysBackwards 2027-05-05 – 2027-05-01'],
    ['a holiday of a whole month', { holidays: labour('2027-05-01', '2027-05-31') }, '2027 holidaysTooLong 2027-05-01 – 2027-05-31'],
    ['a holiday of another year', { holidays: labour('2026-05-06', '2026-05-08') }, '2027 holidaysOtherYear 2026-05-06 – 2026-05-08'],
    ['a holiday in two parts', { holidays: [...holidays2027.holidays, { code: 'labourDay', from: '2027-05-08', to: '2027-05-09' }] }, '2027 holidaysSplit 2027-05-08 – 2027-05-09'],
    ['two holidays on one day', { holidays: labour('2027-04-05', '2027-04-06') }, '2027 holidaysOverlap 2027-04-05'],
    ['an arrangement that was not copied to its end', { holidays: without('nationalDay') }, '2027 holidaysMissing 2027'],
    ['a year arranged twice', { year: 2026, holidays: holidays[1].holidays.map((block) => ({ ...block, from: block.from, to: block.to })), makeupDays: [] }, '2026 holidaysYearTwice 2026'],
    ['a make-up day that another year has off', { holidays: [...without('newYear'), { code: 'newYear', from: '2026-12-26', to: '2027-01-01' }], makeupDays: ['2026-12-26'] }, '2027 makeupOff 2026-12-26'],
  ])('%s is told', (_, change, fault) => expect(faultsOf(change)).toContain(fault))

  test('Mid-Autumn may be part of National Day', () => expect(faultsOf({ holidays: without('midAutumn') })).toEqual([]))
  test('New Year may begin in the December before', () => expect(faultsOf({ holidays: [...without('newYear'), { code: 'newYear', from: '2026-12-31', to: '2027-01-02' }], makeupDays: ['2026-12-27'] })).toEqual([]))
})

const table = (...rows: RawCell[][]): SheetTable => ({ file: '放假.csv', worksheet: null, rows: rows.map((cells, i) => ({ number: i + 1, cells })) })
const read = (result: Result<HolidayYear[]>): unknown => (result.ok ? result.value : result.issues.map((one) => issueText(one, 'zh')))
const head = ['年份', '类型', '节日', '开始', '结束', '来源']

describe('arrangements as they come in files', () => {
  test('a table: a row for each time off and each make-up day, days and names as people write them', () => {
    const rows = holidays2027.holidays.map(({ code, from, to }) => ['2027', '放假', names[code], from.replaceAll('-', '/'), to, '国办通知'])
    expect(read(holidayYearsOfTable(table(head, ...rows, ['2027年', '上班', '', '2027年1月24日', '', '国办通知'], [null, '', '', '', '', ''], [2027, '调休', '', '2027-02-20', '2027-02-20', '国办通知']))))
      .toEqual([{ ...holidays2027, source: '国办通知', confirmed: false }])
  })

  test('English headings and codes, and a column that confirms', () => {
    expect(read(holidayYearsOfTable(table(['year', 'type', 'holiday', 'from', 'to', 'source', 'confirmed'], ['2028', 'off', 'newYear', '2028-01-01', '', 'notice', 'yes'], ['2028', 'work', '', '2028-01-08', '', '', 'yes']))))
      .toEqual([{ year: 2028, holidays: [{ code: 'newYear', from: '2028-01-01', to: '2028-01-01' }], makeupDays: ['2028-01-08'], source: 'notice', confirmed: true }])
  })

  test.each<[string, RawCell[][], string]>([
    ['no such columns', [['日期', '备注']], '放假.csv：放假安排表应有这些列：年份、类型、节日、开始、来源；表头有：日期、备注。'],
    ['nothing', [], '放假.csv：放假安排表应有这些列：年份、类型、节日、开始、来源；表头有：∅。'],
    ['headings alone', [head], '放假.csv：表头下面没有一行数据。'],
    ['a year in words', [head, ['明年', '放假', '元旦', '2027-01-01', '', '通知']], '放假.csv（第 2 行）：“年份”应为 四位年份，如 2027，实为“明年”。'],
    ['neither off nor work', [head, ['2027', '半天', '元旦', '2027-01-01', '', '通知']], '放假.csv（第 2 行）：“类型”应为 放假 或 上班，实为“半天”。'],
    ['a day nobody arranges', [head, ['2027', '放假', '妇女节', '2027-03-08', '', '通知']], '放假.csv（第 2 行）：“节日”应为 元旦、春节、清明节、劳动节、端午节、中秋节、国庆节，实为“妇女节”。'],
    ['no such day', [head, ['2027', '放假', '元旦', '2027-02-30', '', '通知']], '放假.csv（第 2 行）：“开始”应为 日期，如 2027-01-01，实为“2027-02-30”。'],
    ['several make-up days in a row', [head, ['2027', '上班', '', '2027-02-20', '2027-02-21', '通知']], '放假.csv（第 2 行）：“结束”应为 与开始同一天或空着，实为“2027-02-21”。'],
    ['no source', [head, ['2027', '放假', '元旦', '2027-01-01', '', '']], '放假.csv：2027 年的放假安排没有写来源，请写明依据的通知（文号、日期）。'],
    ['a script in a cell', [head, ['2027', '<script>alert(1)</script>', '元旦', '2027-01-01', '', 'x']], '放假.csv（第 2 行）：“类型”应为 放假 或 上班，实为“<script>alert(1)</script>”。'],
  ])('a table with %s is refused in a sentence', (_, rows, sentence) => expect(read(holidayYearsOfTable(table(...rows)))).toEqual([sentence]))

  test('JSON: one year, a list of them, or the answer of /api/v1/standards', () => {
    const shown = { ...holidays2027, holidays: holidays2027.holidays.map((block) => ({ ...block, name: 'x' })) }
    for (const value of [holidays2027, [holidays2027], { catalogueVersion: '1', holidays: [shown] }]) expect(read(holidayYearsOfJson(value, 'a.json'))).toEqual([holidays2027])
  })

  test.each<[string, unknown]>([
    ['a number', 7], ['nothing of the kind', { type: 'FeatureCollection', features: [] }], ['a year in words', { ...holidays2027, year: '2027' }], ['a holiday without code', { ...holidays2027, holidays: [{ from: '2027-01-01', to: '2027-01-01' }] }],
    ['make-up days that are numbers', { ...holidays2027, makeupDays: [20270220] }], ['null', null],
  ])('JSON that is %s is refused', (_, value) => expect(String(read(holidayYearsOfJson(value, 'a.json')))).toContain('a.json（第 1 条记录）：放假安排应为'))
})

const names = { newYear: '元旦', springFestival: '春节', qingming: '清明', labourDay: '劳动节', dragonBoat: '端午节', midAutumn: '中秋节', nationalDay: '国庆节' } as const
