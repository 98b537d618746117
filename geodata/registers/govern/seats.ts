import type { EntryOf } from '../../model/entry.ts'
import { grouped } from '../grouped.ts'
import type { RegisterArea, RegisterInput } from '../register.ts'

/** A seat of a standing committee, and who holds it by unit and post; nobody: vacant. */
export type StandingSeat = { seat: EntryOf<'seat'>; committee: EntryOf<'committee'>; area: RegisterArea | null; tenure: EntryOf<'tenure'> | null }

/** Committees whose term holds on the day. */
export const standingCommittees = (input: RegisterInput, level: 'community' | 'street'): readonly EntryOf<'committee'>[] =>
  input.rows('committee').filter(({ fields }) => fields.level === level && fields.termStart <= input.day && fields.termEnd > input.day)

/** Seats of the standing committees of a level, by committee and number. */
export function standingSeats(input: RegisterInput, level: 'community' | 'street'): StandingSeat[] {
  const committees = new Map(standingCommittees(input, level).map((committee) => [committee.id, committee]))
  const tenures = grouped(input.ever('tenure'), ({ fields }) => fields.seat)
  return input.rows('seat').flatMap((seat) => {
    const committee = committees.get(seat.fields.committee)
    if (!committee) return []
    const tenure = (tenures.get(seat.id) ?? []).find(({ validFrom, validTo }) => (validFrom === null || validFrom <= input.day) && (validTo === null || validTo > input.day)) ?? null
    return [{ seat, committee, area: committee.area === null ? null : input.areas.of(committee.area), tenure }]
  }).toSorted((a, b) => (a.committee.id === b.committee.id ? a.seat.fields.number - b.seat.fields.number : a.committee.id < b.committee.id ? -1 : 1))
}

/** The unit that holds a seat, as its tenure or else the seat names it; null: none, or vacant. */
export const holderOf = ({ seat, tenure }: StandingSeat): string | null => (tenure === null ? null : (tenure.unit ?? seat.unit))
