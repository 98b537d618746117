import type { Language, Sentence, SentenceDetails } from '../sentence.ts'

/** Names in a row that a sentence still reads well with. */
const mostNames = 6
const oneMyriad = 10_000, hundredMillion = 100_000_000
/** Places that hold years: written as they are. */
const years = new Set(['year', 'lastYear', 'from', 'to'])

/**
 * Puts values into a register's answer. `{name}`: a number as it is read in that language, names up to six. `{name|one|many}`: a number and the word for so many.
 * `[~...]`: left out where one community alone is asked about: it is not compared with itself. `[...]`: left out where one of its places has no value or is `untold`, or the first one counts nothing (0 %, though, is said).
 */
export function fillAnswer(sentence: Sentence, details: SentenceDetails, language: Language, { isOne = false, untold = [] }: { isOne?: boolean; untold?: readonly string[] } = {}): string {
  const filled = sentence[language]
    .replaceAll(/\[(~?)([^\]]*)\]/g, (_, compares: string, part: string) => (isSaid(part, details, untold) && !(isOne && compares !== '') ? part : ''))
    .replace(/^[；，;,]\s*/, '')
    .replaceAll(place, (_, name: string, one?: string, many?: string) => {
      const value = details[name] ?? null
      const said = value === null ? '—' : typeof value === 'string' ? namesIn(value, language) : years.has(name) ? String(value) : numberIn(value, language)
      return one === undefined ? said : `${said} ${value === 1 ? one : many}`
    })
  return language === 'zh' ? filled.replaceAll(/(\d [万亿]) (?=\p{Script=Han})/gu, '$1') : filled
}

const place = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g
const startsWithShare = /^[^{]*\{\w+\} ?%/

function isSaid(part: string, details: SentenceDetails, untold: readonly string[]): boolean {
  const values = [...part.matchAll(place)].map(([, name]) => (untold.includes(name) ? null : (details[name] ?? null)))
  return !values.includes(null) && (values[0] !== 0 || startsWithShare.test(part))
}

/** 47587 as 4.7587 万 or 47 587: exact in both, 亿 to four decimals. */
function numberIn(value: number, language: Language): string {
  if (language === 'zh' && value >= hundredMillion) return `${Math.round(value / oneMyriad) / oneMyriad} 亿`
  if (language === 'zh' && value >= oneMyriad) return `${Math.round(value) / oneMyriad} 万`
  const [whole, decimals] = String(value).split('.')
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u2009') + (decimals === undefined ? '' : `.${decimals}`)
}

/** Names that registers join by 、; of more than six the first ones and how many there are. Clauses joined by ；stay as they are. */
function namesIn(value: string, language: Language): string {
  if (value.includes('；')) return value
  const names = value.split('、')
  const shown = names.slice(0, mostNames).join(language === 'zh' ? '、' : ', ')
  if (names.length <= mostNames) return shown
  return language === 'zh' ? `${shown}等 ${names.length} 个` : `${shown} and ${names.length - mostNames} more`
}
