import { areaRow } from '../areas.ts'
import type { Register } from '../register.ts'
import { communityTallies, newestYear } from './tallies.ts'

/** 组织联建 党建联抓 资源联用 服务联手 活动联办. */
const kinds = ['jointOrganisations', 'jointBuilding', 'sharedResources', 'jointServices', 'jointActivities'] as const

/** 61 五联机制: five counters of each community in the newest year. */
export const fiveLinks: Register = (input) => {
  const year = newestYear(input, kinds)
  const found = communityTallies(input, kinds, year)
  const sums = kinds.map((_, at) => found.reduce((sum, { done }) => sum + done[at], 0))
  const all = found.filter(({ done }) => done.every((count) => count > 0))
  return {
    headlines: [...kinds.map((code, at) => ({ code, value: sums[at], of: null, kind: 'count' as const })), { code: 'all', value: all.length, of: found.length, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, ...kinds.map((code) => ({ code, kind: 'count' as const })), { code: 'links', kind: 'count' }],
    rows: found.map(({ community, done, total }) => areaRow(community, [community.code, ...done, total])),
    map: { kind: 'areas', level: 'community', column: 'links', worse: 'low' },
    answer: { year, communities: found.length, ...Object.fromEntries(kinds.map((code, at) => [code, sums[at]])), all: all.length },
    atoms: [],
  }
}
