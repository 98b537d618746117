import type { WallSubject } from '../model/wall.ts'
import type { Sentence } from './sentence.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

const reached = [say('够得着的人', 'persons in reach'), say('居民', 'residents')]
const left = [say('状态', 'state'), say('原因', 'reason')]
const settled = [say('已解决', 'settled'), say('有结果的诉求', 'with an outcome'), say('全部诉求', 'requests'), say('已响应', 'answered'), say('满意', 'satisfied')]

/** Columns of the records behind a number or a board, in the order of their cells. */
export const wallRecordColumns: Readonly<Record<WallSubject, readonly Sentence[]>> = {
  meals: reached, evening: reached, leftOut: left, noMeals: left,
  rooms: [say('已达标项目', 'items complete'), say('全部项目', 'items')],
  opened: [say('性质', 'nature'), say('已开放场所', 'sites opened'), say('名下场所', 'sites owned')],
  twoNew: [say('有党组织的企业', 'organised'), say('实际经营企业', 'operating'), say('有工作覆盖的企业', 'work coverage')],
  vacant: [say('席位类别', 'category'), say('空缺天数', 'days vacant'), say('空缺起', 'vacant since')],
  requests: settled,
  hours: [say('开放时间', 'hours'), say('当天开放（小时）', 'hours open that day')],
  bestOpening: [say('新增覆盖居民', 'residents gained'), say('其中 60 岁及以上', 'of 60 and over'), say('单位与现状', 'unit, and whom it admits')],
  missingRoom: [say('缺项', 'missing item')],
  shutRooms: [say('项目', 'item'), say('开放时间', 'hours')],
  emptyCarriers: [say('有党组织的企业', 'organised'), say('实际经营企业', 'operating'), say('有工作覆盖的企业', 'work coverage')],
  fillSeats: [say('席位类别', 'category'), say('空缺天数', 'days vacant'), say('空缺起', 'vacant since')],
  fewReported: [say('报到在职党员', 'members reported'), say('已报到单位', 'units reported'), say('应报到单位', 'units due')],
  unmanaged: [say('物业与业委会', 'management and owners\' committee')],
  requestPlaces: settled,
  unclaimed: [say('类别', 'category'), say('已等天数', 'days waiting')],
  closedTasks: [say('来由', 'origin'), say('牵头', 'owner'), say('销号日期', 'done on'), say('销号前', 'before'), say('销号后', 'after')],
}

export const wallRecordWords = {
  rest: say('其余（不单独显示的区域）', 'the rest (areas not told apart)'),
  roomOf: say('{area}：{item}', '{area}: {item}'),
  frozenBuilding: say('定版“{edition}”里是：{state}。定版只存每栋楼的状态，没有存原因和最近的地点；楼名和位置按现在的地图。', 'In the edition "{edition}": {state}. An edition keeps the state of a building, neither why nor the nearest place; its name and place are those of the map now.'),
  unknownHours: say('时间不详', 'hours unknown'),
} as const satisfies Readonly<Record<string, Sentence>>
