import type { RegisterState } from '../../model/register.ts'
import type { Sentence } from '../sentence.ts'

/** Headings that several registers share; a register's own words come first. */
export const sharedColumns: Readonly<Record<string, Sentence>> = {
  city: { zh: '市', en: 'city' },
  district: { zh: '区', en: 'district' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  grid: { zh: '网格', en: 'grid' },
  estate: { zh: '小区', en: 'estate' },
  area: { zh: '区域', en: 'area' },
  level: { zh: '层级', en: 'level' },
  unit: { zh: '驻区单位', en: 'unit' },
  name: { zh: '名称', en: 'name' },
  kind: { zh: '类型', en: 'kind' },
  state: { zh: '状态', en: 'state' },
  due: { zh: '应完成日', en: 'due' },
  done: { zh: '完成', en: 'done' },
  required: { zh: '应有', en: 'required' },
  missing: { zh: '缺', en: 'missing' },
  share: { zh: '占比', en: 'share' },
  year: { zh: '年度', en: 'year' },
  month: { zh: '月份', en: 'month' },
  day: { zh: '日期', en: 'day' },
  seatCategory: { zh: '席位类别', en: 'category of seat' },
  exitReason: { zh: '退出原因', en: 'reason of leaving' },
  residents: { zh: '居民', en: 'residents' },
  households: { zh: '户数', en: 'households' },
  members: { zh: '党员', en: 'members' },
  termEnd: { zh: '届满日', en: 'end of term' },
}

/** Signs of rows, in words. */
export const registerStateWords: Readonly<Record<RegisterState, Sentence>> = {
  done: { zh: '已完成', en: 'done' },
  due: { zh: '未到期', en: 'due' },
  late: { zh: '逾期', en: 'late' },
  missing: { zh: '缺', en: 'missing' },
  partial: { zh: '部分', en: 'partly' },
  none: { zh: '无要求', en: 'nothing asked' },
}

/** What a file says beside the table. */
export const registerNotes = {
  register: { zh: '台账', en: 'register' },
  question: { zh: '问题', en: 'question' },
  answer: { zh: '回答', en: 'answer' },
  formula: { zh: '口径', en: 'formula' },
  day: { zh: '截至', en: 'as of' },
  sources: { zh: '来源文件', en: 'source documents' },
  records: { zh: '数据来源', en: 'source of the rows' },
  protection: { zh: '人数保护', en: 'protection of persons' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  few: { zh: '少于 {k}', en: 'fewer than {k}' },
  untold: { zh: '不单列', en: 'not told' },
} as const satisfies Readonly<Record<string, Sentence>>

/** How counts of persons in a register were protected. */
export const personsProtected: Sentence = {
  zh: '人数按每组不少于 {k} 人与相邻区域合并后才显示，合并跨出边界的区域不显示；单个单位的人数不显示；分母不足 {rate} 人的不给比例。',
  en: 'Persons are put together with neighbouring areas in groups of at least {k} before they are shown, and an area whose boundary such a group crosses shows none; those of a single unit are not shown; no rate is given for fewer than {rate}.',
}
