import type { SlotStanding } from '../model/register.ts'
import type { Slot } from '../model/catalogue.ts'
import type { Sentence } from './sentence.ts'

export const standingWords: Readonly<Record<SlotStanding, Sentence>> = {
  built: { zh: '已建', en: 'built' },
  shared: { zh: '共享', en: 'shared' },
  underway: { zh: '在建', en: 'under way' },
  missing: { zh: '缺', en: 'missing' },
  belowArea: { zh: '面积不足', en: 'too small' },
}

/** Of an item that nobody has entered. */
export const unenteredWord: Sentence = { zh: '未填报', en: 'not entered' }

/** What the items of a level are called together. */
export const slotLevelWords: Readonly<Record<Slot['level'], Sentence>> = {
  community: { zh: '一站一园一场七室', en: 'Sites and rooms of a community' },
  street: { zh: '一所一校四中心', en: 'Offices, school and centres of a street' },
}

export const completenessRule: Sentence = {
  zh: '配齐 = 已建或共享、且不小于目录面积的项目数 ÷ 目录的 {items} 项；面积不详的不算不足，未填报的按缺计、以斜线示意，一项都没有填报的不列。',
  en: 'Complete = items built or shared and no smaller than the catalogue asks, of its {items}; an unknown size is not too small, what nobody entered counts as missing and is hatched, areas of which nothing was entered are not listed. ',
}
/** Of communities, after the rule. */
export const householdsRule: Sentence = {
  zh: '每百户面积 = 各室面积之和（不含室外）÷ 户数 × 100，目录要求 {threshold} 平方米{confirmed}。',
  en: 'Area per hundred households = rooms, without what lies outdoors, ÷ households × 100; the catalogue asks for {threshold} m²{confirmed}.',
}
export const unconfirmedNote: Sentence = { zh: '（示例取值，待确认）', en: ' (example, to be confirmed)' }

export const completenessHeadings = {
  code: { zh: '编码', en: 'code' },
  name: { zh: '名称', en: 'name' },
  parent: { zh: '上级', en: 'part of' },
  complete: { zh: '配齐项数', en: 'items complete' },
  of: { zh: '目录项数', en: 'items of the catalogue' },
  squareMetres: { zh: '用房面积（平方米）', en: 'rooms (m²)' },
  households: { zh: '户数', en: 'households' },
  perHundredHouseholds: { zh: '每百户面积（平方米）', en: 'm² per hundred households' },
  reachesThreshold: { zh: '达到每百户要求', en: 'reaches what is asked' },
  notes: { zh: '说明', en: 'notes' },
  rule: { zh: '规则', en: 'rule' },
  day: { zh: '数据时点', en: 'as of' },
  area: { zh: '区域', en: 'area' },
  withoutData: { zh: '未填报而未列的区域', en: 'areas not listed for want of entries' },
  missing: { zh: '只列缺此项的', en: 'only those that lack' },
} as const satisfies Readonly<Record<string, Sentence>>
