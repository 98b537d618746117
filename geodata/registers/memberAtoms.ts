import type { EntryOf } from '../model/entry.ts'
import { standingAtoms } from './atoms.ts'
import type { PersonAtom, RegisterInput } from './register.ts'

type MemberCount = EntryOf<'memberCount'>
type Management = MemberCount['fields']['management']

/** Members by how they are led. Rows that name a skill count the same persons once more, and are left out. */
export const leadAtoms = (rows: readonly MemberCount[], management: Management): PersonAtom[] =>
  standingAtoms(rows.filter(({ fields }) => fields.management === management && fields.skill === null), management, ({ fields }) => fields.members)

/** 直管党员: whoever shows them anywhere uses these atoms, so that no two registers cut them into different blocks. */
export const directAtoms = (rows: readonly MemberCount[]): PersonAtom[] => leadAtoms(rows, 'direct')

/** In-service members reported to communities. */
export const reportedAtoms = (rows: readonly EntryOf<'checkinCount'>[]): PersonAtom[] => standingAtoms(rows, 'reported', ({ fields }) => fields.members)

/** Direct members by age. Told by street and above only: by community the small ages would hide all of them, and with the totals give them away. */
export function ageAtoms({ areas }: RegisterInput, rows: readonly MemberCount[]): PersonAtom[] {
  const aged = rows.filter(({ fields }) => fields.management === 'direct' && fields.skill === null && fields.age !== null).map((row) => ({ ...row, area: row.area === null ? null : (areas.above(row.area, 'street')?.code ?? row.area) }))
  return (['to35', 'to60', 'over60'] as const).flatMap((age) => standingAtoms(aged.filter(({ fields }) => fields.age === age), `age:${age}`, ({ fields }) => fields.members))
}
