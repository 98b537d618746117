import { areaLookup } from '../../geodata/kernel/polygons.ts'
import { administrativeLevels, type Area } from '../../geodata/model/area.ts'
import type { Position } from '../../geodata/model/geometry.ts'

/** What is asked where it lies: a place, what a register says of it, or both. */
export type Placed = { position: Position | null; grid?: string | null; estate?: string | null; community?: string | null }

/** Areas around something, from the largest to the smallest, the estate last. */
export type Places = (placed: Placed) => Area[]

/** The same answers as the columns of the city give: a grid or estate that the register states comes first, else the area under the place; what has no place lies in its community. */
export function placesOf(areas: readonly Area[]): Places {
  const byCode = new Map(areas.map((area) => [area.code, area]))
  const administrative = areaLookup(areas, administrativeLevels.toReversed()), estates = areaLookup(areas, ['estate'])
  const chains = new Map<Area, Area[]>()

  function chainOf(area: Area): Area[] {
    const known = chains.get(area)
    if (known) return known
    const parent = area.parent === null ? undefined : byCode.get(area.parent)
    const chain = [...(parent ? chainOf(parent) : []), area]
    chains.set(area, chain)
    return chain
  }

  return ({ position, grid, estate, community }) => {
    const stated = grid == null ? undefined : byCode.get(grid)
    const under = position ? areas[administrative(position[0], position[1])] : undefined
    const area = (stated && stated.level !== 'estate' ? stated : under) ?? (position ? undefined : byCode.get(community ?? ''))
    // A building says which estate it belongs to, or to none; everything else belongs to the one it stands in.
    const inside = estate === undefined ? (position ? areas[estates(position[0], position[1])] : undefined) : byCode.get(estate ?? '')
    return [...(area ? chainOf(area) : []), ...(inside?.level === 'estate' ? [inside] : [])]
  }
}
