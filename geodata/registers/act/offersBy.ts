import type { EntryOf } from '../../model/entry.ts'
import { total } from '../areas.ts'
import type { Register, Row } from '../register.ts'

type Offer = EntryOf<'serviceOffer'>

/** Services of units counted by one of their choices; the largest first, those with none not at all. */
export function offersBy(field: 'way' | 'audience', codes: readonly Offer['fields'][typeof field][]): Register {
  return (input) => {
    const offers = input.rows('serviceOffer')
    const parts = codes.map((code) => ({ code, own: offers.filter(({ fields }) => fields[field] === code) })).filter(({ own }) => own.length > 0).toSorted((a, b) => b.own.length - a.own.length)
    const communities = (own: readonly Offer[]): number => new Set(own.flatMap(({ area }) => (area === null ? [] : (input.areas.above(area, 'community')?.code ?? [])))).size
    return {
      headlines: codes.map((code) => ({ code, value: offers.filter(({ fields }) => fields[field] === code).length, of: offers.length, kind: 'count' })),
      columns: [{ code: field, kind: 'text', choice: `serviceOffer.${field}` }, { code: 'offers', kind: 'count' }, { code: 'share', kind: 'share' }, { code: 'units', kind: 'count' }, { code: 'communities', kind: 'count' }, { code: 'timesAYear', kind: 'count' }],
      rows: parts.map(({ code, own }): Row => ({
        id: code, opens: null, area: null, position: null, cells: [code, own.length, own.length / offers.length, new Set(own.flatMap(({ unit }) => unit ?? [])).size, communities(own), total(own, ({ fields }) => fields.timesAYear)],
      })),
      map: null, answer: { offers: offers.length, ...Object.fromEntries(codes.map((code) => [code, offers.filter(({ fields }) => fields[field] === code).length])) }, atoms: [],
    }
  }
}
