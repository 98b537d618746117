import type { Reader } from '../../../geodata/contract/exchange.ts'
import { wholeCity } from '../../../geodata/kernel/coverage.ts'
import type { EventBlocks } from '../../../geodata/kernel/eventBlocks.ts'
import type { EventColumns } from '../../../geodata/kernel/events.ts'
import { areaCells, hexagonCells, sumEvents, type EventCells, type EventSums } from '../../../geodata/kernel/eventSums.ts'
import { quantileBounds } from '../../../geodata/kernel/quantiles.ts'
import { tallyTotals } from '../../../geodata/kernel/tally.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import type { EventStream } from '../../../geodata/model/eventCount.ts'
import { eventCategoryWord } from '../../../geodata/words/events.ts'
import { eventHeatRule, eventProtection, heatNames, heatUnit } from '../../../geodata/words/heat.ts'
import { leastForRate } from '../../../geodata/words/protection.ts'
import { eventStreamWords } from '../../../geodata/words/sheets/events.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { isTold, viewOf, type View } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { crossedOf, eventColumns, shieldedEvents } from './event-columns.ts'
import { cellName, words, type HeatCell, type HeatLook } from './heat-look.ts'
import type { HexagonResolution } from '../../../geodata/kernel/hexagons.ts'
import { insideOf, kindsOf, measureOf, periodOf, shapeOf, usualResolution, type HeatMeasure, type HeatQuery } from './heat-question.ts'
import { homesByHexagon, sumHomes } from './homes-by-cell.ts'

/** Services, requests or hazards of a period: exact for planners within their areas, sums of blocks for everybody else. */
export async function eventHeat(open: OpenCity, query: HeatQuery, stream: EventStream, reader: Reader, language: Language): Promise<HeatLook> {
  const measure = measureOf(query), { shape, resolution } = shapeOf(query)
  const { area, inside } = insideOf(open, query.area)
  if (area >= 0 && areaLevels[open.city.areas.levels[area]] === 'estate') throw new Refusal('areaTooFine', { parameter: 'area', level: 'grid', found: open.city.areas.names[area] })
  const view = viewOf(open, reader, query.area ?? null)
  const blocks = view.shield ? await shieldedEvents(open) : null
  const columns = blocks ? blocks.seated : await eventColumns(open)
  const kinds = kindsOf(query, stream, columns), period = periodOf(query, columns)
  const parts = resolution === null ? areaCells(open.city.areas, shape === 'grids' ? 'grid' : 'community') : null
  const cells: EventCells = parts ?? hexagonCells(columns, resolution ?? usualResolution)
  const look: Look = {
    open, measure, kinds, inside, cells, indexes: parts?.indexes ?? null, blocks: shape === 'grids' ? blocks : null, months: monthly(columns, cells, kinds, inside, measure, `${shape} ${resolution} ${area}`),
    residents: measure === 'perThousand' ? residentsBy(open, view, cells, parts?.indexes ?? null, resolution, { area, inside }) : null,
  }
  const told = period && figuresOf(look, period.first, period.last)
  const monthOf = (at: number | undefined): string | null => (at === undefined ? null : columns.months[at])
  const category = query.category === undefined ? words(heatNames.all, language) : eventCategoryWord(stream, query.category, language)
  return {
    rule: eventHeatRule(measure, { stream: eventStreamWords[stream][language], kinds: category, from: monthOf(period?.first), to: monthOf(period?.last) }, language),
    unit: heatUnit(stream, measure, language),
    protection: view.shield && { k: view.shield.k, finest: view.finest, sentence: eventProtection(shape === 'grids' ? 'grids' : 'whole', view.shield.k, language) },
    months: [...columns.months], from: monthOf(period?.first), to: monthOf(period?.last),
    categories: columns.kinds.filter((kind) => kind.stream === stream).map(({ category: code }) => ({ code, name: eventCategoryWord(stream, code, language) })),
    classes: period ? classesOf(look, period.last - period.first + 1) : [],
    cells: told?.cells ?? [], elsewhere: told?.elsewhere ?? null, total: told?.total ?? null,
    series: columns.months.map((month, at) => ({ month, value: figuresOf(look, at, at).total })),
  }
}

type Look = {
  open: OpenCity; measure: HeatMeasure; kinds: readonly number[]
  /** Of grids alone: a figure that a block crosses is not told. Hexagons and communities hold whole blocks. */
  blocks: EventBlocks | null
  inside: Uint8Array | null; cells: EventCells
  indexes: Int32Array | null
  /** By cell; NaN: not told. The last is of the asked area. */
  residents: Float64Array | null
  months: readonly EventSums[]
}

