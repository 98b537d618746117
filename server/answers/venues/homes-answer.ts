import type { AnswerOf, QueryOf } from '../../../geodata/contract/exchange.ts'
import type { homes } from '../../../geodata/contract/venues.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { project, unproject } from '../../../geodata/kernel/plane.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { fold } from '../search/fold.ts'
import { fits, matchWord, wordOf, type Word } from '../search/match-word.ts'
import { addressHomes } from './address-homes.ts'
import { askedAddress } from './address-words.ts'
import { homeNames } from './home-names.ts'
import { spellingsOf } from './home-spellings.ts'
import { communityName, readPosition } from './start.ts'
import { publicPosition } from './venue-list.ts'

type Home = AnswerOf<typeof homes>['homes'][number]
type Query = QueryOf<typeof homes>

const usualHomes = 20

/** Where one may start from: estates and buildings where people live or may live, and addresses. Refusal: nothing was asked, or the estate is unknown. */
export async function homesAnswer(open: OpenCity, query: Query, language: Language): Promise<AnswerOf<typeof homes>> {
  const { q, near, estate, limit = usualHomes } = query
  if (q === undefined && near === undefined && estate === undefined) throw new Refusal('missingParameter', { parameter: 'q' }, { kind: 'text', from: 1, to: 60 })
  const within = estate === undefined ? null : estateIndex(open, estate)
  const names = await homeNames(open)
  const find = (text: string, joined: boolean): Ranked[] => {
    const words = text.split(/\s+/).filter((word) => word !== '').map(wordOf)
    return near === undefined ? [...(within === null ? estatesFound(open, words) : []), ...buildingsFound(open, names, words, within, joined)] : buildingsNear(open, names, near, words, within)
  }
  const found = firstFound(spellingsOf(fold(q ?? '')), find)
  const asked = q === undefined || near !== undefined || within !== null ? null : askedAddress(q)
  const addresses = asked && (await addressHomes(open, asked, language))
  const first = [...found, ...(addresses ?? [])].sort((a, b) => a.rank - b.rank || a.index - b.index).slice(0, limit)
  return { homes: (await Promise.all(first.map((one) => ('home' in one ? one.home : homeOf(open, one))))).filter((home) => home !== null) }
}

/** As it was written; else with the estate and the building in one word; else with the number as buildings are numbered. The first that finds anything. */
function firstFound(spellings: readonly string[], find: (text: string, joined: boolean) => Ranked[]): Ranked[] {
  for (const spelling of spellings) {
    for (const joined of [false, true]) {
      const found = find(spelling, joined)
      if (found.length > 0) return found
    }
  }
  return []
}

/** Smaller is better. */
type Ranked = { kind: 'estate' | 'building'; index: number; rank: number }

function estateIndex({ city: { areas } }: OpenCity, code: string): number {
  const index = areas.byCode.get(code)
  if (index === undefined || areas.levels[index] !== estateLevel) throw new Refusal('unknownArea', { parameter: 'estate', found: code })
  return index
}

const estateLevel = areaLevels.indexOf('estate')

/** Estates that every word fits, by the worst fit; a name that begins with it before one that holds it. */
function estatesFound({ city: { areas } }: OpenCity, words: readonly Word[]): Ranked[] {
  if (words.length === 0) return []
  return areas.names.flatMap((name, index): Ranked[] => {
    if (areas.levels[index] !== estateLevel) return []
    const rank = rankOf(words, [fold(name)])
    return rank === null ? [] : [{ kind: 'estate', index, rank }]
  })
}

/** Buildings whose own name fits one word at least, and the estate's the rest; within an estate all of them when nothing else is asked. After the estates of the same fit. `joined`: a word may go from the estate's name into the building's. */
function buildingsFound({ city: { buildings, areas } }: OpenCity, names: readonly string[], words: readonly Word[], within: number | null, joined: boolean): Ranked[] {
  const estates = areas.names.map((name, i) => (areas.levels[i] === estateLevel ? fold(name) : ''))
  const found: Ranked[] = []
  for (let index = 0; index < buildings.count; index++) {
    const estate = buildings.estate[index], name = names[index] ?? ''
    if (name === '' || (within !== null && estate !== within)) continue
    if (words.length === 0) {
      found.push({ kind: 'building', index, rank: numberIn(name) })
      continue
    }
    const own = joined && estate >= 0 ? estates[estate] + name : name
    if (!words.some((word) => matchWord(own, word))) continue
    const rank = rankOf(words, within !== null || estate < 0 ? [own] : [own, estates[estate]])
    if (rank !== null) found.push({ kind: 'building', index, rank: rank + 0.5 + numberIn(name) / 1e6 })
  }
  return found
}

/** 3 of 甲3号楼, so that they stand in the order of the street; large where there is none. */
const numberIn = (name: string): number => Math.min(1e5, Number(/\d+/.exec(name)?.[0] ?? 1e5))

/** Null: a word is found in none of the names. */
function rankOf(words: readonly Word[], names: readonly string[]): number | null {
  let worst = 0
  for (const word of words) {
    const best = Math.min(...names.map((name) => {
      const match = matchWord(name, word)
      return match ? fits.indexOf(match.fit) : Infinity
    }))
    if (best === Infinity) return null
    worst = Math.max(worst, best)
  }
  return worst
}

/** Farther than this nobody who tapped a spot means the building. */
const nearMetres = 500

function buildingsNear({ city: { buildings, plane }, box }: OpenCity, names: readonly string[], near: string, words: readonly Word[], within: number | null): Ranked[] {
  const [lon, lat] = readPosition(near)
  const [west, south, east, north] = box
  if (lon < west - 1 || lon > east + 1 || lat < south - 1 || lat > north + 1) return []
  const point = new Float64Array(2)
  project(plane, lon, lat, point)
  const found: Ranked[] = []
  for (let index = 0; index < buildings.count; index++) {
    const metres = Math.hypot(buildings.x[index] - point[0], buildings.y[index] - point[1])
    if (metres > nearMetres || buildings.kind[index] === homeKinds.other || (within !== null && buildings.estate[index] !== within)) continue
    if (words.length > 0 && rankOf(words, [names[index] ?? '']) === null) continue
    found.push({ kind: 'building', index, rank: metres })
  }
  return found
}

/** Null: nobody may know of it. */
async function homeOf(open: OpenCity, { kind, index }: Ranked): Promise<Home | null> {
  const { areas, buildings, plane } = open.city
  if (kind === 'estate') {
    const area = await open.names.area(areas.codes[index])
    const homesIn = homesOf(open, index)
    const position = area?.boundary && area.boundary.length > 0 ? innerPoint(area.boundary) : homesIn.length > 0 ? unproject(plane, buildings.x[homesIn[0]], buildings.y[homesIn[0]]) : null
    return position && { kind, id: areas.codes[index], name: areas.names[index], communityName: communityName(open, areas.parents[index]), position: publicPosition(position), buildings: homesIn.length }
  }
  const id = open.ids.at(index), name = await open.names.buildingName(id)
  if (name === null) return null
  const estate = buildings.estate[index]
  return {
    kind, id, name: [estate < 0 ? '' : areas.names[estate], name].filter((part) => part !== '').join(' '), communityName: communityName(open, buildings.area[index]),
    position: publicPosition(unproject(plane, buildings.x[index], buildings.y[index])), buildings: null,
  }
}

function homesOf({ city: { buildings } }: OpenCity, estate: number): number[] {
  const found: number[] = []
  for (let i = 0; i < buildings.count; i++) if (buildings.estate[i] === estate && buildings.kind[i] !== homeKinds.other) found.push(i)
  return found
}
