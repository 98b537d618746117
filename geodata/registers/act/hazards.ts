import { areaRow, namesOf } from '../areas.ts'
import type { Register } from '../register.ts'
import { openOf } from './requests.ts'
import { percentRate, rateOf, yearOfEvents } from './yearOfEvents.ts'

/** 48 隐患事件: those of twelve months, and how many are put right; where most are not, first. */
export const hazards: Register = (input) => {
  const { from, to, whole, areas } = yearOfEvents(input, 'hazard')
  const rows = areas.map((one) => ({ ...one, open: openOf(one.sums) })).toSorted((a, b) => (b.open ?? -1) - (a.open ?? -1) || (a.area.code < b.area.code ? -1 : 1))
  return {
    headlines: [
      { code: 'hazards', value: whole?.times ?? null, of: null, kind: 'count' }, { code: 'putRight', value: rateOf(whole?.resolved, whole?.toldTimes), of: whole?.toldTimes ?? null, kind: 'share' },
      { code: 'openHazards', value: openOf(whole), of: whole?.toldTimes ?? null, kind: 'count' },
    ],
    columns: [{ code: 'community', kind: 'area' }, { code: 'hazards', kind: 'count' }, { code: 'resolved', kind: 'count' }, { code: 'open', kind: 'count' }, { code: 'resolvedRate', kind: 'share' }],
    rows: rows.map(({ area, sums, open }) => areaRow(area, [area.code, sums?.times ?? null, sums?.resolved ?? null, open, rateOf(sums?.resolved, sums?.toldTimes)])),
    map: { kind: 'areas', level: 'community', column: 'open', worse: 'high' },
    answer: {
      from, to, hazards: whole?.times ?? null, resolved: whole?.resolved ?? null, open: openOf(whole), share: percentRate(whole?.resolved, whole?.toldTimes),
      places: namesOf(rows.filter(({ open }) => open !== null && open > 0).slice(0, 3).map(({ area }) => area)),
    },
    atoms: [],
  }
}
