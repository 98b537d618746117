import { personsIn, keysOf } from '../atoms.ts'
import { areaRow, byArea, nothing, shareOf, total } from '../areas.ts'
import { monthAfter, monthOf } from '../days.ts'
import { grouped } from '../grouped.ts'
import { reportedAtoms } from '../memberAtoms.ts'
import type { PersonAtom, Register } from '../register.ts'
import { ruleOf } from '../rule.ts'

/** 22 认岗: posts needed and claimed, and how often members served in the twelve months to the day, against so many times a year. */
export const claimedPosts: Register = (input) => {
  const posts = input.rows('post')
  if (posts.length === 0) return nothing
  const month = monthOf(input.day), from = monthAfter(month, -11)
  const services = input.ever('serviceRecord').filter(({ fields }) => fields.month <= month)
  const served: PersonAtom[] = services.flatMap(({ area, fields }) => (area === null || fields.month !== month ? [] : [{ area, key: `served|${fields.month}`, count: fields.persons }]))
  const reported = reportedAtoms(input.rows('checkinCount')), keys = keysOf(reported, 'reported'), servedKeys = keysOf(served, 'served')
  const [members, servers] = [personsIn(input, reported, 'reported'), personsIn(input, served, 'served')]
  const own = byArea(input, posts), yearly = byArea(input, services.filter(({ fields }) => fields.month >= from))
  const communities = input.areas.at('community'), [times, perMember] = [ruleOf(input.catalogue, 'serviceTimesPerYear'), ruleOf(input.catalogue, 'postsPerMember')]
  const gap = (rows: readonly (typeof posts)[number][]): number => total(rows, ({ fields }) => Math.max(0, fields.needed - fields.claimed))
  const needed = total(posts, ({ fields }) => fields.needed), claimed = total(posts, ({ fields }) => fields.claimed)
  const kinds = [...grouped(posts, ({ fields }) => fields.kind)].map(([kind, rows]) => ({ kind, gap: gap(rows) })).toSorted((a, b) => b.gap - a.gap || (a.kind < b.kind ? -1 : 1))
  const rows = communities.map((community) => {
    const mine = own(community.code), persons = members(community.code), count = total(mine, ({ fields }) => fields.claimed)
    const often = total(yearly(community.code), ({ fields }) => fields.times)
    const short = [...grouped(mine, ({ fields }) => fields.kind)].map(([kind, list]) => ({ kind, gap: gap(list) })).toSorted((a, b) => b.gap - a.gap || (a.kind < b.kind ? -1 : 1)).at(0)
    return areaRow(community, [community.code, total(mine, ({ fields }) => fields.needed), count, gap(mine), short !== undefined && short.gap > 0 ? short.kind : null, persons, shareOf(count, persons), often, shareOf(often, persons), servers(community.code)])
  })
  // Less than a year of services says nothing of so many times a year.
  const isYearKnown = services.some(({ fields }) => fields.month <= from)
  const sorted = rows.toSorted((a, b) => Number(b.cells[3]) - Number(a.cells[3]) || (a.id < b.id ? -1 : 1)), most = sorted.at(0)
  const enough = rows.filter(({ cells }) => typeof cells[8] === 'number' && cells[8] >= times)
  return {
    headlines: [{ code: 'claimed', value: claimed, of: needed, kind: 'count' }, { code: 'gap', value: gap(posts), of: needed, kind: 'count' }, { code: 'perMember', value: shareOf(claimed, members(null)), of: null, kind: 'ratio', rests: keys }, { code: 'servedThisMonth', value: servers(null), of: null, kind: 'count', persons: true, keys: servedKeys }],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'needed', kind: 'count' }, { code: 'claimed', kind: 'count' }, { code: 'gap', kind: 'count' }, { code: 'mostShort', kind: 'text' }, { code: 'reported', kind: 'count', persons: true, keys }, { code: 'perMember', kind: 'ratio', rests: keys },
      { code: 'serviceTimes', kind: 'count' }, { code: 'timesPerMember', kind: 'ratio', rests: keys }, { code: 'servedThisMonth', kind: 'count', persons: true, keys: servedKeys },
    ],
    rows: sorted,
    map: { kind: 'areas', level: 'community', column: 'gap', worse: 'high' },
    answer: { needed, claimed, gap: gap(posts), kind: kinds[0]?.kind ?? null, kindGap: kinds[0]?.gap ?? null, place: most === undefined ? null : (input.areas.of(most.id)?.name ?? null), placeGap: Number(most?.cells[3] ?? 0), times, perMember, enough: !isYearKnown ? null : communities.length > 1 ? enough.length : { value: enough.length, areas: communities.map(({ code }) => code), keys, rate: true }, communities: communities.length },
    atoms: [...reported, ...served],
  }
}
