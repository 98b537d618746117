import { areaRow, byArea, nothing, total } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register } from '../register.ts'
import type { Firm } from '../twoNew/firm.ts'
import { waitingFirms } from '../twoNew/lists.ts'
import { twoNewOf } from '../twoNew/ofInput.ts'

/** 53 党建指导员: posts by community, whom they look after, who waits for one, and for how many more there is room. */
export const instructors: Register = (input) => {
  const desks = input.rows('instructor')
  if (desks.length === 0) return nothing
  const { firms, least } = twoNewOf(input)
  const waiting = waitingFirms(firms, least)
  const looked = firms.filter(({ exclusion, organisation }) => exclusion === null && (organisation.instructor !== null || organisation.work === 'instructor'))
  const desksAt = byArea(input, desks), waitingAt = grouped(waiting, ({ community }) => community), lookedAt = grouped(looked, ({ community }) => community)
  const of = (some: readonly Firm[] | undefined, kind: 'enterprise' | 'socialOrganisation'): number => (some ?? []).filter(({ organisation }) => organisation.kind === kind).length
  const communities = input.areas.at('community')
  const rows = communities.map((community) => {
    const own = desksAt(community.code), posts = total(own, ({ fields }) => fields.count), wait = waitingAt.get(community.code)?.length ?? 0, here = lookedAt.get(community.code)
    return areaRow(community, [community.code, posts, of(here, 'enterprise'), of(here, 'socialOrganisation'), wait, total(own, ({ fields }) => fields.room), wait === 0 ? 'done' : posts > 0 ? 'partial' : 'missing'])
  })
  const having = rows.filter(({ cells }) => Number(cells[1]) > 0).length
  const posts = total(desks, ({ fields }) => fields.count), room = total(desks, ({ fields }) => fields.room)
  return {
    headlines: [
      { code: 'posts', value: posts, of: null, kind: 'count' }, { code: 'communitiesWith', value: having, of: communities.length, kind: 'count' }, { code: 'firms', value: of(looked, 'enterprise'), of: null, kind: 'count' }, { code: 'societies', value: of(looked, 'socialOrganisation'), of: null, kind: 'count' },
      { code: 'waiting', value: waiting.length, of: null, kind: 'count' }, { code: 'room', value: room, of: null, kind: 'count' },
    ],
    columns: [{ code: 'community', kind: 'area' }, { code: 'posts', kind: 'count' }, { code: 'firms', kind: 'count' }, { code: 'societies', kind: 'count' }, { code: 'waiting', kind: 'count' }, { code: 'room', kind: 'count' }, { code: 'state', kind: 'state' }],
    rows: rows.toSorted((a, b) => Number(b.cells[4]) - Number(a.cells[4]) || (a.id < b.id ? -1 : 1)),
    map: { kind: 'areas', level: 'community', column: 'waiting', worse: 'high' },
    answer: { posts, having, communities: communities.length, firms: of(looked, 'enterprise'), societies: of(looked, 'socialOrganisation'), waiting: waiting.length, room },
    atoms: [],
  }
}
