import type { exchanges } from '../../../geodata/contract/all.ts'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'

type Answer<N extends keyof typeof exchanges> = AnswerOf<(typeof exchanges)[N]>
const standing = { dataDate: '2026-06-30', dataVersion: '1', catalogueVersion: '2026.1', demo: true }

type Listed = Answer<'registers'>['registers'][number]
export const listed = (number: number, code: string, other: Partial<Listed> = {}): Listed => ({
  number, code, name: `台账${number}`, group: 'govern', view: 'indicator', question: `第${number}个问题？`, sources: ['000'], formula: '甲 ÷ 乙', page: null, rows: 10, late: 0, answer: `答案是 ${number} 个`, ...other,
})
export const registersAnswer = (registers: Listed[] = [
  listed(3, 'vacancies', { name: '席位空缺', question: '哪些席位空缺？', answer: '40 个席位空缺 4 个', late: 4 }),
  listed(21, 'doubleCheckin', { group: 'train', name: '双报到' }), listed(27, 'sevenLeads', { group: 'train', view: 'narrative', rows: 0, late: null, answer: '' }),
]): Answer<'registers'> => ({ registers, ...standing })

type Register = Answer<'register'>
export const seatRow = (at: number, days: number): Register['rows'][number] => ({
  id: `seat-${at}`, opens: 'area', area: `31010100${at}`, areaName: `社区${at}`, position: null, cells: [`31010100${at}`, days, at === 2 ? null : at, days > 90 ? 'late' : 'due'],
})
export const registerAnswer = (other: Partial<Register> = {}): Register => ({
  register: { number: 3, code: 'vacancies', name: '席位空缺', group: 'govern', view: 'indicator', question: '哪些社区的席位空缺超过 90 天？', sources: ['000'], formula: '空缺 = 席位 − 在任', page: null },
  answer: '40 个席位空缺 3 个', area: null, day: '2026-06-30', months: { from: '2026-01', to: '2026-06' },
  headlines: [{ code: 'vacant', name: '空缺席位', value: 3, of: 40, ofName: '全部席位', kind: 'count', median: 1 }],
  columns: [{ code: 'community', name: '社区', kind: 'area', persons: false }, { code: 'days', name: '天数', kind: 'days', persons: false }, { code: 'members', name: '党员', kind: 'count', persons: true }, { code: 'state', name: '状态', kind: 'state', persons: false }],
  rows: [seatRow(1, 120), seatRow(2, 300), seatRow(3, 20)], total: 3, next: null,
  map: { kind: 'areas', level: 'community', column: 'days', worse: 'high', areas: [{ code: '310101001', name: '社区1', value: 120 }, { code: '310101002', name: '社区2', value: null }, { code: '310101003', name: '社区3', value: 20 }], classes: [50, 200], lines: [] },
  protection: { k: 10, finest: 'grid', sentence: '人数不足 10 的不显示。' }, ...standing, text: [], ...other,
})

export const narrativesAnswer = (): Answer<'narratives'> => ({ narratives: [{ number: 27, code: 'sevenLeads', name: '七带头', group: 'train', view: 'narrative', question: '报到党员承诺了什么？', sources: ['001'], formula: '', page: null, text: ['第一段。', '第二段。'] }] })

type Matrix = Answer<'completeness'>
const counts = { built: 1, shared: 0, underway: 0, missing: 1, belowArea: 0 }
const cell = (standing: Matrix['rows'][number]['cells'][number]['standing'], known = true) => ({ standing, known, squareMetres: standing === 'built' ? 80 : null, facility: null, entry: null })
export const matrixAnswer = (other: Partial<Matrix> = {}): Matrix => ({
  level: 'community', day: '2026-06-30', ...standing, rule: '配齐 = 已建或共享',
  items: [{ code: 'station', name: '社区服务站', minSquareMetres: 300, category: 'canteen', source: '示例目录，待确认', confirmed: false, counts }, { code: 'garden', name: '游园', minSquareMetres: null, category: null, source: '示例目录，待确认', confirmed: false, counts }],
  rows: [
    { code: 'c1', name: '东榆社区', parent: 's1', cells: [cell('missing'), cell('missing', false)], complete: 0, of: 2, squareMetres: 100, households: 1000, perHundredHouseholds: 10, reachesThreshold: false },
    { code: 'c2', name: '纺织社区', parent: 's1', cells: [cell('built'), cell('shared')], complete: 2, of: 2, squareMetres: 500, households: 1000, perHundredHouseholds: 50, reachesThreshold: true },
  ],
  threshold: 30, thresholdConfirmed: false, summary: { areas: 2, complete: 1, meanItems: 1 }, withoutData: 1, ...other,
})

type TwoNew = Answer<'organisationCoverage'>
type Figures = TwoNew['kinds'][number]['all']
const rate = (covered: number, total: number) => ({ covered, total, share: total === 0 ? null : covered / total })
export const figuresOf = (operating: number, organised: number, work: number): Figures => ({
  registered: operating + 3, excluded: { shell: 2, closed: 1, duplicate: 0 }, operating, unchecked: 1, unsaid: 0, overRegistered: rate(organised, operating + 3), organised: rate(organised, operating), single: rate(1, operating), joint: rate(organised - 1, operating), attached: rate(0, operating),
  work: rate(work, operating), workOnly: work - organised, uncovered: operating - work, due: rate(1, 2), members: 30, employees: null, jointBranches: 1,
})
export const twoNewAnswer = (other: Partial<TwoNew> = {}): TwoNew => ({
  label: '三新', day: '2026-06-30', ...standing,
  formulas: Object.fromEntries(['registered', 'operating', 'overRegistered', 'organised', 'single', 'joint', 'jointBranches', 'attached', 'work', 'workOnly', 'uncovered', 'due', 'newEmployment'].map((name) => [name, `${name} ÷ 实体运营数`])) as TwoNew['formulas'],
  kinds: (['enterprise', 'socialOrganisation'] as const).map((kind, at) => ({
    kind, name: ['新经济组织', '新社会组织'][at], all: figuresOf(at === 0 ? 20 : 5, at === 0 ? 10 : 4, at === 0 ? 15 : 5), outside: figuresOf(1, 1, 1),
    byArea: [], byScene: [{ scene: 'tower', name: '商务楼宇', figures: figuresOf(8, 4, 6) }], bySize: [],
  })),
  carriers: [{ id: 'k1', name: '云栈大厦', kind: 'tower', position: [121, 31], communities: [{ code: 'c1', name: '东榆社区' }, { code: 'c2', name: '纺织社区' }], enterprises: figuresOf(8, 4, 6), socialOrganisations: figuresOf(0, 0, 0) }],
  newEmployment: [{ platform: 'food', name: '外卖配送', month: '2026-06', workers: 100, organised: 41, share: 0.41 }], protection: null,
  checks: [{ code: 'unchecked', sentence: '1 家未核实是否实际经营', count: 1, organisations: ['firm-1'] }], ...other,
})
