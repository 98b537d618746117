import type { Area } from '../../geodata/model/area.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { areaFinder } from '../answers/area-finder.ts'
import type { Reading } from '../store/store.ts'

/** What is asked where it lies: a place, what a register says of it, or both. */
export type Placed = { position: Position | null; grid?: string | null; estate?: string | null; community?: string | null }

/** An area without its shape. */
export type PlainArea = Omit<Area, 'boundary'>

/** Areas around something, from the largest to the smallest, the estate last. */
export type Places = (placed: Placed) => Promise<readonly PlainArea[]>

/** The same answers as the columns of the city give: a grid or estate that the register states comes first, else the area under the place; what has no place lies in its community. */
export async function placesOf(view: Pick<Reading, 'areas' | 'area'>, breathe: () => Promise<void>): Promise<Places> {
  const areas: PlainArea[] = []
  const finder = await areaFinder(noted(view.areas(), areas, breathe), (code) => view.area(code))
  const byCode = new Map(areas.map((area) => [area.code, area]))
  const chains = new Map<PlainArea, readonly PlainArea[]>()

  function chainOf(area: PlainArea): readonly PlainArea[] {
    const known = chains.get(area)
    if (known) return known
    const parent = area.parent === null ? undefined : byCode.get(area.parent)
    const chain = [...(parent ? chainOf(parent) : []), area]
    chains.set(area, chain)
    return chain
  }

  return async ({ position, grid, estate, community }) => {
    const named = byCode.get(grid ?? '')
    const stated = named && named.level !== 'estate' ? named : undefined
    // A building says which estate it belongs to, or to none; everything else belongs to the one it stands in.
    const under = position && (!stated || estate === undefined) ? await finder.find(position) : null
    const area = stated ?? (under ? areas[under.area] : position ? undefined : byCode.get(community ?? ''))
    const inside = estate === undefined ? under && areas[under.estate] : byCode.get(estate ?? '')
    return [...(area ? chainOf(area) : []), ...(inside?.level === 'estate' ? [inside] : [])]
  }
}

/** Areas one after the other, what is kept of each aside. */
async function* noted(areas: AsyncIterable<Area>, kept: PlainArea[], breathe: () => Promise<void>): AsyncIterable<Area> {
  for await (const area of areas) {
    const { boundary: _, ...plain } = area
    kept.push(plain)
    yield area
    await breathe()
  }
}
