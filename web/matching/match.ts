import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { matching } from '../../geodata/contract/tasks.ts'
import type { OverlayContent, OverlaySign } from '../map/overlay/shapes.ts'

export type MatchAnswer = AnswerOf<typeof matching>
export type MatchItem = MatchAnswer['items'][number]
export type MatchPair = MatchAnswer['pairs'][number]
export type MatchClaim = MatchAnswer['claims'][number]
export const claimStates = ['suggested', 'claimed', 'accepted', 'done', 'withdrawn'] as const
export type ClaimState = (typeof claimStates)[number]

export const stateOf = (claim: MatchClaim): ClaimState => claimStates.find((state) => state === claim.entry.fields['state']) ?? 'suggested'
/** What may follow: a claim is accepted and done, or withdrawn on the way. */
export const nextClaims: Readonly<Record<ClaimState, readonly ClaimState[]>> = { suggested: ['claimed', 'withdrawn'], claimed: ['accepted', 'withdrawn'], accepted: ['done', 'withdrawn'], done: ['accepted'], withdrawn: ['claimed'] }
const standing: readonly ClaimState[] = ['claimed', 'accepted', 'done']

export const pairId = (pair: Pick<MatchPair, 'need' | 'resource'>): string => `${pair.need}~${pair.resource}`

/** The claim that stands on an item, from either side; null: it is free. */
export const claimOn = (answer: MatchAnswer, item: string): MatchClaim | null =>
  answer.claims.find((claim) => standing.includes(stateOf(claim)) && (claim.entry.fields['item'] === item || claim.entry.fields['resource'] === item)) ?? null

/** Items of a list, those nobody has taken first. */
export const listed = (answer: MatchAnswer, list: MatchItem['list']): MatchItem[] =>
  answer.items.filter((item) => item.list === list).toSorted((one, other) => Number(claimOn(answer, one.id) !== null) - Number(claimOn(answer, other.id) !== null))

/** Pairs still to be made before those that were, each in the order of their rank. */
export const orderedPairs = (answer: MatchAnswer): MatchPair[] => answer.pairs.toSorted((one, other) => Number(one.claim !== null) - Number(other.claim !== null) || one.rank - other.rank)

/** Categories that occur, by how many items they have. */
export const kindsOf = (items: readonly MatchItem[]): string[] => {
  const counts = new Map<string, number>()
  for (const { category } of items) counts.set(category, (counts.get(category) ?? 0) + 1)
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([category]) => category)
}

export const signOf = (answer: MatchAnswer, item: MatchItem): OverlaySign => {
  if (item.list === 'resource') return 'resource'
  if (claimOn(answer, item.id)) return 'needTaken'
  return item.list === 'project' ? 'project' : 'need'
}

/** What stands on the map: every item, a curve for each pair, or only for the pairs of what is chosen. */
export const contentOf = (answer: MatchAnswer | null, pick: string | null, hovered: string | null): OverlayContent => {
  if (!answer) return {}
  const at = new Map(answer.items.flatMap((item) => (item.position ? [[item.id, item.position] as const] : [])))
  const picked = pick?.split('~') ?? []
  const wanted = answer.pairs.filter((pair) => (picked.length === 2 ? pairId(pair) === pick : picked.length === 1 && (pair.need === pick || pair.resource === pick)))
  const pairs = wanted.length > 0 ? wanted : orderedPairs(answer)
  return {
    places: answer.items.flatMap((item) => (item.position ? [{ id: item.id, name: item.name, position: item.position, sign: signOf(answer, item) }] : [])),
    threads: pairs.flatMap((pair) => {
      const from = at.get(pair.resource), to = at.get(pair.need)
      return from && to ? [{ id: pairId(pair), name: '', from, to, count: 1, suggested: pair.claim === null }] : []
    }),
    chosen: picked[0] ?? null, hovered: hovered?.split('~')[0] ?? null,
  }
}
