import type { EntryOf } from '../../model/entry.ts'
import type { RegisterState } from '../../model/register.ts'
import { byArea, entryRow, namesOf, nothing, percentOf } from '../areas.ts'
import type { Register } from '../register.ts'
import { endOfYear, expectedBy, stateOrder, yearOf } from '../yearly.ts'

const kinds = ['threeMeetings', 'cadreTraining'] as const

/** 76 三会一课、干部培训、整顿: what is done of what a year asks, prorated to the day for the year that runs; and organisations being put right. For staff, never on a wall. */
export const organisationLife: Register = (input) => {
  const year = yearOf(input.day)
  const tallies = input.rows('tally').filter(({ fields }) => fields.year === year && kinds.some((kind) => kind === fields.kind))
  const organisations = input.rows('partyOrganisation'), repairs = organisations.filter(({ fields }) => fields.underRepair === true)
  if (tallies.length === 0 && repairs.length === 0) return nothing
  const rows = tallies.map((tally) => {
    const required = tally.fields.required ?? 0, expected = expectedBy(required, input.day), { done } = tally.fields
    return { tally, state: stateOf(done, required, expected), cells: [tally.area, tally.fields.kind, done, expected, required, endOfYear(year)] }
  })
  const late = rows.filter(({ state }) => state === 'late'), lateIn = byArea(input, late.map(({ tally }) => tally))
  const communities = input.areas.at('community'), places = communities.filter(({ code }) => lateIn(code).length > 0)
  const repairRows = repairs.map((one: EntryOf<'partyOrganisation'>) => entryRow(one, [one.area, 'underRepair', null, null, null, null, 'partial']))
  return {
    headlines: [{ code: 'onCourse', value: rows.length - late.length, of: rows.length, kind: 'count' }, { code: 'underRepair', value: repairs.length, of: organisations.length, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, { code: 'duty', kind: 'text', choice: 'register.duty' }, { code: 'done', kind: 'count' }, { code: 'expected', kind: 'count' }, { code: 'required', kind: 'count' }, { code: 'due', kind: 'day' }, { code: 'state', kind: 'state' }],
    rows: [...repairRows, ...rows.toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state] || (a.tally.id < b.tally.id ? -1 : 1)).map(({ tally, state, cells }) => entryRow(tally, [...cells, state]))],
    map: { kind: 'areas', level: 'community', column: 'behind', worse: 'high', values: Object.fromEntries(communities.map(({ code }) => [code, lateIn(code).length])) },
    answer: { all: rows.length, late: late.length, percent: percentOf(rows.length - late.length, rows.length), communities: places.length, places: namesOf(places), repairs: repairs.length },
    atoms: [],
  }
}

const stateOf = (done: number, required: number, expected: number): RegisterState => (required === 0 ? 'none' : done >= required ? 'done' : done < expected ? 'late' : done > 0 ? 'done' : 'due')
