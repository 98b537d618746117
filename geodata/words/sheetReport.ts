import type { SheetReport, Trouble, TroubleCode, RemarkCode } from '../intake/sheets/trouble.ts'
import type { FoundBy } from '../intake/sheets/recognise.ts'
import { faultSentence } from './faults.ts'
import { fillSentence, type Language, type Sentence } from './sentence.ts'
import { formWords } from './sheets/form-name.ts'

/** A worksheet's report as lines: what it was taken for, what was kept and refused, columns nobody knows, then each refused row. */
export function sheetReportLines(report: SheetReport, language: Language): string[] {
  const say = (sentence: Sentence, details: Readonly<Record<string, string | number>> = {}): string => fillSentence(sentence, details, language)
  const comma = language === 'zh' ? '、' : ', '
  const file = report.worksheet === null ? report.file : language === 'zh' ? `${report.file} 工作表“${report.worksheet}”` : `${report.file} worksheet "${report.worksheet}"`
  return [
    say(lines.head, { file, sheet: formName(report.form, language), found: foundWords[report.foundBy][language], rows: report.rows, kept: report.kept, refused: report.refused }),
    ...(report.unknownColumns.length > 0 ? [say(lines.unknownColumns, { found: report.unknownColumns.join(comma) })] : []),
    ...(report.leftColumns.length > 0 ? [say(lines.leftColumns, { found: report.leftColumns.join(comma) })] : []),
    ...Object.entries(report.remarks).map(([code, count]) => say(remarks[code as RemarkCode], { count })),
    ...report.troubles.map((trouble) => `  ${troubleText(trouble, language)}`),
    ...(report.unlisted > 0 ? [say(lines.unlisted, { count: report.unlisted })] : []),
  ]
}

/** One refused row: where, what was expected and what was found. */
export function troubleText({ row, column, code, values, fault }: Trouble, language: Language): string {
  const sheet = values['sheet']
  const candidates = values['candidates']
  const details = { ...values, ...(language === 'en' && typeof candidates === 'string' && { candidates: candidates.replaceAll('；', '; ') }), ...(typeof sheet === 'string' && { sheet: formName(sheet, language) }), ...(language === 'en' && typeof values['expectedEn'] === 'string' && { expected: values['expectedEn'] }) }
  const sentence = fault ? faultSentence(fault, language) : fillSentence(sentences[code], details, language)
  const place = column === '' ? '' : language === 'zh' ? `“${column}”` : ` "${column}"`
  return language === 'zh' ? `第 ${row} 行${place}：${sentence}` : `Row ${row}${place}: ${sentence}`
}

const formName = (code: string, language: Language): string => formWords(code)?.name[language] ?? placeNames[code]?.[language] ?? code

const placeNames: Readonly<Record<string, Sentence>> = { area: { zh: '区域', en: 'area' } }

const foundWords: Readonly<Record<FoundBy, Sentence>> = {
  as: { zh: '按 --as 所指', en: 'as told by --as' }, worksheet: { zh: '按工作表名', en: 'by the worksheet\'s name' }, file: { zh: '按文件名', en: 'by the file\'s name' }, headings: { zh: '按表头认出', en: 'by its headings' },
}

const lines = {
  head: { zh: '{file}：{sheet}（{found}），{rows} 行，收入 {kept} 行，未收 {refused} 行', en: '{file}: {sheet} ({found}), {rows} rows, {kept} kept, {refused} refused' },
  unknownColumns: { zh: '  没有这些列的位置，没有读取：{found}', en: '  Columns that nothing is known of, not read: {found}' },
  leftColumns: { zh: '  这些列不导入：{found}', en: '  Columns that are not taken: {found}' },
  unlisted: { zh: '  另有 {count} 处没有列出', en: '  {count} more are not listed' },
} as const satisfies Readonly<Record<string, Sentence>>

const remarks: Readonly<Record<RemarkCode, Sentence>> = {
  noCreditCode: { zh: '  {count} 行的编号不是 18 位统一社会信用代码：已收入，信用代码留空', en: '  {count} rows have a number that is no credit code of 18 signs: they are kept, without a code' },
}

