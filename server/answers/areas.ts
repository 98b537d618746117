import type { AnswerOf, QueryOf, Reader } from '../../geodata/contract/exchange.ts'
import type { area, areas } from '../../geodata/contract/meta.ts'
import type { City } from '../../geodata/kernel/columns.ts'
import { innerPoint } from '../../geodata/kernel/inner.ts'
import { ledgerOf, rollUp } from '../../geodata/kernel/ledger.ts'
import { homeKinds } from '../../geodata/kernel/home.ts'
import { areaLevels, type Area } from '../../geodata/model/area.ts'
import type { Box, MultiPolygon } from '../../geodata/model/geometry.ts'
import { isTold, tells, viewOf } from '../security/visibility.ts'
import { cursorAt, offsetOf } from './cursor.ts'
import type { OpenCity } from './open-city.ts'
import { Refusal } from './refusal.ts'
import { dataVersion } from './standing.ts'

type Row = AnswerOf<typeof areas>['areas'][number]

const usualPage = 1000

/** Areas by code; a community has its estates beside its grids as children. */
export async function areasAnswer(open: OpenCity, query: QueryOf<typeof areas>, reader: Reader): Promise<AnswerOf<typeof areas>> {
  const { level, parent } = query
  const tree = open.city.areas
  const above = parent === undefined ? null : tree.byCode.get(parent)
  if (above === undefined) throw new Refusal('unknownArea', { parameter: 'parent', found: parent ?? '' })
  const chosen: number[] = []
  for (let i = 0; i < tree.count; i++) if ((level === undefined || areaLevels[tree.levels[i]] === level) && (above === null || tree.parents[i] === above)) chosen.push(i)
  const key = JSON.stringify(['areas', level, parent])
  const version = dataVersion(open.versions, null)
  const from = offsetOf(query.cursor, version, key)
  const to = Math.min(chosen.length, from + (query.limit ?? usualPage))
  const rows = await Promise.all(chosen.slice(from, to).map((i) => areaRow(open, reader, i)))
  return { areas: rows, total: chosen.length, next: to < chosen.length ? cursorAt(to, version, key) : null }
}

export async function areaAnswer(open: OpenCity, code: string, reader: Reader): Promise<AnswerOf<typeof area>> {
  const tree = open.city.areas
  const index = tree.byCode.get(code)
  const stored = index === undefined ? null : await open.names.area(code)
  if (index === undefined || !stored) throw new Refusal('unknownArea', { parameter: 'code', found: code })
  const ancestors: AnswerOf<typeof area>['ancestors'] = []
  for (let at = tree.parents[index]; at >= 0; at = tree.parents[at]) ancestors.unshift({ code: tree.codes[at], name: tree.names[at], level: areaLevels[tree.levels[at]] })
  const children: number[] = []
  for (let i = 0; i < tree.count; i++) if (tree.parents[i] === index) children.push(i)
  return {
    area: await areaRow(open, reader, index, stored), ancestors, children: await Promise.all(children.map((i) => areaRow(open, reader, i))),
    boundary: stored.boundary && stored.boundary.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat]))), source: stored.source, date: stored.date,
  }
}

async function areaRow(open: OpenCity, reader: Reader, index: number, known?: Area): Promise<Row> {
  const { codes, names, levels, parents, squareMetres } = open.city.areas
  const stored = known ?? (await open.names.area(codes[index]))
  const drawn = stored?.boundary && stored.boundary.length > 0 ? stored.boundary : null
  const view = viewOf(open, reader, codes[index])
  const figures = figuresOf(view.city)
  const told = (figure: 'all' | 'households', column: Float64Array): number | null => (tells(open, view, index) && isTold(open, view, figure, index) ? column[index] : null)
  return {
    code: codes[index], name: names[index], level: areaLevels[levels[index]], parent: parents[index] < 0 ? null : codes[parents[index]],
    box: drawn && boxOf(drawn), label: drawn && [...innerPoint(drawn)], squareMetres: Number.isNaN(squareMetres[index]) ? null : Math.round(squareMetres[index]),
    residents: told('all', figures.residents), households: told('households', figures.households), buildings: figures.buildings[index],
  }
}

type Figures = { residents: Float64Array; households: Float64Array; buildings: Float64Array }
const figuresByCity = new WeakMap<City['buildings'], Figures>()

/** Residents, households and homes of every area, rolled up once per city. */
function figuresOf(city: City): Figures {
  const known = figuresByCity.get(city.buildings)
  if (known) return known
  const { buildings, areas } = city
  const figures: Figures = { residents: new Float64Array(areas.count + 1), households: new Float64Array(areas.count + 1), buildings: new Float64Array(areas.count + 1) }
  const add = (area: number, i: number): void => {
    figures.residents[area] += buildings.residents.all[i]
    figures.households[area] += buildings.households[i]
    figures.buildings[area]++
  }
  for (let i = 0; i < buildings.count; i++) {
    if (buildings.kind[i] !== homeKinds.home) continue
    add(buildings.area[i], i)
    if (buildings.estate[i] >= 0) add(buildings.estate[i], i)
  }
  for (const column of Object.values(figures)) rollUp(city, ledgerOf(city).upward, column)
  figuresByCity.set(city.buildings, figures)
  return figures
}

function boxOf(shape: MultiPolygon): [...Box] {
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity
  for (const polygon of shape) {
    for (const [lon, lat] of polygon[0]) {
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  return [west, south, east, north]
}
