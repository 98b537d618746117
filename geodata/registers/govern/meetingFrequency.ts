import { namesOf, nothing, percentOf, shareOf } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register } from '../register.ts'
import { stateOrder, yearOf } from '../yearly.ts'
import { meetingRecord, perYearOf } from './meetings.ts'

const kinds = ['committee', 'greatCommittee', 'briefing'] as const

/** 14 会议频次: committee, great committee and briefing of every community, month by month, against so many a year, prorated to the day. Kinds that nobody ever recorded are left out. */
export const meetingFrequency: Register = (input) => {
  const all = input.ever('meeting').filter(({ fields }) => fields.day <= input.day)
  const recorded = kinds.filter((kind) => perYearOf(input, kind) > 0 && all.some(({ fields }) => fields.kind === kind))
  const communities = input.areas.at('community')
  if (recorded.length === 0 || communities.length === 0) return nothing
  const meetings = grouped(all, ({ area }) => area ?? '')
  const records = communities.flatMap((community) => recorded.map((kind) => ({ community, record: meetingRecord(input, meetings.get(community.code) ?? [], community.code, kind) })))
  const late = records.filter(({ record }) => record.state === 'late')
  const sum = (code: string, of: 'held' | 'expected'): number => records.filter(({ community }) => community.code === code).reduce((before, { record }) => before + (of === 'held' ? Math.min(record.held, record.expected) : record.expected), 0)
  const missing = (code: string): number => sum(code, 'expected') - sum(code, 'held')
  return {
    headlines: [{ code: 'behind', value: late.length, of: records.length, kind: 'count' }, { code: 'behindShare', value: shareOf(late.length, records.length), of: null, kind: 'share' }],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'meetingKind', kind: 'text', choice: 'meeting.kind' }, { code: 'held', kind: 'count' }, { code: 'expected', kind: 'count' }, { code: 'perYear', kind: 'count' }, { code: 'last', kind: 'day' }, { code: 'due', kind: 'day' },
      ...Array.from({ length: 12 }, (_, i) => ({ code: `month${i + 1}`, kind: 'count' }) as const), { code: 'state', kind: 'state' },
    ],
    rows: records.toSorted((a, b) => stateOrder[a.record.state] - stateOrder[b.record.state] || b.record.expected - b.record.held - (a.record.expected - a.record.held) || (a.community.code < b.community.code ? -1 : 1))
      .map(({ community, record }) => ({ id: `${community.code} ${record.kind}`, opens: 'area', area: community.code, position: null, cells: [community.code, record.kind, record.held, record.expected, record.perYear, record.last, record.due, ...record.months, record.state] })),
    map: { kind: 'areas', level: 'community', column: 'heldShare', worse: 'low', values: Object.fromEntries(communities.map(({ code }) => [code, shareOf(sum(code, 'held'), sum(code, 'expected'))])) },
    answer: { year: yearOf(input.day), records: records.length, late: late.length, percent: percentOf(late.length, records.length), communities: new Set(late.map(({ community }) => community.code)).size, places: namesOf(communities.filter((one) => late.some(({ community }) => community === one)).toSorted((a, b) => missing(b.code) - missing(a.code))) },
    atoms: [],
  }
}
