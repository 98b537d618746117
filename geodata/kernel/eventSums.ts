import { areaLevels, type AreaLevel } from '../model/area.ts'
import type { AreaColumns } from './columns.ts'
import type { EventColumns } from './events.ts'
import type { HexagonResolution } from './hexagons.ts'

export const eventFigures = ['times', 'people', 'responded', 'resolved', 'satisfied'] as const
export type EventFigure = (typeof eventFigures)[number]

/** What events are summed by: `of` leads from a row's area, or finest hexagon, to the cell; -1 = none. */
export type EventCells = { count: number; ids: readonly string[]; by: 'area' | 'hexagon'; of: Int32Array }

/** Areas of a level as cells, `indexes` the area of each. Events of larger areas lie in none. */
export function areaCells({ count, codes, levels, parents }: AreaColumns, level: AreaLevel): EventCells & { indexes: Int32Array } {
  const wanted = areaLevels.indexOf(level)
  const indexes = Int32Array.from({ length: count }, (_, area) => area).filter((area) => levels[area] === wanted)
  const of = new Int32Array(count + 1).fill(-1)
  indexes.forEach((area, cell) => { of[area] = cell })
  for (let area = 0; area < count; area++) {
    let at = area
    while (at >= 0 && levels[at] > wanted) at = parents[at]
    if (at >= 0 && levels[at] === wanted) of[area] = of[at]
  }
  return { count: indexes.length, ids: Array.from(indexes, (area) => codes[area]), by: 'area', of, indexes }
}

export function hexagonCells({ hexagons }: EventColumns, resolution: HexagonResolution): EventCells {
  const { ids, above } = hexagons.level(resolution)
  return { count: ids.length, ids, by: 'hexagon', of: above }
}

/** Which rows: kinds by number, months by number (both included), and only those of areas whose byte is set; null = everywhere. */
export type EventChoice = { kinds: readonly number[]; from: number; to: number; inside: Uint8Array | null }

/** By cell, entry cells.count = in no cell. `value`: the figure where it is told; `of`: events of which it is told; `events`: all. */
export type EventSums = Record<'value' | 'of' | 'events', Int32Array>

/** One scan of the rows of the chosen months and kinds. The sum of a column with its last entry is that of the chosen rows. O(rows + cells). */
export function sumEvents(columns: EventColumns, cells: EventCells, { kinds, from, to, inside }: EventChoice, figure: EventFigure): EventSums {
  const { offsets, area, times, months } = columns
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to < months.length)) throw new RangeError(`months: expected 0 to ${months.length - 1}, got ${from} to ${to}`)
  for (const kind of kinds) if (!(Number.isInteger(kind) && kind >= 0 && kind < columns.kinds.length)) throw new RangeError(`kind: expected 0 to ${columns.kinds.length - 1}, got ${kind}`)
  const key = cells.by === 'area' ? area : columns.hexagon
  const counted = columns[figure], lead = cells.of
  const value = new Int32Array(cells.count + 1), of = new Int32Array(cells.count + 1), events = new Int32Array(cells.count + 1)
  for (let month = from; month <= to; month++) {
    for (const kind of kinds) {
      const at = month * columns.kinds.length + kind
      for (let row = offsets[at]; row < offsets[at + 1]; row++) {
        if (inside !== null && inside[area[row]] === 0) continue
        const place = key[row] < 0 ? -1 : lead[key[row]]
        const cell = place < 0 ? cells.count : place
        events[cell] += times[row]
        if (counted[row] < 0) continue
        value[cell] += counted[row]
        of[cell] += times[row]
      }
    }
  }
  return { value, of, events }
}
