import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Unit, UnitNature } from '../../../geodata/model/facility.ts'
import type { Dice } from '../dice.ts'
import type { Garden, GardenCommunity } from './garden.ts'
import { row } from './row.ts'

type Draft = { category: string; name: string; capacity: readonly [number, number] | null }

/** What communities ask for, what units offer, and what is done together; needs and offers meet by category. */
const needs: readonly Draft[] = [
  { category: '活动场地', name: '合唱队排练场地', capacity: [20, 40] }, { category: '活动场地', name: '冬季室内健身场地', capacity: [15, 40] }, { category: '助老服务', name: '独居老人午餐送餐', capacity: [8, 30] },
  { category: '儿童托管', name: '放学后四点半托管', capacity: [15, 40] }, { category: '健康服务', name: '每季度义诊', capacity: [40, 120] }, { category: '法律服务', name: '邻里纠纷法律咨询', capacity: null },
  { category: '维修服务', name: '小家电维修点', capacity: null }, { category: '停车', name: '夜间停车位', capacity: [10, 40] },
]
const offers: Readonly<Partial<Record<UnitNature, readonly Draft[]>>> = {
  government: [{ category: '活动场地', name: '会议厅晚间开放', capacity: [40, 120] }, { category: '停车', name: '夜间错时停车位', capacity: [15, 60] }, { category: '法律服务', name: '法律咨询志愿者', capacity: null }],
  publicInstitution: [{ category: '活动场地', name: '多功能厅周末开放', capacity: [30, 100] }, { category: '儿童托管', name: '图书角与托管教室', capacity: [15, 40] }],
  stateEnterprise: [{ category: '助老服务', name: '食堂余量送餐', capacity: [10, 60] }, { category: '停车', name: '厂区夜间停车位', capacity: [20, 80] }],
  privateEnterprise: [{ category: '维修服务', name: '技师志愿服务', capacity: null }, { category: '助老服务', name: '社区送餐车', capacity: [10, 30] }],
  school: [{ category: '活动场地', name: '假期运动场', capacity: [60, 200] }, { category: '儿童托管', name: '课后托管教室', capacity: [30, 60] }],
  medical: [{ category: '健康服务', name: '医护志愿者', capacity: [50, 150] }],
  property: [{ category: '停车', name: '地下车库空位', capacity: [10, 50] }],
}
const projects: readonly Draft[] = [
  { category: '环境改造', name: '楼前空地变小花园', capacity: null }, { category: '助老服务', name: '老年人助浴项目', capacity: [20, 60] }, { category: '儿童托管', name: '暑期营', capacity: [30, 80] },
]

/** Of ten units so many say what they can lend. */
const offeringUnits = 0.32

/** 需求清单, 资源清单, 项目清单, and who has taken what. */
export function* listEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('lists')
  for (const [index, community] of garden.communities.entries()) {
    const wanted = Array.from({ length: dice.whole(2, 4) }, (_, at) => needs[(index * 3 + at * 5) % needs.length])
    for (const need of new Set(wanted)) yield item(dice, community, `need-${community.code}-${needs.indexOf(need)}`, 'need', need, null)
    if (index % 3 === 0) yield item(dice, community, `project-${community.code}`, 'project', projects[(index / 3) % projects.length], null)
    for (const unit of community.units) {
      const own = offers[unit.nature]
      if (own && dice.chance(offeringUnits)) yield item(dice, community, `resource-${unit.id}`, 'resource', dice.pick(own), unit)
    }
  }
}

function item(dice: Dice, community: GardenCommunity, id: string, list: 'need' | 'resource' | 'project', { category, name, capacity }: Draft, unit: Unit | null): CityRecord {
  // A need stands at one of the community's homes: somewhere among its buildings, never a person's.
  const place = unit?.position ?? (community.buildings.length === 0 ? null : dice.pick(community.buildings).position)
  const from = `202${dice.whole(5, 6)}-0${dice.whole(1, 6)}-${String(dice.whole(1, 28)).padStart(2, '0')}`
  const title = `${unit?.name ?? community.name}：${name}`
  return row('listItem', id, { list, category, detail: null, capacity: capacity && dice.whole(capacity[0], capacity[1]), until: null, open: true }, { name: title, area: community.code, unit: unit?.id ?? null, position: place, validFrom: from })
}

/** Some needs and offers have found one another; two-way: a unit takes a need, a community takes an offer. */
export function* claimEntries(garden: Garden, grown: readonly CityRecord[]): Generator<CityRecord> {
  const dice = garden.dice('claims')
  const items = grown.flatMap((one) => (one.kind === 'entry' && one.record.sheet === 'listItem' ? [one.record] : []))
  const free = new Set(items.filter(({ fields }) => fields['list'] === 'resource').map(({ id }) => id))
  for (const need of items.filter(({ fields }) => fields['list'] !== 'resource')) {
    const offer = items.find(({ id, area, fields }) => free.has(id) && area === need.area && fields['category'] === need.fields['category'])
    if (!offer || !dice.chance(0.6)) continue
    free.delete(offer.id)
    const byUnit = dice.chance(0.6)
    yield row('claim', `claim-${need.id}`, { item: need.id, resource: offer.id, by: byUnit ? 'unit' : 'community', state: dice.pick(['claimed', 'accepted', 'accepted', 'done'] as const), day: `2026-0${dice.whole(1, 6)}-${String(dice.whole(1, 28)).padStart(2, '0')}`, walkMetres: null }, { area: need.area, unit: byUnit ? offer.unit : null })
  }
}
