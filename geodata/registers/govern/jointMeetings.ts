import { namesOf, nothing, shareOf } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, RegisterArea } from '../register.ts'
import { stateOrder } from '../yearly.ts'
import { meetingRecord } from './meetings.ts'

/** 13 党建联席会: joint meetings of communities, streets and districts in the year so far, against the rule. Every community is asked; of the levels above those that ever recorded one. */
export const jointMeetings: Register = (input) => {
  const meetings = grouped(input.ever('meeting').filter(({ fields }) => fields.kind === 'joint' && fields.day <= input.day), ({ area }) => area ?? '')
  if (meetings.size === 0) return nothing
  const above = (['district', 'street'] as const).flatMap((level) => input.areas.at(level).filter(({ code }) => meetings.has(code)))
  const asked: RegisterArea[] = [...above, ...input.areas.at('community')]
  const records = asked.map((area) => ({ area, record: meetingRecord(input, meetings.get(area.code) ?? [], area.code, 'joint') }))
  const late = records.filter(({ record }) => record.state === 'late')
  const held = records.reduce((sum, { record }) => sum + record.held, 0), expected = records.reduce((sum, { record }) => sum + record.expected, 0)
  return {
    headlines: [{ code: 'behind', value: late.length, of: records.length, kind: 'count' }, { code: 'held', value: held, of: expected, kind: 'count' }],
    columns: [
      { code: 'area', kind: 'area' }, { code: 'level', kind: 'text', choice: 'partyOrganisation.tier' }, { code: 'held', kind: 'count' }, { code: 'expected', kind: 'count' }, { code: 'perYear', kind: 'count' },
      { code: 'last', kind: 'day' }, { code: 'due', kind: 'day' }, { code: 'state', kind: 'state' },
    ],
    rows: records.toSorted((a, b) => stateOrder[a.record.state] - stateOrder[b.record.state] || (a.area.code < b.area.code ? -1 : 1))
      .map(({ area, record }) => ({ id: area.code, opens: 'area', area: area.code, position: null, cells: [area.code, area.level, record.held, record.expected, record.perYear, record.last, record.due, record.state] })),
    map: { kind: 'areas', level: 'community', column: 'heldShare', worse: 'low', values: Object.fromEntries(records.filter(({ area }) => area.level === 'community').map(({ area, record }) => [area.code, shareOf(Math.min(record.held, record.expected), record.expected)])) },
    answer: { areas: records.length, late: late.length, held, expected, places: namesOf(late.map(({ area }) => area)) },
    atoms: [],
  }
}
