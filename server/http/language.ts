import type { Language } from '../../geodata/words/sentence.ts'

/** The language a caller prefers by Accept-Language: the first of zh and en by weight, zh when neither is named. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag, ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined)
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = wishes.filter(({ language, weight }) => (language === 'zh' || language === 'en') && weight > 0).toSorted((a, b) => b.weight - a.weight)[0]
  return best?.language === 'en' ? 'en' : 'zh'
}
