import type { RegisterState } from '../../model/register.ts'
import { areaRow, byArea, namesOf, nothing, total } from '../areas.ts'
import type { Register } from '../register.ts'
import { areasWith, partyTree } from './partyTree.ts'

const three = ['partyOrganisation', 'residentsCommittee', 'workStation'] as const

/** 10 3+N: the three bodies of a community, and its grids with their branches. */
export const threePlusN: Register = (input) => {
  const bodies = input.rows('body').filter(({ fields }) => three.some((kind) => kind === fields.kind))
  if (bodies.length === 0) return nothing
  const own = byArea(input, bodies), gridsIn = byArea(input, input.areas.at('grid').map(({ code }) => ({ area: code })))
  const branches = areasWith(partyTree(input).areas, 'grid')
  const communities = input.areas.at('community')
  const rows = communities.map((community) => {
    const present = three.map((kind) => own(community.code).some(({ fields }) => fields.kind === kind && fields.present))
    const there = present.filter(Boolean).length, grids = gridsIn(community.code)
    const state: RegisterState = there === 3 ? 'done' : there === 0 ? 'missing' : 'partial'
    return { community, there, grids: grids.length, withBranch: grids.filter(({ area }) => branches.has(area)).length, row: areaRow(community, [community.code, ...present, there, grids.length, grids.filter(({ area }) => branches.has(area)).length, state]) }
  })
  const full = rows.filter(({ there }) => there === 3)
  return {
    headlines: [{ code: 'full', value: full.length, of: communities.length, kind: 'count' }, { code: 'gridsWith', value: total(rows, (row) => row.withBranch), of: total(rows, (row) => row.grids), kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, ...three.map((code) => ({ code, kind: 'text' }) as const), { code: 'bodies', kind: 'count' }, { code: 'grids', kind: 'count' }, { code: 'gridsWith', kind: 'count' }, { code: 'state', kind: 'state' }],
    rows: rows.toSorted((a, b) => a.there - b.there || (a.community.code < b.community.code ? -1 : 1)).map(({ row }) => row),
    map: { kind: 'areas', level: 'community', column: 'bodies', worse: 'low' },
    answer: { communities: communities.length, full: full.length, grids: total(rows, (row) => row.grids), withBranch: total(rows, (row) => row.withBranch), places: namesOf(rows.filter(({ there }) => there < 3).map(({ community }) => community)) },
    atoms: [],
  }
}
