import type { Language } from './sentence.ts'

/** Headings of the list of left-out buildings as a table. */
export const headings: Readonly<Record<Language, readonly string[]>> = {
  zh: ['楼栋编号', '楼栋', '街道', '社区', '网格', '小区', '受影响居民', '人数来源', '状态', '原因', '最近设施', '距离（米）', '步行（分钟）', '超出（米）', '经度', '纬度', '说明'],
  en: ['building id', 'building', 'street', 'community', 'grid', 'estate', 'residents', 'residents from', 'state', 'reason', 'nearest site', 'metres', 'minutes', 'too far by (m)', 'longitude', 'latitude', 'explanation'],
}

export const residentsFrom: Readonly<Record<Language, readonly [counted: string, estimated: string]>> = { zh: ['登记', '估算'], en: ['register', 'estimate'] }

/** Labels of what stands beside the table. */
export const noteLabels: Readonly<Record<Language, Readonly<Record<'notice' | 'city' | 'area' | 'whole' | 'category' | 'group' | 'limit' | 'metric' | 'profile' | 'rule' | 'buildings' | 'residents' | 'hidden' | 'asOf' | 'dataDate' | 'dataVersion' | 'catalogue' | 'attribution', string>>>> = {
  zh: {
    notice: '注意', city: '城市', area: '区域', whole: '全部', category: '服务', group: '人群', limit: '限度', metric: '距离', profile: '步速', rule: '规则', buildings: '空白楼栋', residents: '受影响居民', hidden: '少数规则', asOf: '数据时点',
    dataDate: '数据日期', dataVersion: '数据版本', catalogue: '目录版本', attribution: '数据来源',
  },
  en: {
    notice: 'notice', city: 'city', area: 'area', whole: 'all', category: 'service', group: 'group', limit: 'limit', metric: 'distance', profile: 'pace', rule: 'rule', buildings: 'buildings left out', residents: 'residents left out', hidden: 'small counts', asOf: 'as of',
    dataDate: 'data date', dataVersion: 'data version', catalogue: 'catalogue version', attribution: 'source',
  },
}
