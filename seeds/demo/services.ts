import type { CityRecord } from '../../geodata/model/city.ts'
import type { Facility } from '../../geodata/model/facility.ts'
import type { Dice } from './dice.ts'
import { diceOf } from './dice.ts'
import { facilityMaker, usualHours } from './facilities.ts'
import type { Offer } from './facilities.ts'
import { shuffled } from './names.ts'
import { doorKey, placesOf } from './places.ts'
import type { Place } from './places.ts'
import { canteenOpened, hallOpened, itemOpened } from './openings.ts'
import { provenance } from './records.ts'
import type { Peopled } from './records.ts'
import type { Point } from './plane.ts'
import { toPosition } from './plane.ts'
import type { Stories } from './stories.ts'
import type { DraftUnit } from './units.ts'
import { unitsOf } from './units.ts'

/** The ten items of 一站一园一场七室 (a reconstruction, see the domain notes); the resettlement community has four of them. */
const slots = ['station', 'meetingRoom', 'policeRoom', 'activityRoom', 'garden', 'square', 'readingRoom', 'clinic', 'mediation', 'daycare'] as const
export const slotNames: Readonly<Record<string, string>> = { station: '社区服务站', meetingRoom: '党群活动室', policeRoom: '警务室', activityRoom: '文体活动室', garden: '游园', square: '文体广场', readingRoom: '图书阅览室', clinic: '卫生服务站', mediation: '人民调解室', daycare: '日间照料中心' }
const slotArea: Readonly<Record<string, number>> = { station: 320, meetingRoom: 90, policeRoom: 30, activityRoom: 160, garden: 1800, square: 900, readingRoom: 80, clinic: 150, mediation: 35, daycare: 360 }

/** `doors`: the place of each facility in the plane; `slots`, `shops`: sites of the ten items, and shops, by community. */
export type Services = { records: CityRecord[]; stories: StoryIds; units: readonly DraftUnit[]; doors: ReadonlyMap<string, Point>; slots: readonly (readonly Facility[])[]; shops: readonly (readonly Facility[])[] }

/** Ids of what the stories speak of. */
export type StoryIds = { instituteCanteen: string; institute: string; sideGate: { site: number; gate: number }; newRoom: readonly [number, number]; riverCanteen: string }

