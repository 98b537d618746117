import type { Booking, Payment, Price, Programme } from '../model/offer.ts'
import { fillSentence, type Language, type Sentence } from './sentence.ts'

export const bookingWords: Readonly<Record<Booking, Sentence>> = {
  none: { zh: '不用预约', en: 'no booking' },
  phone: { zh: '电话预约', en: 'by telephone' },
  onSite: { zh: '现场登记', en: 'on the spot' },
  online: { zh: '网上预约', en: 'online' },
}

export const paymentWords: Readonly<Record<Payment, Sentence>> = {
  cash: { zh: '现金', en: 'cash' },
  mobile: { zh: '手机支付', en: 'by phone' },
  card: { zh: '卡', en: 'card' },
}

/** All prices of a place in one line, as editors and tables have them: 午餐 60-69岁 12元；70岁以上 10元. geodata/intake/sheets/prices.ts reads it again. */
export const pricesText = (prices: readonly Price[], language: Language): string => prices.map((price) => priceLine(price, language)).join(language === 'zh' ? '；' : '; ')

function priceLine({ what, minAge, maxAge, yuan }: Price, language: Language): string {
  const ages = minAge === null && maxAge === null ? '' : fillSentence(minAge === null ? words.upTo : maxAge === null ? words.from : minAge === maxAge ? words.one : words.between, { minAge, maxAge }, language)
  return [what, ages, fillSentence(yuan === 0 ? words.free : words.yuan, { yuan }, language)].filter((part) => part !== '').join(' ')
}

const words = {
  from: { zh: '{minAge}岁以上', en: 'aged {minAge}+' },
  upTo: { zh: '{maxAge}岁以下', en: 'aged up to {maxAge}' },
  between: { zh: '{minAge}-{maxAge}岁', en: 'aged {minAge}-{maxAge}' },
  one: { zh: '{minAge}岁', en: 'aged {minAge}' },
  free: { zh: '免费', en: 'free' },
  yuan: { zh: '{yuan}元', en: '{yuan} yuan' },
} as const satisfies Readonly<Record<string, Sentence>>

/** What is on, in one line: 书法班 周三 9:00-11:00（二楼）. */
export function programmesText(programmes: readonly Programme[], language: Language): string {
  const line = ({ name, hours, room }: Programme): string => `${name} ${hours}${room === null ? '' : language === 'zh' ? `（${room}）` : ` (${room})`}`
  return programmes.map(line).join(language === 'zh' ? '；' : '; ')
}
