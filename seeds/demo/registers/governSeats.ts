import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Unit, UnitNature } from '../../../geodata/model/facility.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Dice } from '../dice.ts'
import type { Garden, GardenCommunity } from './garden.ts'
import { row } from './row.ts'

type Category = FieldsOf<'seat'>['category']

/** A term of three years; half of it was over when seats fell vacant (document 000). */
const term = { start: '2024-01-15', end: '2027-01-15' } as const
/** Two seats in each of two communities of the first street, left in month 14, ten months before the demo's day. */
const left = { day: '2025-08-29', communities: [3, 6], seats: 2 } as const
/** Seats of the first street: 22 of institutions, 10 of new organisations, property firms and towers, 8 of the police; four in each of ten communities. */
const firstStreet = { seats: 4, withoutPolice: [1, 2], third: ['twoNew', 'property', 'twoNew', 'tower', 'property', 'twoNew', 'property', 'twoNew', 'property', 'tower'] } as const
const institutions: readonly UnitNature[] = ['government', 'publicInstitution', 'stateEnterprise', 'school', 'medical']
const brands = ['邻里共议堂', '石榴籽议事厅', '大院小家', '红砖合伙人', '五点半课堂', '楼道会客厅', '榆下茶话', '渡口夜谈']

/** 社区大党委 and 街道大工委 with their seats, who held them by unit and post, and the rounds in which seats were filled. */
export function* seatEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('seats'), first = garden.streets[0]?.code ?? ''
  let place = 0
  for (const [index, community] of garden.communities.entries()) {
    const id = `committee-${community.code}`
    yield row('committee', id, { level: 'community', termStart: term.start, termEnd: term.end, brand: index % 3 === 0 ? brands[index / 3 % brands.length] : null }, { area: community.code, name: `${community.name}大党委` })
    const categories = community.street === first ? firstStreetSeats(place++) : otherSeats(community, dice)
    const gone = community.street === first && left.communities.some((at) => at === index) ? left.seats : 0
    yield* seatsOf(id, community, categories, gone, dice)
  }
  yield* lately(garden)
  for (const street of garden.streets) yield* streetCommittee(garden, street.code, street.name)
}

function firstStreetSeats(index: number): Category[] {
  const police = !firstStreet.withoutPolice.some((one) => one === index)
  return ['institution', 'institution', firstStreet.third[index % firstStreet.third.length], police ? 'police' : 'institution']
}

function otherSeats({ units }: GardenCommunity, dice: Dice): Category[] {
  const property = units.some(({ nature }) => nature === 'property')
  return ['institution', 'institution', 'institution', 'twoNew', ...(property ? ['property', 'tower'] as const : ['twoNew'] as const), 'police', ...(dice.chance(0.25) ? ['retired'] as const : [])]
}

/** Seats in order; each unit sits on one at most. The first `gone` were left when whoever held them moved to another post. */
function* seatsOf(committee: string, { units }: GardenCommunity, categories: readonly Category[], gone: number, dice: Dice): Generator<CityRecord> {
  const free = [...units]
  for (const [at, category] of categories.entries()) {
    const unit = take(free, category)
    const id = `${committee.replace('committee', 'seat')}-${at + 1}`
    const post = category === 'police' ? '社区民警' : category === 'retired' ? '离退休干部党支部书记' : unit === null ? '由社区推荐' : dice.pick(['单位党组织书记', '单位党组织副书记', '办公室主任', '工会主席'])
    yield row('seat', id, { committee, number: at + 1, category, role: at === 0 ? 'deputySecretary' : 'seatMember', post, appointedBy: '社区推荐，街道党工委任命' }, { unit: unit?.id ?? null })
    const ends = at < gone
    yield row('tenure', `tenure-${id}`, { seat: id, exitReason: ends ? 'transferred' : null }, { unit: unit?.id ?? null, validFrom: term.start, validTo: ends ? left.day : null })
  }
}

function take(free: Unit[], category: Category): Unit | null {
  const suits = (nature: UnitNature): boolean => (category === 'institution' ? institutions.includes(nature) : category === 'twoNew' ? nature === 'privateEnterprise' || nature === 'socialOrganisation' : category === 'property' || category === 'tower' ? nature === 'property' : false)
  const at = free.findIndex(({ nature }) => suits(nature))
  return at < 0 ? null : (free.splice(at, 1)[0] ?? null)
}

/** Two seats of the other streets fell vacant this spring: a round is planned for one of them. Another was filled last year. */
function* lately({ communities, streets }: Garden): Generator<CityRecord> {
  const others = communities.filter(({ street }) => street !== streets[0]?.code)
  const spring = [['2026-04-20', 'retired'], ['2026-05-11', 'transferred']] as const
  for (const [i, [day, exitReason]] of spring.entries()) {
    const committee = `committee-${others[2 + i]?.code}`, seat = `${committee.replace('committee', 'seat')}-9`
    yield row('seat', seat, { committee, number: 9, category: 'institution', role: 'seatMember', post: null, appointedBy: '社区推荐，街道党工委任命' })
    yield row('tenure', `tenure-${seat}`, { seat, exitReason }, { validFrom: term.start, validTo: day })
    if (i === 0) yield row('byElection', `by-election-${seat}`, { committee, date: '2026-07-18', seats: [seat], method: 'sameUnit', status: 'planned' })
  }
  const committee = `committee-${others[5]?.code}`, seat = `${committee.replace('committee', 'seat')}-9`
  yield row('seat', seat, { committee, number: 9, category: 'institution', role: 'seatMember', post: '单位党组织书记', appointedBy: '社区推荐，街道党工委任命' })
  yield row('tenure', `tenure-${seat}-1`, { seat, exitReason: 'transferred' }, { validFrom: term.start, validTo: '2025-03-14' })
  yield row('tenure', `tenure-${seat}-2`, { seat, exitReason: null }, { validFrom: '2025-05-20' })
  yield row('byElection', `by-election-${seat}`, { committee, date: '2025-05-20', seats: [seat], method: 'otherUnit', status: 'held' })
}

/** Led by a leader of the district (document 004), with the street's secretary beside, and heads of the larger units. */
function* streetCommittee(garden: Garden, street: string, name: string): Generator<CityRecord> {
  const id = `committee-${street}`
  yield row('committee', id, { level: 'street', termStart: term.start, termEnd: term.end, brand: null }, { area: street, name: `${name}大工委` })
  const units = garden.communities.filter((community) => community.street === street).flatMap((community) => community.units.filter(({ nature }) => institutions.includes(nature)).slice(0, 1)).slice(0, 7)
  const seats = [{ role: 'secretary', post: '联系街道的区领导', unit: null }, { role: 'deputySecretary', post: '街道党工委书记', unit: null }, ...units.map(({ id: unit }) => ({ role: 'member', post: '单位党组织书记', unit }) as const)] as const
  for (const [at, { role, post, unit }] of seats.entries()) {
    const seat = `seat-${street}-${at + 1}`
    yield row('seat', seat, { committee: id, number: at + 1, category: 'institution', role, post, appointedBy: '区委任命' }, { unit })
    yield row('tenure', `tenure-${seat}`, { seat, exitReason: null }, { unit, validFrom: term.start })
  }
}
