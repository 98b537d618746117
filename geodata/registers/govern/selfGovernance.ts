import type { RegisterState } from '../../model/register.ts'
import { areaRow, byArea, nothing, shareOf, total } from '../areas.ts'
import { grouped } from '../grouped.ts'
import { newest } from '../newest.ts'
import type { Register } from '../register.ts'
import { stateOrder } from '../yearly.ts'

/** 17 自治组织: estates by who manages them, owners' committee and stewards of buildings. missing (失管): neither a property firm nor owners who run it. partial: one of the two is lacking, or a term is over. */
export const selfGovernance: Register = (input) => {
  const estates = grouped(input.rows('estate'), ({ area }) => area ?? ''), stewards = input.rows('steward')
  if (estates.size === 0 && stewards.length === 0) return nothing
  const steward = grouped(stewards, ({ area }) => area ?? '')
  const areas = [...new Set([...estates.keys(), ...stewards.flatMap(({ area }) => (area !== null && input.areas.of(area)?.level === 'estate' ? [area] : []))])].flatMap((code) => input.areas.of(code) ?? [])
  // Where stewards are entered by grid, no estate has a number of its own.
  const byEstate = areas.some(({ code }) => steward.has(code))
  const rows = areas.map((area) => {
    const fields = newest(estates.get(area.code) ?? [])?.fields ?? null
    const own = steward.get(area.code) ?? []
    const managed = fields !== null && (fields.property === 'company' || fields.property === 'selfRun'), owners = fields !== null && fields.owners === 'committee'
    const over = fields?.ownersTermEnd != null && fields.ownersTermEnd < input.day
    const state: RegisterState = fields === null ? 'none' : managed && owners && !over ? 'done' : managed || owners ? 'partial' : 'missing'
    return { area, state, row: areaRow(area, [area.code, input.areas.above(area.code, 'community')?.code ?? null, fields?.households ?? null, fields?.property ?? null, fields?.owners ?? null, fields?.ownersMembers ?? null, fields?.ownersPartyMembers ?? null, fields === null ? null : shareOf(fields.ownersPartyMembers ?? 0, fields.ownersMembers ?? 0), fields?.ownersTermEnd ?? null, ...(byEstate ? [own.length === 0 ? null : total(own, (one) => one.fields.buildings), own.length === 0 ? null : total(own, (one) => one.fields.assigned)] : []), state]) }
  })
  const unmanaged = rows.filter(({ state }) => state === 'missing'), inCommunity = byArea(input, unmanaged.map(({ area }) => ({ area: area.code })))
  const buildings = total(stewards, ({ fields }) => fields.buildings), assigned = total(stewards, ({ fields }) => fields.assigned)
  return {
    headlines: [{ code: 'unmanaged', value: unmanaged.length, of: rows.length, kind: 'count' }, { code: 'withOwners', value: rows.filter(({ row }) => row.cells[4] === 'committee').length, of: rows.length, kind: 'count' }, { code: 'stewards', value: assigned, of: buildings, kind: 'count' }],
    columns: [
      { code: 'estate', kind: 'area' }, { code: 'community', kind: 'area' }, { code: 'households', kind: 'count' }, { code: 'property', kind: 'text', choice: 'estate.property' }, { code: 'owners', kind: 'text', choice: 'estate.owners' }, { code: 'ownersMembers', kind: 'count' },
      { code: 'ownersPartyMembers', kind: 'count' }, { code: 'partyShare', kind: 'share' }, { code: 'termEnd', kind: 'day' }, ...(byEstate ? [{ code: 'buildings', kind: 'count' }, { code: 'stewards', kind: 'count' }] as const : []), { code: 'state', kind: 'state' },
    ],
    rows: rows.toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state] || (a.area.code < b.area.code ? -1 : 1)).map(({ row }) => row),
    map: { kind: 'areas', level: 'community', column: 'unmanaged', worse: 'high', values: Object.fromEntries(input.areas.at('community').map(({ code }) => [code, inCommunity(code).length])) },
    answer: { estates: rows.length, unmanaged: unmanaged.length, buildings, assigned, places: unmanaged.map(({ area }) => area.name).join('、') },
    atoms: [],
  }
}
