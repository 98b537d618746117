import { unitNatures } from '../../model/facility.ts'
import { areaRow, byArea, byNumber, namesOf, nothing } from '../areas.ts'
import type { Register } from '../register.ts'
import { partyTree } from './partyTree.ts'

/** 73 商会、楼宇党组织: party organisations of units, by the nature of the unit and by community. */
export const chamberAndTower: Register = (input) => {
  const organisations = partyTree(input).units
  if (organisations.length === 0) return nothing
  const natureOf = (unit: string | null): string => (unit === null ? null : input.unit(unit)?.nature) ?? 'other'
  const natures = unitNatures.filter((nature) => organisations.some(({ unit }) => natureOf(unit) === nature))
  const own = byArea(input, organisations), communities = input.areas.at('community')
  const having = communities.filter(({ code }) => own(code).length > 0)
  const count = (nature: string): number => organisations.filter(({ unit }) => natureOf(unit) === nature).length
  return {
    headlines: [
      { code: 'unitOrganisations', value: organisations.length, of: null, kind: 'count' }, { code: 'communitiesWith', value: having.length, of: communities.length, kind: 'count' },
      { code: 'unitsWith', value: new Set(organisations.map(({ unit }) => unit)).size, of: input.units.length, kind: 'count' }, { code: 'towers', value: count('property'), of: organisations.length, kind: 'count' }, { code: 'chambers', value: count('socialOrganisation'), of: organisations.length, kind: 'count' },
    ],
    columns: [{ code: 'community', kind: 'area' }, { code: 'unitOrganisations', kind: 'count' }, ...natures.map((code) => ({ code, kind: 'count' }) as const)],
    rows: communities.map((community) => areaRow(community, [community.code, own(community.code).length, ...natures.map((nature) => own(community.code).filter(({ unit }) => natureOf(unit) === nature).length)])).toSorted(byNumber(1)),
    map: { kind: 'areas', level: 'community', column: 'unitOrganisations', worse: null },
    answer: { organisations: organisations.length, communities: communities.length, having: having.length, towers: count('property'), chambers: count('socialOrganisation'), most: namesOf(communities.toSorted((a, b) => own(b.code).length - own(a.code).length).slice(0, 1)) },
    atoms: [],
  }
}
