import { areaRow, namesOf, nothing, percentOf, shareOf } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'
import { holderOf, standingCommittees, standingSeats } from './seats.ts'

/** 1 社区大党委: communities with a standing great committee, and how many of its seats are held. */
export const greatCommittees: Register = (input) => {
  const committees = standingCommittees(input, 'community')
  if (committees.length === 0) return nothing
  const seats = grouped(standingSeats(input, 'community'), ({ area }) => area?.code ?? '')
  const communities = input.areas.at('community')
  const rows = communities.map((community): Row => {
    const committee = committees.find(({ area }) => area === community.code)
    const own = seats.get(community.code) ?? []
    const held = own.filter(({ tenure }) => tenure !== null)
    const units = new Set(held.flatMap((seat) => holderOf(seat) ?? []))
    return areaRow(community, [community.code, own.length, held.length, own.length - held.length, shareOf(held.length, own.length), units.size, committee?.fields.termEnd ?? null, committee?.fields.brand ?? null, committee ? 'done' : 'missing'])
  })
  const all = [...seats.values()].flat(), held = all.filter(({ tenure }) => tenure !== null).length
  const having = communities.filter(({ code }) => committees.some(({ area }) => area === code))
  return {
    headlines: [
      { code: 'communitiesWith', value: having.length, of: communities.length, kind: 'count' }, { code: 'seatsHeld', value: held, of: all.length, kind: 'count' },
      { code: 'heldShare', value: shareOf(held, all.length), of: null, kind: 'share' },
    ],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'seats', kind: 'count' }, { code: 'held', kind: 'count' }, { code: 'vacant', kind: 'count' }, { code: 'heldShare', kind: 'share' },
      { code: 'unitsSeated', kind: 'count' }, { code: 'termEnd', kind: 'day' }, { code: 'brand', kind: 'text' }, { code: 'state', kind: 'state' },
    ],
    rows: rows.toSorted((a, b) => Number(b.cells[8] === 'missing') - Number(a.cells[8] === 'missing') || Number(a.cells[4] ?? 2) - Number(b.cells[4] ?? 2) || (a.id < b.id ? -1 : 1)),
    map: { kind: 'areas', level: 'community', column: 'heldShare', worse: 'low' },
    answer: { communities: communities.length, having: having.length, seats: all.length, held, percent: percentOf(held, all.length), missing: namesOf(communities.filter((one) => !having.includes(one))) },
    atoms: [],
  }
}
