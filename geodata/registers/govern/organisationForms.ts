import { areaRow, byArea, nothing, shareOf } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { partyTree } from './partyTree.ts'

const forms = ['committee', 'generalBranch', 'branch'] as const

/** 11 党组织设置分布: committees, general branches and branches of urban communities: of the city's register where that is at hand, else of the communities on the map. The forms add up to the communities. */
export const organisationForms: Register = (input) => {
  const { areas: organisations } = partyTree(input)
  const registered = input.rows('placeRegister').filter(({ fields }) => fields.level === 'community' && fields.urban)
  const ofCommunity = byArea(input, organisations)
  const communities = input.areas.at('community')
  const mapped = communities.map((community) => ({ community, own: ofCommunity(community.code), core: ofCommunity(community.code).find(({ fields }) => fields.tier === 'community') ?? null }))
  if (organisations.length === 0 && registered.length === 0) return nothing
  const listed: (string | null)[] = registered.length > 0 ? registered.map(({ fields }) => fields.form) : mapped.map(({ core }) => core?.fields.form ?? null)
  const counts = forms.map((form) => listed.filter((one) => one === form).length)
  const stated = counts.reduce((sum, count) => sum + count, 0)
  return {
    headlines: [...forms.map((code, i) => ({ code, value: counts[i], of: listed.length, kind: 'count' }) as const), { code: 'unstated', value: listed.length - stated, of: listed.length, kind: 'count' }, ...(registered.length > 0 ? [{ code: 'central', value: registered.filter(({ fields }) => fields.central).length, of: listed.length, kind: 'count' } as const] : [])],
    columns: [{ code: 'community', kind: 'area' }, { code: 'form', kind: 'text', choice: 'partyOrganisation.form' }, { code: 'branches', kind: 'count' }, { code: 'groups', kind: 'count' }, { code: 'state', kind: 'state' }],
    rows: mapped.map(({ community, own, core }): Row => areaRow(community, [community.code, core?.fields.form ?? null, own.filter(({ fields }) => fields.form === 'branch' && fields.tier !== 'community').length, own.filter(({ fields }) => fields.form === 'group').length, core ? 'done' : 'missing']))
      .toSorted((a, b) => Number(b.cells[2]) - Number(a.cells[2]) || (a.id < b.id ? -1 : 1)),
    map: { kind: 'areas', level: 'community', column: 'branches', worse: null },
    answer: { all: listed.length, committee: counts[0], generalBranch: counts[1], branch: counts[2], unstated: listed.length - stated, percent: Math.round(100 * (shareOf(counts[1], listed.length) ?? 0)) },
    atoms: [],
  }
}
