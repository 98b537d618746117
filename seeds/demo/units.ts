import { apportion } from '../../geodata/kernel/apportion.ts'
import type { UnitNature } from '../../geodata/model/facility.ts'
import type { Canteen } from './canteens.ts'
import { diceOf } from './dice.ts'
import { shuffled } from './names.ts'
import { doorKey, placesOf } from './places.ts'
import type { Place } from './places.ts'
import type { Point } from './plane.ts'
import type { Peopled } from './records.ts'
import { unitNamer } from './unitnames.ts'

/** 驻区单位 with what they open: canteens, activity rooms, meeting rooms, sports grounds. */
export type DraftUnit = { id: string; name: string; nature: UnitNature; position: Point; community: number | null; place: Place | null; canteen: Canteen | null; opens: string[] }

/** Of the first street 49 units over ten communities, as in the source document; of the district 365. */
const firstStreetUnits = [2, 3, 4, 4, 5, 5, 5, 6, 6, 9]
const districtUnits = 365

/** Nature mix of the first street's 49: government and public bodies 35 %, state firms 15 %, private 25 %, schools 8 %, medical 4 %, property 13 %. */
const natureMix: readonly (readonly [UnitNature, number])[] = [['government', 8], ['publicInstitution', 9], ['stateEnterprise', 7], ['privateEnterprise', 12], ['school', 4], ['medical', 2], ['property', 7]]

/** Shares of units that open something: 55 % at all, activity rooms 25 %, meeting rooms 15 %, sports 6 %; 12 % have a canteen, open or not. */
const shares = { any: 0.55, activityRoom: 0.25, meetingRoom: 0.15, sports: 0.06, canteen: 0.12 }

/** Whom a place of this use suits. */
const suits: Readonly<Record<string, readonly UnitNature[]>> = {
  school: ['school'], hospital: ['medical'], government: ['government', 'publicInstitution'], culture: ['publicInstitution'], office: ['stateEnterprise', 'privateEnterprise', 'publicInstitution'],
  industrial: ['stateEnterprise', 'privateEnterprise'], commercial: ['privateEnterprise', 'property', 'publicInstitution', 'government'],
}

export function unitsOf(peopled: Peopled, canteens: readonly Canteen[], seed: number): DraftUnit[] {
  const dice = diceOf(seed, `units ${peopled.key}`)
  const name = unitNamer(dice)
  const owned = canteens.filter((canteen) => canteen.owner === 'unit')
  const taken = new Set(canteens.map((canteen) => doorKey(canteen.site, canteen.building)))
  const units: DraftUnit[] = []
  const { communities } = peopled.areas
  const counts = unitCounts(communities.map((community) => community.street), dice.share)
  const pools = new Map<number, Map<UnitNature, number>>()
  for (const street of [0, 1]) {
    const total = counts.reduce((sum, count, index) => sum + ((communities[index].street === 0) === (street === 0) ? count : 0), 0)
    const parts = apportion(natureMix.map(([, weight]) => weight), total)
    pools.set(street, new Map(natureMix.map(([nature], index) => [nature, parts[index]])))
  }
  communities.forEach((community, index) => {
    const pool = pools.get(community.street === 0 ? 0 : 1) ?? new Map<UnitNature, number>()
    const forced = owned.filter((canteen) => community.sites.includes(canteen.site))
    const places = placesOf(peopled, index, dice.share, taken)
    const free = [...places.works, ...places.shops.slice(0, Math.floor(places.shops.length / 2)), ...places.gates]
    for (let count = 0; count < Math.max(counts[index], forced.length); count++) {
      const canteen = forced[count] ?? null
      const place = canteen === null ? free[count % Math.max(1, free.length)] ?? null : placeOf(peopled, canteen)
      const nature = natureFor(pool, place === null ? 'commercial' : place.use)
      pool.set(nature, (pool.get(nature) ?? 0) - 1)
      const site = place === null ? null : peopled.district.sites[place.site]
      const own = site !== null && site.use === 'institute' && canteen !== null ? site.name : name(nature)
      units.push({ id: `${peopled.key}-unit-${units.length + 1}`, name: own, nature, position: place?.position ?? community.grids[0].centre, community: index, place, canteen, opens: [] })
    }
  })
  for (const first of [true, false]) open(units.filter((unit) => (communities[unit.community ?? 0].street === 0) === first), first, dice.share)
  return [...units, ...strays(peopled, name)]
}

/** Two units that lie outside every area: a defect the checks must find. */
function strays({ district, key }: Peopled, name: (nature: UnitNature) => string): DraftUnit[] {
  const { west, south } = district.plan.frame
  return [[west[20][0] - 260, west[20][1]] as const, [south[30][0], south[30][1] - 310] as const].map((position, index) => ({
    id: `${key}-unit-outside-${index + 1}`, name: name('privateEnterprise'), nature: 'privateEnterprise', position, community: null, place: null, canteen: null, opens: [],
  }))
}

function placeOf({ district }: Peopled, canteen: Canteen): Place {
  const site = district.sites[canteen.site]
  return { position: canteen.position, site: canteen.site, building: canteen.building, use: site.buildings[canteen.building]?.use ?? 'office', siteUse: site.use }
}

function unitCounts(streets: readonly number[], share: () => number): number[] {
  const first = shuffled(firstStreetUnits, share)
  const others = streets.filter((street) => street !== 0)
  const weights = others.map(() => 0.7 + share() * 0.6)
  const rest = [...apportion(weights, districtUnits - firstStreetUnits.reduce((sum, count) => sum + count, 0))]
  return streets.map((street) => (street === 0 ? first.pop() : rest.pop()) ?? 0)
}

function natureFor(pool: ReadonlyMap<UnitNature, number>, use: string): UnitNature {
  for (const nature of suits[use] ?? []) if ((pool.get(nature) ?? 0) > 0) return nature
  const [most] = [...pool].toSorted((a, b) => b[1] - a[1])
  return most === undefined ? 'other' : most[0]
}

function open(units: readonly DraftUnit[], first: boolean, share: () => number): void {
  const count = (part: number): number => Math.round(units.length * part)
  const withOpenCanteen = units.filter((unit) => unit.canteen !== null && unit.canteen.audience !== 'staff')
  const closed = shuffled(units.filter((unit) => unit.canteen === null && unit.place !== null && unit.place.use !== 'gate'), share)
  const missing = Math.max(0, count(shares.canteen) - units.filter((unit) => unit.canteen !== null).length)
  for (const [index, unit] of closed.slice(0, missing).entries()) {
    if (unit.place !== null) unit.canteen = { position: unit.place.position, site: unit.place.site, building: unit.place.building, audience: first && index === 0 ? 'byArrangement' : 'staff', owner: 'unit' }
  }
  const opening = [...withOpenCanteen, ...shuffled(units.filter((unit) => !withOpenCanteen.includes(unit) && unit.name.endsWith('设计院') === false), share)].slice(0, count(shares.any))
  const give = (category: string, part: number, of: readonly DraftUnit[]): void => {
    for (const unit of of.slice(0, count(part))) unit.opens.push(category)
  }
  give('sports', shares.sports, opening.toSorted((a, b) => Number(b.nature === 'school') - Number(a.nature === 'school')))
  give('activityRoom', shares.activityRoom, shuffled(opening, share))
  give('meetingRoom', shares.meetingRoom, opening.toSorted((a, b) => a.opens.length - b.opens.length))
  for (const unit of opening) if (unit.opens.length === 0 && !withOpenCanteen.includes(unit)) unit.opens.push(share() < 0.5 ? 'toilet' : 'readingRoom')
}
