import { isOpenAt } from '../../../geodata/hours/open.ts'
import type { Rule } from '../../../geodata/hours/rule.ts'
import { within } from '../../../geodata/kernel/members.ts'
import { admittanceOf, isFreeFor, type Asker } from '../../../geodata/model/admittance.ts'
import { venueFilters, type Admittance } from '../../../geodata/model/venue.ts'
import type { OpenCity } from '../open-city.ts'
import { bitOf, type Choice } from './choice.ts'
import { namedBy } from './named.ts'
import { profileOf } from './start.ts'
import { isMark, markOf, type Venue } from './venue-list.ts'
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

export function compare(open: OpenCity, venues: readonly Venue[], walks: Walks, choice: Choice, asker: Asker, ms: number): Compared {
  const { length } = venues
  const compared = { inArea: new Uint8Array(length), has: new Uint16Array(length), fails: new Uint16Array(length), admits: new Array<Admittance>(length) }
  const isOpen = openness(open, ms), isNamed = namedBy(open.catalogue, choice.q), isWithin = areaTest(open, choice.area)
  const pace = profileOf(open, 'elderly').metresPerSecond
  const markBits = venueFilters.flatMap((filter) => (isMark(filter) ? [[markOf(filter), bitOf(filter)] as const] : []))
  const [openBit, admitsBit, freeBit] = [bitOf('open'), bitOf('admits'), bitOf('free')]
  const [wishBit, categoryBit, qBit, minutesBit] = [bitOf('wish'), bitOf('category'), bitOf('q'), bitOf('minutes')]
  venues.forEach((venue, i) => {
    if (!isWithin(venue)) return
    compared.inArea[i] = 1
    const admits = admittanceOf(venue.admission, asker)
    compared.admits[i] = admits
    let has = (isOpen(venue) ? openBit : 0) | (admits === 'yes' ? admitsBit : 0) | (isFreeFor(venue.prices, asker.age) ? freeBit : 0)
    for (const [mark, bit] of markBits) if (venue.marks & mark) has |= bit
    compared.has[i] = has
    let meets = has
    if (choice.wish >= 0 && venue.wishes & (1 << choice.wish)) meets |= wishBit
    if (venue.category === choice.category) meets |= categoryBit
    if (choice.asked & qBit && isNamed(venue)) meets |= qBit
    if (choice.minutes !== null && (minutesAt(walks.metres[i], pace) ?? Infinity) <= choice.minutes) meets |= minutesBit
    compared.fails[i] = choice.asked & ~meets
  })
  return compared
}

/** Places that keep the same hours are asked once. */
function openness({ hours }: OpenCity, ms: number): (venue: Venue) => boolean {
  const known = new Map<Rule | null, boolean>()
  return ({ id }) => {
    const own = hours.bySite.get(id)
    if (!own) return false
    if (own.suspensions.length > 0) return isOpenAt(own, ms, hours.calendar) === 'open'
    const seen = known.get(own.rule)
    if (seen !== undefined) return seen
    const open = isOpenAt(own, ms, hours.calendar) === 'open'
    known.set(own.rule, open)
    return open
  }
}

function areaTest({ city }: OpenCity, area: number): (venue: Venue) => boolean {
  if (area < 0) return () => true
  const { facilities, areas } = city
  const holds = new Uint8Array(areas.count + 1)
  for (let at = 0; at < areas.count; at++) if (within(city, at, area)) holds[at] = 1
  return ({ index }) => holds[facilities.area[index]] === 1 || facilities.estate[index] === area
}
