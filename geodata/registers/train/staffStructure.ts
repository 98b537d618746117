import { nothing, percentOf, shareOf, total } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'

/** Shares of fewer are not told (DOMAIN.md 7.2). */
const leastForShare = 30

/** 31 干部结构: staff by team and where they came from: how many are over fifty, and without high school. */
export const staffStructure: Register = (input) => {
  const staff = input.rows('staff')
  const described = staff.filter(({ fields }) => fields.over50 !== null || fields.belowHighSchool !== null || fields.origin !== null)
  if (described.length === 0) return nothing
  const of = (rows: typeof described, column: 'actual' | 'over50' | 'belowHighSchool'): number => total(rows, ({ fields }) => fields[column])
  const share = (rows: typeof described, column: 'over50' | 'belowHighSchool'): number | null => { const known = rows.filter(({ fields }) => fields[column] !== null); return of(known, 'actual') < leastForShare ? null : shareOf(of(known, column), of(known, 'actual')) }
  const known = (rows: typeof described, column: 'over50' | 'belowHighSchool'): number | null => (rows.some(({ fields }) => fields[column] !== null) ? of(rows, column) : null)
  const rows = [...grouped(described, ({ fields }) => `${fields.kind} ${fields.origin ?? ''}`)].map(([id, own]): Row => ({
    id, opens: null, area: null, position: null, cells: [own[0].fields.kind, own[0].fields.origin, of(own, 'actual'), known(own, 'over50'), share(own, 'over50'), known(own, 'belowHighSchool'), share(own, 'belowHighSchool')],
  }))
  const cadres = described.filter(({ fields }) => fields.kind === 'cadre' && fields.over50 !== null)
  return {
    headlines: [{ code: 'cadres', value: of(cadres, 'actual'), of: null, kind: 'count' }, { code: 'over50Share', value: share(cadres, 'over50'), of: null, kind: 'share' }, { code: 'belowHighSchoolShare', value: share(cadres, 'belowHighSchool'), of: null, kind: 'share' }],
    columns: [{ code: 'team', kind: 'text', choice: 'staff.kind' }, { code: 'origin', kind: 'text', choice: 'staff.origin' }, { code: 'actual', kind: 'count' }, { code: 'over50', kind: 'count' }, { code: 'over50Share', kind: 'share' }, { code: 'belowHighSchool', kind: 'count' }, { code: 'belowHighSchoolShare', kind: 'share' }],
    rows: rows.toSorted((a, b) => Number(a.cells[3] === null) - Number(b.cells[3] === null) || Number(b.cells[2]) - Number(a.cells[2]) || (a.id < b.id ? -1 : 1)), map: null,
    answer: { cadres: of(cadres, 'actual'), over50: percentOf(of(cadres, 'over50'), of(cadres, 'actual')), below: percentOf(of(cadres, 'belowHighSchool'), of(cadres, 'actual')) }, atoms: [],
  }
}
