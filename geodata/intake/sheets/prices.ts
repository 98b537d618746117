import type { Price } from '../../model/offer.ts'

/** What a text of prices says, or the first part of it that cannot be read: nothing is guessed. */
export type PricesRead = { ok: true; prices: Price[] } | { ok: false; part: string }

/** As many as the contract takes by hand. */
const most = { prices: 20, what: 40, age: 150, yuan: 100_000 } as const

/**
 * 午餐 60-69岁 12元；70岁以上 10元; "lunch aged 60-69 12 yuan; free". Parts are parted by ； ， 、 or a line break; each names what it is for (or nothing),
 * for which ages (or all), and yuan. 以上 and 以下 include the age itself (民法典 第一千二百五十九条), 不满 and 未满 do not.
 */
export function readPrices(text: string): PricesRead {
  const parts = text.normalize('NFKC').split(/[;,、\n]/).map((part) => part.trim().replace(/[。.]$/, '')).filter((part) => part !== '')
  const prices: Price[] = []
  for (const part of parts) {
    const price = readPart(part)
    if (!price || prices.length === most.prices) return { ok: false, part }
    prices.push(price)
  }
  return prices.length === 0 ? { ok: false, part: text.trim() } : { ok: true, prices }
}

function readPart(part: string): Price | null {
  const [, before, free, number] = /^(.*?)(?:(免费|free)|(\d+(?:\.\d{1,2})?)\s*(?:元|块|yuan))$/i.exec(part) ?? []
  if (before === undefined) return null
  const yuan = free === undefined ? Number(number) : 0
  const { what, minAge, maxAge } = agesIn(before.replace(/[\s:：]+$/, ''))
  const isOrdered = minAge === null || maxAge === null || minAge <= maxAge
  const isWithin = yuan <= most.yuan && (minAge ?? 0) <= most.age && (maxAge ?? 0) >= 0 && (maxAge ?? 0) <= most.age && what.length <= most.what
  return isOrdered && isWithin && isPlain(what) ? { what, minAge, maxAge, yuan } : null
}

/** What is left must be the name of a thing: ages, sums and conditions that were not understood are none. */
const isPlain = (what: string): boolean => !/\d\s*[-–—~至到.]?$|[岁元块折¥]|免费|半价|以上|以下|不满|未满|除外|另收|aged|yuan|free/i.test(what)

const whose = '(?:的?(?:老人|老年人|长者))?'
const years = '\\s*周?岁'
const spans: readonly [RegExp, (one: number, other: number) => [number | null, number | null]][] = [
  [new RegExp(`(\\d{1,3})(?:${years})?\\s*[-–—~至到]\\s*(\\d{1,3})${years}${whose}$`), (one, other) => [one, other]],
  [new RegExp(`(\\d{1,3})${years}\\s*(?:及其?)?以上${whose}$`), (one) => [one, null]],
  [new RegExp(`(\\d{1,3})${years}\\s*(?:及其?)?以下(?:儿童|孩子)?$`), (one) => [null, one]],
  [new RegExp(`(?:不满|未满)\\s*(\\d{1,3})${years}(?:儿童|孩子)?$`), (one) => [null, one - 1]],
  [new RegExp(`(?:年满|满)\\s*(\\d{1,3})${years}${whose}$`), (one) => [one, null]],
  [new RegExp(`(\\d{1,3})${years}$`), (one) => [one, one]],
  [/aged (\d{1,3})\s*-\s*(\d{1,3})$/i, (one, other) => [one, other]],
  [/aged (\d{1,3})\+$/i, (one) => [one, null]],
  [/aged up to (\d{1,3})$/i, (one) => [null, one]],
  [/aged (\d{1,3})$/i, (one) => [one, one]],
]

function agesIn(text: string): Pick<Price, 'what' | 'minAge' | 'maxAge'> {
  for (const [pattern, of] of spans) {
    const found = pattern.exec(text)
    if (!found) continue
    const [minAge, maxAge] = of(Number(found[1]), Number(found[2]))
    return { what: text.slice(0, found.index).trim(), minAge, maxAge }
  }
  return { what: text.trim(), minAge: null, maxAge: null }
}
