import { areaRow, namesOf } from '../areas.ts'
import type { Register } from '../register.ts'
import { openOf, rateOf, yearOfEvents } from './yearOfEvents.ts'

/** 48 隐患事件: those of twelve months by community, where most were seen first; what is put right as far as it is told. */
export const hazards: Register = (input) => {
  const { from, to, whole, areas } = yearOfEvents(input, 'hazard')
  const rows = areas.toSorted((a, b) => b.sums.times - a.sums.times || (a.area.code < b.area.code ? -1 : 1))
  const isTold = whole !== null && whole.toldTimes > 0
  return {
    headlines: [
      { code: 'hazards', value: whole?.times ?? null, of: null, kind: 'count' },
      ...(isTold ? [{ code: 'putRight', value: rateOf(whole.resolved, whole.toldTimes), of: whole.toldTimes, kind: 'share' as const }, { code: 'openHazards', value: openOf(whole), of: whole.toldTimes, kind: 'count' as const }] : []),
    ],
    columns: [{ code: 'community', kind: 'area' }, { code: 'hazards', kind: 'count' }, ...(isTold ? [{ code: 'resolved', kind: 'count' as const }, { code: 'open', kind: 'count' as const }, { code: 'resolvedRate', kind: 'share' as const }] : []), { code: 'joined', kind: 'text' }],
    rows: rows.map(({ area, sums, joined }) => areaRow(area, [area.code, sums.times, ...(isTold ? [sums.toldTimes === 0 ? null : sums.resolved, openOf(sums), rateOf(sums.resolved, sums.toldTimes)] : []), joined])),
    map: { kind: 'areas', level: 'community', column: 'hazards', worse: 'high' },
    answer: { from, to, hazards: whole?.times ?? null, places: namesOf(rows.slice(0, 3).map(({ area }) => area)) },
    atoms: [],
  }
}
