import { percentOf, total } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { statusState } from './status.ts'

/** 39 村级综合服务平台: planned, under way and done by year. The denominator is the villages and communities of the register of places; without that register there is none. */
export const villagePlatforms: Register = (input) => {
  const rows = input.rows('programme').filter(({ fields }) => fields.kind === 'villagePlatform').toSorted((a, b) => a.fields.year - b.fields.year || (a.id < b.id ? -1 : 1))
  const count = (status: 'planned' | 'building' | 'done'): number => total(rows, ({ fields }) => (fields.status === status ? (fields.count ?? 1) : 0))
  const places = input.rows('placeRegister').filter(({ fields }) => fields.level === 'village' || fields.level === 'community').length
  const done = count('done'), of = places === 0 ? null : places
  const years = rows.flatMap(({ fields }) => (fields.status === 'done' ? [fields.year] : []))
  return {
    headlines: [{ code: 'done', value: done, of, kind: 'count' }, { code: 'underway', value: count('building'), of, kind: 'count' }, { code: 'planned', value: count('planned'), of, kind: 'count' }],
    columns: [
      { code: 'name', kind: 'text' }, { code: 'area', kind: 'area' }, { code: 'year', kind: 'count' }, { code: 'status', kind: 'text', choice: 'programme.status' }, { code: 'platforms', kind: 'count' }, { code: 'renovated', kind: 'text' },
      { code: 'squareMetres', kind: 'squareMetres' }, { code: 'yuan', kind: 'yuan' }, { code: 'state', kind: 'state' },
    ],
    rows: rows.map(({ id, name, area, position, fields }): Row => ({
      id, opens: 'entry', area, position, cells: [name, area, fields.year, fields.status, fields.count ?? 1, fields.renovated, fields.squareMetres, fields.yuan, statusState(fields.status)],
    })),
    map: { kind: 'points', column: 'status' },
    answer: { done, underway: count('building'), planned: count('planned'), from: years.length === 0 ? null : Math.min(...years), to: years.length === 0 ? null : Math.max(...years), places: of, share: of === null ? null : percentOf(done, of) },
    atoms: [],
  }
}
