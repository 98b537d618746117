import type { EntryOf } from '../../model/entry.ts'
import type { tallyKinds } from '../../model/sheets/train.ts'
import { grouped } from '../grouped.ts'
import type { RegisterArea, RegisterInput } from '../register.ts'
import { yearOf } from '../yearly.ts'

export type TallyKind = (typeof tallyKinds)[number]

/** Rows of some kinds until the year of the day. */
const talliesOf = (input: RegisterInput, kinds: readonly TallyKind[]): readonly EntryOf<'tally'>[] => input.rows('tally').filter(({ fields }) => kinds.includes(fields.kind) && fields.year <= yearOf(input.day))

/** The newest year that any row of these kinds speaks of, not after the day's; null: none does. */
export const newestYear = (input: RegisterInput, kinds: readonly TallyKind[]): number | null => talliesOf(input, kinds).reduce<number | null>((newest, { fields }) => Math.max(newest ?? 0, fields.year), null)

export type CommunityTallies = { community: RegisterArea; /** By kind, in the order asked. */ done: number[]; total: number }

/** Sums of a year by community, the largest first; communities without a row are left out. */
export function communityTallies(input: RegisterInput, kinds: readonly TallyKind[], year: number | null): CommunityTallies[] {
  const own = grouped(talliesOf(input, kinds).filter(({ fields }) => fields.year === year), ({ area }) => (area === null ? null : (input.areas.above(area, 'community')?.code ?? null)))
  return input.areas.at('community').flatMap((community): CommunityTallies[] => {
    const rows = own.get(community.code)
    if (!rows) return []
    const done = kinds.map((kind) => rows.reduce((sum, { fields }) => sum + (fields.kind === kind ? fields.done : 0), 0))
    return [{ community, done, total: done.reduce((sum, count) => sum + count, 0) }]
  }).toSorted((a, b) => b.total - a.total || (a.community.code < b.community.code ? -1 : 1))
}

/** Rows of these kinds about any area, newest year first. */
export const tallyRows = (input: RegisterInput, kinds: readonly TallyKind[]): EntryOf<'tally'>[] =>
  talliesOf(input, kinds).toSorted((a, b) => b.fields.year - a.fields.year || kinds.indexOf(a.fields.kind) - kinds.indexOf(b.fields.kind) || (a.id < b.id ? -1 : 1))
