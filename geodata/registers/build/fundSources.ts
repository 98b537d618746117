import { percentOf, total } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'
import { newestFundYear } from './fundYear.ts'

const sources = ['finance', 'dues', 'society', 'collective', 'street'] as const

/** 55 多元经费: money by year and source, whatever it is for. */
export const fundSources: Register = (input) => {
  const year = newestFundYear(input, null)
  const funds = input.rows('fund').filter(({ fields }) => year !== null && fields.year <= year)
  const parts = [...grouped(funds, ({ fields }) => `${fields.year} ${fields.source}`).values()].map((rows) => ({ year: rows[0].fields.year, source: rows[0].fields.source, yuan: total(rows, ({ fields }) => fields.yuan), entries: rows.length }))
    .toSorted((a, b) => b.year - a.year || b.yuan - a.yuan)
  const ofYear = (wanted: number): number => total(parts, (part) => (part.year === wanted ? part.yuan : 0))
  const newest = parts.filter((part) => part.year === year)
  const all = year === null ? 0 : ofYear(year)
  return {
    headlines: [{ code: 'funds', value: all, of: null, kind: 'yuan' }, ...sources.map((source) => ({ code: source, value: all === 0 ? null : total(newest, (part) => (part.source === source ? part.yuan : 0)) / all, of: all, kind: 'share' as const }))],
    columns: [{ code: 'year', kind: 'count' }, { code: 'source', kind: 'text', choice: 'fund.source' }, { code: 'yuan', kind: 'yuan' }, { code: 'share', kind: 'share' }, { code: 'entries', kind: 'count' }],
    rows: parts.map((part): Row => ({ id: `${part.year}-${part.source}`, opens: null, area: null, position: null, cells: [part.year, part.source, part.yuan, part.yuan / ofYear(part.year), part.entries] })),
    map: null,
    answer: { year, yuan: all, ...Object.fromEntries(sources.map((source) => [source, percentOf(total(newest, (part) => (part.source === source ? part.yuan : 0)), all)])) },
    atoms: [],
  }
}
