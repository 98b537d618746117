import type { Area } from '../../geodata/model/area.ts'
import type { Building, Gate } from '../../geodata/model/building.ts'
import type { CityIdentity, CityRecord } from '../../geodata/model/city.ts'
import type { Facility, Unit } from '../../geodata/model/facility.ts'
import type { Box, MultiPolygon, Position } from '../../geodata/model/geometry.ts'
import type { Ground, Street } from '../../geodata/model/street.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'

/**
 * A city drawn by hand: one main street of 2 km from west to east, two communities left and right of the middle, ten homes in a row
 * along it, one house far away, one house nobody knows anything about, one office. Steps are 0.001 degree (about 90 m along the street).
 */
export const smallIdentity: CityIdentity = { name: '手绘小城', demo: false, coding: 'statistical', attribution: '© 手绘', mapApproval: '', sourceDate: '2026-10-01' }

const west = 116.4, south = 39.9, step = 0.001
const from = { source: 'drawn by hand', date: '2026-10-01' }

/** Steps east and north of the south-west corner. */
export const at = (east: number, north: number): Position => [Math.round((west + east * step) * 1e7) / 1e7, Math.round((south + north * step) * 1e7) / 1e7]

export const square = (east: number, north: number, width: number, height: number): MultiPolygon => [
  [[at(east, north), at(east + width, north), at(east + width, north + height), at(east, north + height), at(east, north)]],
]

export const smallBox: Box = [...at(-1, -1), ...at(41, 41)]

export const area = (code: string, level: Area['level'], name: string, parent: string | null, boundary: MultiPolygon | null): Area => ({ code, level, name, parent, boundary, ...from })

export const building = (id: string, east: number, north: number, more: Partial<Building> = {}): Building => ({
  id, code: null, name: id, footprint: square(east, north, 0.4, 0.2), storeys: 6, use: 'residential', estate: null, grid: null, entrances: [at(east + 0.2, north)],
  residents: { all: 100, over60: 20, over80: 5, children: 10, households: 40, basis: 'permanent', counted: true, ...from }, ...from, ...more,
})

export const facility = (id: string, category: string, east: number, north: number, more: Partial<Facility> = {}): Facility => ({
  id, name: id, category, position: at(east, north), unit: null, admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }, hours: null,
  phone: null, capacity: { seats: null, spareSeats: null, squareMetres: null }, stepFree: null, offer: emptyOffer, suspensions: [], validFrom: null, validTo: null, ...from, ...more,
})

export const street = (id: string, line: Position[], more: Partial<Street> = {}): Street => ({
  id, name: id, class: 'local', line, walkable: true, steps: false, bridge: false, widthMetres: null, ...from, ...more,
})

const gate: Gate = { id: 'gate-1', name: '东门', position: at(10, 2), estate: null, locked: 'never', ...from }
const unit: Unit = { id: 'unit-1', name: '某机关', nature: 'government', position: at(5, 3), community: '110105001001', validFrom: null, validTo: null, ...from }
const park: Ground = { id: 'park-1', kind: 'park', name: '街心公园', shape: square(0, 4, 6, 3), ...from }

const areas: Area[] = [
  area('110105', 'district', '手绘区', null, square(0, 0, 22, 8)),
  area('110105001', 'street', '手绘街道', '110105', square(0, 0, 22, 8)),
  area('110105001001', 'community', '西社区', '110105001', square(0, 0, 11, 8)),
  area('110105001002', 'community', '东社区', '110105001', square(11, 0, 11, 8)),
  area('110105001001001', 'grid', '西一网格', '110105001001', square(0, 0, 11, 8)),
  area('110105001002001', 'grid', '东一网格', '110105001002', square(11, 0, 11, 8)),
]

const homes = Array.from({ length: 10 }, (_, i) => building(`home-${i}`, 1 + i * 2, 3))
const others = [
  building('far', 20, 30, { entrances: [] }),
  building('unknown', 3, 4, { use: null, storeys: null, residents: null }),
  building('office', 9, 4, { use: 'office', residents: null }),
]

const facilities = [
  facility('canteen-west', 'canteen', 1, 2.2),
  facility('canteen-staff', 'canteen', 21, 2.2, { unit: 'unit-1', admission: { audience: 'staff', minAge: null, maxAge: null, onlyAreas: [] } }),
  facility('clinic-middle', 'clinic', 11, 2.2),
]

const streets = [
  street('main', Array.from({ length: 24 }, (_, i) => at(i - 1, 2)), { class: 'secondary', name: '手绘大街' }),
  street('north', [at(10, 2), at(10, 8)], { class: 'lane' }),
]

export const smallRecords: CityRecord[] = [
  // Children before parents and sites before their unit on purpose: order must not matter.
  ...facilities.map((record) => ({ kind: 'facility', record }) as const),
  ...areas.toReversed().map((record) => ({ kind: 'area', record }) as const),
  ...homes.map((record) => ({ kind: 'building', record }) as const),
  ...others.map((record) => ({ kind: 'building', record }) as const),
  { kind: 'gate', record: gate },
  { kind: 'unit', record: unit },
  { kind: 'ground', record: park },
  ...streets.map((record) => ({ kind: 'street', record }) as const),
]
