import type { Catalogue, Category, Profile, RuleCode } from '../model/catalogue.ts'
import { metrics } from '../model/catalogue.ts'
import { groups } from '../model/facility.ts'
import type { Limit, Question } from '../model/question.ts'

export type PartialQuestion = Pick<Question, 'category'> & Partial<Omit<Question, 'category'>>

/** Defaults: the category's group, the middle of its minutes (the lower of two), network, planning, whole city, any hour. */
export function fillQuestion(catalogue: Catalogue, partial: PartialQuestion): Question {
  const category = catalogue.categories[categoryIndex(catalogue, partial.category)]
  const question: Question = {
    category: category.code,
    area: partial.area ?? null,
    limit: partial.limit ?? defaultLimit(category),
    metric: partial.metric ?? 'network',
    profile: partial.profile ?? 'planning',
    group: partial.group ?? category.defaultGroup,
    at: partial.at ?? null,
  }
  profileOf(catalogue, question)
  limitMetresOf(catalogue, question)
  if (!metrics.includes(question.metric)) throw new RangeError(`metric: expected one of ${metrics.join(', ')}, got ${question.metric}`)
  if (!groups.includes(question.group)) throw new RangeError(`group: expected one of ${groups.join(', ')}, got ${question.group}`)
  return question
}

/** Metres of the limit: minutes are walked at the profile's speed. */
export function limitMetresOf(catalogue: Catalogue, question: Question): number {
  const { limit } = question
  const metres = 'metres' in limit ? limit.metres : limit.minutes * 60 * profileOf(catalogue, question).metresPerSecond
  if (!(metres > 0 && metres < Infinity)) throw new RangeError(`limit: expected more than 0 metres or minutes, got ${JSON.stringify(limit)}`)
  return metres
}

export function profileOf(catalogue: Catalogue, question: Question): Profile {
  const profile = catalogue.profiles.find((row) => row.code === question.profile)
  if (!profile) throw new RangeError(`profile: expected one of ${catalogue.profiles.map((row) => row.code).join(', ')}, got ${question.profile}`)
  return profile
}

export function categoryIndex(catalogue: Catalogue, code: string): number {
  const index = catalogue.categories.findIndex((row) => row.code === code)
  if (index < 0) throw new RangeError(`category: expected a code of the catalogue, got ${code}`)
  return index
}

export function ruleValue(catalogue: Catalogue, code: RuleCode): number {
  const row = catalogue.rules.find((rule) => rule.code === code)
  if (!row) throw new RangeError(`catalogue ${catalogue.version}: expected a rule ${code}, got none`)
  return row.value
}

function defaultLimit(category: Category): Limit {
  const sorted = category.minutes.toSorted((a, b) => a - b)
  if (sorted.length === 0) throw new RangeError(`category ${category.code}: expected at least one limit in minutes, got none`)
  return { minutes: sorted[Math.floor((sorted.length - 1) / 2)] }
}
