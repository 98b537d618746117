import type { HeatAnswer, HeatCell } from '../../../web/heat/cells.ts'

export const heatCell = (id: string, value: number | null, other: Partial<HeatCell> = {}): HeatCell => ({ id, name: null, value, events: value, of: null, ring: [[121, 31], [121.01, 31], [121.005, 31.01]], ...other })

/** Requests of a small city in the newest of three months. */
export const heatAnswer = (other: Partial<HeatAnswer> = {}): HeatAnswer => ({
  layer: 'requests', measure: 'times', shape: 'hexagons', resolution: 9, rule: '群众诉求的次数。', unit: '件', dataDate: '2026-06-30', dataVersion: '1', catalogueVersion: '2026.1', demo: true, protection: null,
  months: ['2026-04', '2026-05', '2026-06'], from: '2026-06', to: '2026-06', categories: [{ code: 'noise', name: '噪声扰民' }], classes: [2, 5, 9],
  cells: [heatCell('8940a1', 7), heatCell('8940a2', 3), heatCell('8940a3', null, { events: 4 })], elsewhere: 2, total: 12,
  series: [{ month: '2026-04', value: 9 }, { month: '2026-05', value: 4 }, { month: '2026-06', value: 12 }], ...other,
})
