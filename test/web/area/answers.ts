import type { AreaFigure, AreaPage } from '../../../web/area/figures.ts'

export const areaFigure = (code: string, other: Partial<AreaFigure> = {}): AreaFigure => ({ code, name: `指标 ${code}`, value: 0.5, of: null, kind: 'share', median: 0.6, better: 'high', rule: '规则', page: '/plan', ...other })

/** One community of a small city with something of everything. */
export const areaAnswerOf = (code = '310101001001', name = '纺织社区', other: Partial<AreaPage> = {}): AreaPage => ({
  area: { code, name, level: 'community', chain: [{ code: '310101', name: '望澜区', level: 'district' }], box: [121, 31, 121.01, 31.01], children: [{ code: `${code}001`, name: '第一网格' }], neighbours: [{ code: '310101001002', name: '九江社区' }, { code: '310101001003', name: '沙市社区' }].filter((one) => one.code !== code) },
  day: '2026-06-30', dataDate: '2026-06-30', dataVersion: '1', catalogueVersion: '2026.1', demo: true, protection: null,
  people: { all: 4000, over60: 900, over80: 120, children: 400, households: 1750, buildings: 40, squareKilometres: 0.52 },
  figures: [areaFigure('coverage.canteen', { name: '社区食堂覆盖率', value: 0.217, median: 0.831 }), areaFigure('vacancies', { name: '空缺席位', value: 2, of: 5, kind: 'count', median: 0.1, better: 'low' })],
  completeness: { complete: 4, of: 10, missing: [{ code: 'clinic', name: '卫生室' }] },
  gaps: [{ category: 'library', name: '图书馆', residents: 4000, buildings: 40, share: 1 }, { category: 'canteen', name: '社区食堂', residents: 1292, buildings: 34, share: 0.78 }],
  seats: [{ id: 's1', number: 1, category: '机关企事业', role: '委员', unit: '供电所', vacantDays: null }, { id: 's2', number: 2, category: '民警', role: '委员', unit: null, vacantDays: 120 }],
  pairings: [{ id: 'p1', unit: '设计院', since: '2025-03-01', from: [121.02, 31.02] }],
  on: [], overdue: [{ id: 't1', text: '清单“食堂”超期 7 天', state: 'late', page: '/tasks' }], tasks: [{ id: 't1', text: '食堂，责任单位 街道办事处', state: 'late', page: '/tasks' }], ...other,
})
