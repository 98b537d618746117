import type { Reader } from '../../../geodata/contract/exchange.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import type { WallNumberCode } from '../../../geodata/model/wall.ts'
import { yearOfEvents } from '../../../geodata/registers/act/yearOfEvents.ts'
import { leastForRate } from '../../../geodata/words/protection.ts'
import { isTold, viewOf, type View } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { eventTotals } from '../registers/event-totals.ts'
import { registerInput } from '../registers/register-input.ts'
import { monthsBetween } from '../registers/register-months.ts'
import { factsOf, type AreaSums } from './area-sums.ts'
import { notTold, type Counted, type CountedNumbers } from './figure.ts'
import { keptWith } from './kept.ts'
import { monthEnd, type WallMonths } from './months.ts'
import { eveningCategories, knownCategories, mealsKnown, reachOver, type Reach } from './reach.ts'
import { registerSums, type RegisterSums } from './registers.ts'

/** One area at the end of one day; '' = the whole city. */
export type AreaThen = { area: string | null; day: string; months: WallMonths }

/** The eight numbers of one area as this reader is told them. */
export async function numbersOf(open: OpenCity, then: AreaThen, reader: Reader): Promise<CountedNumbers> {
  const view = viewOf(open, reader, then.area)
  const reach = await reachOver(open, view.city, daysOf(open, then.months))
  const sums = await registerSums(open, then.day, reader)
  const known = { meals: await mealsKnown(open), evening: (await knownCategories(open, eveningCategories)).length > 0 }
  return { ...reached(open, view, reach.total, reach.on(then.day), then.area, known), ...registered(open, sums, then.area), requests: await requests(open, view, then, reader) }
}

/** Ends of all months there are, today the last. */
const daysOf = (open: OpenCity, months: WallMonths): string[] => monthsBetween(months).map((month) => monthEnd(open, month))

function reached(open: OpenCity, view: View, total: Reach, now: Reach, area: string | null, known: { meals: boolean; evening: boolean }): Pick<Record<WallNumberCode, Counted>, 'meals' | 'evening' | 'leftOut'> {
  const { areas } = open.city
  const at = area === null ? -1 : (areas.byCode.get(area) ?? -1), slot = at < 0 ? areas.count + 1 : at
  const isTo = (group: 'all' | '60plus'): boolean => isTold(open, view, group, at)
  const share = (group: 'all' | '60plus', part: Float64Array, whole: Float64Array, isKnown: boolean): Counted => {
    if (whole[slot] === 0 || !isKnown) return notTold('none', 0)
    return isTo(group) ? { value: part[slot], of: whole[slot], untold: 0, why: null, facts: [] } : notTold('few')
  }
  const persons = isTo('all') ? { value: total.persons[slot] - now.persons[slot], of: total.persons[slot] } : { value: null, of: null }
  return {
    meals: share('60plus', now.meals, total.meals, known.meals), evening: share('all', now.evening, total.evening, known.evening),
    leftOut: total.homes[slot] === 0 || !known.meals ? notTold('none', 0) : { value: total.homes[slot] - now.homes[slot], of: total.homes[slot], untold: 0, why: null, facts: [{ code: 'persons', ...persons }] },
  }
}

const gridLevel = areaLevels.indexOf('grid')
const isGrid = ({ city: { areas } }: OpenCity, area: string | null): boolean => area !== null && areas.levels[areas.byCode.get(area) ?? -1] === gridLevel

function registered(open: OpenCity, sums: RegisterSums, area: string | null): Pick<Record<WallNumberCode, Counted>, 'rooms' | 'opened' | 'twoNew' | 'vacant'> {
  const of = (all: AreaSums): Counted => {
    if (isGrid(open, area)) return notTold('level')
    const sum = all.get(area ?? '')
    if (!sum || sum.of === 0) return notTold('none', sum?.untold ?? 0, sum ? factsOf(sum) : [])
    return { value: sum.value, of: sum.of, untold: sum.untold, why: null, facts: factsOf(sum) }
  }
  return { rooms: of(sums.rooms), opened: of(sums.opened), twoNew: of(sums.twoNew), vacant: of(sums.vacant) }
}

/** Months a rate of requests is taken over, by day. */
const years = keptWith<{ from: string; to: string }>(26)

/** Of the requests of twelve months of which it is told: those resolved. */
async function requests(open: OpenCity, view: View, { area, day }: AreaThen, reader: Reader): Promise<Counted> {
  if (isGrid(open, area)) return notTold('level')
  const { from, to } = await years(open, day, async () => yearOfEvents(await registerInput(open, { area: null, day }, reader), 'request'))
  const { areas } = open.city
  const totals = await eventTotals(open, view.shield !== null)
  const codes = area === null ? areas.codes.filter((_, at) => areas.parents[at] < 0 && areaLevels[areas.levels[at]] !== 'estate') : [area]
  const sum = { times: 0, responded: 0, resolved: 0, satisfied: 0, toldTimes: 0, respondedTimes: 0, satisfiedTimes: 0 }
  for (const code of codes) {
    const part = totals.sum('request', code, from, to)
    for (const name of ['times', 'responded', 'resolved', 'satisfied', 'toldTimes', 'respondedTimes', 'satisfiedTimes'] as const) sum[name] += part[name]
  }
  if (sum.toldTimes === 0) return notTold('none', 0)
  if (sum.toldTimes < leastForRate) return notTold('few')
  return { value: sum.resolved, of: sum.toldTimes, untold: 0, why: null, facts: [{ code: 'responded', value: sum.responded, of: sum.respondedTimes }, ...(sum.satisfiedTimes > 0 ? [{ code: 'satisfied', value: sum.satisfied, of: sum.satisfiedTimes }] : [])] }
}
