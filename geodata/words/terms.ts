import type { Role } from '../contract/exchange.ts'
import type { JobState } from '../contract/jobs.ts'
import type { AreaLevel } from '../model/area.ts'
import type { Metric, ProfileCode } from '../model/catalogue.ts'
import type { Group } from '../model/facility.ts'
import type { EditableKind } from '../model/city.ts'
import type { BuildingState } from '../model/question.ts'
import type { Language, Sentence } from './sentence.ts'

/** The words of the field for the unions of the model. */
export const groupWords: Readonly<Record<Group, Sentence>> = {
  all: { zh: '全体居民', en: 'all residents' },
  '60plus': { zh: '60 岁及以上居民', en: 'residents of 60 and over' },
  '80plus': { zh: '80 岁及以上居民', en: 'residents of 80 and over' },
  children: { zh: '14 岁及以下儿童', en: 'children up to 14' },
}

export const levelWords: Readonly<Record<AreaLevel, Sentence>> = {
  city: { zh: '市', en: 'city' },
  district: { zh: '区', en: 'district' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  estate: { zh: '小区', en: 'estate' },
  grid: { zh: '网格', en: 'grid' },
  building: { zh: '楼栋', en: 'building' },
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

/** What a record can be, or point to. */
export const kindWords: Readonly<Record<EditableKind | 'area' | 'category' | 'report', Sentence>> = {
  facility: { zh: '设施', en: 'site' },
  unit: { zh: '驻区单位', en: 'unit' },
  organisation: { zh: '两新组织', en: 'organisation' },
  gate: { zh: '门', en: 'gate' },
  building: { zh: '楼栋', en: 'building' },
  entry: { zh: '台账行', en: 'row of a register' },
  area: { zh: '区域', en: 'area' },
  category: { zh: '类别', en: 'category' },
  report: { zh: '信息纠错', en: 'report' },
}

/** Roles of accounts; in English their codes are the words. */
export const roleWords: Readonly<Record<Role, Sentence>> = {
  public: { zh: '公众', en: 'public' },
  leader: { zh: '领导', en: 'leader' },
  planner: { zh: '规划人员', en: 'planner' },
  editor: { zh: '数据员', en: 'editor' },
  administrator: { zh: '管理员', en: 'administrator' },
}

export const jobStateWords: Readonly<Record<JobState, Sentence>> = {
  queued: { zh: '还在排队', en: 'waiting' },
  running: { zh: '正在进行', en: 'running' },
  done: { zh: '已完成', en: 'done' },
  failed: { zh: '已失败', en: 'failed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
}

/** What a field can hold. */
export const typeWords: Readonly<Record<'string' | 'number' | 'boolean' | 'object' | 'array' | 'position', Sentence>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  object: { zh: '一组带名称的项目 {…}', en: 'named fields {…}' },
  array: { zh: '列表 […]', en: 'a list […]' },
  position: { zh: ' [经度, 纬度]', en: '[longitude, latitude]' },
}

/** Counts that are parts of another. */
export const partWords: Readonly<Record<'over60' | 'over80' | 'children', Sentence>> = {
  over60: { zh: '60 岁及以上', en: 'those of 60 and over' },
  over80: { zh: '80 岁及以上', en: 'those of 80 and over' },
  children: { zh: '14 岁及以下', en: 'children up to 14' },
}

/** A code in the reader's language; what is no code of these is left as it is. */
export const spoken = (words: Readonly<Record<string, Sentence>>, code: string | number | null | undefined, language: Language): string | number | null => (typeof code === 'string' ? (words[code]?.[language] ?? code) : (code ?? null))
