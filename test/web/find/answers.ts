import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { homes, venue, venues, VenueRow } from '../../../geodata/contract/venues.ts'
import type { Rule } from '../../../geodata/hours/rule.ts'
import { everyDay } from '../../../geodata/hours/rule.ts'
import { effectScope } from 'vue'
import { createClient } from '../../../web/api/client.ts'
import type { Drawer } from '../../../web/find/kept.ts'
import { createFind } from '../../../web/find/state.ts'
import { refusal, type Ask, type Otherwise, type Reply } from '../server.ts'

export type VenuesAnswer = AnswerOf<typeof venues>
export type VenueAnswer = AnswerOf<typeof venue>

/** 2026-02-14 is a make-up Saturday; 11:00 in Shanghai. */
export const eleven = Date.parse('2026-02-14T11:00:00+08:00')
export const minuteMs = 60_000

/** Every day from one hour to another. */
export const daily = (from: number, to: number): Rule => ({ clauses: [{ days: everyDay, sessions: [{ from, to, lastEntry: null, byAppointment: false, name: '' }], adds: false }], calendarMode: 'workdays' })

/** A canteen 9 minutes away that serves until 11:40. */
export const row = (id: string, other: Partial<VenueRow> = {}): VenueRow => ({
  id, name: `食堂${id}`, category: 'canteen', categoryName: '社区食堂', wishes: ['eat'], position: [112.59, 30.4], unitName: null, communityName: '银杏社区', walkMetres: 640, walkMinutes: 9, adultMinutes: 6,
  state: 'open', stateText: '正在开放', nextChange: null, rule: daily(630, 700) as VenueRow['rule'], suspensions: [], calendarMissing: false, admits: 'yes', admitsText: '60 岁以上居民', access: { stepFree: true, toilet: null },
  yuan: 12, priceText: '午餐 12 元', payments: ['cash'], bring: '老年卡或身份证', booking: 'none', delivers: null, halal: null, phone: '0600-5600001', checked: null, report: null, ...other,
})

/** Three canteens: open now, open a little farther off but for others, and shut until 17:00. */
export const threeRows = (): VenueRow[] => [
  row('1'), row('2', { walkMinutes: 12, admits: 'no', admitsText: '只限本单位职工' }), row('3', { walkMinutes: 16, rule: daily(1020, 1140) as VenueRow['rule'] }),
]

const holidays = [{ year: 2026, holidays: [{ code: 'springFestival' as const, from: '2026-02-15', to: '2026-02-23' }], makeupDays: ['2026-02-14'] }]
const origin: NonNullable<VenuesAnswer['origin']> = { kind: 'building', id: 'b-3', label: '纺织新村 3号楼', position: [112.59, 30.4], community: '990101001', communityName: '银杏社区', connected: true }
const head = { at: '2026-02-14T11:00:00+08:00', day: { day: '2026-02-14', type: 'makeup' as const, name: '', calendarMissing: false }, origin, dataDate: '2026-06-30', dataVersion: '1', demo: true, holidays }

export const venuesAnswer = (rows: VenueRow[] = threeRows(), other: Partial<VenuesAnswer> = {}): VenuesAnswer => ({
  ...head,
  facets: {
    wishes: [['eat', '吃饭', 3], ['play', '打牌跳舞', 4], ['mend', '理发修补', 0]].map(([code, name, count]) => ({
      code: String(code), name: String(name), glyph: 'utensils', count: Number(count), open: Number(count),
      instead: count === 0 ? { reason: '附近没有开着的理发修补。', venue: { id: '9', name: '便民理发', walkMinutes: 25, stateText: '明天 9:00 开' }, without: ['open'] } : null,
    })),
    categories: [],
    filters: (['open', 'admits', 'stepFree', 'delivers', 'cash', 'noBooking', 'halal', 'toilet', 'free'] as const).map((code) => ({
      code, name: code, count: code === 'halal' ? 0 : 2, open: 1, instead: code === 'halal' ? { reason: '这些地方都没有清真餐。', venue: null, without: [] } : null,
    })),
  },
  venues: rows, total: rows.length, next: null, first: rows[0] ? { wish: null, venue: rows[0] } : null, instead: null, ...other,
})

