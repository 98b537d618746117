import type { CityRecord } from '../../../geodata/model/city.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Garden } from './garden.ts'
import { row } from './row.ts'
import { isResettled } from './slots.ts'

type Fund = Omit<FieldsOf<'fund'>, 'members'>

/** 200 yuan for each member (document 000); where nobody has entered members, 2.4 of 100 residents are taken. */
const yuanPerMember = 200, membersPerResident = 0.024
const paidYears = [2024, 2025] as const

/** Money by year, purpose and source. What is paid rests on the members that other rows count. */
export function* fundEntries({ city, communities, dice: diceFor }: Garden, grown: readonly CityRecord[]): Generator<CityRecord> {
  const dice = diceFor('funds')
  // 100 million a year for three years (document 004).
  for (const year of [2014, 2015, 2016]) yield fund(city, `sites-${year}`, { year, purpose: 'sites', source: 'finance', yuan: 100_000_000 }, '市财政阵地建设资金')
  for (const community of communities) {
    const due = directMembers(grown, community.code, Math.round(community.residents * membersPerResident)) * yuanPerMember
    for (const year of paidYears) {
      const paid = dice.chance(0.7) ? due : Math.round((due * dice.between(0.55, 0.9)) / 100) * 100
      const dues = Math.round((paid * dice.between(0.25, 0.45)) / 100) * 100
      yield fund(community.code, `activities-finance-${year}`, { year, purpose: 'activities', source: 'finance', yuan: paid - dues }, '财政拨付活动经费')
      yield fund(community.code, `activities-dues-${year}`, { year, purpose: 'activities', source: 'dues', yuan: dues }, '党费返还')
      if (dice.chance(0.4)) yield fund(community.code, `sites-society-${year}`, { year, purpose: 'sites', source: 'society', yuan: dice.whole(2, 12) * 5000 }, '共建单位赞助')
      if (dice.chance(0.5)) yield fund(community.code, `allowances-${year}`, { year, purpose: 'allowances', source: 'street', yuan: dice.whole(4, 9) * 2400 }, '席位委员补贴')
    }
    if (isResettled(community)) yield* resettledFunds(community.code)
  }
}

/** 60 + 20 + 4 x 20 = 160 (10,000 yuan) to open with; 420,000 a year of fees, 240 for each of 1,750 households (document 003). */
function* resettledFunds(area: string): Generator<CityRecord> {
  const opening = { year: 2012, purpose: 'opening' } as const
  yield fund(area, 'opening-centre', { ...opening, source: 'finance', yuan: 600_000 }, '中心区管委会')
  yield fund(area, 'opening-town', { ...opening, source: 'street', yuan: 200_000 }, '所在镇')
  for (const [index, village] of ['一村', '二村', '三村', '四村'].entries()) yield fund(area, `opening-village-${index + 1}`, { ...opening, source: 'collective', yuan: 200_000 }, `原${village}股份经济合作社`)
  for (const year of paidYears) yield fund(area, `management-${year}`, { year, purpose: 'management', source: 'collective', yuan: 420_000 }, '四村集体代缴物业费')
}

const fund = (area: string, id: string, fields: Fund, name: string): CityRecord => row('fund', `fund-${area}-${id}`, { ...fields, members: null }, { name, area })

/** Members whose membership is kept in the community, as the rows of members count them. */
function directMembers(grown: readonly CityRecord[], community: string, otherwise: number): number {
  let sum = 0
  for (const one of grown) {
    if (one.kind !== 'entry' || one.record.sheet !== 'memberCount' || one.record.area?.startsWith(community) !== true || one.record.validTo !== null) continue
    const { management, skill, members } = one.record.fields
    if (management === 'direct' && skill === null && typeof members === 'number') sum += members
  }
  return sum === 0 ? otherwise : sum
}
