import type { RegisterState } from '../../model/register.ts'
import { areaRow, byArea, byNumber, namesOf, nothing } from '../areas.ts'
import type { Register } from '../register.ts'

const kinds = ['union', 'youthLeague', 'womensFederation', 'elderAssociation'] as const

/** 19 群团组织: union, youth league, women's federation and association of the elderly of every community: there or not; null where nothing is recorded. */
export const massOrganisations: Register = (input) => {
  const bodies = input.rows('body').filter(({ fields }) => kinds.some((kind) => kind === fields.kind))
  if (bodies.length === 0) return nothing
  const own = byArea(input, bodies), communities = input.areas.at('community')
  const rows = communities.map((community) => {
    const said = kinds.map((kind) => { const found = own(community.code).filter(({ fields }) => fields.kind === kind); return found.length === 0 ? null : found.some(({ fields }) => fields.present) })
    const present = said.filter((one) => one === true).length
    const state: RegisterState = said.every((one) => one === null) ? 'none' : present === kinds.length ? 'done' : present === 0 ? 'missing' : 'partial'
    return { community, present, state, row: areaRow(community, [community.code, ...said, state === 'none' ? null : present, state]) }
  })
  const [full, without] = [rows.filter(({ state }) => state === 'done'), rows.filter(({ state }) => state === 'missing')]
  return {
    headlines: [{ code: 'full', value: full.length, of: communities.length, kind: 'count' }, { code: 'without', value: without.length, of: communities.length, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, ...kinds.map((code) => ({ code, kind: 'text' }) as const), { code: 'present', kind: 'count' }, { code: 'state', kind: 'state' }],
    rows: rows.map(({ row }) => row).toSorted(byNumber(5)).toReversed(),
    map: { kind: 'areas', level: 'community', column: 'present', worse: 'low' },
    answer: { communities: communities.length, full: full.length, without: without.length, places: namesOf(without.map(({ community }) => community)) },
    atoms: [],
  }
}
