import { areaRow, byArea, byNumber, namesOf, nothing, shareOf, total } from '../areas.ts'
import type { Register } from '../register.ts'
import { yearOf } from '../yearly.ts'

const kinds = ['responsibilityZones', 'serviceDays', 'serviceTeams'] as const

/** 67 党员责任区、奉献日、服务队: of every community in the year of the day. */
export const responsibilityZones: Register = (input) => {
  const tallies = input.rows('tally').filter(({ fields }) => fields.year === yearOf(input.day) && kinds.some((kind) => kind === fields.kind))
  if (tallies.length === 0) return nothing
  const own = byArea(input, tallies), communities = input.areas.at('community')
  const of = (rows: readonly (typeof tallies)[number][], kind: string, column: 'done' | 'required'): number => total(rows.filter(({ fields }) => fields.kind === kind), ({ fields }) => fields[column])
  const rows = communities.map((community) => {
    const mine = own(community.code), zones = of(mine, 'responsibilityZones', 'done'), required = of(mine, 'responsibilityZones', 'required')
    return areaRow(community, [community.code, zones, required, shareOf(zones, required), of(mine, 'serviceDays', 'done'), of(mine, 'serviceTeams', 'done'), mine.length === 0 ? 'missing' : zones >= required ? 'done' : 'partial'])
  })
  const [zones, required] = [of(tallies, 'responsibilityZones', 'done'), of(tallies, 'responsibilityZones', 'required')]
  const short = rows.filter(({ cells }) => cells[6] !== 'done')
  return {
    headlines: [{ code: 'zones', value: zones, of: required, kind: 'count' }, { code: 'serviceDays', value: of(tallies, 'serviceDays', 'done'), of: null, kind: 'count' }, { code: 'serviceTeams', value: of(tallies, 'serviceTeams', 'done'), of: null, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, { code: 'zones', kind: 'count' }, { code: 'required', kind: 'count' }, { code: 'zonesShare', kind: 'share' }, { code: 'serviceDays', kind: 'count' }, { code: 'serviceTeams', kind: 'count' }, { code: 'state', kind: 'state' }],
    rows: rows.toSorted(byNumber(3)).toReversed(),
    map: { kind: 'areas', level: 'community', column: 'zonesShare', worse: 'low' },
    answer: { zones, required, short: short.length, places: namesOf(short.flatMap(({ area }) => (area === null ? [] : (input.areas.of(area) ?? [])))), teams: of(tallies, 'serviceTeams', 'done') },
    atoms: [],
  }
}
