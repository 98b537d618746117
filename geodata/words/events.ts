import type { EventStream } from '../model/eventCount.ts'
import type { Language, Sentence } from './sentence.ts'

/** Words for the categories a deployment uses, by stream. What is not here is shown as it was entered. */
export const eventCategoryWords: Readonly<Record<EventStream, Readonly<Record<string, Sentence>>>> = { service: {}, request: {}, hazard: {} }

export const eventCategoryWord = (stream: EventStream, code: string, language: Language): string => eventCategoryWords[stream][code]?.[language] ?? code
