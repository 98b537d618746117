import type { City } from '../../../geodata/kernel/columns.ts'
import { areaCells } from '../../../geodata/kernel/eventSums.ts'
import { hexagonTable, type HexagonResolution, type HexagonTable } from '../../../geodata/kernel/hexagons.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { unproject } from '../../../geodata/kernel/plane.ts'
import { h3 } from './h3.ts'

/** Cells of homes: `of` by building, -1 = in none. `indexes`: the area of each cell; null for hexagons. */
export type HomeCells = { ids: readonly string[]; of: (building: number) => number; indexes: Int32Array | null }

/** Revisions of a city share where its buildings stand. */
const known = new WeakMap<City['buildings']['x'], { table: HexagonTable; finest: Int32Array }>()

export function homesByHexagon({ buildings, plane }: City, resolution: HexagonResolution): HomeCells {
  const { table, finest } = known.get(buildings.x) ?? place()
  const { ids, above } = table.level(resolution)
  return { ids, of: (building) => above[finest[building]], indexes: null }

  function place(): { table: HexagonTable; finest: Int32Array } {
    const fresh = hexagonTable(h3)
    const placed = { table: fresh, finest: Int32Array.from(buildings.x, (x, i) => fresh.at(unproject(plane, x, buildings.y[i]))) }
    known.set(buildings.x, placed)
    return placed
  }
}

export function homesByArea(city: City, level: 'grid' | 'community'): HomeCells {
  const { ids, of, indexes } = areaCells(city.areas, level)
  const { area } = city.buildings
  return { ids, of: (building) => of[area[building]], indexes }
}

/** A column of buildings summed by cell, the last entry what lies in none; only buildings whose byte is set, null = all. */
export function sumHomes({ buildings }: City, cells: HomeCells, count: (building: number) => number, inside: Uint8Array | null): Float64Array {
  const sums = new Float64Array(cells.ids.length + 1)
  for (let i = 0; i < buildings.count; i++) {
    if (buildings.kind[i] !== homeKinds.home || (inside !== null && inside[i] === 0)) continue
    const cell = cells.of(i)
    sums[cell < 0 ? cells.ids.length : cell] += count(i)
  }
  return sums
}
