import type { Overlay } from '../model/overlay.ts'
import { emptyOverlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import type { CachedColumn, ReachCache } from './cache.ts'
import { keepColumn, keepNearest } from './cache.ts'
import type { City } from './columns.ts'
import type { Nearest } from './nearest.ts'
import { categoryIndex, limitMetresOf, ruleValue } from './question.ts'
import type { Row } from './row.ts'
import type { Admitted, Source } from './sources.ts'
import { atAnyHour, sourcesOf } from './sources.ts'
import type { Way } from './way.ts'
import { wayOf } from './way.ts'

/**
 * Metres from every building to the nearest site of the question's category that admits (`any`: admits or not), Infinity beyond the bound.
 * Today's column is cached, and one for each set of sites that are shut at an hour. An overlay, an hour or a new version of a category that changes a few
 * sites redoes only their rows: an added site's row is laid over the column; where a closed site's row was the shortest, the neighbourhood is filled
 * again from the sites around.
 */
export function reachedMetres(city: City, overlay: Overlay, question: Question, admitted: Admitted, cache: ReachCache): Float32Array {
  const way = wayOf(city, overlay, question)
  const boundMetres = boundFor(city, question)
  const key = `${way.key}/${question.category}/${admitted}`
  const version = versionOf(city, question)
  /** From the cache; else from the older column kept under the same key, from `base`, or anew. */
  const kept = (as: string, base: CachedColumn | null, over: Overlay): CachedColumn => {
    const known = cache.columns.get(as)
    const usable = known && known.boundMetres >= boundMetres && known.version.startsWith(placeVersion(city, question)) ? known : base
    return keepColumn(cache, as, known && usable === known && known.version === version && known.sites === city.facilities ? known
      : refreshed(city, way, usable, version, sourcesOf(city, over, question.category, admitted), boundMetres, cache))
  }
  const today = kept(key, null, emptyOverlay)
  if (isToday(overlay)) {
    const shut = shutAmong(today.sources, overlay, admitted)
    return shut === '' ? today.metres : kept(`${key}/shut ${shut}`, today, overlay).metres
  }
  return refreshed(city, way, today, version, sourcesOf(city, overlay, question.category, admitted), boundMetres, cache).metres
}

/** The nearest admitting (or any) site of every building, however far. */
export function reachedNearest(city: City, overlay: Overlay, question: Question, admitted: Admitted, cache: ReachCache): Nearest {
  const way = wayOf(city, overlay, question)
  const { added, closed, admissions, replaced } = overlay
  const shut = shutAmong(sourcesOf(city, atAnyHour(overlay), question.category, admitted), overlay, admitted)
  const key = `${way.key}/${question.category}/${admitted}/${JSON.stringify([added, closed, admissions, replaced])}/shut ${shut}`
  const version = versionOf(city, question)
  const known = cache.nearest.get(key)
  if (known && known.version === version && known.sites === city.facilities) return keepNearest(cache, key, known)
  const sources = sourcesOf(city, overlay, question.category, admitted), sites = city.facilities
  if (known && known.version === version && sameSources(known.sources, sources)) return keepNearest(cache, key, { ...known, sites })
  cache.counts.nearest++
  return keepNearest(cache, key, { version, sites, sources, nearest: way.nearest(sources) })
}

/** Whether the sites are today's, save for the hour. */
const isToday = ({ added, closed, admissions, replaced }: Overlay): boolean => added.length + closed.length + admissions.length + replaced.length === 0

/** Which of the sources are shut, four to a letter; empty: none. Of one version of a category equal texts are equal sets. */
function shutAmong(sources: readonly Source[], { shut }: Overlay, admitted: Admitted): string {
  if (!shut || admitted === 'any') return ''
  let letters = '', any = 0
  for (let i = 0; i < sources.length; i += 4) {
    let four = 0
    for (let k = 0; k < 4 && i + k < sources.length; k++) if (shut.has(sources[i + k].id)) four |= 1 << k
    any |= four
    letters += four.toString(16)
  }
  return any === 0 ? '' : letters
}

/** From an older column where few sites differ, else anew. */
function refreshed(city: City, way: Way, old: CachedColumn | null, version: string, sources: readonly Source[], boundMetres: number, cache: ReachCache): CachedColumn {
  const sites = city.facilities
  if (old) {
    const before = new Map(old.sources.map((source) => [signature(source), source]))
    const after = new Map(sources.map((source) => [signature(source), source]))
    const gone = [...before].flatMap(([key, source]) => (after.has(key) ? [] : [source]))
    const come = [...after].flatMap(([key, source]) => (before.has(key) ? [] : [source]))
    if (gone.length + come.length === 0) return { ...old, version, sites, sources }
    // A row costs about as much as its share of the column; beyond a quarter of the sites one search is cheaper.
    if (gone.length + come.length <= Math.max(2, sources.length / 4)) {
      return { version, sites, sources, boundMetres: old.boundMetres, metres: patched(city, way, old, gone, come, sources, cache) }
    }
  }
  cache.counts.columns++
  return { version, sites, sources, boundMetres, metres: way.column(sources, boundMetres, null) }
}

function patched(city: City, way: Way, old: CachedColumn, gone: readonly Source[], come: readonly Source[], sources: readonly Source[], cache: ReachCache): Float32Array {
  const metres = old.metres.slice()
  const row = (source: Source): Row => {
    cache.counts.rows++
    return way.row(source, old.boundMetres)
  }
  const hole = new Set<number>()
  for (const source of gone) {
    const lost = row(source)
    for (let i = 0; i < lost.buildings.length; i++) if (lost.metres[i] === old.metres[lost.buildings[i]]) hole.add(lost.buildings[i])
  }
  if (hole.size > 0) {
    const buildings = Int32Array.from(hole).sort()
    cache.counts.repairs++
    const filled = way.column(around(city, buildings, sources, old.boundMetres), old.boundMetres, buildings)
    for (const building of buildings) metres[building] = filled[building]
  }
  for (const source of come) {
    const gained = row(source)
    for (let i = 0; i < gained.buildings.length; i++) if (gained.metres[i] < metres[gained.buildings[i]]) metres[gained.buildings[i]] = gained.metres[i]
  }
  return metres
}

/** Sources that can reach one of the buildings: a walk is never shorter than the straight line (10 m for the rounding of edges). */
function around(city: City, buildings: Int32Array, sources: readonly Source[], boundMetres: number): Source[] {
  const { x, y, doorOffsets, doorX, doorY } = city.buildings
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity
  const widen = (atX: number, atY: number): void => {
    west = Math.min(west, atX)
    east = Math.max(east, atX)
    south = Math.min(south, atY)
    north = Math.max(north, atY)
  }
  for (const building of buildings) {
    widen(x[building], y[building])
    for (let door = doorOffsets[building]; door < doorOffsets[building + 1]; door++) widen(doorX[door], doorY[door])
  }
  const reach = boundMetres + 10
  return sources.filter((source) => source.x >= west - reach && source.x <= east + reach && source.y >= south - reach && source.y <= north + reach)
}

/** The category's largest limit at the fastest profile and the marginal belt around it, or the question's own when that is larger. */
function boundFor(city: City, question: Question): number {
  const { catalogue } = city
  const fastest = Math.max(...catalogue.profiles.map((profile) => profile.metresPerSecond))
  const largest = Math.max(...catalogue.categories[categoryIndex(catalogue, question.category)].minutes) * 60 * fastest
  return Math.max(largest, limitMetresOf(catalogue, question)) * Math.max(1, ruleValue(catalogue, 'marginalFactor'))
}

const sameSources = (a: readonly Source[], b: readonly Source[]): boolean => a.length === b.length && a.every((source, i) => source.facility === b[i].facility && signature(source) === signature(b[i]))
const signature = (source: Source): string => `${source.id} ${source.x} ${source.y} ${source.onlyKey}`
/** Straight lines rest on no street. */
const placeVersion = (city: City, question: Question): string => `${city.versions.geometry}.${question.metric === 'straight' ? '' : city.versions.network}.`
const versionOf = (city: City, question: Question): string => `${placeVersion(city, question)}${city.versions.categories[question.category] ?? 0}`
