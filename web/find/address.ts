import { audiences, type Audience } from '../../geodata/model/facility.ts'
import { venueFilters, type VenueFilter } from '../../geodata/model/venue.ts'
import type { Position } from '../../geodata/model/geometry.ts'

export const pages = ['find', 'sheet', 'embed'] as const
export const views = ['list', 'map'] as const

/** All that an address of the finder says; it is the state of the page, so that a link restores it. */
export type FindAddress = {
  page: (typeof pages)[number]
  /** The place whose card is open. */
  venue: string | null
  /** Building one starts from, as the QR in its stairwell says; null: `near`, or nowhere yet. */
  from: string | null
  near: Position | null
  /** Code of a wish; 'all': whatever there is; null: what fits the hour. */
  wish: string | null
  filters: readonly VenueFilter[]
  q: string
  /** Whole years. */
  age: number | null
  /** Code of the community one lives in. */
  resident: string | null
  /** Code of the area whose places an embedded list shows. */
  area: string | null
  audience: Audience | null
  /** ISO instant with its offset; null: now. */
  at: string | null
  view: (typeof views)[number]
}

export const emptyAddress: FindAddress = { page: 'find', venue: null, from: null, near: null, wish: null, filters: [], q: '', age: null, resident: null, area: null, audience: null, at: null, view: 'list' }

/** What cannot be read is left out: an old or mistyped link still opens. */
export const readAddress = (path: string, search: string): FindAddress => {
  const query = new URLSearchParams(search)
  const text = (name: string, longest: number): string | null => {
    const found = query.get(name)
    return found === null || found === '' || found.length > longest ? null : found
  }
  const age = Number(text('age', 3) ?? Number.NaN)
  const asked = (text('filters', 200) ?? '').split(',')
  return {
    page: path.startsWith('/find/sheet') ? 'sheet' : path.startsWith('/embed') ? 'embed' : 'find',
    venue: venueIn(path),
    from: text('from', 200),
    near: positionIn(text('near', 60)),
    wish: text('wish', 64),
    filters: venueFilters.filter((filter) => asked.includes(filter)),
    q: text('q', 60) ?? '',
    age: Number.isInteger(age) && age >= 0 && age <= 150 ? age : null,
    resident: text('resident', 64),
    area: text('area', 64),
    audience: audiences.find((audience) => audience === query.get('as')) ?? null,
    at: instantIn(text('at', 40)),
    view: query.get('view') === 'map' ? 'map' : 'list',
  }
}

/** The address that says it; what is usual is left out. */
export const writeAddress = (address: FindAddress): string => {
  const { page, venue, from, near, wish, filters, q, age, resident, area, audience, at, view } = address
  const parts: readonly (readonly [string, string | null])[] = [
    ['from', from], ['near', from === null && near ? near.map((degrees) => degrees.toFixed(4)).join(',') : null], ['wish', wish], ['filters', filters.length > 0 ? filters.join(',') : null], ['q', q || null],
    ['age', age === null ? null : String(age)], ['resident', resident], ['as', audience], ['area', page === 'embed' ? area : null], ['at', at], ['view', view === 'list' ? null : view],
  ]
  // Commas and colons may stand in a query as they are, and people read these links.
  const query = parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/%3A/g, ':')}`])).join('&')
  const path = venue !== null ? `/venue/${encodeURIComponent(venue)}` : page === 'sheet' ? '/find/sheet' : page === 'embed' ? '/embed' : '/find'
  return query === '' ? path : `${path}?${query}`
}

const venueIn = (path: string): string | null => {
  const found = /^\/venue\/([^/]+)\/?$/.exec(path)?.[1]
  if (found === undefined) return null
  try {
    return decodeURIComponent(found)
  } catch {
    return null
  }
}

const positionIn = (found: string | null): Position | null => {
  const [lon, lat, ...more] = (found ?? '').split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  return more.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null
}

/** Of an instant without an offset Shanghai's is meant. */
const instantIn = (found: string | null): string | null => {
  const parts = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[ +-]\d{2}:\d{2})?$/.exec(found ?? '')
  if (!parts) return null
  // A plus that nobody escaped arrives as a space.
  const whole = `${parts[1]}${parts[2] ?? ':00'}${(parts[3] ?? '+08:00').replace(' ', '+')}`
  return Number.isNaN(Date.parse(whole)) ? null : whole
}
