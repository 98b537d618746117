import type { Admission } from '../model/facility.ts'
import type { Price } from '../model/offer.ts'
import { holdsFor } from '../model/admittance.ts'
import type { DayType } from '../model/holidays.ts'
import type { SessionName } from '../hours/rule.ts'
import type { VenueFilter } from '../model/venue.ts'
import { fillSentence, type Language, type Sentence } from './sentence.ts'

/** Names of the finder's filters, as on its chips. */
export const filterWords: Readonly<Record<VenueFilter, Sentence>> = {
  open: { zh: '现在开着', en: 'open now' },
  admits: { zh: '我能去', en: 'lets me in' },
  stepFree: { zh: '没台阶', en: 'no steps' },
  delivers: { zh: '能送', en: 'delivers' },
  cash: { zh: '收现金', en: 'takes cash' },
  noBooking: { zh: '不用预约', en: 'no booking' },
  halal: { zh: '清真餐', en: 'halal' },
  toilet: { zh: '有厕所', en: 'toilet' },
  free: { zh: '免费', en: 'free' },
}

/** Who may come, in a sentence; `areas`: names of the areas that its visitors must live in. */
export function admissionText({ audience, minAge, maxAge, onlyAreas }: Admission, areas: readonly string[], language: Language): string {
  const parts: string[] = []
  if (audience !== 'everyone') parts.push(audiences[audience][language])
  if (minAge !== null || maxAge !== null) parts.push(fillSentence(minAge === null ? ages.upTo : maxAge === null ? ages.from : ages.between, { minAge, maxAge }, language))
  if (onlyAreas.length > 0) parts.push(fillSentence(locals, { areas: areas.join(language === 'zh' ? '、' : ', ') }, language))
  return parts.length === 0 ? everyone[language] : parts.join(language === 'zh' ? '，' : ', ')
}

const everyone: Sentence = { zh: '谁都可以去', en: 'Everyone' }
const audiences: Readonly<Record<Exclude<Admission['audience'], 'everyone'>, Sentence>> = {
  retired: { zh: '退休人员', en: 'Retired people' },
  disabled: { zh: '残疾人', en: 'Disabled people' },
  couriers: { zh: '快递员、骑手等', en: 'Couriers and riders' },
  members: { zh: '只限会员', en: 'Members only' },
  staff: { zh: '只限本单位职工', en: 'Staff only' },
  byArrangement: { zh: '要先约好，请先打电话', en: 'By arrangement, call first' },
}
const ages = {
  from: { zh: '{minAge} 岁及以上', en: 'aged {minAge} and over' },
  upTo: { zh: '{maxAge} 岁及以下', en: 'aged up to {maxAge}' },
  between: { zh: '{minAge} 至 {maxAge} 岁', en: 'aged {minAge} to {maxAge}' },
} as const
const locals: Sentence = { zh: '限{areas}居民', en: 'residents of {areas}' }

/** What somebody of that age pays, each thing once: 午餐 12 元，晚餐 9–15 元 where it depends on what was not said; '' when nobody stated prices. */
export function priceText(prices: readonly Price[], age: number | null, language: Language): string {
  const mine = prices.filter((price) => holdsFor(price, age))
  if (mine.length > 0 && mine.every(({ yuan }) => yuan === 0)) return free[language]
  return [...new Set(mine.map(({ what }) => what))].map((what) => {
    const yuan = mine.filter((price) => price.what === what).map((price) => price.yuan)
    const [low, high] = [Math.min(...yuan), Math.max(...yuan)]
    const words = fillSentence(high === 0 ? free : low === high ? amount : amounts, { low, high }, language)
    return what === '' ? words : `${what} ${words}`
  }).join(language === 'zh' ? '，' : ', ')
}

const free: Sentence = { zh: '免费', en: 'free' }
const amount: Sentence = { zh: '{low} 元', en: '¥{low}' }
const amounts: Sentence = { zh: '{low}–{high} 元', en: '¥{low}–{high}' }

