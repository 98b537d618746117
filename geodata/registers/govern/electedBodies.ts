import type { RegisterState } from '../../model/register.ts'
import { entryRow, namesOf, nothing } from '../areas.ts'
import type { Register } from '../register.ts'
import { stateOrder } from '../yearly.ts'

const kinds = ['residentsCommittee', 'residentsAssembly', 'residentGroup'] as const

/** 79 居委会选举等: elected bodies of every community: there or not, and until when their term runs. late: the term is over. */
export const electedBodies: Register = (input) => {
  const bodies = input.rows('body').filter(({ fields }) => kinds.some((kind) => kind === fields.kind))
  if (bodies.length === 0) return nothing
  const rows = bodies.map((body) => {
    const { present, termEnd } = body.fields
    const state: RegisterState = !present ? 'missing' : termEnd !== null && termEnd <= input.day ? 'late' : 'done'
    return { body, state, row: entryRow(body, [body.area, body.fields.kind, present, termEnd, state]) }
  })
  const of = (state: RegisterState): typeof rows => rows.filter((row) => row.state === state)
  const placesOf = (state: RegisterState): string | null => namesOf([...new Set(of(state).flatMap(({ body }) => body.area ?? []))].flatMap((code) => input.areas.of(code) ?? []))
  return {
    headlines: [{ code: 'inTerm', value: of('done').length, of: rows.length, kind: 'count' }, { code: 'termOver', value: of('late').length, of: rows.length, kind: 'count' }, { code: 'absent', value: of('missing').length, of: rows.length, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, { code: 'body', kind: 'text', choice: 'body.kind' }, { code: 'isThere', kind: 'text' }, { code: 'termEnd', kind: 'day' }, { code: 'state', kind: 'state' }],
    rows: rows.toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state] || ((a.body.fields.termEnd ?? '9') < (b.body.fields.termEnd ?? '9') ? -1 : 1)).map(({ row }) => row),
    map: { kind: 'areas', level: 'community', column: 'termOver', worse: 'high', values: Object.fromEntries(input.areas.at('community').map(({ code }) => [code, of('late').filter(({ body }) => body.area === code).length])) },
    answer: { bodies: rows.length, late: of('late').length, missing: of('missing').length, places: placesOf('late'), absentIn: placesOf('missing') },
    atoms: [],
  }
}
