import type { Sentence } from './sentence.ts'

/** What the page of an area says in its own words. */
export const areaPageWords = {
  coverage: { zh: '{category}覆盖率', en: 'Residents with {category} in reach' },
  complete: { zh: '配置达标项目', en: 'Items complete' },
  completeRule: { zh: '已建或共享且面积达标的项目 ÷ 目录项目；目录为示例，待确认', en: 'items built or shared and large enough ÷ items of the catalogue; the catalogue is an example, to be confirmed' },
  meeting: { zh: '{day} {kind}', en: '{kind} on {day}' },
  service: { zh: '{month} {category} {times} 次', en: '{category}, {times} times in {month}' },
  lateMeeting: { zh: '{kind}本年应开 {due} 次，已开 {held} 次', en: '{kind}: {held} of {due} held this year' },
  lateSeat: { zh: '第 {number} 席空缺 {days} 天', en: 'seat {number} vacant for {days} days' },
  lateTask: { zh: '清单“{name}”超期 {days} 天', en: 'task "{name}" overdue by {days} days' },
  task: { zh: '{name}，责任单位 {owner}，{due} 前', en: '{name}, {owner}, until {due}' },
} as const satisfies Readonly<Record<string, Sentence>>
