import type { CityRecord } from '../../../geodata/model/city.ts'
import type { tallyKinds } from '../../../geodata/model/sheets/train.ts'
import type { Garden } from './garden.ts'
import { monthStart, row } from './row.ts'

type Kind = (typeof tallyKinds)[number]

/** Whole years and the half of 2026 that the demo has seen. */
const years = [{ year: 2024, part: 1 }, { year: 2025, part: 1 }, { year: 2026, part: 0.5 }] as const

/** Counters that grow within a year, for a whole one: least, most, and what is asked. */
const yearly: readonly { kind: Kind; low: number; high: number; required: number | null }[] = [
  { kind: 'jointBuilding', low: 2, high: 12, required: null }, { kind: 'jointServices', low: 4, high: 26, required: null }, { kind: 'jointActivities', low: 3, high: 18, required: null },
  { kind: 'onlineMeetings', low: 0, high: 12, required: null },
  { kind: 'homeVisits', low: 90, high: 190, required: 120 }, { kind: 'lettersAndVisits', low: 6, high: 44, required: null }, { kind: 'feedbackReviews', low: 3, high: 6, required: 4 },
]
/** Counters of what there is. */
const standing: readonly { kind: Kind; low: number; high: number }[] = [{ kind: 'clubs', low: 2, high: 11 }, { kind: 'serviceTeams', low: 1, high: 5 }, { kind: 'jointOrganisations', low: 2, high: 9 }, { kind: 'sharedResources', low: 1, high: 8 }]

const departments = ['民政', '卫生健康', '城市管理', '人力资源和社会保障', '应急管理', '市场监管', '统计', '住房和城乡建设', '司法', '教育'] as const
const asked = ['入户登记表', '创建活动台账', '普查协助', '环境巡查', '证明盖章', '宣传资料发放', '满意度调查', '安全检查', '数据报送', '会议组织'] as const

/** Counts of communities by year, and the platform's of the city. */
export function* counterEntries({ city, communities, dice: diceFor }: Garden): Generator<CityRecord> {
  const dice = diceFor('counters')
  for (const { code } of communities) {
    const lazy = dice.chance(0.2)
    for (const { kind, low, high, required } of yearly) {
      for (const { year, part } of years) yield tally(code, kind, year, Math.round(dice.between(low, high) * part * (lazy ? 0.6 : 1)), required)
    }
    for (const { kind, low, high } of standing) {
      let count = dice.whole(low, high)
      for (const { year } of years) yield tally(code, kind, year, count += dice.chance(0.3) ? 1 : 0, null)
    }
  }
  // Twelve functions on line (document 004); courses by the year.
  for (const [index, { year, part }] of years.entries()) {
    yield tally(city, 'platformFunctions', year, [9, 12, 12][index], 12)
    yield tally(city, 'platformCourses', year, Math.round([268_000, 312_000, 330_000][index] * part), null)
  }
}

const tally = (area: string, kind: Kind, year: number, done: number, required: number | null): CityRecord => row('tally', `tally-${area}-${kind}-${year}`, { kind, year, required, done }, { area })

/** 减负准入: tasks of departments, some refused, some there beyond their time. */
export function* admittedTaskEntries({ communities, dice: diceFor }: Garden): Generator<CityRecord> {
  const dice = diceFor('admitted tasks')
  for (const { code } of communities) {
    for (let number = 0, last = dice.whole(3, 6); number < last; number++) {
      const department = dice.pick(departments), admitted = dice.chance(0.75)
      const until = admitted && dice.chance(0.6) ? monthStart(dice.whole(17, 35)) : null
      yield row('admittedTask', `admitted-${code}-${number + 1}`, { department, admitted, until }, { name: `${department}：${dice.pick(asked)}`, area: code, validFrom: dice.chance(0.5) ? monthStart(dice.whole(0, 14)) : null })
    }
  }
}
