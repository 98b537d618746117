import type { Language, Sentence } from '../sentence.ts'
import { choiceWords } from '../sheets/all.ts'
import { registerChoices } from './choices.ts'

const all: Readonly<Record<string, Readonly<Record<string, Sentence>> | undefined>> = { ...registerChoices, ...choiceWords }

/** A code of a choice in the reader's language, sheets' choices among them; the code itself where nobody has put it into words. */
export const choiceWord = (choice: string, code: string, language: Language): string => all[choice]?.[code]?.[language] ?? code
