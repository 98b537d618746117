import { areaRow, byArea, byNumber, namesOf, nothing } from '../areas.ts'
import type { Register } from '../register.ts'

const kinds = ['council', 'ownersSelfGovernance', 'estateGroup'] as const

/** 20 自治类社会组织: councils, owners' bodies of self-government and groups of estates, counted by community. */
export const selfGoverningBodies: Register = (input) => {
  const bodies = input.rows('body').filter(({ fields }) => fields.present && kinds.some((kind) => kind === fields.kind))
  if (bodies.length === 0) return nothing
  const own = byArea(input, bodies), communities = input.areas.at('community')
  const count = (rows: readonly (typeof bodies)[number][], kind: string): number => rows.filter(({ fields }) => fields.kind === kind).length
  const without = communities.filter(({ code }) => own(code).length === 0)
  return {
    headlines: [{ code: 'bodies', value: bodies.length, of: null, kind: 'count' }, { code: 'communitiesWith', value: communities.length - without.length, of: communities.length, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, ...kinds.map((code) => ({ code, kind: 'count' }) as const), { code: 'bodies', kind: 'count' }],
    rows: communities.map((community) => areaRow(community, [community.code, ...kinds.map((kind) => count(own(community.code), kind)), own(community.code).length])).toSorted(byNumber(4)),
    map: { kind: 'areas', level: 'community', column: 'bodies', worse: 'low' },
    answer: { bodies: bodies.length, ...Object.fromEntries(kinds.map((kind) => [kind, count(bodies, kind)])), without: without.length, places: namesOf(without) },
    atoms: [],
  }
}