/** Why something would give nothing, and what would be given up for the nearest place. `without`: names of that; empty: it is only too far. */
export function insteadText(asked: string, without: readonly string[], place: { name: string; walkMinutes: number | null; isFar: boolean; stateText: string } | null, language: Language): string {
  const joined = without.map((name) => (language === 'zh' ? `“${name}”` : `"${name}"`)).join(language === 'zh' ? '、' : ', ')
  if (!place) return fillSentence(asked === '' ? nowhere.all : nowhere.one, { asked }, language)
  const way = place.isFar ? far[language] : place.walkMinutes === null ? '' : fillSentence(walk, { minutes: place.walkMinutes }, language)
  const told = without.length === 0 ? beyond : nearest
  return fillSentence(asked === '' ? told.all : told.one, { asked, without: joined, name: place.name, way, state: place.stateText }, language)
}

const nowhere = {
  one: { zh: '这里还没有登记“{asked}”的地方。', en: 'No place here is known for "{asked}".' },
  all: { zh: '这里还没有登记的地方。', en: 'No place is known here.' },
} as const
const nearest = {
  one: { zh: '“{asked}”加上已选的条件，一处也没有。不要求{without}，最近的是{name}，{way}{state}。', en: 'Nothing is "{asked}" and all that was chosen. Without {without} the nearest is {name}, {way}{state}.' },
  all: { zh: '同时符合所选条件的，一处也没有。不要求{without}，最近的是{name}，{way}{state}。', en: 'Nothing meets all that was chosen. Without {without} the nearest is {name}, {way}{state}.' },
} as const
/** All that was asked is met, only no walk leads there. */
const beyond = {
  one: { zh: '走得到的地方里没有“{asked}”。最近的是{name}，{way}{state}。', en: 'Nothing within a walk is "{asked}". The nearest is {name}, {way}{state}.' },
  all: { zh: '走得到的地方里没有。最近的是{name}，{way}{state}。', en: 'Nothing is within a walk. The nearest is {name}, {way}{state}.' },
} as const
const far: Sentence = { zh: '走路去太远，', en: 'too far on foot, ' }
const walk: Sentence = { zh: '慢走约 {minutes} 分钟，', en: 'about {minutes} min at a slow walk, ' }

/** What else can be given up beside filters. */
export const conditionWords = {
  minutes: { zh: '{minutes} 分钟内', en: 'within {minutes} min' },
  q: { zh: '名称里有“{q}”', en: 'named "{q}"' },
} as const satisfies Readonly<Record<string, Sentence>>

/** Why a day has no session; `holiday`: its name, '' for none. */
export function closedDayText(type: DayType, holiday: string, language: Language): string {
  return fillSentence(type === 'holiday' ? closed.holiday : closed.plain, { holiday }, language)
}
export const suspendedText = (reason: string, language: Language): string => fillSentence(reason === '' ? closed.suspended : closed.suspendedFor, { reason }, language)

const closed = {
  holiday: { zh: '{holiday}假期不开放', en: 'closed, {holiday}' },
  plain: { zh: '不开放', en: 'closed' },
  suspended: { zh: '暂停开放', en: 'closed for now' },
  suspendedFor: { zh: '暂停开放：{reason}', en: 'closed for now: {reason}' },
} as const

export const sessionName = (name: SessionName | '', language: Language): string => (name === '' ? '' : sessions[name][language])
const sessions: Readonly<Record<SessionName, Sentence>> = {
  breakfast: { zh: '早餐', en: 'breakfast' }, lunch: { zh: '午餐', en: 'lunch' }, dinner: { zh: '晚餐', en: 'dinner' }, morning: { zh: '上午', en: 'morning' }, afternoon: { zh: '下午', en: 'afternoon' }, evening: { zh: '晚上', en: 'evening' },
  outpatient: { zh: '门诊', en: 'outpatients' }, emergency: { zh: '急诊', en: 'emergency' },
}

/** What a point found by an address is: the door of a place that states it, or the middle of a street. */
export const addressAbout: Readonly<Record<'place' | 'near' | 'street', Sentence>> = {
  place: { zh: '{name}的门牌', en: 'the address of {name}' },
  near: { zh: '没有登记 {number} 号，这是{name}', en: 'no number {number} is known, this is {name}' },
  street: { zh: '按路的中段算', en: 'counted from the middle of the street' },
}
