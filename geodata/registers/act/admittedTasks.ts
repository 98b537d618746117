import type { RegisterState } from '../../model/register.ts'
import { byArea, entryRow } from '../areas.ts'
import { daysBetween } from '../days.ts'
import type { Register } from '../register.ts'

/** 70 减负准入: tasks of departments let into communities, refused, or in there beyond their time. */
export const admittedTasks: Register = (input) => {
  const tasks = input.rows('admittedTask').map((row) => ({ row, state: stateOf(row.fields, input.day) })).toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.row.id < b.row.id ? -1 : 1))
  const of = (state: RegisterState) => tasks.filter((task) => task.state === state)
  const inside = byArea(input, tasks.filter(({ state }) => state !== 'none').map(({ row }) => row))
  const counts = input.areas.at('community').map((community) => ({ community, tasks: inside(community.code).length }))
  const most = counts.toSorted((a, b) => b.tasks - a.tasks || (a.community.code < b.community.code ? -1 : 1)).at(0)
  return {
    headlines: [{ code: 'admitted', value: of('done').length + of('late').length, of: tasks.length, kind: 'count' }, { code: 'refused', value: of('none').length, of: tasks.length, kind: 'count' }, { code: 'expired', value: of('late').length, of: of('done').length + of('late').length, kind: 'count' }],
    columns: [{ code: 'task', kind: 'text' }, { code: 'department', kind: 'text' }, { code: 'community', kind: 'area' }, { code: 'admitted', kind: 'text' }, { code: 'until', kind: 'day' }, { code: 'daysOver', kind: 'days' }, { code: 'state', kind: 'state' }],
    rows: tasks.map(({ row, state }) => entryRow(row, [row.name, row.fields.department, row.area, row.fields.admitted, row.fields.until, state === 'late' && row.fields.until !== null ? daysBetween(row.fields.until, input.day) : null, state])),
    map: { kind: 'areas', level: 'community', column: 'admitted', worse: 'high', values: Object.fromEntries(counts.map(({ community, tasks: count }) => [community.code, count])) },
    answer: { asked: tasks.length, admitted: of('done').length + of('late').length, refused: of('none').length, expired: of('late').length, place: most && most.tasks > 0 ? most.community.name : null, most: most?.tasks ?? null, departments: departmentsOf(of('late').map(({ row }) => row.fields.department)) },
    atoms: [],
  }
}

/** Each once, who has most tasks first; null: none. */
function departmentsOf(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name).join('、') || null
}

const order: readonly RegisterState[] = ['late', 'done', 'none']

/** none: refused. late: admitted, and its time is over. */
function stateOf({ admitted, until }: { admitted: boolean; until: string | null }, day: string): RegisterState {
  if (!admitted) return 'none'
  return until !== null && until < day ? 'late' : 'done'
}
