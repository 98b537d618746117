import type { Profile } from '../../geodata/model/catalogue.ts'

/** Walking profiles. The planning speed follows from the standard's own pairs of minutes and metres (300 m in 5 minutes). */
export const profiles: readonly Profile[] = [
  { code: 'planning', name: '规划标准', nameEn: 'Planning pace', metresPerSecond: 1, steps: true, source: 'GB 50180-2018 生活圈分级：5 分钟 300 米，折合 1.0 米/秒', confirmed: true },
  { code: 'adult', name: '健康成人', nameEn: 'Adult', metresPerSecond: 1.2, steps: true, source: '常用值，待确认', confirmed: false },
  { code: 'elderly', name: '老年人', nameEn: 'Older person', metresPerSecond: 0.8, steps: true, source: '常用值（60 至 74 岁 0.8 至 1.0 米/秒），待确认', confirmed: false },
  { code: 'wheelchair', name: '轮椅（不走台阶）', nameEn: 'Wheelchair, no steps', metresPerSecond: 0.8, steps: false, source: '常用值，待确认', confirmed: false },
]
