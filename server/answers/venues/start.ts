import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { venues } from '../../../geodata/contract/venues.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { footingOf, type Footing } from '../../../geodata/kernel/footing.ts'
import { project, unproject } from '../../../geodata/kernel/plane.ts'
import type { Door } from '../../../geodata/kernel/route.ts'
import { doorsAt, doorsOf } from '../../../geodata/kernel/walksFrom.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import type { Profile, ProfileCode } from '../../../geodata/model/catalogue.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { Standing } from '../area-finder.ts'
import type { OpenCity } from '../open-city.ts'
import { chainOf, finderOf } from '../records/place.ts'
import { Refusal } from '../refusal.ts'
import { publicPosition } from './venue-list.ts'

export type Origin = NonNullable<AnswerOf<typeof venues>['origin']>

/** Where somebody sets out. doors: where he comes onto the streets; none: nowhere. livesIn: areas around the start from the smallest to the largest, where it is a home. */
export type Start = { origin: Origin; position: Position; footing: Footing; doors: readonly Door[]; livesIn: readonly string[] | null }

/** Beyond this many degrees outside the city no street of it is near. */
const farDegrees = 0.05

/** Null: none was named. Refusal: both were, the building is unknown, or the position is none. */
export async function readStart(open: OpenCity, { near, building }: { near?: string | undefined; building?: string | undefined }): Promise<Start | null> {
  if (near !== undefined && building !== undefined) throw new Refusal('conflictingParameters', { parameter: 'near', other: 'building' })
  if (building !== undefined) return fromBuilding(open, building)
  return near === undefined ? null : fromPoint(open, readPosition(near))
}

/** 经度,纬度 in degrees. */
export function readPosition(text: string): Position {
  const [, lon, lat] = /^\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*,\s*(-?\d{1,2}(?:\.\d{1,15})?)\s*$/.exec(text) ?? []
  if (lon === undefined || Math.abs(Number(lon)) > 180 || Math.abs(Number(lat)) > 90) throw new Refusal('badParameter', { parameter: 'near', found: text }, { kind: 'position' })
  return [Number(lon), Number(lat)]
}

/** The way an older person walks, without regard to the hours of gates. */
export function footingOfWalks({ city, catalogue }: Pick<OpenCity, 'city' | 'catalogue'>): Footing {
  return footingOf(city, !profileOf({ catalogue }, 'elderly').steps, [])
}

export function profileOf({ catalogue }: Pick<OpenCity, 'catalogue'>, code: ProfileCode): Profile {
  const row = catalogue.profiles.find((profile) => profile.code === code)
  if (!row) throw new RangeError(`catalogue ${catalogue.version}: expected a profile ${code}, got none`)
  return row
}

async function fromBuilding(open: OpenCity, id: string): Promise<Start> {
  const index = open.ids.find(id)
  const record = index === null ? null : await open.names.building(id)
  if (index === null || !record) throw new Refusal('unknownBuilding', { parameter: 'building', found: id })
  const { buildings, areas, plane } = open.city
  const footing = footingOfWalks(open), doors = doorsOf(footing, index)
  const standing = { area: buildings.area[index], estate: buildings.estate[index] }
  const position = unproject(plane, buildings.x[index], buildings.y[index])
  const estate = standing.estate < 0 ? '' : areas.names[standing.estate]
  const place = communityOf(open, standing)
  const label = [estate, record.name].filter((part) => part !== '').join(' ') || (place.communityName ?? '')
  const isHome = buildings.kind[index] !== homeKinds.other
  return {
    origin: { kind: 'building', id, label, position: publicPosition(position), ...place, connected: doors.length > 0 },
    position, footing, doors, livesIn: isHome ? chainOf(open, standing).map(({ code }) => code).reverse() : null,
  }
}

async function fromPoint(open: OpenCity, position: Position): Promise<Start> {
  const [lon, lat] = position
  const [west, south, east, north] = open.box
  const isNear = lon > west - farDegrees && lon < east + farDegrees && lat > south - farDegrees && lat < north + farDegrees
  const footing = footingOfWalks(open)
  const point = new Float64Array(2)
  if (isNear) project(open.city.plane, lon, lat, point)
  const doors = isNear ? doorsAt(footing, [{ x: point[0], y: point[1] }]) : []
  const place = communityOf(open, await (await finderOf(open)).find(position))
  return { origin: { kind: 'point', id: null, label: place.communityName ?? '', position: publicPosition(position), ...place, connected: doors.length > 0 }, position, footing, doors, livesIn: null }
}

function communityOf({ city: { areas } }: OpenCity, { area }: Standing): Pick<Origin, 'community' | 'communityName'> {
  for (let at = area; at >= 0 && at < areas.count; at = areas.parents[at]) if (areas.levels[at] === communityLevel) return { community: areas.codes[at], communityName: areas.names[at] }
  return { community: null, communityName: null }
}

/** Name of the community an index of the columns lies in; null: none. */
export const communityName = (open: OpenCity, area: number): string | null => communityOf(open, { area, estate: -1 }).communityName

const communityLevel = areaLevels.indexOf('community')
