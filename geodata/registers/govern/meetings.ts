import type { EntryOf } from '../../model/entry.ts'
import type { RegisterState } from '../../model/register.ts'
import type { MeetingKind } from '../../model/sheets/govern.ts'
import type { RegisterInput } from '../register.ts'
import { endOfPeriod, expectedBy, yearOf } from '../yearly.ts'

/** Meetings of one kind of one area against the catalogue's rule, in the year so far. */
export type MeetingRecord = {
  area: string; kind: MeetingKind; perYear: number
  /** Held until the day; expected: by the periods that are over. */
  held: number; expected: number
  last: string | null
  /** Last day of the first period without its meeting; null: the year is complete. */
  due: string | null
  /** Held in each month of the year; null: the month lies ahead. */
  months: readonly (number | null)[]
  state: RegisterState
}

export function meetingRecord(input: RegisterInput, meetings: readonly EntryOf<'meeting'>[], area: string, kind: MeetingKind): MeetingRecord {
  const year = yearOf(input.day), perYear = perYearOf(input, kind)
  const own = meetings.filter(({ fields }) => fields.kind === kind && yearOf(fields.day) === year && fields.day <= input.day)
  const expected = expectedBy(perYear, input.day), held = own.length
  const months = Array.from({ length: 12 }, (_, i) => {
    const month = `${year}-${String(i + 1).padStart(2, '0')}`
    return month > input.day.slice(0, 7) ? null : own.filter(({ fields }) => fields.day.startsWith(month)).length
  })
  const state: RegisterState = perYear === 0 ? 'none' : held >= perYear ? 'done' : held < expected ? 'late' : held > 0 && held === expected ? 'done' : 'due'
  return { area, kind, perYear, held, expected, last: own.map(({ fields }) => fields.day).toSorted().at(-1) ?? null, due: held >= perYear ? null : endOfPeriod(year, perYear, held + 1), months, state }
}

/** How often a kind is to be held in a year; 0: the catalogue asks for none. */
export const perYearOf = ({ catalogue }: RegisterInput, kind: MeetingKind): number => catalogue.meetingRules.find((rule) => rule.kind === kind)?.perYear ?? 0
