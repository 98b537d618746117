import type { CityRecord } from '../../../geodata/model/city.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Facility, Unit } from '../../../geodata/model/facility.ts'
import { slots } from '../../catalogue/slots.ts'
import type { Garden, GardenCommunity } from './garden.ts'
import { monthStart, row } from './row.ts'
import { isResettled, ownSite } from './slots.ts'

type Fields = FieldsOf<'plaque'>

/** The resettlement community's notice window: 55 square metres, 130,000 yuan (document 003). */
const largestWindow = { squareMetres: 55, cost: 130_000 } as const

/** Signs on sites of units and communities. */
export function* signEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('signs')
  const bare = { facility: null, squareMetres: null, cost: null } as const
  for (const [index, community] of garden.communities.entries()) {
    const site = (code: string): Facility | null => siteOf(garden, community, code)
    const hang = (kind: Fields['kind'], more: Partial<Fields>, rest: { unit?: Unit | null; name?: string; position?: Facility['position'] | null; validFrom?: string | null } = {}): CityRecord =>
      row('plaque', `sign-${community.code}-${kind}`, { ...bare, direction: 'communityToUnit', ...more, kind }, { area: community.code, name: rest.name ?? '', unit: rest.unit?.id ?? null, position: rest.position ?? null, validFrom: rest.validFrom ?? null })
    const station = site('station'), since = monthStart(dice.whole(0, 20))
    // Twenty-two of 26 have a members' service station, some of them since lately.
    if (index % 7 !== 6) yield hang('memberStation', { facility: station?.id ?? null, squareMetres: dice.whole(18, 60) }, { name: `${root(community)}党员服务站`, validFrom: index % 3 === 0 ? since : null })
    if (index % 12 !== 11) yield hang('noticeWindow', isResettled(community) ? largestWindow : { squareMetres: dice.whole(8, 40) }, { name: `${root(community)}宣传橱窗`, position: station?.position ?? community.centre, validFrom: isResettled(community) ? '2012-09-01' : null })
    const school = community.units.find(({ nature }) => nature === 'school')
    if (school && index % 2 === 0) yield hang('practiceBase', { facility: (site('readingRoom') ?? site('activityRoom') ?? station)?.id ?? null }, { unit: school, name: `${school.name}校外社会实践基地`, validFrom: index % 4 === 0 ? since : null })
    if (index % 6 === 1) yield hang('modelSite', { facility: station?.id ?? null }, { name: `${root(community)}党建示范点`, validFrom: since })
    if (index % 3 === 2) yield hang('school', { facility: (site('memberRoom') ?? station)?.id ?? null, squareMetres: dice.whole(40, 120) }, { name: `${root(community)}社区学校` })
    yield* unitSigns(community, dice.whole(1, 3))
  }
  yield* modelFirms(garden)
}

/** 社区党员活动室: signs hung in rooms that units open. */
function* unitSigns({ code, facilities }: GardenCommunity, wanted: number): Generator<CityRecord> {
  const rooms = facilities.filter(({ unit, category, admission }) => unit !== null && (category === 'activityRoom' || category === 'meetingRoom') && admission.audience !== 'staff')
  for (const room of rooms.slice(0, wanted)) yield row('plaque', `sign-${room.id}`, { kind: 'memberRoom', facility: room.id, direction: 'unitToCommunity', squareMetres: null, cost: null }, { name: `${room.name}（社区党员活动室）`, area: code, unit: room.unit })
}

/** Two firms whose branches are shown to others. */
function* modelFirms({ communities }: Garden): Generator<CityRecord> {
  const firms = communities.flatMap(({ code, units }) => units.filter(({ nature }) => nature === 'privateEnterprise').slice(0, 1).map((unit) => ({ code, unit })))
  for (const { code, unit } of firms.slice(0, 2)) yield row('plaque', `sign-${unit.id}-modelSite`, { kind: 'modelSite', facility: null, direction: 'unitToCommunity', squareMetres: null, cost: null }, { name: `${unit.name}示范点`, area: code, unit: unit.id, position: unit.position })
}

const root = ({ name }: GardenCommunity): string => name.replace(/社区$/, '')

function siteOf(garden: Garden, community: GardenCommunity, code: string): Facility | null {
  const slot = slots.find((one) => one.code === code)
  return slot ? ownSite(garden, community, slot) : null
}
