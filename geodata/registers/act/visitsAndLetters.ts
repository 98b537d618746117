import type { RegisterState } from '../../model/register.ts'
import { entryRow, namesOf } from '../areas.ts'
import type { Register } from '../register.ts'
import { endOfYear, expectedBy, stateOrder, yearOf } from '../yearly.ts'
import { tallyRows } from './tallies.ts'

const kinds = ['homeVisits', 'lettersAndVisits', 'feedbackReviews'] as const

/** 68 家访、来信来访、通报评议: what was to be done in the day's year and the one before, and what was; late ones first. */
export const visitsAndLetters: Register = (input) => {
  const year = yearOf(input.day)
  const duties = tallyRows(input, kinds).filter(({ fields }) => fields.year >= year - 1).map((row) => ({ row, state: stateOf(row.fields, input.day) }))
    .toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state])
  const asked = duties.filter(({ row }) => row.fields.required !== null), late = duties.filter(({ state }) => state === 'late')
  const places = input.areas.at('community').filter(({ code }) => late.some(({ row }) => row.area === code))
  return {
    headlines: [{ code: 'late', value: late.length, of: asked.length, kind: 'count' }, ...kinds.map((kind) => ({ code: kind, value: duties.reduce((sum, { row }) => sum + (row.fields.kind === kind && row.fields.year === year ? row.fields.done : 0), 0), of: null, kind: 'count' as const }))],
    columns: [
      { code: 'kind', kind: 'text', choice: 'tally.kind' }, { code: 'community', kind: 'area' }, { code: 'year', kind: 'count' }, { code: 'required', kind: 'count' }, { code: 'byNow', kind: 'count' }, { code: 'done', kind: 'count' }, { code: 'due', kind: 'day' }, { code: 'state', kind: 'state' },
    ],
    rows: duties.map(({ row, state }) => entryRow(row, [row.fields.kind, row.area, row.fields.year, row.fields.required, byNow(row.fields, input.day), row.fields.done, endOfYear(row.fields.year), state])),
    map: { kind: 'areas', level: 'community', column: 'late', worse: 'high', values: Object.fromEntries(input.areas.at('community').map(({ code }) => [code, late.filter(({ row }) => row.area === code).length])) },
    answer: { year, duties: asked.length, late: late.length, communities: places.length, places: namesOf(places) },
    atoms: [],
  }
}

type Duty = { required: number | null; done: number; year: number }

/** Of a year that is over all of it, of the day's own what whole periods of it ask. */
const byNow = ({ required, year }: Duty, day: string): number | null => (required === null ? null : endOfYear(year) <= day ? required : expectedBy(required, day))

function stateOf(duty: Duty, day: string): RegisterState {
  const wanted = byNow(duty, day)
  if (duty.required === null || wanted === null) return 'none'
  if (duty.done >= duty.required) return 'done'
  return duty.done < wanted ? 'late' : 'due'
}
