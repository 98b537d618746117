import type { EventStream } from '../model/eventCount.ts'
import type { Language, Sentence } from './sentence.ts'
import { eventCategoryWord as commonWord } from './sheets/events.ts'
import { say } from './sheets/sheet-words.ts'

/** Words that one stream alone has, beside those common to events, needs and offers. */
const ownWords: Readonly<Record<EventStream, Readonly<Record<string, Sentence>>>> = {
  service: { haircut: say('义务理发', 'haircuts'), housekeeping: say('家政服务', 'housekeeping') },
  request: {},
  hazard: {},
}

/** A category in the reader's language; what is not known here is shown as it was entered. */
export const eventCategoryWord = (stream: EventStream, code: string, language: Language): string => ownWords[stream][code]?.[language] ?? commonWord(code, language)
