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

/**
 * The reason with its figures. Details: category, group, limitMetres, and where there is a nearest site: name, metres, minutes, missesByMetres.
 * `admits` tells whether the nearest site would let the group in.
 */
export function reasonSentence(reason: GapReason, nearest: { admits: boolean } | null, details: SentenceDetails, language: Language): string {
  const first = fillSentence(full[reason], details, language)
  if (!nearest || reason === 'notConnected') return first
  return first + fillSentence(nearest.admits ? nearestAdmitting : nearestRefusing, details, language)
}

const full: Readonly<Record<GapReason, Sentence>> = {
  noneInReach: { zh: '{limitMetres} 米内没有{category}。', en: 'There is no {category} within {limitMetres} m. ' },
  notAdmitted: { zh: '{limitMetres} 米内的{category}都不对{group}开放。', en: 'No {category} within {limitMetres} m admits {group}. ' },
  closedAtThisHour: { zh: '{limitMetres} 米内的{category}此时都不开放。', en: 'Every {category} within {limitMetres} m is closed at this hour. ' },
  full: { zh: '{limitMetres} 米内的{category}都已满。', en: 'Every {category} within {limitMetres} m is full. ' },
  notConnected: { zh: '从这栋楼走不到主要路网。', en: 'No walk leads from this building to the main street network.' },
}

const nearestAdmitting: Sentence = { zh: '最近的是{name}，{metres} 米，约 {minutes} 分钟，超出 {missesByMetres} 米。', en: 'Nearest: {name}, {metres} m, about {minutes} min, {missesByMetres} m too far.' }
const nearestRefusing: Sentence = { zh: '最近的是{name}，{metres} 米，约 {minutes} 分钟，但它不对{group}开放。', en: 'Nearest: {name}, {metres} m, about {minutes} min, but it does not admit {group}.' }
