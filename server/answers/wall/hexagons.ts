import type { AnswerOf, QueryOf } from '../../../geodata/contract/exchange.ts'
import type { wallHexagons } from '../../../geodata/contract/wall.ts'
import type { HexagonResolution } from '../../../geodata/kernel/hexagons.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { ringOf } from '../heat/h3.ts'
import { homesByHexagon } from '../heat/homes-by-cell.ts'
import type { OpenCity } from '../open-city.ts'
import { standingOf } from '../standing.ts'

/** Hexagons that homes lie in, and which home lies in which. Nothing of persons, and nothing that the states of buildings do not tell: whoever holds those counts for themselves. */
export function wallHexagonsAnswer({ city, identity, versions, catalogue }: OpenCity, { resolution }: QueryOf<typeof wallHexagons>): AnswerOf<typeof wallHexagons> {
  const { ids, of } = homesByHexagon(city, resolution as HexagonResolution)
  const { kind, count } = city.buildings
  const numbers = new Map<number, number>()
  const cells: { id: string; ring: [number, number][] }[] = []
  const numbered = (cell: number): number => {
    const known = numbers.get(cell)
    if (known !== undefined) return known
    numbers.set(cell, cells.length)
    cells.push({ id: ids[cell] ?? '', ring: ringOf(ids[cell] ?? '') })
    return cells.length - 1
  }
  const buildings = Array.from({ length: count }, (_none, building) => (kind[building] === homeKinds.other ? -1 : numbered(of(building))))
  return { resolution, cells, buildings, ...standingOf(identity, versions, catalogue.version, null) }
}
