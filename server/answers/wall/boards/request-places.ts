import { yearOfEvents } from '../../../../geodata/registers/act/yearOfEvents.ts'
import { wallAnswerWords } from '../../../../geodata/words/wallBoards.ts'
import type { EventSums } from '../../../../geodata/registers/events.ts'
import type { RegisterArea } from '../../../../geodata/registers/register.ts'
import { areaLevels } from '../../../../geodata/model/area.ts'
import type { BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'

export type RequestPlace = { area: Pick<RegisterArea, 'code' | 'name' | 'centre'>; sums: EventSums }

/** Requests of the twelve months by community, and inside one by grid; what stands in none of these is a row of its own, so that all rows are all requests. */
export function requestsByPlace({ open: { city: { areas } }, input, area, level, language }: BoardAsk): { from: string; to: string; places: RequestPlace[] } {
  const { from, to } = yearOfEvents(input, 'request')
  const isFine = area !== null && areaLevels.indexOf(level) >= areaLevels.indexOf('community')
  const sumOf = (code: string): EventSums => input.events.sum('request', code, from, to)
  const places = input.areas.at(isFine ? 'grid' : 'community').map((one): RequestPlace => ({ area: one, sums: sumOf(one.code) })).filter(({ sums }) => sums.times > 0)
  const tops = area === null ? areas.codes.filter((_, at) => areas.parents[at] < 0 && areaLevels[areas.levels[at]] !== 'estate') : [area]
  const rest = places.reduce((left, { sums }) => plus(left, sums, -1), tops.map(sumOf).reduce((sum, part) => plus(sum, part, 1), noEvents))
  if (rest.times === 0) return { from, to, places }
  return { from, to, places: [...places, { area: { code: area ?? 'rest', name: wallAnswerWords.rest[language], centre: area === null ? null : (input.areas.of(area)?.centre ?? null) }, sums: rest }] }
}

const noEvents: EventSums = { times: 0, people: 0, responded: 0, resolved: 0, satisfied: 0, toldTimes: 0, respondedTimes: 0, satisfiedTimes: 0 }
const plus = (a: EventSums, b: EventSums, sign: 1 | -1): EventSums => ({
  times: a.times + sign * b.times, people: a.people + sign * b.people, responded: a.responded + sign * b.responded, resolved: a.resolved + sign * b.resolved, satisfied: a.satisfied + sign * b.satisfied, toldTimes: a.toldTimes + sign * b.toldTimes,
  respondedTimes: a.respondedTimes + sign * b.respondedTimes, satisfiedTimes: a.satisfiedTimes + sign * b.satisfiedTimes,
})

/** 诉求集中在哪: requests, and those settled of those of which that is told. */
export function requestPlaces(ask: BoardAsk): BoardBody {
  const rows = requestsByPlace(ask).places.map(({ area: { code, name, centre }, sums }) => wallRow({
    id: code, name, value: sums.times, second: { value: sums.resolved, of: sums.toldTimes }, areas: code === 'rest' ? [] : [code], position: centre && [centre[0], centre[1]],
  }))
  return { kind: 'bars', rows, why: rows.length === 0 ? 'none' : null }
}
