import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { venues } from '../../../geodata/contract/venues.ts'
import type { VenueRow } from '../../../geodata/contract/venues.ts'
import { placeAt } from '../standing.ts'
import { useFind } from '../state.ts'
import type { MapVenue, MapWay } from './venue.ts'

/** As many as the map shows beyond what stands in the list. */
const mostShown = 100

/** What of the page the map shows: the places of the list as they stand this minute, more of them than the list has room for, the start and the way to the place whose card is open. */
export const useShown = (): { venues: ComputedRef<readonly MapVenue[]>; way: ComputedRef<MapWay | null> } => {
  const find = useFind()
  const more = shallowRef<readonly VenueRow[]>([])
  watch(() => find.listing.answer.value, async (listing) => {
    more.value = []
    const asked = find.listing.answeredQuestion.value
    if (!listing || !asked || listing.answer.next === null) return
    const outcome = await find.client.ask(venues, { query: { ...asked.query, ...(listing.wish === null ? {} : { wish: listing.wish }), limit: mostShown }, lang: asked.lang })
    if (outcome.ok && find.listing.answer.value === listing) more.value = outcome.value.venues
  }, { immediate: true })
  return {
    venues: computed(() => {
      const listed = [...(find.chosen.value ? [find.chosen.value] : []), ...(find.first.value ? [find.first.value] : []), ...find.places.value]
      const known = new Set(listed.map(({ row }) => row.id))
      const all = [...listed, ...more.value.filter(({ id }) => !known.has(id)).map((row) => placeAt(row, find.at.value, find.calendar.value, find.lang.value))]
      const seen = new Set<string>()
      return all.flatMap(({ row, standing }) => (seen.has(row.id) ? [] : (seen.add(row.id), [{ id: row.id, name: row.name, category: row.category, position: row.position, state: standing.state, admits: row.admits }])))
    }),
    way: computed(() => {
      const card = find.detail.answer.value
      return card?.route && card.venue.id === find.address.value.venue ? { line: card.route.line, minutes: find.pace.value === 'adult' ? card.route.adultMinutes : card.route.elderlyMinutes } : null
    }),
  }
}
