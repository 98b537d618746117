import type { GapRow } from '../../geodata/contract/coverage.ts'
import { unproject } from '../../geodata/kernel/plane.ts'
import { areaLevels, type AreaLevel } from '../../geodata/model/area.ts'
import { buildingStates, gapReasons } from '../../geodata/model/question.ts'
import { reasonSentence, refusalOf, type Refusal } from '../../geodata/words/reasons.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { overlaid } from '../../geodata/kernel/overlaid.ts'
import { siteOf } from './site-of.ts'
import { minutesOf, rounded, wordsOf } from './describe.ts'
import type { GapList } from './gap-list.ts'
import type { OpenCity } from './open-city.ts'

/** Rows from `from` up to but not including `to` of the list's order. */
export async function* gapRows(open: OpenCity, list: GapList, from: number, to: number, language: Language): AsyncIterable<GapRow> {
  for (let at = from; at < to; at++) {
    const k = list.order[at]
    // An import that is not yet built into this city may have taken the building away: its figures stand, its name is gone.
    const name = await open.names.buildingName(open.ids.at(list.answer.building[k]))
    yield gapRow(open, list, k, name ?? '', language)
  }
}

function gapRow(open: OpenCity, list: GapList, k: number, name: string, language: Language): GapRow {
  const { answer, shown, moment } = list
  const index = answer.building[k]
  const reason = gapReasons[answer.reason[k]]
  const nearest = nearestOf(open, list, k), shut = shutAt(open, list, k)
  const areas = areasOf(open, index)
  return {
    building: {
      id: open.ids.at(index), name, position: position(open, index), index, areas,
      community: areas.community === null ? null : open.city.areas.names[open.city.areas.byCode.get(areas.community) ?? -1],
    },
    residents: shown.rows[k] === 'shown' ? answer.residents[k] : null, counted: overlaid(open.city, moment.overlay).buildings.counted[index] === 1,
    state: buildingStates[answer.state[k]], reason, nearest, shut,
    sentence: reasonSentence(reason, nearest, refusal(open, list, index), shut, { ...wordsOf(open, answer, language), ...(nearest && { ...nearest, admits: null, isOpen: null, metres: Math.round(nearest.metres), missesByMetres: Math.round(nearest.missesByMetres) }) }, language),
  }
}

function refusal(open: OpenCity, { refusing, moment }: GapList, index: number): Refusal | null {
  const site = refusing?.[index] ?? -1
  return site < 0 ? null : refusalOf(siteOf(open, moment.overlay, site).admission)
}

function nearestOf(open: OpenCity, { answer, moment }: GapList, k: number): GapRow['nearest'] {
  const facility = answer.nearest[k]
  if (facility < 0) return null
  const site = siteOf(open, moment.overlay, facility)
  const metres = answer.metres[k]
  const missesByMetres = answer.missesByMetres[k]
  return {
    facility: site.id, name: site.name, admits: answer.nearestAdmits[k] === 1, isOpen: answer.question.at === null ? null : answer.nearestIsOpen[k] === 1,
    metres: rounded(metres), minutes: minutesOf(metres, answer), missesByMetres: rounded(missesByMetres), missesByMinutes: minutesOf(missesByMetres, answer),
  }
}

/** The site that would do at another hour. */
function shutAt(open: OpenCity, { answer, moment }: GapList, k: number): GapRow['shut'] {
  const site = answer.shut[k] < 0 ? null : siteOf(open, moment.overlay, answer.shut[k])
  return site && { facility: site.id, name: site.name }
}

/** The inner point, to a centimetre as the columns hold it. */
function position({ city }: OpenCity, index: number): [number, number] {
  const [lon, lat] = unproject(city.plane, city.buildings.x[index], city.buildings.y[index])
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}

/** Codes of the areas a building lies in, by level. */
export function areasOf(open: OpenCity, index: number): GapRow['building']['areas'] {
  const { areas, buildings } = open.city
  const found: Partial<Record<AreaLevel, string>> = {}
  for (let at = buildings.area[index]; at >= 0 && at < areas.count; at = areas.parents[at]) found[areaLevels[areas.levels[at]]] = areas.codes[at]
  const estate = buildings.estate[index]
  return { district: found.district ?? null, street: found.street ?? null, community: found.community ?? null, grid: found.grid ?? null, estate: estate < 0 ? null : areas.codes[estate] }
}
