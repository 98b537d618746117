import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { venues } from '../../../geodata/contract/venues.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import type { Footing } from '../../../geodata/kernel/footing.ts'
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
import { footingAt } from './ways.ts'
import { publicPosition } from './venue-list.ts'

export type Origin = NonNullable<AnswerOf<typeof venues>['origin']>

/** Where somebody sets out. doors: where he comes onto the streets, and setsOut the same by another way of walking; none: nowhere. livesIn: areas around the start from the smallest to the largest, where it is a home. */
export type Start = { origin: Origin; position: Position; footing: Footing; doors: readonly Door[]; setsOut(footing: Footing): Door[]; livesIn: readonly string[] | null }

/** Beyond this many degrees outside the city no street of it is near. */
const farDegrees = 0.05

type Named = { near?: string | undefined; building?: string | undefined; stepFree?: 'yes' | undefined }

/** Null: none was named. Whoever asks for places without steps walks around stairs too, and nobody walks through a gate that is locked at the instant `ms`. Refusal: both were, the building is unknown, or the position is none. */
export async function readStart(open: OpenCity, { near, building, stepFree }: Named, ms: number): Promise<Start | null> {
  if (near !== undefined && building !== undefined) throw new Refusal('conflictingParameters', { parameter: 'near', other: 'building' })
  if (building === undefined && near === undefined) return null
  const footing = await footingAt(open, stepFree === 'yes', ms)
  return building === undefined ? fromPoint(open, footing, readPosition(near ?? '')) : fromBuilding(open, footing, building)
}

/** The same start for whoever walks around stairs; null: that is how he walks already, or there are none in the city. */
export async function withoutStairs(open: OpenCity, { footing, setsOut }: Start, ms: number): Promise<Pick<Start, 'footing' | 'doors'> | null> {
  const level = await footingAt(open, true, ms)
  return level.walk === footing.walk ? null : { footing: level, doors: setsOut(level) }
}

/** 经度,纬度 in degrees. */
export function readPosition(text: string): Position {
  const [, lon, lat] = /^\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*,\s*(-?\d{1,2}(?:\.\d{1,15})?)\s*$/.exec(text) ?? []
  if (lon === undefined || Math.abs(Number(lon)) > 180 || Math.abs(Number(lat)) > 90) throw new Refusal('badParameter', { parameter: 'near', found: text }, { kind: 'position' })
  return [Number(lon), Number(lat)]
}

export function profileOf({ catalogue }: Pick<OpenCity, 'catalogue'>, code: ProfileCode): Profile {
  const row = catalogue.profiles.find((profile) => profile.code === code)
  if (!row) throw new RangeError(`catalogue ${catalogue.version}: expected a profile ${code}, got none`)
  return row
}

async function fromBuilding(open: OpenCity, footing: Footing, id: string): Promise<Start> {
  const index = open.ids.find(id)
  const record = index === null ? null : await open.names.building(id)
  if (index === null || !record) throw new Refusal('unknownBuilding', { parameter: 'building', found: id })
  const { buildings, areas, plane } = open.city
  const setsOut = (by: Footing): Door[] => doorsOf(by, index), doors = setsOut(footing)
  const standing = { area: buildings.area[index], estate: buildings.estate[index] }
  const position = unproject(plane, buildings.x[index], buildings.y[index])
  const estate = standing.estate < 0 ? '' : areas.names[standing.estate]
  const place = communityOf(open, standing)
  const label = [estate, record.name].filter((part) => part !== '').join(' ') || (place.communityName ?? '')
  const isHome = buildings.kind[index] !== homeKinds.other
  return {
    origin: { kind: 'building', id, label, position: publicPosition(position), ...place, connected: doors.length > 0 },
    position, footing, doors, setsOut, livesIn: isHome ? chainOf(open, standing).map(({ code }) => code).reverse() : null,
  }
}

async function fromPoint(open: OpenCity, footing: Footing, position: Position): Promise<Start> {
  const [lon, lat] = position
  const [west, south, east, north] = open.box
  const isNear = lon > west - farDegrees && lon < east + farDegrees && lat > south - farDegrees && lat < north + farDegrees
  const point = new Float64Array(2)
  if (isNear) project(open.city.plane, lon, lat, point)
  const setsOut = (by: Footing): Door[] => (isNear ? doorsAt(by, [{ x: point[0], y: point[1] }]) : []), doors = setsOut(footing)
  const place = communityOf(open, await (await finderOf(open)).find(position))
  return { origin: { kind: 'point', id: null, label: place.communityName ?? '', position: publicPosition(position), ...place, connected: doors.length > 0 }, position, footing, doors, setsOut, livesIn: null }
}

function communityOf(open: OpenCity, { area }: Standing): Pick<Origin, 'community' | 'communityName'> {
  const at = communityAt(open, area), { areas } = open.city
  return at < 0 ? { community: null, communityName: null } : { community: areas.codes[at], communityName: areas.names[at] }
}

/** Index of the community that an area of the columns lies in; -1: none. */
export function communityAt({ city: { areas } }: Pick<OpenCity, 'city'>, area: number): number {
  for (let at = area; at >= 0 && at < areas.count; at = areas.parents[at]) if (areas.levels[at] === communityLevel) return at
  return -1
}

/** Name of the community an index of the columns lies in; null: none. */
export const communityName = (open: OpenCity, area: number): string | null => communityOf(open, { area, estate: -1 }).communityName

const communityLevel = areaLevels.indexOf('community')
