import { entryRow } from '../areas.ts'
import type { Register } from '../register.ts'
import { newestYear, tallyRows } from './tallies.ts'

const kinds = ['platformFunctions', 'platformCourses'] as const

/** 41 智慧党建平台: functions in use and courses taken, by year. */
export const platformUse: Register = (input) => {
  const rows = tallyRows(input, kinds), year = newestYear(input, kinds)
  const sum = (kind: (typeof kinds)[number], of: 'done' | 'required'): number => rows.reduce((total, { fields }) => total + (fields.kind === kind && fields.year === year ? (fields[of] ?? 0) : 0), 0)
  const [functions, wanted, courses] = [sum('platformFunctions', 'done'), sum('platformFunctions', 'required'), sum('platformCourses', 'done')]
  return {
    headlines: [{ code: 'functions', value: functions, of: wanted, kind: 'count' }, { code: 'courses', value: courses, of: null, kind: 'count' }],
    columns: [{ code: 'kind', kind: 'text', choice: 'tally.kind' }, { code: 'area', kind: 'area' }, { code: 'year', kind: 'count' }, { code: 'done', kind: 'count' }, { code: 'required', kind: 'count' }],
    rows: rows.map((row) => entryRow(row, [row.fields.kind, row.area, row.fields.year, row.fields.done, row.fields.required])),
    map: null, answer: { year, functions, wanted, courses }, atoms: [],
  }
}
