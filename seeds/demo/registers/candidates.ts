import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Garden, GardenCommunity } from './garden.ts'
import { row } from './row.ts'

type Fields = FieldsOf<'candidate'>

/** Where story 1 lies: the staff canteen behind the wall, the room that could be built, the locked side gate. */
export type CandidatePlaces = { canteen: string; newRoom: Position; gate: string }

const canteen = '社区食堂', room = '党群活动室'
const unsaid: Omit<Fields, 'kind' | 'category'> = { facility: null, gate: null, willingness: null, spareSeats: null, hours: null, cost: null, squareMetres: null, note: null }

/** What units answered when they were asked about a dining hall of their own, in turn. */
const answers: readonly Pick<Fields, 'willingness' | 'spareSeats' | 'hours' | 'note'>[] = [
  { willingness: 'willing', spareSeats: 40, hours: '周一至周五 11:00-12:30', note: null }, { willingness: 'negotiating', spareSeats: 30, hours: '周一至周五 12:30-13:30', note: '先试行三个月' },
  { willingness: 'refused', spareSeats: 20, hours: null, note: '后勤外包合同到期前不对外' }, { willingness: 'willing', spareSeats: 24, hours: '周一至周六 11:00-13:00', note: null },
]

/** 备选点: what could open or be built. Of the premises one is that of story 1. */
export function* candidateEntries(garden: Garden, { canteen: closed, newRoom, gate }: CandidatePlaces): Generator<CityRecord> {
  const dice = garden.dice('candidates')
  const institute = garden.facilities.find(({ id }) => id === closed)
  const home = nearest(garden, institute?.position ?? newRoom)
  yield row('candidate', 'candidate-institute', { ...unsaid, kind: 'closedResource', category: canteen, facility: closed, willingness: 'negotiating', spareSeats: 60, hours: '周一至周五 11:00-13:00', cost: 80_000, note: '需加一道门禁' }, { name: institute?.name ?? '', area: home.code, unit: institute?.unit ?? null, position: institute?.position ?? null })
  yield row('candidate', 'candidate-side-gate', { ...unsaid, kind: 'lockedGate', category: canteen, gate, willingness: 'negotiating', hours: '07:00-19:00', cost: 15_000, note: '物业要求装门禁' }, { name: '侧门', area: home.code })

  // Dining halls that are on no list of sites, since they admit nobody from outside.
  const fed = new Set(garden.facilities.flatMap(({ category, unit }) => (category === 'canteen' && unit !== null ? [unit] : [])))
  const halls = garden.communities.flatMap((community) => community.units.filter(({ id, nature }) => !fed.has(id) && ['government', 'publicInstitution', 'stateEnterprise', 'school'].includes(nature)).slice(0, 1).map((unit) => ({ community, unit })))
  for (const [index, { community, unit }] of spread(halls, answers.length).entries()) {
    yield row('candidate', `candidate-hall-${index + 1}`, { ...unsaid, ...answers[index], kind: 'closedResource', category: canteen, cost: dice.whole(4, 12) * 10_000 }, { name: `${unit.name}内部食堂`, area: community.code, unit: unit.id, position: unit.position })
  }
  const rooms = garden.communities.flatMap((community) => community.facilities.filter(({ category, unit, admission }) => category === 'meetingRoom' && unit !== null && admission.audience === 'byArrangement').slice(0, 1).map((facility) => ({ community, facility })))
  for (const [index, { community, facility }] of spread(rooms, 3).entries()) {
    yield row('candidate', `candidate-room-${index + 1}`, { ...unsaid, kind: 'closedResource', category: room, facility: facility.id, willingness: (['willing', 'negotiating', 'refused'] as const)[index], hours: index === 2 ? null : '周六、周日 9:00-17:00', squareMetres: dice.whole(6, 16) * 10 }, { name: facility.name, area: community.code, unit: facility.unit, position: facility.position })
  }

  yield row('candidate', 'candidate-premises-1', { ...unsaid, kind: 'vacantPremises', category: canteen, spareSeats: 60, cost: 900_000, squareMetres: 180, note: '原餐馆，设施齐全' }, { name: '闲置门面（原餐馆）', area: nearest(garden, newRoom).code, position: newRoom })
  const shops = garden.communities.flatMap((community) => community.buildings.filter(({ use }) => use === 'commercial').slice(0, 1).map((building) => ({ community, building })))
  for (const [index, { community, building }] of spread(shops, 3).entries()) {
    yield row('candidate', `candidate-premises-${index + 2}`, { ...unsaid, kind: 'vacantPremises', category: canteen, spareSeats: dice.whole(3, 6) * 10, cost: dice.whole(5, 12) * 100_000, squareMetres: dice.whole(10, 26) * 10 }, { name: `${community.name}闲置门面`, area: community.code, position: building.position })
  }
  // Where most homes are left out today.
  const leftOut = garden.leftOut('canteen')
  for (const [index, community] of garden.communities.toSorted((a, b) => leftOut(b.code) - leftOut(a.code) || (a.code < b.code ? -1 : 1)).slice(0, 2).entries()) {
    const [building] = community.buildings.toSorted((a, b) => b.residents - a.residents || (a.id < b.id ? -1 : 1))
    if (building) yield row('candidate', `candidate-planned-${index + 1}`, { ...unsaid, kind: 'plannedSite', category: canteen, spareSeats: 80, cost: 1_600_000, squareMetres: 260, note: '控规配建' }, { name: `${community.name}配建用房`, area: community.code, position: building.position })
  }
}

/** So many of a list, evenly. */
const spread = <T>(list: readonly T[], wanted: number): T[] => Array.from({ length: Math.min(wanted, list.length) }, (_, i) => list[Math.floor((i * list.length) / Math.min(wanted, list.length))])

/** The community with the nearest building. */
function nearest({ communities }: Garden, [lon, lat]: Position): GardenCommunity {
  const away = ({ buildings }: GardenCommunity): number => Math.min(...buildings.map(({ position }) => (position[0] - lon) ** 2 * 0.6 + (position[1] - lat) ** 2))
  return communities.reduce((best, one) => (away(one) < away(best) ? one : best))
}
