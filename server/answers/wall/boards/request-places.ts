import { yearOfEvents } from '../../../../geodata/registers/act/yearOfEvents.ts'
import { wallAnswerWords } from '../../../../geodata/words/wallBoards.ts'
import type { EventSums } from '../../../../geodata/registers/events.ts'
import type { RegisterArea } from '../../../../geodata/registers/register.ts'
import { areaLevels } from '../../../../geodata/model/area.ts'
import type { BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'

export type RequestPlace = { area: Pick<RegisterArea, 'code' | 'name' | 'centre'>; sums: EventSums }

/** Requests of the twelve months by community, and inside one by grid; what stands in none of its grids is a row of the community's own, so that all rows are all requests. */
export function requestsByPlace({ input, area, level, language }: BoardAsk): { from: string; to: string; places: RequestPlace[] } {
  const { from, to } = yearOfEvents(input, 'request')
  const isFine = area !== null && areaLevels.indexOf(level) >= areaLevels.indexOf('community')
  const sumOf = (code: string): EventSums => input.events.sum('request', code, from, to)
  const places = input.areas.at(isFine ? 'grid' : 'community').map((one): RequestPlace => ({ area: one, sums: sumOf(one.code) })).filter(({ sums }) => sums.times > 0)
  if (!isFine || level === 'grid') return { from, to, places }
  const whole = sumOf(area), rest = places.reduce((left, { sums }) => minus(left, sums), whole), own = input.areas.of(area)
  return { from, to, places: rest.times === 0 || own === null ? places : [...places, { area: { ...own, name: wallAnswerWords.rest[language] }, sums: rest }] }
}

const minus = (a: EventSums, b: EventSums): EventSums =>
  ({ times: a.times - b.times, people: a.people - b.people, responded: a.responded - b.responded, resolved: a.resolved - b.resolved, satisfied: a.satisfied - b.satisfied, toldTimes: a.toldTimes - b.toldTimes })

/** 诉求集中在哪: requests, and those settled of those of which that is told. */
export function requestPlaces(ask: BoardAsk): BoardBody {
  const rows = requestsByPlace(ask).places.map(({ area: { code, name, centre }, sums }) => wallRow({
    id: code, name, value: sums.times, second: { value: sums.resolved, of: sums.toldTimes }, areas: [code], position: centre && [centre[0], centre[1]],
  }))
  return { kind: 'bars', rows, why: rows.length === 0 ? 'none' : null }
}
