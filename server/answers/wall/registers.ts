import type { Reader } from '../../../geodata/contract/exchange.ts'
import type { Catalogue, Slot } from '../../../geodata/model/catalogue.ts'
import { completenessOf } from '../../../geodata/registers/build/completeness.ts'
import { seatsOf, vacantSeats } from '../../../geodata/registers/govern/vacancies.ts'
import { grouped } from '../../../geodata/registers/grouped.ts'
import type { RegisterInput } from '../../../geodata/registers/register.ts'
import { ruleOf } from '../../../geodata/registers/rule.ts'
import { isOpen } from '../../../geodata/registers/share/openSites.ts'
import { firmsOf, isCovered, isDue, isOrganised } from '../../../geodata/registers/twoNew/firm.ts'
import { operatingCommunity } from '../../../geodata/registers/twoNew/operatingCommunity.ts'
import type { OpenCity } from '../open-city.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { placesOf, registerInput } from '../registers/register-input.ts'
import { sumUp, type AreaSums } from './area-sums.ts'
import { keptWith } from './kept.ts'

/** Of one day, by area: what is counted by communities and never of persons, so that every reader is told the same. `units` and `sites` for the strip. */
export type RegisterSums = Readonly<Record<'rooms' | 'opened' | 'twoNew' | 'vacant' | 'units' | 'sites', AreaSums>>

/** Two years of months and today. */
const keep = keptWith<RegisterSums>(26)

export const registerSums = (open: OpenCity, day: string, reader: Reader): Promise<RegisterSums> => keep(open, day, async () => sumsOf(open, await registerInput(open, { area: null, day }, reader), await placesOf(open)))

/** 七室: what a community builds indoors beside its station. */
export const sevenRooms = ({ slots }: Pick<Catalogue, 'slots'>): readonly Slot[] => slots.filter(({ level, outdoors, code }) => level === 'community' && !outdoors && code !== 'station')

function sumsOf({ city: { areas } }: OpenCity, input: RegisterInput, places: ReadonlyMap<Position, number>): RegisterSums {
  /** The grid a thing stands in, as long as that is of the community it counts for. */
  const smallest = (community: string | null, position: Position): string | null => {
    const at = places.get(position)
    const grid = at === undefined || at >= areas.count ? null : areas.codes[at]
    return grid !== null && (community === null || input.areas.above(grid, 'community')?.code === community) ? grid : community
  }
  return {
    rooms: rooms(input, areas), opened: opened(input, areas), twoNew: twoNew(input, areas), vacant: vacant(input, areas),
    units: sumUp(areas, input.units, (unit) => smallest(input.areas.communityAt(unit)?.code ?? null, unit.position), () => ({ value: 1, of: 0 })),
    sites: sumUp(areas, input.facilities, ({ position }) => smallest(null, position), () => ({ value: 1, of: 0 })),
  }
}
type Areas = OpenCity['city']['areas']

/** A community of which nothing was entered is told apart from one that lacks them. */
function rooms(input: RegisterInput, areas: Areas): AreaSums {
  const { items, rows } = completenessOf(input, 'community')
  const wanted = new Set(sevenRooms(input.catalogue).map(({ code }) => code))
  const found = new Map(rows.map(({ area, cells }) => [area.code, cells.every(({ standing }, at) => !wanted.has(items[at].code) || standing === 'built' || standing === 'shared')]))
  return sumUp(areas, input.areas.at('community'), ({ code }) => code, ({ code }) => (found.has(code) ? { value: Number(found.get(code)), of: 1 } : { value: 0, of: 0, untold: 1 }))
}

/** A unit that has something and opened at least one of it. */
function opened(input: RegisterInput, areas: Areas): AreaSums {
  const owned = grouped(input.facilities.filter(({ unit }) => unit !== null), ({ unit }) => unit)
  return sumUp(areas, input.units.filter(({ id }) => owned.has(id)), (unit) => input.areas.communityAt(unit)?.code ?? null, ({ id }) => {
    const sites = owned.get(id) ?? [], open = sites.filter(isOpen)
    return { value: Number(open.length > 0), of: 1, facts: [{ code: 'sites', value: open.length, of: sites.length }, ...open.map(({ category }) => ({ code: `category.${category}`, value: 1, of: null }))] }
  })
}

/** Enterprises that operate; social organisations are never summed with them (DOMAIN 11.4). */
function twoNew(input: RegisterInput, areas: Areas): AreaSums {
  const least = ruleOf(input.catalogue, 'ownBranchMembers')
  const firms = firmsOf(input.everyOrganisation, (organisation) => operatingCommunity(organisation, input)).filter(({ exclusion }) => exclusion === null)
  return sumUp(areas, firms, ({ community }) => community, ({ organisation }) => {
    const organised = Number(isOrganised(organisation)), work = Number(isCovered(organisation))
    if (organisation.kind !== 'enterprise') return { value: 0, of: 0, facts: [{ code: 'social', value: organised, of: 1 }, { code: 'socialWork', value: work, of: 1 }] }
    const due = isDue(organisation, least)
    return { value: organised, of: 1, facts: [{ code: 'work', value: work, of: 1 }, { code: 'due', value: Number(due && organisation.organised !== 'single'), of: Number(due) }] }
  })
}

/** Seats of standing committees that nobody has held for longer than the rule. */
function vacant(input: RegisterInput, areas: Areas): AreaSums {
  const limit = ruleOf(input.catalogue, 'vacancyDays')
  const days = new Map(vacantSeats(input).map((seat) => [seat.seat, seat.days]))
  const committees = new Map(input.rows('committee').map(({ id, area }) => [id, area]))
  return sumUp(areas, seatsOf(input), ({ fields }) => committees.get(fields.committee) ?? null, ({ id }) => {
    const empty = days.get(id)
    return { value: Number(empty !== undefined && empty > limit), of: 1, facts: [{ code: 'vacantNow', value: Number(empty !== undefined), of: 1 }] }
  })
}
