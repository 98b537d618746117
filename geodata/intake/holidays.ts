import { holidayName } from '../words/hours.ts'
import { holidayCodes, type HolidayBlock, type HolidayCode, type HolidayYear } from '../model/holidays.ts'
import { issue, type Issue, type Place } from './issue.ts'
import { failed, made, type Result } from './result.ts'
import { dayOf } from './sheets/calendar.ts'
import { readFlag, readYear, shown } from './sheets/cells.ts'
import { plainName } from './sheets/plain.ts'
import { isBlankRow, textOf, type SheetTable } from './sheets/table.ts'

/** Columns of a table of holidays: a row for each time off and for each make-up day. */
const columns = {
  year: ['年份', '年', 'year'], type: ['类型', '安排', 'type'], holiday: ['节日', '名称', 'holiday', 'name'], from: ['开始', '开始日期', '日期', 'from', 'start', 'date'], to: ['结束', '结束日期', 'to', 'end'],
  source: ['来源', '依据', '文件', 'source'], confirmed: ['已确认', '确认', 'confirmed'],
} as const
type Column = keyof typeof columns
const needed: readonly Column[] = ['year', 'type', 'holiday', 'from', 'source']

const offWords = ['放假', '休', '假', 'off', 'holiday'], workWords = ['上班', '调休', '调休上班', '补班', 'work', 'makeup']

/** Blank rows are passed over; a blank end is the day of the beginning. What the rows say together is looked at by geodata/hours/arrangement.ts. */
export function holidayYearsOfTable({ file, worksheet, rows }: SheetTable): Result<HolidayYear[]> {
  const head = rows.find(({ cells }) => !isBlankRow(cells))
  const headings = (head?.cells ?? []).map((cell) => plainName(textOf(cell)))
  const at = (column: Column): number => headings.findIndex((heading) => columns[column].some((name) => plainName(name) === heading))
  const missing = needed.filter((column) => at(column) < 0)
  if (!head || missing.length > 0) return failed(issue('holidaysColumns', file, null, { expected: needed.map((column) => columns[column][0]).join('、'), expectedEn: needed.join(', '), found: headings.join('、') || '∅' }))
  const issues: Issue[] = []
  const years = new Map<number, Draft>()
  for (const { number, cells } of rows.slice(rows.indexOf(head) + 1)) {
    if (isBlankRow(cells)) continue
    const cell = (column: Column): string => textOf(at(column) < 0 ? '' : cells[at(column)])
    const wrong = (column: Column, expected: string, expectedEn: string): void => { issues.push(issue('holidaysCell', file, { row: number, worksheet } satisfies Place, { column: columns[column][0], columnEn: column, expected, expectedEn, found: shown(cell(column)) })) }
    const year = readYear(cell('year')), type = plainName(cell('type')), from = dayOf(cell('from')), to = cell('to') === '' ? from : dayOf(cell('to')), off = offWords.includes(type)
    const holiday = codeNamed(cell('holiday')), confirmed = cell('confirmed') === '' ? { value: false } : readFlag(cell('confirmed'))
    if (!('value' in year)) wrong('year', '四位年份，如 2027', 'a year such as 2027')
    else if (!off && !workWords.includes(type)) wrong('type', '放假 或 上班', 'off or work')
    else if (off && !holiday) wrong('holiday', holidayCodes.map((code) => holidayName(code, 'zh')).join('、'), holidayCodes.map((code) => holidayName(code, 'en')).join(', '))
    else if (from === null) wrong('from', '日期，如 2027-01-01', 'a day such as 2027-01-01')
    else if (to === null || (!off && to !== from)) wrong('to', off ? '日期，如 2027-01-03' : '与开始同一天或空着', off ? 'a day such as 2027-01-03' : 'the day of the beginning, or nothing')
    else if (!('value' in confirmed)) wrong('confirmed', '是 或 否', 'yes or no')
    else {
      const draft = years.get(year.value) ?? { holidays: [], makeupDays: [], sources: new Set(), confirmed: true }
      years.set(year.value, draft)
      if (off && holiday) draft.holidays.push({ code: holiday, from, to })
      else draft.makeupDays.push(from)
      if (cell('source') !== '') draft.sources.add(cell('source'))
      draft.confirmed &&= confirmed.value
    }
  }
  if (issues.length === 0 && years.size === 0) return failed(issue('sheetEmpty', file))
  return sourced(file, issues, [...years].map(([year, { sources, ...draft }]) => ({ year, ...draft, source: [...sources].join('；') })))
}

type Draft = { holidays: HolidayBlock[]; makeupDays: string[]; sources: Set<string>; confirmed: boolean }

/** One year, a list of years, or the answer of /api/v1/standards, which prints them in the same shape. */
export function holidayYearsOfJson(value: unknown, file: string): Result<HolidayYear[]> {
  const list = isMember(value) && !('year' in value) ? value['holidays'] : value
  const entries: unknown[] = Array.isArray(list) ? list : [list]
  const issues: Issue[] = []
  const wrong = (i: number, found: unknown): void => { issues.push(issue('holidaysShape', file, { record: i + 1 }, { found: shown(JSON.stringify(found) ?? '∅') })) }
  const years = entries.flatMap((entry, i): HolidayYear[] => {
    if (!isMember(entry)) return wrong(i, entry), []
    const { year, source = '', confirmed = false, holidays, makeupDays } = entry
    if (typeof year !== 'number' || !('value' in readYear(year)) || typeof source !== 'string' || typeof confirmed !== 'boolean') return wrong(i, { year, source, confirmed }), []
    if (!Array.isArray(holidays) || !Array.isArray(makeupDays)) return wrong(i, { year, holidays: typeof holidays, makeupDays: typeof makeupDays }), []
    const bad = holidays.find((block) => blockOf(block) === null) ?? makeupDays.find((day) => typeof day !== 'string')
    if (bad !== undefined) return wrong(i, bad), []
    return [{ year, source: source.trim(), confirmed, holidays: holidays.flatMap((block) => blockOf(block) ?? []), makeupDays: makeupDays.map(String) }]
  })
  return sourced(file, issues, years)
}

function blockOf(value: unknown): HolidayBlock | null {
  if (!isMember(value)) return null
  const { code, from, to } = value, known = holidayCodes.find((one) => one === code)
  return known !== undefined && typeof from === 'string' && typeof to === 'string' ? { code: known, from, to } : null
}

const isMember = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** 元旦 as 元旦节, New Year or newYear. */
const codeNamed = (text: string): HolidayCode | undefined => holidayCodes.find((code) => [code, holidayName(code, 'zh'), holidayName(code, 'en')].some((name) => bare(name) === bare(text)))
const bare = (text: string): string => plainName(text).replace(/节$/, '')

/** In the order of days, each year with the document it was taken from. */
function sourced(file: string, issues: readonly Issue[], years: readonly HolidayYear[]): Result<HolidayYear[]> {
  const all = [...issues, ...years.filter(({ source }) => source === '').map(({ year }) => issue('holidaysNoSource', file, null, { year }))]
  if (all.length > 0) return failed(...all)
  return made(years.map((year) => ({ ...year, holidays: year.holidays.toSorted((a, b) => (a.from < b.from ? -1 : 1)), makeupDays: year.makeupDays.toSorted() })).toSorted((a, b) => a.year - b.year))
}
