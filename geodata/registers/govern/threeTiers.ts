import type { RegisterState } from '../../model/register.ts'
import { areaRow, byArea, namesOf, nothing } from '../areas.ts'
import { stateOrder } from '../yearly.ts'
import type { Register } from '../register.ts'
import { areasWith, branchTier, partyTree } from './partyTree.ts'

/** 9 三级架构: community, then estates or grids (whichever bears the branch), then groups at buildings or estates. done: an organisation on all three, and on every area of the branch's tier. */
export const threeTiers: Register = (input) => {
  const { areas: organisations } = partyTree(input)
  if (organisations.length === 0) return nothing
  const tier = branchTier(input), ofCommunity = byArea(input, organisations)
  const parts = { grid: byArea(input, areasOf('grid')), estate: byArea(input, areasOf('estate')) }
  const communities = input.areas.at('community')
  const rows = communities.map((community) => {
    const own = ofCommunity(community.code)
    const core = own.find(({ fields }) => fields.tier === 'community') ?? null
    const count = (level: 'grid' | 'estate'): [number, number] => { const having = areasWith(own, level), all = parts[level](community.code); return [all.length, all.filter(({ area }) => having.has(area)).length] }
    const [estates, estatesWith] = count('estate'), [grids, gridsWith] = count('grid')
    const groups = own.filter(({ fields }) => fields.form === 'group').length
    const [asked, there] = tier === 'grid' ? [grids, gridsWith] : [estates, estatesWith]
    const state: RegisterState = core && there === asked && asked > 0 && groups > 0 ? 'done' : core || there > 0 ? 'partial' : 'missing'
    return { community, state, row: areaRow(community, [community.code, core?.fields.form ?? null, estates, estatesWith, grids, gridsWith, groups, state]) }
  })
  const full = rows.filter(({ state }) => state === 'done')
  return {
    headlines: [{ code: 'full', value: full.length, of: communities.length, kind: 'count' }],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'form', kind: 'text', choice: 'partyOrganisation.form' }, { code: 'estates', kind: 'count' }, { code: 'estatesWith', kind: 'count' }, { code: 'grids', kind: 'count' }, { code: 'gridsWith', kind: 'count' },
      { code: 'groups', kind: 'count' }, { code: 'state', kind: 'state' },
    ],
    rows: rows.toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state] || (a.community.code < b.community.code ? -1 : 1)).map(({ row }) => row),
    map: null, answer: { communities: communities.length, full: full.length, places: namesOf(rows.filter(({ state }) => state !== 'done').map(({ community }) => community)) }, atoms: [],
  }

  function areasOf(level: 'grid' | 'estate'): { area: string }[] {
    return input.areas.at(level).map(({ code }) => ({ area: code }))
  }
}
