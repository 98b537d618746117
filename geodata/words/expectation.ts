import type { Language, Sentence } from './sentence.ts'

/** What a parameter must be. */
export type Expectation =
  | { kind: 'number'; whole: boolean; above: number | null; from: number | null; to: number | null }
  | { kind: 'oneOf'; values: readonly string[] }
  | { kind: 'text'; from: number | null; to: number | null }
  | { kind: 'day' }
  /** An id as it was given out, such as `example`. */
  | { kind: 'id'; example: string }
  /** With its offset. */
  | { kind: 'instant' }
  | { kind: 'position' }
  /** yyyy-mm, both included; null: any. */
  | { kind: 'month'; from: string | null; to: string | null }
  /** A name without folders, of at most so many bytes. */
  | { kind: 'fileName'; bytes: number }
  | { kind: 'password'; rule: PasswordRule }
  /** An area a wall shows; within: of that name, null: any. */
  | { kind: 'wallAreas'; within: string | null }
  | { kind: 'wallChoice' }

/** What a new password breaks; told one at a time, as the end of a sentence about it. */
export type PasswordRule = 'short' | 'long' | 'mixed' | 'name' | 'common' | 'same'

/** "大于 0、不超过 60 的数", "network or straight" … */
export function expectationWords(expectation: Expectation, language: Language): string {
  const zh = language === 'zh'
  if (expectation.kind === 'oneOf') return zh ? expectation.values.join('、') + ' 之一' : `one of ${expectation.values.join(', ')}`
  if (expectation.kind === 'day') return zh ? '年-月-日，例如 2026-03-01' : 'year-month-day such as 2026-03-01'
  if (expectation.kind === 'id') return zh ? `系统给出的编号，形如 ${expectation.example}` : `an id as it was given out, such as ${expectation.example}`
  if (expectation.kind === 'position') return zh ? '经度,纬度，例如 116.397,39.909' : 'longitude,latitude such as 116.397,39.909'
  if (expectation.kind === 'instant') return zh ? '带时区的时刻（1992 至 2199 年），例如 2026-02-14T11:00:00+08:00' : 'an instant with its offset, from 1992 to 2199, such as 2026-02-14T11:00:00+08:00'
  if (expectation.kind === 'month' && (expectation.from === null || expectation.to === null)) return zh ? '年-月，例如 2026-03' : 'year-month such as 2026-03'
  if (expectation.kind === 'month') return zh ? `${expectation.from} 至 ${expectation.to} 的月份` : `a month from ${expectation.from} to ${expectation.to}`
  if (expectation.kind === 'password') return passwordRules[expectation.rule][language]
  if (expectation.kind === 'wallAreas' && expectation.within !== null) return zh ? `“${expectation.within}”之内的区域` : `an area within "${expectation.within}"`
  if (expectation.kind === 'wallAreas') return zh ? '市、区、街道、社区或网格的编码' : 'the code of a city, district, street, community or grid'
  if (expectation.kind === 'wallChoice') return zh ? '同为社区或同为网格的编码，用逗号隔开' : 'codes of communities, or of grids, with commas between'
  if (expectation.kind === 'fileName') return zh ? `不带文件夹、不超过 ${expectation.bytes} 字节的文件名，例如 town.osm.pbf` : `the name of a file without folders, at most ${expectation.bytes} bytes, such as town.osm.pbf`
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

const passwordRules: Readonly<Record<PasswordRule, Sentence>> = {
  short: { zh: '应至少有 8 个字符', en: 'should have at least 8 characters' },
  long: { zh: '应至多有 128 个字符', en: 'should have at most 128 characters' },
  mixed: { zh: '应同时有字母、数字和其他符号', en: 'should have letters, digits and another sign' },
  name: { zh: '不能包含用户名', en: 'must not contain the name of the account' },
  common: { zh: '太常见，请换一个', en: 'is among the most common; choose another' },
  same: { zh: '应与当前口令不同', en: 'should differ from the present one' },
}
