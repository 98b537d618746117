import type { Area } from '../../geodata/model/area.ts'
import type { Building, Gate } from '../../geodata/model/building.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Admission, Facility } from '../../geodata/model/facility.ts'
import type { Box, Position } from '../../geodata/model/geometry.ts'
import type { Street } from '../../geodata/model/street.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'
import { area, at, building, facility, square, street } from './small-city.ts'

/** Everything of a small random city as lists, so that a test can change one of them and build again. Deterministic by seed. */
export type RandomCity = { box: Box; areas: Area[]; streets: Street[]; gates: Gate[]; buildings: Building[]; facilities: Facility[] }

/** Corners of the street lattice along a side, and steps (of about 90 to 110 m) between them. */
const side = 6
const mesh = 2

export function randomCity(seed: number): RandomCity {
  const random = seededRandom(seed)
  const whole = (count: number): number => Math.floor(random() * count)
  const chance = (share: number): boolean => random() < share
  const corners: Position[][] = Array.from({ length: side }, (_, row) => Array.from({ length: side }, (_, column) => at(column * mesh + random() * 0.9, row * mesh + random() * 0.9)))
  const streets = latticeStreets(corners, random)
  const wide = side * mesh
  const pick = (): Position => at(random() * wide - 0.5, random() * wide - 0.5)

  const gates: Gate[] = Array.from({ length: 4 }, (_, k) => ({
    id: `gate-${k}`, name: `${k}号门`, position: corners[whole(side)][whole(side)], estate: null, locked: k === 0 ? 'never' : k === 1 ? { hours: '22:00-06:00' } : 'always', source: 'random', date: null,
  }))
  const areas = lay(wide)
  const codes = areas.filter((row) => row.level === 'grid').map((row) => row.code)
  const buildings = Array.from({ length: 60 }, (_, k) => {
    const [east, north] = [random() * wide, random() * wide]
    const homes = chance(0.8)
    return building(`b${k}`, east, north, {
      footprint: square(east, north, 0.1 + random() * 0.3, 0.1 + random() * 0.2), storeys: chance(0.9) ? 1 + whole(30) : null, use: homes ? 'residential' : chance(0.5) ? 'office' : null,
      estate: chance(0.3) ? 'estate-a' : null, grid: chance(0.2) ? codes[whole(codes.length)] : null,
      entrances: Array.from({ length: whole(3) }, () => at(east + random() * 0.4, north + random() * 0.3)),
      residents: homes ? { all: 50 + whole(200), over60: whole(50), over80: whole(20), children: whole(30), households: whole(80), basis: 'permanent', counted: chance(0.6), source: 'random', date: null } : null,
    })
  })
  const facilities = Array.from({ length: 14 }, (_, k) => ({ ...facility(`f${k}`, ['canteen', 'clinic', 'market'][k % 3], 0, 0), position: pick(), admission: admissionOf(whole(8), codes) }))
  return { box: [...at(-1, -1), ...at(wide + 1, wide + 1)], areas, streets, gates, buildings, facilities }
}

export function* recordsOf(city: RandomCity): Iterable<CityRecord> {
  for (const record of city.areas) yield { kind: 'area', record }
  for (const record of city.streets) yield { kind: 'street', record }
  for (const record of city.gates) yield { kind: 'gate', record }
  for (const record of city.buildings) yield { kind: 'building', record }
  for (const record of city.facilities) yield { kind: 'facility', record }
}

/** Half of the sites admit everyone. */
function admissionOf(kind: number, codes: readonly string[]): Admission {
  const everyone: Admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }
  if (kind === 0) return { ...everyone, audience: 'staff' }
  if (kind === 1) return { ...everyone, audience: 'retired' }
  if (kind === 2) return { ...everyone, minAge: 60 }
  if (kind === 3) return { ...everyone, onlyAreas: [codes[0], 'community-1'] }
  return everyone
}

/** Most edges of a jittered lattice, some bent, some stairs, some for cars only, and one path off by itself. */
function latticeStreets(corners: readonly (readonly Position[])[], random: () => number): Street[] {
  const streets: Street[] = []
  const join = (a: Position, b: Position): void => {
    const kind = random()
    if (kind < 0.15) return
    const middle: Position = [(a[0] + b[0]) / 2 + (random() - 0.5) * 4e-4, (a[1] + b[1]) / 2 + (random() - 0.5) * 4e-4]
    streets.push(street(`s${streets.length}`, kind < 0.4 ? [a, middle, b] : [a, b], { steps: kind > 0.92, walkable: kind < 0.4 || kind > 0.45 }))
  }
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (column + 1 < side) join(corners[row][column], corners[row][column + 1])
      if (row + 1 < side) join(corners[row][column], corners[row + 1][column])
    }
  }
  streets.push(street('alone', [at(-0.6, -0.4), at(-0.4, 1), at(-0.5, 2.5)]))
  return streets
}

/** One district of two streets, two communities each, two grids each; they leave a strip in the north outside every area. */
function lay(wide: number): Area[] {
  const half = wide / 2, high = wide * 0.9
  const areas = [area('district', 'district', '区', null, square(-1, -1, wide + 2, high + 1)), area('estate-a', 'estate', '小区', null, square(1, 1, 3, 3))]
  for (let s = 0; s < 2; s++) {
    const west = s === 0 ? -1 : half, width = s === 0 ? half + 1 : wide + 1 - half
    areas.push(area(`street-${s}`, 'street', `街道${s}`, 'district', square(west, -1, width, high + 1)))
    for (let c = 0; c < 2; c++) {
      const south = c === 0 ? -1 : high / 2, height = c === 0 ? high / 2 + 1 : high / 2
      const code = `community-${s * 2 + c}`
      areas.push(area(code, 'community', code, `street-${s}`, square(west, south, width, height)))
      for (let g = 0; g < 2; g++) areas.push(area(`${code}-${g}`, 'grid', `${code}-${g}`, code, square(west + (g * width) / 2, south, width / 2, height)))
    }
  }
  return areas
}
