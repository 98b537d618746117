import { describe, expect, it } from 'vitest'
import { claimOn, contentOf, kindsOf, listed, nextClaims, orderedPairs, pairId, signOf } from '../../../web/matching/match.ts'
import { claimAnswer, matchAnswer, matchItem } from '../tasks/answers.ts'

describe('needs and resources', () => {
  it('those nobody has taken come first', () => {
    expect(listed(matchAnswer(), 'need').map((item) => item.id)).toEqual(['n2', 'n1'])
    expect(listed(matchAnswer(), 'resource').map((item) => item.id)).toEqual(['r2', 'r1'])
    expect(orderedPairs(matchAnswer()).map(pairId)).toEqual(['n2~r2', 'n1~r1'])
  })
  it('a claim stands on both of its sides, and not once it is withdrawn', () => {
    expect([claimOn(matchAnswer(), 'n1')?.entry.id, claimOn(matchAnswer(), 'r1')?.entry.id, claimOn(matchAnswer(), 'n2')]).toEqual(['c1', 'c1', null])
    expect(claimOn(matchAnswer({ claims: [claimAnswer('c1', 'n1', 'r1', 'withdrawn')] }), 'n1')).toBeNull()
  })
  it('each has its sign', () => {
    const answer = matchAnswer()
    expect(answer.items.map((item) => signOf(answer, item))).toEqual(['needTaken', 'need', 'resource', 'resource', 'project'])
  })
  it('categories stand by how often they occur', () => expect(kindsOf([matchItem('a', 'need', { category: 'x' }), matchItem('b', 'need', { category: 'y' }), matchItem('c', 'need', { category: 'y' })])).toEqual(['y', 'x']))
  it('what is done or withdrawn can be taken up again', () => expect([nextClaims.done, nextClaims.withdrawn]).toEqual([['accepted'], ['claimed']]))
})

describe('on the map', () => {
  it('curves go from the resource to the need, dashed while only suggested', () => {
    const threads = contentOf(matchAnswer(), null, null).threads ?? []
    expect(threads.map((thread) => [thread.id, thread.suggested])).toEqual([['n2~r2', true], ['n1~r1', false]])
  })
  it('only the curves of what is chosen stay', () => {
    expect(contentOf(matchAnswer(), 'n1~r1', null).threads?.map((thread) => thread.id)).toEqual(['n1~r1'])
    expect(contentOf(matchAnswer(), 'r2', null).threads?.map((thread) => thread.id)).toEqual(['n2~r2'])
  })
  it('what has no place is not drawn', () => {
    const answer = matchAnswer({ items: [matchItem('n1', 'need', { position: null }), matchItem('r1', 'resource')] })
    expect([contentOf(answer, null, null).places?.length, contentOf(answer, null, null).threads]).toEqual([1, []])
  })
})
