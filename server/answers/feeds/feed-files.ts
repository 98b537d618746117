import { fillSentence, listSign, type Language, type Sentence } from '../../../geodata/words/sentence.ts'
import { feedHeadings, feedTexts } from '../../../geodata/words/feeds.ts'
import { listNotes, listTexts } from '../../../geodata/words/lists.ts'
import { bookingWords, paymentWords, pricesText } from '../../../geodata/words/offer.ts'
import { csvOf } from '../csv.ts'
import { demoMark, fileName, mediaTypes } from '../export-file.ts'
import type { OpenCity } from '../open-city.ts'
import { textBytes, type Reply } from '../reply.ts'
import type { CellValue } from '../table.ts'
import type { VenueQuery } from '../venues/choice.ts'
import { feedPlaces, type FeedPlace } from './feed-places.ts'

/** The places found as a file for others' software. */
export async function feedFile(open: OpenCity, query: VenueQuery, format: 'geojson' | 'csv', language: Language, now: number): Promise<Reply> {
  const { at, dataDate, dataVersion, places } = await feedPlaces(open, query, language, now)
  const { name, attribution, demo } = open.identity
  const notice = demo ? demoMark[language] : null
  const rows = places.map((place) => columns.map(({ of }) => of(place, language)))
  const body = format === 'geojson'
    ? JSON.stringify({
      type: 'FeatureCollection', name, attribution, notice, at, dataDate, dataVersion,
      features: places.map(({ venue }, i) => ({ type: 'Feature', id: venue.id, geometry: { type: 'Point', coordinates: venue.position }, properties: Object.fromEntries(columns.flatMap(({ code }, k) => (code === 'lon' || code === 'lat' ? [] : [[code, rows[i][k]]]))) })),
    })
    : csvOf({
      name: '', headings: columns.map(({ code }) => feedHeadings[code][language]), rows, notesName: listTexts.notes[language],
      notes: [...(notice === null ? [] : [[listNotes.notice[language], notice] as const]), [listNotes.city[language], name], [feedTexts.at[language], at], [listNotes.dataDate[language], dataDate], [listNotes.dataVersion[language], dataVersion], [listNotes.attribution[language], attribution]],
    })
  const file = fileName([name, fillSentence(feedTexts.places, {}, language), dataDate ?? ''], demo, format, language)
  return { body: textBytes(body), mediaType: mediaTypes[format], headers: { 'content-disposition': `attachment; filename="venues.${format}"; filename*=UTF-8''${encodeURIComponent(file)}` } }
}

type Column = { code: keyof typeof feedHeadings; of: (place: FeedPlace, language: Language) => CellValue }

const columns: readonly Column[] = [
  { code: 'id', of: ({ venue }) => venue.id }, { code: 'name', of: ({ venue }) => venue.name }, { code: 'category', of: ({ venue }) => venue.category }, { code: 'categoryName', of: ({ venue }) => venue.categoryName },
  { code: 'community', of: ({ venue }) => venue.communityName }, { code: 'unit', of: ({ venue }) => venue.unitName }, { code: 'address', of: ({ facility }) => facility.offer.address },
  { code: 'lon', of: ({ venue }) => venue.position[0] }, { code: 'lat', of: ({ venue }) => venue.position[1] },
  { code: 'walkMetres', of: ({ venue }) => venue.walkMetres }, { code: 'walkMinutes', of: ({ venue }) => venue.walkMinutes },
  { code: 'state', of: ({ venue }) => venue.state }, { code: 'stateText', of: ({ venue }) => venue.stateText }, { code: 'hours', of: ({ hoursText }) => hoursText },
  { code: 'admission', of: ({ venue }) => venue.admitsText }, { code: 'prices', of: ({ facility }, language) => pricesText(facility.offer.prices, language) || null },
  { code: 'payments', of: ({ venue }, language) => listed(venue.payments.map((payment) => paymentWords[payment]), language) }, { code: 'booking', of: ({ venue }, language) => venue.booking && bookingWords[venue.booking][language] },
  { code: 'bring', of: ({ venue }) => venue.bring }, { code: 'delivers', of: ({ venue }, language) => said(venue.delivers, language) }, { code: 'halal', of: ({ venue }, language) => said(venue.halal, language) },
  { code: 'stepFree', of: ({ venue }, language) => said(venue.access.stepFree, language) }, { code: 'toilet', of: ({ venue }, language) => said(venue.access.toilet, language) },
  { code: 'phone', of: ({ venue }) => venue.phone }, { code: 'checkedDay', of: ({ venue }) => venue.checked?.day ?? null }, { code: 'checkedBy', of: ({ venue }) => venue.checked?.by ?? null },
  { code: 'source', of: ({ facility }) => facility.source }, { code: 'date', of: ({ facility }) => facility.date },
]

const listed = (words: readonly Sentence[], language: Language): string | null => words.map((word) => word[language]).join(listSign(language)) || null
const said = (flag: boolean | null, language: Language): string | null => (flag === null ? null : listTexts[flag ? 'yes' : 'no'][language])
