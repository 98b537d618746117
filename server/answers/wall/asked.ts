import type { QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { wall } from '../../../geodata/contract/wall.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import { wallChoiceLevels } from '../../../geodata/model/wall.ts'
import { within } from '../../../geodata/kernel/members.ts'
import { tells, viewOf } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../registers/register-input.ts'
import { knownMonths, type WallMonths } from './months.ts'

/** What of a city a wall shows, and as of when. */
export type WallAsked = {
  /** null: the whole city. */
  area: string | null
  /** Codes of areas of one level: only these are counted; empty: the asked area is. */
  only: readonly string[]
  month: string | null
  /** The end of that month; today where none is asked or it is not over. */
  day: string
  months: WallMonths
}
type Query = Pick<QueryOf<typeof wall>, 'area' | 'only' | 'month' | 'edition'>

/** Refusal: unknownArea, areaTooFine, badParameter (an estate, areas of several levels or outside the asked one, a month nobody knows of, an edition). */
export async function readWall(open: OpenCity, { area, only, month, edition }: Query, reader: Reader): Promise<WallAsked> {
  if (edition !== undefined) throw new Refusal('unknownEdition', { found: edition })
  const asked = area === undefined ? null : code(open, 'area', area, reader)
  const months = await knownMonths(open)
  if (month !== undefined && (month < months.from || month > months.to)) throw new Refusal('badParameter', { parameter: 'month', found: month }, { kind: 'month', ...months })
  const end = dayOf(open, month)
  return { area: asked, only: only === undefined ? [] : choice(open, only, asked, reader), month: month ?? null, day: end > open.day ? open.day : end, months }
}

function code(open: OpenCity, parameter: string, found: string, reader: Reader): string {
  const { areas } = open.city
  const at = areas.byCode.get(found)
  if (at === undefined) throw new Refusal('unknownArea', { parameter, found })
  if (areaLevels[areas.levels[at]] === 'estate') throw new Refusal('badParameter', { parameter, found: areas.names[at] }, { kind: 'wallAreas', within: null })
  const view = viewOf(open, reader, found)
  if (!tells(open, view, at)) throw new Refusal('areaTooFine', { parameter, level: view.finest, found: areas.names[at] })
  return found
}

function choice(open: OpenCity, only: string, area: string | null, reader: Reader): string[] {
  const { areas } = open.city
  const codes = [...new Set(only.split(',').map((one) => one.trim()))].map((one) => code(open, 'only', one, reader))
  const levels = new Set(codes.map((one) => areaLevels[areas.levels[areas.byCode.get(one) ?? -1]]))
  const [level] = levels
  if (levels.size !== 1 || !wallChoiceLevels.includes(level)) throw new Refusal('badParameter', { parameter: 'only', found: only }, { kind: 'wallChoice' })
  const holder = area === null ? undefined : areas.byCode.get(area)
  const outside = holder === undefined ? undefined : codes.find((one) => !within(open.city, areas.byCode.get(one) ?? -1, holder))
  if (holder !== undefined && outside !== undefined) throw new Refusal('badParameter', { parameter: 'only', found: areas.names[areas.byCode.get(outside) ?? -1] }, { kind: 'wallAreas', within: areas.names[holder] })
  return codes.toSorted()
}
