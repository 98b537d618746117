import type { AnswerOf } from '../../../../geodata/contract/exchange.ts'
import type { WallBoard, wallRecords, WallRow } from '../../../../geodata/contract/wall.ts'
import type { HalfHourBoard, MatrixBoard, RowBoard } from '../../../../web/screen/boards/board.ts'

export const fresh = (over: Partial<WallBoard['fresh']> = {}): WallBoard['fresh'] => ({ source: 'sites', date: '2026-11-20', state: 'fresh', ageDays: 1, ageingAfter: 30, oldAfter: 90, ...over })

export const row = (id: string, over: Partial<WallRow> = {}): WallRow => ({ id, name: id, value: 1, of: null, second: null, state: null, note: '', areas: [id], position: null, ...over })

const head = { answer: '', rule: '按步行 10 分钟计算。', formula: '够不着的楼 ÷ 全部住宅楼', denominator: '全部住宅楼', page: '/plan', untold: 0, why: null, fresh: fresh() } as const

export const bars = (over: Partial<RowBoard> = {}): RowBoard => ({
  ...head, code: 'noMeals', kind: 'bars', question: '哪些楼没饭吃，为何？', answer: '23 栋、1120 人，隔河的最多。', measures: ['楼栋'], unit: '栋', total: 3,
  rows: [row('c1', { name: '北岸社区', value: 12, note: '隔河，绕桥 1450 米' }), row('c2', { name: '九江里社区', value: 9, note: '只有职工食堂' }), row('c3', { name: '金陵社区', value: null, note: '' })], ...over,
})
export const manyBars = (count: number, total = count): RowBoard => bars({ rows: Array.from({ length: count }, (_none, at) => row(`c${at}`, { name: `社区${at}`, value: count - at })), total })
export const pairs = (over: Partial<RowBoard> = {}): RowBoard => ({
  ...head, code: 'emptyCarriers', kind: 'pairs', question: '哪类载体空白？', answer: '商圈市场最低。', formula: '组织覆盖 / 工作覆盖，%，以实体运营企业计', measures: ['组织覆盖', '实体运营企业', '工作覆盖'], unit: '', total: 2,
  rows: [row('tower', { name: '楼宇', value: 71, of: 100, second: { value: 92, of: 100 }, areas: [] }), row('mall', { name: '商圈市场', value: 48, of: 100, second: { value: null, of: null }, areas: [] })], ...over,
})
export const list = (over: Partial<RowBoard> = {}): RowBoard => ({
  ...head, code: 'unclaimed', kind: 'list', question: '哪些需求没人认领？', answer: '两条，最久的等了 41 天。', measures: ['等了'], unit: '天', total: 2,
  rows: [row('n1', { name: '修轮椅坡道', value: 41, state: 'late', note: '东榆社区', areas: ['c1'], position: [121.4, 31.2] }), row('n2', { name: '暑期看护', value: 8, state: 'due', areas: ['c2'] })], ...over,
})
const middaysOnly = Array.from({ length: 48 }, (_none, half) => (half >= 22 && half < 27 ? 72 : half >= 14 && half < 40 ? 31 : 0))
export const halfHourBoard = (over: Partial<HalfHourBoard> = {}): HalfHourBoard => ({
  ...head, code: 'hours', kind: 'halfHours', question: '哪个时段断档？', answer: '中午 72%，18:30 只有 31%。', day: '2026-11-20', dayName: '星期五', covered: middaysOnly, open: middaysOnly.map((covered) => Math.round(covered / 10)), total: 100, ...over,
})
export const matrixBoard = (over: Partial<MatrixBoard> = {}): MatrixBoard => ({
  ...head, code: 'missingRoom', kind: 'matrix', question: '缺哪一室？', answer: '安置社区缺两项。', columns: [{ code: 'station', name: '社区服务站', short: '站' }, { code: 'garden', name: '游园', short: '园' }, { code: 'book', name: '图书室', short: '书' }],
  rows: [{ code: 'c1', name: '安置社区', cells: ['missing', 'missing', 'belowArea'] }, { code: 'c2', name: '纺织社区', cells: ['built', 'shared', 'underway'] }], ...over,
})

export type Records = AnswerOf<typeof wallRecords>
export const records = (over: Partial<Records> = {}): Records => ({
  subject: 'noMeals', question: '哪些楼没饭吃，为何？', rule: '按步行 10 分钟计算。', formula: '够不着的楼 ÷ 全部住宅楼', denominator: '全部住宅楼', figure: { value: 23, of: 512, untold: 0, why: null }, fresh: fresh({ state: 'ageing', ageDays: 45 }),
  columns: ['楼栋', '最近', '日期'], rows: [{ id: 'b1', name: '甲5号楼', area: 'c1', areaName: '北岸社区', position: [121.4, 31.2], cells: ['甲5', 1450, '2026-11-01'], state: 'missing' }, { id: 'b2', name: '无名', area: null, areaName: null, position: null, cells: [null, 12.345, ''], state: null }],
  total: 2, next: null, lights: { states: ['uncovered'], areas: ['c1'], places: [] }, dataDate: '2026-11-20', dataVersion: '7', catalogueVersion: '2026.1', demo: true, protection: null, ...over,
})
