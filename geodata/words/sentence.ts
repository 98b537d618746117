export type Language = 'zh' | 'en'

/** What fills the places of a sentence. */
export type SentenceDetails = Readonly<Record<string, string | number | null>>

/** One sentence in both languages; `{name}` is the place of a detail. */
export type Sentence = Readonly<Record<Language, string>>

/** What stands between the things of a list. */
export const listSign = (language: Language): string => (language === 'zh' ? '、' : ', ')

/** Puts the details into their places; a missing detail or null shows as a dash. Lists that were made without knowing the language get its sign; what was found stands as it was found. */
export function fillSentence(sentence: Sentence, details: SentenceDetails, language: Language): string {
  return sentence[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name]
    if (value === null || value === undefined) return '—'
    return language === 'zh' || name === 'found' ? String(value) : String(value).replaceAll('、', listSign(language))
  })
}
