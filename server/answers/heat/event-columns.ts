import { crossedIn, type FigureChoice } from '../../../geodata/kernel/crossed.ts'
import { eventBlocks, type EventBlocks } from '../../../geodata/kernel/eventBlocks.ts'
import { eventCollector, type EventColumns } from '../../../geodata/kernel/events.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { kOf } from '../../security/k.ts'
import type { OpenCity } from '../open-city.ts'
import { finderOf } from '../records/place.ts'
import { h3 } from './h3.ts'

type Kept = { version: number; columns: Promise<EventColumns>; blocks: Map<number, EventBlocks> }
const kept = new WeakMap<OpenCity['names'], Kept>()

/** Monthly counts of events as columns; made when first asked for, and again after events have changed. 28 bytes a row. */
export const eventColumns = (open: OpenCity): Promise<EventColumns> => keptFor(open).columns

/** What leaders, and every file, are answered from; made when one of them first asks. */
export async function shieldedEvents(open: OpenCity): Promise<EventBlocks> {
  const { columns, blocks } = keptFor(open)
  const k = kOf(open.catalogue), rows = await columns
  const made = blocks.get(k) ?? eventBlocks(rows, open.city.areas, k)
  blocks.set(k, made)
  return made
}

const crossings = new WeakMap<EventBlocks, Map<string, Uint8Array>>()
/** Choices of months and kinds that people make again and again; all are forgotten when there are more. */
const mostCrossings = 4000

/** Areas whose figure a block crosses (geodata/kernel/crossed.ts), worked out once for each choice. */
export function crossedOf(blocks: EventBlocks, choice: FigureChoice): Uint8Array {
  const known = crossings.get(blocks) ?? new Map<string, Uint8Array>()
  crossings.set(blocks, known)
  if (known.size > mostCrossings) known.clear()
  const key = `${choice.kinds.join()} ${choice.from} ${choice.to} ${choice.people}`
  const crossed = known.get(key) ?? crossedIn(blocks, choice)
  known.set(key, crossed)
  return crossed
}

function keptFor(open: OpenCity): Kept {
  const known = kept.get(open.names)
  if (known?.version === open.versions.events) return known
  const fresh: Kept = { version: open.versions.events, columns: readColumns(open), blocks: new Map() }
  kept.set(open.names, fresh)
  fresh.columns.catch(() => kept.delete(open.names))
  return fresh
}

/** An area is where the register says, else where the position lies. */
async function readColumns(open: OpenCity): Promise<EventColumns> {
  const { areas } = open.city
  const middles = await middlesOf(open)
  const collector = eventCollector(areas, h3, (area) => middles[area])
  const finder = await finderOf(open)
  const found = new Map<string, number>()
  const areaAt = async (position: Position): Promise<number> => {
    const key = position.join(' ')
    const area = found.get(key) ?? (await finder.find(position)).area
    found.set(key, area)
    return area
  }
  for await (const event of open.names.eventCounts()) {
    const named = event.area === null ? undefined : areas.byCode.get(event.area)
    collector.add(event, named ?? (event.position ? await areaAt(event.position) : areas.count))
  }
  return collector.finish()
}

/** A point inside each area, in the order of the city's areas. */
async function middlesOf({ names, city }: OpenCity): Promise<(Position | null)[]> {
  const middles: (Position | null)[] = Array.from({ length: city.areas.count }, () => null)
  for await (const { code, boundary } of names.areas()) {
    const at = city.areas.byCode.get(code)
    if (at !== undefined && boundary && boundary.length > 0) {
      const [lon, lat] = innerPoint(boundary)
      middles[at] = [lon, lat]
    }
  }
  return middles
}
