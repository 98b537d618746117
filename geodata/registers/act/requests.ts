import { areaRow, namesOf } from '../areas.ts'
import type { Register } from '../register.ts'
import { openOf, percentRate, rateOf, yearOfEvents } from './yearOfEvents.ts'

/** 42 群众诉求: 响应率, 解决率 and 满意率, each of the requests of twelve months; the lowest rate of settlement first. */
export const requests: Register = (input) => {
  const { from, to, whole, areas } = yearOfEvents(input, 'request')
  const rows = areas.map((one) => ({ ...one, resolved: rateOf(one.sums.resolved, one.sums.toldTimes) })).toSorted((a, b) => (a.resolved ?? 2) - (b.resolved ?? 2) || (a.area.code < b.area.code ? -1 : 1))
  const worst = rows.filter(({ resolved }) => resolved !== null).slice(0, 3)
  return {
    headlines: [
      { code: 'requests', value: whole?.times ?? null, of: null, kind: 'count' }, { code: 'responded', value: rateOf(whole?.responded, whole?.respondedTimes), of: whole?.respondedTimes ?? null, kind: 'share' },
      { code: 'resolved', value: rateOf(whole?.resolved, whole?.toldTimes), of: whole?.toldTimes ?? null, kind: 'share' }, { code: 'satisfied', value: rateOf(whole?.satisfied, whole?.satisfiedTimes), of: whole?.satisfiedTimes ?? null, kind: 'share' },
    ],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'requests', kind: 'count' }, { code: 'respondedRate', kind: 'share' }, { code: 'resolvedRate', kind: 'share' }, { code: 'satisfiedRate', kind: 'share' }, { code: 'open', kind: 'count' }, { code: 'joined', kind: 'text' },
    ],
    rows: rows.map(({ area, sums, resolved, joined }) => areaRow(area, [area.code, sums.times, rateOf(sums.responded, sums.respondedTimes), resolved, rateOf(sums.satisfied, sums.satisfiedTimes), openOf(sums), joined])),
    map: { kind: 'areas', level: 'community', column: 'resolvedRate', worse: 'low' },
    answer: {
      from, to, requests: whole?.times ?? null, responded: percentRate(whole?.responded, whole?.respondedTimes), resolved: percentRate(whole?.resolved, whole?.toldTimes), satisfied: percentRate(whole?.satisfied, whole?.satisfiedTimes),
      places: namesOf(worst.map(({ area }) => area)),
    },
    atoms: [],
  }
}
