import { organisationForms, organisationTiers } from '../../model/sheets/govern.ts'
import { nothing, shareOf } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { areasWith, branchTier, partyTree } from './partyTree.ts'

/** 7 六级党建工作体系: organisations of each tier by form, and how many areas of the tier have one. Where the branch sits is the catalogue's. */
export const sixTiers: Register = (input) => {
  const { areas: organisations, units } = partyTree(input)
  if (organisations.length === 0) return nothing
  const tier = branchTier(input)
  const rows = organisationTiers.flatMap((one): Row[] => {
    const own = organisations.filter(({ fields }) => fields.tier === one)
    const there = one === 'building' ? [] : input.areas.at(one)
    if (own.length === 0 && there.length === 0) return []
    const having = areasWith(own, one)
    const counted = there.filter(({ code }) => having.has(code)).length
    return [{ id: one, opens: null, area: null, position: null, cells: [one, one === tier, ...organisationForms.map((form) => own.filter(({ fields }) => fields.form === form).length), own.length, one === 'building' ? null : there.length, one === 'building' ? null : counted, one === 'building' ? null : shareOf(counted, there.length)] }]
  })
  const at = input.areas.at(tier), having = areasWith(organisations, tier)
  const withBranch = at.filter(({ code }) => having.has(code)).length
  return {
    headlines: [{ code: 'organisations', value: organisations.length, of: null, kind: 'count' }, { code: 'withBranch', value: withBranch, of: at.length, kind: 'count' }, { code: 'unitOrganisations', value: units.length, of: null, kind: 'count' }],
    columns: [
      { code: 'tier', kind: 'text', choice: 'partyOrganisation.tier' }, { code: 'branchHere', kind: 'text' }, ...organisationForms.map((code) => ({ code, kind: 'count' }) as const), { code: 'organisations', kind: 'count' },
      { code: 'areas', kind: 'count' }, { code: 'areasWith', kind: 'count' }, { code: 'areasShare', kind: 'share' },
    ],
    rows, map: null,
    answer: { organisations: organisations.length, tiers: rows.filter(({ cells }) => Number(cells[6]) > 0).length, areas: at.length, withBranch, without: at.length - withBranch, units: units.length },
    atoms: [],
  }
}
