import type { Admission, Audience } from '../model/facility.ts'
import type { GapReason } from '../model/question.ts'
import { fillSentence, type Language, type Sentence, type SentenceDetails } from './sentence.ts'

/** Why a building is left out, as a few words. */
export const reasonWords: Readonly<Record<GapReason, Sentence>> = {
  noneInReach: { zh: '步行范围内没有', en: 'none in reach' },
  notAdmitted: { zh: '有，但不对这些居民开放', en: 'in reach, but does not admit them' },
  closedAtThisHour: { zh: '此时不开放', en: 'closed at this hour' },
  full: { zh: '已满', en: 'full' },
  notConnected: { zh: '走不到', en: 'not connected' },
}

/** What keeps the group out of a site: its audience, where its visitors must live, or their age. */
export type Refusal = Exclude<Audience, 'everyone'> | 'residence' | 'age'

/** The first thing that a site asks of its visitors. */
export function refusalOf({ audience, onlyAreas }: Admission): Refusal {
  if (audience !== 'everyone') return audience
  return onlyAreas.length > 0 ? 'residence' : 'age'
}

/**
 * The reason in a few words and, as a second sentence, the nearest site. Details: category, group and, where there is a nearest site, name,
 * metres, minutes, missesByMetres. `admits` tells whether the nearest site would let the group in, `isOpen` whether it is open then (null: no hour asked); `refusal` what the nearest of all asks
 * of its visitors, where that is the reason and known; `shut` the site that would do at another hour, where that is the reason.
 */
export function reasonSentence(reason: GapReason, nearest: { admits: boolean; isOpen: boolean | null } | null, refusal: Refusal | null, shut: { name: string } | null, details: SentenceDetails, language: Language): string {
  // Sites of real data often bear no name; a sentence needs one.
  const called = (name: SentenceDetails[string] | undefined): SentenceDetails => ({ ...details, name: name === '' ? fillSentence(unnamed, details, language) : (name ?? null) })
  const first = fillSentence(reason === 'notAdmitted' && refusal !== null ? refused[refusal] : short[reason], details, language)
  if (!nearest || reason === 'notConnected') return first
  // It is the nearest itself, and no other is open.
  if (shut && nearest.isOpen === false) return first + fillSentence(nothingOpen, called(shut.name), language)
  return first + (shut ? fillSentence(shutNear, called(shut.name), language) : '') + fillSentence(!nearest.admits ? nearestRefusing : nearest.isOpen === null ? nearestAdmitting : nearest.isOpen ? nearestOpen : nearestShut, called(details['name']), language)
}

/** Short enough for one line of a list: the limit stands in the question above it. */
const short: Readonly<Record<GapReason, Sentence>> = {
  noneInReach: { zh: '范围内没有{category}。', en: 'None within reach. ' },
  notAdmitted: { zh: '附近有，但不接纳。', en: 'Near, but not admitted. ' },
  closedAtThisHour: { zh: '附近有，此时不开。', en: 'Near, but closed now. ' },
  full: { zh: '附近有，但已满。', en: 'Near, but full. ' },
  notConnected: { zh: '楼前未接入路网。', en: 'Off the street network.' },
}

const refused: Readonly<Record<Refusal, Sentence>> = {
  staff: { zh: '最近的只对职工开放。', en: 'Nearest: staff only. ' },
  members: { zh: '最近的只对会员开放。', en: 'Nearest: members only. ' },
  retired: { zh: '最近的只对退休者开放。', en: 'Nearest: retired only. ' },
  disabled: { zh: '最近的只对残疾人开放。', en: 'Nearest: disabled only. ' },
  couriers: { zh: '最近的只对骑手等开放。', en: 'Nearest: couriers only. ' },
  byArrangement: { zh: '最近的须另行约定。', en: 'Nearest: on request. ' },
  residence: { zh: '最近的只对本片居民。', en: 'Nearest: locals only. ' },
  age: { zh: '最近的限年龄。', en: 'Nearest: age limit. ' },
}

const shutNear: Sentence = { zh: '{name}关着；', en: '{name} is closed. ' }
const nothingOpen: Sentence = { zh: '{name}关着，别处也都不开。', en: '{name} is closed, and so is every other.' }
const nearestOpen: Sentence = { zh: '此时开着的最近一处：{name}，{metres} 米，约 {minutes} 分钟，超出上限 {missesByMetres} 米。', en: 'Nearest that is open: {name}, {metres} m, about {minutes} min, {missesByMetres} m beyond the limit.' }
const nearestShut: Sentence = { zh: '最近一处：{name}，{metres} 米，约 {minutes} 分钟，此时不开。', en: 'Nearest: {name}, {metres} m, about {minutes} min, closed now.' }
const unnamed: Sentence = { zh: '未命名的{category}', en: 'an unnamed {category}' }
const nearestAdmitting: Sentence = { zh: '能去的最近一处：{name}，{metres} 米，约 {minutes} 分钟，超出上限 {missesByMetres} 米。', en: 'Nearest that admits {group}: {name}, {metres} m, about {minutes} min, {missesByMetres} m beyond the limit.' }
const nearestRefusing: Sentence = { zh: '最近一处：{name}，{metres} 米，约 {minutes} 分钟，不对{group}开放。', en: 'Nearest of all: {name}, {metres} m, about {minutes} min; it does not admit {group}.' }
