import type { Sentence } from '../sentence.ts'

/** A sentence in both languages. */
export const say = (zh: string, en: string): Sentence => ({ zh, en })

/** A figure and what it is a part of. */
export const figure = (zh: string, en: string, ofZh?: string, ofEn?: string): { name: Sentence; of?: Sentence } => ({ name: say(zh, en), ...(ofZh !== undefined && ofEn !== undefined && { of: say(ofZh, ofEn) }) })
