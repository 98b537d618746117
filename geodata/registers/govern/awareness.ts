import { entryRow, nothing } from '../areas.ts'
import type { Register } from '../register.ts'

/** Rates of fewer answers are not told (DOMAIN.md 7.2). */
const leastAnswers = 30

/** 16 知晓率: answers to surveys, a table and no map: a sample of this size says nothing of one community. */
export const awareness: Register = (input) => {
  const answers = input.rows('surveyAnswer').filter(({ fields }) => fields.year <= Number(input.day.slice(0, 4)))
  if (answers.length === 0) return nothing
  const sorted = answers.toSorted((a, b) => b.fields.year - a.fields.year || (b.fields.share ?? -1) - (a.fields.share ?? -1) || (a.id < b.id ? -1 : 1))
  const shareOf = ({ fields }: (typeof answers)[number]): number | null => (fields.share === null || fields.answered < leastAnswers ? null : fields.share / 100)
  const first = sorted.find((row) => shareOf(row) !== null) ?? sorted[0]
  const { asked, answered, year } = first.fields
  const unknown = sorted.filter(({ fields }) => fields.year === year).map((row) => `${row.fields.question} ${row.fields.share ?? '—'}%`)
  return {
    headlines: [{ code: 'answered', value: answered, of: asked, kind: 'count' }],
    columns: [{ code: 'year', kind: 'count' }, { code: 'area', kind: 'area' }, { code: 'surveyQuestion', kind: 'text' }, { code: 'asked', kind: 'count' }, { code: 'answered', kind: 'count' }, { code: 'share', kind: 'share' }],
    rows: sorted.map((row) => entryRow(row, [row.fields.year, row.area, row.fields.question, row.fields.asked, row.fields.answered, shareOf(row)])),
    map: null, answer: { asked, answered, percent: asked === 0 ? null : Math.round((1000 * answered) / asked) / 10, answers: unknown.join('；') }, atoms: [],
  }
}