export const venueAnswer = (venueRow: VenueRow = row('1'), other: Partial<VenueAnswer> = {}): VenueAnswer => ({
  ...head, venue: venueRow, address: '纺织大道 68 号', hours: '每天 10:30-11:40', hoursText: '每天 10:30–11:40', caveats: [],
  week: [0, 1, 2, 3, 4, 5, 6].map((at) => ({
    day: `2026-02-${14 + at}`, type: at === 0 ? 'makeup' as const : 'holiday' as const, name: at === 0 ? '' : '春节', closed: at === 3 ? '春节假期不开放' : '', unknown: false,
    sessions: at === 3 ? [] : [{ from: '10:30', to: '11:40', nextDay: false, lastEntry: at === 0 ? '11:30' : null, byAppointment: false, name: '午餐' }],
  })),
  prices: [{ what: '午餐', minAge: 70, maxAge: null, yuan: 8, mine: true }, { what: '午餐', minAge: 60, maxAge: 69, yuan: 12, mine: false }], menu: '红烧豆腐\n番茄鸡蛋', programmes: [{ name: '量血压', room: '一楼', hours: '', sessions: [{ from: '10:00', to: '11:00', nextDay: false, lastEntry: null, byAppointment: false, name: '' }] }],
  navigation: { amap: 'https://uri.amap.com/marker?position=1,2', baidu: 'https://api.map.baidu.com/marker?location=2,1', tencent: 'https://apis.map.qq.com/uri/v1/marker' },
  route: { line: [[112.59, 30.4], [112.6, 30.4]], metres: 640, adultMinutes: 6, elderlyMinutes: 9, steps: false }, source: '示意数据', date: '2026-06-30', ...other,
})

const someHomes: AnswerOf<typeof homes>['homes'] = [
  { kind: 'estate', id: 'e-1', name: '纺织新村', communityName: '银杏社区', position: [112.59, 30.4], buildings: 2 },
  { kind: 'building', id: 'b-9', name: '甲9号楼', communityName: '纺织社区', position: [112.59, 30.4], buildings: null },
]
const doors: AnswerOf<typeof homes>['homes'] = ['1', '3'].map((number) => ({ kind: 'building', id: `b-${number}`, name: `${number}号楼`, communityName: '银杏社区', position: [112.59, 30.4], buildings: null }))

/** The server of a small neighbourhood. */
export const neighbourhood = (otherwise: Otherwise = () => undefined) => (ask: Ask): Reply | Promise<Reply> => {
  const other = otherwise(ask)
  if (other) return other
  if (ask.path === '/api/v1/venues') return { body: venuesAnswer() }
  if (ask.path === '/api/v1/homes') return { body: { homes: ask.query.get('estate') === 'e-1' ? doors : ask.query.get('q') === 'xyz' ? [] : someHomes } }
  if (/^\/api\/v1\/venues\/[^/]+\/reports$/.test(ask.path)) return { body: { state: 'pending', day: '2026-02-14' } }
  const id = /^\/api\/v1\/venues\/([^/]+)$/.exec(ask.path)?.[1]
  const known = threeRows().find((one) => one.id === id)
  return known ? { body: venueAnswer(known) } : refusal('unknownRecord', `没有“${String(id)}”。`)
}

export const emptyDrawer = (): Drawer & { held: Map<string, string> } => {
  const held = new Map<string, string>()
  return { held, getItem: (name) => held.get(name) ?? null, setItem: (name, value) => void held.set(name, value), removeItem: (name) => void held.delete(name) }
}

/** The state of a page that came by an address. The address is that of the test, not of the window. */
export const found = (fetcher: typeof fetch, { path = '/find?from=b-3', drawer = emptyDrawer(), now = () => eleven }: { path?: string; drawer?: Drawer; now?: () => number } = {}) => {
  const steps: { state: unknown; path: string }[] = [{ state: null, path }]
  const url = (): URL => new URL(steps[steps.length - 1].path, 'http://linli.test')
  const location = { get pathname() { return url().pathname }, get search() { return url().search } }
  const scope = effectScope(true)
  const history = {
    get state() { return steps[steps.length - 1].state },
    pushState: (state: unknown, _title: string, next?: string | URL | null) => void steps.push({ state, path: String(next) }),
    replaceState: (state: unknown, _title: string, next?: string | URL | null) => { steps[steps.length - 1] = { state, path: String(next) } },
    back: () => {
      steps.pop()
      find.arrive()
    },
  }
  const find = scope.run(() => createFind({ client: createClient(fetcher), drawer, location, history, now })) as ReturnType<typeof createFind>
  return { find, steps, address: () => steps[steps.length - 1].path, stop: () => scope.stop() }
}
