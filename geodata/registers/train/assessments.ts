import { byArea, entryRow, nothing, percentOf, total } from '../areas.ts'
import type { Register } from '../register.ts'
import { endOfYear, stateOrder, yearlyState, yearOf } from '../yearly.ts'

/** Assessments of one kind: of this year, each due by its end, and of the year before with their scores and those that never came. */
const assessments = (kind: 'mutual' | 'report'): Register => (input) => {
  const year = yearOf(input.day)
  const rows = input.rows('assessment').filter(({ fields }) => fields.kind === kind && fields.year <= year && fields.year >= year - 1).map((assessment) => ({ assessment, state: yearlyState(assessment.fields.day, assessment.fields.year, input.day) }))
  if (rows.length === 0) return nothing
  const of = (wanted: number): typeof rows => rows.filter(({ assessment }) => assessment.fields.year === wanted)
  const done = (list: typeof rows): typeof rows => list.filter(({ state }) => state === 'done')
  const last = done(of(year - 1)), late = rows.filter(({ state }) => state === 'late'), scored = done(rows).filter(({ assessment }) => assessment.fields.score !== null)
  const lateIn = byArea(input, late.map(({ assessment }) => assessment))
  const excellent = last.filter(({ assessment }) => assessment.fields.result === 'excellent').length
  return {
    headlines: [
      { code: 'assessedThisYear', value: done(of(year)).length, of: of(year).length, kind: 'count' }, { code: 'assessedLastYear', value: last.length, of: of(year - 1).length, kind: 'count' }, { code: 'excellent', value: excellent, of: last.length, kind: 'count' },
      { code: 'meanScore', value: scored.length === 0 ? null : total(scored, ({ assessment }) => assessment.fields.score) / scored.length, of: null, kind: 'score' },
    ],
    columns: [
      { code: 'subject', kind: 'text', choice: 'assessment.subject' }, ...(kind === 'mutual' ? [{ code: 'unit', kind: 'text' } as const] : []), { code: 'community', kind: 'area' }, { code: 'year', kind: 'count' }, { code: 'score', kind: 'score' }, { code: 'result', kind: 'text', choice: 'assessment.result' },
      { code: 'consulted', kind: 'text' }, { code: 'due', kind: 'day' }, { code: 'doneOn', kind: 'day' }, { code: 'state', kind: 'state' },
    ],
    rows: rows.toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state] || (b.assessment.fields.score ?? -1) - (a.assessment.fields.score ?? -1) || (a.assessment.id < b.assessment.id ? -1 : 1)).map(({ assessment, state }) => {
      const { fields, unit, area } = assessment, isDone = state === 'done'
      return entryRow(assessment, [fields.subject, ...(kind === 'mutual' ? [unit === null ? null : (input.unit(unit)?.name ?? null)] : []), area, fields.year, isDone ? fields.score : null, isDone ? fields.result : null, isDone ? fields.consulted : null, endOfYear(fields.year), isDone ? fields.day : null, state])
    }),
    map: { kind: 'areas', level: 'community', column: 'assessmentsLate', worse: 'high', values: Object.fromEntries(input.areas.at('community').map(({ code }) => [code, lateIn(code).length])) },
    answer: { year, lastYear: year - 1, all: of(year - 1).length, done: last.length, percent: percentOf(last.length, of(year - 1).length), excellent, late: late.length, doneNow: done(of(year)).length, due: rows.filter(({ state }) => state === 'due').length },
    atoms: [],
  }
}

/** 26 双向考核 / 双述双评: of units by communities and of communities by units. */
export const mutualAssessment: Register = assessments('mutual')
/** 32 述职考核: of communities by their streets. */
export const workReports: Register = assessments('report')
