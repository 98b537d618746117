import type { Metric, ProfileCode } from '../model/catalogue.ts'
import type { Group } from '../model/facility.ts'
import type { BuildingState } from '../model/question.ts'
import type { Sentence } from './sentence.ts'

/** The words of the field for the unions of the model. */
export const groupWords: Readonly<Record<Group, Sentence>> = {
  all: { zh: '全体居民', en: 'all residents' },
  '60plus': { zh: '60 岁及以上居民', en: 'residents of 60 and over' },
  '80plus': { zh: '80 岁及以上居民', en: 'residents of 80 and over' },
  children: { zh: '14 岁及以下儿童', en: 'children up to 14' },
}

export const metricWords: Readonly<Record<Metric, Sentence>> = {
  network: { zh: '步行路网', en: 'on foot along streets' },
  straight: { zh: '直线', en: 'in a straight line' },
}

export const profileWords: Readonly<Record<ProfileCode, Sentence>> = {
  planning: { zh: '规划步速', en: 'planning pace' },
  adult: { zh: '成人步速', en: 'adult pace' },
  elderly: { zh: '老年人步速', en: 'pace of older people' },
  wheelchair: { zh: '轮椅，不走台阶', en: 'wheelchair, no steps' },
}

export const stateWords: Readonly<Record<BuildingState, Sentence>> = {
  covered: { zh: '已覆盖', en: 'covered' },
  marginal: { zh: '略超出', en: 'just beyond' },
  full: { zh: '可达但已满', en: 'in reach but full' },
  uncovered: { zh: '未覆盖', en: 'not covered' },
  cut: { zh: '走不到', en: 'not connected' },
  nodata: { zh: '无数据', en: 'no data' },
  other: { zh: '非住宅', en: 'not a home' },
}
