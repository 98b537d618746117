import { sheetCodes, sheets } from '../../model/sheets/all.ts'
import { registerGroups } from '../../model/sheets/field.ts'
import { nothing, shareOf } from '../areas.ts'
import type { Register, Row } from '../register.ts'

/** 63 五共: how far each of the five headings is kept: kinds of rows in use, rows, and communities that have any. */
export const fiveTogether: Register = (input) => {
  const communities = input.areas.at('community')
  const rows = registerGroups.map((group): Row => {
    const own = sheetCodes.filter((code) => sheets[code].group === group).map((code) => input.rows(code))
    const reached = new Set(own.flatMap((list) => list.flatMap(({ area }) => (area === null ? [] : (input.areas.above(area, 'community')?.code ?? [])))))
    const count = own.reduce((sum, list) => sum + list.length, 0)
    return { id: group, opens: null, area: null, position: null, cells: [group, own.filter((list) => list.length > 0).length, count, reached.size, shareOf(reached.size, communities.length)] }
  })
  if (rows.every(({ cells }) => cells[2] === 0)) return nothing
  return {
    headlines: rows.map(({ id, cells }) => ({ code: id, value: Number(cells[3]), of: communities.length, kind: 'count' })),
    columns: [{ code: 'group', kind: 'text', choice: 'register.group' }, { code: 'sheets', kind: 'count' }, { code: 'entries', kind: 'count' }, { code: 'communitiesWith', kind: 'count' }, { code: 'communitiesShare', kind: 'share' }],
    rows, map: null, answer: { communities: communities.length, ...Object.fromEntries(rows.map(({ id, cells }) => [id, Number(cells[3])])) }, atoms: [],
  }
}
