import type { taskOrigins } from '../model/sheets/act.ts'
import type { Sentence } from './sentence.ts'

type Origin = (typeof taskOrigins)[number]

/** Where a task comes from. */
export const originWords: Readonly<Record<Origin, Sentence>> = {
  gap: { zh: '服务空白', en: 'Service gap' },
  missingItem: { zh: '缺项', en: 'Missing item' },
  vacancy: { zh: '席位空缺', en: 'Vacant seat' },
  overdueMeeting: { zh: '会议未达次数', en: 'Meetings short' },
  uncoveredFirm: { zh: '未覆盖组织', en: 'Uncovered organisation' },
  need: { zh: '需求无人认领', en: 'Unclaimed need' },
  estate: { zh: '失管小区', en: 'Estate without management' },
  other: { zh: '其他', en: 'Other' },
}

/** What `before`, `after` and the figure of today count. */
export const measureWords = {
  buildingsLeftOut: { zh: '服务空白楼栋（栋）', en: 'buildings left out' },
  metresToNearest: { zh: '到最近可用点（米）', en: 'metres to the nearest open site' },
  itemsComplete: { zh: '已达标项目（项）', en: 'items complete' },
  vacantDays: { zh: '空缺天数（天）', en: 'days vacant' },
  meetingsHeld: { zh: '本年已开会（次）', en: 'meetings held this year' },
  covered: { zh: '已覆盖（1 是 0 否）', en: 'covered (1 yes, 0 no)' },
  claims: { zh: '已认领（次）', en: 'claims' },
  managedParts: { zh: '物业与业委会（0 至 2）', en: 'management and owners\' committee (0 to 2)' },
  none: { zh: '不计数', en: 'nothing counted' },
} as const satisfies Readonly<Record<string, Sentence>>
export type Measure = keyof typeof measureWords

/** How the subject of each origin is written. */
export const subjectForms: Readonly<Record<Origin, Sentence>> = {
  gap: { zh: '“类别:区域编码”或“类别:楼栋编号”', en: '"category:area" or "category:building"' },
  missingItem: { zh: '“项目:区域编码”', en: '"item:area"' },
  vacancy: { zh: '席位编号', en: 'the id of a seat' },
  overdueMeeting: { zh: '“会议类型:社区编码”', en: '"kind:community"' },
  uncoveredFirm: { zh: '两新组织编号', en: 'the id of an organisation' },
  need: { zh: '需求或项目的编号', en: 'the id of a need or project' },
  estate: { zh: '小区编码', en: 'the code of an estate' },
  other: { zh: '区域编码', en: 'the code of an area' },
}

export const taskSentences = {
  gapOf: { zh: '{area}：{category}', en: '{area}: {category}' },
  seatOf: { zh: '{area}第 {number} 席', en: '{area}, seat {number}' },
  itemOf: { zh: '{area}：{item}', en: '{area}: {item}' },
  matchingRule: { zh: '同一类别、步行 {minutes} 分钟（{metres} 米，规划步速）以内的需求与资源两两推荐；按步行米数由近到远，同距离容量大的在前；已认领的不再推荐给别人。', en: 'Needs and resources of one category within {minutes} minutes on foot ({metres} m at the planning pace); the nearest first, of equal ones the larger; what is claimed is not offered to others.' },
  pairReason: { zh: '同为“{category}”，步行 {metres} 米约 {minutes} 分钟{capacity}', en: 'both "{category}", {metres} m or about {minutes} minutes on foot{capacity}' },
  pairCapacity: { zh: '，可容 {capacity} 人', en: ', room for {capacity}' },
} as const satisfies Readonly<Record<string, Sentence>>
