import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../geodata/model/entry.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import { byElections } from '../../../geodata/registers/govern/byElections.ts'
import { greatCommittees } from '../../../geodata/registers/govern/greatCommittees.ts'
import { roster } from '../../../geodata/registers/govern/roster.ts'
import { seatMix } from '../../../geodata/registers/govern/seatMix.ts'
import { streetCommittees } from '../../../geodata/registers/govern/streetCommittees.ts'
import { twoNewSeats } from '../../../geodata/registers/govern/twoNewSeats.ts'
import { vacancies } from '../../../geodata/registers/govern/vacancies.ts'
import { column, figure } from '../../tools/asked-table.ts'
import { handInput } from '../../tools/hand-input.ts'
import { entry } from '../../tools/registers.ts'

const committee = (area: string, level: 'community' | 'street' = 'community', termEnd = '2027-01-15'): Entry => entry(`committee-${area}`, 'committee', { level, termStart: '2024-01-15', termEnd, brand: null }, { area })
const seat = (area: string, number: number, category: FieldsOf<'seat'>['category'], role: FieldsOf<'seat'>['role'] = 'seatMember'): Entry => entry(`${area}${number}`, 'seat', { committee: `committee-${area}`, number, category, role, post: '书记', appointedBy: null }, { unit: `unit-${area}${number}` })
const tenure = (of: string, validFrom: string, validTo: string | null = null): Entry => entry(`tenure-${of}-${validFrom}`, 'tenure', { seat: of, exitReason: validTo === null ? null : 'transferred' }, { unit: `unit-${of}`, validFrom, validTo })
const round = (area: string, status: FieldsOf<'byElection'>['status'], date: string | null, id = 1): Entry => entry(`round-${area}-${id}`, 'byElection', { committee: `committee-${area}`, date, seats: [`${area}1`], method: 'sameUnit', status })

/** West: three seats, the first left on 1 August 2025, the second never held, the third held. Middle: two held. East: a term that is over. The street has its own. */
const entries = [
  committee('w'), seat('w', 1, 'institution'), seat('w', 2, 'twoNew'), seat('w', 3, 'police'), tenure('w1', '2024-01-15', '2025-08-01'), tenure('w3', '2024-01-15'),
  committee('m'), seat('m', 1, 'property'), seat('m', 2, 'tower'), tenure('m1', '2024-01-15', '2026-06-30'), tenure('m1', '2026-06-30'), tenure('m2', '2024-02-01'),
  committee('e', 'community', '2026-06-30'), seat('e', 1, 'institution'),
  committee('s', 'street'), seat('s', 1, 'institution', 'secretary'), tenure('s1', '2024-01-15'),
]
const input = handInput({ entries })

describe('seats of committees drawn by hand', () => {
  test('a term that ends on the day is over: two of three communities have a committee, three of five seats are held', () => {
    const table = greatCommittees(input)
    expect([figure(table, 'communitiesWith'), figure(table, 'seatsHeld')]).toEqual([[2, 3], [3, 5]])
    expect(table.rows.map(({ id, cells }) => [id, cells[1], cells[2], cells[4], cells.at(-1)])).toEqual([['e', 0, 0, null, 'missing'], ['w', 3, 1, 1 / 3, 'done'], ['m', 2, 2, 1, 'done']])
  })

  test('vacant seats count from the day the last holder left, else from the start of the term', () => {
    const table = vacancies(input)
    expect(table.rows.map(({ id, cells }) => [id, cells[4], cells[5], cells.at(-1)])).toEqual([['w2', '2024-01-15', 897, 'late'], ['w1', '2025-08-01', 333, 'late']])
    expect(figure(table, 'vacantLong')).toEqual([2, 2])
  })

  test('nobody missing is an answer and not a register without data', () => {
    const full = vacancies(handInput({ entries: entries.filter(({ id }) => !id.startsWith('w')) }))
    expect([full.rows.length, full.settled]).toEqual([0, true])
    expect(vacancies(handInput({})).settled).toBeUndefined()
    expect(greatCommittees(handInput({})).rows).toEqual([])
  })

  test('property and towers are one group with the two-new, told apart as well', () => {
    expect(['institution', 'twoNewPropertyTower', 'police', 'retired'].map((code) => figure(seatMix(input), code))).toEqual([[1, 5], [3, 5], [1, 5], [0, 5]])
    // One row a community, although each seat has been handed its area as a value of its own.
    const handed = { ...input, areas: { ...input.areas, of: (code: string) => { const area = input.areas.of(code); return area && { ...area } } } }
    for (const register of [seatMix, twoNewSeats]) expect(new Set(register(handed).rows.map(({ id }) => id)).size).toBe(register(handed).rows.length)
    expect(['group', 'twoNew', 'property', 'tower'].map((code) => figure(twoNewSeats(input), code))).toEqual([[3, 5], [1, 3], [1, 3], [1, 3]])
  })

  test('every seat of a standing committee is on the roster, by unit and post', () => {
    const table = roster(input)
    expect(table.rows.map(({ id }) => id)).toEqual(['m1', 'm2', 's1', 'w1', 'w2', 'w3'])
    expect(figure(table, 'held')).toEqual([4, 6])
    expect(column(table, 'state')).toEqual(['done', 'done', 'done', 'missing', 'missing', 'done'])
  })

  test('the street has its great committee; the city’s register says how many have one', () => {
    const places = [true, true, false].map((greatCommittee, i) => entry(`p${i}`, 'placeRegister', { level: 'street', parent: null, urban: true, central: false, form: null, greatCommittee }, { area: 'c' }))
    const table = streetCommittees(handInput({ entries: [...entries, ...places] }))
    expect([figure(table, 'streetsWith'), figure(table, 'registeredWith')]).toEqual([[1, 1], [2, 3]])
  })
})

describe('seats filled within a term', () => {
  const stateOf = (...rounds: Entry[]): unknown => byElections(handInput({ entries: [...entries, ...rounds] })).rows.find(({ id }) => id === 'committee-w')?.cells.at(-1)

  test('vacant beyond 90 days and nothing planned is late, due 90 days after it fell vacant', () => {
    const [row] = byElections(input).rows
    expect([row.area, row.cells[1], row.cells[3], row.cells.at(-1)]).toEqual(['w', 2, '2024-04-14', 'late'])
  })

  test('planned is due, held leaves no second round, two rounds break the rule, a cancelled one is none', () => {
    expect(stateOf(round('w', 'planned', '2026-09-01'))).toBe('due')
    expect(stateOf(round('w', 'held', '2025-01-01'))).toBe('none')
    expect(stateOf(round('w', 'held', '2025-01-01'), round('w', 'planned', null, 2))).toBe('partial')
    expect(stateOf(round('w', 'cancelled', '2025-01-01'))).toBe('late')
    expect(stateOf(round('w', 'held', '2023-05-05'))).toBe('late')
  })
})
