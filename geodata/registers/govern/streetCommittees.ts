import { areaRow, namesOf, nothing, shareOf } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'
import { standingCommittees, standingSeats } from './seats.ts'

/** 6 街道大工委: streets that have one, on the map and in the city's register of places. */
export const streetCommittees: Register = (input) => {
  const committees = standingCommittees(input, 'street')
  const registered = input.rows('placeRegister').filter(({ fields }) => fields.level === 'street')
  const streets = input.areas.at('street')
  if (streets.length === 0 || (committees.length === 0 && registered.length === 0)) return nothing
  const seats = grouped(standingSeats(input, 'street'), ({ area }) => area?.code ?? '')
  const having = streets.filter(({ code }) => committees.some(({ area }) => area === code))
  const registeredWith = registered.filter(({ fields }) => fields.greatCommittee === true).length
  return {
    headlines: [{ code: 'streetsWith', value: having.length, of: streets.length, kind: 'count' }, ...(registered.length === 0 ? [] : [{ code: 'registeredWith', value: registeredWith, of: registered.length, kind: 'count' } as const])],
    columns: [{ code: 'street', kind: 'area' }, { code: 'seats', kind: 'count' }, { code: 'held', kind: 'count' }, { code: 'heldShare', kind: 'share' }, { code: 'secretary', kind: 'text' }, { code: 'termEnd', kind: 'day' }, { code: 'state', kind: 'state' }],
    rows: streets.map((street): Row => {
      const committee = committees.find(({ area }) => area === street.code), own = seats.get(street.code) ?? []
      const held = own.filter(({ tenure }) => tenure !== null)
      return areaRow(street, [street.code, own.length, held.length, shareOf(held.length, own.length), held.find(({ seat }) => seat.fields.role === 'secretary')?.seat.fields.post ?? null, committee?.fields.termEnd ?? null, committee ? 'done' : 'missing'])
    }),
    map: { kind: 'areas', level: 'street', column: 'seats', worse: 'low' },
    answer: { streets: streets.length, having: having.length, registered: registered.length === 0 ? null : registered.length, registeredWith: registered.length === 0 ? null : registeredWith, missing: namesOf(streets.filter((one) => !having.includes(one))) },
    atoms: [],
  }
}
