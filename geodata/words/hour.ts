import { dayAndMinute } from '../hours/clock.ts'
import { calendarMissingText, clockText, dateText } from './hours.ts'
import { fillSentence, type Language, type Sentence } from './sentence.ts'

/** 2026年2月14日 11:00, 14 February 2026 11:00. */
export function instantText(epochMs: number, language: Language): string {
  const { day, minute } = dayAndMinute(epochMs)
  return `${dateText(day, NaN, language)} ${clockText(minute)}`
}

/** A category whose sites count only where they are open then: 2026年2月14日 11:00 开放的社区食堂. */
export const openThen = (category: string, epochMs: number, language: Language): string => fillSentence(words.openThen, { category, when: instantText(epochMs, language) }, language)

/** What an answer about an hour, or a week of hours, says beside its rule; '' for nothing. `missingYear`: nobody has put in its holidays; null: known. */
export function hourNotes(unknownSites: number, missingYear: number | null, language: Language): string {
  const unknown = unknownSites > 0 ? fillSentence(words.unknownSites, { count: unknownSites }, language) : ''
  return unknown + (missingYear === null ? '' : (language === 'en' ? ' ' : '') + calendarMissingText(missingYear, language))
}

const words = {
  openThen: { zh: '{when} 开放的{category}', en: '{category} open on {when}' },
  unknownSites: { zh: '另有 {count} 处开放时间不明，不算开放。', en: ' The hours of {count} more are unknown; they do not count as open.' },
} satisfies Record<string, Sentence>
