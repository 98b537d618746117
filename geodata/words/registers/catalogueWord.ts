import type { Catalogue } from '../../model/catalogue.ts'
import type { Language } from '../sentence.ts'
import { choiceWord } from './choice.ts'

/** Columns whose codes are rows of the deployment's own catalogue: `catalogue.slot`, `.category`, `.serviceItem`, and `.item` for an item of completeness, a category or a sign. */
export const isOfCatalogue = (choice: string): boolean => choice.startsWith('catalogue.')

/** The catalogue's name for a code, in the reader's language. */
export function catalogueWord({ slots, categories, serviceItems }: Catalogue, choice: string, code: string, language: Language): string {
  const named: Readonly<Record<string, readonly (readonly { code: string; name: string; nameEn: string }[])[]>> = { 'catalogue.slot': [slots], 'catalogue.category': [categories], 'catalogue.serviceItem': [serviceItems], 'catalogue.item': [slots, categories] }
  const found = (named[choice] ?? []).flat().find((row) => row.code === code)
  return found ? (language === 'zh' ? found.name : found.nameEn) : choiceWord('plaque.kind', code, language)
}
