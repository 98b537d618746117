import { namesOf } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { communityOfSite, isOpen } from './openSites.ts'

/** Categories of the catalogue in which people meet, read and play. */
const roomCategories = ['activityRoom', 'meetingRoom', 'readingRoom', 'sports', 'library']

/** 35 活动场所: rooms of units that let residents in, with or without the plaque 社区党员活动室. */
export const openRooms: Register = (input) => {
  const plaques = new Map(input.rows('plaque').filter(({ fields }) => fields.kind === 'memberRoom' && fields.facility !== null).map((row) => [row.fields.facility, row]))
  const rooms = input.facilities.filter((site) => site.unit !== null && roomCategories.includes(site.category) && isOpen(site))
    .map((site) => ({ site, community: communityOfSite(input, site), plaque: plaques.has(site.id), owner: site.unit === null ? null : input.unit(site.unit) }))
    .toSorted((a, b) => Number(b.plaque) - Number(a.plaque) || (a.site.id < b.site.id ? -1 : 1))
  const without = input.areas.at('community').filter(({ code }) => !rooms.some(({ community }) => community === code))
  const signed = rooms.filter(({ plaque }) => plaque)
  return {
    headlines: [{ code: 'rooms', value: rooms.length, of: null, kind: 'count' }, { code: 'plaques', value: signed.length, of: rooms.length, kind: 'count' }, { code: 'without', value: without.length, of: input.areas.at('community').length, kind: 'count' }],
    columns: [
      { code: 'name', kind: 'text' }, { code: 'category', kind: 'text', choice: 'catalogue.category' }, { code: 'unit', kind: 'text' }, { code: 'community', kind: 'area' },
      { code: 'openTo', kind: 'text', choice: 'facility.audience' }, { code: 'hours', kind: 'text' }, { code: 'plaque', kind: 'text' },
    ],
    rows: rooms.map(({ site, community, plaque, owner }): Row => ({
      id: site.id, opens: 'facility', area: community, position: site.position, cells: [site.name, site.category, owner?.name ?? null, community, site.admission.audience, site.hours, plaque],
    })),
    map: { kind: 'points', column: 'category' },
    answer: { rooms: rooms.length, plaques: signed.length, without: without.length, places: namesOf(without) },
    atoms: [],
  }
}
