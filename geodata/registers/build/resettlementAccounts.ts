import { entryRow, namesOf, total } from '../areas.ts'
import type { Register } from '../register.ts'
import { yearOf } from '../yearly.ts'
import { resettlementCommunities } from './resettlementSites.ts'

/** 58 安置社区收支: money to open with and yearly management fees of resettlement communities, and what the fees are for each household. */
export const resettlementAccounts: Register = (input) => {
  const own = resettlementCommunities(input)
  const rows = input.rows('fund').filter(({ area, fields }) => area !== null && own.has(input.areas.above(area, 'community')?.code ?? '') && (fields.purpose === 'opening' || fields.purpose === 'management') && fields.year <= yearOf(input.day))
    .toSorted((a, b) => b.fields.year - a.fields.year || b.fields.yuan - a.fields.yuan || (a.id < b.id ? -1 : 1))
  const opening = total(rows, ({ fields }) => (fields.purpose === 'opening' ? fields.yuan : 0))
  const year = rows.reduce<number | null>((newest, { fields }) => (fields.purpose === 'management' ? Math.max(newest ?? 0, fields.year) : newest), null)
  const management = total(rows, ({ fields }) => (fields.purpose === 'management' && fields.year === year ? fields.yuan : 0))
  const told = [...own].map((code) => input.residents(code)?.households ?? null)
  const households = told.length === 0 || told.includes(null) ? null : total(told, (count) => count)
  const perHousehold = households === null || households === 0 || management === 0 ? null : Math.round(management / households)
  return {
    headlines: [{ code: 'opening', value: opening, of: null, kind: 'yuan' }, { code: 'management', value: management, of: null, kind: 'yuan' }, { code: 'perHousehold', value: perHousehold, of: null, kind: 'yuan' }],
    columns: [{ code: 'year', kind: 'count' }, { code: 'name', kind: 'text' }, { code: 'purpose', kind: 'text', choice: 'fund.purpose' }, { code: 'source', kind: 'text', choice: 'fund.source' }, { code: 'community', kind: 'area' }, { code: 'yuan', kind: 'yuan' }],
    rows: rows.map((row) => entryRow(row, [row.fields.year, row.name, row.fields.purpose, row.fields.source, row.area, row.fields.yuan])),
    map: null,
    answer: { places: namesOf(input.areas.at('community').filter(({ code }) => own.has(code))), opening, year, management, households, perHousehold },
    atoms: [],
  }
}
