import type { Sentence } from '../sentence.ts'
import { say } from './sheet-words.ts'

/** What a column of a sheet takes, for the row of notes in a template; the first cell says that the row is one. */
export const columnNotes = {
  row: say('说明：', 'Notes: '),
  required: say('必填。', 'Required. '),
  id: say('可不填；不填时由{key}确定', 'may be empty; then {key} tell the row'),
  text: say('文字', 'text'),
  count: say('整数', 'whole number'),
  amount: say('数字', 'number'),
  flag: say('是或否', 'yes or no'),
  day: say('日期，如 2026-03-05', 'day, as 2026-03-05'),
  month: say('月份，如 2026-03', 'month, as 2026-03'),
  year: say('年份，如 2026', 'year, as 2026'),
  degrees: say('度，如 116.4012；坐标系导入时指明', 'degrees, as 116.4012; the datum is told at import'),
  area: say('区域编码、名称或“街道/社区”', 'code, name or street/community'),
  areas: say('区域编码或名称，几个之间用顿号', 'codes or names, several parted by commas'),
  unit: say('驻区单位的编号或全称', 'id or full name of a unit'),
  reference: say('{sheet}的编号或名称', 'id or name among {sheet}'),
  committee: say('{sheet}的编号、名称，或所在区域', 'id, name or area among {sheet}'),
  seat: say('席位的编号，或“区域/席位号”', 'id of a seat, or area/number'),
  references: say('{sheet}的编号或名称，几个之间用顿号', 'ids or names among {sheet}, several parted by commas'),
  choice: say('{words}', '{words}'),
  choices: say('{words}；几个之间用顿号', '{words}; several parted by commas'),
  creditCode: say('18 位统一社会信用代码', 'credit code of 18 signs'),
  phone: say('场所的固定电话，不填手机', 'telephone of the place, no mobile'),
  hours: say('如 周一至周五 9:00-17:00', 'as Mo-Fr 09:00-17:00'),
  prices: say('如 午餐 60-69岁 12元；70岁以上 10元', 'as lunch aged 60-69 12 yuan; aged 70+ 10 yuan'),
  address: say('门牌地址', 'street and number'),
  bring: say('如 老年卡或身份证', 'as a senior card'),
  menu: say('文字，可以分行', 'text, in lines'),
  source: say('可不填；不填时为文件名', 'may be empty; then the file\'s name'),
} as const satisfies Readonly<Record<string, Sentence>>

export const choicesSheet: Sentence = say('选项', 'choices')
