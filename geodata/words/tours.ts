import type { TourGap } from '../model/tour.ts'
import type { Sentence } from './sentence.ts'

/** Why a step of a tour is passed over; {found} is what it names. */
export const tourGapWords: Readonly<Record<TourGap, Sentence>> = {
  area: { zh: '没有编码为“{found}”的区域，这一步跳过。', en: 'There is no area with code "{found}"; the step is passed over.' },
  building: { zh: '地图上的楼栋已经更新，这一步要重新选楼，先跳过。', en: 'The buildings of the map have changed; choose the building anew. The step is passed over.' },
  subject: { zh: '大屏上没有“{found}”，这一步跳过。', en: 'The wall shows no "{found}"; the step is passed over.' },
}

/** The tour a wall plays while nobody has written one. */
export const usualTourWords = {
  name: { zh: '全貌', en: 'Overview' },
  nearby: { zh: '从近处看', en: 'From nearby' },
  visit: { zh: '{area}：{question}', en: '{area}: {question}' },
} as const satisfies Readonly<Record<string, Sentence>>
