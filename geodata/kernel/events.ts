import { areaLevels } from '../model/area.ts'
import { eventStreams, type EventCount, type EventStream } from '../model/eventCount.ts'
import type { Position } from '../model/geometry.ts'
import type { AreaColumns } from './columns.ts'
import { growingInts } from './growing.ts'
import { hexagonTable, type Hexagons, type HexagonTable } from './hexagons.ts'

/** Events of one kind are counted together. */
export type EventKind = { stream: EventStream; category: string }

/**
 * Monthly counts of events as columns, by month and within a month by kind: rows of month m and kind c are offsets[m * kinds.length + c] up to the next
 * offset. 28 bytes a row.
 */
export type EventColumns = {
  count: number
  /** yyyy-mm, rising; months without events between two others are not there. */
  months: readonly string[]
  /** In the order of the streams, then by category. */
  kinds: readonly EventKind[]
  offsets: Int32Array
  /** Smallest area an event is counted in, an estate's community among them; the number of areas = none. */
  area: Int32Array
  /** Finest hexagon it lies in, -1 = none: by its position, else by the middle of its grid or community. */
  hexagon: Int32Array
  times: Int32Array
  /** -1 in this and the following columns: not told. */
  people: Int32Array
  /** Of requests, each part of the one before; once one is not told, those after it are not either. */
  responded: Int32Array
  resolved: Int32Array
  satisfied: Int32Array
  hexagons: HexagonTable
  /** Finest hexagon of the middle of each grid and community, by area, -1 = none. */
  middle: Int32Array
}

export type EventCollector = {
  /** `area`: index of the smallest area, areas.count = none. RangeError for counts that contradict one another. */
  add(event: EventCount, area: number): void
  finish(): EventColumns
}

/** `middleOf`: a point inside an area, null when it has no boundary. Areas are asked for their middle once, positions for their hexagon once each. */
export function eventCollector(areas: AreaColumns, hexagons: Hexagons, middleOf: (area: number) => Position | null): EventCollector {
  const table = hexagonTable(hexagons)
  const columns = { month: growingInts(), kind: growingInts(), area: growingInts(), hexagon: growingInts(), times: growingInts(), people: growingInts(), responded: growingInts(), resolved: growingInts(), satisfied: growingInts() }
  const months = new Map<string, number>(), kinds = new Map<string, number>(), kindList: EventKind[] = []
  const levels = ['grid', 'community'].map((level) => areaLevels.indexOf(level as 'grid'))
  const middle = Int32Array.from({ length: areas.count }, (_, area) => {
    const point = levels.includes(areas.levels[area]) ? middleOf(area) : null
    return point === null ? -1 : table.at(point)
  })
  const places = new Map<string, number>()
  const hexagonAt = (position: Position): number => {
    const key = position.join(' ')
    const number = places.get(key) ?? table.at(position)
    places.set(key, number)
    return number
  }
  const kindOf = ({ stream, category }: EventCount): number => {
    const key = `${stream} ${category}`
    const known = kinds.get(key)
    if (known !== undefined) return known
    kindList.push({ stream, category })
    kinds.set(key, kinds.size)
    return kinds.size - 1
  }
  const monthOf = (month: string): number => {
    const known = months.get(month) ?? months.size
    months.set(month, known)
    return known
  }
  return {
    add(event, place) {
      checkEvent(event)
      if (!(Number.isInteger(place) && place >= 0 && place <= areas.count)) throw new RangeError(`area of event ${event.id}: expected 0 to ${areas.count}, got ${place}`)
      const area = place < areas.count && areaLevels[areas.levels[place]] === 'estate' ? (areas.parents[place] < 0 ? areas.count : areas.parents[place]) : place
      columns.month.push(monthOf(event.month))
      columns.kind.push(kindOf(event))
      columns.area.push(area)
      columns.hexagon.push(event.position ? hexagonAt(event.position) : area === areas.count ? -1 : middle[area])
      columns.times.push(event.times)
      columns.people.push(event.people ?? -1)
      const responded = event.responded ?? -1, resolved = responded < 0 ? -1 : (event.resolved ?? -1)
      columns.responded.push(responded)
      columns.resolved.push(resolved)
      columns.satisfied.push(resolved < 0 ? -1 : (event.satisfied ?? -1))
    },
    finish() {
      return inOrder({
        month: columns.month.take(), kind: columns.kind.take(), area: columns.area.take(), hexagon: columns.hexagon.take(), times: columns.times.take(), people: columns.people.take(),
        responded: columns.responded.take(), resolved: columns.resolved.take(), satisfied: columns.satisfied.take(),
      }, [...months.keys()], kindList, { hexagons: table, middle })
    },
  }
}

/** Rows in any order, with the number of their month and kind in the lists beside them. */
export type EventRows = Record<'month' | 'kind' | 'area' | 'hexagon' | 'times' | 'people' | 'responded' | 'resolved' | 'satisfied', Int32Array>

/** Counting sort by month and kind; rows of one month and kind keep their order. */
export function inOrder(rows: EventRows, months: readonly string[], kinds: readonly EventKind[], rest: Pick<EventColumns, 'hexagons' | 'middle'>): EventColumns {
  const count = rows.month.length
  const monthList = [...months].toSorted(), kindList = [...kinds].toSorted(byStream)
  const monthAt = Int32Array.from(months, (month) => monthList.indexOf(month)), kindAt = Int32Array.from(kinds, (kind) => kindList.indexOf(kind))
  const keyOf = (row: number): number => monthAt[rows.month[row]] * kindList.length + kindAt[rows.kind[row]]
  const offsets = new Int32Array(monthList.length * kindList.length + 1)
  for (let row = 0; row < count; row++) offsets[keyOf(row) + 1]++
  for (let key = 0; key + 1 < offsets.length; key++) offsets[key + 1] += offsets[key]
  const next = offsets.slice()
  const order = new Int32Array(count)
  for (let row = 0; row < count; row++) order[next[keyOf(row)]++] = row
  const sorted = (column: Int32Array): Int32Array => order.map((row) => column[row])
  return {
    count, months: monthList, kinds: kindList, offsets, area: sorted(rows.area), hexagon: sorted(rows.hexagon), times: sorted(rows.times), people: sorted(rows.people),
    responded: sorted(rows.responded), resolved: sorted(rows.resolved), satisfied: sorted(rows.satisfied), ...rest,
  }
}

const byStream = (a: EventKind, b: EventKind): number => eventStreams.indexOf(a.stream) - eventStreams.indexOf(b.stream) || (a.category < b.category ? -1 : a.category > b.category ? 1 : 0)

function checkEvent({ id, month, times, people, responded, resolved, satisfied }: EventCount): void {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new RangeError(`month of event ${id}: expected yyyy-mm, got ${month}`)
  let most = times, name = 'times'
  for (const [part, count] of [['times', times], ['responded', responded], ['resolved', resolved], ['satisfied', satisfied]] as const) {
    if (count === null) continue
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`${part} of event ${id}: expected a whole number from 0, got ${count}`)
    if (count > most) throw new RangeError(`${part} of event ${id}: expected at most the ${most} of ${name}, got ${count}`)
    most = count
    name = part
  }
  if (people !== null && !(Number.isInteger(people) && people >= 0)) throw new RangeError(`people of event ${id}: expected a whole number from 0, got ${people}`)
}
