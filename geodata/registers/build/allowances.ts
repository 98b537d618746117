import { entryRow, total } from '../areas.ts'
import type { Register } from '../register.ts'
import { newestFundYear } from './fundYear.ts'

/** 56 委员补贴、以奖代补: what communities paid, by year. For staff alone. */
export const allowances: Register = (input) => {
  const year = newestFundYear(input, 'allowances')
  const rows = input.rows('fund').filter(({ fields }) => fields.purpose === 'allowances').toSorted((a, b) => b.fields.year - a.fields.year || b.fields.yuan - a.fields.yuan || (a.id < b.id ? -1 : 1))
  const newest = rows.filter(({ fields }) => fields.year === year)
  const yuan = total(newest, ({ fields }) => fields.yuan)
  return {
    headlines: [{ code: 'allowance', value: yuan, of: null, kind: 'yuan' }, { code: 'paying', value: new Set(newest.map(({ area }) => area)).size, of: input.areas.at('community').length, kind: 'count' }],
    columns: [{ code: 'year', kind: 'count' }, { code: 'community', kind: 'area' }, { code: 'source', kind: 'text', choice: 'fund.source' }, { code: 'yuan', kind: 'yuan' }],
    rows: rows.map((row) => entryRow(row, [row.fields.year, row.area, row.fields.source, row.fields.yuan])),
    map: null, answer: { year, yuan, communities: new Set(newest.map(({ area }) => area)).size }, atoms: [],
  }
}
