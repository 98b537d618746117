import type { Register, Row } from '../register.ts'
import { placeOfPlaque } from './plaques.ts'

/** 65 阵地双向开放: plaques in rooms of units for the community, and community sites opened to units. */
export const openBothWays: Register = (input) => {
  const plaques = input.rows('plaque').map((row) => ({ row, ...placeOfPlaque(input, row) }))
  const one = (direction: 'unitToCommunity' | 'communityToUnit') => plaques.filter(({ row }) => row.fields.direction === direction)
  const communities = (direction: 'unitToCommunity' | 'communityToUnit') => new Set(one(direction).flatMap(({ community }) => community ?? []))
  const both = [...communities('unitToCommunity')].filter((code) => communities('communityToUnit').has(code))
  return {
    headlines: [{ code: 'unitToCommunity', value: one('unitToCommunity').length, of: plaques.length, kind: 'count' }, { code: 'communityToUnit', value: one('communityToUnit').length, of: plaques.length, kind: 'count' }, { code: 'both', value: both.length, of: input.areas.at('community').length, kind: 'count' }],
    columns: [{ code: 'direction', kind: 'text', choice: 'plaque.direction' }, { code: 'kind', kind: 'text', choice: 'plaque.kind' }, { code: 'name', kind: 'text' }, { code: 'unit', kind: 'text' }, { code: 'community', kind: 'area' }],
    rows: plaques.toSorted((a, b) => (a.row.fields.direction === b.row.fields.direction ? (a.row.id < b.row.id ? -1 : 1) : a.row.fields.direction < b.row.fields.direction ? 1 : -1))
      .map(({ row, community, position, name, unit }): Row => ({ id: row.id, opens: 'entry', area: community, position, cells: [row.fields.direction, row.fields.kind, name, unit, community] })),
    map: { kind: 'points', column: 'direction' },
    answer: { toCommunity: one('unitToCommunity').length, toUnit: one('communityToUnit').length, both: both.length, communities: input.areas.at('community').length },
    atoms: [],
  }
}
