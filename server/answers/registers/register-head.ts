import type { Reader } from '../../../geodata/contract/exchange.ts'
import type { RegisterHead } from '../../../geodata/contract/registers.ts'
import { registerList, type RegisterCode, type RegisterEntry } from '../../../geodata/model/registerList.ts'
import { registerWords } from '../../../geodata/words/registers/all.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { roleAdmits } from '../../security/authorise.ts'
import { Refusal } from '../refusal.ts'

export type Listed = (typeof registerList)[number]

const pages: Readonly<Record<NonNullable<RegisterEntry['page']>, string>> = {
  completeness: '/completeness', twoNew: '/two-new', heat: '/heat', matching: '/matching', narratives: '/registers/narratives',
}

/** What is said of a register before its figures. */
export function headOf(listed: Listed, language: Language): RegisterHead {
  const words = registerWords[listed.code]
  const { page }: Pick<RegisterEntry, 'page'> = listed
  return {
    number: listed.number, code: listed.code, name: words?.name[language] ?? listed.code, group: listed.group, view: listed.view, question: words?.question[language] ?? '',
    sources: [...listed.seeds], formula: words?.formula[language] ?? '', page: page === undefined ? null : pages[page],
  }
}

/** Paragraphs of a narrative; of others none. */
export const textOf = (code: RegisterCode, language: Language): string[] => (registerWords[code]?.text ?? []).map((paragraph) => paragraph[language])

/** Registers for staff only are for editors. */
export const mayRead = ({ access }: Listed, { role }: Reader): boolean => roleAdmits(role, access === 'staff' ? 'editor' : 'leader')

/** Refusal: unknownRegister, needsRole. */
export function listedOf(code: string, reader: Reader): Listed {
  const listed = registerList.find((one) => one.code === code)
  if (!listed) throw new Refusal('unknownRegister', { parameter: 'code', found: code })
  if (!mayRead(listed, reader)) throw new Refusal('needsRole', { path: `/api/v1/registers/${code}`, expected: 'editor', found: reader.role })
  return listed
}
