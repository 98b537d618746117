import type { QueryOf } from '../../geodata/contract/exchange.ts'
import type { gaps } from '../../geodata/contract/coverage.ts'
import { answerGaps } from '../../geodata/kernel/gaps.ts'
import type { GapAnswer } from '../../geodata/kernel/figures.ts'
import { emptyOverlay } from '../../geodata/model/overlay.ts'
import type { OpenCity } from './open-city.ts'
import { readQuestion } from './read-question.ts'

export type GapQuery = QueryOf<typeof gaps>
export type GapSort = NonNullable<GapQuery['sort']>

/** Gaps and the order they are listed in: positions in the columns of `answer`. */
export type GapList = { answer: GapAnswer; order: Int32Array; key: string }

/** Lists kept for turning pages; a list of a large city is some megabytes. */
const keptLists = 8
const lists = new WeakMap<OpenCity, Map<string, GapList>>()

export async function gapList(open: OpenCity, query: GapQuery): Promise<GapList> {
  const question = readQuestion(open, query)
  const sort = query.sort ?? 'need'
  const key = JSON.stringify([question, sort])
  const kept = lists.get(open) ?? new Map<string, GapList>()
  lists.set(open, kept)
  // Names decide one of the orders, so a corrected name makes a new list.
  const keptAs = `${open.versions.text} ${key}`
  const known = kept.get(keptAs)
  if (known) return known
  const answer = answerGaps(open.city, emptyOverlay, question, open.cache)
  const list = { answer, order: await ordered(open, answer, sort), key }
  kept.set(keptAs, list)
  for (const oldest of kept.keys()) if (kept.size > keptLists) kept.delete(oldest)
  return list
}

/** Greatest first (names: first first); equal ones in dense order, so that the order is the same on every machine. */
async function ordered(open: OpenCity, answer: GapAnswer, sort: GapSort): Promise<Int32Array> {
  const order = Int32Array.from({ length: answer.count }, (_, i) => i)
  if (sort === 'name') {
    const names: string[] = []
    for (const building of answer.building) names.push((await open.names.buildingName(open.ids.at(building))) ?? '')
    const collator = new Intl.Collator('zh', { numeric: true })
    return order.sort((a, b) => collator.compare(names[a], names[b]) || a - b)
  }
  const weights = Float64Array.from(order, (i) => weight(answer, i, sort))
  return order.sort((a, b) => weights[b] - weights[a] || answer.residents[b] - answer.residents[a] || a - b)
}

/** Who cannot get there at all misses by more than anyone who can. */
const unreachable = 1e9

function weight(answer: GapAnswer, i: number, sort: GapSort): number {
  if (sort === 'residents') return answer.residents[i]
  const missed = Number.isNaN(answer.missesByMetres[i]) ? unreachable : Math.max(0, answer.missesByMetres[i])
  return sort === 'minutes' ? missed : missed * answer.residents[i]
}
