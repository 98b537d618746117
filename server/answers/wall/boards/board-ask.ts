import type { Reader } from '../../../../geodata/contract/exchange.ts'
import { areaLevels, type AreaLevel } from '../../../../geodata/model/area.ts'
import type { Overlay } from '../../../../geodata/model/overlay.ts'
import type { Question } from '../../../../geodata/model/question.ts'
import type { RegisterInput } from '../../../../geodata/registers/register.ts'
import type { Language } from '../../../../geodata/words/sentence.ts'
import { tells, viewOf, type View } from '../../../security/visibility.ts'
import type { OpenCity } from '../../open-city.ts'
import { Refusal } from '../../refusal.ts'
import { registerInput } from '../../registers/register-input.ts'
import { eveningOf, wallQuestion } from '../reach.ts'
import { sitesThen } from './sites-then.ts'

/** One area at the end of one day, read once for all boards. */
export type BoardAsk = {
  open: OpenCity; reader: Reader; language: Language
  area: string | null
  /** Dense index of the area; -1: the whole city. */
  at: number
  level: AreaLevel
  day: string
  /** The first workday from `day` on. */
  workday: string
  /** Differences of the sites of that day from today's. */
  sites: Overlay
  view: View
  input: RegisterInput
}

/** Refusal: unknownArea, areaTooFine. */
export async function boardAsk(open: OpenCity, { area, day }: { area: string | null; day: string }, reader: Reader, language: Language): Promise<BoardAsk> {
  const { areas } = open.city
  const at = area === null ? -1 : (areas.byCode.get(area) ?? -2)
  if (at === -2) throw new Refusal('unknownArea', { parameter: 'area', found: area })
  const view = viewOf(open, reader, area)
  if (at >= 0 && !tells(open, view, at)) throw new Refusal('areaTooFine', { parameter: 'area', level: view.finest, found: areas.names[at] })
  const [sites, input] = await Promise.all([sitesThen(open, day), registerInput(open, { area, day }, reader)])
  return { open, reader, language, area, at, level: at < 0 ? 'city' : areaLevels[areas.levels[at]], day, workday: eveningOf(open.hours.calendar, day).day, sites, view, input }
}

/** Whether registers say nothing of the asked area: they count by community, not below. */
export const isBelowCommunities = ({ level }: Pick<BoardAsk, 'level'>): boolean => areaLevels.indexOf(level) > areaLevels.indexOf('community')

/** Areas that light up on a map and can be chosen there: an estate by its community, since estates lie beside the areas one goes down through. */
export const litAreas = ({ areas }: Pick<RegisterInput, 'areas'>, codes: readonly string[]): string[] =>
  [...new Set(codes.map((code) => { const area = areas.of(code); return area?.level === 'estate' ? (area.parent ?? code) : code }))].toSorted()

/** Who is 60 or older walks to a canteen within the limit of the wall's numbers. Null: the catalogue knows no canteens. */
export function mealsQuestion(open: OpenCity, area: string | null): Question | null {
  const question = wallQuestion(open, 'canteen')
  return question && { ...question, area }
}
