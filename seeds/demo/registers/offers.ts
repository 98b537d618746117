import type { CityRecord } from '../../../geodata/model/city.ts'
import type { UnitNature } from '../../../geodata/model/facility.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Garden } from './garden.ts'
import { monthStart, row } from './row.ts'

type Offer = Pick<FieldsOf<'serviceOffer'>, 'kind' | 'audience' | 'way'> & { times: readonly [number, number] | null }

/** What the source documents tell of units: hoses changed, pupils visiting, jewellery cleaned, patrols, housekeeping, legal aid. */
const offers: Readonly<Partial<Record<UnitNature, readonly Offer[]>>> = {
  stateEnterprise: [{ kind: '免费更换燃气软管', audience: 'older', way: 'claimed', times: [2, 4] }, { kind: '上门检查电路', audience: 'older', way: 'claimed', times: [2, 6] }],
  school: [{ kind: '学生志愿者慰问孤寡、空巢老人', audience: 'older', way: 'paired', times: [6, 12] }, { kind: '课后兴趣班', audience: 'children', way: 'fixedPoint', times: [20, 36] }],
  privateEnterprise: [{ kind: '首饰清洗', audience: 'everyone', way: 'fixedPoint', times: [2, 4] }, { kind: '免费家政', audience: 'older', way: 'paired', times: [4, 12] }, { kind: '义务理发', audience: 'older', way: 'fixedPoint', times: [6, 12] }],
  property: [{ kind: '楼宇企业治安巡逻', audience: 'everyone', way: 'claimed', times: [12, 48] }],
  government: [{ kind: '法律援助', audience: 'lowIncome', way: 'claimed', times: [4, 12] }, { kind: '扶贫济困', audience: 'lowIncome', way: 'paired', times: [2, 4] }, { kind: '走访优抚对象', audience: 'entitled', way: 'paired', times: [2, 4] }],
  publicInstitution: [{ kind: '文艺演出进社区', audience: 'everyone', way: 'claimed', times: [2, 6] }, { kind: '残疾人康复指导', audience: 'disabled', way: 'fixedPoint', times: [6, 12] }],
  medical: [{ kind: '义诊', audience: 'everyone', way: 'fixedPoint', times: [4, 12] }, { kind: '上门送药', audience: 'disabled', way: 'paired', times: null }],
}

/** Of ten units four offer a service. */
const offering = 0.4

/** Services of units without a site. */
export function* offerEntries({ communities, dice: diceFor }: Garden): Generator<CityRecord> {
  const dice = diceFor('offers')
  for (const { code, units } of communities) {
    for (const { id, nature } of units) {
      const known = offers[nature]
      if (!known || !dice.chance(offering)) continue
      const { times, ...offer } = dice.pick(known)
      yield row('serviceOffer', `offer-${id}`, { ...offer, timesAYear: times && dice.whole(times[0], times[1]) }, { area: code, unit: id, validFrom: dice.chance(0.3) ? monthStart(dice.whole(1, 22)) : null })
    }
  }
}