/** Units and every place people walk to, with the planted canteens among them. */
export function servicesOf(peopled: Peopled, stories: Stories, communityNames: readonly string[], seed: number): Services {
  const dice = diceOf(seed, `services ${peopled.key}`)
  const make = facilityMaker(peopled.key)
  const records: CityRecord[] = []
  const doors = new Map<string, Point>()
  const add = (offer: Offer): Facility => {
    const record = make(offer)
    records.push({ kind: 'facility', record })
    doors.set(record.id, offer.position)
    return record
  }
  const units = unitsOf(peopled, stories.canteens, seed)
  for (const unit of units) {
    records.push({ kind: 'unit', record: { ...provenance, validFrom: null, validTo: null, id: unit.id, name: unit.name, nature: unit.nature, position: toPosition(unit.position), community: unit.community === null ? null : peopled.codes.community(unit.community) } })
  }
  const ids = canteenIds(peopled, stories, units, communityNames, add, dice)
  for (const unit of units) for (const category of unit.opens) add(unitOffer(unit, category, dice))
  const taken = new Set(stories.canteens.map((canteen) => doorKey(canteen.site, canteen.building)))
  const present = presentSlots(peopled, dice)
  // Rooms of the resettlement community, and of the first that has all ten, are large enough.
  const roomy = [present.findIndex((list) => list.length === 4), present.findIndex((list) => list.length === slots.length)]
  const ownSlots: Facility[][] = present.map(() => []), shops: Facility[][] = present.map(() => [])
  let restStops = 0
  peopled.areas.communities.forEach((_, index) => {
    const places = placesOf(peopled, index, dice.share, taken)
    const name = communityNames[index].replace(/社区$/, '')
    const code = peopled.codes.community(index)
    const hub = places.take()
    for (const slot of present[index]) {
      const shares = slot === 'station' || slot === 'meetingRoom' || slot === 'readingRoom' || slot === 'mediation'
      const place = shares ? hub : slot === 'garden' || slot === 'square' ? greenPlace(peopled, index, places.gates, slot) : places.take()
      if (place === null) continue
      const squareMetres = Math.round(slotArea[slot] * dice.between(0.7, 1.4))
      ownSlots[index].push(add({
        category: slot, name: `${name}${slotNames[slot]}`, position: place.position, squareMetres: roomy.includes(index) ? Math.max(squareMetres, slotArea[slot]) : squareMetres, stepFree: dice.chance(0.7),
        validFrom: itemOpened(index, slots.findIndex((one) => one === slot), slot === 'square'), phone: slot === 'station' ? `0600-55010${String(index + 1).padStart(2, '0')}` : null,
        minAge: slot === 'daycare' ? 60 : null, onlyAreas: slot === 'readingRoom' && index % 9 === 4 ? [code] : [],
      }))
    }
    if (index % 2 === 0) offerAt(places.take(), (position) => add({ category: 'childcare', name: `${name}托育点`, position, squareMetres: 220 }))
    if (index % 3 === 1) offerAt(places.take(), (position) => add({ category: 'market', name: `${name}生鲜市场`, position, squareMetres: 900 }))
    // The source document's market of the resettlement community, beside its last gate: every door is taken.
    if (index === roomy[0]) offerAt(besideLastGate(peopled, index), (position) => add({ category: 'market', name: `${name}农贸市场`, position, squareMetres: 2650 }))
    // Every fourth community from the third on; where one has no room the next takes it.
    if (restStops < 6 && index >= 2 + 4 * restStops) offerAt(places.take(), (position) => add({ category: 'restStop', name: `${name}暖新驿站`, position, hours: restStops++ < 2 ? '24 小时，扫码进' : usualHours['restStop'], audience: 'everyone' }))
    for (const place of places.shops) shops[index].push(...shop(place, add, dice))
    for (const place of places.gates.filter((_, at) => at % 5 === 0)) add({ category: 'toilet', name: `${name}公厕`, position: place.position, stepFree: dice.chance(0.5) })
  })
  landmarks(peopled, add)
  return { records, stories: ids, units, doors, slots: ownSlots, shops }
}

function canteenIds(peopled: Peopled, stories: Stories, units: readonly DraftUnit[], names: readonly string[], add: (offer: Offer) => Facility, dice: Dice): StoryIds {
  const where = (site: number): number => peopled.areas.communities.findIndex((community) => community.sites.includes(site))
  const river = stories.canteens.indexOf(stories.river.canteen)
  let ids: StoryIds = { instituteCanteen: '', institute: '', sideGate: stories.wall.gate, newRoom: toPosition(stories.wall.newRoom), riverCanteen: '' }
  const named = new Set<string>()
  let canteens = 0, halls = 0
  stories.canteens.forEach((canteen, index) => {
    if (canteen.owner !== 'community') return
    const community = names[where(canteen.site)].replace(/社区$/, '')
    const root = index === river ? '江南社区' : `${community}社区`
    const name = `${root}${index !== river && (named.has(root) || root === '江南社区') ? '第二' : ''}食堂`
    named.add(root)
    const { id } = add({ category: 'canteen', name, position: canteen.position, seats: dice.whole(46, 100), spareSeats: dice.whole(4, 18), squareMetres: dice.whole(170, 320), stepFree: true, validFrom: canteenOpened(canteens++) })
    if (index === river) ids = { ...ids, riverCanteen: id }
  })
  for (const unit of units) {
    if (unit.canteen === null) continue
    const institute = unit.canteen.audience === 'staff' && unit.name.endsWith('设计院')
    const { id } = add({
      category: 'canteen', name: `${unit.name}职工食堂`, position: unit.canteen.position, unit: unit.id, audience: unit.canteen.audience, seats: institute ? 180 : dice.whole(60, 160), spareSeats: institute ? 60 : dice.whole(10, 40),
      stepFree: dice.chance(0.6), validFrom: unit.canteen.audience === 'retired' || unit.canteen.audience === 'everyone' ? hallOpened(halls++) : null,
    })
    if (institute) ids = { ...ids, instituteCanteen: id, institute: unit.id }
  }
  return ids
}

