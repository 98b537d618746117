import { areaLevels, type AreaLevel } from '../../../geodata/model/area.ts'
import type { EditableKind } from '../../../geodata/model/city.ts'
import type { EditableRecord } from '../../../geodata/model/edit.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { areaFinder, type AreaFinder, type Standing } from '../area-finder.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'

/** Where a record counts: a building where its columns say, everything else by its position, or by the area its register names. */
export type Place = { building: string } | { position: Position } | { area: string | null }

/** An area that something lies in. */
export type Located = { code: string; name: string; level: AreaLevel }

export function placeOf(kind: EditableKind, record: EditableRecord): Place {
  if (kind === 'building') return { building: record.id }
  if (record.position) return { position: record.position }
  if ('sheet' in record) return { area: record.area }
  return { area: 'community' in record ? record.community : null }
}

/** Areas that hold the place, from the largest to the smallest; none: outside all. Refusal emptyCity. */
export async function locate(open: OpenCity | null, place: Place): Promise<Located[]> {
  if (!open) throw new Refusal('emptyCity')
  return chainOf(open, await standingAt(open, place))
}

/** Unknown buildings and communities stand outside all areas. */
export async function standingAt(open: OpenCity, place: Place): Promise<Standing> {
  const { areas, buildings } = open.city
  if ('building' in place) {
    const index = open.ids.find(place.building)
    return index === null ? { area: areas.count, estate: -1 } : { area: buildings.area[index], estate: buildings.estate[index] }
  }
  if ('position' in place) return (await finderOf(open)).find(place.position)
  const area = place.area === null ? undefined : areas.byCode.get(place.area)
  return { area: area ?? areas.count, estate: -1 }
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
