import type { VenueRow } from '../../../geodata/contract/venues.ts'
import { readHours } from '../../../geodata/hours/read.ts'
import { writeHours } from '../../../geodata/hours/write.ts'
import type { Facility } from '../../../geodata/model/facility.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import type { VenueQuery } from '../venues/choice.ts'
import { venuesAnswer } from '../venues/venues-answer.ts'
import { venueList } from '../venues/venue-list.ts'

/** A venue as the finder tells it, with what only its card tells. `hoursText`: as understood, else as published; null: nobody stated any. */
export type FeedPlace = { venue: VenueRow; facility: Facility; hoursText: string | null }

/** All places a query of the finder finds, in its order, whatever their number. */
export async function feedPlaces(open: OpenCity, query: VenueQuery, language: Language, now: number): Promise<{ at: string; dataDate: string | null; dataVersion: string; places: FeedPlace[] }> {
  const { byId } = await venueList(open)
  const { cursor: _, ...asked } = query
  const { at, dataDate, dataVersion, venues } = await venuesAnswer(open, { ...asked, limit: Math.max(1, byId.size) }, language, now)
  const places = await Promise.all(venues.map(async (venue): Promise<FeedPlace | null> => {
    // It may have gone from the database a moment ago.
    const facility = await open.names.facility(venue.id)
    return facility && { venue, facility, hoursText: venue.rule === null ? facility.hours : [writeHours(venue.rule, language), ...caveatsOf(facility)].join(language === 'zh' ? '；' : '; ') }
  }))
  return { at, dataDate, dataVersion, places: places.filter((place) => place !== null) }
}

/** What the published text says beside its hours and no rule can hold: 定期保养日除外. */
const caveatsOf = ({ hours }: Facility): readonly string[] => (hours === null ? [] : readHours(hours).caveats)
