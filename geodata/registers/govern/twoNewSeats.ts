import { areaRow, byNumber, nothing, percentOf, shareOf } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'
import { standingSeats, type StandingSeat } from './seats.ts'

const kinds = ['twoNew', 'property', 'tower'] as const

/** 52 席位中的两新: seats of new organisations, property firms and towers, each for itself and as the one group of the source. */
export const twoNewSeats: Register = (input) => {
  const seats = standingSeats(input, 'community')
  const of = (own: readonly StandingSeat[], kind: string): number => own.filter(({ seat }) => seat.fields.category === kind).length
  const groupOf = (own: readonly StandingSeat[]): number => kinds.reduce((sum, kind) => sum + of(own, kind), 0)
  if (seats.length === 0) return nothing
  const rows = [...grouped(seats, ({ area }) => area?.code ?? null)].flatMap(([code, own]): Row[] => (own[0].area === null ? [] : [areaRow(own[0].area, [code, own.length, ...kinds.map((kind) => of(own, kind)), groupOf(own), shareOf(groupOf(own), own.length), own.filter(({ seat, tenure }) => tenure === null && kinds.some((kind) => kind === seat.fields.category)).length])]))
  return {
    headlines: [{ code: 'group', value: groupOf(seats), of: seats.length, kind: 'count' }, ...kinds.map((code) => ({ code, value: of(seats, code), of: groupOf(seats), kind: 'count' }) as const)],
    columns: [{ code: 'community', kind: 'area' }, { code: 'seats', kind: 'count' }, ...kinds.map((code) => ({ code, kind: 'count' }) as const), { code: 'group', kind: 'count' }, { code: 'groupShare', kind: 'share' }, { code: 'vacant', kind: 'count' }],
    rows: rows.toSorted(byNumber(5)),
    map: { kind: 'areas', level: 'community', column: 'group', worse: 'low' },
    answer: { seats: seats.length, group: groupOf(seats), percent: percentOf(groupOf(seats), seats.length), ...Object.fromEntries(kinds.map((kind) => [kind, of(seats, kind)])) },
    atoms: [],
  }
}
