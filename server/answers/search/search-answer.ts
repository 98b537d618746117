import type { AnswerOf, QueryOf, Reader, Role } from '../../../geodata/contract/exchange.ts'
import { searchKinds, type search } from '../../../geodata/contract/search.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import { areasAdmit, roleAdmits } from '../../security/authorise.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { registerList } from '../../../geodata/model/registerList.ts'
import { boxOf } from '../area-finder.ts'
import type { OpenCity } from '../open-city.ts'
import { tableOf } from '../registers/register-tables.ts'
import { publicPosition } from '../venues/venue-list.ts'
import { fold } from './fold.ts'
import type { Found } from './match-name.ts'
import { wordOf } from './match-word.ts'
import { searchLists, type Entry } from './search-lists.ts'
import { shortList } from './short-list.ts'

type Hit = AnswerOf<typeof search>['hits'][number]

const usualHits = 20

/** Who finds what: enterprises are told one by one to planners, registers to those who read them. */
const searchedBy: Readonly<Record<(typeof searchKinds)[number], Role>> = { area: 'public', facility: 'public', unit: 'public', organisation: 'planner', register: 'leader' }

/** Areas, sites, units, organisations of today and registers whose name or code every word fits, the best first: how well, then the larger area, then the shorter name. */
export async function searchAnswer(open: OpenCity, { q, kind, limit = usualHits }: QueryOf<typeof search>, reader: Reader): Promise<AnswerOf<typeof search>> {
  const words = fold(q).split(/\s+/).filter((word) => word !== '').map(wordOf)
  if (words.length === 0) return { hits: [] }
  const best = shortList(limit)
  for (const one of searchKinds) if ((kind === undefined || kind === one) && roleAdmits(reader.role, searchedBy[one])) for (const entry of await searchLists[one](open)) if (isFor(open, entry, reader)) best.look(entry, words)
  const shown = await Promise.all(best.found.map(async ({ entry }) => entry.kind !== 'register' || hasRows(open, entry, reader)))
  return { hits: await Promise.all(best.found.filter((_, i) => shown[i]).map(({ entry, found }) => hitOf(open, entry, found, reader))) }
}

/** Single enterprises are for whoever has their area, registers of staff for staff. */
function isFor({ city: { areas } }: OpenCity, { kind, id, area }: Entry, reader: Reader): boolean {
  if (kind === 'register') return roleAdmits(reader.role, 'editor') || registerList.some(({ code, access }) => code === id && access !== 'staff')
  if (kind !== 'organisation' || reader.areas.length === 0) return true
  const chain: string[] = []
  for (let at = area; at >= 0 && at < areas.count; at = areas.parents[at]) chain.push(areas.codes[at])
  return areasAdmit(reader.areas, chain)
}

/** A register without data is hidden; a narrative has none and is words. */
async function hasRows(open: OpenCity, { id }: Entry, reader: Reader): Promise<boolean> {
  const listed = registerList.find(({ code }) => code === id)
  if (!listed || listed.view === 'narrative') return listed !== undefined
  const made = await tableOf(open, listed.code, { area: null, day: open.day }, reader)
  return (made?.table.rows.length ?? 0) > 0
}

async function hitOf(open: OpenCity, entry: Entry, { marks }: Found, { role }: Reader): Promise<Hit> {
  const { kind, id, name, sort } = entry
  const { position, box } = await (kind === 'area' ? shapeOf(open, id) : positionOf(open, kind, id))
  return { kind, id, name, marks: inSigns(name, marks), sort, place: placeName(open, entry), position: position && (role === 'public' ? publicPosition([position[0], position[1]]) : position), box }
}

type Shown = Pick<Hit, 'position' | 'box'>

async function shapeOf({ names }: OpenCity, code: string): Promise<Shown> {
  const boundary = (await names.area(code))?.boundary
  return boundary && boundary.length > 0 ? { position: [...innerPoint(boundary)], box: boxOf(boundary) } : { position: null, box: null }
}

async function positionOf({ names }: OpenCity, kind: Exclude<Entry['kind'], 'area'>, id: string): Promise<Shown> {
  const position: Position | null = kind === 'register' ? null : ((await names.record(kind, id))?.position ?? null)
  return { position: position && [...position], box: null }
}

/** The community it lies in, or the smallest area there is; of an area the one above. */
function placeName({ city: { areas } }: OpenCity, { kind, area }: Entry): string {
  if (kind === 'register') return ''
  if (kind === 'area') return areas.names[areas.parents[area]] ?? ''
  for (let at = area; at >= 0 && at < areas.count; at = areas.parents[at]) if (areas.levels[at] === communityLevel) return areas.names[at]
  return areas.names[area] ?? ''
}

const communityLevel = areaLevels.indexOf('community')

/** Places counted in signs, which a rare character makes fewer than code units. */
function inSigns(name: string, marks: Found['marks']): [number, number][] {
  const signs = (to: number): number => Array.from(name.slice(0, to)).length
  return marks.map(([from, to]) => [signs(from), signs(to)])
}