function unitOffer(unit: DraftUnit, category: string, dice: Dice): Offer {
  const names: Readonly<Record<string, string>> = { sports: '运动场', activityRoom: '活动室', meetingRoom: '会议室', toilet: '公共卫生间', readingRoom: '职工书屋' }
  return { category, name: `${unit.name}${names[category] ?? ''}`, position: unit.position, unit: unit.id, audience: category === 'meetingRoom' || dice.chance(0.25) ? 'byArrangement' : 'everyone', seats: category === 'meetingRoom' ? dice.whole(20, 80) : null }
}

/** 203 of 260 items over 26 communities: 7.8 on average, four in the resettlement community, the station everywhere. */
function presentSlots({ district, areas }: Peopled, dice: Dice): string[][] {
  const resettled = areas.communities.findIndex((community) => community.sites.some((site) => district.sites[site].use === 'resettlement'))
  const counts = areas.communities.map((_, index) => (index === resettled ? 4 : 8))
  const others = shuffled(counts.map((_, index) => index).filter((index) => index !== resettled), dice.share)
  counts[others[others.length - 1]]--
  for (let at = 0; at + 1 < others.length - 1; at += 2) {
    const shift = dice.whole(0, 2)
    counts[others[at]] += shift
    counts[others[at + 1]] -= shift
  }
  return counts.map((count, index) => (index === resettled ? slots.slice(0, 4) : [slots[0], ...shuffled(slots.slice(1), dice.share).slice(0, count - 1)]))
}

function greenPlace({ district, areas }: Peopled, community: number, gates: readonly Place[], slot: string): Place | null {
  const parks = areas.communities[community].sites.filter((site) => district.sites[site].use === (slot === 'garden' ? 'park' : 'square'))
  return gates.find((gate) => parks.includes(gate.site)) ?? gates[slot === 'garden' ? 0 : 1] ?? gates[0] ?? null
}

function besideLastGate({ district, areas }: Peopled, community: number): { position: Point } | null {
  const gate = areas.communities[community].sites.flatMap((site) => district.sites[site].gates).at(-1)
  return gate ? { position: [gate.position[0] + 35, gate.position[1]] } : null
}

function offerAt(place: { position: Point } | null, offer: (position: Point) => void): void {
  if (place !== null) offer(place.position)
}

function shop(place: Place, add: (offer: Offer) => Facility, dice: Dice): Facility[] {
  const roll = dice.share()
  const kinds: readonly (readonly [number, string, string])[] = [[0.24, 'restaurant', '小馆'], [0.46, 'convenience', '便利店'], [0.56, 'pharmacy', '药房'], [0.66, 'repair', '理发修补铺']]
  const found = kinds.find(([below]) => roll < below)
  return found === undefined ? [] : [add({ category: found[1], name: `${dice.pick(['春', '福', '祥', '顺', '和', '吉', '丰', '瑞', '康', '宁'])}${dice.pick(['记', '源', '来', '泰', '隆', '兴', '茂', '益'])}${found[2]}`, position: place.position, stepFree: dice.chance(0.8) })]
}

/** Parks, schools, hospitals, the library, markets and nurseries stand where they were built. */
function landmarks({ district }: Peopled, add: (offer: Offer) => Facility): void {
  for (const site of district.sites) {
    const gate = site.gates[0]?.position
    for (const building of site.buildings) if (building.name === '幼儿园') add({ category: 'kindergarten', name: `${site.name}幼儿园`, position: building.entrances[0], squareMetres: 3200 })
    if (gate === undefined) continue
    if (site.use === 'park') add({ category: 'garden', name: site.name, position: gate, stepFree: true })
    if (site.use === 'square') add({ category: 'square', name: site.name, position: gate, stepFree: true })
    if (site.use === 'school') add({ category: 'school', name: site.name, position: gate })
    if (site.use === 'hospital') add({ category: 'hospital', name: site.name, position: gate, stepFree: true })
    if (site.use === 'culture') add({ category: 'library', name: '柳浦图书馆', position: gate, stepFree: true })
    if (site.use === 'market') add({ category: 'market', name: site.name, position: gate, squareMetres: 2650 })
  }
}
