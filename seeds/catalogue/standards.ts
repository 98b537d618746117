import type { Metric, Standard } from '../../geodata/model/catalogue.ts'

const gb50180 = 'GB 50180-2018 附录 C，服务半径，待确认'
const tdt1062 = 'TD/T 1062-2021，待确认'
const greenland = 'GB/T 51346-2019，公园绿地服务半径，待确认'

/**
 * Service standards by tier. Radii are straight-line, living circles are walked; tiers do not replace one another.
 * The official tables could not be read, so no row is confirmed; the 300 and 500 metres of the 5 and 10 minute circles are.
 */
export const standards: readonly Standard[] = [
  standard('canteen', '社区食堂', 5, 'straight', 300, gb50180),
  standard('canteen', '社区食堂（5 至 10 分钟层级）', 10, 'straight', 500, tdt1062),
  standard('canteen', '社区食堂（一刻钟养老服务圈）', 15, 'network', 900, '积极发展老年助餐服务行动方案：一刻钟，按规划步速折算；无全国统一半径'),
  standard('station', '社区服务站', 5, 'straight', 300, gb50180),
  standard('activityRoom', '文化活动站', 5, 'straight', 500, gb50180),
  standard('readingRoom', '文化活动站（阅览）', 5, 'straight', 500, gb50180),
  standard('library', '文化活动中心', 15, 'straight', 1000, gb50180),
  standard('square', '室外综合健身场地', 5, 'straight', 300, gb50180),
  standard('sports', '小型多功能运动场地', 5, 'straight', 300, gb50180),
  standard('sports', '中型多功能运动场地', 10, 'straight', 500, gb50180),
  standard('sports', '大型多功能运动场地', 15, 'straight', 1000, gb50180),
  standard('garden', '公园绿地（5000 平方米以上）', 10, 'straight', 500, greenland),
  standard('garden', '公园绿地（2000 至 5000 平方米）', 5, 'straight', 300, greenland),
  standard('clinic', '社区卫生服务站', 5, 'straight', 300, gb50180),
  standard('clinic', '社区卫生服务站（5 至 10 分钟层级）', 10, 'straight', 500, tdt1062),
  standard('hospital', '卫生服务中心', 15, 'straight', 1000, gb50180),
  standard('daycare', '老年人日间照料中心', 5, 'straight', 300, gb50180),
  standard('daycare', '日间照料（5 至 10 分钟层级）', 10, 'straight', 500, tdt1062),
  standard('childcare', '托儿所', 5, 'straight', 300, gb50180),
  standard('kindergarten', '幼儿园', 5, 'straight', 300, gb50180),
  standard('school', '小学', 10, 'straight', 500, gb50180),
  standard('school', '中学', 15, 'straight', 1000, gb50180),
  standard('market', '菜市场', 10, 'straight', 500, gb50180),
  standard('station', '十分钟生活圈步行可达', 10, 'network', 600, '按规划步速 1.0 米/秒折算，待确认'),
]

function standard(category: string, name: string, tierMinutes: 5 | 10 | 15, metric: Metric, limitMetres: number, source: string): Standard {
  return { code: `${category}-${metric}-${tierMinutes}`, category, name, tierMinutes, metric, limitMetres, source, confirmed: false }
}
