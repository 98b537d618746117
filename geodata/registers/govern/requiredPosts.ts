import type { RegisterState } from '../../model/register.ts'
import { byArea, entryRow, namesOf, nothing, shareOf, total } from '../areas.ts'
import type { Register } from '../register.ts'
import { stateOrder } from '../yearly.ts'

/** 18 社区组织架构: posts required and filled of every body that says how many it shall have. */
export const requiredPosts: Register = (input) => {
  const bodies = input.rows('body').filter(({ fields }) => fields.present && fields.postsRequired !== null)
  if (bodies.length === 0) return nothing
  const filledOf = ({ fields }: (typeof bodies)[number]): number => Math.min(fields.postsFilled ?? 0, fields.postsRequired ?? 0)
  const rows = bodies.map((body) => {
    const required = body.fields.postsRequired ?? 0, short = required - filledOf(body)
    const state: RegisterState = short === 0 ? 'done' : short === required ? 'missing' : 'partial'
    return { body, short, state, row: entryRow(body, [body.area, body.fields.kind, required, body.fields.postsFilled, short, state]) }
  })
  const required = total(bodies, ({ fields }) => fields.postsRequired), filled = total(bodies, filledOf), own = byArea(input, bodies)
  const communities = input.areas.at('community')
  const lacking = communities.filter(({ code }) => own(code).some((body) => filledOf(body) < (body.fields.postsRequired ?? 0)))
  return {
    headlines: [{ code: 'postsFilled', value: filled, of: required, kind: 'count' }, { code: 'communitiesFull', value: communities.filter(({ code }) => own(code).length > 0 && own(code).every((body) => filledOf(body) === body.fields.postsRequired)).length, of: communities.length, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, { code: 'body', kind: 'text', choice: 'body.kind' }, { code: 'required', kind: 'count' }, { code: 'filled', kind: 'count' }, { code: 'short', kind: 'count' }, { code: 'state', kind: 'state' }],
    rows: rows.toSorted((a, b) => b.short - a.short || stateOrder[a.state] - stateOrder[b.state] || (a.body.id < b.body.id ? -1 : 1)).map(({ row }) => row),
    map: { kind: 'areas', level: 'community', column: 'filledShare', worse: 'low', values: Object.fromEntries(communities.map(({ code }) => [code, shareOf(total(own(code), filledOf), total(own(code), ({ fields }) => fields.postsRequired))])) },
    answer: { required, filled, short: required - filled, communities: lacking.length, places: namesOf(lacking.toSorted((a, b) => shortIn(b.code) - shortIn(a.code)).slice(0, 3)) },
    atoms: [],
  }
  function shortIn(code: string): number {
    return total(own(code), (body) => (body.fields.postsRequired ?? 0) - filledOf(body))
  }
}
