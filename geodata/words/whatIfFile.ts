import type { Language } from './sentence.ts'

/** Names of the sheets of a proposal, their headings, and the words in them. */
export const proposalSheets: Readonly<Record<Language, Readonly<Record<'summary' | 'areas' | 'gaps' | 'sites' | 'method', string>>>> = {
  zh: { summary: '总表', areas: '分区域', gaps: '仍未覆盖', sites: '点位与步骤', method: '方法与口径' },
  en: { summary: 'summary', areas: 'by area', gaps: 'still left out', sites: 'sites and steps', method: 'method' },
}

export const proposalHeadings: Readonly<Record<Language, Readonly<Record<'summary' | 'areas' | 'sites', readonly string[]>>>> = {
  zh: {
    summary: ['指标', '现状：覆盖', '推演后：覆盖', '差', '总数', '现状：覆盖率', '推演后：覆盖率', '覆盖率差（百分点）'],
    areas: ['编码', '名称', '级别', '上级', '现状：覆盖居民', '推演后：覆盖居民', '差', '居民总数', '现状：覆盖楼栋', '推演后：覆盖楼栋', '差', '楼栋总数', '现状：达标社区', '推演后：达标社区', '社区总数'],
    sites: ['编号', '名称', '怎样', '座位', '经度', '纬度', '说明'],
  },
  en: {
    summary: ['figure', 'today: covered', 'after: covered', 'difference', 'total', 'today: share', 'after: share', 'difference (points)'],
    areas: ['code', 'name', 'level', 'part of', 'today: residents covered', 'after: residents covered', 'difference', 'residents', 'today: buildings covered', 'after: buildings covered', 'difference', 'buildings', 'today: communities covered', 'after: communities covered', 'communities'],
    sites: ['id', 'name', 'what of it', 'seats', 'longitude', 'latitude', 'explanation'],
  },
}

export const proposalFigures: Readonly<Record<Language, Readonly<Record<'residents' | 'households' | 'buildings' | 'land' | 'communities' | 'noData' | 'facilities' | 'admitting', string>>>> = {
  zh: { residents: '居民（{group}）', households: '户', buildings: '楼栋', land: '居住用地（平方米）', communities: '达标社区', noData: '无数据楼栋', facilities: '设施', admitting: '接纳该人群的设施' },
  en: { residents: 'residents ({group})', households: 'households', buildings: 'buildings', land: 'residential land (m²)', communities: 'communities covered', noData: 'buildings without data', facilities: 'sites', admitting: 'sites that admit the group' },
}

export const proposalWords: Readonly<Record<Language, Readonly<Record<'name' | 'standing' | 'added' | 'moved' | 'admitted' | 'closed' | 'gate' | 'passage' | 'step' | 'refuses' | 'steps' | 'noSteps' | 'method' | 'estimated', string>>>> = {
  zh: {
    name: '方案', standing: '现有', added: '新增', moved: '移动', admitted: '改变开放对象', closed: '关闭', gate: '打开的门', passage: '新开通道', step: '步骤', refuses: '现有，不接纳该人群', steps: '步骤', noSteps: '没有步骤：即现状',
    method: '居民从家门沿可步行的道路走到最近、接纳该人群且开着的设施，在限度以内的计为覆盖；现状与推演用同一份数据、同一规则各算一遍，差为两者相减。原始数据没有改动。', estimated: '居民数中估算占比',
  },
  en: {
    name: 'scenario', standing: 'stands', added: 'new', moved: 'moved', admitted: 'opened to others', closed: 'closed', gate: 'gate opened', passage: 'new way through a wall', step: 'step', refuses: 'stands, does not admit the group', steps: 'steps', noSteps: 'no steps: as it stands',
    method: 'Residents are covered whose walk from their door along streets that can be walked, to the nearest site that admits the group and is open, is within the limit; today and the scenario are counted from the same data by the same rule, and the difference is the one less the other. The data themselves are unchanged.', estimated: 'share of residents estimated',
  },
}
