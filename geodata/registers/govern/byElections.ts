import type { EntryOf } from '../../model/entry.ts'
import type { RegisterState } from '../../model/register.ts'
import { grouped } from '../grouped.ts'
import { nothing } from '../areas.ts'
import { stateOrder } from '../yearly.ts'
import type { Register, RegisterInput } from '../register.ts'
import { ruleOf } from '../rule.ts'
import { vacantSeats } from './vacancies.ts'

const planned: readonly string[] = ['planned', 'nominated']

/**
 * 4 补选: committees with vacant seats or a by-election in this term. late: a seat has been vacant longer than the rule and nothing is planned. due: vacant within
 * the rule, or planned. partial: more than the one round a term allows. none: vacant, but the term's round has been held. done: held, and no seat vacant.
 */
export const byElections: Register = (input) => {
  const days = ruleOf(input.catalogue, 'vacancyDays')
  const vacant = grouped(vacantSeats(input), ({ committee }) => committee)
  const rounds = grouped(input.rows('byElection').filter(({ fields }) => fields.status !== 'cancelled'), ({ fields }) => fields.committee)
  const committees = input.rows('committee').filter(({ id, fields }) => fields.termStart <= input.day && fields.termEnd > input.day && (vacant.has(id) || (rounds.get(id) ?? []).some((round) => inTerm(round, fields, input))))
  const standing = input.rows('committee').filter(({ fields }) => fields.termStart <= input.day && fields.termEnd > input.day)
  if (standing.length === 0) return nothing
  const rows = committees.map((committee) => {
    const empty = vacant.get(committee.id) ?? []
    const own = (rounds.get(committee.id) ?? []).filter((round) => inTerm(round, committee.fields, input))
    const since = empty.map((seat) => seat.since).toSorted().at(0) ?? null
    const last = own.toSorted((a, b) => ((a.fields.date ?? '9') < (b.fields.date ?? '9') ? 1 : -1)).at(0) ?? null
    const longest = empty.reduce((most, seat) => Math.max(most, seat.days), 0)
    const state: RegisterState = own.length > 1 ? 'partial' : own.some(({ fields }) => planned.includes(fields.status)) ? 'due' : empty.length === 0 ? 'done' : own.length === 1 ? 'none' : longest > days ? 'late' : 'due'
    const due = since === null ? null : dayAfter(since, days)
    return { committee, empty: empty.length, own: own.length, state, cells: [committee.area, empty.length, since, due, own.length, last?.fields.status ?? null, last?.fields.method ?? null, last?.fields.date ?? null, last?.fields.seats.length ?? null, state] as const }
  })
  const late = rows.filter(({ state }) => state === 'late')
  return {
    headlines: [
      { code: 'late', value: late.length, of: committees.length, kind: 'count' },
      { code: 'held', value: rows.filter(({ cells }) => cells[5] === 'held').length, of: committees.length, kind: 'count' },
    ],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'vacant', kind: 'count' }, { code: 'vacantSince', kind: 'day' }, { code: 'due', kind: 'day' }, { code: 'rounds', kind: 'count' },
      { code: 'status', kind: 'text', choice: 'byElection.status' }, { code: 'method', kind: 'text', choice: 'byElection.method' }, { code: 'date', kind: 'day' }, { code: 'seatsFilled', kind: 'count' }, { code: 'state', kind: 'state' },
    ],
    rows: rows.toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state] || b.empty - a.empty || (a.committee.id < b.committee.id ? -1 : 1)).map(({ committee, cells }) => ({ id: committee.id, opens: 'entry', area: committee.area, position: null, cells })),
    map: { kind: 'areas', level: 'community', column: 'late', worse: 'high', values: Object.fromEntries(input.areas.at('community').map(({ code }) => [code, rows.filter(({ committee, state }) => committee.area === code && state === 'late').length])) },
    answer: { days, late: late.length, held: rows.filter(({ cells }) => cells[5] === 'held').length, vacant: late.reduce((sum, { empty }) => sum + empty, 0), places: [...new Set(late.flatMap(({ committee }) => (committee.area === null ? [] : [input.areas.of(committee.area)?.name ?? committee.area])))].join('、') },
    atoms: [],
    settled: true,
  }
}

/** A round belongs to the term in which it was or will be held; one without a day to the present one. Rounds after the day are not known yet, save that they are planned. */
const inTerm = ({ fields: { date, status } }: EntryOf<'byElection'>, { termStart, termEnd }: EntryOf<'committee'>['fields'], { day }: RegisterInput): boolean =>
  date === null || (date >= termStart && date < termEnd && (date <= day || planned.includes(status)))

const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
