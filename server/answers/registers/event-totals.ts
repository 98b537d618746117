import type { EventColumns } from '../../../geodata/kernel/events.ts'
import type { EventBlocks } from '../../../geodata/kernel/eventBlocks.ts'
import type { AreaColumns } from '../../../geodata/kernel/columns.ts'
import type { EventStream } from '../../../geodata/model/eventCount.ts'
import type { EventSums, EventTotals } from '../../../geodata/registers/events.ts'
import { crossedOf, eventColumns, shieldedEvents } from '../heat/event-columns.ts'
import type { OpenCity } from '../open-city.ts'

const made = new WeakMap<EventColumns, EventTotals>()

/** Sums of events by area and month: exact, or as leaders and files are told; from the same columns and blocks as the heat. */
export async function eventTotals(open: OpenCity, shielded: boolean): Promise<EventTotals> {
  const blocks = shielded ? await shieldedEvents(open) : null
  const columns = blocks ? blocks.seated : await eventColumns(open)
  const totals = made.get(columns) ?? totalsOf(columns, open.city.areas, blocks)
  made.set(columns, totals)
  return totals
}

const figures = ['times', 'people', 'responded', 'resolved', 'satisfied', 'toldTimes', 'respondedTimes', 'satisfiedTimes'] as const

/** Each month and category is summed over areas when it is first asked for. */
function totalsOf(columns: EventColumns, areas: AreaColumns, blocks: EventBlocks | null): EventTotals {
  const { months, kinds } = columns
  const sums = new Map<number, Map<number, EventSums>>()
  const kindsOf = (stream: EventStream, category: string | undefined): number[] => kinds.flatMap((kind, number) => (kind.stream === stream && (category === undefined || kind.category === category) ? [number] : []))
  const sumsOf = (month: number, kind: number): Map<number, EventSums> => {
    const key = month * kinds.length + kind
    const found = sums.get(key) ?? sumsByArea(columns, areas, key)
    sums.set(key, found)
    return found
  }
  const within = (from: string, to: string): [first: number, last: number] => [months.findIndex((month) => month >= from), months.findLastIndex((month) => month <= to)]
  return {
    months,
    categories: (stream) => kinds.flatMap((kind) => (kind.stream === stream ? [kind.category] : [])),
    sum(stream, code, from, to, category) {
      const total = { times: 0, people: 0, responded: 0, resolved: 0, satisfied: 0, toldTimes: 0, respondedTimes: 0, satisfiedTimes: 0 }
      const area = areas.byCode.get(code)
      const [first, last] = within(from, to)
      if (area === undefined || first < 0 || last < first) return total
      const chosen = kindsOf(stream, category)
      for (let month = first; month <= last; month++) {
        for (const kind of chosen) {
          const part = sumsOf(month, kind).get(area)
          if (part) for (const figure of figures) total[figure] += part[figure]
        }
      }
      return total
    },
    isExact(stream, code, from, to, category) {
      const area = areas.byCode.get(code)
      const [first, last] = within(from, to)
      if (!blocks || area === undefined || first < 0 || last < first) return true
      return [false, true].every((people) => crossedOf(blocks, { kinds: kindsOf(stream, category), from: first, to: last, people })[area] === 0)
    },
  }
}

/** Of one month and category, by area and all areas above. */
function sumsByArea({ offsets, area, times, people, responded, resolved, satisfied }: EventColumns, areas: AreaColumns, key: number): Map<number, EventSums> {
  const sums = new Map<number, EventSums>()
  for (let row = offsets[key]; row < offsets[key + 1]; row++) {
    for (let at = area[row]; at >= 0 && at < areas.count; at = areas.parents[at]) {
      const sum = sums.get(at) ?? { times: 0, people: 0, responded: 0, resolved: 0, satisfied: 0, toldTimes: 0, respondedTimes: 0, satisfiedTimes: 0 }
      sums.set(at, sum)
      sum.times += times[row]
      sum.people += Math.max(0, people[row])
      sum.responded += Math.max(0, responded[row])
      sum.resolved += Math.max(0, resolved[row])
      sum.satisfied += Math.max(0, satisfied[row])
      if (responded[row] >= 0) sum.respondedTimes += times[row]
      if (resolved[row] >= 0) sum.toldTimes += times[row]
      if (satisfied[row] >= 0) sum.satisfiedTimes += Math.max(0, resolved[row])
    }
  }
  return sums
}
