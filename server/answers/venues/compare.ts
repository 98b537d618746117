import { isOpenAt, type Hours } from '../../../geodata/hours/open.ts'
import type { Rule } from '../../../geodata/hours/rule.ts'
import { within } from '../../../geodata/kernel/members.ts'
import { admittanceOf, isFreeFor, type Asker } from '../../../geodata/model/admittance.ts'
import type { Admittance } from '../../../geodata/model/venue.ts'
import type { OpenCity } from '../open-city.ts'
import { bitOf, type Choice } from './choice.ts'
import { minuteOf } from './moment.ts'
import { namedBy } from './named.ts'
import { profileOf } from './start.ts'
import type { Venue, VenueList } from './venue.ts'
import { minutesAt, type Walks } from './walks.ts'

/** Each venue against the query. */
export type Compared = {
  /** 1: within the area asked about. */
  inArea: Uint8Array
  /** Bits of the filters it meets, asked or not. */
  has: Uint16Array
  /** Bits of what was asked and it does not meet. */
  fails: Uint16Array
  admits: readonly Admittance[]
}

export function compare(open: OpenCity, list: VenueList, walks: Walks, choice: Choice, asker: Asker, ms: number): Compared {
  const { venues, offers } = list, { length } = venues
  const compared = { inArea: new Uint8Array(length), has: new Uint16Array(length), fails: new Uint16Array(length), admits: new Array<Admittance>(length) }
  const isOpen = openAt(open, list, ms), isNamed = namedBy(open.catalogue, choice.q), isWithin = areaTest(open, choice.area)
  const pace = profileOf(open, 'elderly').metresPerSecond
  const admittances = offers.map(({ admission }) => admittanceOf(admission, asker)), frees = offers.map(({ prices }) => isFreeFor(prices, asker.age))
  const [openBit, admitsBit, freeBit] = [bitOf('open'), bitOf('admits'), bitOf('free')]
  const [wishBit, categoryBit, qBit, minutesBit] = [bitOf('wish'), bitOf('category'), bitOf('q'), bitOf('minutes')]
  venues.forEach((venue, i) => {
    if (!isWithin(venue)) return
    compared.inArea[i] = 1
    const admits = admittances[venue.offer]
    compared.admits[i] = admits
    const has = venue.marks | (isOpen[i] ? openBit : 0) | (admits === 'yes' ? admitsBit : 0) | (frees[venue.offer] ? freeBit : 0)
    compared.has[i] = has
    let meets = has
    if (choice.wish >= 0 && venue.wishes & (1 << choice.wish)) meets |= wishBit
    if (venue.category === choice.category) meets |= categoryBit
    if (choice.asked & qBit && isNamed(venue)) meets |= qBit
    if (choice.minutes !== null && isNear(walks, i, pace, choice.minutes)) meets |= minutesBit
    compared.fails[i] = choice.asked & ~meets
  })
  return compared
}

const isNear = ({ metres }: Walks, i: number, pace: number, minutes: number): boolean => (minutesAt(metres[i], pace) ?? Infinity) <= minutes

/** What fails where one walks another way. */
export function failsOn(open: OpenCity, { fails }: Compared, walks: Walks, { minutes }: Choice): Uint16Array {
  if (minutes === null) return fails
  const pace = profileOf(open, 'elderly').metresPerSecond, bit = bitOf('minutes')
  return fails.map((failing, i) => (isNear(walks, i, pace, minutes) ? failing & ~bit : failing | bit))
}

/** By place in the list, 1: open. Kept for the last few instants of each list, since everybody asks about now. */
function openAt({ hours }: OpenCity, list: VenueList, ms: number): Uint8Array {
  const minute = minuteOf(ms)
  const kept = keptOpen.get(list)?.hours === hours ? keptOpen.get(list)?.byMinute : undefined
  const byMinute = kept ?? new Map<number, Uint8Array>()
  const known = byMinute.get(minute)
  if (known) return known
  const open = workedOut(hours, list, minute)
  byMinute.set(minute, open)
  for (const oldest of byMinute.keys()) if (byMinute.size > keptMinutes) byMinute.delete(oldest)
  keptOpen.set(list, { hours, byMinute })
  return open
}
const keptOpen = new WeakMap<VenueList, { hours: OpenCity['hours']; byMinute: Map<number, Uint8Array> }>()
const keptMinutes = 8

/** Places that keep the same hours are asked once. */
function workedOut(hours: OpenCity['hours'], { venues }: VenueList, ms: number): Uint8Array {
  const byRule = new Map<Rule | null, boolean>()
  const isOpen = (own: Hours): boolean => isOpenAt(own, ms, hours.calendar) === 'open'
  return Uint8Array.from(venues, ({ id }) => {
    const own = hours.bySite.get(id)
    if (!own) return 0
    if (own.suspensions.length > 0) return Number(isOpen(own))
    const open = byRule.get(own.rule) ?? isOpen(own)
    byRule.set(own.rule, open)
    return Number(open)
  })
}

function areaTest({ city }: OpenCity, area: number): (venue: Venue) => boolean {
  if (area < 0) return () => true
  const { facilities, areas } = city
  const holds = new Uint8Array(areas.count + 1)
  for (let at = 0; at < areas.count; at++) if (within(city, at, area)) holds[at] = 1
  return ({ index }) => holds[facilities.area[index]] === 1 || facilities.estate[index] === area
}
