import type { EventStream } from '../../../geodata/model/eventCount.ts'
import type { EventSums, EventTotals } from '../../../geodata/registers/events.ts'
import type { OpenCity } from '../open-city.ts'

const kept = new WeakMap<OpenCity['names'], { version: number; totals: Promise<EventTotals> }>()

/** Sums of events by area and month; made when first asked for, and again after events have changed. */
export function eventTotals(open: OpenCity): Promise<EventTotals> {
  const known = kept.get(open.names)
  if (known?.version === open.versions.events) return known.totals
  const totals = readTotals(open)
  kept.set(open.names, { version: open.versions.events, totals })
  totals.catch(() => kept.delete(open.names))
  return totals
}

const none: EventSums = { times: 0, people: 0, responded: 0, resolved: 0, satisfied: 0 }

async function readTotals({ names, city: { areas } }: OpenCity): Promise<EventTotals> {
  const sums = new Map<string, Map<string, EventSums>>()
  const months = new Set<string>(), categories = new Map<EventStream, Set<string>>()
  for await (const event of names.eventCounts()) {
    months.add(event.month)
    categories.set(event.stream, (categories.get(event.stream) ?? new Set()).add(event.category))
    for (let at = event.area === null ? undefined : areas.byCode.get(event.area); at !== undefined && at >= 0; at = areas.parents[at]) {
      const key = `${event.stream} ${areas.codes[at]} ${event.category}`
      const byMonth = sums.get(key) ?? new Map<string, EventSums>()
      sums.set(key, byMonth)
      const { times, people, responded, resolved, satisfied } = byMonth.get(event.month) ?? none
      byMonth.set(event.month, { times: times + event.times, people: people + (event.people ?? 0), responded: responded + (event.responded ?? 0), resolved: resolved + (event.resolved ?? 0), satisfied: satisfied + (event.satisfied ?? 0) })
    }
  }
  const categoriesOf = (stream: EventStream): string[] => [...(categories.get(stream) ?? [])].toSorted()
  return {
    months: [...months].toSorted(), categories: categoriesOf,
    sum(stream, area, from, to, category) {
      const total = { ...none }
      for (const one of category === undefined ? categoriesOf(stream) : [category]) {
        for (const [month, part] of sums.get(`${stream} ${area} ${one}`) ?? []) {
          if (month < from || month > to) continue
          for (const name of Object.keys(total) as (keyof EventSums)[]) total[name] += part[name]
        }
      }
      return total
    },
  }
}
