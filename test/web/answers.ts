import type { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { AreaFigures, GapRow } from '../../geodata/contract/coverage.ts'
import { catalogue } from '../../seeds/catalogue.ts'

type Exchanges = typeof exchanges
type Answer<N extends keyof Exchanges> = AnswerOf<Exchanges[N]>

/** Answers of a small invented city, as the contract describes them; each builder takes what a test wants otherwise. */
export const metaAnswer = (other: Partial<Answer<'meta'>> = {}): Answer<'meta'> => ({
  name: '望澜区', demo: true, empty: false, version: '0.1.0', dataDate: '2026-10-01', catalogueVersion: '2026.1',
  versions: { geometry: 1, network: 1, residents: 1, labels: 1, places: 1, text: 1, categories: { canteen: 1 } }, tileVersion: '1-1', tileVersions: { base: '1', buildings: '1', outlines: '1', places: '1' }, box: [121, 31, 121.1, 31.1],
  counts: { areas: { district: 1, street: 2, community: 3, grid: 6 }, buildings: 2000, homes: 1300, noDataBuildings: 40, residents: 61_200, facilities: 80, units: 30, streets: 900, walkableMetres: 90_000, mainComponentShare: 0.98, notConnectedBuildings: 2 },
  estimatedShare: 0.08, attribution: '', mapApproval: '', known: null, role: 'planner', ...other,
})

/** Nobody is logged in and the demonstration is open, unless the test says otherwise. */
export const sessionAnswer = (other: Partial<Answer<'sessionRead'>> = {}): Answer<'sessionRead'> => ({ account: null, role: 'planner', demoOpen: true, idleMinutes: null, ends: null, ...other })

/** Someone with an account. */
export const loggedIn = (role: Answer<'sessionRead'>['role'], account: Partial<NonNullable<Answer<'sessionRead'>['account']>> = {}): Answer<'sessionRead'> =>
  sessionAnswer({ account: { name: 'wang', role, areas: [], mustChangePassword: false, ...account }, role, demoOpen: false, idleMinutes: 30, ends: '2026-10-01T20:00:00+08:00' })

export const jobAnswer = (id: string, other: Partial<Answer<'jobRead'>> = {}): Answer<'jobRead'> => ({
  id, kind: 'export', state: 'queued', stage: '', done: 0, total: null, title: '导出设施', owner: 'wang', created: '2026-10-01T10:00:00+08:00', started: null, ended: null, failure: null, report: null, file: null, ...other,
})

type Hit = Answer<'search'>['hits'][number]
export const hit = (kind: Hit['kind'], id: string, name: string, other: Partial<Hit> = {}): Hit => ({ kind, id, name, marks: [], sort: '社区', place: '望澜区 › 望澜街道', position: [121.05, 31.05], box: null, ...other })

export const categoriesAnswer = (facilities = 12): Answer<'categories'> => ({
  catalogueVersion: '2026.1',
  categories: [
    { code: 'canteen', name: '社区食堂', nameEn: 'Community canteen', defaultGroup: '60plus', glyph: 'canteen', colour: 0, minutes: [5, 10, 15], facilities, source: '示例目录', confirmed: false },
    { code: 'clinic', name: '卫生服务站', nameEn: 'Clinic', defaultGroup: 'all', glyph: 'clinic', colour: 1, minutes: [5, 10, 15], facilities: facilities / 2, source: '示例目录', confirmed: true },
  ],
})

export const standardsAnswer = (): Answer<'standards'> => ({
  catalogueVersion: '2026.1',
  standards: [{ code: 'canteen-5', category: 'canteen', name: '社区食堂服务半径', tierMinutes: 5, metric: 'straight', limitMetres: 300, source: 'GB 50180-2018', confirmed: false }],
  profiles: [
    { code: 'planning', name: '规划步速', nameEn: 'Planning', metresPerSecond: 1, steps: true, source: 'GB 50180-2018', confirmed: true },
    { code: 'adult', name: '成人步速', nameEn: 'Adult', metresPerSecond: 1.2, steps: true, source: '示例', confirmed: false },
    { code: 'elderly', name: '老人步速', nameEn: 'Older people', metresPerSecond: 0.8, steps: true, source: '示例', confirmed: false },
    { code: 'wheelchair', name: '轮椅', nameEn: 'Wheelchair', metresPerSecond: 0.9, steps: false, source: '示例', confirmed: false },
  ],
  choices: [{ code: 'twoNewLabel', chosen: '三新', source: '示例', confirmed: false }],
  holidays: catalogue.holidays.map(({ year, holidays, makeupDays, source, confirmed }) => ({ year, holidays: [...holidays], makeupDays: [...makeupDays], source, confirmed })),
  rules: [
    { code: 'marginalFactor', name: '差一点的上限倍数', value: 1.2, unit: '倍', source: '示例', confirmed: false },
    { code: 'kAnonymity', name: '最小显示人数', value: 10, unit: '人', source: '示例', confirmed: false },
  ],
})

const standing = { dataDate: '2026-10-01', dataVersion: '1.1.1.1', catalogueVersion: '2026.1', demo: true }
const share = (covered: number, total: number) => ({ covered, total, share: total === 0 ? null : covered / total })

export const areaFigures = (code: string, name: string, level: AreaFigures['level'], parent: string | null, covered: number, total: number): AreaFigures => ({
  code, name, level, parent, residents: { ...share(covered, total), estimatedShare: total === 0 ? null : 0.1 }, households: share(covered / 2, total / 2), buildings: share(covered / 10, total / 10),
  landSquareMetres: share(covered * 30, total * 30), communities: share(1, 2), noDataBuildings: 1, facilities: 2, admittingFacilities: 1,
})

const question = (other: Partial<Answer<'coverage'>['question']> = {}): Answer<'coverage'>['question'] => ({
  category: 'canteen', categoryName: '社区食堂', area: null, areaName: null, limitMetres: 600, limitMinutes: 10, metric: 'network', profile: 'planning', metresPerSecond: 1, group: '60plus', at: null, asOf: null, ...other,
})

export const coverageAnswer = (other: Partial<Answer<'coverage'>> = {}): Answer<'coverage'> => ({
  question: question(), rule: '沿可步行的路走不超过 600 米（10 分钟）能到一处向 60 岁以上居民开放的社区食堂，就算走得到。', hour: null, ...standing, protection: null,
  residents: { ...share(7450, 12_180), estimatedShare: 0.083 }, households: share(9000, 15_000), buildings: share(820, 1300), landSquareMetres: share(402_000, 655_000), communities: share(9, 26),
  states: [
    { state: 'covered', buildings: 820, residents: 7450 }, { state: 'marginal', buildings: 140, residents: 1340 }, { state: 'full', buildings: 0, residents: 0 },
    { state: 'uncovered', buildings: 335, residents: 3384 }, { state: 'cut', buildings: 2, residents: 6 }, { state: 'nodata', buildings: 40, residents: 0 }, { state: 'other', buildings: 700, residents: 0 },
  ],
  noDataBuildings: 40, facilities: 12, admittingFacilities: 9,
  levelsLeftOut: [],
  byArea: [
    areaFigures('310101', '望澜区', 'district', null, 7450, 12_180),
    areaFigures('310101001', '望澜街道', 'street', '310101', 4100, 5000), areaFigures('310101002', '纺织路街道', 'street', '310101', 3350, 7180),
    areaFigures('310101001001', '纺织社区', 'community', '310101001', 900, 2000), areaFigures('310101001002', '九江社区', 'community', '310101001', 3200, 3000 + 0),
    areaFigures('310101002001', '沙市社区', 'community', '310101002', 0, 0),
  ],
  ...other,
})

export const gapRow = (at: number, other: Partial<GapRow> = {}): GapRow => ({
  building: {
    id: `b-${at}`, name: `纺织新村 ${at + 1} 号楼`, position: [121.05, 31.05], index: at * 2,
    areas: { district: '310101', street: '310101001', community: '310101001001', grid: null, estate: null }, community: '纺织社区',
  },
  residents: 212 - (at % 200), counted: at % 3 !== 0, state: 'uncovered', reason: 'notAdmitted', shut: null, sentence: '最近的社区食堂只对职工开放。',
  nearest: { facility: 'f-1', name: '设计院食堂', admits: true, isOpen: null, metres: 1140, minutes: 19, missesByMetres: 540, missesByMinutes: 9 }, ...other,
})

/** Pages of a list of `total` buildings; the cursor is the number of the next row. */
export const gapsAnswer = (total: number, from = 0, limit = 100, other: Partial<Answer<'gaps'>> = {}): Answer<'gaps'> => ({
  question: question(), rule: '', hour: null, ...standing, total, totalResidents: total * 10, estimatedShare: 0.08,
  rows: Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_none, at) => gapRow(from + at)),
  next: from + limit < total ? String(from + limit) : null, ...other,
})

