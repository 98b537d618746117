import { total } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'

/** 57 市财政阵地建设: public money for sites by year and in all, beside the items of completeness that were built in that year's batch and what they cost. */
export const siteFunds: Register = (input) => {
  const funds = grouped(input.rows('fund').filter(({ fields }) => fields.purpose === 'sites' && fields.source === 'finance'), ({ fields }) => fields.year)
  const batches = grouped(input.rows('slot').filter(({ fields }) => fields.batchYear !== null), ({ fields }) => fields.batchYear)
  let sum = 0
  const years = [...funds].toSorted((a, b) => a[0] - b[0]).map(([year, rows]) => {
    const built = batches.get(year) ?? []
    const yuan = total(rows, ({ fields }) => fields.yuan)
    sum += yuan
    return { year, yuan, sum, built: built.length, cost: total(built, ({ fields }) => fields.cost) }
  })
  const cost = total(years, (one) => one.cost), built = total(years, (one) => one.built)
  const byArea = grouped([...batches.values()].flat().filter(({ area }) => area !== null), ({ area }) => (area === null ? null : (input.areas.above(area, 'community')?.code ?? null)))
  return {
    headlines: [{ code: 'funds', value: sum, of: null, kind: 'yuan' }, { code: 'cost', value: cost, of: null, kind: 'yuan' }, { code: 'built', value: built, of: null, kind: 'count' }],
    columns: [{ code: 'year', kind: 'count' }, { code: 'yuan', kind: 'yuan' }, { code: 'inAll', kind: 'yuan' }, { code: 'built', kind: 'count' }, { code: 'cost', kind: 'yuan' }],
    rows: years.map((one): Row => ({ id: String(one.year), opens: null, area: null, position: null, cells: [one.year, one.yuan, one.sum, one.built, one.cost] })),
    map: { kind: 'areas', level: 'community', column: 'cost', worse: null, values: Object.fromEntries(input.areas.at('community').map(({ code }) => [code, total(byArea.get(code) ?? [], ({ fields }) => fields.cost)])) },
    answer: { from: years[0]?.year ?? null, to: years.at(-1)?.year ?? null, years: years.length, yuan: sum, built, cost },
    atoms: [],
  }
}
