import { closingText, stateText } from '../../geodata/words/hours.ts'
import type { VenueRow } from '../../geodata/contract/venues.ts'
import type { FindKey } from '../text/find.zh.ts'
import type { Lang } from '../text/numbers.ts'
import type { Values } from '../text/saying.ts'
import { isOpen } from './fit.ts'
import type { Pace } from './pace.ts'
import type { Place } from './standing.ts'

export type Say = (key: FindKey, values?: Values) => string

/** Longer than this until the door shuts, and nobody counts the minutes. */
const countedMinutes = 120

/** The state in a word, and until when: 正在供餐 and 11:40 关门，还有 35 分钟. `until` is '' where the word says it all. */
export const stateWords = ({ row, standing }: Place, at: number, say: Say, lang: Lang): { word: string; until: string } => {
  const served = row.wishes.includes('eat') && standing.state === 'open' && !standing.session?.byAppointment
  const word = served ? say('card.meal') : stateText(standing, at, lang)
  const until = closingText(standing, at, lang)
  const minutes = standing.next && isOpen(standing.state) ? Math.ceil((standing.next.at - at) / 60_000) : Infinity
  const left = standing.state === 'open' && minutes <= countedMinutes ? say('card.left', { minutes }) : ''
  return { word, until: [until, left].filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ') }
}

/** Minutes on foot of who asks; null: no way is known. */
export const minutesOf = ({ walkMinutes, adultMinutes }: Pick<VenueRow, 'walkMinutes' | 'adultMinutes'>, pace: Pace): number | null => (pace === 'adult' ? adultMinutes ?? walkMinutes : walkMinutes)

/** 慢走 9 分钟, or 步行 6 分钟; '' where no way is known. */
export const walkWords = (row: Pick<VenueRow, 'walkMinutes' | 'adultMinutes'>, pace: Pace, say: Say): string => {
  const minutes = minutesOf(row, pace)
  return minutes === null ? '' : say(pace === 'adult' ? 'card.adult' : 'card.slow', { minutes })
}

/** The minutes of both, those of who asks first, as a sentence; '' where no way is known. */
export const bothWalks = ({ walkMinutes: elder, adultMinutes: adult }: Pick<VenueRow, 'walkMinutes' | 'adultMinutes'>, pace: Pace, say: Say): string => (elder === null || adult === null ? '' : say(pace === 'adult' ? 'detail.wayMinutesAdult' : 'detail.wayMinutes', { elder, adult }))

/** 640 米, 1.2 公里. */
export const distanceWords = (metres: number, say: Say): string =>
  (metres >= 1000 ? say('card.kilometres', { kilometres: (metres / 1000).toFixed(1) }) : say('card.metres', { metres: Math.round(metres / 10) * 10 }))

/** 12 元, or 不要钱; '' where nobody knows. */
export const yuanWords = (yuan: number | null, say: Say): string => (yuan === null ? '' : yuan === 0 ? say('detail.free') : say('detail.yuan', { yuan: yuan % 1 === 0 ? yuan : yuan.toFixed(1) }))

/** What it costs and whether it can be paid in cash, for whoever asks. */
export const priceWords = ({ priceText, payments, yuan }: VenueRow, say: Say, lang: Lang): string => {
  const price = priceText || yuanWords(yuan, say) || say('card.priceUnknown')
  if (payments.length === 0 || yuan === 0) return price
  return `${price}${lang === 'zh' ? '，' : ', '}${say(payments.includes('cash') ? 'card.cash' : 'card.noCash')}`
}

/** 带老年卡或身份证, where it stands without a label, as it is where it begins with that word (请带身份证); '' where nothing is needed, or nobody knows. */
export const bringWords = ({ bring }: Pick<VenueRow, 'bring'>, say: Say): string => {
  if (bring === null || bring === '') return ''
  const verb = say('card.bringIt', { what: '' }).trim()
  return bring.slice(0, verb.length + 2).includes(verb) ? bring : say('card.bringIt', { what: bring })
}

/** Digits and a leading plus: what a telephone dials. */
export const telephone = (phone: string): string => `tel:${phone.replace(/[^\d+*#,]/g, '')}`