export const basketAnswer = (id: string, index: number): Answer<'basket'> => ({
  ...standing, rule: '', hour: null,
  building: {
    id, index, name: `楼 ${id}`, code: null, position: [121.05, 31.05], use: 'residential', storeys: 6, households: 60, residents: { all: 180, over60: 61, over80: 9, children: 20 }, basis: 'permanent', counted: true,
    source: '示意数据', date: '2026-10-01', areas: [{ code: '310101001', name: '望澜街道', level: 'street' }, { code: '310101001001', name: '纺织社区', level: 'community' }], snapMetres: 12,
  },
  services: [
    { category: 'clinic', categoryName: '卫生服务站', group: 'all', limitMetres: 600, limitMinutes: 10, state: 'covered', reason: null, shut: null, sentence: '走得到。', nearest: { facility: 'f-2', name: '望澜卫生站', admits: true, isOpen: null, position: [121.051, 31.051], metres: 320, minutes: 5.3, missesByMetres: 0, route: null } },
    { category: 'canteen', categoryName: '社区食堂', group: '60plus', limitMetres: 600, limitMinutes: 10, state: 'uncovered', reason: 'notAdmitted', shut: null, sentence: '最近的社区食堂只对职工开放。', nearest: { facility: 'f-1', name: '设计院食堂', admits: false, isOpen: null, position: [121.06, 31.05], metres: 1140, minutes: 19, missesByMetres: 540, route: [[121.05, 31.05], [121.055, 31.052], [121.06, 31.05]] } },
  ],
})

const areaRow = (code: string, name: string, level: Answer<'area'>['area']['level'], parent: string | null): Answer<'area'>['area'] => ({
  code, name, level, parent, box: [121, 31, 121.1, 31.1], label: [121.05, 31.05], squareMetres: 1_000_000, residents: 1000, households: 400, buildings: 60,
})
const tree = [
  areaRow('310101', '望澜区', 'district', null), areaRow('310101001', '望澜街道', 'street', '310101'), areaRow('310101002', '纺织路街道', 'street', '310101'), areaRow('310101001001', '纺织社区', 'community', '310101001'),
]

export const areasAnswer = (level?: string | null): Answer<'areas'> => {
  const areas = tree.filter((area) => !level || area.level === level)
  return { areas, total: areas.length, next: null }
}

/** null: there is no such area. */
export const areaAnswer = (code: string): Answer<'area'> | null => {
  const area = tree.find((one) => one.code === code)
  if (!area) return null
  return { area, ancestors: tree.filter((one) => code.startsWith(one.code) && one.code !== code), children: tree.filter((one) => one.parent === code), boundary: null, source: '示意数据', date: null }
}
