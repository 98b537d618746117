import { areaRow, byArea, byNumber, nothing, percentOf, shareOf, total } from '../areas.ts'
import type { Register } from '../register.ts'
import { yearOf } from '../yearly.ts'

const items = ['majorItems', 'fundItems', 'jointItems', 'volunteerItems'] as const

/** 15 议题构成: what great committees met about in the year so far: the share of major matters among all recorded items. */
export const meetingItems: Register = (input) => {
  const year = yearOf(input.day)
  const meetings = input.rows('meeting').filter(({ fields }) => fields.kind === 'greatCommittee' && yearOf(fields.day) === year && fields.day <= input.day)
  if (meetings.length === 0) return nothing
  const own = byArea(input, meetings)
  const counts = (rows: readonly (typeof meetings)[number][]): number[] => items.map((item) => total(rows, ({ fields }) => fields[item]))
  const all = counts(meetings), sum = total(all, (count) => count)
  return {
    headlines: [{ code: 'majorItems', value: all[0], of: sum, kind: 'count' }, { code: 'meetings', value: meetings.length, of: null, kind: 'count' }],
    columns: [{ code: 'community', kind: 'area' }, { code: 'meetings', kind: 'count' }, ...items.map((code) => ({ code, kind: 'count' }) as const), { code: 'items', kind: 'count' }, { code: 'majorShare', kind: 'share' }],
    rows: input.areas.at('community').filter(({ code }) => own(code).length > 0).map((community) => {
      const parts = counts(own(community.code)), there = total(parts, (count) => count)
      return areaRow(community, [community.code, own(community.code).length, ...parts, there, shareOf(parts[0], there)])
    }).toSorted(byNumber(7)),
    map: null, answer: { year, meetings: meetings.length, items: sum, major: all[0], percent: percentOf(all[0], sum) }, atoms: [],
  }
}
