import type { RegisterState } from '../../model/register.ts'
import { areaRow, byArea, namesOf, nothing, total } from '../areas.ts'
import type { Register } from '../register.ts'
import { ruleOf } from '../rule.ts'

const kinds = ['cadre', 'gridWorker', 'liaison', 'volunteer'] as const

/** 30 四支队伍: posts held in the four teams of every community, against the rule: so many liaisons a community, so many workers a grid. Posts, not persons. */
export const fourTeams: Register = (input) => {
  const staff = input.rows('staff').filter(({ fields }) => kinds.some((kind) => kind === fields.kind))
  if (staff.length === 0) return nothing
  const own = byArea(input, staff), gridsIn = byArea(input, input.areas.at('grid').map(({ code }) => ({ area: code })))
  const [liaisons, workers] = [ruleOf(input.catalogue, 'liaisonsPerCommunity'), ruleOf(input.catalogue, 'workersPerGrid')]
  const communities = input.areas.at('community')
  const rows = communities.map((community) => {
    const actual = kinds.map((kind) => total(own(community.code).filter(({ fields }) => fields.kind === kind), ({ fields }) => fields.actual))
    const grids = gridsIn(community.code).length, households = input.residents(community.code)?.households ?? null
    const liaisonsShort = Math.max(0, liaisons - actual[2]), workersShort = Math.max(0, Math.ceil(workers * grids) - actual[1])
    const state: RegisterState = liaisonsShort > 0 && actual[2] === 0 ? 'missing' : liaisonsShort + workersShort > 0 ? 'partial' : 'done'
    return { community, liaisonsShort, workersShort, actual, grids, state, row: areaRow(community, [community.code, ...actual, liaisonsShort, grids, workersShort, households === null || actual[1] === 0 ? null : households / actual[1], state]) }
  })
  const without = rows.filter(({ state }) => state === 'missing'), workersAll = total(rows, ({ actual }) => actual[1]), workersDue = total(rows, ({ grids }) => Math.ceil(workers * grids))
  return {
    headlines: [{ code: 'withLiaison', value: communities.length - without.length, of: communities.length, kind: 'count' }, { code: 'gridWorkers', value: workersAll, of: workersDue, kind: 'count' }, { code: 'fullTime', value: workersAll + total(rows, ({ actual }) => actual[0]), of: null, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, ...kinds.map((code) => ({ code, kind: 'count' }) as const), { code: 'liaisonsShort', kind: 'count' }, { code: 'grids', kind: 'count' }, { code: 'workersShort', kind: 'count' }, { code: 'householdsPerWorker', kind: 'ratio' }, { code: 'state', kind: 'state' }],
    rows: rows.toSorted((a, b) => b.liaisonsShort - a.liaisonsShort || b.workersShort - a.workersShort || (a.community.code < b.community.code ? -1 : 1)).map(({ row }) => row),
    map: { kind: 'areas', level: 'community', column: 'workersShort', worse: 'high' },
    answer: { communities: communities.length, without: without.length, places: namesOf(without.map(({ community }) => community)), workers: workersAll, workersDue, workersShort: total(rows, (row) => row.workersShort) },
    atoms: [],
  }
}
