import { apportion } from '../../../geodata/kernel/apportion.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Garden, GardenCommunity } from './garden.ts'
import { monthStart, row } from './row.ts'
import { isResettled } from './slots.ts'

/** Story 8: 1,040 members reported, 38 % of them in three communities, six in the resettlement community. */
const reported = { all: 1040, crowded: 395, crowdedIn: [5, 10, 13], resettled: 6 } as const
/** Of the resettlement community (document 003). */
const resettledMembers = 98
/** Posts claimed by every member reported (document 004: six posts for five members). */
const postsPerMember = 1.2
/** Of direct members nine in ten are retired (document 000). */
const ages = [['to35', 0.03], ['to60', 0.07], ['over60', 0.9]] as const
const skills = ['法律', '医疗', '文体', '维修', '心理', '宣传', '助老', '安全'] as const
const posts = ['法律援助岗', '医疗健康岗', '文体辅导岗', '便民维修岗', '心理疏导岗', '政策宣传岗', '助老服务岗', '安全巡查岗', '扶贫济困岗'] as const
/** Spring Festivals on 29 January 2025 and 17 February 2026: few serve. */
const quiet: Readonly<Record<string, number>> = { '2025-01': 0.6, '2025-02': 0.5, '2026-02': 0.4 }

/** Members reported to each community, in the garden's order. */
export function reportedByCommunity({ communities, dice: diceFor }: Garden): number[] {
  const dice = diceFor('reported members')
  const share = (wanted: readonly number[], total: number): Map<number, number> => { const parts = apportion(wanted.map(() => dice.between(0.9, 1.1)), total); return new Map(wanted.map((at, i) => [at, parts[i]])) }
  const at = communities.map((_, i) => i), resettled = at.filter((i) => isResettled(communities[i]))
  const crowded = reported.crowdedIn.filter((i) => i < communities.length && !resettled.includes(i))
  const rest = at.filter((i) => !crowded.some((one) => one === i) && !resettled.includes(i))
  const [many, few] = [share(crowded, reported.crowded), share(rest, reported.all - reported.crowded - reported.resettled * resettled.length)]
  return at.map((i) => (resettled.includes(i) ? reported.resettled : (many.get(i) ?? few.get(i) ?? 0)))
}

/** Members reported, their posts and months of service; direct, floating and skilled members. Counts, never a person. */
export function* memberEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('members'), counts = reportedByCommunity(garden)
  for (const [index, community] of garden.communities.entries()) {
    const { code } = community, members = counts[index]
    // The crowded three took in a second wave in 2025.
    const waves = reported.crowdedIn.some((one) => one === index) ? apportion([0.6, 0.4], members) : [members]
    for (const [wave, part] of waves.entries()) yield row('checkinCount', `reported-${code}-${wave + 1}`, { system: wave === 0 ? 'administration' : 'other', members: part, membersWithPost: Math.round(part * 0.9) }, { area: code, validFrom: wave === 0 ? monthStart(0) : monthStart(9) })
    const claimed = apportion(posts.map(() => dice.between(0.5, 1.5)), Math.round(members * postsPerMember))
    for (const [at, kind] of posts.entries()) yield row('post', `post-${code}-${at + 1}`, { kind, needed: claimed[at] + (isResettled(community) ? 3 : dice.whole(0, at === 1 || at === 6 ? 4 : 2)), claimed: claimed[at] }, { area: code })
    const eager = dice.between(0.12, 0.4)
    for (let at = 0; at < 24; at++) {
      const month = monthStart(at).slice(0, 7)
      const present = waves.length > 1 && at < 9 ? waves[0] : members
      const persons = Math.round(present * eager * (quiet[month] ?? 1) * dice.between(0.8, 1.2))
      if (persons > 0) yield row('serviceRecord', `service-${code}-${month}`, { month, persons, times: persons + dice.whole(0, Math.ceil(persons / 4)) }, { area: code })
    }
    yield* directMembers(community, garden)
    yield row('memberCount', `floating-${code}`, { management: 'floating', age: null, skill: null, members: isResettled(community) ? 11 : dice.whole(10, 38) }, { area: code, validFrom: monthStart(0) })
    const skilled = apportion(skills.map(() => dice.between(0.4, 1.6)), Math.round(members * 0.7))
    for (const [at, skill] of skills.entries()) if (skilled[at] > 0) yield row('memberCount', `skill-${code}-${at + 1}`, { management: 'inService', age: null, skill, members: skilled[at] }, { area: code, validFrom: monthStart(0) })
  }
}

/** 1.2 to 4.5 direct members per hundred residents, by grid and age. */
function* directMembers(community: GardenCommunity, garden: Garden): Generator<CityRecord> {
  const dice = garden.dice(`direct members ${community.code}`)
  const whole = isResettled(community) ? resettledMembers : Math.round((community.residents * dice.between(1.2, 4.5)) / 100)
  const parts = apportion(community.grids.map(({ residents }) => residents), whole)
  for (const [at, { code }] of community.grids.entries()) {
    const byAge = apportion(ages.map(([, share]) => share), parts[at])
    for (const [i, [age]] of ages.entries()) if (byAge[i] > 0) yield row('memberCount', `direct-${code}-${age}`, { management: 'direct', age, skill: null, members: byAge[i] }, { area: code, validFrom: monthStart(0) })
  }
}
