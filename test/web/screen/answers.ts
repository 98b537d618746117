import type { WallNumber } from '../../../geodata/contract/wall.ts'
import { wallBoardCodes, wallNumberCodes, type WallNumberCode } from '../../../geodata/model/wall.ts'
import type { WallAnswer } from '../../../web/stores/wall.ts'

/** The wall of a small invented street, as the contract describes it; each builder takes what a test wants otherwise. */
const fresh: WallNumber['fresh'] = { source: 'sites', date: '2026-09-30', state: 'fresh', ageDays: 54, ageingAfter: 180, oldAfter: 365 }

export const wallNumber = (code: WallNumberCode, other: Partial<WallNumber> = {}): WallNumber => ({
  code, question: `${code}是多少`, value: 60, of: 100, untold: 0, why: null, shown: 'share', unit: '人', facts: [], better: 'high', target: { value: 0.8, reached: false, confirmed: true, source: '示例' },
  months: [{ month: '2026-07', value: 50, of: 100 }, { month: '2026-08', value: 55, of: 100 }, { month: '2026-09', value: 57, of: 100 }, { month: '2026-10', value: 60, of: 100 }],
  fresh, rule: '规则。', formula: '甲 ÷ 乙', denominator: '居民', map: 'states', page: '/plan', ...other,
})

type Child = WallAnswer['children'][number]
export const wallChild = (code: string, name: string, level: Child['level'] = 'community', value = 30): Child => ({ code, name, level, box: null, label: null, residents: 4000, numbers: { meals: { value, of: 50 } } })

export const wallAnswer = (other: Partial<WallAnswer> = {}): WallAnswer => ({
  area: { code: '310101001', name: '望澜街道', level: 'street', chain: [{ code: '310101', name: '望澜区', level: 'district' }] }, only: [], month: null, day: '2026-10-01', months: { from: '2024-10', to: '2026-10' }, edition: null,
  strip: { communities: 2, grids: 6, buildings: 2000, residents: 61_200, units: 49, sites: 80 },
  numbers: wallNumberCodes.map((code) => wallNumber(code)),
  boards: wallBoardCodes.map((code) => ({
    code, question: `${code}在哪`, answer: '就在这里。', fresh, rule: '规则。', formula: '甲', denominator: '乙', page: '/plan', untold: 0, why: null, kind: 'bars', measures: ['栋'], unit: '栋', total: 1,
    rows: [{ id: `${code}-1`, name: '纺织社区', value: 3, of: null, second: null, state: null, note: '', areas: ['310101001001'], position: null }],
  })),
  children: [wallChild('310101001001', '纺织社区'), wallChild('310101001002', '九江社区', 'community', 20)],
  dataDate: '2026-10-01', dataVersion: '1', catalogueVersion: '2026.1', demo: true, protection: null, ...other,
})
