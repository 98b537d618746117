import { keysOf, personsIn } from '../atoms.ts'
import { areaRow, byArea, byNumber, nothing, topArea } from '../areas.ts'
import { directAtoms, leadAtoms } from '../memberAtoms.ts'
import type { Register } from '../register.ts'

/** Per so many residents. */
const hundred = 100

/** 46 社区规模: households, residents, grids, estates and members of every community; floating members in a column of their own. */
export const communitySize: Register = (input) => {
  const communities = input.areas.at('community')
  const counts = input.rows('memberCount')
  const atoms = [...directAtoms(counts), ...leadAtoms(counts, 'floating')]
  const [direct, floating] = [personsIn(input, atoms, 'direct'), personsIn(input, atoms, 'floating')]
  const keys = { direct: keysOf(atoms, 'direct'), floating: keysOf(atoms, 'floating') }
  const own = (level: 'grid' | 'estate') => byArea(input, input.areas.at(level).map(({ code }) => ({ area: code })))
  const [grids, estates] = [own('grid'), own('estate')]
  const rows = communities.map((community) => {
    const { all = null, over60 = null, households = null } = input.residents(community.code) ?? {}
    const members = direct(community.code)
    return areaRow(community, [community.code, households, all, over60, all === null || households === null || households === 0 ? null : all / households, grids(community.code).length, estates(community.code).length, members, all === null || all === 0 ? null : (hundred * members) / all, floating(community.code)])
  }).filter(({ cells }) => cells[1] !== null || Number(cells[7]) > 0).toSorted(byNumber(1))
  if (rows.length === 0) return nothing
  const known = rows.filter(({ cells }) => typeof cells[1] === 'number')
  // What is not told of one community is part of what is told of all: a sum of those that are told would be another figure.
  const whole = input.residents(topArea(input)?.code ?? '')
  const nameAt = (at: number): string | null => { const code = known.at(at)?.area; return code == null ? null : (input.areas.of(code)?.name ?? code) }
  return {
    headlines: [{ code: 'communities', value: communities.length, of: null, kind: 'count' }, { code: 'households', value: whole?.households ?? null, of: null, kind: 'count' }, { code: 'residents', value: whole?.all ?? null, of: null, kind: 'count' }],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'households', kind: 'count' }, { code: 'residents', kind: 'count' }, { code: 'over60', kind: 'count' }, { code: 'perHousehold', kind: 'ratio' }, { code: 'grids', kind: 'count' }, { code: 'estates', kind: 'count' },
      { code: 'directMembers', kind: 'count', persons: true, keys: keys.direct }, { code: 'membersPerHundred', kind: 'ratio', rests: keys.direct }, { code: 'floatingMembers', kind: 'count', persons: true, keys: keys.floating },
    ],
    rows, map: { kind: 'areas', level: 'community', column: 'households', worse: null },
    answer: { communities: communities.length, most: nameAt(0), mostHouseholds: Number(known.at(0)?.cells[1] ?? 0), least: nameAt(-1), leastHouseholds: Number(known.at(-1)?.cells[1] ?? 0) },
    atoms,
  }
}
