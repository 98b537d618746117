import type { Reader } from '../../geodata/contract/exchange.ts'
import { homeKinds } from '../../geodata/kernel/home.ts'
import { answerStates, stateIndex } from '../../geodata/kernel/states.ts'
import { areaLevels } from '../../geodata/model/area.ts'
import { profileCodes, metrics } from '../../geodata/model/catalogue.ts'
import { groups, type Group } from '../../geodata/model/facility.ts'
import { emptyOverlay } from '../../geodata/model/overlay.ts'
import { coverageAnswer } from '../../server/answers/coverage.ts'
import { momentOf } from '../../server/answers/hours/moment.ts'
import type { OpenCity } from '../../server/answers/open-city.ts'
import { readQuestion, type QuestionQuery } from '../../server/answers/read-question.ts'
import { listedLimits } from '../../server/security/visibility.ts'
import { setKey, type Region } from './attack.ts'

export type Figure = Group | 'households'
export const figures: readonly Figure[] = [...groups, 'households']

/** By figure and part of the city, what was told of it. Parts are those that figures of areas cut the city into: each told area without the told areas inside it. */
export type Observed = Map<string, Region>

/** Every question a reader without free limits may ask: all categories, limits of the catalogue, metrics, profiles and groups, and of several hours; each answer lists all areas. */
export function* allowedQuestions(open: OpenCity): Iterable<QuestionQuery> {
  for (const { code } of open.catalogue.categories) {
    const { minutes, metres } = listedLimits(open, code)
    const limits = [{}, ...minutes.map((one) => ({ minutes: one })), ...metres.map((one) => ({ metres: one }))]
    for (const limit of limits) for (const metric of metrics) for (const profile of profileCodes) for (const group of groups) yield { category: code, ...limit, metric, profile, group }
    // The clock tells what these tell, half hour by half hour.
    for (const at of hours) for (const group of groups) yield { category: code, metric: 'network', profile: 'planning', group, at }
  }
}

/** Early, at noon and late on a workday, and on days when few are open, so that sets differ by few sites. */
const hours = ['2026-02-11T07:30:00+08:00', '2026-02-11T11:30:00+08:00', '2026-02-11T17:00:00+08:00', '2026-02-11T18:30:00+08:00', '2026-02-14T11:30:00+08:00', '2026-02-17T11:30:00+08:00', '2026-02-28T13:30:00+08:00']

/** Asks all of them, and of every area by name, and sorts what is told into parts. */
export async function observe(open: OpenCity, reader: Reader): Promise<Observed> {
  const observed = new Map<string, { members: number[]; sums: Map<string, number> }>()
  const cuts = new Map<Figure, Cut>()
  const put = (figure: Figure, isIn: (building: number) => boolean, told: ReadonlyMap<number, number | null>): void => {
    const cut = cuts.get(figure) ?? cutBy(open, told)
    cuts.set(figure, cut)
    for (const [area, { members, inside }] of cut) {
      const own = told.get(area)
      if (own === null || own === undefined || members.length === 0) continue
      const sum = inside.reduce((rest, part) => rest - (told.get(part) ?? 0), own)
      const key = `${figure} ${area}`
      const region = observed.get(key) ?? { members, sums: new Map<string, number>() }
      observed.set(key, region)
      const set = setKey(members.map(isIn))
      const known = region.sums.get(set)
      if (known !== undefined && known !== sum) throw new Error(`${key}: told ${known} and ${sum} of the same buildings`)
      region.sums.set(set, sum)
    }
  }
  for (const query of allowedQuestions(open)) {
    const answer = await coverageAnswer(open, query, reader, 'zh')
    const question = readQuestion(open, query)
    const { overlay } = await momentOf(open, question, undefined)
    const states = answerStates(open.city, overlay, question, open.cache)
    const covered = (building: number): boolean => states[building] === stateIndex.covered
    const rows = [{ code: null, residents: answer.residents, households: answer.households }, ...answer.byArea]
    const told = (pick: (row: (typeof rows)[number]) => number | null): Map<number, number | null> => new Map(rows.map((row) => [areaOf(open, row.code), pick(row)]))
    put(query.group ?? 'all', covered, told((row) => row.residents.covered))
    put('households', covered, told((row) => row.households.covered))
    // Totals are the same for every category; one of them shows it.
    if (query.category !== open.catalogue.categories[0].code) continue
    put(query.group ?? 'all', () => true, told((row) => row.residents.total))
    put('households', () => true, told((row) => row.households.total))
  }
  await observeStates(open, reader, [...(cuts.get('all')?.keys() ?? [])], put)
  return new Map([...observed].map(([key, { members, sums }]) => [key, { buildings: members, sums }]))
}

/** How many are just beyond, and how many are left out, of each area by name. */
async function observeStates(open: OpenCity, reader: Reader, told: readonly number[], put: (figure: Figure, isIn: (building: number) => boolean, told: ReadonlyMap<number, number | null>) => void): Promise<void> {
  for (const { code: category } of open.catalogue.categories) {
    const states = answerStates(open.city, emptyOverlay, readQuestion(open, { category, group: 'all' }), open.cache)
    const byState = new Map<number, Map<number, number | null>>()
    for (const area of told) {
      const code = area < open.city.areas.count ? open.city.areas.codes[area] : undefined
      if (area === open.city.areas.count) continue
      const answer = await coverageAnswer(open, { category, group: 'all', ...(code !== undefined && { area: code }) }, reader, 'zh')
      answer.states.forEach((row, state) => byState.set(state, (byState.get(state) ?? new Map<number, number | null>()).set(area, row.residents)))
    }
    for (const [state, residents] of byState) put('all', (building) => states[building] === state, residents)
  }
}

type Cut = Map<number, { members: number[]; inside: number[] }>

/** areas.count = outside every area, + 1 = the whole city. Told areas with their own homes, and the told areas right inside them. */
function cutBy({ city }: OpenCity, told: ReadonlyMap<number, number | null>): Cut {
  const { areas, buildings } = city
  const whole = areas.count + 1
  const isTold = (area: number): boolean => (told.get(area) ?? null) !== null && areaLevels[areas.levels[area]] !== 'estate'
  const above = (area: number): number => (area < areas.count && areas.parents[area] >= 0 ? areas.parents[area] : whole)
  const toldAbove = (area: number): number => {
    let at = area
    while (at !== whole && !isTold(at)) at = above(at)
    return at
  }
  const cut: Cut = new Map([...told.keys()].filter(isTold).map((area) => [area, { members: [], inside: [] }]))
  for (const area of cut.keys()) if (area !== whole) cut.get(toldAbove(above(area)))?.inside.push(area)
  for (let i = 0; i < buildings.count; i++) if (buildings.kind[i] === homeKinds.home) cut.get(toldAbove(buildings.area[i]))?.members.push(i)
  return cut
}

function areaOf({ city: { areas } }: OpenCity, code: string | null): number {
  if (code === null) return areas.count + 1
  return areas.byCode.get(code) ?? areas.count
}

