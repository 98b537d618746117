import { total } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { statusState } from './status.ts'

const statuses = ['done', 'building', 'planned'] as const

/** 45 安置小区建设: floor area built, under way and planned. */
export const estateBuilding: Register = (input) => {
  const rows = input.rows('programme').filter(({ fields }) => fields.kind === 'estate').toSorted((a, b) => statuses.indexOf(a.fields.status) - statuses.indexOf(b.fields.status) || (a.id < b.id ? -1 : 1))
  const size = (status: (typeof statuses)[number]): number => total(rows, ({ fields }) => (fields.status === status ? fields.squareMetres : 0))
  const all = total(rows, ({ fields }) => fields.squareMetres), yuan = total(rows, ({ fields }) => fields.yuan)
  return {
    headlines: [...statuses.map((status) => ({ code: status, value: size(status), of: all, kind: 'squareMetres' as const })), { code: 'yuan', value: yuan, of: null, kind: 'yuan' }],
    columns: [{ code: 'name', kind: 'text' }, { code: 'area', kind: 'area' }, { code: 'status', kind: 'text', choice: 'programme.status' }, { code: 'year', kind: 'count' }, { code: 'squareMetres', kind: 'squareMetres' }, { code: 'yuan', kind: 'yuan' }, { code: 'state', kind: 'state' }],
    rows: rows.map(({ id, name, area, position, fields }): Row => ({ id, opens: 'entry', area, position, cells: [name, area, fields.status, fields.year, fields.squareMetres, fields.yuan, statusState(fields.status)] })),
    map: { kind: 'points', column: 'status' },
    answer: { done: size('done'), building: size('building'), planned: size('planned'), yuan },
    atoms: [],
  }
}
