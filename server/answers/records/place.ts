import { areaLevels, type AreaLevel } from '../../../geodata/model/area.ts'
import type { EditableKind } from '../../../geodata/model/city.ts'
import type { EditableRecord } from '../../../geodata/model/edit.ts'
import type { Entry } from '../../../geodata/model/entry.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { parentOf } from '../../../geodata/model/sheets/references.ts'
import { areaFinder, type AreaFinder, type Standing } from '../area-finder.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import type { RowOf } from './record-index.ts'

/** Where a record counts: a building where its columns say, a row of a register in the area it is about, else where what it is part of lies; everything else by its position, or by the area its register names. */
export type Place = { building: string } | { position: Position } | { area: string | null } | { row: Entry }

/** An area that something lies in. */
export type Located = { code: string; name: string; level: AreaLevel }

export function placeOf(kind: EditableKind, record: EditableRecord): Place {
  if (kind === 'building') return { building: record.id }
  if ('sheet' in record) return rowPlace(record)
  if (record.position) return { position: record.position }
  return { area: 'community' in record ? record.community : null }
}

function rowPlace(entry: Entry): Place {
  if (entry.area !== null) return { area: entry.area }
  if (parentOf(entry) !== null || entry.unit !== null) return { row: entry }
  return entry.position ? { position: entry.position } : { area: null }
}

/** Areas that hold the place, from the largest to the smallest; none: outside all. Refusal emptyCity. */
export async function locate(open: OpenCity | null, place: Place): Promise<Located[]> {
  if (!open) throw new Refusal('emptyCity')
  return chainOf(open, await standingAt(open, place))
}

const rowIn = ({ names }: OpenCity): RowOf => async (id) => {
  const record = await names.record('entry', id)
  return record && 'sheet' in record ? record : null
}

/** Unknown buildings and communities stand outside all areas. `rowOf`: where rows are looked up that others are part of, the database when absent. */
export async function standingAt(open: OpenCity, place: Place, rowOf: RowOf = rowIn(open)): Promise<Standing> {
  const { areas, buildings } = open.city
  if ('building' in place) {
    const index = open.ids.find(place.building)
    return index === null ? { area: areas.count, estate: -1 } : { area: buildings.area[index], estate: buildings.estate[index] }
  }
  if ('row' in place) return standingOfRow(open, place.row, rowOf, [])
  if ('position' in place) return (await finderOf(open)).find(place.position)
  const area = place.area === null ? undefined : areas.byCode.get(place.area)
  return { area: area ?? areas.count, estate: -1 }
}

/** A tenure lies where its seat lies, a seat where its committee does; what is part of nothing lies at its unit. `below`: rows that were come from, lest a circle never end. */
async function standingOfRow(open: OpenCity, entry: Entry, rowOf: RowOf, below: readonly string[]): Promise<Standing> {
  const parent = parentOf(entry)
  const record = parent && !below.includes(parent.id) ? await rowOf(parent.id) : null
  if (record) {
    const place = rowPlace(record)
    return 'row' in place ? standingOfRow(open, record, rowOf, [...below, entry.id]) : standingAt(open, place, rowOf)
  }
  const unit = entry.unit === null ? null : await open.names.record('unit', entry.unit)
  return standingAt(open, unit ? placeOf('unit', unit) : { area: null }, rowOf)
}

export function finderOf({ lists, names }: OpenCity): Promise<AreaFinder> {
  lists.finder ??= areaFinder(names.areas(), (code) => names.area(code))
  return lists.finder
}

export function chainOf({ city: { areas } }: OpenCity, { area, estate }: Standing): Located[] {
  const indexes = estate < 0 ? [] : [estate]
  for (let at = area; at >= 0 && at < areas.count; at = areas.parents[at]) indexes.push(at)
  return indexes.toSorted((a, b) => areas.levels[a] - areas.levels[b]).map((at) => ({ code: areas.codes[at], name: areas.names[at], level: areaLevels[areas.levels[at]] }))
}
