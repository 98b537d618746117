import type { Lang } from './numbers.ts'
import { zh, type TextKey, type Texts } from './zh.ts'
import type { Values } from './saying.ts'

export { firstSentence, sayIn, spaced, type Values } from './saying.ts'

export type Say = (key: TextKey, values?: Values) => string

/** Texts of a language; English is fetched only when asked for. */
export const textsOf = async (lang: Lang): Promise<Partial<Texts>> => (lang === 'zh' ? zh : (await import('./en.ts')).en)
