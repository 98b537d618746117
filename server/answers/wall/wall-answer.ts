import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { wall } from '../../../geodata/contract/wall.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import { protectionSentence } from '../../../geodata/words/protection.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { viewOf } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { chainOf } from '../records/place.ts'
import { standingOf } from '../standing.ts'
import { boardsOf } from './boards/boards.ts'
import { areaCounts } from './area-counts.ts'
import { readWall, type WallAsked } from './asked.ts'
import { childrenOf, partsOf, residentsOf } from './children.ts'
import { combineWall } from './combine.ts'
import { shownNumbers } from './shown-numbers.ts'
import { registerSums } from './registers.ts'

export type WallAnswer = AnswerOf<typeof wall>

/** Of a choice of areas the sum of what is told of each; of one area the same with one part. Refusals: asked.ts. */
export async function wallAnswer(open: OpenCity, query: QueryOf<typeof wall>, reader: Reader, language: Language): Promise<WallAnswer> {
  const asked = await readWall(open, query, reader)
  if (asked.only.length === 0) return combineWall([await areaWall(open, asked.area, asked, reader, language)], null, language)
  const parts = await Promise.all(asked.only.map((code) => areaWall(open, code, asked, reader, language)))
  return combineWall(parts, { area: areaOf(open, asked.area), only: parts.flatMap(({ area }) => (area ? [{ code: area.code, name: area.name, level: area.level }] : [])), children: await childrenOf(open, asked.only, asked, reader) }, language)
}

/** Everything a wall shows of one area; null: the whole city. Lists are whole: they are cut when parts are put together. */
export async function areaWall(open: OpenCity, area: string | null, { day, month, months }: WallAsked, reader: Reader, language: Language): Promise<WallAnswer> {
  const view = viewOf(open, reader, area)
  return {
    area: areaOf(open, area), only: [], month, day, months, edition: null, strip: await stripOf(open, area, day, reader),
    numbers: await shownNumbers(open, { area, day, months }, reader, language), boards: await boardsOf(open, { area, day }, reader, language),
    children: await childrenOf(open, partsOf(open, area), { day, months }, reader),
    ...standingOf(open.identity, open.versions, open.catalogue.version, null),
    protection: view.shield && { k: view.shield.k, finest: view.finest, sentence: protectionSentence(view.shield.k, view.finest, language) },
  }
}

function areaOf(open: OpenCity, code: string | null): WallAnswer['area'] {
  if (code === null) return null
  const at = open.city.areas.byCode.get(code) ?? -1
  return { code, name: open.city.areas.names[at], level: areaLevels[open.city.areas.levels[at]], chain: chainOf(open, { area: at, estate: -1 }).filter((one) => one.code !== code) }
}

async function stripOf(open: OpenCity, area: string | null, day: string, reader: Reader): Promise<WallAnswer['strip']> {
  const { areas } = open.city
  const at = area === null ? areas.count + 1 : (areas.byCode.get(area) ?? areas.count)
  const { communities, grids, buildings } = areaCounts(open.city), { units, sites } = await registerSums(open, day, reader)
  return { communities: communities[at], grids: grids[at], buildings: buildings[at], residents: residentsOf(open, area, reader), units: units.get(area ?? '')?.value ?? 0, sites: sites.get(area ?? '')?.value ?? 0 }
}
