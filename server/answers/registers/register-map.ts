import type { Reader } from '../../../geodata/contract/exchange.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import type { RegisterMap, RegisterTable } from '../../../geodata/registers/register.ts'
import type { OpenCity } from '../open-city.ts'
import { dayOf, type RegisterAsk } from './register-input.ts'
import { monthsBetween, type MonthRange } from './register-months.ts'
import { tableOf } from './register-tables.ts'
import { tellingOf, toldCell, type Telling } from './register-telling.ts'

type AreasMap = Extract<RegisterMap, { kind: 'areas' }>
export type AreaValue = { code: string; name: string; value: number | null }

/** Classes of the ramps on the map. */
const classCount = 5

/** Each area of the map's level, inside the asked one, and its value as told. */
export function areaValues(open: OpenCity, table: RegisterTable, map: AreasMap, area: string | null, telling: Telling): AreaValue[] {
  const values = valuesOf(open, table, map, telling)
  const { areas } = open.city
  const level = areaLevels.indexOf(map.level), inside = area === null ? -1 : (areas.byCode.get(area) ?? -1)
  const found: AreaValue[] = []
  for (let i = 0; i < areas.count; i++) if (areas.levels[i] === level && isWithin(open, i, inside)) found.push({ code: areas.codes[i], name: areas.names[i], value: values(areas.codes[i]) })
  return found.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** By the column, or the map's own values, or else the number of rows in each area. */
function valuesOf({ city: { areas } }: OpenCity, { columns, rows }: RegisterTable, { column, values, level }: AreasMap, telling: Telling): (code: string) => number | null {
  if (values) return (code) => values[code] ?? null
  const at = columns.findIndex(({ code }) => code === column)
  if (at >= 0) {
    const byArea = new Map(rows.flatMap((row) => {
      const cell = row.area === null || (row.opens !== 'area' && row.id !== row.area) ? null : toldCell(telling, columns[at], row, row.cells[at] ?? null)
      return typeof cell === 'number' ? [[row.area, cell] as const] : []
    }))
    return (code) => byArea.get(code) ?? null
  }
  const wanted = areaLevels.indexOf(level), counts = new Map<string, number>()
  for (const row of rows) {
    for (let at = row.area === null ? undefined : areas.byCode.get(row.area); at !== undefined && at >= 0; at = areas.parents[at]) {
      if (areas.levels[at] === wanted) counts.set(areas.codes[at], (counts.get(areas.codes[at]) ?? 0) + 1)
    }
  }
  return (code) => counts.get(code) ?? 0
}

function isWithin({ city: { areas } }: OpenCity, area: number, above: number): boolean {
  if (above < 0) return true
  for (let at = area; at >= 0; at = areas.parents[at]) if (at === above) return true
  return false
}

/** Upper bounds of classes of about equally many areas, over all months of the range, so that colours mean the same while the months go by. */
export async function classesOf(open: OpenCity, code: RegisterCode, ask: RegisterAsk, range: MonthRange | null, reader: Reader): Promise<number[]> {
  const days = range === null ? [ask.day] : monthsBetween(range).map((month) => dayOf(open, month))
  const values: number[] = []
  for (const day of days) {
    const made = await tableOf(open, code, { area: ask.area, day }, reader)
    if (made?.table.map?.kind !== 'areas') continue
    const telling = await tellingOf(open, code, { area: ask.area, day }, reader)
    for (const { value } of areaValues(open, made.table, made.table.map, ask.area, telling)) if (value !== null) values.push(value)
  }
  return quantiles(values)
}

/** Rising, without repetition; the last is the largest value. A value that fills several classes stands for itself: what lies below it ends before it. */
export function quantiles(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  if (sorted.length === 0) return []
  const bounds = Array.from({ length: classCount }, (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / classCount) - 1])
  const below = bounds.flatMap((bound, i) => (bound === bounds[i + 1] ? sorted.slice(Math.max(0, sorted.indexOf(bound) - 1), sorted.indexOf(bound)) : []))
  return [...new Set([...bounds, ...below])].toSorted((a, b) => a - b)
}