const keptSums = new WeakMap<EventColumns, Map<string, EventSums[]>>()
/** About 6 MB each for two years of a metropolis in hexagons. */
const mostKept = 12

/** Sums of every month: what one slider plays over. */
function monthly(columns: EventColumns, cells: EventCells, kinds: readonly number[], inside: Uint8Array | null, measure: HeatMeasure, place: string): EventSums[] {
  const figure = measure === 'perThousand' ? 'times' : measure
  const kept = keptSums.get(columns) ?? new Map<string, EventSums[]>()
  keptSums.set(columns, kept)
  const key = `${figure} ${kinds.join()} ${place}`
  const months = kept.get(key) ?? columns.months.map((_, month) => sumEvents(columns, cells, { kinds, from: month, to: month, inside }, figure))
  kept.delete(key)
  kept.set(key, months)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return months
}

type Sum = { value: number; of: number; events: number }

function figuresOf(look: Look, first: number, last: number): { cells: HeatCell[]; elsewhere: number | null; total: number | null } {
  const { cells, indexes, inside, measure, residents } = look
  const sum = (at: number): Sum => {
    const total = { value: 0, of: 0, events: 0 }
    for (let month = first; month <= last; month++) for (const name of ['value', 'of', 'events'] as const) total[name] += look.months[month][name][at]
    return total
  }
  const [few, fewPeople] = crossed(look, first, last)
  const found: HeatCell[] = [], whole: Sum = { value: 0, of: 0, events: 0 }
  for (let cell = 0; cell < cells.count; cell++) {
    const area = indexes?.[cell] ?? -1
    if (indexes && inside && inside[area] === 0) continue
    const one = sum(cell)
    for (const name of ['value', 'of', 'events'] as const) whole[name] += one[name]
    if (!indexes && one.events === 0 && one.value === 0) continue
    const hidesEvents = area >= 0 && few?.[area] === 1, hides = measure === 'people' ? area >= 0 && fewPeople?.[area] === 1 : hidesEvents
    found.push({ id: cells.ids[cell], name: area < 0 ? null : cellName(look.open, area), ...(hides ? { value: null, of: null } : measured(measure, one, residents?.[cell] ?? 0)), events: hidesEvents ? null : one.events })
  }
  const rest = sum(cells.count)
  for (const name of ['value', 'of', 'events'] as const) whole[name] += rest[name]
  return {
    cells: found, elsewhere: look.blocks && found.some(({ events }) => events === null) ? null : measure === 'people' ? rest.value : rest.events,
    total: measured(measure, whole, residents?.[cells.count] ?? 0).value,
  }
}

const crossed = ({ blocks, kinds }: Look, from: number, to: number): [events: Uint8Array | null, people: Uint8Array | null] =>
  (blocks ? [crossedOf(blocks, { kinds, from, to, people: false }), crossedOf(blocks, { kinds, from, to, people: true })] : [null, null])

/** A figure, and what it is a part of. */
function measured(measure: HeatMeasure, { value, of, events }: Sum, residents: number): { value: number | null; of: number | null } {
  if (measure === 'times') return { value: events, of: null }
  if (measure === 'people') return { value, of: null }
  if (measure === 'perThousand') return Number.isNaN(residents) ? { value: null, of: null } : { value: residents < leastForRate ? null : Math.round((events / residents) * 1e5) / 100, of: residents }
  return { value: of < leastForRate ? null : Math.round((value / of) * 1e4) / 1e4, of }
}

/** Over every period of so many months: they stay while a slider of that length plays. */
function classesOf(look: Look, length: number): number[] {
  const values: number[] = []
  for (let first = 0; first + length <= look.months.length; first++) for (const { value } of figuresOf(look, first, first + length - 1).cells) if (value !== null) values.push(value)
  return quantileBounds(values)
}

/** NaN where they are not told; the last entry is of the asked area. */
function residentsBy(open: OpenCity, view: View, cells: EventCells, indexes: Int32Array | null, resolution: HexagonResolution | null, { area, inside }: { area: number; inside: Uint8Array | null }): Float64Array {
  const { city } = view
  const totals = tallyTotals(city, 'all').residentsTotal
  const told = (at: number): number => (isTold(open, view, 'all', at) ? (at < 0 ? wholeCity(city, totals) : totals[at]) : NaN)
  if (indexes || resolution === null) return Float64Array.from([...(indexes ?? []), area], told)
  const homes = homesByHexagon(city, resolution)
  const sums = sumHomes(city, homes, (i) => city.buildings.residents.all[i], inside && Uint8Array.from(city.buildings.area, (at) => inside[at]))
  const byId = new Map(homes.ids.map((id, cell) => [id, sums[cell]]))
  return Float64Array.from([...cells.ids.map((id) => byId.get(id) ?? 0), told(area)])
}
