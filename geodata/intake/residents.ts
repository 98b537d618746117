import type { Residents } from '../model/building.ts'
import { residentialUses } from '../model/building.ts'
import type { Building } from '../model/building.ts'
import type { Catalogue, RuleCode } from '../model/catalogue.ts'
import type { Provenance } from '../model/provenance.ts'
import { apportion } from '../kernel/apportion.ts'
import { residentsEstimatedSource } from '../words/provenance.ts'
import type { Tags } from './feature.ts'
import { areaSquareMetres } from './metres.ts'
import { countFrom } from './readings.ts'

/** What a building brings to the sharing-out, in the order of the buildings. */
export type Household = { floorSquareMetres: number; counted: number | null; over60: number | null; over80: number | null; children: number | null; households: number | null }

/** By index of the building. */
export type ResidentColumns = { residents: (index: number, provenance: Provenance) => Residents | null; estimated: (index: number) => boolean; groupsEstimated: (index: number) => boolean }

/** Storeys of kinds of house that are low by their name; others without storeys have those of the catalogue. */
const lowHouses: Readonly<Record<string, number>> = { house: 2, detached: 2, semidetached_house: 2, terrace: 2, farm: 2, villa: 2, annexe: 1, bungalow: 1, cabin: 1, static_caravan: 1, allotment_house: 1, houseboat: 1 }

/** What is known of who lives in a building, before the sharing-out; null: nobody is counted there and it is no home. */
export function householdOf(building: Building, tags: Tags, catalogue: Catalogue): Household | null {
  const counted = countFrom(tags['linli:residents'])
  const home = building.use !== null && residentialUses.includes(building.use)
  if (counted === null && !home) return null
  const storeys = building.storeys ?? lowHouses[tags['building']] ?? rule(catalogue, 'residentialStoreys')
  return {
    floorSquareMetres: areaSquareMetres(building.footprint) * storeys,
    counted,
    over60: countFrom(tags['linli:over60']),
    over80: countFrom(tags['linli:over80']),
    children: countFrom(tags['linli:children']),
    households: countFrom(tags['linli:households']),
  }
}

/**
 * Residents for every building. Counted ones keep their number; the others share the total that the catalogue's square
 * metres per resident give for all their floors together. Groups and households follow the catalogue's shares where the
 * source does not state them. All by largest remainder, so that the parts add up to the rounded totals.
 */
export function residentColumns(households: readonly (Household | null)[], catalogue: Catalogue): ResidentColumns {
  const floors = Float64Array.from(households, (each) => each?.floorSquareMetres ?? 0)
  const uncounted = floors.map((floor, index) => (households[index]?.counted == null ? floor : 0))
  const shared = share(uncounted, rule(catalogue, 'squareMetresPerResident'))
  const all = Float64Array.from(households, (each, index) => each?.counted ?? shared[index])
  const over60 = filled(households, 'over60', all, rule(catalogue, 'share60plus'), all)
  const over80 = filled(households, 'over80', over60, rule(catalogue, 'share80plus') / rule(catalogue, 'share60plus'), over60)
  const younger = all.map((count, index) => count - over60[index])
  const children = filled(households, 'children', younger, rule(catalogue, 'shareChildren') / (1 - rule(catalogue, 'share60plus')), younger)
  const perHousehold = rule(catalogue, 'squareMetresPerHousehold') / rule(catalogue, 'squareMetresPerResident')
  const homes = filled(households, 'households', all, 1 / perHousehold, all)
  const estimated = residentsEstimatedSource(catalogue.version)
  const residents = (index: number, provenance: Provenance): Residents | null => {
    const each = households[index]
    if (!each) return null
    const counted = each.counted !== null
    return { all: all[index], over60: over60[index], over80: over80[index], children: children[index], households: homes[index], basis: 'permanent', counted, source: counted ? provenance.source : estimated, date: provenance.date }
  }
  const estimatedAt = (index: number): boolean => households[index] !== null && households[index].counted === null
  return { residents, estimated: estimatedAt, groupsEstimated: (index) => households[index] !== null && !estimatedAt(index) && households[index].over60 === null }
}

export function rule(catalogue: Catalogue, code: RuleCode): number {
  const row = catalogue.rules.find((each) => each.code === code)
  if (!row) throw new RangeError(`catalogue ${catalogue.version} has no rule ${code}`)
  return row.value
}

function share(floors: Float64Array, squareMetresEach: number): Int32Array {
  return apportion(floors, Math.round(floors.reduce((sum, floor) => sum + floor, 0) / squareMetresEach))
}

/** Stated values held to `most`; the others share what `part` of their `base` comes to. */
function filled(households: readonly (Household | null)[], key: 'over60' | 'over80' | 'children' | 'households', base: Float64Array, part: number, most: Float64Array): Float64Array {
  const open = base.map((count, index) => (households[index]?.[key] == null ? count : 0))
  const shared = apportion(open, Math.round(open.reduce((sum, count) => sum + count, 0) * part))
  return Float64Array.from(households, (each, index) => {
    const stated = each?.[key] ?? null
    return stated === null ? shared[index] : Math.min(stated, key === 'households' ? stated : most[index])
  })
}
