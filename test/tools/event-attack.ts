import { eventBands } from '../../geodata/kernel/eventBands.ts'
import type { EventBlocks } from '../../geodata/kernel/eventBlocks.ts'
import type { EventColumns } from '../../geodata/kernel/events.ts'
import { sumEvents, type EventCells, type EventFigure } from '../../geodata/kernel/eventSums.ts'
import type { EventStream } from '../../geodata/model/eventCount.ts'
import { setKey, type Region } from './attack.ts'

/** What one area has of one band in one month and category: the least that anybody could want to know. */
export type EventCell = { area: number; hexagon: number; month: number; kind: number; band: number; count: number }

/** Every such cell that is not empty. Rows of one area at two places are two cells. */
export function eventCells(columns: EventColumns): EventCell[] {
  const cells = new Map<string, EventCell>()
  columns.months.forEach((_, month) => columns.kinds.forEach((__, kind) => {
    const at = month * columns.kinds.length + kind
    for (let row = columns.offsets[at]; row < columns.offsets[at + 1]; row++) {
      eventBands.forEach((band, number) => {
        const count = band.of(columns, row)
        if (count === 0) return
        const key = [columns.area[row], columns.hexagon[row], month, kind, number].join()
        const known = cells.get(key)
        if (known) known.count += count
        else cells.set(key, { area: columns.area[row], hexagon: columns.hexagon[row], month, kind, band: number, count })
      })
    }
  }))
  return [...cells.values()]
}

/** Where each cell counts: where it is; or where the whole block stands of which it is a part, for somebody who knows the blocks. null: nowhere. */
export function standing(cells: readonly EventCell[], { joined }: EventBlocks, columns: EventColumns): (EventCell | null)[] {
  const seats = new Map<string, EventCell | null>()
  const keyOf = ({ area, month, kind, band }: Pick<EventCell, 'area' | 'month' | 'kind' | 'band'>): string => [area, month, kind, band].join()
  const partAt = (part: number, band: number): EventCell => {
    const area = joined.area[part]
    return { area, hexagon: columns.middle[area] ?? -1, month: joined.month[part], kind: joined.kind[part], band, count: 0 }
  }
  for (let block = 0; block + 1 < joined.offsets.length; block++) {
    const seat = joined.seat[block] < 0 ? null : partAt(joined.seat[block], joined.band[block])
    for (let part = joined.offsets[block]; part < joined.offsets[block + 1]; part++) seats.set(keyOf(partAt(part, joined.band[block])), seat)
  }
  return cells.map((cell) => {
    const seat = seats.get(keyOf(cell))
    return seat === undefined ? { ...cell, hexagon: columns.middle[cell.area] ?? -1 } : seat
  })
}

/**
 * Every figure that is published of a stream, as a sum over a set of cells: all cells of all shapes, of all categories and each, over all periods, of every
 * measure with its denominator. `shapes`: how `columns` are summed; `isTold`: whether a figure of a shape is told.
 */
export function published(
  columns: EventColumns, stream: EventStream, cells: readonly EventCell[], where: readonly (EventCell | null)[], shapes: readonly EventCells[],
  isTold: (shape: EventCells, cell: number, kinds: readonly number[], from: number, to: number, people: boolean) => boolean,
): Region {
  const own = columns.kinds.flatMap((kind, number) => (kind.stream === stream ? [number] : []))
  const sums = new Map<string, number>()
  const members = cells.flatMap((cell, i) => (own.includes(cell.kind) ? [i] : []))
  const lead = (shape: EventCells, at: EventCell): number => {
    const key = shape.by === 'area' ? at.area : at.hexagon
    return key < 0 || shape.of[key] < 0 ? shape.count : shape.of[key]
  }
  for (const kinds of [own, ...own.map((kind) => [kind])]) {
    for (let from = 0; from < columns.months.length; from++) for (let to = from; to < columns.months.length; to++) {
      for (const shape of shapes) {
        for (const figure of ['times', 'people', 'responded', 'resolved', 'satisfied'] as const) {
          const told = sumEvents(columns, shape, { kinds, from, to, inside: null }, figure)
          for (let cell = 0; cell <= shape.count; cell++) {
            if (!isTold(shape, cell, kinds, from, to, figure === 'people')) continue
            for (const part of ['value', 'of'] as const) {
              const set = setKey(members.map((i) => {
                const at = where[i]
                return at !== null && kinds.includes(at.kind) && at.month >= from && at.month <= to && lead(shape, at) === cell && counts(cells[i].band, figure, part)
              }))
              if (!set.includes('1')) continue
              const known = sums.get(set)
              if (known !== undefined && known !== told[part][cell]) throw new Error(`${figure} ${part}: one set of cells is told as ${known} and as ${told[part][cell]}`)
              sums.set(set, told[part][cell])
            }
          }
        }
      }
    }
  }
  return { buildings: members, sums }
}

function counts(band: number, figure: EventFigure, part: 'value' | 'of'): boolean {
  const { counts: of } = eventBands[band]
  return part === 'value' ? of[figure] > 0 : of[figure] >= 0 && of.times > 0
}
