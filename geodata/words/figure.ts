import type { Language, SentenceDetails } from './sentence.ts'

/** Thin space: between thousands, and between Chinese and figures. U+2009, since the web font draws the no-break U+202F next to nothing. */
export const thin = '\u2009'

/** Whole numbers with thin-spaced thousands: 1234567 -> 1 234 567. */
export const exact = (value: number): string => group(String(Math.round(value)))

/** Whole numbers for reading: in Chinese 万 from 10,000 with one decimal, else thin-spaced thousands. */
export const count = (value: number, language: Language): string => {
  const whole = Math.round(value)
  if (language === 'en' || whole < 10_000) return exact(whole)
  const tenThousands = Math.round(whole / 1000) / 10
  return tenThousands < 10_000 ? `${group(String(tenThousands))}${thin}万` : `${group(String(Math.round(tenThousands / 1000) / 10))}${thin}亿`
}

/** Details of a sentence whose numbers are all counts, written as counts are. */
export const counted = (details: SentenceDetails, language: Language): SentenceDetails =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'number' ? count(value, language) : value]))

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, thin)
