import type { RegisterState } from '../../model/register.ts'
import { areaRow, byArea, namesOf, nothing } from '../areas.ts'
import type { Register } from '../register.ts'

const kinds = ['rulesOfProcedure', 'seatRules', 'appraisal', 'memberRole', 'coordination', 'funding'] as const

/** 59 大党委配套制度: which of the six rules each community has, and its brand. */
export const rulesInPlace: Register = (input) => {
  const documents = input.rows('document').filter(({ fields }) => kinds.some((kind) => kind === fields.kind))
  if (documents.length === 0) return nothing
  const own = byArea(input, documents), committees = byArea(input, input.rows('committee')), communities = input.areas.at('community')
  const rows = communities.map((community) => {
    const there = kinds.map((kind) => own(community.code).some(({ fields }) => fields.kind === kind && fields.present))
    const present = there.filter(Boolean).length
    const state: RegisterState = present === kinds.length ? 'done' : present === 0 ? 'missing' : 'partial'
    return { community, present, row: areaRow(community, [community.code, ...there, present, committees(community.code).find(({ fields }) => fields.brand !== null)?.fields.brand ?? null, state]) }
  })
  const full = rows.filter(({ present }) => present === kinds.length)
  const rarest = kinds.map((kind) => ({ kind, count: documents.filter(({ fields }) => fields.kind === kind && fields.present).length })).toSorted((a, b) => a.count - b.count)[0]
  return {
    headlines: [{ code: 'full', value: full.length, of: communities.length, kind: 'count' }, ...kinds.map((kind) => ({ code: kind, value: documents.filter(({ fields }) => fields.kind === kind && fields.present).length, of: communities.length, kind: 'count' }) as const)],
    columns: [{ code: 'community', kind: 'area' }, ...kinds.map((code) => ({ code, kind: 'text' }) as const), { code: 'present', kind: 'count' }, { code: 'brand', kind: 'text' }, { code: 'state', kind: 'state' }],
    rows: rows.toSorted((a, b) => a.present - b.present || (a.community.code < b.community.code ? -1 : 1)).map(({ row }) => row),
    map: { kind: 'areas', level: 'community', column: 'present', worse: 'low' },
    answer: { communities: communities.length, full: full.length, rarest: rarest.count, places: namesOf(rows.filter(({ present }) => present === Math.min(...rows.map((row) => row.present))).map(({ community }) => community)) },
    atoms: [],
  }
}
