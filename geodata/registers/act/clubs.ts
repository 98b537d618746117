import { areaRow, namesOf } from '../areas.ts'
import type { Register } from '../register.ts'
import { communityTallies, newestYear } from './tallies.ts'

const kinds = ['clubs', 'serviceTeams'] as const

/** 49 社团和服务队, by community; the fewest first. */
export const clubs: Register = (input) => {
  const year = newestYear(input, kinds)
  const found = communityTallies(input, kinds, year).toReversed()
  const [all, teams] = [0, 1].map((at) => found.reduce((sum, { done }) => sum + done[at], 0))
  const few = found.filter(({ total }) => total === found[0].total)
  return {
    headlines: [{ code: 'clubs', value: all, of: null, kind: 'count' }, { code: 'serviceTeams', value: teams, of: null, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, { code: 'clubs', kind: 'count' }, { code: 'serviceTeams', kind: 'count' }, { code: 'groups', kind: 'count' }],
    rows: found.map(({ community, done, total }) => areaRow(community, [community.code, ...done, total])),
    map: { kind: 'areas', level: 'community', column: 'groups', worse: 'low' },
    answer: { year, communities: found.length, clubs: all, teams, least: found[0]?.total ?? null, places: namesOf(few.map(({ community }) => community)) },
    atoms: [],
  }
}
