import type { RegisterState } from '../../model/register.ts'
import { entryRow, namesOf, nothing } from '../areas.ts'
import type { Register } from '../register.ts'

const kinds = ['shareCooperative', 'managementCommittee', 'propertyCompany'] as const

/** 80 安置社区的机构: share cooperatives of the former villages, the management committee and the property company. */
export const resettlementBodies: Register = (input) => {
  const bodies = input.rows('body').filter(({ fields }) => kinds.some((kind) => kind === fields.kind))
  if (bodies.length === 0) return nothing
  const present = bodies.filter(({ fields }) => fields.present)
  const count = (kind: string): number => present.filter(({ fields }) => fields.kind === kind).length
  const places = [...new Set(present.flatMap(({ area }) => area ?? []))].flatMap((code) => input.areas.of(code) ?? [])
  return {
    headlines: kinds.map((code) => ({ code, value: count(code), of: bodies.filter(({ fields }) => fields.kind === code).length, kind: 'count' })),
    columns: [{ code: 'community', kind: 'area' }, { code: 'body', kind: 'text', choice: 'body.kind' }, { code: 'name', kind: 'text' }, { code: 'required', kind: 'count' }, { code: 'filled', kind: 'count' }, { code: 'termEnd', kind: 'day' }, { code: 'state', kind: 'state' }],
    rows: bodies.toSorted((a, b) => (a.area === b.area ? kindAt(a) - kindAt(b) || (a.id < b.id ? -1 : 1) : (a.area ?? '') < (b.area ?? '') ? -1 : 1)).map((body) => {
      const { fields } = body
      const state: RegisterState = fields.present ? 'done' : 'missing'
      return entryRow(body, [body.area, fields.kind, body.name, fields.postsRequired, fields.postsFilled, fields.termEnd, state])
    }),
    map: null, answer: { communities: places.length, ...Object.fromEntries(kinds.map((kind) => [kind, count(kind)])), places: namesOf(places) }, atoms: [],
  }
  function kindAt({ fields }: (typeof bodies)[number]): number {
    return kinds.findIndex((kind) => kind === fields.kind)
  }
}
