import { percentOf } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'
import { isOpen, widestAudience } from './openSites.ts'

/** 33 驻区单位名录: what each owns and to whom it is open; those that open most come first. */
export const units: Register = ({ units: all, facilities, areas }) => {
  const owned = grouped(facilities.filter(({ unit }) => unit !== null), ({ unit }) => unit)
  const found = all.map((unit) => {
    const sites = owned.get(unit.id) ?? []
    return { unit, sites, open: sites.filter(isOpen), community: areas.communityAt(unit)?.code ?? null }
  }).toSorted((a, b) => b.open.length - a.open.length || (a.unit.id < b.unit.id ? -1 : 1))
  const opening = found.filter(({ open }) => open.length > 0)
  const byCommunity = [...grouped(found.filter(({ community }) => community !== null), ({ community }) => community)].toSorted((a, b) => b[1].length - a[1].length)
  const [most, inMost] = byCommunity[0] ?? [null, []]
  return {
    headlines: [{ code: 'units', value: found.length, of: null, kind: 'count' }, { code: 'opening', value: opening.length, of: found.length, kind: 'count' }, { code: 'openSites', value: found.reduce((sum, { open }) => sum + open.length, 0), of: null, kind: 'count' }],
    columns: [
      { code: 'unit', kind: 'text' }, { code: 'nature', kind: 'text', choice: 'unit.nature' }, { code: 'community', kind: 'area' }, { code: 'owned', kind: 'count' }, { code: 'open', kind: 'count' },
      { code: 'openTo', kind: 'text', choice: 'facility.audience' }, { code: 'sites', kind: 'text' },
    ],
    rows: found.map(({ unit, sites, open, community }): Row => ({
      id: unit.id, opens: 'unit', area: community, position: unit.position, cells: [unit.name, unit.nature, community, sites.length, open.length, widestAudience(open), sites.map(({ name }) => name).join('、')],
    })),
    map: { kind: 'points', column: 'nature' },
    answer: { units: found.length, communities: byCommunity.length, opening: opening.length, share: percentOf(opening.length, found.length), place: most === null ? null : (areas.of(most)?.name ?? most), most: inMost.length },
    atoms: [],
  }
}
