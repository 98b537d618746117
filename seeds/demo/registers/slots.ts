import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Slot } from '../../../geodata/model/catalogue.ts'
import type { Facility } from '../../../geodata/model/facility.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import { slots } from '../../catalogue/slots.ts'
import { slotNames } from '../services.ts'
import type { Garden, GardenCommunity } from './garden.ts'
import { monthStart, row } from './row.ts'

/** About what a square metre cost to build or fit out, yuan. */
const yuanPerSquareMetre = 2600
/** The culture centre of the resettlement community (document 003). */
const cultureCentreYuan = 300_000
/** So many items are lent by units, are being built, or were entered by nobody. */
const limits = { shared: 12, underway: 8, unentered: 3 }

/** Items of completeness as the district's sites have them; each site that opened or was lent within the 24 months has its rows before. */
export function* slotEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('slots')
  const left = { ...limits }
  for (const [index, community] of garden.communities.entries()) {
    const resettled = isResettled(community)
    for (const slot of slots.filter(({ level }) => level === 'community')) {
      const site = ownSite(garden, community, slot)
      const lent = site === null && !resettled ? lentSite(community, slot) : null
      const year = dice.whole(2009, 2024)
      if (site) yield* built(community, slot, site, resettled ? 2012 : year, resettled && slot.code === 'activityRoom' ? cultureCentreYuan : null)
      else if (lent && left.shared-- > 0) yield* since(community, slot, { ...nothing, state: 'shared', facility: lent.id }, monthStart(dice.whole(1, 22)), lent.unit)
      else if (dice.chance(0.25) && left.underway-- > 0) yield* since(community, slot, { ...nothing, state: 'underway' }, monthStart(dice.whole(14, 22)), null)
      else if (resettled || index % 5 !== 2 || left.unentered-- <= 0) yield row('slot', `slot-${community.code}-${slot.code}`, { ...nothing, slot: slot.code, state: 'missing' }, { area: community.code })
    }
  }
  yield* streetSlots(garden)
}

export const isResettled = (community: GardenCommunity): boolean => community.estates.some(({ name }) => name === '东榆新村')

/** The community's own site of an item, by the name it was given. */
export function ownSite({ facilities }: Garden, { name }: GardenCommunity, { category }: Slot): Facility | null {
  const wanted = `${name.replace(/社区$/, '')}${slotNames[category ?? ''] ?? ''}`
  return facilities.find((facility) => facility.unit === null && facility.category === category && facility.name === wanted) ?? null
}

const lentSite = ({ facilities }: GardenCommunity, { category }: Slot): Facility | null =>
  facilities.find((facility) => facility.unit !== null && facility.category === category && (facility.admission.audience === 'everyone' || facility.admission.audience === 'byArrangement')) ?? null

type Fields = Omit<FieldsOf<'slot'>, 'slot'>
const nothing = { facility: null, squareMetres: null, builtYear: null, batchYear: null, cost: null, fund: null } as const

function* built(community: GardenCommunity, slot: Slot, { id, capacity: { squareMetres }, validFrom }: Facility, year: number, known: number | null): Generator<CityRecord> {
  const builtYear = validFrom === null ? year : Number(validFrom.slice(0, 4))
  // 2014 to 2016 the city paid (document 004).
  const batchYear = builtYear >= 2014 && builtYear <= 2016 ? builtYear : null
  const cost = known ?? (squareMetres === null ? null : Math.max(1, Math.round((squareMetres * (slot.outdoors ? yuanPerSquareMetre / 10 : yuanPerSquareMetre)) / 10_000)) * 10_000)
  const fields: Fields = { state: 'built', facility: id, squareMetres, builtYear, batchYear, cost, fund: batchYear === null ? (known === null ? '街道自筹' : '村集体') : '市财政阵地建设资金' }
  if (validFrom === null) yield row('slot', `slot-${community.code}-${slot.code}`, { slot: slot.code, ...fields }, { area: community.code })
  else {
    const begun = yearsBefore(validFrom)
    yield row('slot', `slot-${community.code}-${slot.code}-0`, { slot: slot.code, ...nothing, state: 'missing' }, { area: community.code, validTo: begun })
    yield row('slot', `slot-${community.code}-${slot.code}-1`, { slot: slot.code, ...nothing, state: 'underway' }, { area: community.code, validFrom: begun, validTo: validFrom })
    yield row('slot', `slot-${community.code}-${slot.code}`, { slot: slot.code, ...fields }, { area: community.code, validFrom })
  }
}

/** Missing until that day, then as told. */
function* since(community: GardenCommunity, slot: Slot, fields: Fields, from: string, unit: string | null): Generator<CityRecord> {
  yield row('slot', `slot-${community.code}-${slot.code}-0`, { slot: slot.code, ...nothing, state: 'missing' }, { area: community.code, validTo: from })
  yield row('slot', `slot-${community.code}-${slot.code}`, { slot: slot.code, ...fields }, { area: community.code, unit, validFrom: from })
}

const yearsBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`

/** 6, 5 and 6 of the six items; the second street's school is being built. */
function* streetSlots({ streets, dice }: Garden): Generator<CityRecord> {
  const chance = dice('street slots')
  for (const [index, { code }] of streets.entries()) {
    for (const slot of slots.filter(({ level }) => level === 'street')) {
      const isMissing = index === 1 && slot.code === 'school'
      if (isMissing) {
        yield row('slot', `slot-${code}-${slot.code}-0`, { slot: slot.code, ...nothing, state: 'missing' }, { area: code, validTo: monthStart(18) })
        yield row('slot', `slot-${code}-${slot.code}`, { slot: slot.code, ...nothing, state: 'underway' }, { area: code, validFrom: monthStart(18) })
        continue
      }
      const squareMetres = Math.round((slot.minSquareMetres ?? 100) * chance.between(1.02, 1.4))
      const builtYear = chance.whole(2014, 2016)
      yield row('slot', `slot-${code}-${slot.code}`, { slot: slot.code, state: 'built', facility: null, squareMetres, builtYear, batchYear: builtYear, cost: Math.round((squareMetres * yuanPerSquareMetre) / 10_000) * 10_000, fund: '市财政阵地建设资金' }, { area: code })
    }
  }
}
