import type { AnswerOf, QueryOf } from '../../../geodata/contract/exchange.ts'
import type { wallHexagons } from '../../../geodata/contract/wall.ts'
import type { HexagonResolution } from '../../../geodata/kernel/hexagons.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { liesIn } from '../../../geodata/kernel/members.ts'
import { ringOf } from '../heat/h3.ts'
import { homesByHexagon } from '../heat/homes-by-cell.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { standingOf } from '../standing.ts'

/** Hexagons that homes lie in, and which home lies in which. Nothing of persons, and nothing that the states of buildings do not tell: whoever holds those counts for themselves. 100,000 buildings: 0.1 MB (gzip) at resolution 8, 0.5 at 9, 2.2 at 10. Throws Refusal unknownArea. */
export function wallHexagonsAnswer({ city, identity, versions, catalogue }: OpenCity, { resolution, area }: QueryOf<typeof wallHexagons>): AnswerOf<typeof wallHexagons> {
  const { ids, of } = homesByHexagon(city, resolution as HexagonResolution)
  const { kind, count } = city.buildings
  const asked = area === undefined ? undefined : city.areas.byCode.get(area)
  if (area !== undefined && asked === undefined) throw new Refusal('unknownArea', { parameter: 'area', found: area })
  const counts = (building: number): boolean => kind[building] !== homeKinds.other && (asked === undefined || liesIn(city, building, asked))
  const numbers = new Map<number, number>()
  const cells: { id: string; ring: [number, number][] }[] = []
  const numbered = (cell: number): number => {
    const known = numbers.get(cell)
    if (known !== undefined) return known
    numbers.set(cell, cells.length)
    cells.push({ id: ids[cell] ?? '', ring: ringOf(ids[cell] ?? '') })
    return cells.length - 1
  }
  const buildings = Array.from({ length: count }, (_none, building) => (counts(building) ? numbered(of(building)) : -1))
  return { resolution, area: area ?? null, cells, buildings, ...standingOf(identity, versions, catalogue.version, null) }
}
