import type { Language } from './sentence.ts'

/** What a parameter must be. */
export type Expectation =
  | { kind: 'number'; whole: boolean; above: number | null; from: number | null; to: number | null }
  | { kind: 'oneOf'; values: readonly string[] }
  | { kind: 'text'; from: number | null; to: number | null }

/** "大于 0、不超过 60 的数", "network or straight" … */
export function expectationWords(expectation: Expectation, language: Language): string {
  const zh = language === 'zh'
  if (expectation.kind === 'oneOf') return zh ? expectation.values.join('、') + ' 之一' : `one of ${expectation.values.join(', ')}`
  const bounds: string[] = []
  if (expectation.kind === 'text') {
    if (expectation.from !== null) bounds.push(zh ? `至少 ${expectation.from} 个` : `at least ${expectation.from}`)
    if (expectation.to !== null) bounds.push(zh ? `至多 ${expectation.to} 个` : `at most ${expectation.to}`)
    return zh ? `${bounds.join('、')}字符的文字` : `text of ${bounds.join(' and ')} characters`
  }
  if (expectation.above !== null) bounds.push(zh ? `大于 ${expectation.above}` : `above ${expectation.above}`)
  if (expectation.from !== null) bounds.push(zh ? `不小于 ${expectation.from}` : `from ${expectation.from}`)
  if (expectation.to !== null) bounds.push(zh ? `不超过 ${expectation.to}` : `up to ${expectation.to}`)
  const noun = zh ? (expectation.whole ? '整数' : '数') : expectation.whole ? 'a whole number' : 'a number'
  if (bounds.length === 0) return noun
  return zh ? `${bounds.join('、')} 的${noun}` : `${noun} ${bounds.join(' and ')}`
}
