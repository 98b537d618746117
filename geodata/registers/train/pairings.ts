import { keysOf, personsIn, standingAtoms } from '../atoms.ts'
import { areaRow, byArea, namesOf, nothing, percentOf, total } from '../areas.ts'
import type { Register } from '../register.ts'
import { yearOf } from '../yearly.ts'

/** 24 双结对: units paired with communities, as lines, and pairs of members as counts. */
export const pairings: Register = (input) => {
  const all = input.rows('pairing'), units = all.filter(({ fields }) => fields.kind === 'unitCommunity'), members = all.filter(({ fields }) => fields.kind === 'memberMember')
  if (all.length === 0) return nothing
  const atoms = standingAtoms(members, 'pairs', ({ fields }) => fields.pairs), keys = keysOf(atoms, 'pairs'), pairs = personsIn(input, atoms, 'pairs')
  const own = byArea(input, units), communities = input.areas.at('community')
  const unpaired = communities.filter(({ code }) => own(code).length === 0)
  const tallied = (kind: string): number | null => { const rows = input.rows('tally').filter(({ fields }) => fields.kind === kind && fields.year <= yearOf(input.day)); return rows.length === 0 ? null : total(rows, ({ fields }) => fields.done) }
  const [cityUnits, cityPairs] = [tallied('pairedUnits'), tallied('pairedMembers')]
  return {
    headlines: [
      { code: 'paired', value: communities.length - unpaired.length, of: communities.length, kind: 'count' }, { code: 'unitsPaired', value: new Set(units.flatMap(({ unit }) => unit ?? [])).size, of: input.units.length, kind: 'count' }, { code: 'memberPairs', value: pairs(null), of: null, kind: 'count', persons: true, keys },
      ...(cityUnits === null ? [] : [{ code: 'cityUnits', value: cityUnits, of: null, kind: 'count' } as const]), ...(cityPairs === null ? [] : [{ code: 'cityPairs', value: cityPairs, of: null, kind: 'count' } as const]),
    ],
    columns: [{ code: 'community', kind: 'area' }, { code: 'unitsPaired', kind: 'count' }, { code: 'memberPairs', kind: 'count', persons: true, keys }, { code: 'since', kind: 'day' }, { code: 'state', kind: 'state' }],
    rows: communities.map((community) => areaRow(community, [community.code, own(community.code).length, pairs(community.code), own(community.code).flatMap(({ validFrom }) => validFrom ?? []).toSorted().at(0) ?? null, own(community.code).length > 0 ? 'done' : 'missing']))
      .toSorted((a, b) => Number(a.cells[1]) - Number(b.cells[1]) || (a.id < b.id ? -1 : 1)),
    map: { kind: 'lines', lines: units.flatMap(({ unit, area, id }) => { const from = unit === null ? null : input.unit(unit), to = area === null ? null : (input.areas.of(area)?.centre ?? null); return from && to ? [{ from: from.position, to, count: 1, row: area ?? id }] : [] }) },
    answer: { communities: communities.length, paired: communities.length - unpaired.length, percent: percentOf(communities.length - unpaired.length, communities.length), units: units.length, unpaired: unpaired.length, places: namesOf(unpaired) },
    atoms,
  }
}
