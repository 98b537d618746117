export type Language = 'zh' | 'en'

/** What fills the places of a sentence. */
export type SentenceDetails = Readonly<Record<string, string | number | null>>

/** One sentence in both languages; `{name}` is the place of a detail. */
export type Sentence = Readonly<Record<Language, string>>

/** Puts the details into their places; a missing detail or null shows as a dash. */
export function fillSentence(sentence: Sentence, details: SentenceDetails, language: Language): string {
  return sentence[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name]
    return value === null || value === undefined ? '—' : String(value)
  })
}
