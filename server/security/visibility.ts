import type { Reader } from '../../geodata/contract/exchange.ts'
import type { City } from '../../geodata/kernel/columns.ts'
import { liesIn } from '../../geodata/kernel/members.ts'
import type { Shield } from '../../geodata/kernel/shield.ts'
import { areaLevels, type AreaLevel } from '../../geodata/model/area.ts'
import type { Group } from '../../geodata/model/facility.ts'
import type { Question } from '../../geodata/model/question.ts'
import type { OpenCity } from '../answers/open-city.ts'
import { Refusal } from '../answers/refusal.ts'
import { areasAdmit, roleAdmits } from './authorise.ts'
import { shieldOf } from './shield.ts'

/** From what, and down to which level, a reader is answered about persons and households. */
export type View = {
  city: City
  /** null: exact figures. */
  shield: Shield | null
  /** Finest level whose figures are told. */
  finest: AreaLevel
}

/** Planners and above: exact within their areas, beyond them what leaders see. Leaders: down to grids. Whoever has no account: down to communities. */
export function viewOf(open: OpenCity, { role, areas }: Reader, area: string | null): View {
  if (roleAdmits(role, 'planner') && areasAdmit(areas, chainOf(open, area))) return { city: open.city, shield: null, finest: 'building' }
  const shield = shieldOf(open)
  return { city: shield.city, shield, finest: roleAdmits(role, 'leader') ? 'grid' : 'community' }
}

/** Refuses what a shielded view does not tell: finer areas, limits that no catalogue lists, other days. */
export function checkAsked(open: OpenCity, view: View, reader: Reader, question: Question, asOf: string | undefined): void {
  if (!roleAdmits(reader.role, 'planner') && asOf !== undefined) throw new Refusal('needsRole', { path: 'asOf', expected: 'planner', found: reader.role })
  if (!view.shield) return
  const area = question.area === null ? undefined : open.city.areas.byCode.get(question.area)
  if (asOf !== undefined) throw outside(open, reader, area)
  if (area !== undefined && !tells(open, view, area)) {
    if (roleAdmits(reader.role, 'planner')) throw outside(open, reader, area)
    throw new Refusal('areaTooFine', { parameter: 'area', level: view.finest, found: open.city.areas.names[area] })
  }
  const { limit } = question
  const listed = listedLimits(open, question.category)
  const isListed = 'minutes' in limit ? listed.minutes.includes(limit.minutes) : listed.metres.includes(limit.metres)
  if (!isListed) throw new Refusal('limitNotListed', { found: 'minutes' in limit ? `${limit.minutes} min` : `${limit.metres} m`, expected: [...listed.minutes.map((minutes) => `${minutes} min`), ...listed.metres.map((metres) => `${metres} m`)].join('、') })
}

/** Limits that the catalogue offers for a category, and those of its standards. */
export function listedLimits({ catalogue }: Pick<OpenCity, 'catalogue'>, category: string): { minutes: readonly number[]; metres: readonly number[] } {
  const metres = catalogue.standards.filter((row) => row.category === category).map((row) => row.limitMetres)
  return { minutes: catalogue.categories.find((row) => row.code === category)?.minutes ?? [], metres: [...new Set(metres)] }
}

/** Whether figures of an area are for this view. Estates cut across grids, so that a shielded view has none. */
export function tells({ city }: Pick<OpenCity, 'city'>, { shield, finest }: View, area: number): boolean {
  if (!shield) return true
  const level = city.areas.levels[area]
  return level <= areaLevels.indexOf(finest) && areaLevels[level] !== 'estate'
}

/** Whether a figure is what it says: a block may cross the area's boundary. Index areas.count = outside every area, -1 = the whole city. */
export function isTold({ city }: Pick<OpenCity, 'city'>, { shield }: View, figure: Group | 'households', area: number): boolean {
  return !shield || shield.inexact[figure][area < 0 ? city.areas.count + 1 : area] === 0
}

/** Refuses a question about an area, or about the whole city, that lies beyond the areas of an account. */
export function checkWithin(open: OpenCity, reader: Reader, area: string | null): void {
  if (!areasAdmit(reader.areas, chainOf(open, area))) throw outside(open, reader, area === null ? undefined : open.city.areas.byCode.get(area))
}

/** The same of one building. */
export function checkBuildingWithin(open: OpenCity, reader: Reader, building: number, name: string): void {
  const { areas } = open.city
  const codes = areas.codes.filter((_, area) => liesIn(open.city, building, area))
  if (!areasAdmit(reader.areas, codes)) throw new Refusal('outsideAreas', { found: name, expected: namesOf(open, reader) })
}

/** Codes of an area and of all it is part of; of the whole city none. */
function chainOf({ city: { areas } }: OpenCity, code: string | null): string[] {
  const chain: string[] = []
  for (let at = code === null ? -1 : (areas.byCode.get(code) ?? -1); at >= 0; at = areas.parents[at]) chain.push(areas.codes[at])
  return chain
}

function outside(open: OpenCity, reader: Reader, area: number | undefined): Refusal {
  return new Refusal('outsideAreas', { found: area === undefined ? open.identity.name : open.city.areas.names[area], expected: namesOf(open, reader) })
}

function namesOf({ city: { areas } }: OpenCity, reader: Reader): string {
  return reader.areas.map((code) => areas.names[areas.byCode.get(code) ?? -1] ?? code).join('、')
}
