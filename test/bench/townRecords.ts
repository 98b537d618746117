import type { CityRecord } from '../../geodata/model/city.ts'
import type { Position, Ring } from '../../geodata/model/geometry.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'

const from = { source: 'bench', date: null }
/** Degrees between houses, about 25 to 33 metres at 40 degrees north. */
const spacing = 0.0003

/** `count` houses of four to eight corners, one at a time and in an order that helps nobody, as a file might give them. None is kept. */
export function* townRecords(count: number, seed = 1): Generator<CityRecord> {
  const random = seededRandom(seed)
  const side = Math.ceil(Math.sqrt(count))
  // Every place once, each far from the one before: a stride near the golden section that shares no factor with the count.
  let stride = Math.floor(count * 0.618)
  while (commonFactor(stride, count) !== 1) stride++
  for (let i = 0; i < count; i++) {
    const place = (i * stride) % count
    yield { kind: 'building', record: {
      id: `way/${place}`, code: null, name: place % 3 === 0 ? `${place % 97}号楼` : '', footprint: [[outline(116 + (place % side) * spacing, 39.6 + Math.floor(place / side) * spacing, random)]],
      storeys: 1 + Math.floor(random() * 30), use: 'residential', estate: null, grid: null, entrances: [],
      residents: { all: 60, over60: 12, over80: 2, children: 7, households: 24, basis: 'permanent', counted: false, ...from }, ...from,
    } }
  }
}

/** A slab, or an L. */
function outline(lon: number, lat: number, random: () => number): Ring {
  const width = spacing * (0.3 + random() * 0.4), height = spacing * (0.2 + random() * 0.3)
  const at = (x: number, y: number): Position => [Math.round((lon + x * width) * 1e7) / 1e7, Math.round((lat + y * height) * 1e7) / 1e7]
  if (random() < 0.6) return [at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)]
  return [at(0, 0), at(1, 0), at(1, 0.5), at(0.5, 0.5), at(0.5, 1), at(0, 1), at(0, 0)]
}

const commonFactor = (a: number, b: number): number => (b === 0 ? a : commonFactor(b, a % b))
