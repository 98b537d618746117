import type * as z from 'zod/mini'
import type { question as questionPart } from '../../geodata/contract/parts.ts'
import type { Asked } from '../../geodata/kernel/figures.ts'
import { ruleValue } from '../../geodata/kernel/question.ts'
import { readInstant } from '../../geodata/hours/clock.ts'
import { hourNotes, openThen } from '../../geodata/words/hour.ts'
import { ruleSentence } from '../../geodata/words/rules.ts'
import { fillSentence, type Language, type SentenceDetails } from '../../geodata/words/sentence.ts'
import { groupWords, profileWords } from '../../geodata/words/terms.ts'
import type { Hour } from './hours/moment.ts'
import type { OpenCity } from './open-city.ts'

export type QuestionAnswer = z.infer<typeof questionPart>

/** The question as it was understood. */
export function describeQuestion(open: OpenCity, asked: Asked, asOf: string | null, language: Language): QuestionAnswer {
  const { question } = asked
  return {
    category: question.category, categoryName: categoryName(open, question.category, language), area: question.area, areaName: question.area === null ? null : areaName(open, question.area),
    limitMetres: rounded(asked.limitMetres), limitMinutes: rounded(asked.limitMinutes), metric: question.metric, profile: question.profile, metresPerSecond: asked.metresPerSecond, group: question.group, at: question.at, asOf,
  }
}

/** The rule behind the figures, in a sentence; of an hour asked for, what is not known of it. */
export function describeRule(open: OpenCity, asked: Asked, language: Language, hour: Hour | null = null): string {
  const words = wordsOf(open, asked, language), { at } = asked.question
  const rule = ruleSentence(asked.question.metric, {
    ...words, ...(at !== null && { category: openThen(categoryName(open, asked.question.category, language), readInstant(at) ?? NaN, language) }), limitMinutes: rounded(asked.limitMinutes), pace: asked.metresPerSecond, profile: fillSentence(profileWords[asked.question.profile], {}, language),
    factor: ruleValue(open.catalogue, 'marginalFactor'), communityShare: Math.round(ruleValue(open.catalogue, 'communityCoveredShare') * 100),
  }, language)
  return rule + (hour ? hourNotes(hour.unknownSites, hour.day.known ? null : Number(hour.day.day.slice(0, 4)), language) : '')
}

/** Words that the sentences of an answer share. */
export function wordsOf(open: OpenCity, asked: Asked, language: Language): SentenceDetails {
  return { category: categoryName(open, asked.question.category, language), group: fillSentence(groupWords[asked.question.group], {}, language), limitMetres: Math.round(asked.limitMetres) }
}

export function categoryName(open: OpenCity, code: string, language: Language): string {
  const row = open.catalogue.categories.find((category) => category.code === code)
  return row ? (language === 'zh' ? row.name : row.nameEn) : code
}

export function areaName(open: OpenCity, code: string): string {
  const index = open.city.areas.byCode.get(code)
  return index === undefined ? code : open.city.areas.names[index]
}

/** One decimal: finer than any source of the city knows. */
export const rounded = (value: number): number => Math.round(value * 10) / 10

export const minutesOf = (metres: number, asked: Asked): number => rounded(metres / asked.metresPerSecond / 60)

export const share = (part: number, total: number): number | null => (total === 0 ? null : part / total)
