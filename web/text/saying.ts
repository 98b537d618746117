import { thin, type Lang } from './numbers.ts'

export type Values = Readonly<Record<string, string | number>>

/** Says a text of one language with its values filled in; Chinese gets thin spaces round figures. */
export const sayIn = <Key extends string>(texts: Readonly<Partial<Record<Key, string>>>, lang: Lang) => (key: Key, values: Values = {}): string => {
  const filled = (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
  return lang === 'zh' ? spaced(filled) : filled
}

/** A thin space between Chinese characters and figures or Latin letters, whatever space stood there; none after 10,000 and 100,000,000 (U+4E07, U+4EBF). A map approval number stays as it was given. */
export const spaced = (text: string): string => text.split(approval).map((part, at) => (at % 2 === 1 ? part : part
  .replace(/(\p{Script=Han})[ \u2009]?(?=[0-9A-Za-z<>≤≥])/gu, `$1${thin}`)
  .replace(/([0-9A-Za-z%])[ \u2009]?(?=\p{Script=Han})/gu, `$1${thin}`)
  .replace(/([\u4E07\u4EBF]) (?=\p{Script=Han})/gu, '$1'))).join('')

/** Of the state or of a province, with its year, number and U+53F7: GS(2024)0650 and so on. */
const approval = /((?:G|\p{Script=Han})S[(\uFF08]\d{4}[)\uFF09]\d+\u53F7)/u

/** What stands before the first full stop, with it; a decimal point is none. */
export const firstSentence = (text: string): string => text.split(/(?<=\u3002)|(?<=\.)\s/)[0]
