import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { venueMarkup } from '../../../geodata/contract/feeds.ts'
import { feedTexts } from '../../../geodata/words/feeds.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import { venueAnswer } from '../venues/venue-answer.ts'
import { placeMarkup } from './place-markup.ts'
import type { HsdsAsk } from './hsds-answer.ts'

/** What a page about one place says in its head, without a word of now: whoever keeps it keeps it for days. Refusal unknownRecord. */
export async function venueMarkupAnswer(open: OpenCity, id: string, { publicUrl, language, now }: HsdsAsk): Promise<AnswerOf<typeof venueMarkup>> {
  const told = await venueAnswer(open, id, {}, language, now)
  const { venue, address, hoursText, hours } = told
  const url = `${publicUrl}/venue/${encodeURIComponent(id)}`
  return {
    url, title: fillSentence(feedTexts.title, { name: venue.name, place: venue.communityName ?? open.identity.name }, language), name: venue.name,
    lines: [venue.categoryName, address, hoursText ?? hours, venue.admitsText, venue.priceText, venue.phone, open.identity.demo ? feedTexts.demo[language] : null].filter((line): line is string => line !== null && line !== ''),
    markup: placeMarkup(told, open.hours.calendar, url),
  }
}

/** What every page of the finder is part of. */
export const siteName = (language: Language): string => feedTexts.site[language]
