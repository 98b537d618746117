import type { QueryOf, Reader } from '../../geodata/contract/exchange.ts'
import type { gaps } from '../../geodata/contract/coverage.ts'
import { answerGaps } from '../../geodata/kernel/gaps.ts'
import type { GapAnswer } from '../../geodata/kernel/figures.ts'
import { reachedNearest } from '../../geodata/kernel/reached.ts'
import { overlaid } from '../../geodata/kernel/overlaid.ts'
import { gapReasons, type Question } from '../../geodata/model/question.ts'
import { kOf } from '../security/k.ts'
import { shownGaps, type ShownGaps } from '../security/shown-gaps.ts'
import { checkWithin } from '../security/visibility.ts'
import { momentOf, type Moment } from './hours/moment.ts'
import type { OpenCity } from './open-city.ts'
import { readQuestion } from './read-question.ts'

export type GapQuery = QueryOf<typeof gaps>
export type GapSort = NonNullable<GapQuery['sort']>

/** Gaps and the order they are listed in: positions in the columns of `answer`; what of them may be shown; by building, the nearest site that refuses, where that is a reason. */
export type GapList = { answer: GapAnswer; shown: ShownGaps; moment: Moment; order: Int32Array; key: string; refusing: Int32Array | null }

/** Lists kept for turning pages; a list of a large city is some megabytes. */
const keptLists = 8
const lists = new WeakMap<OpenCity, Map<string, GapList>>()

export async function gapList(open: OpenCity, query: GapQuery, reader: Reader): Promise<GapList> {
  const question = readQuestion(open, query)
  checkWithin(open, reader, question.area)
  const moment = await momentOf(open, question, query.asOf)
  const sort = query.sort ?? 'need'
  const key = JSON.stringify([question, sort, moment.day])
  const kept = lists.get(open) ?? new Map<string, GapList>()
  lists.set(open, kept)
  // Names decide one of the orders, so a corrected name makes a new list.
  const keptAs = `${open.versions.text} ${key}`
  const known = kept.get(keptAs)
  if (known) return known
  const list = await gapListOf(open, question, moment, sort, key)
  kept.set(keptAs, list)
  for (const oldest of kept.keys()) if (kept.size > keptLists) kept.delete(oldest)
  return list
}

/** Who is left out of a city that somebody has thought out, as well as of the one that stands. */
export async function gapListOf(open: OpenCity, question: Question, moment: Moment, sort: GapSort = 'need', key = ''): Promise<GapList> {
  const answer = answerGaps(open.city, moment.overlay, question, open.cache)
  const k = kOf(open.catalogue)
  const shown = shownGaps(overlaid(open.city, moment.overlay), answer, k)
  return { answer, shown, moment, order: await ordered(open, answer, shown, k, sort), key, refusing: nearestRefusing(open, answer, moment) }
}

/** Greatest first (names: first first); equal ones in dense order, so that the order is the same on every machine. */
async function ordered(open: OpenCity, answer: GapAnswer, { rows }: ShownGaps, k: number, sort: GapSort): Promise<Int32Array> {
  const order = Int32Array.from({ length: answer.count }, (_, i) => i)
  if (sort === 'name') {
    const names: string[] = []
    for (const building of answer.building) names.push((await open.names.buildingName(open.ids.at(building))) ?? '')
    const collator = new Intl.Collator('zh', { numeric: true })
    return order.sort((a, b) => collator.compare(names[a], names[b]) || a - b)
  }
  const worst = worstMiss(answer)
  // All that are hidden weigh alike, so that their place in the list does not tell how many they are.
  const residents = answer.residents.map((people, i) => (rows[i] === 'shown' ? people : k))
  const weights = Float64Array.from(order, (i) => weight(residents[i], answer.missesByMetres[i], sort, worst))
  return order.sort((a, b) => weights[b] - weights[a] || residents[b] - residents[a] || a - b)
}

/** Who cannot get there at all walks longer than anyone who can. */
const unreachable = 1e9

/** Residents x metres missed; who cannot get there at all counts as the one who misses by most, so that ten people off the network do not come before hundreds. */
function weight(residents: number, missed: number, sort: GapSort, worst: number): number {
  if (sort === 'residents') return residents
  if (sort === 'minutes') return Number.isNaN(missed) ? unreachable : Math.max(0, missed)
  return residents * (Number.isNaN(missed) ? worst : Math.max(0, missed))
}

/** The most that anyone who can get there misses by; the limit itself where nobody can. */
function worstMiss(answer: GapAnswer): number {
  let worst = 0
  for (const missed of answer.missesByMetres) if (missed > worst) worst = missed
  return worst || answer.limitMetres
}

/** The nearest site of all, by building, once some building is refused by one within the limit: there it is the one that refuses. */
function nearestRefusing(open: OpenCity, answer: GapAnswer, { overlay }: Moment): Int32Array | null {
  if (!answer.reason.includes(gapReasons.indexOf('notAdmitted'))) return null
  return reachedNearest(open.city, overlay, answer.question, 'any', open.cache).facility
}
