import { areaRow, namesOf } from '../areas.ts'
import type { Register } from '../register.ts'
import { communityTallies, newestYear } from './tallies.ts'

/** 62 网上茶馆会: meetings held on line in the newest year, by community; the fewest first. */
export const onlineMeetings: Register = (input) => {
  const year = newestYear(input, ['onlineMeetings'])
  const found = communityTallies(input, ['onlineMeetings'], year)
  const held = found.reduce((sum, { total }) => sum + total, 0)
  const communities = input.areas.at('community')
  const without = communities.filter(({ code }) => !found.some(({ community, total }) => community.code === code && total > 0))
  return {
    headlines: [{ code: 'held', value: held, of: null, kind: 'count' }, { code: 'with', value: communities.length - without.length, of: communities.length, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, { code: 'meetings', kind: 'count' }],
    rows: found.toReversed().map(({ community, total }) => areaRow(community, [community.code, total])),
    map: { kind: 'areas', level: 'community', column: 'meetings', worse: 'low' },
    answer: { year, held, with: communities.length - without.length, communities: communities.length, without: without.length, places: namesOf(without) },
    atoms: [],
  }
}
