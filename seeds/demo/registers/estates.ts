import type { CityRecord } from '../../../geodata/model/city.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Dice } from '../dice.ts'
import { handoverFigures } from '../handover.ts'
import type { Garden, GardenArea } from './garden.ts'
import { row } from './row.ts'

type Fields = FieldsOf<'estate'>

/** Floor area of a dwelling, square metres; 175,000 for the 1,750 of the resettlement estate. */
const squareMetresPerHousehold = 100
/** Rooms the resettlement estate was given, in two parts: 1,100 square metres of 12,250 owed. */
const givenToResettled = [{ office: 500, business: 200 }, { office: 300, business: 100 }] as const

/** Estates as they are run: every one has its row, and one its story of 2025. */
export function* estateEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('estates')
  for (const community of garden.communities) {
    const companies = community.units.filter(({ nature }) => nature === 'property').map(({ name }) => name)
    let part = 0
    for (const estate of community.estates) {
      if (estate.name === handoverFigures.name) yield* handedOver(estate, companies)
      else if (estate.name === '东榆新村') yield resettled(estate, part++)
      else yield row('estate', `estate-${estate.code}`, /(家属院|宿舍|新村)$/.test(estate.name) ? compound(estate, companies, dice) : ordinary(estate, companies, dice), { name: estate.name, area: estate.code })
    }
  }
}

const unknown = { floorSquareMetres: null, officeSquareMetres: null, businessSquareMetres: null, ownersMembers: null, ownersPartyMembers: null, ownersTermEnd: null, propertyCompany: null } as const

/** Old compounds of works and offices: half have no company, few have a committee of owners. */
function compound({ households }: GardenArea, companies: readonly string[], dice: Dice): Fields {
  const property = dice.pick(['company', 'company', 'selfRun', 'selfRun', 'none'] as const)
  return { ...unknown, kind: 'compound', buildStatus: 'built', households, property, propertyCompany: companyOf(property, companies, dice), owners: dice.chance(0.25) ? 'preparing' : 'none' }
}

function ordinary({ households }: GardenArea, companies: readonly string[], dice: Dice): Fields {
  const property = dice.chance(0.94) ? 'company' as const : dice.pick(['selfRun', 'withdrawn'] as const)
  const owners = dice.chance(0.58) ? 'committee' as const : dice.pick(['preparing', 'none', 'none', 'resigned'] as const)
  const members = dice.pick([5, 7, 7, 9, 11])
  const floor = dice.chance(0.3) ? households * squareMetresPerHousehold : null
  return {
    ...unknown, kind: 'ordinary', buildStatus: 'built', households, property, propertyCompany: companyOf(property, companies, dice), owners,
    ...(owners === 'committee' && { ownersMembers: members, ownersPartyMembers: dice.whole(1, members - 2), ownersTermEnd: `${dice.whole(2026, 2029)}-0${dice.whole(1, 9)}-15` }),
    // Those whose floor area is known have handed over what they owe, and a little more.
    ...(floor !== null && { floorSquareMetres: floor, officeSquareMetres: Math.ceil(floor * 0.03 * dice.between(1, 1.1)), businessSquareMetres: Math.ceil(floor * 0.04 * dice.between(1, 1.1)) }),
  }
}

const companyOf = (property: Fields['property'], companies: readonly string[], dice: Dice): string | null => (property === 'company' && companies.length > 0 ? dice.pick(companies) : null)

/** 12,250 square metres are owed by both parts together, 5,250 of offices and 7,000 of business (document 003). */
function resettled({ code, name, households }: GardenArea, part: number): CityRecord {
  const given = givenToResettled[part] ?? { office: 0, business: 0 }
  const fields: Fields = { ...unknown, kind: 'resettlement', buildStatus: 'built', households, property: 'selfRun', owners: 'preparing', floorSquareMetres: households * squareMetresPerHousehold, officeSquareMetres: given.office, businessSquareMetres: given.business }
  return row('estate', `estate-${code}`, fields, { name, area: code })
}

/** In March 2025 the company leaves and the committee resigns, in April 21 owners are elected, 17 of them party members, in July another company comes. */
function* handedOver({ code, name, households }: GardenArea, companies: readonly string[]): Generator<CityRecord> {
  const common = { ...unknown, kind: 'ordinary', buildStatus: 'built', households } as const
  const committee = { owners: 'committee', ownersMembers: 21, ownersPartyMembers: 17, ownersTermEnd: '2028-04-18' } as const
  const days = ['2025-03-10', '2025-04-18', '2025-07-05'] as const
  yield row('estate', `estate-${code}-0`, { ...common, property: 'company', propertyCompany: companies[0] ?? '汀岸物业服务公司', owners: 'committee', ownersMembers: 9, ownersPartyMembers: 2, ownersTermEnd: '2026-06-30' }, { name, area: code, validTo: days[0] })
  yield row('estate', `estate-${code}-1`, { ...common, property: 'withdrawn', owners: 'resigned' }, { name, area: code, validFrom: days[0], validTo: days[1] })
  yield row('estate', `estate-${code}-2`, { ...common, ...committee, property: 'selfRun' }, { name, area: code, validFrom: days[1], validTo: days[2] })
  yield row('estate', `estate-${code}`, { ...common, ...committee, property: 'company', propertyCompany: companies[1] ?? '望江新邻物业公司' }, { name, area: code, validFrom: days[2] })
}
