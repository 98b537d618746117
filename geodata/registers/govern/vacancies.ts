import { daysBetween } from '../days.ts'
import { grouped } from '../grouped.ts'
import type { Register, RegisterInput, Row } from '../register.ts'
import { ruleOf } from '../rule.ts'

/** 3 席位空缺: a seat of a standing committee without an open tenure, by days since its last tenure ended, or since the term began. Derived, never stored. */
export const vacancies: Register = (input) => {
  const limit = ruleOf(input.catalogue, 'vacancyDays')
  const empty = vacantSeats(input).toSorted((a, b) => b.days - a.days || (a.seat < b.seat ? -1 : 1))
  const long = empty.filter(({ days }) => days > limit)
  const places = [...new Set(long.flatMap(({ community }) => (community === null ? [] : [input.areas.of(community)?.name ?? community])))]
  return {
    headlines: [
      { code: 'vacant', value: empty.length, of: seatsOf(input).length, kind: 'count' },
      { code: 'vacantLong', value: long.length, of: empty.length, kind: 'count' },
    ],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'seatNumber', kind: 'count' }, { code: 'seatCategory', kind: 'text', choice: 'seat.category' }, { code: 'lastUnit', kind: 'text' },
      { code: 'vacantSince', kind: 'day' }, { code: 'vacantDays', kind: 'days' }, { code: 'exitReason', kind: 'text', choice: 'tenure.exitReason' }, { code: 'state', kind: 'state' },
    ],
    rows: empty.map(({ seat, community, number, category, unit, since, days, reason }): Row => ({
      id: seat, opens: 'entry', area: community, position: null, cells: [community, number, category, unit, since, days, reason, days > limit ? 'late' : 'due'],
    })),
    map: { kind: 'areas', level: 'community', column: 'vacant', worse: 'high' },
    answer: { seats: seatsOf(input).length, vacant: empty.length, long: long.length, days: limit, communities: places.length, places: places.join('、') },
    atoms: [],
    ...(seatsOf(input).length > 0 && { settled: true }),
  }
}

export type VacantSeat = { seat: string; committee: string; community: string | null; number: number; category: string; unit: string | null; since: string; days: number; reason: string | null }

/** Seats of committees whose term holds on the day and that nobody sits on. */
export function vacantSeats(input: RegisterInput): VacantSeat[] {
  const tenures = grouped(input.ever('tenure'), ({ fields }) => fields.seat)
  return seatsOf(input).flatMap(({ id, fields }) => {
    const own = tenures.get(id) ?? []
    if (own.some(({ validFrom, validTo }) => (validFrom === null || validFrom <= input.day) && (validTo === null || validTo > input.day))) return []
    const committee = input.rows('committee').find((row) => row.id === fields.committee)
    const last = own.filter(({ validTo }) => validTo !== null && validTo <= input.day).toSorted((a, b) => ((a.validTo ?? '') < (b.validTo ?? '') ? 1 : -1)).at(0)
    const since = last?.validTo ?? committee?.fields.termStart ?? input.day
    const unit = last?.unit == null ? null : (input.unit(last.unit)?.name ?? null)
    return [{ seat: id, committee: fields.committee, community: committee?.area ?? null, number: fields.number, category: fields.category, unit, since, days: daysBetween(since, input.day), reason: last?.fields.exitReason ?? null }]
  })
}

/** Seats of committees that stand on the day. */
export function seatsOf(input: RegisterInput) {
  const standing = new Set(input.rows('committee').filter(({ fields }) => fields.termStart <= input.day && fields.termEnd > input.day).map(({ id }) => id))
  return input.rows('seat').filter(({ fields }) => standing.has(fields.committee))
}
