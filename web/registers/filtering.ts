import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { registers } from '../../geodata/contract/registers.ts'
import { registerGroups, type RegisterGroup } from '../../geodata/model/sheets/field.ts'
import type { RegisterView } from '../../geodata/model/register.ts'

export type ListedRegister = AnswerOf<typeof registers>['registers'][number]
export type Wanted = { q: string | null; view: RegisterView | null; late: boolean }

/** Registers whose number, name, question or answer hold every word, of that kind, and with something overdue where that is asked. */
export const wantedRegisters = (all: readonly ListedRegister[], { q, view, late }: Wanted): ListedRegister[] => {
  const words = (q ?? '').trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  return all.filter((one) => {
    const said = `${one.number} ${one.name} ${one.question} ${one.answer} ${one.code}`.toLowerCase()
    return (view === null || one.view === view) && (!late || (one.late ?? 0) > 0) && words.every((word) => said.includes(word))
  })
}

/** In the order of the five headings; a heading without registers is left out. */
export const grouped = (rows: readonly ListedRegister[]): { group: RegisterGroup; rows: readonly ListedRegister[] }[] =>
  registerGroups.map((group) => ({ group, rows: rows.filter((row) => row.group === group) })).filter(({ rows: own }) => own.length > 0)
