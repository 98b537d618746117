import type { Fault, FaultCode } from '../model/fault.ts'
import { fillSentence, type Language, type Sentence } from './sentence.ts'
import type { SheetCode } from '../model/sheets/all.ts'
import { sheetWords } from './sheets/all.ts'
import { kindWords, partWords, spoken, typeWords } from './terms.ts'

/** What is wrong with one field, and what was expected instead. Kinds, types and parts come as codes and are said in the reader's language. */
export function faultSentence({ code, details }: Fault, language: Language): string {
  return fillSentence(sentences[code], { ...details, ...(code === 'missingReference' && { expected: kindOf(details['expected'], language) }), ...(code === 'overlaps' && { from: details['from'] ?? '…', to: details['to'] ?? '…' }), ...(code === 'wrongType' && { expected: spoken(typeWords, details['expected'], language) }), ...(code === 'partsExceed' && { parts: partsOf(details['parts'], language) }) }, language)
}

/** A kind of record, or the sheet of a row. */
function kindOf(code: string | number | null | undefined, language: Language): string | number | null {
  if (typeof code !== 'string' || !(code in sheetWords)) return spoken(kindWords, code, language)
  const { name } = sheetWords[code as SheetCode]
  return language === 'zh' ? `${kindWords.entry.zh}（${name.zh}）` : `row of "${name.en}"`
}

/** over60+children: two parts. */
const partsOf = (parts: string | number | null | undefined, language: Language): string => String(parts ?? '').split('+').map((part) => spoken(partWords, part, language)).join(language === 'zh' ? '、' : ' and ')

const sentences: Readonly<Record<FaultCode, Sentence>> = {
  unknownField: { zh: '没有“{found}”这一项，可填：{expected}。', en: 'There is no field "{found}"; known fields: {expected}.' },
  missingField: { zh: '必须填写。', en: 'This must be filled in.' },
  wrongType: { zh: '应为{expected}，收到的是“{found}”。', en: 'Expected {expected}, found "{found}".' },
  notListed: { zh: '应为以下之一：{expected}；收到的是“{found}”。', en: 'Expected one of {expected}, found "{found}".' },
  tooShort: { zh: '至少 {expected} 个字，收到 {found} 个。', en: 'At least {expected} signs, found {found}.' },
  blank: { zh: '不能只有空格。', en: 'This cannot be blank.' },
  tooLong: { zh: '至多 {expected} 个字，收到 {found} 个。', en: 'At most {expected} signs, found {found}.' },
  tooFew: { zh: '至少 {expected} 项，收到 {found} 项。', en: 'At least {expected} entries, found {found}.' },
  tooMany: { zh: '至多 {expected} 项，收到 {found} 项。', en: 'At most {expected} entries, found {found}.' },
  tooSmall: { zh: '不能小于 {expected}，收到的是 {found}。', en: 'Not below {expected}, found {found}.' },
  tooLarge: { zh: '不能大于 {expected}，收到的是 {found}。', en: 'Not above {expected}, found {found}.' },
  notWhole: { zh: '应为整数，收到的是 {found}。', en: 'Expected a whole number, found {found}.' },
  badPattern: { zh: '应写成 {expected}，收到的是“{found}”。', en: 'Expected the form {expected}, found "{found}".' },
  badDate: { zh: '没有“{found}”这一天，应为 年-月-日，例如 2026-03-01。', en: 'There is no day "{found}"; expected year-month-day such as 2026-03-01.' },
  badOrder: { zh: '应不早于（不小于）{expected}，收到的是 {found}。', en: 'Expected {expected} or later (or more), found {found}.' },
  outsideCity: { zh: '位置（{found}）离本市（{expected}）太远，请检查经纬度和坐标系。', en: 'The position ({found}) lies far from this city ({expected}); check longitude, latitude and datum.' },
  outsideAreas: { zh: '位置在“{found}”，不在您负责的区域（{expected}）内。', en: 'The position lies in "{found}", outside your areas ({expected}).' },
  missingReference: { zh: '没有编号为“{found}”的{expected}。', en: 'There is no {expected} with id "{found}".' },
  deniedName: { zh: '“{found}”像是军事、安全或监管单位，一律不收；它开放的设施请用社区名义登记。', en: '"{found}" looks like a military, security or detention unit, which is never kept; enter what it opens under the community\'s name.' },
  mobilePhone: { zh: '“{found}”是手机号，这里只放场所的固定电话。', en: '"{found}" is a mobile number; only a telephone of the place belongs here.' },
  identityNumber: { zh: '里有身份证号，这里不收任何人的证件号码。', en: 'This holds an identity number; no number of a person\'s papers is kept here.' },
  badPhone: { zh: '应为电话号码，例如 010-0000 0000，收到的是“{found}”。', en: 'Expected a telephone number such as 010-0000 0000, found "{found}".' },
  badCreditCode: { zh: '统一社会信用代码应为 18 位且校验位正确（应为 {expected}），收到的是“{found}”。', en: 'A unified social credit code has 18 signs and a matching check digit ({expected}), found "{found}".' },
  takenCreditCode: { zh: '统一社会信用代码“{found}”已经属于“{expected}”。', en: 'The credit code "{found}" belongs to "{expected}" already.' },
  notEditable: { zh: '这一项不能在这里修改。', en: 'This cannot be changed here.' },
  partsExceed: { zh: '{parts} 合计 {found}，超过了 {expected}。', en: '{parts} are {found} together, more than {expected}.' },
  unreadableSign: { zh: '里有看不见的控制字符或乱码（{found}），请去掉后再保存。', en: 'This holds a control character or broken text ({found}); take it out.' },
  notOfSheet: { zh: '这类台账不填这一项。', en: 'Rows of this register have no such field.' },
  notAfter: { zh: '应晚于 {expected}，收到的是 {found}。', en: 'Expected a day after {expected}, found {found}.' },
  overlaps: { zh: '与“{found}”的任期（{from} 至 {to}）重叠，一个席位同时只能由一方担任。', en: 'This overlaps the tenure "{found}" ({from} to {to}); a seat is held by one at a time.' },
  secondRound: { zh: '“{committee}”本届已有一次增补（“{found}”），每届只增补一次。', en: '"{committee}" has a by-election in this term already ("{found}"); there is one a term.' },
  otherCommittee: { zh: '席位“{found}”不属于这个委员会。', en: 'The seat "{found}" is not of this committee.' },
  circle: { zh: '“{found}”在这个组织之下，不能又是它的上级。', en: '"{found}" lies below this organisation and cannot be above it.' },
  emptyChange: { zh: '没有要修改的内容。', en: 'There is nothing to change.' },
}
