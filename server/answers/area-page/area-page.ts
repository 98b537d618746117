import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { areaPage } from '../../../geodata/contract/areaPage.ts'
import { areaLevels, type AreaLevel } from '../../../geodata/model/area.ts'
import { completenessOf } from '../../../geodata/registers/build/completeness.ts'
import type { RegisterInput } from '../../../geodata/registers/register.ts'
import { protectionSentence } from '../../../geodata/words/protection.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { tells, viewOf } from '../../security/visibility.ts'
import { areaAnswer } from '../areas.ts'
import { areaName } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'
import { chainOf } from '../records/place.ts'
import { Refusal } from '../refusal.ts'
import { dayOf, registerInput } from '../registers/register-input.ts'
import { standingOf } from '../standing.ts'
import { figuresOfArea } from './figures.ts'
import { worstServices } from './gaps.ts'
import { happenings, overdue, pairingsOf, seatRows, taskLines } from './lines.ts'
import { peopleOf } from './people.ts'

type Answer = AnswerOf<typeof areaPage>

/** Everything about one area. Refusal: unknownArea, areaTooFine. */
export async function areaPageAnswer(open: OpenCity, code: string, { month }: QueryOf<typeof areaPage>, reader: Reader, language: Language): Promise<Answer> {
  const { areas } = open.city
  const at = areas.byCode.get(code)
  if (at === undefined) throw new Refusal('unknownArea', { parameter: 'code', found: code })
  const view = viewOf(open, reader, code)
  if (!tells(open, view, at)) throw new Refusal('areaTooFine', { parameter: 'code', level: view.finest, found: areas.names[at] })
  const day = dayOf(open, month)
  const input = await registerInput(open, { area: code, day }, reader)
  const level = areaLevels[areas.levels[at]]
  const { area } = await areaAnswer(open, code, reader)
  return {
    area: {
      code, name: areaName(open, code), level, box: area.box, chain: chainOf(open, { area: at, estate: -1 }).filter((one) => one.code !== code),
      children: partsOf(open, (i) => areas.parents[i] === at && areas.levels[i] !== estateLevel), neighbours: partsOf(open, (i) => i !== at && areas.parents[i] === areas.parents[at] && areas.levels[i] === areas.levels[at]),
    },
    day, ...standingOf(open.identity, open.versions, open.catalogue.version, null),
    protection: view.shield && { k: view.shield.k, finest: view.finest, sentence: protectionSentence(view.shield.k, view.finest, language) },
    people: { ...peopleOf(open, view, at), squareKilometres: area.squareMetres === null ? null : area.squareMetres / 1e6 },
    figures: await figuresOfArea(open, { code, level, parent: areas.parents[at] < 0 ? null : areas.codes[areas.parents[at]], day }, reader, language),
    completeness: completeness(input, code, level, language), gaps: await worstServices(open, code, reader, language),
    seats: seatRows(input, language), pairings: pairingsOf(input), on: happenings(input, code, language), overdue: overdue(input, language), tasks: taskLines(input, language),
  }
}

const estateLevel = areaLevels.indexOf('estate')

function partsOf({ city: { areas } }: OpenCity, isPart: (at: number) => boolean): { code: string; name: string }[] {
  return Array.from({ length: areas.count }, (_, at) => at).filter(isPart).map((at) => ({ code: areas.codes[at], name: areas.names[at] })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** Null: of this level the catalogue asks nothing, or nothing was entered. */
function completeness(input: RegisterInput, code: string, level: AreaLevel, language: Language): Answer['completeness'] {
  if (level !== 'community' && level !== 'street') return null
  const { items, rows } = completenessOf(input, level)
  const row = rows.find(({ area }) => area.code === code)
  if (!row) return null
  const missing = items.filter((_, at) => row.cells[at].standing === 'missing').map((item) => ({ code: item.code, name: language === 'zh' ? item.name : item.nameEn }))
  return { complete: row.complete, of: row.of, missing }
}
