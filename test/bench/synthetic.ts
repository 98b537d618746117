import { hilbertOrder } from '../../geodata/kernel/hilbert.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'
import { planeOf, unproject } from '../../geodata/kernel/plane.ts'
import { cityBuilder } from '../../geodata/kernel/city.ts'
import type { City } from '../../geodata/kernel/city.ts'
import type { Area } from '../../geodata/model/area.ts'
import type { Box, Position } from '../../geodata/model/geometry.ts'
import { benchCatalogue, categorySizes } from './catalogue.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'

export type Size = { buildings: number; nodes: number; facilities?: number }

const sideMetres = 30000
const box: Box = [116.2241, 39.7649, 116.5759, 40.0351]
const plane = planeOf(box)
const place = (x: number, y: number): Position => unproject(plane, x - sideMetres / 2, y - sideMetres / 2)
const from = { source: 'bench', date: null }

/**
 * The city of BENCH.md: 30 x 30 km, homes gathered around 300 centres, a jittered lattice of streets, sites in 20 categories of 23 to 2,144. Fixed
 * seeds; built through the product's own door, one record at a time.
 */
export function syntheticCity(size: Size): City {
  const builder = cityBuilder(benchCatalogue, box)
  for (const area of areas()) builder.addArea(area)
  addStreets(builder, size.nodes)
  addFacilities(builder, size.facilities ?? 10000)
  addBuildings(builder, size.buildings)
  return builder.finish()
}

/** Districts 4 x 4, streets 16 x 16, communities 48 x 48, grids 96 x 96, estates beside them. */
function* areas(): Iterable<Area> {
  yield area('city', 'city', null, 0, 0, 1)
  const levels = [['district', 4], ['street', 16], ['community', 48], ['grid', 96]] as const
  for (let k = 0; k < levels.length; k++) {
    const [level, count] = levels[k]
    const above = k === 0 ? 1 : levels[k - 1][1]
    for (let row = 0; row < count; row++) {
      for (let column = 0; column < count; column++) {
        const parent = k === 0 ? 'city' : `${levels[k - 1][0]}-${Math.floor((column * above) / count)}-${Math.floor((row * above) / count)}`
        yield area(`${level}-${column}-${row}`, level, parent, column, row, count)
      }
    }
  }
  for (let row = 0; row < 96; row++) for (let column = 0; column < 96; column++) yield area(`estate-${column}-${row}`, 'estate', `community-${column >> 1}-${row >> 1}`, column, row, 96)
}

function area(code: string, level: Area['level'], parent: string | null, column: number, row: number, count: number): Area {
  const side = sideMetres / count
  const [west, south, east, north] = [column * side, row * side, (column + 1) * side, (row + 1) * side]
  return { code, level, name: code, parent, boundary: [[[place(west, south), place(east, south), place(east, north), place(west, north), place(west, south)]]], ...from }
}

function addStreets(builder: ReturnType<typeof cityBuilder>, nodes: number): void {
  const random = seededRandom(2)
  const count = Math.round(Math.sqrt(nodes)), mesh = sideMetres / count
  const corners = Array.from({ length: count * count }, (_, k) => place(((k % count) + 0.2 + random() * 0.6) * mesh, (Math.floor(k / count) + 0.2 + random() * 0.6) * mesh))
  const join = (a: number, b: number): void => {
    if (random() < 0.2) return
    const middle: Position = [(corners[a][0] + corners[b][0]) / 2 + (random() - 0.5) * 2e-4, (corners[a][1] + corners[b][1]) / 2 + (random() - 0.5) * 2e-4]
    builder.addStreet({ id: `${a}-${b}`, name: '', class: 'local', line: random() < 0.3 ? [corners[a], middle, corners[b]] : [corners[a], corners[b]], walkable: true, steps: false, bridge: false, widthMetres: null, ...from })
  }
  for (let k = 0; k < count * count; k++) {
    if (k % count < count - 1) join(k, k + 1)
    if (k + count < count * count) join(k, k + count)
  }
}

function addFacilities(builder: ReturnType<typeof cityBuilder>, total: number): void {
  const draw = clusters(3)
  categorySizes(total).forEach((count, category) => {
    for (let k = 0; k < count; k++) {
      const [x, y] = draw()
      builder.addFacility({
        id: `${category}-${k}`, name: '', category: `c${category}`, position: place(x, y), unit: null, admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] },
        hours: null, phone: null, capacity: { seats: null, spareSeats: null, squareMetres: null }, stepFree: null, offer: emptyOffer, suspensions: [], validFrom: null, validTo: null, ...from,
      })
    }
  })
}

function addBuildings(builder: ReturnType<typeof cityBuilder>, count: number): void {
  const draw = clusters(4)
  const x = new Float32Array(count), y = new Float32Array(count)
  for (let i = 0; i < count; i++) [x[i], y[i]] = draw()
  const random = seededRandom(5)
  for (const i of hilbertOrder(x, y)) {
    const half = 4 + random() * 8
    const all = Math.floor(random() * 200)
    builder.addBuilding({
      id: String(i), code: null, name: '', footprint: [[[place(x[i] - half, y[i] - half), place(x[i] + half, y[i] - half), place(x[i] + half, y[i] + half), place(x[i] - half, y[i] + half), place(x[i] - half, y[i] - half)]]],
      storeys: 6, use: random() < 0.8 ? 'residential' : 'office', estate: random() < 0.7 ? `estate-${Math.floor((x[i] / sideMetres) * 96)}-${Math.floor((y[i] / sideMetres) * 96)}` : null, grid: null, entrances: [],
      residents: { all, over60: all >> 2, over80: all >> 5, children: all >> 3, households: all >> 1, basis: 'permanent', counted: random() < 0.5, ...from }, ...from,
    })
  }
}

/** Points around 300 fixed centres (the sum of three uniform numbers stands for a bell), a fifth of them anywhere. */
function clusters(seed: number): () => [number, number] {
  const random = seededRandom(1)
  const centres = Array.from({ length: 300 }, () => [random() * sideMetres, random() * sideMetres, 300 + random() * 1200])
  const draw = seededRandom(seed)
  const bell = (): number => (draw() + draw() + draw() - 1.5) * 2
  const clamp = (metres: number): number => Math.min(sideMetres - 30, Math.max(30, metres))
  return () => {
    if (draw() < 0.2) return [clamp(draw() * sideMetres), clamp(draw() * sideMetres)]
    const [x, y, spread] = centres[Math.floor(draw() * centres.length)]
    return [clamp(x + bell() * spread), clamp(y + bell() * spread)]
  }
}
