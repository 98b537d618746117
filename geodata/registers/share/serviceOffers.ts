import { total } from '../areas.ts'
import type { Register, Row } from '../register.ts'

/** 36 服务类资源: services without a site, the most frequent first. */
export const serviceOffers: Register = (input) => {
  const offers = input.rows('serviceOffer').toSorted((a, b) => (b.fields.timesAYear ?? -1) - (a.fields.timesAYear ?? -1) || (a.id < b.id ? -1 : 1))
  const units = new Set(offers.flatMap(({ unit }) => unit ?? [])), communities = new Set(offers.flatMap(({ area }) => (area === null ? [] : (input.areas.above(area, 'community')?.code ?? []))))
  const times = total(offers, ({ fields }) => fields.timesAYear)
  const older = offers.filter(({ fields }) => fields.audience === 'older').length
  return {
    headlines: [{ code: 'offers', value: offers.length, of: null, kind: 'count' }, { code: 'offering', value: units.size, of: input.units.length, kind: 'count' }, { code: 'timesAYear', value: times, of: null, kind: 'count' }],
    columns: [
      { code: 'offer', kind: 'text' }, { code: 'unit', kind: 'text' }, { code: 'community', kind: 'area' }, { code: 'audience', kind: 'text', choice: 'serviceOffer.audience' }, { code: 'way', kind: 'text', choice: 'serviceOffer.way' }, { code: 'timesAYear', kind: 'count' },
    ],
    rows: offers.map(({ id, area, unit, fields }): Row => ({ id, opens: 'entry', area, position: null, cells: [fields.kind, unit === null ? null : (input.unit(unit)?.name ?? null), area, fields.audience, fields.way, fields.timesAYear] })),
    map: { kind: 'areas', level: 'community', column: 'offers', worse: 'low' },
    answer: { offers: offers.length, units: units.size, communities: communities.size, times, older },
    atoms: [],
  }
}
