import { nothing } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { holderOf, standingSeats } from './seats.ts'

const roleOrder = ['secretary', 'deputySecretary', 'member', 'seatMember']

/** 5 成员产生方式: who sits where, by unit and post alone; no schema holds a name. */
export const roster: Register = (input) => {
  const seats = [...standingSeats(input, 'street'), ...standingSeats(input, 'community')]
  if (seats.length === 0) return nothing
  const held = seats.filter(({ tenure }) => tenure !== null)
  const units = new Set(held.flatMap((one) => holderOf(one) ?? []))
  const lines = held.flatMap((one) => {
    const holder = holderOf(one)
    const unit = holder === null ? null : input.unit(holder)
    return unit && one.area?.centre ? [{ from: unit.position, to: one.area.centre, count: 1, row: one.seat.id }] : []
  })
  return {
    headlines: [{ code: 'held', value: held.length, of: seats.length, kind: 'count' }, { code: 'unitsSeated', value: units.size, of: input.units.length, kind: 'count' }],
    columns: [
      { code: 'area', kind: 'area' }, { code: 'seatNumber', kind: 'count' }, { code: 'seatRole', kind: 'text', choice: 'seat.role' }, { code: 'seatCategory', kind: 'text', choice: 'seat.category' }, { code: 'unit', kind: 'text' },
      { code: 'post', kind: 'text' }, { code: 'appointedBy', kind: 'text' }, { code: 'heldSince', kind: 'day' }, { code: 'state', kind: 'state' },
    ],
    rows: seats.toSorted((a, b) => (a.committee.id === b.committee.id ? roleOrder.indexOf(a.seat.fields.role) - roleOrder.indexOf(b.seat.fields.role) || a.seat.fields.number - b.seat.fields.number : a.committee.id < b.committee.id ? -1 : 1)).map((one): Row => {
      const holder = holderOf(one)
      const { fields } = one.seat
      return {
        id: one.seat.id, opens: 'entry', area: one.area?.code ?? null, position: null,
        cells: [one.committee.area, fields.number, fields.role, fields.category, holder === null ? null : (input.unit(holder)?.name ?? null), fields.post, fields.appointedBy, one.tenure?.validFrom ?? null, one.tenure ? 'done' : 'missing'],
      }
    }),
    map: { kind: 'lines', lines },
    answer: { seats: seats.length, held: held.length, units: units.size, secretaries: held.filter(({ seat }) => seat.fields.role === 'secretary').length, police: held.filter(({ seat }) => seat.fields.category === 'police').length },
    atoms: [],
  }
}
