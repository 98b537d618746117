import { byArea, entryRow, nothing, percentOf } from '../areas.ts'
import type { Register } from '../register.ts'
import { endOfYear, stateOrder, yearlyState, yearOf } from '../yearly.ts'

/** 25 双通报: notices between units and communities, both directions, each due by the end of its year: those of this year, and of earlier years those that never came. */
export const doubleNotices: Register = (input) => {
  const year = yearOf(input.day)
  const rows = input.rows('notice').flatMap((notice) => {
    const state = yearlyState(notice.fields.day, notice.fields.year, input.day)
    return notice.fields.year > year || (notice.fields.year < year && state === 'done') ? [] : [{ notice, state }]
  })
  if (rows.length === 0) return nothing
  const now = rows.filter(({ notice }) => notice.fields.year === year), done = now.filter(({ state }) => state === 'done'), late = rows.filter(({ state }) => state === 'late')
  const lateIn = byArea(input, late.map(({ notice }) => notice))
  const of = (direction: string): typeof now => now.filter(({ notice }) => notice.fields.direction === direction)
  return {
    headlines: [{ code: 'noticesDone', value: done.length, of: now.length, kind: 'count' }, { code: 'noticesLate', value: late.length, of: null, kind: 'count' }],
    columns: [{ code: 'unit', kind: 'text' }, { code: 'community', kind: 'area' }, { code: 'direction', kind: 'text', choice: 'notice.direction' }, { code: 'year', kind: 'count' }, { code: 'due', kind: 'day' }, { code: 'doneOn', kind: 'day' }, { code: 'state', kind: 'state' }],
    rows: rows.toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state] || a.notice.fields.year - b.notice.fields.year || (a.notice.id < b.notice.id ? -1 : 1))
      .map(({ notice, state }) => entryRow(notice, [notice.unit === null ? null : (input.unit(notice.unit)?.name ?? null), notice.area, notice.fields.direction, notice.fields.year, endOfYear(notice.fields.year), state === 'done' ? notice.fields.day : null, state])),
    map: { kind: 'areas', level: 'community', column: 'noticesLate', worse: 'high', values: Object.fromEntries(input.areas.at('community').map(({ code }) => [code, lateIn(code).length])) },
    answer: { year, all: now.length, done: done.length, percent: percentOf(done.length, now.length), late: late.length, toCommunity: of('unitToCommunity').filter(({ state }) => state === 'done').length, toUnit: of('communityToUnit').filter(({ state }) => state === 'done').length },
    atoms: [],
  }
}
