import type { RegisterState } from '../../model/register.ts'
import { grouped } from '../grouped.ts'
import { nothing, total } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { stateOrder } from '../yearly.ts'
import { areasWith, branchTier, partyTree } from './partyTree.ts'

/** 47 网格: every grid at its middle, with its households, workers and branch. missing: without a branch, where branches sit on grids. */
export const grids: Register = (input) => {
  const all = input.areas.at('grid')
  if (all.length === 0) return nothing
  const { areas: organisations } = partyTree(input)
  const branches = areasWith(organisations, 'grid'), asked = branchTier(input) === 'grid' && organisations.length > 0
  const workers = grouped(input.rows('staff').filter(({ fields }) => fields.kind === 'gridWorker'), ({ area }) => area ?? '')
  const rows = all.map((grid) => {
    const state: RegisterState = !asked ? 'none' : branches.has(grid.code) ? 'done' : 'missing'
    const { all: residents = null, households = null } = input.residents(grid.code) ?? {}
    const own = workers.get(grid.code)
    const row: Row = { id: grid.code, opens: 'area', area: grid.code, position: grid.centre, cells: [grid.code, input.areas.above(grid.code, 'community')?.code ?? null, households, residents, own === undefined ? null : total(own, ({ fields }) => fields.actual), branches.has(grid.code), state] }
    return { grid, state, row }
  })
  const without = rows.filter(({ state }) => state === 'missing'), withWorker = rows.filter(({ row }) => Number(row.cells[4] ?? 0) > 0)
  return {
    headlines: [{ code: 'grids', value: all.length, of: null, kind: 'count' }, { code: 'gridsWith', value: all.length - without.length, of: all.length, kind: 'count' }, { code: 'withWorker', value: withWorker.length, of: all.length, kind: 'count' }],
    columns: [{ code: 'grid', kind: 'area' }, { code: 'community', kind: 'area' }, { code: 'households', kind: 'count' }, { code: 'residents', kind: 'count' }, { code: 'gridWorkers', kind: 'count' }, { code: 'branch', kind: 'text' }, { code: 'state', kind: 'state' }],
    rows: rows.toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state] || (a.grid.code < b.grid.code ? -1 : 1)).map(({ row }) => row),
    map: asked ? { kind: 'areas', level: 'grid', column: 'branch', worse: 'low', values: Object.fromEntries(rows.map(({ grid, state }) => [grid.code, state === 'done' ? 1 : 0])) } : { kind: 'areas', level: 'grid', column: 'households', worse: null },
    answer: { grids: all.length, without: without.length, communities: new Set(without.map(({ grid }) => input.areas.above(grid.code, 'community')?.code)).size, workers: withWorker.length, places: without.map(({ grid }) => `${input.areas.above(grid.code, 'community')?.name ?? ''}${grid.name}`).join('、') || null },
    atoms: [],
  }
}