const sentences: Readonly<Record<TroubleCode, Sentence>> = {
  required: { zh: '必须填写。', en: 'this must be filled in.' },
  badCount: { zh: '应为数量，例如 12，收到的是“{found}”。', en: 'expected a count such as 12, found "{found}".' },
  badNumber: { zh: '应为数字，收到的是“{found}”。', en: 'expected a number, found "{found}".' },
  notWhole: { zh: '应为整数，收到的是“{found}”。', en: 'expected a whole number, found "{found}".' },
  outOfRange: { zh: '应在 {least} 至 {most} 之间，收到的是“{found}”。', en: 'expected {least} to {most}, found "{found}".' },
  badYear: { zh: '应为年份，例如 2026，收到的是“{found}”。', en: 'expected a year such as 2026, found "{found}".' },
  badDay: { zh: '应为日期，例如 2026-03-05，收到的是“{found}”。', en: 'expected a day such as 2026-03-05, found "{found}".' },
  badMinguoDay: { zh: '应为民国日期，例如 115/04/01 或 1150401，收到的是“{found}”。', en: 'expected a Minguo day such as 115/04/01 or 1150401, found "{found}".' },
  badMonth: { zh: '应为月份，例如 2026-03，收到的是“{found}”。', en: 'expected a month such as 2026-03, found "{found}".' },
  badFlag: { zh: '应填是或否，收到的是“{found}”。', en: 'expected yes or no, found "{found}".' },
  badChoice: { zh: '应为以下之一：{expected}；收到的是“{found}”。', en: 'expected one of {expected}; found "{found}".' },
  badPrices: { zh: '价格应写成“60-69岁 12元；70岁以上 10元”，看不懂的是“{found}”。', en: 'expected prices such as "aged 60-69 12 yuan; aged 70+ 10 yuan"; not understood: "{found}".' },
  tooLong: { zh: '至多 {most} 个字，收到 {length} 个。', en: 'at most {most} signs, found {length}.' },
  halfPosition: { zh: '经度和纬度要么都填，要么都不填。', en: 'longitude and latitude go together: both or neither.' },
  formulaError: { zh: '单元格是公式错误 {found}。', en: 'the cell holds the formula error {found}.' },
  unknownArea: { zh: '没有叫“{found}”的区域，请写区域编码、名称，或“街道/社区”。', en: 'there is no area "{found}"; write its code, its name, or street/community.' },
  ambiguousArea: { zh: '“{found}”有 {count} 处：{candidates}；请写成“街道/社区”或写编码。', en: '"{found}" may be {count} areas: {candidates}; write street/community or the code.' },
  unknownUnit: { zh: '没有叫“{found}”的驻区单位，请写单位编号或全称，或先导入驻区单位。', en: 'there is no unit "{found}"; write its id or full name, or import the units first.' },
  ambiguousUnit: { zh: '叫“{found}”的单位有 {count} 家：{candidates}；请写编号。', en: '{count} units are called "{found}": {candidates}; write the id.' },
  unknownEntry: { zh: '{sheet}里没有“{found}”，请写编号或名称，或先导入{sheet}。', en: 'there is no "{found}" among {sheet}; write its id or name, or import {sheet} first.' },
  ambiguousEntry: { zh: '{sheet}里叫“{found}”的有 {count} 个：{candidates}；请写编号。', en: '{count} of {sheet} are called "{found}": {candidates}; write the id.' },
  sameRow: { zh: '与第 {found} 行说的是同一件事；不同的请各写编号。', en: 'says the same as row {found}; give each an id if they differ.' },
  otherSheet: { zh: '编号“{found}”已经是{sheet}的一行。', en: 'the id "{found}" belongs to a row of {sheet} already.' },
  outsideAreas: { zh: '不在您负责的区域内。', en: 'this lies outside your areas.' },
  deniedRow: { zh: '像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。', en: 'this looks like a military, security or detention unit, which is never kept; enter what it opens under the community\'s name.' },
  hiddenRow: { zh: '编号“{found}”已被占用，请换一个。', en: 'the id "{found}" is taken, choose another.' },
  partOfMore: { zh: '它所指的行没有收入，这一行也不能收入。', en: 'the row it names was refused, so is this one.' },
  fault: { zh: '填写有误。', en: 'this is wrong.' },
}
